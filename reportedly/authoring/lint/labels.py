"""A contested label stands in our own voice, without the speaker whose word it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.authoring.linting.parts import Said, Subject
from reportedly.authoring.linting.wording import sentences, unquoted
from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.taxonomy import Slip
from reportedly.story.ledger import OWN_VOICE
from reportedly.story.story import Story

LOOKS_AT = "question"

ANYWHERE = (
    *("terror", "terrorist", "terrorism", "thug", "militant", "jihadist", "jihadi"),
    *("extremist", "extremism", "separatist", "separatism", "regime", "crackdown"),
)
"""Labels that take a side whatever the story is about."""
_CALLS = re.compile(
    r"\b(?:calls?|called|calling|describ\w+|labels?|labell?ed|terms?|termed|names?|named|speaks?"
    r"|spoke|refers?|referred|brands?|branded|words?|says?|said|writes?|wrote|quot\w+|according)\b",
    re.IGNORECASE,
)

_DEFINED = re.compile(r"\W*An? [\w-]+ (?:is|means)\b")
"""A sentence that says what a word means: "A grumbler is a person who ..."."""
_AS_A_WORD = re.compile(r"\b(?:words?|terms?|labels?|nouns?|names?)\s+$", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:Article [A-Z]|[A-Z]\d{1,3})\b")


def find(given: Subject) -> Iterator[Fault]:
    """Each label outside quotation marks that is not given to a speaker."""
    labels = _labels(given.story)
    either = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w-])({either})(?![\w-])", re.IGNORECASE)
    names = _names(given.story)
    for place, text in _own_voice(given, labels):
        for sentence in sentences(text):
            found = pattern.search(unquoted(sentence))
            if found and not _is_given_to_a_speaker(sentence, found.start(), names):
                whose = labels[found[1].casefold()]
                yield Fault(
                    place,
                    f"“{found[1]}” stands in our own voice"
                    + (f"; it is the word of {whose}" if whose else ""),
                    "quote the word and name its speaker, or use a neutral one, such as attackers",
                )
                break


def _own_voice(given: Subject, labels: Iterable[str]) -> Iterator[tuple[Place, str]]:
    """What may hold a label and is said by us, not by an article, a learner or a misreading."""
    yield ("bank",), given.bank.bank
    if given.bank.about:
        yield ("about",), given.bank.about
    for said in given.texts_with(*labels):
        if said.role not in ("words", "typed") and not _is_borrowed(said):
            yield said.place, said.text


def _is_borrowed(said: Said) -> bool:
    """Whether taking over a label is what is wrong with an option."""
    return said.role == "wrong" and said.slip is Slip.BORROWED_LABEL


def _labels(story: Story | None) -> dict[str, str]:
    """Every label, in small letters with its plural, and whose word it is in this story."""
    whose: dict[str, dict[str, None]] = {label: {} for label in ANYWHERE}
    for claim in story.ledger.claims if story else ():
        for label in claim.labels:
            by = whose.setdefault(label.casefold(), {})
            if story is not None and claim.speaker != OWN_VOICE:
                by[story.speaker(claim)] = None
    return {
        form: " and ".join(list(by)[:2])
        for label, by in sorted(whose.items(), key=lambda each: bool(each[1]))
        for form in _forms(label)
    }


def _forms(label: str) -> Iterator[str]:
    yield label
    yield f"{label}s" if not label.endswith("s") else label.removesuffix("s")


def _names(story: Story | None) -> tuple[str, ...]:
    if story is None:
        return ()
    return tuple(
        name.casefold()
        for speaker in story.ledger.speakers.values()
        for name in (speaker.name, speaker.tag or "", *speaker.aliases)
        if len(name) > 2
    )


def _is_given_to_a_speaker(sentence: str, at: int, names: tuple[str, ...]) -> bool:
    """Whether somebody is named as calling it so: "whom the ministry calls terrorists"."""
    lead = sentence[:at]
    if _DEFINED.match(sentence) or _AS_A_WORD.search(lead):
        return True
    named = any(name in lead.casefold() for name in names) or _PLACE.search(lead)
    return bool(named and _CALLS.search(lead))

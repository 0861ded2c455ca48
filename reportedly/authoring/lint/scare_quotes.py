"""A single word stands in quotation marks with nobody named who used it, as if to sneer at it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Said, Subject
from reportedly.authoring.linting.wording import listed, sentences, stem, words
from reportedly.quiz.faults import Fault
from reportedly.quiz.taxonomy import Slip
from reportedly.story.story import Story

LOOKS_AT = "question"

_MARKS = r"“(\w[\w’'-]*)”|\"(\w[\w’'-]*)\"|‘(\w[\w-]*)’|(?<!\w)'(\w[\w-]*)'(?!\w)"
_ONE_WORD = re.compile(r"[“\"‘'][\w’'-]+[”\"’']")
# A word that does its own work in the sentence: "the “reform” was", "so many “volunteers”".
_USED = re.compile(
    r"\b(?P<before>the|a|an|this|that|these|those|his|her|their|its|our|such|some|many|all|any|no"
    r"|of|by|against|for|with|from|to|\d+|two|three|several|local|new|more|\w+['’]s?)\s+(?:"
    + _MARKS
    + r")"
    r"(?P<after>\s+(?:\w+)|[.,;:?!]|$)",
    re.IGNORECASE,
)
# A word that is spoken about, or that somebody is said to have used.
_SPOKEN_OF = re.compile(
    r"\b(?:words?|wordings?|terms?|terming|verbs?|phrases?|labels?|labell?ed|nouns?|adjectives?"
    r"|adverbs?|hedges?|qualifiers?|quot\w*|marks?|headlines?|expressions?|names?|named|naming"
    r"|called?|calls|calling|describ\w*|speaks?|spoke|spoken|says?|said|saying|writes?|wrote"
    r"|written|prints?|uses?|used|using|according|mean(?:s|ing)?|stands? for|spell\w*|vocabulary"
    r"|reports?|reported|states?|stated|adds?|added|tells?|told|insist\w*|claim\w*|answers?|key"
    r"|options?|reads?|gives?|gave|has|have|keeps?|drops?|dropped|without|phrase|speaker|voice)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b[A-Z]\d{1,3}\b")
_OF_LANGUAGE = frozenset(
    listed("""
    about accord accordingly all almost alleg allegedly already also apparent apparently appear
    approximately around at because believ but by can certain claim confirm could deny despite
    every exactly few first hear if indeed is last later least less likely many may mere merely
    might more most must near nearly never no not now obviously often only other perhaps
    possibl possibly probabl probably report reportedly rough roughly said say seem several should
    so some still suggest suppos supposedly surely than that there think this up was what when
    while who will would yesterday today tomorrow true false
    """)
)


def find(given: Subject) -> Iterator[Fault]:
    """Each word in quotation marks that is neither spoken of nor anybody's."""
    users = _users(given.story)
    for said in given.texts_like(_ONE_WORD):
        if said.role in ("words", "typed") or said.slip in (Slip.CYNICISM, Slip.BORROWED_LABEL):
            continue
        word = _sneered_at(said, users)
        if word:
            yield Fault(
                said.place,
                f"“{word}” stands in quotation marks alone, with nobody named who used it",
                "name the speaker, quote more of the words, or leave the marks out",
            )


def _sneered_at(said: Said, users: dict[str, set[str]]) -> str:
    for sentence in sentences(said.text):
        if not any(mark in sentence for mark in "“\"‘'"):
            continue
        for found in _USED.finditer(sentence):
            word = next(group for group in found.groups()[1:5] if group)
            around = sentence[: found.start()] + " " + sentence[found.end("before") :]
            if word[0].isdigit() or stem(word.lower()) in _OF_LANGUAGE:
                continue
            if any(name in sentence.lower() for name in users.get(word.lower(), ())):
                continue
            if _SPOKEN_OF.search(around) or _PLACE.search(sentence):
                continue
            return word
    return ""


def _users(story: Story | None) -> dict[str, set[str]]:
    """For each word of the ledger the names of those whose word it is, all in small letters."""
    users: dict[str, set[str]] = {}
    for claim in story.ledger.claims if story else ():
        speaker = story.ledger.speakers.get(claim.speaker) if story else None
        if speaker is None:
            continue
        # Of "Mr Anselm Dukarro" a question may give the last name alone.
        names = {speaker.name, speaker.tag or speaker.name, *speaker.aliases}
        names |= {speaker.name.split()[-1]}
        for word in {*words(claim.words), *(label.lower() for label in claim.labels)}:
            users.setdefault(word, set()).update(name.lower() for name in names)
    return users

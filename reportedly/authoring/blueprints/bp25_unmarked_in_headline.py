"""BP25: which contested word of a headline stands without quotation marks.

Key: a label of the headline that stands bare, although it is somebody's. Wrong options: a label
that is marked, and plain words. Held back where no label stands bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, Wrong, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import words_of
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim

_MARKS = "'\"‘’“”«»„"


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        if claim.voice != "headline" or not claim.labels or not facts.speakers.is_sure(claim):
            continue
        text = _text(facts, claim)
        bare = [label for label in claim.labels if not _is_marked(label, text)]
        owner = _owner(facts, claim)
        plain = _plain(claim, text)
        if len(bare) == 1 and owner is not None and len(plain) >= 1:
            marked = [label for label in claim.labels if label not in bare]
            if len(marked) + len(plain) >= 2:
                yield _sketch(facts, claim, bare[0], marked, plain, owner)


def _text(facts: Facts, claim: Claim) -> str:
    paragraph = facts.story.paragraph(claim.at)
    assert paragraph is not None
    return paragraph.shown


def _is_marked(label: str, text: str) -> bool:
    found = re.search(rf"(.?){re.escape(label)}(.?)", text)
    return found is not None and found[1] in _MARKS and found[2] in _MARKS and bool(found[1])


def _owner(facts: Facts, claim: Claim) -> Claim | None:
    """A claim of the article's body that gives the matter to somebody."""
    body = [
        other
        for other in facts.by_topic[claim.topic]
        if other.letter == claim.letter and other.voice in ("reported", "quoted")
    ]
    return next((other for other in body if other.speaker != OWN_VOICE), None)


def _plain(claim: Claim, text: str) -> list[str]:
    """Words of the headline that no side would contest."""
    labels = {word for label in claim.labels for word in words_of(label)}
    words = [word for word in words_of(text) if word[0].isupper() and len(word) > 3]
    return [
        word
        for word in dict.fromkeys(words)
        if word not in labels and not any(mark in word for mark in "-’")
    ]


def _sketch(
    facts: Facts, claim: Claim, bare: str, marked: list[str], plain: list[str], owner: Claim
) -> Sketch:
    chance = facts.chance("BP25", claim.id)
    article = facts.article(claim.letter)
    wrongs: list[Wrong] = [
        wrong(
            f"“{label}”",
            Slip.BORROWED_LABEL,
            "That one has quotation marks of its own, which show that it is somebody's.",
        )
        for label in marked[:1]
    ]
    for word in chance.sample(plain, min(len(plain), 3 - len(wrongs))):
        why = "A plain word that no side contests."
        wrongs.append(wrong(f"“{word}”", Slip.OWN_AS_REPORTED, why))
    who = facts.speakers.within(owner.speaker)
    return Sketch(
        about=(claim.id,),
        claims=(claim, owner),
        kind="single",
        ask=f"Which word in the headline of {article} is one side's view and stands without "
        "quotation marks of its own?",
        own={
            "options": options(
                f"“{bare}”",
                f"Right. {owner.at} gives the matter to {who}; in the headline the word stands "
                "bare.",
                wrongs,
                chance,
            )
        },
        explain="Marks around one word can make the word beside it look settled. That need not be "
        "meant: a headline is short.",
        level=Level.HARD,
        quoted=(claim, owner),
    )


blueprint = Blueprint(25, (Skill.HEADLINES_IMAGES, Skill.WORDING), _sketches)

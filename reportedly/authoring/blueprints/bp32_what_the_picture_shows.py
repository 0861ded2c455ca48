"""BP32: what a picture shows, by its caption.

Key: the caption's claim. Wrong options: the event itself, and what other pictures show. Held back
where there is no caption, or it shows the event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import (
    Blueprint,
    Sketch,
    Wrong,
    has_twins,
    options,
    wrong,
)
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded
from reportedly.authoring.drafting.wording import capital
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim

_SHOWS = re.compile(
    r"^(?:the|one|a|another) (?:picture|photo|photograph|image)s? (?:shows?|is of) ", re.IGNORECASE
)
_PICTURES = re.compile(r"\b(picture|photo|photograph|image)s?\b", re.IGNORECASE)


def _sketches(facts: Facts) -> Iterator[Sketch]:
    shown = [claim for claim in facts.claims if _PICTURES.search(claim.says)]
    event = _event(facts)
    for claim in facts.claims:
        is_caption = claim.voice == "caption" and claim.speaker == OWN_VOICE
        is_shown = is_caption and _SHOWS.match(claim.says) is not None
        if is_shown and event is not None and not _shows(claim, event):
            yield _sketch(facts, claim, event, shown[:20])


def _event(facts: Facts) -> Claim | None:
    """The claim that tells of the event: dated, of the topic on which most is said to happen."""
    dated = [
        claim
        for claim in facts.claims
        if claim.happened is not None and claim.voice in ("own", "reported", "quoted")
    ]
    if not dated:
        return None
    days = Counter(claim.happened.when for claim in dated if claim.happened is not None)
    day = max(days, key=lambda when: days[when])
    same = [c for c in dated if c.happened is not None and c.happened.when == day]
    plain = [c for c in same if not is_loaded(c.says) and not c.quantity]
    return next(iter(plain or same), None)


def _sketch(facts: Facts, claim: Claim, event: Claim, shown: list[Claim]) -> Sketch:
    chance = facts.chance("BP32", claim.id)
    article = facts.article(claim.letter)
    key = _content(claim)
    wrongs: list[Wrong] = [
        wrong(
            (
                f"The event itself, while it happens, as {article} tells of it",
                f"What {article} reports about, at the moment it happens",
            ),
            Slip.OVER_CLAIM,
            "The caption gives another place, time or act. It does not show the event.",
        )
    ]
    for other in shown:
        if other.id != claim.id and _SHOWS.match(other.says) and len(wrongs) < 3:
            why = f"That is another picture ({other.at})."
            wrongs.append(wrong(_content(other), Slip.WRONG_DOCUMENT, why))
    wrongs.append(
        wrong(
            (
                "Nothing that a reader could make out",
                "Something else than the caption says, since captions cannot be trusted",
            ),
            Slip.CYNICISM,
            f"{claim.at} says openly what it shows.",
        )
    )
    if has_twins([key, *(each.wordings[0] for each in wrongs)]):
        wrongs = [wrongs[0], wrongs[-1]]
    ask = chance.choice(
        [
            f"What does the picture with {article} show, by its caption?",
            f"Read the caption in {claim.at}. What is in the picture?",
        ]
    )
    return Sketch(
        about=(claim.id,),
        claims=(claim, event),
        kind="single",
        ask=ask,
        own={"options": options(key, f"Right. {claim.at} says so.", wrongs, chance)},
        explain="A picture beside a report need not be of the event. The caption tells, if it is "
        "read.",
        level=Level.EASY,
        quoted=(claim,),
    )


def _shows(caption: Claim, event: Claim) -> bool:
    """Whether the picture might be of the event: same topic or same day, or its day is unknown."""
    if caption.happened is None or event.happened is None or caption.topic == event.topic:
        return True
    return caption.happened.when == event.happened.when


def _content(claim: Claim) -> str:
    return capital(_SHOWS.sub("", claim.says))


blueprint = Blueprint(32, (Skill.HEADLINES_IMAGES,), _sketches)

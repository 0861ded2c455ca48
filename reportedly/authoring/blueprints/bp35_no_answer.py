"""BP35: what follows when somebody who was asked did not answer.

Key: somebody was asked, and no answer is recorded. Wrong conclusions: guilt, denial, and an unfair
article. Held back where the article does not say that it got no answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.authoring.drafting.draft import Blueprint, Sketch, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import tells_of_referral, tells_of_silence
from reportedly.authoring.drafting.wording import sentence
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim


@dataclass(frozen=True)
class _Told:
    """What follows from no answer, and what does not."""

    key: str
    guilt: tuple[str, ...]
    causes: str
    denial: tuple[str, ...]


_SILENCE = _Told(
    "Somebody was asked, and no answer is reported",
    (
        "Whoever gives no answer has something to hide",
        "The silence shows that there is something to hide",
    ),
    "Silence has many causes, and the article names none.",
    (
        "Whoever was asked denies what is reported",
        "The silence amounts to a denial of what is reported",
    ),
)
_REFERRAL = _Told(
    "The question was passed on, and no answer is reported",
    (
        "Whoever passes a question on has something to hide",
        "To pass a question on shows that there is something to hide",
    ),
    "A question is passed on for many reasons, and the article names none.",
    (
        "Whoever passed the question on denies what is reported",
        "To pass a question on amounts to a denial of what is reported",
    ),
)


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        text = f"{claim.says} {claim.words}"
        if claim.speaker == OWN_VOICE and claim.voice == "own":
            if tells_of_silence(text):
                yield _sketch(facts, claim, _SILENCE)
            elif tells_of_referral(text):
                yield _sketch(facts, claim, _REFERRAL)


def _sketch(facts: Facts, claim: Claim, told: _Told) -> Sketch:
    chance = facts.chance("BP35", claim.id)
    article = facts.article(claim.letter)
    wrongs = [
        wrong(
            told.guilt,
            Slip.OVER_CLAIM,
            told.causes,
        ),
        wrong(
            told.denial,
            Slip.NOT_IN_TEXT,
            "A denial is an answer. None is reported here.",
        ),
        wrong(
            (
                "An article with no answer in it is one-sided",
                f"{article} is unfair, since it prints no answer here",
            ),
            Slip.CYNICISM,
            "To ask, and to say that no answer came, is a fair way of reporting.",
        ),
    ]
    ask = f"{claim.at}: {sentence(claim.says)} " + chance.choice(
        ["Which conclusion is fair?", "What can a reader conclude from that?"]
    )
    return Sketch(
        about=(claim.id,),
        claims=(claim,),
        kind="single",
        ask=ask,
        own={
            "options": options(
                told.key, "Right. That much is reported, and no more follows.", wrongs, chance
            )
        },
        explain="Read “no answer” as news about the reporting, not about guilt.",
        level=Level.EASY,
        quoted=(claim,),
    )


blueprint = Blueprint(35, (Skill.INTERESTS_REPLIES,), _sketches)

"""BP02: who said it first, when a claim came through other hands.

Key: where the chain begins. Wrong options: the hands that passed it on, the article, and somebody
else who speaks nearby. Held back where nobody passed it on, or the statement gives its speaker
away.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, Wrong, has_twins, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.wording import capital, listing, sentence
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        if facts.speakers.has_sure_chain(claim) and facts.speakers.is_plain(claim):
            sketch = _sketch(facts, claim)
            if not has_twins(_texts(sketch)):
                yield sketch


def _texts(sketch: Sketch) -> list[str]:
    return [option.get("right") or option["wrong"] for option in sketch.own["options"]]


def _sketch(facts: Facts, claim: Claim) -> Sketch:
    chance = facts.chance("BP02", claim.id)
    speakers = facts.speakers
    origin = speakers.within(claim.speaker)
    article = facts.article(claim.letter)
    others: list[Wrong] = [
        wrong(
            speakers.option(hand),
            Slip.RELAY_AS_ORIGIN,
            f"{speakers.subject(hand)} passed it on; it began with {origin}.",
        )
        for hand in claim.via[:2]
    ]
    others.append(
        wrong(
            f"{article} itself",
            Slip.REPORTED_AS_OWN,
            f"{claim.at} passes it on and gives it to {origin}.",
        )
    )
    for key in speakers.others(claim)[: 2 - len(claim.via[:2])]:
        why = f"{claim.at} does not give this to {speakers.within(key)}."
        others.append(wrong(speakers.option(key), Slip.WRONG_SPEAKER, why))
    ask = chance.choice(
        [
            f"{claim.at} has this at second hand: {sentence(claim.says)} With whom or what did "
            "the statement begin?",
            f"This came to {article} through other hands: {sentence(claim.says)} Where does "
            f"{claim.at} show that it began?",
            f"A statement in {claim.at}: {sentence(claim.says)} Follow it back as far as the "
            "paragraph allows. With whom or what does it begin?",
        ]
    )
    hands = listing(speakers.within(hand) for hand in claim.via)
    return Sketch(
        about=(claim.id,),
        claims=(claim,),
        kind="single",
        ask=ask,
        own={
            "options": options(
                speakers.option(claim.speaker),
                f"Right. It reached the article through {hands}, and nobody stands behind this "
                "source.",
                others,
                chance,
            )
        },
        explain=chance.choice(
            [
                f"{capital(hands)} carried the statement. Who carries a statement is not who "
                "makes it.",
                "Follow a statement back, hand by hand, until nobody stands behind the speaker.",
            ]
        ),
        level=Level.MEDIUM,
        quoted=(claim,),
        same_as=(claim.speaker, claim.says),
    )


blueprint = Blueprint(2, (Skill.SOURCES,), _sketches)

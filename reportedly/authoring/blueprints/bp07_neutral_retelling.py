"""BP07: which retelling is accurate and neutral.

Key: the speaker, "said", and the statement. Wrong retellings: the speaker dropped, the speaker's
label taken over, a sneer, somebody else's name. A person has to approve the words. Held back where
nobody is named or the statement tells of its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, Wrong, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded, tells_what_is_done
from reportedly.authoring.drafting.wording import capital, sentence
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim


def _sketches(facts: Facts) -> Iterator[Sketch]:
    # Those with a label first: there is most to lose in retelling them.
    for claim in sorted(facts.claims, key=lambda claim: not claim.labels):
        if (
            facts.speakers.has_owner(claim)
            and claim.voice in ("reported", "quoted")
            and facts.speakers.is_plain(claim)
            and not is_loaded(claim.says)
            and ";" not in claim.says  # one statement at a time
            and (claim.labels or claim.quantity)
        ):
            others = facts.speakers.others(claim)
            if others:
                yield _sketch(facts, claim, others[:3])


def _sketch(facts: Facts, claim: Claim, nearby: list[str]) -> Sketch:
    chance = facts.chance("BP07", claim.id)
    speakers = facts.speakers
    who, statement = speakers.subject(claim.speaker), facts.lowered(claim.says.rstrip("."))
    other = speakers.subject(chance.choice(nearby))
    others: list[Wrong] = [
        wrong(
            f"{who} would have us believe that {statement}",
            Slip.CYNICISM,
            "The verb sneers. It adds a verdict that no fact in the paragraph supports.",
        ),
        wrong(
            f"{other} said that {statement}",
            Slip.WRONG_SPEAKER,
            f"{claim.at} gives this to {speakers.within(claim.speaker)}.",
        ),
    ]
    borrowed = [label for label in claim.labels if label in claim.words]
    if not tells_what_is_done(claim.words):
        borrowed = []
    if borrowed:
        others.append(
            wrong(
                f"{capital(claim.words)}, as is now known",
                Slip.BORROWED_LABEL,
                f"“{borrowed[0]}” is the speaker's word. Here it stands as everybody's, and the "
                "speaker is gone.",
            )
        )
    else:
        others.append(
            wrong(
                f"It is beyond doubt that {statement}",
                Slip.REPORTED_AS_OWN,
                "The speaker is gone, so a reported statement has become a plain fact.",
            )
        )
    ask = chance.choice(
        [
            f"Which retelling of this point in {claim.at} is accurate and neutral?",
            f"Four people retell one point of {claim.at}. Who does it fairly?",
            f"Choose the retelling of {claim.at} that neither adds to it nor takes away.",
        ]
    )
    return Sketch(
        about=(claim.id,),
        claims=(claim,),
        kind="single",
        ask=ask,
        own={
            "options": options(
                f"{who} said that {statement}",
                "Right. The source is named, the verb is plain, and the statement is whole.",
                others,
                chance,
            )
        },
        explain=sentence("Neutral is not vague: it is exact about who said what"),
        level=Level.MEDIUM,
        quoted=(claim,),
        needs="approve the wording of the four retellings",
        same_as=(claim.speaker, claim.says),
    )


blueprint = Blueprint(7, (Skill.ATTRIBUTION,), _sketches, mode="semi")

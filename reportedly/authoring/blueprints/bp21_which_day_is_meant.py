"""BP21: which day a word such as "yesterday" or "last Wednesday" means.

Key: worked out from the day of the article, and the same as in the ledger. Wrong options: the day
of the article, and the days beside the right one. Only day and month are asked for. Held back where
the article's day is not known, and where the two ways to the date differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.authoring.drafting.dates import day_and_month, exact_day, relative_day, weekday
from reportedly.authoring.drafting.draft import Blueprint, Sketch, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim, When

_QUOTED = re.compile(r"“([^”]{3,60})”|\"([^\"]{3,60})\"")


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        published = facts.published(claim.letter)
        for when in (claim.said, claim.happened):
            day = exact_day(when)
            if published is None or when is None or day is None or day == published:
                continue
            words = _relative_words(facts, claim, when)
            if words is not None and relative_day(words, published) == day:
                yield _sketch(facts, claim, words, day, published)
                break


def _relative_words(facts: Facts, claim: Claim, when: When) -> str | None:
    """The words of the claim's own paragraph from which its date was worked out."""
    for found in _QUOTED.finditer(when.because or ""):
        words = (found[1] or found[2]).strip()
        if facts.stands_in(words, claim.at):
            return words
    return None


def _sketch(facts: Facts, claim: Claim, words: str, day: date, published: date) -> Sketch:
    chance = facts.chance("BP21", claim.id)
    article = facts.article(claim.letter)
    inferred = (
        ", as far as that can be worked out," if facts.published_is_inferred(claim.letter) else ""
    )
    ask = chance.choice(
        [
            f"{article} appeared{inferred} on {_full(published)}. {claim.at} has the words "
            f"“{words}”. Which day is meant?",
            f"{claim.at} says “{words}”. The article appeared{inferred} on {_full(published)}. "
            "Which day is that?",
        ]
    )
    # Where the words name a weekday, the same day of another week is the likelier slip.
    step = 1 if "day" in words.casefold() and "yesterday" in words.casefold() else 7
    beside = [day + timedelta(days=step), day - timedelta(days=step), day + timedelta(days=1)]
    wrongs = [
        wrong(
            day_and_month(published),
            Slip.WRONG_TIME,
            "That is the day of the article, from which one has to count.",
        )
    ]
    for other in beside:
        if other != published:
            why = f"Count again from {_full(published)}."
            wrongs.append(wrong(day_and_month(other), Slip.WRONG_TIME, why))
    wrongs.append(
        wrong(
            "No day can be told from these words",
            Slip.CYNICISM,
            "It can: the day of the article and the words together give it.",
        )
    )
    return Sketch(
        about=(claim.id,),
        claims=(claim,),
        kind="single",
        ask=ask,
        own={
            "options": options(
                day_and_month(day),
                "Right, counted from the day of the article.",
                wrongs[:2] + wrongs[-1:],
                chance,
            )
        },
        explain="Words such as “yesterday” only mean a day once you know the day of the article.",
        level=Level.EASY,
        evidence=((claim.at, words),),
        same_as=(claim.letter, str(day)),
    )


def _full(day: date) -> str:
    return f"{weekday(day)} {day_and_month(day)}"


blueprint = Blueprint(21, (Skill.CHRONOLOGY,), _sketches)

"""When a skill comes back that was missed or answered without being sure.

The schedule is FSRS's, reckoned anew from the answers each time: nothing of it is stored, so it
cannot contradict them. The steps are fixed at one day and seven days, after a first miss and after
each later one; what is still known then comes back ever more rarely, as FSRS's model of forgetting
says. No chance is in it: FSRS would spread the days a little, and is told not to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.outcomes import Outcome, of_skill

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

STEPS = (timedelta(days=1), timedelta(days=7))

_A_NIGHT = timedelta(hours=8)


@dataclass(frozen=True)
class Return:
    """A skill that comes back.

    Attributes:
        due: From when on it should be looked at again: the morning of the day, where the learner
            is, but a night after the latest answer at the earliest.
        since: The answers on which the present wait rests: those of one day that were missed or
            unsure, at least one, and after them one for each time it came back. The oldest first.
    """

    skill: Skill
    due: datetime
    since: tuple[Outcome, ...]

    @property
    def cause(self) -> Outcome:
        """The answer for which it comes back: an error made with certainty, or the latest."""
        loose = [one for one in self.since if not one.is_firm]
        return next((one for one in loose if one.is_sure_error), loose[-1])


def schedule(all: Sequence[Outcome], zone: tzinfo) -> tuple[Return, ...]:
    """The skills that come back, the first due first, errors made with certainty before others.

    A skill whose answers were all right and sure does not come back. A right answer before the
    skill is due changes nothing, for soon after the explanation it shows little; one when it is due
    takes the next step, whether it was given in a review or in any other quiz. A miss at any time
    begins again at one day.

    Args:
        all: A learner's outcomes, the oldest first.
        zone: Where the learner is, which decides what is a day.
    """
    # Imported when it is needed: other pages, and the routes of a class, do without.
    from fsrs import Scheduler

    scheduler = Scheduler(learning_steps=STEPS, relearning_steps=STEPS, enable_fuzzing=False)
    found = (_return(skill, of_skill(all, skill), scheduler, zone) for skill in Skill)
    coming = [one for one in found if one is not None]
    return tuple(sorted(coming, key=lambda one: (one.due, not one.cause.is_sure_error)))


def _return(
    skill: Skill, told: tuple[Outcome, ...], scheduler: Scheduler, zone: tzinfo
) -> Return | None:
    from fsrs import Card, Rating, State

    # Left to itself, a card reads the clock for its first day and its name.
    card: Card | None = None
    back: Return | None = None
    for one in told:
        if not one.is_firm:
            before = card or Card(card_id=0, due=one.answered_at)
            card, _ = scheduler.review_card(before, Rating.Again, one.answered_at)
            earlier = back.since if back and _is_same_miss(back.since[-1], one, zone) else ()
            back = Return(skill, _from(card.due, one, zone), (*earlier, one))
        elif card is not None and back is not None and one.answered_at >= back.due:
            card, _ = scheduler.review_card(card, Rating.Good, one.answered_at)
            due = card.due
            if card.state is State.Review:
                # After many misses FSRS would ask again sooner than the last step already did.
                due = max(due, one.answered_at + STEPS[-1])
            back = replace(back, due=_from(due, one, zone), since=(*back.since, one))
    return back


def _from(due: datetime, latest: Outcome, zone: tzinfo) -> datetime:
    # Whoever answers at noon today may look again tomorrow at breakfast.
    morning = datetime.combine(due.astimezone(zone).date(), time.min, zone)
    return max(morning, latest.answered_at + _A_NIGHT)


def _is_same_miss(before: Outcome, now: Outcome, zone: tzinfo) -> bool:
    return not before.is_firm and before.day(zone) == now.day(zone)

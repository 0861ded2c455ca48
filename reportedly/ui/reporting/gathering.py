"""The answers of lessons with the questions they were given to, as far as these can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly import resources
from reportedly.quiz.edition import Edition
from reportedly.reports.frame import Marked, marked
from reportedly.store.errors import EditionUnreadable, NoSuchEdition
from reportedly.store.lessons import Kept


@dataclass(frozen=True)
class Gathered:
    """What a report is made from.

    Attributes:
        lessons: Those whose questions can be read, begun first first.
        unreadable: The others.
        editions: By key, in the order of the lessons.
        marked: All answers that count: neither those to voided questions nor those of learners
            who were sent out.
    """

    lessons: tuple[Kept, ...]
    unreadable: tuple[Kept, ...]
    editions: dict[str, Edition]
    marked: Marked


def gather(lessons: Sequence[Kept]) -> Gathered:
    """The answers to lessons, begun first first."""
    editions: dict[str, Edition] = {}
    unreadable = []
    for kept in lessons:
        try:
            edition = resources.lessons().edition(kept.edition)
        except (NoSuchEdition, EditionUnreadable):
            unreadable.append(kept)
            continue
        # An edition that comes again takes its later place.
        editions.pop(kept.edition, None)
        editions[kept.edition] = edition
    readable = tuple(kept for kept in lessons if kept.edition in editions)
    rows = resources.answers().of_lessons(readable)
    return Gathered(readable, tuple(unreadable), editions, marked(rows, editions))


def voided(lessons: Iterable[Kept], editions: dict[str, Edition]) -> list[str]:
    """The questions, as they were asked, that were taken out of the count."""
    return [
        editions[kept.edition].question(id).ask
        for kept in lessons
        for id in kept.lesson.plan.questions
        if id in kept.lesson.voided
    ]

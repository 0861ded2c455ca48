"""Two lessons beside each other; a question that was changed between them is not compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from reportedly.quiz.comparing import as_asked
from reportedly.quiz.edition import Edition
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from reportedly.reports.intervals import Estimate, difference, mean_of, share


@dataclass(frozen=True)
class Compared:
    """A question in two lessons.

    Attributes:
        question: Its id.
        ask: As the later lesson asked it, or the earlier one if only that did.
        earlier, later: The mean share right; None where fewer than five answered.
        answers: How many did, earlier and later.
        in_both: Whether both lessons asked it.
        changed: Whether text, options or key were changed between: then nothing is subtracted.
        difference: Later less earlier.
    """

    question: str
    ask: str
    earlier: Estimate | None
    later: Estimate | None
    answers: tuple[int, int]
    in_both: bool
    changed: bool
    difference: Estimate | None


@dataclass(frozen=True)
class Comparison:
    """Two lessons.

    Attributes:
        questions: In the order of the later lesson, then what only the earlier one asked.
        same: Ids of those that both asked alike and enough learners answered in both.
        earlier, later, difference: The means over `same` alone, each question counting alike,
            however many answered it; None where there are none.
    """

    questions: tuple[Compared, ...]
    same: tuple[str, ...]
    earlier: Estimate | None
    later: Estimate | None
    difference: Estimate | None


@dataclass(frozen=True)
class Lesson:
    """One of the two lessons.

    Attributes:
        edition: Its questions as they were then.
        asked: Ids of those that count, in the order asked.
        shares: By id, the shares right of its answers that can be marked.
    """

    edition: Edition
    asked: tuple[str, ...]
    shares: Mapping[str, Sequence[float]]


def compare(earlier: Lesson, later: Lesson) -> Comparison:
    """Two lessons of one bank, question by question.

    A question is compared where both asked it in the same words, with the same options, key and
    way of marking, and at least five answers of each can be marked.
    """
    ids = [*later.asked, *(id for id in earlier.asked if id not in later.asked)]
    questions = tuple(_compared(earlier, later, id) for id in ids)
    same = [one for one in questions if one.difference is not None]
    return Comparison(
        questions=questions,
        same=tuple(one.question for one in same),
        earlier=_mean([one.earlier for one in same]),
        later=_mean([one.later for one in same]),
        difference=_mean([one.difference for one in same]),
    )


def _compared(earlier: Lesson, later: Lesson, id: str) -> Compared:
    shares = [tuple(one.shares.get(id, ())) for one in (earlier, later)]
    before, after = (_right(values) for values in shares)
    in_both = id in earlier.asked and id in later.asked
    changed = in_both and (
        as_asked(earlier.edition.question(id)) != as_asked(later.edition.question(id))
    )
    return Compared(
        question=id,
        ask=(later if id in later.asked else earlier).edition.question(id).ask,
        earlier=before,
        later=after,
        answers=(len(shares[0]), len(shares[1])),
        in_both=in_both,
        changed=changed,
        difference=None
        if changed or not in_both or before is None or after is None
        else difference(after, before),
    )


def _right(values: Sequence[float]) -> Estimate | None:
    return share(fsum(values), len(values)) if len(values) >= SMALLEST_GROUP else None


def _mean(estimates: Sequence[Estimate | None]) -> Estimate | None:
    known = [one for one in estimates if one is not None]
    return mean_of(known) if known else None

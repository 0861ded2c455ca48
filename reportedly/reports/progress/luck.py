"""What guessing earns: the share of a question that somebody gets who knows nothing."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from math import comb, prod

from reportedly.quiz.kinds.choice import OptionsQuestion
from reportedly.quiz.kinds.highlight import Highlight
from reportedly.quiz.kinds.order import Order
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.kinds.single import Single
from reportedly.quiz.kinds.truefalse import TrueFalse
from reportedly.quiz.marking import ONE, ZERO, value_of_choices
from reportedly.quiz.question import Question
from reportedly.quiz.taxonomy import Scoring


def luck(question: Question) -> Fraction:
    """The share that guessing earns on average, 0..1, exact.

    A guesser chooses one option of a single choice; as many as are right where several can be
    chosen; gives every item one of its choices; puts things in any order. What is typed or
    written cannot be guessed.
    """
    match question:
        case Single() | TrueFalse():
            return Fraction(1, len(question.offered().parts))
        case OptionsQuestion():
            right = sum(option.is_right for option in question.options)
            return _of_choices(question.rule, right, len(question.options) - right)
        case Highlight():
            return _of_choices(question.rule, len(question.right), len(question.wrong))
        case PlacingQuestion():
            chances = [Fraction(1, len(choices)) for choices in question.offered().choices]
            exact = question.rule is Scoring.EXACT
            return prod(chances, start=ONE) if exact else sum(chances, ZERO) / len(chances)
        case Order():
            return _of_order(question.rule, question.ranks)
    return ZERO


def _of_choices(rule: Scoring, right: int, wrong: int) -> Fraction:
    total = comb(right + wrong, right)
    hits = range(max(0, right - wrong), right + 1)
    worth = (
        value_of_choices(rule, right=hit, wrong=right - hit, all_right=right, all_wrong=wrong)
        * comb(right, hit)
        * comb(wrong, right - hit)
        for hit in hits
    )
    return sum(worth, ZERO) / total


def _of_order(rule: Scoring, ranks: tuple[int, ...]) -> Fraction:
    """The mean of `value_of_order` over all orders, by counting orders by their reversed pairs."""
    counts = Counter(ranks)
    sizes = tuple(counts[rank] for rank in sorted(counts))
    pairs = comb(len(ranks), 2) - sum(comb(size, 2) for size in sizes)
    if not pairs:
        return ONE
    orders = _orders_by_reversals(sizes)
    if rule is Scoring.EXACT:
        return Fraction(orders[0], sum(orders.values()))
    worth = sum(max(0, pairs - 2 * reversals) * n for reversals, n in orders.items())
    return Fraction(worth, pairs * sum(orders.values()))


@cache
def _orders_by_reversals(sizes: tuple[int, ...]) -> dict[int, int]:
    """How many orders have so many reversed pairs.

    Args:
        sizes: How many items share each rank that is left, the lowest rank first; items of one
            rank are taken as alike.
    """
    if not any(sizes):
        return {0: 1}
    found: Counter[int] = Counter()
    for rank, size in enumerate(sizes):
        if size:
            rest = (*sizes[:rank], size - 1, *sizes[rank + 1 :])
            before = sum(sizes[:rank])  # these come later although they should come first
            for reversals, orders in _orders_by_reversals(rest).items():
                found[reversals + before] += orders
    return dict(found)

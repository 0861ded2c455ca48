"""One of true, false and not stated is the key too often or too seldom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import ceil, floor

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.kinds import TrueFalse
from reportedly.quiz.kinds.truefalse import ANSWERS

LOOKS_AT = "bank"

LEAST = 4
"""Questions below which three keys cannot be in balance."""
SHARE = (0.25, 0.45)
"""Of all keys, each should have about a third."""


def find(given: Subject) -> Iterator[Fault]:
    """The bank, if guessing the same answer every time pays more than chance."""
    keys: dict[str, list[Place]] = {answer: [] for answer in ANSWERS}
    for n, question in enumerate(given.bank.questions):
        if isinstance(question, TrueFalse) and question.status != "draft":
            keys[question.answer].append(("questions", n, "answer"))
    counts = Counter({answer: len(places) for answer, places in keys.items()})
    total = counts.total()
    # Whole questions: of 7, a quarter is 1.75, so 1 will do.
    low, high = max(1, floor(SHARE[0] * total)), ceil(SHARE[1] * total)
    if total >= LEAST and any(not low <= counts[answer] <= high for answer in ANSWERS):
        listed = ", ".join(f"“{answer}” in {counts[answer]}" for answer in ANSWERS)
        most = counts.most_common(1)[0][0]
        least = min(ANSWERS, key=lambda answer: counts[answer])
        yield Fault(
            ("questions",),
            f"of {total} questions with true, false and not stated, the key is {listed}",
            f"rewrite some whose key is “{most}” so that it is “{least}”",
        )

"""How hard the questions of a bank have proved so far."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly import resources
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.study.traits import ENOUGH
from reportedly.ui.banks import weak_questions


def of(banks: Sequence[ShelvedBank]) -> dict[str, float]:
    """By question id, the mean share right where enough have answered to match by it."""
    counts = resources.answers().counts()
    return {
        id: looked.figures.difficulty
        for shelved in banks
        for id, looked in weak_questions.look(shelved, counts).items()
        if looked.figures.answers >= ENOUGH
    }

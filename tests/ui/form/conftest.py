"""A bank of one question of each kind, and authors at the form of each."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from reportedly.files.banks.bank_file import read_bank
from reportedly.quiz.question import Question
from tests.ui.conftest import SHELF
from tests.ui.form.author import BANK, Author


@pytest.fixture
def shelf() -> tuple[Path, ...]:
    """The banks of the tests alone."""
    return (SHELF,)


@pytest.fixture
def file(installation: Path) -> Path:
    """The bank's file."""
    return installation / "quizzes" / f"{BANK}.yaml"


@pytest.fixture
def saved(file: Path) -> Callable[[], Sequence[Question]]:
    """Reads the questions that the file has now."""

    def read() -> Sequence[Question]:
        bank = read_bank(file.read_text(encoding="utf-8")).bank
        assert bank is not None
        return bank.questions

    return read


@pytest.fixture
def author(as_ann: Callable[..., AppTest]) -> Callable[[str], Author]:
    """Opens the form of a question, for somebody who has not typed anything yet."""
    return lambda question: Author(as_ann("question", bank=BANK, id=question))

"""When two versions of a question ask the same."""

from __future__ import annotations

import pytest

from reportedly.quiz.comparing import as_asked
from tests.builders import a_bank, a_question, a_statement

OPTIONS = a_question()["options"]


def asked(**fields):
    return as_asked(a_bank({**a_question(), **fields}).questions[0])


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "another-name"},
        {"explain": "Another reason."},
        {"evidence": []},
        {"skills": ["numbers"]},
        {"level": "hard"},
        {"points": 3},
        {"author": "Ann"},
        {"options": [OPTIONS[0], {**OPTIONS[1], "slip": "over-claim", "why": "Read A2."}]},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_is_said_afterwards_makes_no_other_question(changed):
    assert asked(**changed) == asked()


@pytest.mark.parametrize(
    "changed",
    [
        {"ask": "Who says that 41 lanterns were lit?"},
        {"options": [OPTIONS[0], {"wrong": "Nobody at all"}]},
        {"options": [*OPTIONS, {"wrong": "The police"}]},
        {"options": [{"wrong": "The organiser"}, {"right": "Nobody"}]},
    ],
    ids=["text", "an option's words", "one more option", "the key"],
)
def test_other_words_options_or_key_make_another_question(changed):
    assert asked(**changed) != asked()


def test_another_answer_to_a_statement_is_another_question():
    true, false = (as_asked(a_bank(a_statement(key)).questions[0]) for key in ("true", "false"))
    assert true != false


def test_a_label_with_the_name_of_a_field_counts_as_a_label():
    def sorting(text):
        items = [{"author": text}, {"level": "A2 says so."}]
        fields = {"kind": "classify", "labels": ["author", "level"], "items": items}
        return as_asked(a_bank({"id": "sort", "ask": "Sort.", **fields}).questions[0])

    assert sorting("The mayor counted.") != sorting("The police counted.")

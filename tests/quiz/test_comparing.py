"""What is said about two versions of a bank."""

import pytest
from hypothesis import HealthCheck, given, settings

from reportedly.quiz.bank import Bank
from reportedly.quiz.comparing import Change, FieldChange, changes
from tests.strategies import banks


def a_question(id, **fields):
    options = [{"right": "One", "why": "First."}, {"wrong": "Two"}, {"wrong": "Three"}]
    return {"id": id, "kind": "single", "ask": f"Who is {id}?", "options": options} | fields


def a_bank(*questions, **fields):
    head = {"bank": "A bank", "story": "a-story"} | fields
    return Bank.model_validate({**head, "questions": list(questions)})


A, B, C, D = (a_question(name) for name in "abcd")


def test_nothing_is_said_about_equal_banks():
    assert changes(a_bank(A, B), a_bank(A, B)) == ()


def test_a_changed_reason_is_told_with_both_wordings():
    options = [{"right": "One", "why": "Second."}, *A["options"][1:]]
    (change,) = changes(a_bank(A, B), a_bank(a_question("a", options=options), B))
    assert change == Change(
        "a", "changed", (FieldChange("options 1, why", "First.", "Second."),), 1, 1
    )
    assert change.text == ('question "a" was changed\n  options 1, why: “First.” is now “Second.”')


def test_an_option_put_between_others_does_not_make_those_differ():
    options = [A["options"][0], {"wrong": "New"}, *A["options"][1:]]
    (change,) = changes(a_bank(A), a_bank(a_question("a", options=options)))
    assert change.fields == (FieldChange("options 2", "", "wrong: New"),)


def test_a_changed_key_is_one_change():
    options = [{"wrong": "One", "why": "First."}, {"right": "Two"}, {"wrong": "Three"}]
    (change,) = changes(a_bank(A), a_bank(a_question("a", options=options)))
    assert change.fields == (
        FieldChange("options 1, answer", "right: One", "wrong: One"),
        FieldChange("options 2, answer", "wrong: Two", "right: Two"),
    )


def test_options_in_another_order_are_one_change():
    options = [A["options"][n] for n in (2, 0, 1)]
    (change,) = changes(a_bank(A), a_bank(a_question("a", options=options)))
    assert change.fields == (FieldChange("options, order", "One; Two; Three", "Three; One; Two"),)


def test_only_the_question_that_was_moved_is_told_as_moved():
    (change,) = changes(a_bank(A, B, C, D), a_bank(B, C, D, A))
    assert change.text == 'question "a" was moved from 1 to 4'


def test_added_and_removed_questions_are_told_and_the_others_are_not():
    told = changes(a_bank(A, B, C), a_bank(A, D, C))
    assert [change.text for change in told] == [
        'question "d" was added as number 2',
        'question "b" was removed; it was number 2',
    ]


def test_a_question_with_another_id_is_the_same_question():
    (change,) = changes(a_bank(A, B), a_bank(A | {"id": "other"}, B))
    assert change.question == "other"
    assert change.fields == (FieldChange("id", "a", "other"),)


def test_the_bank_s_own_fields_come_first():
    told = changes(a_bank(A, tags=["one"]), a_bank(B, tags=["one", "two"], about="New"))
    assert (
        told[0].text
        == "the bank was changed\n  tags: “one” is now “one, two”\n  about: added “New”"
    )


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(old=banks(), new=banks())
def test_any_two_banks_can_be_compared(old, new):
    assert changes(old, old) == ()
    told = changes(old, new)
    assert (told == ()) == (old == new)
    assert all(change.text and "None" not in change.text.split("\n")[0] for change in told)


@pytest.mark.parametrize("order", ["abcd", "dcba", "bdac", "cdab"])
def test_as_few_questions_as_can_be_are_called_moved(order):
    by_name = {question["id"]: question for question in (A, B, C, D)}
    told = changes(a_bank(A, B, C, D), a_bank(*(by_name[name] for name in order)))
    assert len(told) == {"abcd": 0, "dcba": 3, "bdac": 2, "cdab": 2}[order]

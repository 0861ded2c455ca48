"""answers-another."""

from time import process_time

import pytest

from tests.builders import a_choice, a_question, a_statement

ASKS = a_choice("The harbour office", "The clerk", ask="Who says that the bell stopped on Tuesday?")
TELLS = a_choice(
    "No reason",
    "A crack",
    id="why",
    ask="The harbour office said the bell stopped on Tuesday. What reason did it give?",
)


def test_a_question_whose_answer_another_tells_is_told_with_the_line(find):
    (fault,) = find(ASKS, TELLS)
    assert fault.place == ("questions", 0, "ask")
    assert "the question “why” gives the answer away (“The harbour office”" in fault.found
    assert fault.also == (("questions", 1, "ask"),)


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "short", "ask": ASKS["ask"], "accept": "harbour office"},
        {
            "kind": "number",
            "ask": "How long did the hunt in Xinjiang last?",
            "answer": "56",
            "unit": "days",
        },
        {
            "kind": "cloze",
            "ask": "Fill the gap.",
            "text": "The bell stopped on [day], said the harbour office.",
            "gaps": [{"gap": "day", "options": [{"right": "Tuesday"}, {"wrong": "Monday"}]}],
        },
    ],
)
def test_other_kinds_with_one_answer_are_looked_at(find, question):
    hunt = a_question(
        id="hunt", ask="After a hunt of 56 days in Xinjiang that did last, who speaks?"
    )
    assert len(find({"id": "q", **question}, TELLS, hunt)) == 1


@pytest.mark.parametrize(
    "other",
    [
        # names the answer, but on another matter
        a_choice("A", "B", id="o", ask="What does the harbour office charge for a mooring?"),
        # names the matter, not the answer
        a_choice("A", "B", id="o", ask="The bell stopped on Tuesday. When was it mended?"),
        # a statement that may be false tells nothing
        a_statement("false", id="o", ask="The harbour office said the bell stopped on Tuesday."),
        # the answer stands among options, not marked as right
        a_choice("The clerk", "The harbour office", id="o", ask="Who says the bell was mended?"),
        # learners never see it
        {**TELLS, "status": "draft"},
        # the same question again
        {**ASKS, "id": "again"},
    ],
)
def test_what_does_not_tell_the_answer_is_fine(find, other):
    assert find(ASKS, other) == []


def test_an_answer_that_its_own_question_names_is_no_secret(find):
    own = a_choice(
        "The office", "The clerk", ask="Did the office or the clerk say the bell stopped?"
    )
    assert find(own, a_choice("A", "B", id="o", ask="The office says the bell stopped. Why?")) == []


def test_ten_thousand_questions_take_a_few_seconds(find):
    nouns = [
        "bell",
        "boat",
        "bridge",
        "lamp",
        "ticket",
        "letter",
        "path",
        "photo",
        "clerk",
        "choir",
    ]
    many = [
        a_choice(
            f"The {nouns[n % 10]} office of town {n}",
            "The clerk",
            id=f"q{n}",
            ask=f"Who says that the {nouns[n // 10 % 10]} of town {n + 1} stopped on day {n % 31}?",
        )
        for n in range(10_000)
    ]
    began = process_time()
    assert find(*many) == []
    assert process_time() - began < 10

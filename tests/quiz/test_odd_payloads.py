"""What no card sends, and stored data that nobody stored: refused, never an error."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.quiz.kinds import KINDS
from reportedly.quiz.response import (
    ResponseRefused,
    ResponseUnclear,
    SelfMarked,
    from_plain,
    to_plain,
)
from tests.quiz.answering import EXAMPLES, a_layout
from tests.quiz.strategies import json_values, odd_payloads, questions

seeds = st.integers(0, 2**32)


@given(st.data(), odd_payloads, seeds)
def test_whatever_is_sent_is_read_or_refused_or_asked_about_and_nothing_else(data, payload, seed):
    question = data.draw(questions())
    layout = question.layout(Random(seed))
    try:
        response = question.read(payload, layout)
    except (ResponseRefused, ResponseUnclear):
        return
    assert 0 <= question.mark(response).share <= 1
    assert from_plain(to_plain(response)) == response


ODD: list[object] = [
    None,
    [],
    "0",
    7,
    {},
    {"chosen": "0"},
    {"chosen": ["9"]},
    {"chosen": [0]},
    {"chosen": [["0"]]},
    {"chosen": [{}]},
    {"chosen": ["00"]},
    {"chosen": ["٠"]},
    {"chosen": ["9" * 5_000]},
    {"chosen": [None]},
    {"chosen": {"0": "0"}},
    {"placed": ["0"]},
    {"placed": {"0": 0}},
    {"placed": {"0": ["0"]}},
    {"placed": {"9": "0"}},
    {"placed": {0: "0"}},
    {"placed": {None: None}},
    {"placed": {"0": "0", "00": "1"}},
    {"sequence": "012"},
    {"sequence": ["0", "0", "1"]},
    {"sequence": ["0"]},
    {"sequence": [{"0": 1}]},
    {"typed": 12},
    {"typed": ["12"]},
    {"typed": "   "},
    {"typed": "x" * 5_001},
    {"typed": "half of a character: \ud800"},
    {"typed": "nul: \0"},
    {"typed": "text", "level": 0},
    {"typed": "text", "level": "9"},
    {"typed": "text", "level": ["0"]},
]


@pytest.mark.parametrize("payload", ODD, ids=lambda payload: repr(payload)[:40])
@pytest.mark.parametrize("kind", KINDS)
def test_a_payload_that_no_card_sends_is_refused(kind, payload):
    question = EXAMPLES[kind]
    # What a short answer, or the first step of an open one, may well be.
    if kind == "short" and isinstance(payload, dict) and payload.get("typed") == "text":
        return
    with pytest.raises(ResponseRefused if kind != "number" else (ResponseRefused, ResponseUnclear)):
        question.read(payload, a_layout(question))


def test_a_number_with_thousands_of_digits_is_asked_about():
    question = EXAMPLES["number"]
    with pytest.raises(ResponseUnclear, match="This is not one number"):
        question.read({"typed": "9" * 4_999}, a_layout(question))


def test_a_written_answer_waits_for_its_level():
    question = EXAMPLES["open"]
    assert question.read({"typed": " My view. "}, a_layout(question)) == SelfMarked("My view.")
    read = question.read({"typed": "My view.", "level": "1"}, a_layout(question))
    assert read == SelfMarked("My view.", 1)


@given(
    json_values.flatmap(
        lambda value: st.sampled_from(
            [{name: value} for name in ("chosen", "placed", "sequence", "typed", "other")]
            + [{"written": "text", "level": value}, {"written": value, "level": None}]
        )
    )
)
def test_stored_data_of_no_known_shape_are_refused(plain):
    try:
        response = from_plain(plain)
    except ResponseRefused:
        return
    assert from_plain(to_plain(response)) == response


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"chosen": [True]},
        {"chosen": [-1]},
        {"chosen": ["0"]},
        {"chosen": [[0]]},
        {"placed": [[0]]},
        {"placed": [[0, 1, 2]]},
        {"placed": ["01"]},
        {"placed": [0]},
        {"sequence": [1.0]},
        {"sequence": "012"},
        {"typed": 5},
        {"written": "text"},
        {"written": "text", "level": False},
        {"written": None, "level": 0},
    ],
    ids=repr,
)
def test_stored_data_that_were_tampered_with_are_refused(plain):
    with pytest.raises(ResponseRefused):
        from_plain(plain)

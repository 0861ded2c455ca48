"""What holds for a question of any kind."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.quiz.response import (
    Chosen,
    Placed,
    SelfMarked,
    Sequence,
    Typed,
    from_plain,
    to_plain,
)
from tests.quiz.answering import a_layout, payload_for
from tests.quiz.strategies import SECRET, payloads, questions

seeds = st.integers(0, 2**32)


@given(st.data())
def test_the_questions_of_these_tests_have_no_faults(data):
    assert list(data.draw(questions()).faults()) == []


@given(st.data(), seeds)
def test_any_response_is_worth_an_exact_share_from_nothing_to_all(data, seed):
    question = data.draw(questions())
    layout = a_layout(question, seed)
    mark = question.mark(question.read(data.draw(payloads(question, layout)), layout))
    assert isinstance(mark.share, Fraction)
    assert 0 <= mark.share <= 1
    assert mark.slips <= question.offered_slips()


@given(st.data(), seeds, seeds)
def test_a_stored_response_comes_back_on_the_card_in_any_layout(data, seed, other_seed):
    question = data.draw(questions())
    layout = a_layout(question, seed)
    response = question.read(data.draw(payloads(question, layout)), layout)
    for again in (layout, a_layout(question, other_seed)):
        payload = json.loads(json.dumps(question.show(response, again)))
        assert question.read(payload, again) == response


@given(st.data(), seeds)
def test_a_response_survives_being_stored(data, seed):
    question = data.draw(questions())
    layout = a_layout(question, seed)
    response = question.read(data.draw(payloads(question, layout)), layout)
    assert from_plain(json.loads(json.dumps(to_plain(response)))) == response


@given(st.data(), seeds, seeds)
def test_the_same_words_are_worth_the_same_in_any_layout(data, seed, other_seed):
    question = data.draw(questions(("single", "multiple", "highlight", "order", "truefalse")))
    layout, other = a_layout(question, seed), a_layout(question, other_seed)
    ((name, ids),) = data.draw(payloads(question, layout)).items()
    (parts,) = (part for part in question.body(layout).values() if isinstance(part[0], dict))
    texts = [parts[int(n)]["text"] for n in ids]
    one = question.mark(question.read({name: ids}, layout))
    two = question.mark(question.read(payload_for(question, texts, other), other))
    assert one == two


@given(st.data(), seeds, seeds)
def test_the_same_placing_is_worth_the_same_in_any_layout(data, seed, other_seed):
    question = data.draw(questions(("match", "classify")))
    layout, other = a_layout(question, seed), a_layout(question, other_seed)
    payload = data.draw(payloads(question, layout))
    body = question.body(layout)
    texts = {
        body["items"][int(item)]["text"]: body["choices"][int(choice)]["text"]
        for item, choice in payload["placed"].items()
    }
    one = question.mark(question.read(payload, layout))
    two = question.mark(question.read(payload_for(question, texts, other), other))
    assert one == two


@pytest.mark.parametrize(
    "response",
    [
        Chosen(frozenset({2, 0})),
        Placed(((0, 3), (2, 1))),
        Sequence((2, 0, 1)),
        Typed("56"),
        SelfMarked("text"),
        SelfMarked("text", 0),
    ],
    ids=repr,
)
def test_each_shape_of_response_survives_being_stored(response):
    assert from_plain(json.loads(json.dumps(to_plain(response)))) == response


def test_placing_in_another_order_is_the_same_response():
    assert Placed.of({2: 1, 0: 3}) == Placed.of({0: 3, 2: 1})


# --- what a browser is told ----------------------------------------------------------------------


@given(st.data(), seeds)
def test_a_body_holds_no_reason_and_no_slip_and_no_key(data, seed):
    question = data.draw(questions())
    body = json.dumps(question.body(a_layout(question, seed)))
    assert SECRET not in body
    for word in ('"right"', '"wrong"', '"slip"', '"why"', '"answer"', '"key"'):
        assert word not in body


@given(st.data(), seeds)
def test_ids_are_positions_on_the_screen(data, seed):
    question = data.draw(questions())
    for name, parts in question.body(a_layout(question, seed)).items():
        if name in ("options", "items", "choices") or (name == "pieces" and "id" in parts[0]):
            assert [part["id"] for part in parts] == [str(n) for n in range(len(parts))]

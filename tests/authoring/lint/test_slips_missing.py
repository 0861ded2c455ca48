"""slips-missing."""

import pytest

from tests.builders import a_choice, a_statement


def options(*slips):
    wrong = [{"wrong": f"w{n}", **({"slip": s} if s else {})} for n, s in enumerate(slips)]
    return [{"right": "r"}, *wrong]


def single(*slips):
    return {"id": "q", "kind": "single", "ask": "Which?", "options": options(*slips)}


def test_wrong_options_without_a_slip_are_told_once_with_all_lines(find):
    (fault,) = find(single("cynicism", None, None))
    assert fault.place == ("questions", 0, "options", 2, "wrong")
    assert fault.found.startswith("2 wrong answers have no slip")
    assert len(fault.also) == 2


PLACED = {"items": [{"fact": "one"}, {"claim": "two"}]}
PAIRS = [{"item": "a", "match": "b"}, {"item": "c", "match": "d"}]


@pytest.mark.parametrize(
    "question",
    [
        single(None),
        a_statement("true", slips={}),
        a_statement("true", slips={"false": "cynicism"}),
        {"kind": "highlight", "passage": "A2", "right": ["a"], "wrong": ["b"]},
        {"kind": "number", "answer": "4", "near": [{"answer": "5"}]},
        {"kind": "short", "accept": "a", "near": [{"answer": "b"}]},
        {"kind": "match", "pairs": PAIRS},
        {
            "kind": "match",
            "pairs": [{**PAIRS[0], "slip": "cynicism"}, PAIRS[1]],
            "extra": [{"wrong": "e"}],
        },
        {"kind": "classify", **PLACED},
        {"kind": "order", "order": ["a", "b"]},
    ],
)
def test_every_kind_is_looked_at(find, question):
    assert len(find({"id": "q", "ask": "Which?", **question})) == 1


@pytest.mark.parametrize(
    "question",
    [
        a_choice("One", "Two", "Three"),
        a_statement("true"),
        {"kind": "number", "answer": "4"},
        {"kind": "short", "accept": "a"},
        {"kind": "highlight", "passage": "A2", "right": ["a"]},
        {"kind": "match", "pairs": [{**PAIRS[0], "slip": "cynicism"}, PAIRS[1]]},
        {"kind": "order", "order": [{"item": "a", "slip": "wrong-time"}, "b"]},
        {
            "kind": "open",
            "rubric": [{"points": 1, "says": "a"}, {"points": 0, "says": "b"}],
            "model": "m",
        },
    ],
)
def test_a_question_that_names_its_misreadings_is_fine(find, question):
    assert find({"id": "q", "ask": "Which?", **question}) == []

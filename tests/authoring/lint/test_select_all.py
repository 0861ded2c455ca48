"""select-all."""

import pytest


def of(right, wrong, **fields):
    options = [{"right": f"r{n}"} for n in range(right)] + [
        {"wrong": f"w{n}"} for n in range(wrong)
    ]
    return {"id": "q", "kind": "multiple", "ask": "Which?", "options": options, **fields}


def taps(right, wrong, **fields):
    named = {"right": [f"r{n}" for n in range(right)], "wrong": [f"w{n}" for n in range(wrong)]}
    return {"id": "q", "kind": "highlight", "ask": "Tap.", "passage": "A2", **named, **fields}


@pytest.mark.parametrize(
    ("question", "share"),
    [
        (of(4, 2), "50%"),
        (of(3, 1), "67%"),
        (of(2, 0), "100%"),
        (of(2, 2, scoring="each"), "50%"),
        (taps(3, 0), "100%"),
        (taps(2, 0, scoring="exact"), "100%"),
    ],
)
def test_a_question_that_pays_for_choosing_everything_is_told(find, question, share):
    (fault,) = find(question)
    assert f"earns {share} of the points" in fault.found


@pytest.mark.parametrize(
    "question",
    [of(3, 2), of(2, 2), of(4, 2, scoring="exact"), of(4, 1, scoring="balanced"), taps(2, 3)],
)
def test_a_question_that_does_not_is_fine(find, question):
    assert find(question) == []


def test_the_cure_says_how_many_wrong_ones_are_enough(find):
    (fault,) = find(of(4, 1))
    assert fault.cure.startswith("add 2 more wrong ones")
    assert find(of(4, 3)) == []

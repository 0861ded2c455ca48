"""What a person decides about the claims of a draft ledger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.authoring import reviewing
from reportedly.authoring.reviewing import NoSuchClaim
from reportedly.story.ledger import Claim


def a_claim(id="A-1", **fields):
    return {
        "id": id,
        "at": "A1",
        "words": "some words",
        "says": "Something is said",
        "speaker": "mayor",
        "voice": "reported",
        "topic": "crowd",
        "confidence": "high",
        "review": "auto",
        **fields,
    }


def of(claims, id):
    return next(claim for claim in claims if claim["id"] == id)


@pytest.mark.parametrize(
    ("decide", "state"),
    [(reviewing.accept, "ok"), (reviewing.drop, "dropped"), (reviewing.put_back, "auto")],
    ids=["accept", "drop", "put back"],
)
def test_a_decision_is_noted_and_nothing_else_changes(decide, state):
    claims = [a_claim("A-1"), a_claim("A-2", notes="mine")]
    assert decide(claims, "A-2") == [claims[0], {**claims[1], "review": state}]


@pytest.mark.parametrize(
    ("review", "confidence", "is_settled"),
    [
        ("auto", "high", True),
        ("auto", "medium", False),
        ("auto", "low", False),
        ("ok", "low", True),
        ("edited", "medium", True),
        ("dropped", "high", False),
    ],
)
def test_questions_are_drawn_from_what_is_sure_or_decided(review, confidence, is_settled):
    claim = Claim.model_validate(a_claim(review=review, confidence=confidence))
    assert reviewing.is_settled(claim) is is_settled


def test_a_corrected_claim_keeps_its_id_and_is_marked_as_corrected():
    [claim] = reviewing.correct([a_claim()], "A-1", a_claim("other", says="Better words"))
    assert claim == a_claim(says="Better words", review="edited")


def test_the_parts_of_a_split_claim_stand_together_and_are_to_be_decided():
    claims = [a_claim("A-1", review="ok"), a_claim("A-1b"), a_claim("A-2")]
    after = reviewing.split(claims, "A-1", "some", "words")
    assert [claim["id"] for claim in after] == ["A-1", "A-1c", "A-1b", "A-2"]
    assert [(c["words"], c["review"], c["confidence"]) for c in after[:2]] == [
        ("some", "auto", "low"),
        ("words", "auto", "low"),
    ]


def test_a_merged_claim_gains_what_the_other_had_and_the_other_says_where_it_went():
    figure = {"topic": "crowd", "of": "people", "value": "40"}
    claims = [a_claim("A-1", hedges=["about"]), a_claim("A-2", hedges=["up to"], quantity=figure)]
    into, gone = reviewing.merge(claims, "A-2", "A-1")
    assert into == a_claim("A-1", hedges=["about", "up to"], quantity=[figure], review="edited")
    assert (gone["review"], gone["notes"]) == ("dropped", "Merged into A-1.")


def test_what_both_have_is_not_told_twice():
    figure = {"topic": "crowd", "of": "people", "value": "40"}
    claims = [a_claim(id, quantity=figure, hedges=["about"]) for id in ("A-1", "A-2")]
    into, _ = reviewing.merge(claims, "A-2", "A-1")
    assert (into["quantity"], into["hedges"]) == (figure, ["about"])


def test_a_claim_is_not_merged_with_itself():
    with pytest.raises(ValueError, match="itself"):
        reviewing.merge([a_claim()], "A-1", "A-1")


@pytest.mark.parametrize(
    "decide",
    [
        lambda claims: reviewing.accept(claims, "Z-9"),
        lambda claims: reviewing.correct(claims, "Z-9", a_claim()),
        lambda claims: reviewing.split(claims, "Z-9", "a", "b"),
        lambda claims: reviewing.merge(claims, "Z-9", "A-1"),
        lambda claims: reviewing.merge(claims, "A-1", "Z-9"),
    ],
    ids=["accept", "correct", "split", "merge", "merge into"],
)
def test_a_claim_that_is_not_there_any_more_is_said_to_be_gone(decide):
    with pytest.raises(NoSuchClaim, match=r"Z-9 is not in the ledger any more"):
        decide([a_claim()])


def test_the_least_sure_come_first_and_what_was_decided_comes_not_at_all():
    claims = [
        Claim(**a_claim("A-1")),
        Claim(**a_claim("A-2", confidence="low")),
        Claim(**a_claim("A-3", review="ok")),
        Claim(**a_claim("A-4", confidence="medium")),
        Claim(**a_claim("A-5", confidence="low")),
    ]
    waiting = [claim.id for claim in reviewing.to_decide(claims)]
    assert waiting == ["A-2", "A-5", "A-4", "A-1"]


steps = st.lists(
    st.tuples(st.sampled_from(["accept", "drop", "put_back", "split", "merge"]), st.integers(0, 99))
)


@given(steps)
def test_whatever_is_decided_no_claim_is_lost_and_ids_stay_distinct(taken):
    claims = [a_claim(f"A-{n}") for n in range(4)]
    seen = {claim["id"] for claim in claims}
    for step, n in taken:
        id = claims[n % len(claims)]["id"]
        other = claims[(n + 1) % len(claims)]["id"]
        extra = {"split": ("some", "words"), "merge": (other,)}.get(step, ())
        claims = getattr(reviewing, step)(claims, id, *extra)
        ids = [claim["id"] for claim in claims]
        assert len(ids) == len(set(ids))
        assert seen <= set(ids)
        seen = set(ids)

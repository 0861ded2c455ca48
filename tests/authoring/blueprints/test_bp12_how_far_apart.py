"""BP12: how far apart two conflicting figures are."""

import pytest

from tests.authoring.ledgers import SPEAKERS, a_story, counts, drafts_of, said, the_question


def test_the_key_is_the_difference_and_a_floor_makes_it_a_least():
    story = a_story(
        said("A-2", "nurse", quantity=counts(50, "at least")),
        said("A-3", "radio", quantity=counts(16)),
    )
    question = the_question(12, story)
    assert question["answer"] == "34"
    assert "at the least" in question["ask"]
    assert {near["answer"]: near["slip"] for near in question["near"]} == {
        "33": "false-agreement",
        "66": "wrong-count",
    }


@pytest.mark.parametrize(
    "other",
    [counts(60), counts(16, "about"), counts(16, of="cups sold"), counts(50, "at least")],
    ids=["both can hold", "about leaves it open", "another thing", "they agree"],
)
def test_it_holds_back_unless_they_plainly_conflict(other):
    one = said("A-2", "nurse", quantity=counts(50, "at least"))
    assert drafts_of(12, a_story(one, said("A-3", "radio", quantity=other))) == []


def test_it_holds_back_where_nobody_is_named():
    one = said("A-2", "nurse", quantity=counts(50))
    assert drafts_of(12, a_story(one, said("A-3", "none", quantity=counts(16)))) == []


def test_no_verb_has_to_agree_with_a_body_of_people():
    police = {**SPEAKERS, "police": {"name": "Wick police", "kind": "police"}}
    rows = [said("A-2", "police", quantity=counts(16)), said("A-3", "radio", quantity=counts(50))]
    for seed in range(8):
        assert "gives" not in the_question(12, a_story(*rows, speakers=police), seed=seed)["ask"]

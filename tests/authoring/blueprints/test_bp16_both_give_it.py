"""BP16: judge whether two articles give the same figure for the same thing."""

from typing import Any

from tests.authoring.ledgers import a_story, counts, drafts_of, said


def questions(value: int, *others: dict[str, Any], qualifier: str = "exactly") -> list[Any]:
    """The questions on a figure of Article A, with its claim at one paragraph after another.

    The form of the statement hangs on the claim, so that some are asked in each.
    """
    made = []
    for n in range(2, 10):
        row = said(f"A-{n}", "nurse", quantity=counts(value, qualifier))
        made += [
            d.question for d in drafts_of(16, a_story(row, *others)) if d.claims[0] == f"A-{n}"
        ]
    return made


def turned(question: Any) -> bool:
    return "the other does not" in question["ask"] or "has a figure of" in question["ask"]


def test_that_they_share_it_is_true_where_they_agree():
    made = questions(16, said("B-2", "radio", quantity=counts(16)))
    plain = [each for each in made if not turned(each)]
    assert {each["answer"] for each in plain} == {"true"}
    assert plain[0]["slips"] == {"false": "false-conflict", "not stated": "cynicism"}


def test_that_one_alone_has_it_is_false_where_they_agree():
    made = questions(16, said("B-2", "radio", quantity=counts(16)))
    other = [each for each in made if turned(each)]
    assert {each["answer"] for each in other} == {"false"}
    assert other[0]["slips"] == {"true": "false-conflict", "not stated": "cynicism"}


def test_one_source_in_two_articles_is_called_one_count():
    made = questions(16, said("B-2", "nurse", quantity=counts(16)))
    plain = [each for each in made if not turned(each)]
    assert all("one count told twice" in each["explain"] for each in plain)


def test_that_they_share_it_is_false_where_the_other_article_has_another_figure():
    made = questions(16, said("B-2", "radio", quantity=counts(18)))
    plain = [each for each in made if not turned(each)]
    assert {each["answer"] for each in plain} == {"false"}
    assert {each["slips"]["true"] for each in plain} == {"false-agreement"}


def test_that_each_has_its_own_is_true_there():
    made = questions(16, said("B-2", "radio", quantity=counts(18)))
    other = [each for each in made if turned(each)]
    assert {each["answer"] for each in other} == {"true"}
    assert all("16" in each["ask"] and "18" in each["ask"] for each in other)
    assert other[0]["slips"] == {"false": "false-agreement", "not stated": "cynicism"}


def test_where_the_other_article_has_none_sharing_is_false_and_having_it_alone_true():
    made = questions(16, said("B-2", "radio"))
    assert {(turned(each), each["answer"]) for each in made} == {(False, "false"), (True, "true")}


def test_the_seed_varies_the_wording_and_never_the_keys():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), said("B-2", "radio", quantity=counts(18))
    )
    keys = {
        tuple(draft.question["answer"] for draft in drafts_of(16, story, seed=seed))
        for seed in range(8)
    }
    assert len(keys) == 1


def test_no_stem_stumbles_over_a_floor():
    for question in questions(16, said("B-2", "radio"), qualifier="at least"):
        assert "at at" not in question["ask"]


def test_it_holds_back_where_the_number_stands_in_the_other_article_for_no_known_reason():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), texts={"B2": "Sixteen buckets stood there."}
    )
    assert drafts_of(16, story) == []

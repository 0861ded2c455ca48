"""BP17: how two figures relate."""

import pytest

from tests.authoring.ledgers import (
    SPEAKERS,
    a_story,
    counts,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        (counts(50, "at least"), counts(16), "They cannot both hold for the same count"),
        (counts(50, "up to"), counts(16), "Both can hold: some number fits the two"),
        (counts(16), counts(16), "They agree, and two sources stand behind it"),
        (
            counts(16),
            counts(5, of="pupils", scope="subset"),
            "They count different things, so both can hold",
        ),
    ],
)
def test_the_key_is_the_relation(one, other, key):
    story = a_story(said("A-2", "nurse", quantity=one), said("A-3", "radio", quantity=other))
    assert right_of(the_question(17, story)) == [key]


def test_one_source_in_two_articles_is_one_count():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), said("B-2", "nurse", quantity=counts(16))
    )
    assert right_of(the_question(17, story)) == ["It is one count told twice, by one source"]


def test_it_holds_back_where_the_sources_may_not_be_separate():
    one = said("A-2", "nurse", quantity=counts(16))
    for other in (
        said("A-3", "none", quantity=counts(18)),
        said("A-3", "radio", quantity=counts(18), via=["nurse"]),
    ):
        assert drafts_of(17, a_story(one, other)) == []


def test_the_stem_does_not_tell_that_the_two_count_different_things():
    part = counts(5, of="pupils", scope="subset")
    story = a_story(said("A-2", "nurse", quantity=counts(16)), said("A-3", "radio", quantity=part))
    for seed in range(6):
        question = the_question(17, story, seed=seed)
        assert "pupils" not in question["ask"]
        assert "counting" not in question["ask"]
        # It is true of two counts of different things that they would clash as one.
        assert "They cannot both hold for the same count" not in wrong_of(question)
        assert "One of the two has to be wrong" in wrong_of(question)


def test_an_unnamed_source_is_not_called_a_named_one():
    unnamed = {**SPEAKERS, "guest": {"name": "a guest at the fair", "kind": "anonymous source"}}
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)),
        said("A-3", "guest", quantity=counts(40)),
        speakers=unnamed,
    )
    assert "named source" not in str(the_question(17, story)["options"])

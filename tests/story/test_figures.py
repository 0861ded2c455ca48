"""Who gave which figure."""

from __future__ import annotations

from fractions import Fraction

from reportedly.story.figures import figure_groups
from tests.builders import a_claim, a_story


def quantity(value: str, qualifier: str = "exactly", topic: str = "crowd") -> dict[str, str]:
    return {"topic": topic, "of": "people", "value": value, "qualifier": qualifier}


def test_figures_on_one_topic_stand_together_with_who_gave_them():
    story = a_story(
        a_claim("A-01", speaker="mayor", quantity=quantity("3000", "up to")),
        a_claim("A-02", speaker="police", quantity=quantity("1800", "about")),
    )
    (group,) = figure_groups(story)
    assert [(f.speaker, f.value, f.qualifier) for f in group.figures] == [
        ("The mayor", 3000, "up to"),
        ("The police", 1800, "about"),
    ]


def test_a_floor_has_no_end_and_a_ceiling_begins_at_nothing():
    story = a_story(
        a_claim("A-01", quantity=quantity("50", "at least")),
        a_claim("A-02", quantity=quantity("50", "up to")),
        a_claim("A-03", quantity=quantity("50", "about")),
        a_claim("A-04", quantity=quantity("50")),
    )
    (group,) = figure_groups(story)
    assert [(f.low, f.high) for f in group.figures] == [
        (Fraction(50), None),
        (Fraction(0), Fraction(50)),
        (Fraction(45), Fraction(55)),
        (Fraction(50), Fraction(50)),
    ]


def test_a_topic_with_one_figure_is_no_comparison():
    assert figure_groups(a_story(a_claim("A-01", quantity=quantity("50")))) == ()


def test_an_amount_in_words_is_not_drawn():
    hundreds = {"topic": "crowd", "of": "people", "amount": "hundreds"}
    story = a_story(a_claim("A-01", quantity=quantity("50")), a_claim("A-02", quantity=hundreds))
    assert figure_groups(story) == ()


def test_the_topic_with_most_figures_comes_first():
    story = a_story(
        a_claim("A-01", quantity=[quantity("1", topic="cost"), quantity("2", topic="cost")]),
        a_claim("A-02", quantity=[quantity("1"), quantity("2"), quantity("3")]),
    )
    assert [group.topic for group in figure_groups(story)] == ["crowd", "cost"]

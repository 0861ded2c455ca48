"""What numbers without a noun count."""

import pytest

from tests.authoring.extraction.drafting import claims


def topics(text):
    """What each number of an article counts."""
    return {q.value: q.topic for c in claims(text) for q in c.quantity}


def test_the_figure_nearest_in_size_before_it_is_meant():
    text = (
        "Officials said it had infected 212 people and killed 9, raising an earlier count of 150."
    )
    assert topics(text)[150] == "cases"


@pytest.mark.parametrize("words", ["up from 14", "compared with 14", "down from 14"])
def test_up_from_means_the_figure_right_before_it(words):
    text = f"The ministry put the number of dead at 19, {words} on Monday."
    assert topics(text)[14] == "deaths"


def test_what_was_asked_for_is_meant_where_there_is_no_figure_yet():
    text = "Nobody can say how many people the storm killed.\n\nThe government says 38. The union says 61."
    assert topics(text) == {38: "deaths", 61: "deaths"}


def test_what_the_paragraph_speaks_of_is_meant_before_other_figures():
    text = "The crowd was larger than ever. Police spoke of 9,000, the union of 40,000."
    assert topics(text) == {9000: "crowd", 40000: "crowd"}


def test_a_list_of_names_counts_people():
    text = "The union said 29 people had died. Its list of the dead gives 52 names."
    assert topics(text)[52] == "deaths"


def test_a_bare_share_is_of_the_same_kind_as_the_one_before_it():
    text = "Ida Holt took 46.1 percent of the vote and Rolf Adler 50.8, the commission said."
    found = [q for c in claims(text) for q in c.quantity]
    assert {(q.value * 10, q.unit) for q in found} == {(461, "%"), (508, "%")}


def test_a_number_of_another_size_is_not_taken_for_the_same_thing():
    text = "Police said 410,000 people marched. The age was to rise to 65, the ministry said."
    assert topics(text)[65] != "crowd"

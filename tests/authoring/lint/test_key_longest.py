"""key-longest."""

import pytest

from tests.builders import a_choice


def test_a_right_option_that_is_clearly_longer_is_told_with_both_lengths(find):
    right = "The organiser, who counted them twice and wrote the number down"
    (fault,) = find(a_choice(right, "The mayor of the town", "The police"))
    assert fault.place == ("questions", 0, "options", 0, "right")
    assert f"has {len(right)} characters, the longest wrong one 21" in fault.found


def test_each_gap_of_a_cloze_is_looked_at(find):
    gap = {
        "gap": "who",
        "options": [
            {"right": "The organiser said in a letter to the paper that"},
            {"wrong": "The mayor said that", "slip": "wrong-speaker"},
        ],
    }
    cloze = {
        "id": "q",
        "kind": "cloze",
        "ask": "Fill it.",
        "text": "[who] it rained.",
        "gaps": [gap],
    }
    (fault,) = find(cloze)
    assert fault.place == ("questions", 0, "gaps", 0, "options", 0, "right")


def test_of_several_right_options_all_must_stand_out(find):
    long = [{"right": "x" * 60}, {"right": "y" * 64}, {"wrong": "z" * 20}]
    assert find({"id": "q", "kind": "multiple", "ask": "Which?", "options": long})
    mixed = [{"right": "x" * 20}, *long]
    assert not find({"id": "q", "kind": "multiple", "ask": "Which?", "options": mixed})


@pytest.mark.parametrize(
    "options",
    [
        # the longest, but not by much
        ("A farmer at harvest in a field in Yili", "The coal mine that was attacked there"),
        # names are as long as they are
        ("The Tessowick Courier", "Police", "The Post"),
        # a wrong one is as long
        (
            "The organiser, who counted them twice",
            "Nobody, as the lanterns were not counted at all",
        ),
        # the key is the shortest
        ("No", "Yes, because the organiser said so in both of the reports"),
    ],
)
def test_options_of_like_length_are_fine(find, options):
    assert find(a_choice(*options)) == []

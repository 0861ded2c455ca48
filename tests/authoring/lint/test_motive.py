"""motive."""

import pytest

from tests.builders import a_choice, a_statement

ASK = "Why might the post have come when it did?"


@pytest.mark.parametrize(
    "key",
    [
        "The ministry wanted to take advantage of the news from Paris",
        "It was posted to distract from the delay",
        "Because the council feared for its name",
        "The editors deliberately left the figure out",
        "Its real motive was to win sympathy",
        "In order to hide the number of those who died in May",
        "The broadcaster published it for propaganda",
    ],
)
def test_a_motive_in_a_right_answer_is_told(find, key):
    (fault,) = find(a_choice(key, "Nothing can be said", ask=ASK))
    assert fault.place == ("questions", 0, "options", 0, "right")
    (fault,) = find(a_statement("true", ask=f"{key}."))
    assert fault.place == ("questions", 0, "ask")


@pytest.mark.parametrize("key", ["To link its campaign with Paris", "Because the news was there"])
def test_asked_why_any_purpose_is_a_motive(find, key):
    ask = "Why did the ministry publish its post after Paris?"
    assert len(find(a_choice(key, "Nothing can be said", ask=ask))) == 1
    said = "Why, as the mayor said in A2, did the ministry publish its post?"
    assert find(a_choice(key, "Nothing can be said", ask=said)) == []


def test_a_statement_sorted_as_a_fact_is_a_key_too(find):
    items = [{"fact": "They did it to scare people"}, {"claim": "They did it to please him"}]
    (fault,) = find({"id": "q", "kind": "classify", "ask": "Sort.", "items": items})
    assert fault.place == ("questions", 0, "items", 0, "fact")


@pytest.mark.parametrize(
    "key",
    [
        # with its speaker, or as one explanation among others
        "The mayor said that the council wanted to hide the cost",
        "It may have been posted to distract from the delay",
        "The facts fit more than one explanation, to win sympathy among them",
        "Neither article says that it was meant to scare people",
        "According to the chair, the council tried to play it down",
        "The articles leave open whether it was deliberately late",
        # no motive
        "The paper tried to reach the mayor, who went to look at the bridge",
        "The notice came out on 2 May",
        "The mayor went to the bridge to light the lanterns",
        "The group fled to cover in the mountains",
        "Its aim in A2",
        "“In order to hide it” stands in A2",
    ],
)
def test_what_is_held_open_or_is_no_motive_is_fine(find, key):
    assert find(a_choice(key, "Nothing can be said", ask=ASK)) == []


def test_a_wrong_answer_may_take_a_motive_for_granted(find):
    assert find(a_choice("The articles do not say", "To distract people", ask=ASK)) == []
    assert find(a_statement("not stated", ask="They did it to distract people.")) == []

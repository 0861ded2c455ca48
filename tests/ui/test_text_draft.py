"""What a browser sends of a text arrives whole, whatever is lost or overtaken on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ui.banks.text_draft import Draft, units


def change(old, new, number, base, **more):
    """The message of a browser that knows `base` as `old`."""
    at = 0
    while at < min(len(old), len(new)) and old[at] == new[at]:
        at += 1
    return {
        "id": "d", "number": number, "base": base, "at": at, "cut": len(old) - at,
        "put": new[at:], "length": units(new), "action": "", **more,
    }  # fmt: skip


@given(
    states=st.lists(
        st.tuples(st.text("aé𝄞\n", max_size=12), st.booleans(), st.booleans()), max_size=12
    )
)
def test_the_last_message_that_arrives_makes_the_text_whatever_was_lost(states):
    draft = Draft.of("d", "begun 𝄞")
    sent = {0: "begun 𝄞"}
    known = 0
    for number, (text, arrives, is_heard) in enumerate(states, start=1):
        sent[number] = text
        message = change(sent[known], text, number, known)
        if arrives:
            draft.take(message)
            assert draft.text == text
            if is_heard:
                known = draft.latest
    assert draft.text == sent[draft.latest]
    assert not draft.wants_whole


def test_a_change_that_cannot_be_placed_asks_for_all_of_it_and_nothing_is_changed():
    draft = Draft.of("d", "one")
    assert draft.take(change("two", "three", 1, 7, action="save")) == ""
    assert draft.wants_whole
    assert draft.text == "one"
    assert draft.take({"id": "d", "number": 2, "base": None, "put": "all", "action": "save"}) == (
        "save"
    )
    assert not draft.wants_whole
    assert draft.text == "all"


@pytest.mark.parametrize(
    "message",
    [None, "x", {}, {"id": "other", "number": 1}, {"id": "d"}, {"id": "d", "number": "1"},
     {"id": "d", "number": 1, "base": 0, "at": -1, "cut": 0, "put": "", "length": 3},
     {"id": "d", "number": 1, "base": 0, "at": 0, "cut": 99, "put": "", "length": 0},
     {"id": "d", "number": 1, "base": 0, "at": 0, "cut": 0, "put": "x", "length": 3},
     {"id": "d", "number": 1, "base": 0, "at": 0, "cut": 0, "put": 5, "length": 3}],
)  # fmt: skip
def test_whatever_else_comes_changes_nothing(message):
    draft = Draft.of("d", "one")
    assert draft.take(message) == ""
    assert draft.text == "one"


def test_the_same_message_twice_counts_once():
    draft = Draft.of("d", "one")
    message = change("one", "one more", 1, 0, action="save")
    assert draft.take(message) == "save"
    assert draft.take(message) == ""
    assert draft.text == "one more"


def test_the_text_is_sent_once_and_again_when_it_is_asked_for():
    draft = Draft.of("d", "one")
    assert draft.to_send() == "one"
    assert draft.to_send() is None
    draft.take({"id": "d", "action": "need"})
    assert draft.to_send() == "one"

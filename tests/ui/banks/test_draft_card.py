"""What the rules find weak in a draft stands beside it, one line each."""

from reportedly.authoring.linting.running import weak_spots_of_one
from reportedly.quiz.faults import Fault
from reportedly.ui.banks.draft_card import weak_list
from tests.builders import a_bank, a_choice, a_story

LONG = a_choice("The organiser, who counted every one of them twice", "The mayor", "A clerk")
PLAIN = a_choice("The organiser", "The town mayor", "A clerk there")


def test_only_what_is_weak_in_the_draft_itself_is_told():
    bank = a_bank({**LONG, "id": "long"}, {**PLAIN, "id": "plain"})
    assert [f.rule for f in weak_spots_of_one(bank, "long", a_story())] == ["key-longest"]
    assert not list(weak_spots_of_one(bank, "plain", a_story()))


def test_each_weak_spot_is_one_line_with_its_cure_and_its_rule():
    faults = [
        Fault((), "the key is the longest option", "shorten it", rule="key-longest"),
        Fault((), "two options say <b>the same</b>", rule="same-options"),
    ]
    told = weak_list(faults)
    assert told.count("<li>") == 2
    assert "the key is the longest option; shorten it. <code>key-longest</code>" in told
    assert "&lt;b&gt;the same&lt;/b&gt;. <code>same-options</code>" in told
    assert "2 weak spots" in told

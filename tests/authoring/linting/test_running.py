"""All rules together, and what an author allows."""

from hypothesis import HealthCheck, given, settings

from reportedly.authoring.linting.running import (
    unknown_rules,
    weak_spots,
    weak_spots_of_questions,
)
from reportedly.quiz.bank import Bank
from tests.builders import a_bank, a_choice, a_question, a_statement, a_story
from tests.strategies import banks

LONG = a_choice("The organiser, who counted every one of them twice", "The mayor", "A clerk")
UNBALANCED = [a_statement("true", id=f"t{n}") for n in range(5)]
NO_CYNICISM = {"cynicism": "The bank is one of a pair."}


def rules_of(*questions, **fields):
    return [fault.rule for fault in weak_spots(a_bank(*questions, **fields), a_story())]


def test_what_is_found_is_a_warning_with_the_name_of_its_rule():
    (fault,) = weak_spots(a_bank(LONG), a_story())
    assert (fault.severity, fault.rule) == ("warning", "key-longest")
    assert fault.cure


def test_a_question_may_allow_a_rule_with_a_reason():
    reason = {"key-longest": "The exact wording matters."}
    assert rules_of({**LONG, "allow": reason}) == []
    assert rules_of({**LONG, "allow": reason}, {**LONG, "id": "other"}) == ["key-longest"]


def test_the_bank_may_allow_what_is_found_in_all_of_it():
    balance = {"not-stated-balance": "These are warm-ups."}
    assert rules_of(*UNBALANCED) == ["cynicism", "not-stated-balance"]
    assert rules_of(*UNBALANCED, allow={**NO_CYNICISM, **balance}) == []


def test_what_is_allowed_without_need_is_told():
    (fault,) = weak_spots(
        a_bank(a_question(allow={"key-longest": "It was longer once."})), a_story()
    )
    assert fault.place == ("questions", 0, "allow", "key-longest")
    assert fault.severity == "warning"
    assert "finds nothing here" in fault.found


def test_a_rule_allowed_in_the_wrong_place_is_told_with_the_right_one():
    first, *others = UNBALANCED
    found = list(weak_spots(a_bank({**first, "allow": NO_CYNICISM}, *others), a_story()))
    assert "allow it for the whole bank" in found[-1].cure
    found = list(weak_spots(a_bank(LONG, allow={"key-longest": "They are all long."}), a_story()))
    assert [fault.place for fault in found][-1] == ("allow", "key-longest")
    assert "in each question that needs it" in found[-1].cure


def test_without_the_story_nothing_is_called_needless():
    bank = a_bank(a_question(allow={"labels": "The word is the lesson."}))
    assert list(weak_spots(bank, None)) == []


def test_of_some_questions_only_what_stands_in_each_is_told():
    some = a_bank(LONG, *UNBALANCED, allow=NO_CYNICISM)
    assert [f.rule for f in weak_spots_of_questions(some, a_story())] == ["key-longest"]


def test_a_rule_that_there_is_not_is_known_by_its_place():
    bank = a_bank(a_question(allow={"key-longset": "x"}), allow={"balance": "y"})
    assert list(unknown_rules(bank)) == [
        (("allow", "balance"), "balance"),
        (("questions", 0, "allow", "key-longset"), "key-longset"),
    ]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(banks())
def test_any_bank_can_be_looked_at_and_every_place_is_in_it(bank: Bank):
    plain = bank.model_dump(mode="json")
    for fault in weak_spots(bank, a_story()):
        assert fault.place[0] in plain
        assert fault.found
        for place in (fault.place, *fault.also):
            if place[0] == "questions" and len(place) > 1:
                assert place[1] < len(bank.questions)
                assert place[2] in plain["questions"][place[1]]

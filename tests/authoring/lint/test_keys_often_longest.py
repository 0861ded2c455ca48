"""keys-often-longest."""

from tests.builders import a_choice


def bank_of(longest, others):
    keys = [
        a_choice("The mayor of it", "The police", "The clerk", id=f"a{n}") for n in range(longest)
    ]
    return [
        *keys,
        *(a_choice("Nobody", "The police", "A clerk", id=f"b{n}") for n in range(others)),
    ]


def test_a_bank_in_which_the_longest_pays_is_told_with_its_lines(find):
    (fault,) = find(*bank_of(5, 1))
    assert fault.place == ("questions",)
    assert "5 of 6" in fault.found
    assert len(fault.also) == 5


def test_about_a_third_of_the_time_is_chance(find):
    assert find(*bank_of(3, 5)) == []


def test_a_few_questions_tell_nothing(find):
    assert find(*bank_of(4, 0)) == []


def test_drafts_do_not_count(find):
    drafts = [{**question, "status": "draft"} for question in bank_of(8, 0)]
    assert find(*drafts) == []


def test_a_large_bank_is_judged_by_the_same_measure(find):
    assert find(*bank_of(60, 60))
    assert find(*bank_of(40, 80)) == []

"""When a skill comes back."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.schedule import schedule
from tests.builders import NOON
from tests.reports.progress.learning import SURE, UNSURE, ZONE, an_outcome

TODAY = NOON.date()


def days_until(*all):
    """In how many days, from the first, the skill of these answers comes back."""
    [one] = schedule(all, ZONE)
    return (one.due.date() - TODAY).days


def test_a_missed_skill_comes_back_after_a_day_and_then_after_seven():
    missed, again, once_more = an_outcome(0), an_outcome(day=1), an_outcome(day=8)
    assert days_until(missed) == 1
    assert days_until(missed, again) == 1 + 7
    assert days_until(missed, again, once_more) == 8 + 11


def test_the_seven_days_count_from_when_it_was_looked_at_however_late():
    assert days_until(an_outcome(0), an_outcome(day=4)) == 4 + 7


def test_a_partly_right_answer_is_a_miss():
    assert days_until(an_outcome(0.5)) == 1


@pytest.mark.parametrize("certainty", ["guess", "60"])
def test_a_right_answer_without_being_sure_comes_back_too(certainty):
    assert days_until(an_outcome(certainty=certainty_of(certainty))) == 1


@pytest.mark.parametrize("certainty", [None, "80", "95"])
def test_a_skill_that_was_right_and_sure_does_not_come_back(certainty):
    assert schedule([an_outcome(certainty=certainty_of(certainty))], ZONE) == ()


def certainty_of(text):
    return None if text is None else type(SURE)(text)


def test_right_answers_before_the_day_change_nothing():
    missed = an_outcome(0)
    assert days_until(missed, an_outcome(day=0.1), an_outcome(day=0.2)) == 1
    assert days_until(missed, an_outcome(day=1), an_outcome(day=3), an_outcome(day=7)) == 8


def test_it_is_due_from_the_morning_of_the_day():
    missed = an_outcome(0, answered_at=NOON.replace(hour=22))
    early = an_outcome(answered_at=NOON.replace(hour=7) + timedelta(days=1))
    assert days_until(missed, early) == 1 + 7


def test_it_is_not_due_before_a_night_has_passed():
    missed = an_outcome(0, answered_at=NOON.replace(hour=23))
    just_after = an_outcome(answered_at=NOON.replace(hour=1) + timedelta(days=1))
    at_breakfast = an_outcome(answered_at=NOON.replace(hour=7) + timedelta(days=1))
    assert days_until(missed, just_after) == 1
    assert days_until(missed, just_after, at_breakfast) == 1 + 7


def test_a_miss_begins_again_at_a_day_whenever_it_comes():
    missed, again = an_outcome(0), an_outcome(day=1)
    assert days_until(missed, again, an_outcome(0, day=1.1)) == 2
    assert days_until(missed, again, an_outcome(0, day=8)) == 9
    thrice = (missed, again, an_outcome(day=8), an_outcome(0, day=19))
    assert days_until(*thrice) == 20
    assert days_until(*thrice, an_outcome(day=20)) == 20 + 7


def test_each_skill_of_a_question_comes_back():
    both = an_outcome(0, skills=(Skill.NUMBERS, Skill.GAPS))
    assert {one.skill for one in schedule([both], ZONE)} == {Skill.NUMBERS, Skill.GAPS}


def test_errors_made_with_certainty_come_first_among_those_of_a_day():
    unsure = an_outcome(0, skills=(Skill.SOURCES,), certainty=UNSURE)
    sure = an_outcome(0, skills=(Skill.GAPS,), certainty=SURE)
    silent = an_outcome(0, skills=(Skill.NUMBERS,), day=0.1)
    found = schedule([unsure, sure, silent], ZONE)
    assert [one.skill for one in found] == [Skill.GAPS, Skill.SOURCES, Skill.NUMBERS]
    assert [one.cause.is_sure_error for one in found] == [True, False, False]


def test_the_day_is_that_of_the_place_where_the_learner_is():
    late = an_outcome(0, answered_at=NOON.replace(hour=23))
    [one] = schedule([late], ZoneInfo("Asia/Shanghai"))
    assert one.due.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2026, 3, 6)


def test_what_is_told_are_the_miss_and_the_answers_each_time_it_came_back():
    first, missed, early, again = (
        an_outcome(),
        an_outcome(0, day=1),
        an_outcome(day=1.2),
        an_outcome(day=2),
    )
    [one] = schedule([first, missed, early, again], ZONE)
    assert one.cause == missed
    assert one.since == (missed, again)


def test_all_misses_of_a_day_are_told_and_the_one_made_with_certainty_is_the_cause():
    sure, later = an_outcome(0, certainty=SURE), an_outcome(0, day=0.1)
    [one] = schedule([sure, later], ZONE)
    assert (one.since, one.cause) == ((sure, later), sure)
    again = an_outcome(0, day=1)
    [one] = schedule([sure, later, again], ZONE)
    assert (one.since, one.cause) == ((again,), again)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=25))
def test_the_wait_begins_at_a_day_and_only_grows_until_the_next_miss(answers):
    all = [an_outcome(right, day=day) for day, right in sorted(answers)]
    waits = []
    for n in range(1, len(all) + 1):
        for one in schedule(all[:n], ZONE):
            last = one.since[-1]
            returns = sum(told.is_firm for told in one.since)
            waits.append((returns, (one.due.date() - last.day(ZONE)).days))
    assert all[0].is_right or waits[0] == (0, 1)
    for returns, wait in waits:
        assert wait == {0: 1, 1: 7}.get(returns, wait)
        assert returns < 2 or wait >= 7


def test_the_same_answers_always_give_the_same_days():
    all = [an_outcome(0), *(an_outcome(day=day) for day in (1, 8, 30, 90, 300))]
    assert schedule(all, ZONE) == schedule(all, ZONE)

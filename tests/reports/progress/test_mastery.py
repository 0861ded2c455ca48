"""Which skills are secure."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.mastery import Lack, Standing, known_share, standings
from tests.builders import NOON
from tests.reports.progress.learning import ZONE, an_outcome, several


def numbers(all, zone=ZONE):
    """How firmly the skill stands that these answers tell of."""
    [found] = [one for one in standings(all, zone) if one.skill is Skill.NUMBERS]
    return found


@pytest.mark.parametrize(
    ("right", "wrong", "bound", "standing"),
    [
        (5, 0, 0.68, Standing.SECURE),
        (9, 1, 0.69, Standing.SECURE),
        (7, 1, 0.63, Standing.DEVELOPING),
        (4, 0, 0.63, Standing.TOO_LITTLE),
        (0, 9, 0.01, Standing.DEVELOPING),
    ],
)
def test_the_lower_bound_decides(right, wrong, bound, standing):
    found = numbers(several(right, wrong))
    assert round(found.bound, 2) == bound
    assert found.bound == pytest.approx(beta.ppf(0.1, 1 + right, 1 + wrong), abs=1e-9)
    assert found.standing is standing


@pytest.mark.parametrize(
    ("fields", "lack"), [({"kind": "short"}, Lack.KIND), ({"day": 3}, Lack.DAY)]
)
def test_answers_of_one_kind_or_of_one_day_are_too_little_evidence(fields, lack):
    found = numbers(several(20, **fields))
    assert (found.standing, found.lacks) == (Standing.TOO_LITTLE, (lack,))


def test_a_single_question_never_makes_a_skill_secure_however_often_it_is_answered():
    again = [an_outcome(question="same", day=n) for n in range(30)]
    found = numbers(again)
    assert (found.questions, found.standing) == (1, Standing.TOO_LITTLE)


def test_of_a_repeated_question_the_latest_day_counts_and_of_one_day_the_first_answer():
    missed = an_outcome(0, question="same")
    retried = an_outcome(1, question="same", day=0.1)
    assert numbers([missed, retried]).right == 0
    assert numbers([missed, retried, an_outcome(1, question="same", day=1)]).right == 1


def test_the_same_id_in_another_bank_is_another_question():
    assert (
        numbers([an_outcome(question="q"), an_outcome(question="q", bank="other")]).questions == 2
    )


def test_the_luck_of_guessing_is_taken_out():
    third = 1 / 3
    assert numbers(several(5, luck=third)).standing is Standing.TOO_LITTLE
    assert numbers(several(7, luck=third)).lacks == (Lack.QUESTIONS,)
    assert numbers(several(8, luck=third)).standing is Standing.SECURE
    assert numbers(several(9, 1, luck=third)).standing is Standing.DEVELOPING


@settings(deadline=None)
@given(st.floats(0, 300), st.floats(0, 300), st.floats(0, 0.9))
def test_known_is_never_more_than_what_is_right_and_less_the_more_luck_there_is(right, wrong, luck):
    known = known_share(right, wrong, luck)
    assert 0 <= known <= known_share(right, wrong, 0) <= 1
    assert known == pytest.approx(max(0, (known_share(right, wrong, 0) - luck) / (1 - luck)))


def test_where_guessing_earns_everything_nothing_is_known():
    assert known_share(50, 0, 1) == 0


def test_a_partly_right_answer_counts_with_its_share():
    found = numbers([*several(6, 1), an_outcome(0.5, day=1)])
    assert found.right == 6.5
    assert found.bound == pytest.approx(beta.ppf(0.1, 7.5, 2.5), abs=1e-9)


def test_answers_that_learners_marked_themselves_do_not_count():
    assert numbers([*several(4), an_outcome(by_self=True, kind="open")]).questions == 4


def test_a_skill_without_answers_lacks_everything():
    found = standings((), ZONE)
    assert [one.skill for one in found] == list(Skill)
    assert {one.lacks for one in found} == {(Lack.QUESTIONS, Lack.KIND, Lack.DAY)}
    assert {one.standing for one in found} == {Standing.TOO_LITTLE}


def test_what_is_a_day_depends_on_where_the_learner_is():
    around = [
        an_outcome(
            kind=("short", "number")[n % 2],
            answered_at=NOON.replace(hour=23, minute=50) + timedelta(minutes=20 * (n % 2)),
        )
        for n in range(6)
    ]
    assert numbers(around).standing is Standing.SECURE
    assert numbers(around, ZoneInfo("Asia/Shanghai")).lacks == (Lack.DAY,)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.booleans()), max_size=40))
def test_what_is_said_always_follows_the_rule(answers):
    all = sorted(
        (
            an_outcome(right, question=f"q{n}", day=day, kind=f"kind-{n % 3}")
            for n, day, right in answers
        ),
        key=lambda one: one.answered_at,
    )
    found = numbers(all)
    assert (found.standing is Standing.TOO_LITTLE) == bool(found.lacks)
    if found.standing is Standing.SECURE:
        assert found.bound >= 0.65
        assert found.questions >= 5
        assert len({one.kind for one in all}) >= 2
        assert len({one.answered_at.date() for one in all}) >= 2

"""A lesson goes from moment to moment, and never to one that does not exist."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.classroom.conduct import next_step, steps
from reportedly.classroom.lesson import ROUNDS, Names, Pacing, Phase
from reportedly.classroom.moves import Do, Move, MoveRefused, advance, begin, possible
from tests.builders import NOON, later
from tests.classroom.playing import QUESTIONS, a_homework, a_plan, played

ARGUED = [
    Do.START, Do.CLOSE, Do.DISCUSS, Do.VOTE_AGAIN, Do.CLOSE, Do.REVEAL,
]  # fmt: skip


def test_a_question_is_voted_on_discussed_voted_on_again_and_shown():
    lesson = played(*ARGUED)
    assert (lesson.phase, lesson.question, lesson.round) == (Phase.REVEALED, "one", 2)
    assert lesson.revealed == {"one"}


def test_the_next_question_is_open_at_once_in_its_first_round():
    lesson = played(*ARGUED, Do.NEXT)
    assert (lesson.phase, lesson.question, lesson.round) == (Phase.OPEN, "two", 1)


def test_a_question_is_voted_on_twice_at_most():
    again = played(Do.START, Do.CLOSE, Do.DISCUSS, Do.VOTE_AGAIN, Do.CLOSE)
    assert not {Do.VOTE_AGAIN, Do.DISCUSS} & possible(again)


def test_a_question_that_was_shown_is_never_opened_again():
    back = played(*ARGUED, Do.NEXT, Do.BACK)
    assert back.phase is Phase.REVEALED
    assert not {Do.OPEN, Do.VOTE_AGAIN} & possible(back)


def test_a_skipped_question_waits_closed_and_can_be_opened_when_the_host_comes_back():
    back = played(Do.START, Do.SKIP, Do.BACK)
    assert (back.phase, back.question) == (Phase.CLOSED, "one")
    assert advance(back, Move(Do.OPEN), NOON).phase is Phase.OPEN


def test_discussing_hides_the_split_again():
    lesson = played(Do.START, Do.SHOW_SPLIT, Do.DISCUSS)
    assert not lesson.shows_split


def test_a_pause_takes_no_time_from_anybody():
    lesson = played(Do.START)
    lesson = advance(lesson, Move(Do.PAUSE), later(seconds=10))
    assert lesson.elapsed(later(seconds=500)) == 10
    lesson = advance(lesson, Move(Do.RESUME), later(seconds=510))
    assert lesson.elapsed(later(seconds=515)) == 15


def test_while_paused_only_going_on_and_ending_are_possible():
    paused = played(Do.START, Do.PAUSE)
    assert possible(paused) & set(Do) == {
        Do.RESUME, Do.END, Do.VOID, Do.RESTORE, Do.KICK, Do.READMIT,
    }  # fmt: skip


def test_a_question_is_voided_afterwards_and_brought_back():
    ended = played(*ARGUED, Do.END)
    voided = advance(ended, Move(Do.VOID, question="one"), NOON)
    assert voided.voided == {"one"}
    assert advance(voided, Move(Do.RESTORE, question="one"), NOON) == ended


def test_a_question_nobody_was_asked_cannot_be_voided():
    with pytest.raises(MoveRefused, match="was asked"):
        advance(played(Do.START), Move(Do.VOID, question="three"), NOON)


def test_sending_somebody_out_can_be_undone():
    lesson = advance(played(Do.START), Move(Do.KICK, seat="seat-1"), NOON)
    assert lesson.kicked == {"seat-1"}
    assert advance(lesson, Move(Do.READMIT, seat="seat-1"), NOON).kicked == frozenset()


def test_standings_are_shown_after_an_answer_only_and_gone_with_the_next_question():
    plan = a_plan(standings=True)
    assert Do.SHOW_STANDINGS not in possible(played(Do.START, Do.CLOSE, plan=plan))
    assert Do.SHOW_STANDINGS not in possible(played(Do.START, Do.REVEAL))
    shown = played(Do.START, Do.REVEAL, Do.SHOW_STANDINGS, plan=plan)
    assert shown.shows_standings
    assert not advance(shown, Move(Do.NEXT), NOON).shows_standings
    ended = advance(shown, Move(Do.END), NOON)
    assert not advance(ended, Move(Do.HIDE_STANDINGS), NOON).shows_standings


def test_a_move_that_does_not_fit_is_refused_in_a_sentence():
    with pytest.raises(MoveRefused, match="not done"):
        advance(played(), Move(Do.REVEAL), NOON)


def test_ending_shows_every_question_that_was_asked_and_no_other():
    assert played(Do.START, Do.SKIP, Do.END).revealed == {"one", "two"}


def test_no_two_buttons_of_one_moment_have_the_same_key():
    for moves in ([], ARGUED[:1], ARGUED[:2], ARGUED[:3], ARGUED[:5], ARGUED, [*ARGUED, Do.PAUSE]):
        keys = [key for step in steps(played(*moves), None) for key in step.keys]
        assert sorted(set(keys)) == sorted(keys)
        assert "space" in keys


def test_a_homework_is_open_at_once_and_over_at_its_deadline():
    lesson = begin(a_homework(), NOON)
    assert lesson.phase is Phase.OPEN
    assert not lesson.is_over(later(days=1))
    assert lesson.is_over(later(days=2))


@pytest.mark.parametrize(
    "wrong",
    [
        {"questions": ()},
        {"questions": ("one", "one")},
        {"seconds": 0},
        {"tries": 0},
        {"tries": 6},
        {"pacing": Pacing.HOMEWORK},
        {"deadline": NOON},
        {"sure_about": ("elsewhere",)},
        {"standings": True, "names": Names.ANONYMOUS},
        {"standings": True, "pacing": Pacing.SELF},
        {"speed_points": True, "seconds": None},
        {"speed_points": True, "seconds": 30, "pacing": Pacing.SELF},
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        a_plan(**wrong)


PLANS = some.sampled_from(
    [a_plan(), a_plan(standings=True), a_plan(pacing=Pacing.SELF), a_homework(tries=2)]
)
MOVES = some.builds(
    Move,
    some.sampled_from(Do),
    question=some.sampled_from(["", "elsewhere", *QUESTIONS]),
    seat=some.sampled_from(["", "seat-1"]),
    seconds=some.floats(-5, 500),
)


@settings(max_examples=200, deadline=None)
@given(plan=PLANS, moves=some.lists(MOVES, min_size=50, max_size=50))
def test_whatever_a_host_presses_the_lesson_is_in_order(plan, moves):
    # 200 lessons of 50 moves each: 10,000 moves.
    lesson = begin(plan, NOON)
    shown: frozenset[str] = frozenset()
    for now, move in enumerate(moves, start=1):
        before = lesson
        try:
            lesson = advance(lesson, move, later(seconds=now))
            assert move.do in possible(before)
        except MoveRefused:
            assert lesson is before
        assert 0 <= lesson.position < len(plan.questions)
        assert set(dict(lesson.rounds).values()) <= set(range(1, ROUNDS + 1))
        assert shown <= lesson.revealed, "what was shown stays shown"
        shown = lesson.revealed
        if lesson.phase is Phase.OPEN and lesson.is_live:
            assert lesson.question not in lesson.revealed
        if lesson.phase is Phase.REVEALED:
            assert lesson.question in lesson.revealed
        if before.phase is Phase.ENDED:
            assert lesson.phase is Phase.ENDED
        assert lesson.elapsed(later(seconds=now)) >= 0
        assert lesson.voided <= set(lesson.asked)
        if lesson.shows_standings:
            assert plan.standings
            assert lesson.phase in (Phase.REVEALED, Phase.ENDED)
        obvious = next_step(lesson, None)
        assert (obvious is None) == (lesson.phase is Phase.ENDED)
        assert sum(step.is_next for step in steps(lesson, None)) == (obvious is not None)

"""Names, join codes, personal time, and what counts when."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reportedly.classroom import answering, codes
from reportedly.classroom.answering import seconds_left, why_refused
from reportedly.classroom.conduct import Advice, advise, next_step
from reportedly.classroom.lesson import Bands, Pacing
from reportedly.classroom.moves import Do, Move, advance
from reportedly.classroom.seats import NameRefused, PersonalTime, clean_name, draw_name, folded
from tests.builders import NOON, later
from tests.classroom.playing import a_homework, a_plan, a_seat, played


@pytest.mark.parametrize(
    "name", ["", "   ", "x" * 25, "\u202eevil", "!!!", "sh1t", "F.u.c.k", "Teacher"]
)
def test_a_name_that_does_not_fit_a_classroom_is_refused(name):
    with pytest.raises(NameRefused, match=r"Please|mistaken"):
        clean_name(name)


@pytest.mark.parametrize("name", ["Zoë", "  李  雷 ", "O'Brien", "=1+1", "<b>Bo</b>", "Scunthorpe"])
def test_other_names_are_kept_as_they_are(name):
    assert clean_name(name) == " ".join(name.split())


def test_drawn_names_are_never_drawn_twice():
    taken: list[str] = []
    for seed in range(60):
        taken.append(draw_name(taken, seed))
    assert len({folded(name) for name in taken}) == 60
    assert draw_name([], 1) == draw_name([], 1)


def test_codes_hold_no_letters_that_look_alike_and_differ():
    made = {codes.new_code(seed) for seed in range(500)}
    assert len(made) == 500
    assert not set("".join(made)) & set("ILO01")


@given(some.integers(0, 2**40))
def test_a_code_is_read_however_it_is_typed(seed):
    code = codes.new_code(seed)
    assert codes.read_code(f" {code[:3].lower()}-{code[3:]} ") == code


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDEFG", "ABCDE1", "ÀBCDEF"])
def test_what_is_no_code_is_none(typed):
    assert codes.read_code(typed) is None


def refused(lesson, *, question="one", round=1, at=NOON, **seat):
    return why_refused(lesson, a_seat(**seat), question, round, at)


def test_an_answer_to_the_open_question_counts():
    assert refused(played(Do.START)) is None


def test_an_answer_just_after_the_close_counts_and_later_not():
    closed = played(Do.START, Do.CLOSE)
    assert refused(closed, at=later(seconds=1.9)) is None
    assert refused(closed, at=later(seconds=2.1)) == answering.TOO_LATE


def test_after_the_answer_was_shown_there_is_no_grace():
    assert refused(played(Do.START, Do.REVEAL), at=NOON) == answering.SHOWN


def test_an_answer_never_lands_on_another_question_or_round():
    assert refused(played(Do.START, Do.SKIP)) == answering.MOVED_ON
    assert refused(played(Do.START), question="three") == answering.MOVED_ON
    assert refused(played(Do.START), round=2) == answering.MOVED_ON
    assert refused(played(Do.START, Do.DISCUSS, Do.VOTE_AGAIN)) == answering.MOVED_ON


@pytest.mark.parametrize(
    ("moves", "why"),
    [
        ([], answering.NOT_BEGUN),
        ([Do.START, Do.PAUSE], answering.PAUSED),
        ([Do.START, Do.END], answering.ENDED),
    ],
)
def test_every_refusal_says_why(moves, why):
    assert refused(played(*moves), at=later(seconds=5)) == why


def test_who_was_sent_out_does_not_count_until_let_in_again():
    out = advance(played(Do.START), Move(Do.KICK, seat="seat-1"), NOON)
    assert refused(out) == answering.KICKED
    assert refused(advance(out, Move(Do.READMIT, seat="seat-1"), NOON)) is None


@pytest.mark.parametrize(
    ("time", "counts_until"),
    [("1", 62), ("1.5", 92), ("2", 122), ("10", 602), ("none", 10_000)],
)
def test_personal_time_stretches_the_timer(time, counts_until):
    lesson = played(Do.START, plan=a_plan(seconds=60))
    seat = {"time": PersonalTime(time)}
    assert refused(lesson, at=later(seconds=counts_until), **seat) is None
    if time != "none":
        late = later(seconds=counts_until + 1)
        assert refused(lesson, at=late, **seat) == answering.TIME_UP


def test_time_that_a_server_was_away_is_given_back():
    lesson = played(Do.START, plan=a_plan(seconds=60))
    lesson = advance(lesson, Move(Do.CREDIT, seconds=20), NOON)
    assert seconds_left(lesson, PersonalTime.USUAL, later(seconds=30)) == 50


def test_without_a_timer_nothing_runs_out():
    assert seconds_left(played(Do.START), PersonalTime.USUAL, later(hours=3)) is None


def test_on_ones_own_every_question_is_open_until_the_end_or_a_pause():
    lesson = played(Do.START, plan=a_plan(pacing=Pacing.SELF))
    assert refused(lesson, question="three") is None
    paused = advance(lesson, Move(Do.PAUSE), NOON)
    assert refused(paused, question="three", at=later(seconds=3)) == answering.PAUSED


def test_homework_ends_with_its_deadline_and_its_tries():
    lesson = played(plan=a_homework(tries=2))
    assert refused(lesson, at=later(days=1)) is None
    assert refused(lesson, at=later(days=2, seconds=3)) == answering.TIME_UP
    assert refused(lesson, round=2, at=later(days=1)) == answering.MOVED_ON
    assert refused(lesson, round=3, at=later(days=1)) == answering.LAST_TRY


@pytest.mark.parametrize(
    ("share", "advice"),
    [
        (None, None),
        ("0.34", Advice.RETEACH),
        ("0.35", Advice.DISCUSS),
        ("0.70", Advice.DISCUSS),
        ("0.71", Advice.EXPLAIN),
    ],
)
def test_the_first_vote_suggests_what_to_do(share, advice):
    assert advise(share and Fraction(share), Bands()) == advice


def test_the_bands_can_be_set():
    assert advise(Fraction(1, 2), Bands(reteach_below=60, explain_above=80)) is Advice.RETEACH
    with pytest.raises(ValueError, match="must not be above"):
        Bands(reteach_below=80, explain_above=20)


def test_the_obvious_step_after_a_divided_vote_is_to_let_them_talk():
    closed = played(Do.START, Do.CLOSE)
    assert next_step(closed, Advice.DISCUSS) is Do.DISCUSS
    assert next_step(closed, Advice.EXPLAIN) is Do.REVEAL
    assert next_step(closed, None) is Do.REVEAL

"""Standings and points for speed: off, never where people died, and fair to who needs time."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.classroom.answering import percent_left
from reportedly.classroom.moves import Do, Move, advance
from reportedly.classroom.projecting import standings_view
from reportedly.classroom.results import own_result
from reportedly.classroom.seats import PersonalTime
from reportedly.classroom.standings import MOST_PLACES, Place, speed_points, standings
from reportedly.classroom.tallies import Marks, Stored
from reportedly.quiz.publishing.standing import SENSITIVE
from tests.builders import NOON, a_question, an_edition, an_open_question, chose, later, wrote
from tests.classroom.playing import (
    QUESTIONS,
    WORDS,
    a_board,
    a_plan,
    a_seat,
    a_vote,
    edition_of,
    played,
)

WITH_BOTH = a_plan(standings=True, speed_points=True, seconds=60)
ALL_SHOWN = (Do.START, *(Do.REVEAL, Do.NEXT) * 2, Do.REVEAL)
EDITION = edition_of()
SEATS = [a_seat(f"seat-{n}", name=f"Name {n}") for n in range(3)]


def stored(seat="seat-0", option=0, *, time_left=None, at=NOON, **fields):
    return Stored(a_vote(seat, chose(option), **fields), 1, at, time_left)


def shown(votes, *, plan=WITH_BOTH, edition=EDITION, seats=SEATS, moves=ALL_SHOWN):
    return standings(played(*moves, plan=plan), Marks(edition), seats, votes)


ANSWERS = some.lists(
    some.tuples(
        some.sampled_from([seat.id for seat in SEATS]),
        some.sampled_from(QUESTIONS),
        some.sampled_from([1, 2]),
        some.integers(0, 1),
        some.integers(0, 100),
        some.integers(0, 3000),
    ),
    max_size=18,
    unique_by=lambda answer: answer[:3],
)


@settings(max_examples=100, deadline=None)
@given(answers=ANSWERS)
def test_with_both_off_the_same_answers_at_other_times_give_the_same_score(answers):
    plan = a_plan(seconds=60)
    lesson, marks = played(*ALL_SHOWN, Do.END, plan=plan), Marks(EDITION)

    def results(votes):
        for seat in SEATS:
            own = {v.vote.question: v for v in votes if v.vote.seat == seat.id}
            yield own_result(lesson, marks, own, WORDS.skills, WORDS.render)

    one = [stored(s, o, question=q, round=r) for s, q, r, o, _, _ in answers]
    other = [
        stored(s, o, question=q, round=r, time_left=left, at=NOON + timedelta(seconds=after))
        for s, q, r, o, left, after in answers
    ]
    assert list(results(one)) == list(results(other))
    assert all(result["speed_text"] is None for result in results(other))
    assert standings(lesson, marks, SEATS, other) == ()


@settings(max_examples=100, deadline=None)
@given(answers=ANSWERS)
def test_standings_without_speed_do_not_depend_on_when_somebody_answered(answers):
    plan = a_plan(standings=True, seconds=60)
    one = [stored(s, o, question=q, round=r) for s, q, r, o, _, _ in answers]
    other = [
        stored(s, o, question=q, round=r, time_left=left, at=NOON + timedelta(seconds=after))
        for s, q, r, o, left, after in answers
    ]
    assert shown(one, plan=plan) == shown(other, plan=plan)


@settings(max_examples=100, deadline=None)
@given(
    usual=some.integers(10, 600),
    after=some.floats(0, 700),
    time=some.sampled_from(PersonalTime),
)
def test_more_time_for_somebody_never_costs_points(usual, after, time):
    plan = a_plan(speed_points=True, seconds=usual)
    lesson, now = played(Do.START, plan=plan), later(seconds=after)
    own, others = (percent_left(lesson, each, now) for each in (time, PersonalTime.USUAL))
    assert 0 <= others <= own <= 100
    worth = [speed_points(lesson, Marks(EDITION), stored(time_left=p)) for p in (own, others)]
    assert worth[0] >= worth[1]


def test_speed_adds_up_to_half_of_what_was_right_and_nothing_to_what_was_wrong():
    lesson, marks = played(Do.START, plan=WITH_BOTH), Marks(EDITION)
    assert speed_points(lesson, marks, stored(time_left=100)) == Fraction(1, 2)
    assert speed_points(lesson, marks, stored(time_left=70)) == Fraction(3, 10)
    assert speed_points(lesson, marks, stored(time_left=0)) == 0
    assert speed_points(lesson, marks, stored(option=1, time_left=100)) == 0


def test_those_with_equal_points_share_a_place():
    votes = [stored("seat-0", 1), stored("seat-1"), stored("seat-2")]
    assert shown(votes) == (Place(1, "Name 1", Fraction(1)), Place(1, "Name 2", Fraction(1)))


def test_nobody_is_shown_to_be_last():
    seats = [a_seat(f"s{n:02}", name=f"Name {n:02}") for n in range(30)]
    votes = [stored(f"s{n:02}", time_left=5 * n) for n in range(20)]
    places = shown(votes, seats=seats)
    assert 0 < len(places) <= MOST_PLACES
    assert "Name 00" not in [place.name for place in places]
    assert shown([stored(seat.id) for seat in seats], seats=seats) == (), "all share one place"


def test_who_stays_out_or_was_sent_out_is_in_no_line():
    seats = [a_seat("a", unlisted=True), a_seat("b"), a_seat("c", name=None), a_seat("d", name="D")]
    lesson = advance(played(*ALL_SHOWN, plan=WITH_BOTH), Move(Do.KICK, seat="b"), NOON)
    votes = [stored(seat.id) for seat in seats]
    assert [p.name for p in standings(lesson, Marks(EDITION), seats, votes)] == ["D"]


def test_an_answer_counts_only_once_it_was_shown_and_not_when_it_is_voided():
    votes = [stored(), stored(question="two")]
    moves = (Do.START, Do.REVEAL, Do.NEXT)
    assert [p.points for p in shown(votes, moves=moves)] == [1]
    lesson = advance(played(*ALL_SHOWN, plan=WITH_BOTH), Move(Do.VOID, question="one"), NOON)
    assert [p.points for p in standings(lesson, Marks(EDITION), SEATS, votes)] == [1]


@pytest.mark.parametrize("tag", SENSITIVE)
def test_a_sensitive_question_counts_for_neither_whatever_the_plan_says(tag):
    tagged = a_question("one", tags=[tag])
    in_a_bank = an_edition(tagged, a_question("two"), a_question("three"))
    votes = [stored(time_left=100), stored(question="two", time_left=100)]
    assert [p.points for p in shown(votes, edition=in_a_bank)] == [Fraction(3, 2)]
    whole = an_edition(bank=in_a_bank.bank.model_copy(update={"tags": (tag,)}))
    assert shown(votes, edition=whole) == ()
    lesson = played(*ALL_SHOWN, plan=WITH_BOTH)
    assert speed_points(lesson, Marks(whole), votes[1]) == 0
    board = a_board(lesson, whole)
    assert standings_view(board, SEATS, votes) == {"lines": [], "not_counted": 3}
    own = {vote.vote.question: vote for vote in votes}
    assert own_result(lesson, board.marks, own, WORDS.skills, WORDS.render)["speed_text"] == "0"


def test_a_level_that_learners_choose_themselves_counts_for_neither():
    edition = an_edition(an_open_question("one"), a_question("two"))
    plan = a_plan(questions=("one", "two"), standings=True, speed_points=True, seconds=60)
    vote = Stored(a_vote("seat-0", wrote("Who counted?", 0)), 1, NOON, 100)
    moves = (Do.START, Do.REVEAL, Do.NEXT, Do.REVEAL)
    assert shown([vote], plan=plan, edition=edition, moves=moves) == ()

"""Answers stored as the server expects the lesson to be come to the same as when it looks first."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.classroom import answering
from reportedly.classroom.moves import Do, Move, MoveRefused
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons
from reportedly.store.voting import GONE, stored_votes
from tests.builders import NOON, chose, later
from tests.classroom.playing import a_homework
from tests.store.lessons_kept import answer, begin, join, sent, started


@pytest.fixture
def lessons(engine) -> Lessons:
    return Lessons(engine, Attempts(engine))


def expecting(kept, *args, **named):
    """An answer at a server that has seen the lesson as it is here, and no earlier answer."""
    return replace(sent(kept, *args, **named), seen=kept)


def test_a_first_answer_is_stored_as_it_would_be_without_the_expectation(lessons):
    kept = started(lessons)
    seats = [join(lessons, kept, f"Learner {n}") for n in range(3)]
    outcomes = answer(lessons, *(expecting(kept, seat, at=later(seconds=1.5)) for seat in seats))
    assert all(outcome.is_new and outcome.refusal is None for outcome in outcomes)
    found = stored_votes(lessons, kept.id)
    assert sorted(found, key=str) == sorted((one.stored for one in outcomes), key=str)
    assert found[0].at == later(seconds=1.5)


def test_a_move_that_the_server_has_not_seen_decides(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    lessons.move(kept.id, Move(Do.REVEAL), NOON)
    (outcome,) = answer(lessons, expecting(kept, seat))
    assert outcome.refusal == answering.SHOWN
    assert stored_votes(lessons, kept.id) == []


def test_one_answer_that_is_not_as_expected_takes_none_of_the_others_along(lessons, elsewhere):
    kept = started(lessons)
    known, new = join(lessons, kept, "Zoë"), join(lessons, kept, "Bo")
    at_other_server = Lessons(elsewhere, Attempts(elsewhere))
    answer(at_other_server, sent(kept, known, chose(1), number=3))
    late, first = answer(lessons, expecting(kept, known, number=2), expecting(kept, new))
    assert (late.stored.sent, late.is_new) == (3, False)
    assert (first.stored.sent, first.is_new) == (1, True)
    assert len(stored_votes(lessons, kept.id)) == 2


def test_five_of_the_same_in_one_commit_are_one_row_and_one_receipt(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    outcomes = answer(lessons, *(expecting(kept, seat) for _ in range(5)))
    assert {outcome.stored.sent for outcome in outcomes} == {1}
    assert [outcome.is_new for outcome in outcomes] == [True] + [False] * 4
    assert len(stored_votes(lessons, kept.id)) == 1


def test_a_lesson_that_was_deleted_meanwhile_refuses(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    lessons.delete(kept.id)
    (outcome,) = answer(lessons, expecting(kept, seat))
    assert outcome.refusal == GONE


STEPS = some.one_of(
    some.sampled_from([Do.CLOSE, Do.DISCUSS, Do.VOTE_AGAIN, Do.REVEAL, Do.NEXT, Do.PAUSE, Do.END]),
    some.tuples(
        some.integers(0, 2),  # whose
        some.sampled_from(["one", "two"]),
        some.integers(1, 2),  # the round
        some.integers(1, 3),  # the number
        some.integers(0, 1),  # the option
        some.integers(0, 3),  # how many moves ago the server has looked at the lesson
    ),
)


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory) -> Lessons:
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('votes') / 'answers.sqlite3'}")
    yield Lessons(engine, Attempts(engine))
    engine.dispose()


@settings(max_examples=20, deadline=None)
@given(
    steps=some.lists(some.lists(STEPS, max_size=4), max_size=5), is_live=some.booleans()
)  # fmt: skip
def test_whatever_the_server_expects_the_same_is_stored_and_told(on_sqlite, steps, is_live):
    two = [started(on_sqlite) if is_live else begin(on_sqlite, a_homework()) for _ in range(2)]
    seats = [[join(on_sqlite, kept, f"Learner {n}") for n in range(3)] for kept in two]
    seen = [two[0]]
    for together in steps:
        batch = [step for step in together if isinstance(step, tuple)]
        both = []
        for kept, its, looks in zip(two, seats, (True, False), strict=True):
            answers = [
                replace(
                    sent(kept, its[who], chose(option), question=q, round=r, number=n),
                    seen=seen[max(0, len(seen) - 1 - ago)] if looks else None,
                )
                for who, q, r, n, option, ago in batch
            ]
            outcomes = answer(on_sqlite, *answers) if answers else []
            both.append([_told(outcome) for outcome in outcomes])
        assert both[0] == both[1]
        for do in (step for step in together if isinstance(step, Do)):
            for kept in two:
                try:
                    moved = on_sqlite.move(kept.id, Move(do), NOON)
                except MoveRefused:
                    continue
                if kept is two[0]:
                    seen.append(moved)
    rows = [
        {
            (its.index(next(s for s in its if s.id == one.vote.seat)), *_row(one))
            for one in stored_votes(on_sqlite, kept.id)
        }
        for kept, its in zip(two, seats, strict=True)
    ]
    assert rows[0] == rows[1]


def _told(outcome):
    return outcome.refusal, outcome.is_new, outcome.stored and _row(outcome.stored)


def _row(stored):
    vote = stored.vote
    return vote.question, vote.round, vote.response, vote.certainty, stored.sent, stored.at

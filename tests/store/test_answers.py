"""Answers in bulk as reports read them, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import pytest

from reportedly.classroom.moves import Do, Move
from reportedly.quiz.correcting.correction import Correction
from reportedly.quiz.marking import Certainty
from reportedly.reports.frame import first_answers, marked
from reportedly.store.answers import Answers
from reportedly.store.corrections import Corrections
from reportedly.store.lessons import Lessons
from tests.builders import NOON, a_question, an_answer, an_edition, chose, later
from tests.classroom.playing import a_homework
from tests.store import lessons_kept
from tests.store.beginning import begin

EDITION = an_edition()


@pytest.fixture
def answers(engine):
    return Answers(engine)


@pytest.fixture
def lessons(engine, attempts):
    return Lessons(engine, attempts)


def begin_here(attempts, **fields):
    return begin(attempts, questions=("who-says",), **fields)


def told(rows, *columns):
    return list(rows[list(columns)].itertuples(index=False, name=None))


def test_answers_are_told_with_edition_certainty_and_times(attempts, answers):
    begin_here(attempts)
    sure = an_answer(response=chose(1), certainty=Certainty.EIGHTY, at=later(seconds=40.25))
    attempts.answer("attempt-1", "learner-1", sure)

    rows = answers.of_bank("lantern-walk")

    assert rows.iloc[0].to_dict() == {
        "learner": "learner-1",
        "sitting": "attempt-1",
        "edition": EDITION.key,
        "marked_by": EDITION.key,
        "question": "who-says",
        "round": 1,
        "response": '{"chosen": [1]}',
        "certainty": "80",
        "answered_at": later(seconds=40.25),
        "began_at": NOON,
    }
    assert answers.of_bank("another").empty
    assert answers.counts() == {"lantern-walk": 1}
    assert list(marked(rows, {EDITION.key: EDITION}).rows["share"]) == [0.0]


def test_only_the_first_answer_of_a_learner_to_a_question_is_first(attempts, answers):
    begin_here(attempts, id="second", now=later(minutes=9))
    begin_here(attempts, id="first")
    begin_here(attempts, id="other", learner="learner-2", now=later(minutes=5))
    attempts.answer("second", "learner-1", an_answer(response=chose(0), at=later(minutes=10)))
    attempts.answer("first", "learner-1", an_answer(response=chose(1)))
    attempts.answer("other", "learner-2", an_answer(response=chose(0)))

    rows = answers.of_bank("lantern-walk")

    assert list(rows["sitting"]) == ["first", "other", "second"]
    assert list(first_answers(rows)["sitting"]) == ["first", "other"]
    assert answers.counts() == {"lantern-walk": 3}


def test_an_unfinished_test_does_not_count_and_a_finished_one_does(attempts, answers):
    begin_here(attempts, mode="test")
    attempts.answer("attempt-1", "learner-1", an_answer())
    assert (len(answers.of_bank("lantern-walk")), answers.counts()) == (0, {})

    attempts.finish("attempt-1", "learner-1", later(minutes=1))

    assert len(answers.of_bank("lantern-walk")) == 1
    assert answers.counts() == {"lantern-walk": 1}


def test_a_learners_answers_are_told_of_all_banks_and_nobody_elses(attempts, answers):
    for id, learner, bank in (("a", "me", "one"), ("b", "you", "one"), ("c", "me", "two")):
        begin_here(attempts, id=id, learner=learner, bank=bank)
        attempts.answer(id, learner, an_answer())

    assert sorted(answers.of_learner("me")["sitting"]) == ["a", "c"]
    assert answers.of_learner("nobody").empty


def test_corrected_answers_name_the_edition_that_counts_until_it_is_withdrawn(
    engine, attempts, answers
):
    corrections = Corrections(engine)
    fixed = an_edition(a_question(options=[{"wrong": "The organiser"}, {"right": "Nobody"}]))
    for n in (1, 2):
        begin_here(attempts, id=f"attempt-{n}")
        attempts.answer(f"attempt-{n}", "learner-1", an_answer())
        attempts.finish(f"attempt-{n}", "learner-1", later(minutes=1))
    fix = Correction("fix", "who-says", fixed.key, "why", "Ada", later(days=1))
    corrections.make(fix, "lantern-walk", fixed, ["attempt-2"])

    rows = answers.of_bank("lantern-walk")

    assert told(rows, "sitting", "edition", "marked_by") == [
        ("attempt-1", EDITION.key, EDITION.key),
        ("attempt-2", EDITION.key, fixed.key),
    ]
    shares = marked(rows, {EDITION.key: EDITION, fixed.key: fixed}).rows["share"]
    assert list(shares) == [1.0, 0.0]

    corrections.withdraw("fix", "Ada", later(days=2))
    assert set(answers.of_bank("lantern-walk")["marked_by"]) == {EDITION.key}


def test_the_votes_of_lessons_are_told_with_their_rounds_and_without_names(lessons, answers):
    kept = lessons_kept.started(lessons)
    seat = lessons_kept.join(lessons, kept, "Zoë")
    lessons_kept.answer(lessons, lessons_kept.sent(kept, seat, chose(1)))
    for do in (Do.CLOSE, Do.VOTE_AGAIN):
        lessons.move(kept.id, Move(do), later(seconds=5))
    again = lessons_kept.sent(kept, seat, chose(0), round=2, at=later(seconds=9))
    lessons_kept.answer(lessons, again)
    other = lessons_kept.started(lessons)
    theirs = lessons_kept.join(lessons, other, "Ann")
    lessons_kept.answer(lessons, lessons_kept.sent(other, theirs))

    one = answers.of_lessons([kept])
    both = answers.of_lessons([other, kept])

    assert told(one, "learner", "question", "round", "response") == [
        (seat.id, "one", 1, '{"chosen": [1]}'),
        (seat.id, "one", 2, '{"chosen": [0]}'),
    ]
    assert one["began_at"].isna().all()
    assert set(both["learner"]) == {seat.id, theirs.id}
    assert "Zoë" not in both.to_csv()
    assert list(first_answers(one)["response"]) == ['{"chosen": [1]}']
    assert answers.of_lessons([]).empty


def test_what_counts_for_nobody_in_a_lesson_is_left_out(lessons, answers):
    kept = lessons_kept.started(lessons)
    stays, goes = (lessons_kept.join(lessons, kept, name) for name in ("Zoë", "Ann"))
    for seat in (stays, goes):
        lessons_kept.answer(lessons, lessons_kept.sent(kept, seat))
    untouched = lessons_kept.started(lessons)
    other = lessons_kept.join(lessons, untouched, "Bo")
    lessons_kept.answer(lessons, lessons_kept.sent(untouched, other))

    after = lessons.move(kept.id, Move(Do.KICK, seat=goes.id), NOON)
    assert set(answers.of_lessons([after, untouched])["learner"]) == {stays.id, other.id}

    after = lessons.move(kept.id, Move(Do.VOID, question="one"), NOON)
    assert set(answers.of_lessons([after, untouched])["learner"]) == {other.id}


def test_homework_is_told_with_when_each_began(lessons, answers):
    kept = lessons_kept.begin(lessons, a_homework())
    seat = lessons_kept.join(lessons, kept, "Zoë")
    lessons_kept.answer(lessons, lessons_kept.sent(kept, seat, at=later(minutes=1)))

    rows = answers.of_lessons([kept])

    assert told(rows, "began_at", "answered_at") == [(NOON, later(minutes=1))]

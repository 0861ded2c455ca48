"""Attempts as they are kept, on SQLite and on PostgreSQL alike."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from reportedly.quiz.attempt import Attempt
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Placed, Sequence, Typed
from reportedly.store.attempts import Attempts
from reportedly.store.database import reading, transaction
from reportedly.store.errors import (
    AttemptFinished,
    EditionUnreadable,
    NoSuchAttempt,
    NoSuchEdition,
    NotInAttempt,
)
from tests.builders import NOON, a_question, an_answer, an_edition, chose, later, wrote
from tests.store.beginning import QUESTIONS, begin


def count(attempts: Attempts, table: str) -> int:
    with reading(attempts._engine) as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_an_attempt_is_loaded_as_it_was_begun(attempts):
    begun = begin(attempts)

    assert begun == attempts.load("attempt-1", "learner-1")
    assert begun == Attempt(
        id="attempt-1",
        learner="learner-1",
        bank="lantern-walk",
        edition=an_edition().key,
        mode="practice",
        asks_certainty=True,
        seed=2**62,
        questions=QUESTIONS,
        position=0,
        started_at=NOON,
        finished_at=None,
        answers={},
    )


def test_beginning_twice_with_one_id_begins_one_attempt(attempts):
    first = begin(attempts)

    assert begin(attempts, seed=5, now=later(minutes=1)) == first


def test_an_id_that_another_learner_has_is_refused(attempts):
    begin(attempts)

    with pytest.raises(NoSuchAttempt):
        begin(attempts, learner="learner-2")


@pytest.mark.parametrize(
    "response",
    [
        chose(2, 0),
        Placed(((0, 3), (1, 1))),
        Sequence((2, 0, 1)),
        Typed(" 1,234 — ‘at least’ 🏮? \x00 \ud800 %s :x"),
        wrote("Nobody says who counted.\nئۇيغۇرچە", 2),
        wrote("Not compared yet."),
    ],
    ids=["chosen", "placed", "sequence", "typed", "written and compared", "written"],
)
def test_an_answer_of_any_shape_comes_back_as_it_was(attempts, response):
    begin(attempts)
    answer = an_answer("two", response, certainty=Certainty.EIGHTY, at=later(microseconds=1))

    stored = attempts.answer("attempt-1", "learner-1", answer)

    assert stored.answers == {"two": answer}
    assert attempts.load("attempt-1", "learner-1") == stored


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(attempts):
    in_paris = datetime(2026, 3, 4, 13, 0, tzinfo=timezone(timedelta(hours=1)))

    begun = begin(attempts, now=in_paris)

    assert begun.started_at == NOON
    assert begun.started_at.utcoffset() == timedelta(0)


def test_in_practice_the_first_answer_stays(attempts):
    begin(attempts)
    first = an_answer("one", chose(0), certainty=Certainty.GUESS)
    second = an_answer("one", chose(1), certainty=Certainty.NINETY_FIVE, at=later(seconds=1))
    attempts.answer("attempt-1", "learner-1", first)

    stored = attempts.answer("attempt-1", "learner-1", second)

    assert stored.answers == {"one": first}


def test_in_practice_a_written_answer_gets_its_level_once(attempts):
    begin(attempts)
    written = an_answer("one", wrote("Who counted?"), certainty=Certainty.SIXTY)
    attempts.answer("attempt-1", "learner-1", written)

    for level in (1, 0):
        stored = attempts.answer(
            "attempt-1",
            "learner-1",
            an_answer("one", wrote("Who counted?", level), at=later(minutes=1)),
        )

    assert stored.answers == {"one": replace(written, response=wrote("Who counted?", 1))}


def test_in_practice_other_words_do_not_replace_those_written_before_the_model_answer(attempts):
    begin(attempts)
    written = an_answer("one", wrote("Who counted?"))
    attempts.answer("attempt-1", "learner-1", written)

    for response in (wrote("The model answer", 0), wrote("Something else"), chose(0)):
        stored = attempts.answer("attempt-1", "learner-1", an_answer("one", response))

    assert stored.answers == {"one": written}


def test_in_a_test_the_latest_answer_counts_until_it_is_finished(attempts):
    begin(attempts, mode="test")
    second = an_answer("one", chose(1), certainty=Certainty.SIXTY, at=later(minutes=1))
    attempts.answer("attempt-1", "learner-1", an_answer("one", chose(0)))

    stored = attempts.answer("attempt-1", "learner-1", second)
    finished = attempts.finish("attempt-1", "learner-1", later(minutes=2))
    with pytest.raises(AttemptFinished):
        attempts.answer("attempt-1", "learner-1", an_answer("one", chose(0)))

    assert stored.answers == {"one": second}
    assert attempts.load("attempt-1", "learner-1") == finished
    assert finished.answers == {"one": second}


def test_finishing_twice_keeps_the_first_time(attempts):
    begin(attempts)
    attempts.finish("attempt-1", "learner-1", later(minutes=1))

    assert attempts.finish("attempt-1", "learner-1", later(minutes=9)).finished_at == later(
        minutes=1
    )


def test_a_question_that_was_not_drawn_is_refused(attempts):
    begin(attempts)

    with pytest.raises(NotInAttempt) as refused:
        attempts.answer("attempt-1", "learner-1", an_answer("four"))

    assert isinstance(refused.value, ValueError)
    assert count(attempts, "answer") == 0


def test_a_move_from_where_the_learner_no_longer_is_moves_nobody(attempts):
    begin(attempts)
    attempts.move_to("attempt-1", "learner-1", 2, leaving=0)
    stayed = attempts.move_to("attempt-1", "learner-1", 1, leaving=0)
    assert stayed.position == attempts.load("attempt-1", "learner-1").position == 2


def test_a_learner_moves_to_any_question_and_no_further(attempts):
    begin(attempts)

    assert attempts.move_to("attempt-1", "learner-1", 2).current == "three"
    for nowhere in (-1, 3):
        with pytest.raises(NotInAttempt):
            attempts.move_to("attempt-1", "learner-1", nowhere)
    assert attempts.load("attempt-1", "learner-1").position == 2


@pytest.mark.parametrize("learner", ["learner-2", ""])
@pytest.mark.parametrize("id", ["attempt-1", "attempt-2"])
def test_what_is_not_a_learners_own_is_not_found_and_not_changed(attempts, learner, id):
    begun = begin(attempts)

    for step in (
        lambda: attempts.load(id, learner),
        lambda: attempts.answer(id, learner, an_answer("one")),
        lambda: attempts.move_to(id, learner, 1),
        lambda: attempts.finish(id, learner, later(minutes=1)),
    ):
        with pytest.raises(NoSuchAttempt, match="begin the quiz again"):
            step()
    assert attempts.load("attempt-1", "learner-1") == begun


def test_unfinished_attempts_are_listed_newest_first_with_their_complete_answers(attempts):
    for minute, id in enumerate(("old", "new")):
        begin(attempts, id=id, now=later(minutes=minute))
    begin(attempts, id="done")
    attempts.finish("done", "learner-1", later(minutes=5))
    begin(attempts, id="foreign", learner="learner-2")
    attempts.answer("old", "learner-1", an_answer("one"))
    attempts.answer("old", "learner-1", an_answer("two", wrote("Not compared yet.")))

    new, old = attempts.unfinished("learner-1")

    assert (new.id, new.answered, new.total, new.started_at) == ("new", 0, 3, later(minutes=1))
    assert (old.id, old.answered, old.total, old.finished_at) == ("old", 1, 3, None)


def test_finished_attempts_are_listed_by_when_they_were_finished(attempts):
    for id, minutes in (("first", 1), ("last", 3), ("middle", 2)):
        begin(attempts, id=id)
        attempts.finish(id, "learner-1", later(minutes=minutes))
    begin(attempts, id="going on")

    found = attempts.finished("learner-1")

    assert [summary.id for summary in found] == ["last", "middle", "first"]
    assert found[0].finished_at == later(minutes=3)


def test_of_each_attempt_of_a_learner_the_bank_is_known_also_when_it_was_renamed(attempts):
    begin(attempts, id="one")
    begin(attempts, id="other", bank="harbour-clock")
    begin(attempts, id="foreign", learner="learner-2")
    attempts.rename("lantern-walk", "lanterns")

    assert attempts.banks("learner-1") == {"one": "lanterns", "other": "harbour-clock"}
    assert attempts.banks("nobody") == {}


def test_an_edition_is_stored_once_and_comes_back_the_same(engine, attempts):
    edition = an_edition(a_question(points="1/3"))
    for id in ("a", "b"):
        begin(attempts, id=id, edition=edition)

    found = Attempts(engine).edition(edition.key)

    assert count(attempts, "edition") == 1
    assert found == edition
    assert found.key == edition.key


def test_an_edition_that_was_read_is_kept_at_hand(engine, attempts):
    edition = an_edition()
    begin(attempts, edition=edition)
    others = Attempts(engine)

    assert others.edition(edition.key) is others.edition(edition.key)


def test_an_edition_that_nobody_keeps_is_not_found(attempts):
    with pytest.raises(NoSuchEdition):
        attempts.edition("nothing")


def test_an_edition_that_another_version_wrote_is_told_in_a_sentence(engine, attempts):
    with transaction(engine) as connection:
        connection.execute(text("INSERT INTO edition VALUES ('old', '{\"bank\": 1}')"))

    with pytest.raises(EditionUnreadable, match="another version of Reportedly"):
        attempts.edition("old")

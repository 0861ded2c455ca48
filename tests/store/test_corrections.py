"""Corrections of marks: rows beside answers that stay as they were."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, select

from reportedly.quiz.correcting.correction import Correction, corrected
from reportedly.quiz.correcting.trial import totals, try_key
from reportedly.quiz.scoring import score
from reportedly.store.attempts import Attempts
from reportedly.store.corrections import Corrections
from reportedly.store.database import reading
from reportedly.store.errors import NoSuchEdition
from reportedly.store.tables import corrected_attempt, correction, correction_withdrawal
from tests.builders import NOON, a_question, an_answer, an_edition, chose, later
from tests.store.beginning import begin

KEY = an_edition(a_question("one"), a_question("two"))
TURNED = a_question("one", options=[{"wrong": "The organiser"}, {"right": "Nobody"}])
FIXED = an_edition(TURNED, a_question("two"))
TWICE = an_edition(a_question("one", points=2), a_question("two"))
ROWS = (correction, corrected_attempt, correction_withdrawal)


@pytest.fixture
def corrections(engine):
    return Corrections(engine)


def finished(attempts, id, pick, learner="learner-1", **fields):
    """An attempt whose first answer picked this option, and whose second was right."""
    begin(attempts, id=id, learner=learner, edition=KEY, questions=("one", "two"), **fields)
    attempts.answer(id, learner, an_answer("one", chose(pick)))
    attempts.answer(id, learner, an_answer("two"))
    return attempts.finish(id, learner, later(minutes=5))


def made(edition=FIXED, id="fix", at=NOON):
    return Correction(id, "one", edition.key, "A2 was misread", "Ada", at)


def question_of(attempts):
    return lambda key, id: attempts.edition(key).question(id)


def trial(attempts, corrections, edition=FIXED):
    held = corrections.held("lantern-walk", question="one")
    return try_key(held, question_of(attempts), edition.question("one"))


def mark_again(attempts, corrections, edition=FIXED, **fields):
    tried = trial(attempts, corrections, edition)
    ids = [move.attempt for move in tried.moves]
    corrections.make(made(edition, **fields), "lantern-walk", edition, ids)
    return tried


def points(attempts, corrections, id, learner="learner-1"):
    """What the learner is shown: with corrections, and without."""
    attempt = attempts.load(id, learner)
    own = attempts.edition(attempt.edition)
    held = corrections.of_attempt(id)
    better = corrected(attempt, own, held, {c.edition: attempts.edition(c.edition) for c in held})
    now = score(attempt, own, {name: fixed.after for name, fixed in better.items()})
    return now.points, score(attempt, own).points


def test_what_the_trial_says_is_what_marking_again_does(attempts, corrections):
    for id, pick in (("was right", 0), ("was wrong", 1)):
        finished(attempts, id, pick)

    tried = mark_again(attempts, corrections)

    assert {(m.attempt, m.gain) for m in tried.moves} == {("was right", -1), ("was wrong", 1)}
    assert (tried.up, tried.down, tried.same, tried.unreadable) == (1, 1, 0, 0)
    assert points(attempts, corrections, "was right") == (1, 2)
    assert points(attempts, corrections, "was wrong") == (2, 1)
    sums = totals(corrections.held("lantern-walk"), question_of(attempts))
    assert {id: worth.points for id, worth in sums.items()} == {"was right": 1, "was wrong": 2}


def test_marking_again_by_the_same_key_changes_nobody(attempts, corrections):
    finished(attempts, "a", 0)
    assert trial(attempts, corrections, KEY).moves == ()
    mark_again(attempts, corrections)
    again = trial(attempts, corrections)
    assert (again.moves, again.same) == ((), 1)


def test_withdrawing_brings_the_marks_back_that_were_before(attempts, corrections):
    finished(attempts, "a", 1)
    mark_again(attempts, corrections)
    mark_again(attempts, corrections, TWICE, id="later", at=later(hours=1))
    assert points(attempts, corrections, "a") == (1, 1)

    corrections.withdraw("later", "Ben", later(hours=2))
    assert points(attempts, corrections, "a") == (2, 1)
    corrections.withdraw("fix", "Ben", later(hours=3))
    corrections.withdraw("fix", "Cy", later(hours=4))
    assert points(attempts, corrections, "a") == (1, 1)
    told = [
        (m.correction.id, m.attempts, m.withdrawn_by) for m in corrections.of_bank("lantern-walk")
    ]
    assert told == [("later", 1, "Ben"), ("fix", 1, "Ben")]


def test_answers_and_editions_stay_as_they_were(attempts, corrections):
    before = finished(attempts, "a", 1)
    mark_again(attempts, corrections)
    assert attempts.load("a", "learner-1") == before


def test_the_same_correction_is_made_once(attempts, corrections):
    finished(attempts, "a", 1)
    assert corrections.make(made(), "lantern-walk", FIXED, ["a"]) == 1
    assert corrections.make(made(), "lantern-walk", FIXED, ["a"]) == 0
    assert len(corrections.of_attempt("a")) == 1


def test_an_attempt_that_is_gone_by_now_is_left_out(attempts, corrections):
    assert corrections.make(made(), "lantern-walk", FIXED, ["forgotten"]) == 0
    assert corrections.of_bank("lantern-walk") == ()
    with pytest.raises(NoSuchEdition):
        attempts.edition(FIXED.key)
    corrections.withdraw("fix", "Ada", NOON)


def test_an_attempt_under_way_is_counted_and_not_marked_again(attempts, corrections):
    begin(attempts, id="open", edition=KEY, questions=("one", "two"))
    attempts.answer("open", "learner-1", an_answer("one"))
    assert corrections.under_way("lantern-walk", "one") == 1
    assert trial(attempts, corrections).moves == ()


def test_answers_to_other_banks_are_not_looked_at(attempts, corrections):
    finished(attempts, "a", 1, bank="another")
    assert trial(attempts, corrections).moves == ()
    assert corrections.editions("lantern-walk") == ()


def test_many_attempts_at_once(attempts, corrections):
    for n in range(3):
        finished(attempts, f"a{n}", 1)
    named = [*(f"gone {n}" for n in range(1200)), "a0", "a1", "a2"]
    assert corrections.make(made(), "lantern-walk", FIXED, named) == 3


@pytest.mark.parametrize("way", ["on one click", "by age"])
def test_with_the_last_learner_the_correction_goes_too(engine, attempts, corrections, way):
    finished(attempts, "a", 1)
    finished(attempts, "b", 1, learner="learner-2", now=later(days=9))
    mark_again(attempts, corrections)
    corrections.withdraw("fix", "Ada", NOON)

    attempts.forget("learner-1")
    (left,) = corrections.of_bank("lantern-walk")
    assert left.attempts == 1
    assert Attempts(engine).edition(FIXED.key) == FIXED

    if way == "by age":
        attempts.forget_older_than(later(days=30))
    else:
        attempts.forget("learner-2")
    with reading(engine) as connection:
        counts = [connection.execute(select(func.count()).select_from(t)).scalar() for t in ROWS]
    assert counts == [0, 0, 0]
    with pytest.raises(NoSuchEdition):
        Attempts(engine).edition(FIXED.key)


def test_the_worth_of_a_question_is_corrected_exactly(attempts, corrections):
    third = an_edition(a_question("one", points="1/3"), a_question("two"))
    finished(attempts, "a", 0)
    mark_again(attempts, corrections, third)
    assert points(attempts, corrections, "a") == (Fraction(4, 3), 2)


def test_the_newest_attempt_comes_first_in_the_trial(attempts, corrections):
    for n in range(3):
        id = f"a{n}"
        begin(attempts, id=id, edition=KEY, questions=("one", "two"))
        attempts.answer(id, "learner-1", an_answer("one"))
        attempts.finish(id, "learner-1", NOON + timedelta(minutes=n))
    assert [m.attempt for m in trial(attempts, corrections).moves] == ["a2", "a1", "a0"]


def test_a_bank_that_is_renamed_takes_its_attempts_and_their_corrections_along(
    attempts, corrections
):
    finished(attempts, "a", 1)
    mark_again(attempts, corrections)
    attempts.rename("lantern-walk", "lanterns")
    assert attempts.taken() == {"lanterns": 1}
    assert [one.attempts for one in corrections.of_bank("lanterns")] == [1]
    held = corrections.held("lanterns", question="one")
    assert try_key(held, question_of(attempts), FIXED.question("one")).same == 1
    assert points(attempts, corrections, "a") == (2, 1)

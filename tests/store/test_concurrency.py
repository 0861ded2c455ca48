"""Many learners, double clicks and second tabs at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, Thread
from time import sleep
from typing import Any

from sqlalchemy import text

from reportedly.quiz.correcting.correction import Correction
from reportedly.store.attempts import Attempts
from reportedly.store.corrections import Corrections
from reportedly.store.database import connect, transaction
from reportedly.store.errors import AttemptFinished, NoSuchAttempt
from reportedly.store.rows import as_text
from reportedly.store.statements import inserts
from tests.builders import NOON, a_question, an_answer, an_edition, chose, later, wrote
from tests.store.beginning import begin


def at_once(count: int, step: Callable[[int], Any]) -> list[Any]:
    """What `step` returned for 0, 1, ..., each in a thread of its own and begun together."""
    ready = Barrier(count)

    def one(n: int) -> Any:
        ready.wait()
        return step(n)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_of_forty_answers_to_one_question_at_once_one_is_stored_and_all_see_it(attempts):
    begin(attempts)

    seen = at_once(
        40, lambda n: attempts.answer("attempt-1", "learner-1", an_answer("one", chose(n)))
    )

    stored = attempts.load("attempt-1", "learner-1")
    assert list(stored.answers) == ["one"]
    assert all(attempt == stored for attempt in seen)


def test_of_many_levels_given_at_once_to_one_text_the_first_stays(attempts):
    begin(attempts)
    attempts.answer("attempt-1", "learner-1", an_answer("one", wrote("Who counted?")))

    seen = at_once(
        10,
        lambda n: attempts.answer(
            "attempt-1", "learner-1", an_answer("one", wrote("Who counted?", n))
        ),
    )

    stored = attempts.load("attempt-1", "learner-1").answers["one"]
    assert stored.is_complete
    assert all(attempt.answers["one"] == stored for attempt in seen)


def test_an_answer_waits_for_that_of_another_program_and_returns_it(engine, elsewhere, attempts):
    begin(attempts)
    first = an_answer("one", chose(0))
    seen = []

    def answer_elsewhere():
        answer = an_answer("one", chose(1), at=later(seconds=1))
        seen.append(Attempts(elsewhere).answer("attempt-1", "learner-1", answer))

    with transaction(engine) as connection:
        row = {"attempt": "attempt-1", "question": "one", "response": as_text(first.response)}
        connection.execute(
            inserts(engine.dialect.name).first, {**row, "certainty": None, "answered_at": NOON}
        )
        other = Thread(target=answer_elsewhere)
        other.start()
        sleep(0.1)
        assert not seen, "it did not wait"
    other.join()

    assert seen[0].answers == {"one": first}


def test_nothing_changes_after_the_result_was_shown(elsewhere, attempts):
    questions = tuple(map(str, range(12)))
    begin(attempts, mode="test", questions=questions)
    both = (attempts, Attempts(elsewhere))

    def step(n):
        if n == 6:
            return attempts.finish("attempt-1", "learner-1", later(minutes=1))
        with suppress(AttemptFinished):
            both[n % 2].answer("attempt-1", "learner-1", an_answer(questions[n]))
        return None

    result = at_once(len(questions), step)[6]

    assert attempts.load("attempt-1", "learner-1") == result


def test_a_learner_can_begin_while_the_last_attempt_on_that_edition_is_forgotten(attempts):
    def step(n):
        for turn in range(5):
            begin(attempts, id=f"{n}-{turn}", learner=f"learner-{n}")
            attempts.answer(f"{n}-{turn}", f"learner-{n}", an_answer("one"))
            assert attempts.forget(f"learner-{n}") == 2

    at_once(4, step)


def test_marking_again_while_the_learners_are_being_forgotten(engine, attempts):
    fixed = an_edition(a_question("one", points=2))

    def step(n):
        for turn in range(5):
            id, learner = f"{n}-{turn}", f"learner-{n}"
            begin(attempts, id=id, learner=learner)
            attempts.answer(id, learner, an_answer("one"))
            attempts.finish(id, learner, NOON)
            named = [f"{other}-{turn}" for other in range(4)]
            made = Correction(f"fix {id}", "one", fixed.key, "why", "Ada", NOON)
            Corrections(engine).make(made, "lantern-walk", fixed, named)
            assert attempts.forget(learner) == 2

    at_once(4, step)

    assert Corrections(engine).of_bank("lantern-walk") == ()


def test_an_edition_stays_when_an_attempt_on_it_is_just_being_begun(engine, elsewhere, attempts):
    edition = an_edition()
    begin(attempts, learner="the last one so far")
    with transaction(engine) as connection:
        stored = {"key": edition.key, "content": edition.json}
        connection.execute(inserts(engine.dialect.name).edition, stored)
        other = Thread(target=Attempts(elsewhere).forget, args=["the last one so far"])
        other.start()
        sleep(0.1)
        assert other.is_alive(), "it did not wait"
        connection.execute(
            text(
                "INSERT INTO attempt SELECT 'new', 'learner-1', bank, edition, mode, "
                "asks_certainty, seed, questions, position, started_at, finished_at FROM attempt"
            )
        )
    other.join()

    assert [summary.id for summary in attempts.unfinished("learner-1")] == ["new"]
    assert Attempts(elsewhere).edition(edition.key) == edition


def test_forgetting_while_answering_leaves_nothing(attempts):
    begin(attempts, mode="test")

    def step(n):
        if n == 4:
            return attempts.forget("learner-1")
        with suppress(NoSuchAttempt):
            attempts.answer("attempt-1", "learner-1", an_answer("one", chose(n)))
        return 0

    assert sum(at_once(8, step)) in (1, 2)
    assert attempts.unfinished("learner-1") == ()


def test_programs_that_start_at_once_make_one_database(url):
    engines = at_once(6, lambda n: connect(url))

    for n, engine in enumerate(engines):
        begin(Attempts(engine), id=str(n), edition=an_edition())
    assert len(Attempts(engines[0]).unfinished("learner-1")) == len(engines)
    for engine in engines:
        engine.dispose()

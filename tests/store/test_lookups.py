"""However many others there are, a learner's page costs the same."""

import pytest
from sqlalchemy import event

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from tests.builders import an_answer, chose, later, wrote
from tests.store.beginning import begin

STEPS = {
    "begin": lambda attempts: begin(attempts, id="attempt-2"),
    "load": lambda attempts: attempts.load("attempt-1", "learner-1"),
    "unfinished": lambda attempts: attempts.unfinished("learner-1"),
    "finished": lambda attempts: attempts.finished("learner-1"),
    "banks": lambda attempts: attempts.banks("learner-1"),
    "move": lambda attempts: attempts.move_to("attempt-1", "learner-1", 1),
    "answer": lambda attempts: attempts.answer(
        "attempt-1", "learner-1", an_answer("one", chose(1))
    ),
    "compare": lambda attempts: attempts.answer(
        "attempt-1", "learner-1", an_answer("two", wrote("words", 1))
    ),
    "finish": lambda attempts: attempts.finish("attempt-1", "learner-1", later(minutes=1)),
    "forget": lambda attempts: attempts.forget("learner-1"),
    "forget by age": lambda attempts: attempts.forget_older_than(later(days=9)),
}


@pytest.fixture
def attempts(sqlite_file):
    engine = connect(f"sqlite:///{sqlite_file}")
    attempts = Attempts(engine)
    begin(attempts)
    attempts.answer("attempt-1", "learner-1", an_answer("one"))
    yield attempts
    engine.dispose()


@pytest.mark.parametrize("step", STEPS)
def test_no_step_reads_through_all_attempts_or_all_answers(attempts, step):
    asked = []
    event.listen(
        attempts._engine,
        "before_cursor_execute",
        lambda _c, _cursor, words, values, _context, many: asked.append(
            (words, values[0] if many else values)
        ),
    )
    STEPS[step](attempts)
    plans = []
    with attempts._engine.connect() as connection:
        for words, values in list(asked):
            if words.split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE"):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", values)
                plans += [row.detail for row in plan]

    assert plans or step == "begin"
    assert [line for line in plans if line.startswith(("SCAN attempt", "SCAN answer"))] == []


def test_loading_asks_the_database_once(attempts):
    asked = []
    event.listen(attempts._engine, "before_cursor_execute", lambda *seen: asked.append(seen[2]))

    attempts.load("attempt-1", "learner-1")

    assert len(asked) == 1

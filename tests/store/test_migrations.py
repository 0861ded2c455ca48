"""The numbered steps make the tables that the code speaks of."""

import pytest
from sqlalchemy import inspect, text

from reportedly.store.database import connect, transaction
from reportedly.store.errors import DatabaseTooNew
from reportedly.store.migrations import STEPS
from reportedly.store.tables import metadata


def shape(engine, table):
    """What a table has, in words that do not depend on the database."""
    seen = inspect(engine)
    return {
        "columns": [(c["name"], c["nullable"]) for c in seen.get_columns(table)],
        "key": seen.get_pk_constraint(table)["constrained_columns"],
        "indexes": sorted((i["name"], tuple(i["column_names"])) for i in seen.get_indexes(table)),
        "points to": [
            (f["constrained_columns"], f["referred_table"], f["options"])
            for f in seen.get_foreign_keys(table)
        ],
    }


def test_the_steps_make_exactly_the_tables_of_the_code(engine):
    stepped = {table: shape(engine, table) for table in metadata.tables}
    seed = next(c for c in inspect(engine).get_columns("attempt") if c["name"] == "seed")
    with transaction(engine) as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)

    assert stepped == {table: shape(engine, table) for table in metadata.tables}
    assert str(seed["type"]) == "BIGINT"


def test_opening_again_takes_no_step_again(engine, url):
    connect(url).dispose()

    with engine.connect() as connection:
        taken = connection.execute(text("SELECT number FROM migration ORDER BY number")).scalars()
        assert list(taken) == [n + 1 for n in range(len(STEPS))]


def test_a_database_of_a_newer_program_is_left_alone(engine, url):
    with transaction(engine) as connection:
        connection.execute(text("INSERT INTO migration (number) VALUES (99)"))

    with pytest.raises(DatabaseTooNew, match="newer version of Reportedly"):
        connect(url)


def test_a_step_that_fails_leaves_the_database_as_it_was(url, monkeypatch):
    def fails(connection):
        connection.execute(text("CREATE TABLE half_done (id TEXT)"))
        raise RuntimeError("in the middle")

    monkeypatch.setattr("reportedly.store.migrations.STEPS", (*STEPS, fails))
    with pytest.raises(RuntimeError):
        connect(url)
    monkeypatch.undo()

    engine = connect(url)
    assert not inspect(engine).has_table("half_done")
    assert inspect(engine).has_table("attempt")
    engine.dispose()

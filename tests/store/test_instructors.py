"""Instructors in the database: one passphrase, sign-ins that end, tries that slow down."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from reportedly.credentials import Passphrase, signed
from reportedly.store.instructors import Instructor, Instructors
from reportedly.store.tables import instructor_session, sign_in_try
from tests.builders import NOON

OLD, NEW = Passphrase("old hash", "old secret"), Passphrase("new hash", "new secret")
UNTIL = NOON + timedelta(hours=12)
SECOND = timedelta(seconds=1)


@pytest.fixture
def instructors(engine) -> Instructors:
    return Instructors(engine)


def count(engine, table) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_there_is_no_passphrase_until_one_is_set(instructors):
    assert instructors.passphrase() is None
    instructors.set_passphrase(OLD, NOON)
    assert instructors.passphrase() == OLD
    instructors.set_passphrase(NEW, NOON)
    assert instructors.passphrase() == NEW


def test_of_many_programs_that_start_at_once_one_makes_the_passphrase(engine, elsewhere):
    stores = [Instructors(engine), Instructors(elsewhere)] * 4
    begin = Barrier(len(stores))

    def start(n):
        begin.wait()
        return stores[n].set_first_passphrase(Passphrase(f"hash {n}", f"secret {n}"), NOON)

    with ThreadPoolExecutor(len(stores)) as pool:
        made = list(pool.map(start, range(len(stores))))
    assert sum(made) == 1
    assert stores[0].passphrase() == Passphrase(
        *(f"{x} {made.index(True)}" for x in ("hash", "secret"))
    )


def test_a_passphrase_that_was_set_is_not_replaced_by_a_first_one(instructors):
    instructors.set_passphrase(OLD, NOON)
    assert not instructors.set_first_passphrase(NEW, NOON)
    assert instructors.passphrase() == OLD


def test_an_instructor_is_known_until_the_sign_in_ends(instructors):
    instructors.open_session("token", "Ann", NOON, UNTIL)
    assert instructors.session("token", UNTIL - SECOND) == Instructor("Ann", UNTIL)
    assert instructors.session("token", UNTIL) is None
    assert instructors.session("another", NOON) is None


def test_the_token_itself_is_not_stored(instructors, engine):
    instructors.open_session("token", "Ann", NOON, UNTIL)
    with engine.connect() as connection:
        stored = connection.execute(select(instructor_session.c.token)).scalar_one()
    assert "token" not in stored
    assert instructors.session(stored, NOON) is None


def test_a_cookie_counts_only_with_the_signature_of_this_passphrase(instructors):
    instructors.set_passphrase(OLD, NOON)
    instructors.open_session("token", "Ann", NOON, UNTIL)
    assert instructors.by_cookie(signed("token", OLD.secret), NOON) == Instructor("Ann", UNTIL)
    for forged in ("", ".", "token", "token.", signed("token", NEW.secret), "tok\ud800.é"):
        assert instructors.by_cookie(forged, NOON) is None


def test_signing_out_ends_one_sign_in_and_everywhere_all(instructors):
    for token in ("a", "b", "c"):
        instructors.open_session(token, "Ann", NOON, UNTIL)
    instructors.close_session("a")
    assert instructors.session("a", NOON) is None
    assert instructors.session("b", NOON) is not None
    instructors.close_all_sessions()
    assert instructors.session("b", NOON) is None
    assert instructors.session("c", NOON) is None


def test_another_passphrase_ends_every_sign_in_also_one_that_is_just_beginning(instructors):
    instructors.set_passphrase(OLD, NOON)
    instructors.open_session("before", "Ann", NOON, UNTIL)
    instructors.set_passphrase(NEW, NOON)
    # Somebody whose passphrase was looked at just before it changed.
    instructors.open_session("after", "Eve", NOON, UNTIL)
    assert instructors.session("before", NOON) is None
    assert instructors.by_cookie(signed("after", OLD.secret), NOON) is None


def test_sign_ins_that_have_ended_do_not_pile_up(instructors, engine):
    instructors.open_session("old", "Ann", NOON, UNTIL)
    instructors.open_session("new", "Ann", UNTIL, UNTIL + timedelta(hours=12))
    assert count(engine, instructor_session) == 1


def wrong_tries(instructors, number, now=NOON, client="one"):
    """As many wrong tries, each as soon as it may be. Returns: The waits, and the time after."""
    waits = []
    for _ in range(number):
        if wait := instructors.begin_try(client, now):
            now += timedelta(seconds=wait)
            assert instructors.begin_try(client, now) == 0
        waits.append(wait)
    return waits, now


def test_three_tries_are_free_and_then_each_wait_is_twice_as_long(instructors):
    waits, _ = wrong_tries(instructors, 15)
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]


def test_others_need_not_wait(instructors):
    wrong_tries(instructors, 5)
    assert instructors.wait_seconds("one", NOON) > 0
    assert instructors.begin_try("two", NOON) == 0


def test_a_try_made_while_waiting_does_not_make_the_wait_longer(instructors):
    wrong_tries(instructors, 3)
    assert [instructors.begin_try("one", NOON) for _ in range(5)] == [2] * 5
    assert instructors.wait_seconds("one", NOON + SECOND) == 1
    assert instructors.wait_seconds("one", NOON + 2 * SECOND) == 0


def test_who_knew_it_in_the_end_starts_afresh(instructors):
    _, now = wrong_tries(instructors, 5)
    instructors.forgive_tries("one")
    assert wrong_tries(instructors, 3, now)[0] == [0, 0, 0]


def test_of_many_tries_at_once_three_are_looked_at(engine, elsewhere):
    stores = [Instructors(engine), Instructors(elsewhere)] * 6
    begin = Barrier(len(stores))

    def attempt(store):
        begin.wait()
        return store.begin_try("one", NOON)

    with ThreadPoolExecutor(len(stores)) as pool:
        waits = list(pool.map(attempt, stores))
    assert sorted(waits) == [0, 0, 0] + [2] * 9


def test_tries_of_yesterday_are_forgotten(instructors, engine):
    _, now = wrong_tries(instructors, 6)
    later = now + timedelta(days=1) + SECOND
    assert instructors.wait_seconds("one", later) == 0
    assert instructors.begin_try("two", later) == 0
    assert count(engine, sign_in_try) == 1


def test_a_clock_that_was_set_back_keeps_nobody_out_for_longer(instructors):
    wrong_tries(instructors, 4)
    assert instructors.wait_seconds("one", NOON - timedelta(days=300)) == 4

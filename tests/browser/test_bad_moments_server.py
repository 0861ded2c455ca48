"""What happens to servers: they are killed, files change under them, the database says no."""

import os
import re
import signal
import sqlite3
import sys
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.running import SHELF

BANK = (SHELF / "quizzes" / "two-questions.yaml").read_text("utf-8")


@pytest.fixture
def visitor(new_visitor, own_server):
    return new_visitor(own_server)


@pytest.fixture
def bank(own_server):
    """A bank of its own, to be changed while learners are at it."""
    path = own_server.folder / "quizzes" / "under-way.yaml"
    path.write_text(BANK.replace("bank: Two questions", "bank: Under way"), "utf-8")
    yield path
    path.unlink(missing_ok=True)


def test_after_the_server_was_killed_and_started_the_learner_goes_on(visitor, own_server):
    attempt = visitor.resume("two-questions").id
    visitor.choose("On Friday")
    visitor.check_answer("Right")
    visitor.go_on()
    visitor.card.get_by_role("textbox").fill("Arno Quist")

    with visitor.trouble_expected():
        own_server.kill()
        own_server.start()
        assert own_server.answers(attempt).keys() == {"first"}
        visitor.page.reload()
        expect(visitor.card.get_by_role("textbox")).to_have_value("Arno Quist")
    visitor.check_answer("Right")
    assert own_server.answers(attempt).keys() == {"first", "second"}


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be halted here")
def test_a_server_that_does_not_answer_is_said_and_its_late_answer_is_taken(visitor, own_server):
    visitor.resume("two-questions")
    visitor.choose("On Friday")
    os.kill(own_server.pid, signal.SIGSTOP)
    try:
        visitor.press("Check answer")
        expect(visitor.alert).to_contain_text("The server has not answered")
        expect(visitor.option("On Friday")).to_be_checked()
        expect(visitor.button("Check answer")).not_to_have_attribute("aria-disabled", "true")
    finally:
        os.kill(own_server.pid, signal.SIGCONT)
    expect(visitor.verdict).to_have_text(re.compile("^Right"))
    expect(visitor.alert).to_be_empty()


@pytest.mark.parametrize("change", ["reworded", "faulty", "deleted"])
def test_an_attempt_goes_on_as_it_was_when_its_bank_changes(visitor, bank, change):
    visitor.resume("under-way")
    visitor.choose("On Friday")
    visitor.check_answer("Right")
    match change:
        case "reworded":
            bank.write_text(bank.read_text("utf-8").replace("Who was left", "WHO ELSE"), "utf-8")
        case "faulty":
            bank.write_text("bank: [", "utf-8")
        case "deleted":
            bank.unlink()

    visitor.go_on()
    expect(visitor.legend).to_have_text("Who was left on the quay and gave a number?")
    visitor.page.reload()
    visitor.card.get_by_role("textbox").fill("Quist")
    visitor.check_answer("Right")
    expect(visitor.card.get_by_text("zqexplain-second")).to_be_visible()
    visitor.press("Finish")
    visitor.press("See results")
    expect(visitor.page.locator(".score")).to_contain_text("2 of 2 points")
    if change != "reworded":
        expect(visitor.page.get_by_text("no longer on the shelf")).to_be_visible()


def test_a_faulty_bank_is_listed_with_its_faults_and_opens_once_it_is_mended(visitor, bank):
    good = bank.read_text("utf-8")
    bank.write_text(good.replace("kind: short", "kind: shrot"), "utf-8")
    page = visitor.page
    visitor.open()
    expect(page.get_by_role("heading", name="Cannot be opened")).to_be_visible()
    page.get_by_text("under-way.yaml").first.click()
    line = 1 + good[: good.index("kind: short")].count("\n")
    expect(page.get_by_text(re.compile(rf"under-way\.yaml:{line}\b.*shrot")).first).to_be_visible()
    tile = page.locator(".st-key-quiz-two-questions")
    expect(tile.get_by_role("button", name="Open this quiz")).to_be_visible()
    visitor.open("/take?quiz=under-way")
    expect(page.get_by_role("heading", name="This quiz cannot be opened")).to_be_visible()

    bank.write_text(good, "utf-8")
    visitor.open()
    page.locator(".st-key-quiz-under-way").get_by_role("button", name="Open this quiz").click()
    expect(visitor.button("Start")).to_be_visible()


@contextmanager
def locked(server):
    """Another program writes and does not end."""
    with closing(sqlite3.connect(server.database, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


@contextmanager
def full(server):
    """The server may write no byte more."""
    resource = pytest.importorskip("resource", reason="this system knows no limits of processes")
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux lets a limit of another process be set")
    soft, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("trouble", [locked, full])
def test_when_an_answer_cannot_be_stored_it_is_said_and_the_same_click_stores_it_later(
    visitor, own_server, trouble
):
    attempt = visitor.resume("two-questions").id
    visitor.choose("On Friday")
    with visitor.trouble_expected(), trouble(own_server):
        visitor.press("Check answer")
        expect(visitor.alert).to_contain_text("Your answer is not stored yet. The d")
        expect(visitor.option("On Friday")).to_be_checked()
        assert own_server.answers(attempt) == {}
    visitor.check_answer("Right")
    assert own_server.answers(attempt).keys() == {"first"}


def test_while_the_database_is_locked_an_end_cannot_be_stored_but_later(visitor, own_server):
    attempt = visitor.resume("two-questions").id
    visitor.press("Stop here")
    with locked(own_server):
        visitor.press("Finish")
        expect(visitor.page.get_by_text("The database is busy")).to_be_visible()
    visitor.press("Finish")
    expect(visitor.button("See results")).to_be_visible()
    [(finished,)] = own_server.rows("SELECT finished_at FROM attempt WHERE id = ?", attempt)
    assert finished


def test_with_a_read_only_database_pages_open_and_say_what_cannot_be_stored(visitor, own_server):
    attempt = visitor.resume("two-questions").id
    visitor.choose("On Friday")
    address = f"sqlite:///file:{own_server.database}?mode=ro&uri=true"
    with visitor.trouble_expected():
        own_server.kill()
        own_server.start(REPORTEDLY_DATABASE_URL=address)
        visitor.open(f"/take?attempt={attempt}")
        visitor.press("Check answer")
        expect(visitor.alert).to_contain_text("Your answer is not stored yet. Nothing new can be")
        expect(visitor.alert).to_contain_text("read-only")
        own_server.kill()
        own_server.start()
        visitor.open(f"/take?attempt={attempt}")
    expect(visitor.option("On Friday")).to_be_checked()
    visitor.check_answer("Right")
    assert own_server.answers(attempt).keys() == {"first"}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are closed differently here")
def test_a_database_that_is_something_else_is_told_on_the_pages(visitor, own_server, tmp_path):
    other = tmp_path / "other.sqlite3"
    other.write_bytes(b"This is not a database, whatever its name says. " * 100)
    own_server.kill()
    own_server.start(REPORTEDLY_DATABASE_URL=f"sqlite:///{other}")
    try:
        for path in ("/", "/take", "/take?quiz=two-questions", "/result"):
            visitor.open(path)
            expect(visitor.page.get_by_text("The database is damaged").first).to_be_visible()
            expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
    finally:
        own_server.kill()

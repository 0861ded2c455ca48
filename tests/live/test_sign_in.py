"""Instructors sign in and out at a real server."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from reportedly import resources
from reportedly.live.first_passphrase import make_first_passphrase
from reportedly.live.sign_in import SignIn
from reportedly.settings import Settings
from tests.builders import NOON
from tests.live.running import Browser, Running, copy_app, wait_until
from tests.live.serving import served

COOKIE = "reportedly_instructor"
ANOTHER = "four other good words"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = Running(copy_app(tmp_path_factory.mktemp("sign-in") / "app")).ready()
    running.passphrase()
    yield running
    running.stop()


@pytest.fixture
def words(server):
    """The passphrase; before each test all is as after the first start."""
    with closing(sqlite3.connect(server.folder / "data" / "reportedly.sqlite3")) as database:
        database.execute("DELETE FROM sign_in_try")
        database.commit()
    return server.passphrase()


@pytest.fixture
def browser(server):
    return Browser(server)


@pytest.fixture(scope="module")
def signed_in():
    """The cookie of a sign-in that tests may share: looking at a passphrase is slow on purpose."""
    return {}


def test_the_first_start_prints_a_passphrase_and_the_address_and_stores_only_a_hash(server, words):
    assert f"sign in at   {server.url}/sign-in\n" in server.log()
    database = b"".join(p.read_bytes() for p in (server.folder / "data").iterdir())
    assert b"$argon2id$" in database
    assert words.encode() not in database
    assert server.log().count(words) == 1


def test_the_page_is_plain_html_that_runs_nothing(browser):
    reply = browser.get("/sign-in")
    assert reply.status == 200
    assert "<script" not in reply.text
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    assert reply.headers["cache-control"] == "no-store"
    assert COOKIE not in browser.cookies
    assert browser.get("/assets/sign-in.css").status == 200


def test_the_passphrase_lets_in_and_the_cookie_is_guarded(browser, words):
    reply = browser.sign_in(words)
    assert (reply.status, reply.location) == (303, "/desk")
    cookie = reply.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"].lower() == "lax"
    assert cookie["path"] == "/"
    assert cookie["max-age"] == str(12 * 60 * 60)
    assert not cookie["secure"]
    page = browser.get("/sign-in").text
    assert "As <strong>Ann</strong>, for at most 12 hours more" in page


def test_behind_tls_the_cookie_is_secure(browser, words):
    headers = {"X-Forwarded-Proto": "https"}
    reply = browser.post("/sign-in", headers, name="Ann", passphrase=words)
    assert reply.cookies[COOKIE]["secure"]


def test_a_forged_cookie_lets_nobody_in(browser, words):
    browser.sign_in(words)
    token, _, signature = browser.cookies[COOKIE].partition(".")
    other = "A" if signature[0] != "A" else "B"
    for forged in ("x", ".", token, f"{token}.{other}{signature[1:]}", f"x{token}.{signature}"):
        browser.cookies[COOKIE] = forged
        assert not browser.is_signed_in


def test_a_wrong_passphrase_says_so_and_keeps_the_name_as_text(browser, words):
    reply = browser.sign_in("not it at all", name='"><script>alert(1)</script>', next="/desk")
    assert reply.status == 403
    assert "This is not the passphrase." in reply.text
    assert 'value="&quot;&gt;&lt;script&gt;' in reply.text
    assert "<script" not in reply.text
    assert '<input type="hidden" name="next" value="/desk">' in reply.text
    assert COOKIE not in browser.cookies


def test_forms_that_are_not_filled_in_are_no_tries(browser, words):
    for _ in range(6):
        assert "Please give your name" in browser.sign_in(words, name="  ").text
        assert "Please give your name" in browser.sign_in(words, name="a\u0000b").text
        assert "Please give your name" in browser.sign_in(words, name="a" * 61).text
        assert "Please give the passphrase" in browser.sign_in(" ").text
    assert browser.sign_in(words).status == 303


def pretend_time_has_passed(server, seconds: int) -> None:
    """Since the last try: nobody waits here."""
    with closing(sqlite3.connect(server.folder / "data" / "reportedly.sqlite3")) as database:
        then = "strftime('%Y-%m-%d %H:%M:%f000', 'now', ?)"
        database.execute(f"UPDATE sign_in_try SET last_at = {then}", (f"-{seconds} seconds",))
        database.commit()


def test_after_three_wrong_tries_one_has_to_wait_and_then_may_come_in(server, browser, words):
    assert [browser.sign_in("wrong").status for _ in range(4)] == [403, 403, 403, 429]
    refused = browser.sign_in(words)
    assert refused.status == 429
    assert "try again in" in refused.text
    wait = int(refused.headers["retry-after"])
    pretend_time_has_passed(server, wait - 1)
    assert browser.sign_in(words).status == 429
    pretend_time_has_passed(server, wait)
    assert browser.sign_in(words).status == 303


def test_another_client_need_not_wait(browser, words):
    for _ in range(4):
        browser.sign_in("wrong")
    # The server believes a proxy on its own machine.
    elsewhere = {"X-Forwarded-For": "192.0.2.7"}
    reply = browser.post("/sign-in", elsewhere, name="Ann", passphrase=words)
    assert reply.status == 303


def test_of_many_tries_at_once_three_are_looked_at(server, words):
    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(lambda _: Browser(server).sign_in("wrong").status, range(12)))
    assert sorted(replies) == [403] * 3 + [429] * 9


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("/take?quiz=lantern-walk#top", "/take?quiz=lantern-walk#top"),
        ("", "/desk"),
        ("//evil.example", "/desk"),
        ("/x\r\nset-cookie: a=b", "/desk"),
    ],
)
def test_the_next_page_is_always_one_of_this_app(browser, words, asked, sent):
    assert browser.sign_in(words, next=asked).location == sent


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "", "Referer": "https://evil.example/x"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/passphrase"])
def test_a_form_from_another_site_does_nothing(browser, words, path, headers, signed_in):
    browser.cookies |= signed_in
    if not browser.is_signed_in:
        browser.sign_in(words)
        signed_in |= browser.cookies
    form = {"passphrase": words, "new": ANOTHER, "again": ANOTHER, "name": "Eve", "everywhere": "x"}
    reply = browser.post(path, headers, **form)
    assert reply.status == 403
    assert "from another site" in reply.text
    assert not reply.cookies
    assert browser.is_signed_in


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "", "Referer": "{url}/sign-in"},
        {"Origin": "https://quiz.example", "X-Forwarded-Host": "quiz.example"},
        {"Origin": "https://quiz.example", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_form_of_this_app_is_known_behind_a_proxy_too(browser, words, headers):
    told = {name: value.format(url=browser.running.url) for name, value in headers.items()}
    assert browser.post("/sign-in", told, name="Ann", passphrase=words).status == 303


def test_odd_forms_are_refused(browser, words):
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    assert browser.post("/sign-in", kind, name="Ann", passphrase=words).status == 400
    assert browser.sign_in("x" * 10_000).status == 400
    assert browser.post("/sign-in", name="Ann", **{f"f{n}": "" for n in range(50)}).status == 400
    assert browser.get("/sign-out").cookies.get(COOKIE) is None


def test_signing_out_ends_the_sign_in_on_the_server_and_clears_the_cookie(browser, server, words):
    browser.sign_in(words)
    other = Browser(server)
    other.sign_in(words, name="Ben")
    kept = browser.cookies[COOKIE]
    reply = browser.post("/sign-out")
    assert (reply.status, reply.location) == (303, "/sign-in")
    assert COOKIE not in browser.cookies
    browser.cookies[COOKIE] = kept
    assert not browser.is_signed_in
    assert other.is_signed_in


def test_signing_out_everywhere_ends_every_sign_in(browser, server, words):
    browser.sign_in(words)
    other = Browser(server)
    other.sign_in(words, name="Ben")
    browser.post("/sign-out", everywhere="yes")
    assert not other.is_signed_in


def test_only_an_instructor_can_sign_everybody_out(browser, server, words):
    browser.sign_in(words)
    Browser(server).post("/sign-out", everywhere="yes")
    assert browser.is_signed_in


def test_changing_the_passphrase_ends_all_other_sign_ins(browser, server, words):
    other = Browser(server)
    other.sign_in(words, name="Ben")
    change = {"passphrase": words, "new": ANOTHER, "again": ANOTHER}
    assert browser.post("/passphrase", **change).status == 403
    browser.sign_in(words)
    before = browser.cookies[COOKIE]
    assert "not the same" in browser.post("/passphrase", **{**change, "again": "x"}).text
    assert "12 characters" in browser.post("/passphrase", **{**change, "new": "x"}).text
    assert browser.post("/passphrase", **{**change, "passphrase": "wrong"}).status == 403
    assert other.is_signed_in

    reply = browser.post("/passphrase", **change)
    assert (reply.status, reply.location) == (303, "/sign-in?changed=yes")
    assert "The passphrase is changed." in browser.get(reply.location).text
    assert browser.cookies[COOKIE] != before
    assert not other.is_signed_in
    assert other.sign_in(words).status == 403
    assert other.sign_in(ANOTHER).status == 303
    assert ANOTHER not in server.log()
    back = {"passphrase": ANOTHER, "new": words, "again": words}
    assert browser.post("/passphrase", **back).status == 303


def test_the_sign_in_ends_when_its_time_is_over(browser, server, words):
    browser.sign_in(words)
    with closing(sqlite3.connect(server.folder / "data" / "reportedly.sqlite3")) as database:
        database.execute("UPDATE instructor_session SET until = '2020-01-01 00:00:00.000000'")
        database.commit()
    assert not browser.is_signed_in


def test_the_command_makes_another_passphrase_and_ends_sign_ins(browser, server, words):
    browser.sign_in(words)
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "passphrase"],
        cwd=server.folder,
        env={k: v for k, v in os.environ.items() if not k.startswith("REPORTEDLY_")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    new = done.stdout.splitlines()[0].removeprefix("The new passphrase: ")
    assert not browser.is_signed_in
    assert browser.sign_in(words).status == 403
    assert browser.sign_in(new).status == 303
    back = {"passphrase": new, "new": words, "again": words}
    assert browser.post("/passphrase", **back).status == 303


def test_while_the_database_cannot_be_reached_pages_are_served_and_signing_in_says_why(tmp_path):
    folder = copy_app(tmp_path / "app")
    (folder / "data").write_text("a file where the folder should be")
    running = Running(folder).ready()
    try:
        browser = Browser(running)
        assert browser.get("/").status == 200
        assert browser.get("/sign-in").status == 200
        reply = browser.sign_in("whatever it is")
        assert reply.status == 503
        assert "Traceback" not in reply.text
        wait_until(lambda: "Instructors cannot sign in yet" in running.log(), running.log)
    finally:
        running.stop()


def test_with_a_sign_in_service_there_is_no_passphrase(tmp_path):
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text('[auth]\nallowed = ["ann@school.example"]\n')
    settings = Settings.from_environment({}, tmp_path)
    assert make_first_passphrase(settings, NOON) is None
    with served(SignIn(tmp_path, resources.instructors).routes()) as here:
        reply = Browser(here).sign_in("whatever it is", next="/read")
    assert (reply.status, reply.location) == (303, "/read")
    assert not reply.cookies.get(COOKIE)

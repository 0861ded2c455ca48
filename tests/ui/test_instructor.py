"""An instructor's page lets in who is signed in, and nobody else."""

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitCookies
from streamlit.testing.v1 import AppTest

from reportedly import resources
from reportedly.credentials import Passphrase, signed
from reportedly.settings import Settings
from reportedly.store.database import connect
from reportedly.store.instructors import Instructor, Instructors
from reportedly.ui import instructor
from tests.builders import NOON

HELD = Passphrase("hash", "secret")
ALLOWED = ["Ann@School.example", "ben@school.example"]
HOURS = timedelta(hours=1)
LONG_AGO, FAR_AHEAD = datetime(2001, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


def a_page():
    import streamlit as st

    from reportedly.ui.instructor import account, require, signed_in

    st.session_state["known"] = signed_in()
    who = require()
    st.write(f"The desk of {who.name}")
    account()


@pytest.fixture
def cookies(monkeypatch):
    sent: dict[str, str] = {}
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: StreamlitCookies(sent)))
    return sent


@pytest.fixture
def home(tmp_path, monkeypatch):
    settings = Settings.from_environment({}, tmp_path)
    monkeypatch.setattr(resources, "settings", lambda: settings)
    opened_once = cache(lambda: Instructors(connect(settings.database_url)))
    monkeypatch.setattr(resources, "instructors", opened_once)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


@pytest.fixture
def store(home):
    engine = connect(resources.settings().database_url)
    instructors = Instructors(engine)
    instructors.set_passphrase(HELD, NOON)
    yield instructors
    engine.dispose()


def opened(**seeded):
    page = AppTest.from_function(a_page, default_timeout=30)
    for name, value in seeded.items():
        getattr(page, name).update(value)
    page.run()
    assert not page.exception
    return page


def words_of(page):
    return " ".join([element.value for element in page.markdown] + [e.value for e in page.error])


def links_of(page):
    return " ".join(element.proto.body for element in page.get("html"))


def sign_in(store, cookies, until=FAR_AHEAD):
    store.open_session("token", "Ann", NOON, until)
    cookies["reportedly_instructor"] = signed("token", HELD.secret)


def test_a_learner_gets_a_sentence_and_a_way_to_sign_in_and_nothing_else(store, cookies):
    page = opened(
        context={"url": "http://localhost:8501/desk"}, query_params={"story": ["a"], "b": ['"']}
    )
    assert words_of(page) == "This page is for instructors."
    assert "/sign-in?next=/desk%3Fstory%3Da%26b%3D%2522" in links_of(page)
    assert page.session_state["known"] is None


def test_a_learner_costs_no_look_up(home, cookies):
    cookies["reportedly_learner"] = "a" * 43
    opened()
    assert not (home / "data").exists()


def test_an_instructor_gets_the_page_and_a_way_to_sign_out(store, cookies):
    sign_in(store, cookies)
    page = opened()
    assert words_of(page) == "The desk of Ann"
    assert 'href="/sign-in"' in links_of(page)
    assert page.session_state["known"].name == "Ann"


def test_an_open_page_closes_at_the_next_run_after_signing_out(store, cookies):
    sign_in(store, cookies)
    page = opened()
    store.close_all_sessions()
    page.run()
    assert words_of(page) == "This page is for instructors."


def test_a_page_stays_closed_to_forged_and_old_cookies(store, cookies):
    cookies["reportedly_instructor"] = signed("token", "another secret")
    assert words_of(opened()) == "This page is for instructors."
    sign_in(store, cookies, until=LONG_AGO)
    assert words_of(opened()) == "This page is for instructors."


def test_a_database_that_cannot_be_reached_lets_nobody_in_and_says_why(home, cookies):
    (home / "data").write_text("a file where the folder should be")
    cookies["reportedly_instructor"] = signed("token", HELD.secret)
    page = opened()
    assert "The desk" not in words_of(page)
    assert "database" in words_of(page)
    assert links_of(page) == ""
    assert page.session_state["known"] is None


SERVICE = {"auth": {"allowed": ALLOWED, "client_id": "x"}}
ANN = {"is_logged_in": True, "email": "ann@school.example", "email_verified": True}


def test_with_a_service_its_word_and_the_list_decide(home, cookies):
    assert words_of(opened(secrets=SERVICE, user=ANN)) == "The desk of ann@school.example"
    eve = {**ANN, "email": "eve@school.example"}
    assert "not as an instructor" in words_of(opened(secrets=SERVICE, user=eve))


def test_with_a_service_no_cookie_counts(store, cookies):
    sign_in(store, cookies)
    page = opened(secrets=SERVICE)
    assert "This page is for instructors." in words_of(page)
    assert "/sign-in" not in links_of(page)


@pytest.mark.parametrize("written", ["[auth]\n", "[auth\n", '[[auth]]\nx = "\udcff"\n'])
def test_a_service_that_is_described_badly_lets_nobody_in(home, store, cookies, written):
    (home / ".streamlit").mkdir()
    secrets = home / ".streamlit" / "secrets.toml"
    secrets.write_bytes(written.encode("utf-8", "surrogateescape"))
    sign_in(store, cookies)
    page = opened(user=ANN)
    assert "The desk" not in words_of(page)
    assert "secrets.toml" in words_of(page)


def vouched(allowed=ALLOWED, now=NOON, **user):
    return instructor.vouched_for({**ANN, **user}, allowed, now)


def test_who_is_on_the_list_is_known_by_the_address():
    began = (NOON - HOURS).timestamp()
    assert vouched(email=" ANN@school.example", iat=began) == Instructor(
        "ann@school.example", NOON + 11 * HOURS
    )


@pytest.mark.parametrize(
    "user",
    [
        {"email": "eve@school.example"},
        {"email": ""},
        {"email": None},
        {"email_verified": False},
        {"email_verified": "false"},
        {"is_logged_in": False},
        {"is_logged_in": "yes"},
        {"iat": (NOON - 12 * HOURS).timestamp()},
    ],
)
def test_everybody_else_is_refused(user):
    assert isinstance(vouched(**user), instructor.Refused)


def test_an_empty_list_lets_nobody_in():
    assert isinstance(vouched(allowed=()), instructor.Refused)
    assert isinstance(vouched(allowed=[""], email=""), instructor.Refused)

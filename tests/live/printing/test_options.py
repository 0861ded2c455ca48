"""What an address asks for, and who may ask."""

from datetime import UTC, datetime, timedelta

import pytest
from starlette.datastructures import QueryParams
from starlette.requests import Request

from reportedly import resources
from reportedly.credentials import hashed, new_pass, signed
from reportedly.files.markdown import to_html
from reportedly.live.printing.access import Access
from reportedly.live.printing.options import read_options, tools_html
from reportedly.quiz.paper.sheet import Form
from reportedly.store.database import connect
from reportedly.store.instructors import Instructors
from tests.builders import NOON, a_bank, a_question

BANK = a_bank(a_question("one"), a_question("two"), a_question("three", status="draft"))


def read(query):
    return read_options(QueryParams(query), BANK)


def test_who_has_chosen_nothing_yet_gets_all_that_is_ready():
    options = read("")
    assert options.chosen == {"one", "two"}
    assert options.form == Form(1)
    assert (options.articles, options.large, options.told) == (True, False, ())


def test_choices_are_taken_as_they_are_sent():
    options = read("chosen=yes&question=two&form=C&order=4711&sort=bank&articles=no&size=large")
    assert options.chosen == {"two"}
    assert options.form == Form(4711, "C", keeps_order=True)
    assert (options.articles, options.large) == (False, True)


def test_no_question_chosen_is_none_and_not_all():
    assert read("chosen=yes").chosen == frozenset()


def test_drafts_and_questions_that_are_gone_are_left_out_and_named():
    options = read("chosen=yes&question=one&question=three&question=<b>")
    assert options.chosen == {"one"}
    assert '"three", "<b>"' in options.told[0]
    assert "<b>" not in tools_html(options, BANK, QueryParams(""), [], to_html)


@pytest.mark.parametrize("order", ["x", "-1", "1.5", "9999999", "²", "", "٣"])
def test_an_order_that_is_no_number_is_told_and_the_first_one_taken(order):
    options = read({"order": order})
    assert options.form.seed == 1
    assert f'"{order}"' in options.told[0]


@pytest.mark.parametrize("letter", ["E", "", "AB", "a"])
def test_an_unknown_form_is_form_a(letter):
    assert read({"form": letter}).form.letter == "A"


def test_the_form_shows_what_is_printed_now_and_keeps_the_pass():
    query = QueryParams("chosen=yes&question=two&order=12&pass=abc")
    html = tools_html(read_options(query, BANK), BANK, query, [("/desk", "Desk")], to_html)
    assert 'value="two" checked' in html
    assert 'value="one" checked' not in html
    assert 'min="0" max="999999" value="12"' in html
    assert 'name="pass" value="abc"' in html
    assert 'value="three"' not in html


# --- who may see it -------------------------------------------------------------------------------


def a_request(query="", **cookies):
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return Request(
        {
            "type": "http",
            "path": "/print/quiz/x",
            "query_string": query.encode(),
            "headers": [(b"cookie", cookie.encode())],
        }
    )


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_an_instructor_who_is_signed_in_is_let_in_and_nobody_else(home):
    store = Instructors(connect(f"sqlite:///{home / 'answers.sqlite3'}"))
    words = hashed("four other good words")
    store.set_passphrase(words, NOON)
    store.open_session("token", "Ada", NOON, NOON + timedelta(hours=1))
    access = Access(home, lambda: store)
    cookie = signed("token", words.secret)
    assert access.allows(a_request(reportedly_instructor=cookie), NOON)
    assert not access.allows(a_request(reportedly_instructor=cookie), NOON + timedelta(hours=2))
    assert not access.allows(a_request(reportedly_instructor=signed("token", "x")), NOON)
    assert not access.allows(a_request(reportedly_learner="somebody"), NOON)
    assert not access.allows(a_request(), NOON)


def test_with_a_sign_in_service_a_pass_of_this_browser_is_needed_until_it_ends(home):
    (home / ".streamlit").mkdir()
    (home / ".streamlit" / "secrets.toml").write_text("[auth]\n")
    access = Access(home, resources.instructors)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    good = f"pass={new_pass('mine', now + timedelta(hours=1), resources.pass_secret())}"
    forged = f"pass={new_pass('mine', now + timedelta(hours=1), 'guessed')}"
    assert access.allows(a_request(good, reportedly_learner="mine"), now)
    assert not access.allows(a_request(good, reportedly_learner="other"), now)
    assert not access.allows(a_request(good), now)
    late = now + timedelta(hours=1)
    assert not access.allows(a_request(good, reportedly_learner="mine"), late)
    assert not access.allows(a_request(forged, reportedly_learner="mine"), now)
    for odd in ("", "pass=", "pass=x.y", "pass=1~2.3"):
        assert not access.allows(a_request(odd, reportedly_learner="mine"), now)

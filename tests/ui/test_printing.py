"""Links to pages that are printed."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from reportedly.classroom.moves import Do, Move
from reportedly.credentials import has_pass
from reportedly.store.lessons import Lessons
from tests.builders import NOON, chose
from tests.store.lessons_kept import answer, join, sent, started

SERVICE = {"auth": {"allowed": ["ann@school.example"], "client_id": "x"}}
BROWSER = "b" * 43


def links(app):
    """The addresses of the pages to print that are linked to."""
    return [
        unescape(found)
        for element in app.get("html")
        for found in re.findall(r'href="(/print/[^"]+)"', element.proto.body)
    ]


def test_every_bank_of_the_desk_can_be_printed(as_ann):
    app = as_ann("desk")
    assert not app.exception
    assert "/print/quiz/every-kind" in links(app)


def test_a_bank_that_is_edited_can_be_printed(as_ann):
    assert links(as_ann("edit", bank="every-kind")) == ["/print/quiz/every-kind"]


def test_what_a_class_showed_can_be_printed_once_somebody_answered(as_ann, store):
    lessons = Lessons(store.engine, store)
    kept = started(lessons)
    lessons.move(kept.id, Move(Do.END), NOON)
    assert links(as_ann("host", lesson=kept.code)) == []
    other = started(lessons)
    answer(lessons, sent(other, join(lessons, other), chose(0)))
    lessons.move(other.id, Move(Do.END), NOON)
    assert links(as_ann("host", lesson=other.code)) == [f"/print/lesson/{other.code}"]


def a_page():
    import streamlit as st

    from reportedly.ui import printing

    st.session_state["secret"] = printing.resources.pass_secret()
    printing.link("/print/quiz/lantern-walk", "On paper")


def test_with_a_sign_in_service_a_link_carries_a_pass_for_this_browser_that_ends(monkeypatch):
    monkeypatch.setattr(ContextProxy, "cookies", {"reportedly_learner": BROWSER})
    app = AppTest.from_function(a_page)
    app.secrets.update(SERVICE)
    app.run()
    assert not app.exception
    (link,) = links(app)
    address = urlsplit(link)
    assert address.path == "/print/quiz/lantern-walk"
    (shown,) = parse_qs(address.query)["pass"]
    until = datetime.fromtimestamp(int(shown.partition("~")[0]), UTC)
    secret = app.session_state["secret"]
    before = until - timedelta(seconds=1)
    assert has_pass(shown, BROWSER, before, secret)
    assert not has_pass(shown, "c" * 43, before, secret)
    assert not has_pass(shown, BROWSER, until, secret)

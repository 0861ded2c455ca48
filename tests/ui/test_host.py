"""The host's page: only instructors, a class as chosen, and what it showed afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy

from reportedly.classroom.lesson import Names, Pacing
from reportedly.classroom.moves import Do, Move
from reportedly.credentials import Passphrase, signed
from reportedly.files.shelf.shelf import Library
from reportedly.identity import INSTRUCTOR_COOKIE
from reportedly.quiz.edition import Edition
from reportedly.store.instructors import Instructors
from reportedly.store.lessons import Lessons
from tests.builders import NOON, chose
from tests.classroom.playing import a_plan
from tests.store.lessons_kept import answer, begin, join, sent

BANK = "two-questions"
FAR_AHEAD = datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture
def lessons(store):
    return Lessons(store.engine, store)


@pytest.fixture
def as_ann(store, visit, monkeypatch):
    """Opens pages as an instructor."""
    instructors = Instructors(store.engine)
    instructors.set_passphrase(Passphrase("hash", "secret"), NOON)
    instructors.open_session("token", "Ann", NOON, FAR_AHEAD)
    cookie = {INSTRUCTOR_COOKIE: signed("token", "secret")}
    monkeypatch.setattr(ContextProxy, "cookies", cookie)
    return visit


def a_class(lessons, installation, *moves, **plan):
    """A lesson of the test bank, moved on."""
    shelved = Library(Path(installation)).shelf().banks[BANK]
    questions = tuple(q.id for q in shelved.bank.ready)
    kept = begin(
        lessons,
        a_plan(questions=questions, **plan),
        edition=Edition.of(shelved.bank, shelved.story),
        bank=BANK,
    )
    for do in moves:
        kept = lessons.move(kept.id, Move(do), NOON)
    return kept


def words(app):
    return "\n".join(element.value for name in ("title", "header", "markdown", "caption", "success")
                     for element in getattr(app, name))  # fmt: skip


def test_learners_get_neither_the_page_nor_the_controls(visit, lessons, installation):
    kept = a_class(lessons, installation)
    for query in ({}, {"lesson": kept.code}):
        app = visit("host", **query)
        assert "This page is for instructors." in words(app)
        assert kept.code not in words(app)


def test_a_class_begins_as_it_was_chosen(as_ann, lessons):
    app = as_ann("host")
    app.selectbox(key="class-bank").select(BANK).run()
    app.radio(key="class-names").set_value(Names.LIST)
    app.radio(key="class-pacing").set_value(Pacing.SELF)
    app.checkbox(key="class-certain").check()
    app.text_area(key="class-notes").input("Ask Miriam first")
    app.button(key="class-start").click().run()
    assert not app.exception
    (kept,) = lessons.all()
    plan = kept.lesson.plan
    assert (kept.bank, kept.host) == (BANK, "Ann")
    assert (plan.names, plan.pacing, plan.asks_certainty) == (Names.LIST, Pacing.SELF, True)
    assert plan.notes == "Ask Miriam first"
    assert len(plan.questions) == 2


def test_standings_and_speed_are_off_until_they_are_asked_for(as_ann, lessons):
    app = as_ann("host")
    app.selectbox(key="class-bank").select(BANK).run()
    assert not app.checkbox(key="class-standings").value
    assert app.checkbox(key="class-speed").disabled, "it needs a timer"
    app.checkbox(key="class-timer").check().run()
    app.checkbox(key="class-standings").check()
    app.checkbox(key="class-speed").check()
    app.checkbox(key="class-certain").check().run()
    first, _ = app.multiselect(key=f"class-questions-{BANK}").value
    app.multiselect(key=f"class-sure-{BANK}").set_value([first])
    app.button(key="class-start").click().run()
    (kept,) = lessons.all()
    plan = kept.lesson.plan
    assert (plan.standings, plan.speed_points, plan.seconds) == (True, True, 90)
    assert plan.sure_about == plan.questions[:1]


def test_a_sensitive_bank_has_neither_standings_nor_points_for_speed(as_ann, installation):
    bank = Path(installation) / "quizzes" / f"{BANK}.yaml"
    bank.write_text(bank.read_text("utf-8").replace("story:", "tags: [deaths]\nstory:", 1), "utf-8")
    app = as_ann("host")
    app.selectbox(key="class-bank").select(BANK).run()
    assert "This bank has neither" in words(app)
    assert not [box for box in app.checkbox if box.key in ("class-standings", "class-speed")]


def test_a_homework_gets_its_deadline_and_is_open_at_once(as_ann, lessons):
    app = as_ann("host")
    app.selectbox(key="class-bank").select(BANK).run()
    app.radio(key="class-pacing").set_value(Pacing.HOMEWORK).run()
    app.button(key="class-start").click().run()
    (kept,) = lessons.all()
    assert kept.lesson.plan.deadline > kept.begun_at
    assert kept.lesson.phase == "open"


def test_what_a_class_showed_stands_on_its_page_with_files_to_keep(as_ann, lessons, installation):
    kept = a_class(lessons, installation, Do.START)
    first = kept.lesson.plan.questions[0]
    answer(lessons, sent(kept, join(lessons, kept), chose(0), question=first))
    lessons.move(kept.id, Move(Do.END), NOON)
    app = as_ann("host", lesson=kept.code)
    assert not app.exception
    assert "What the lesson showed" in words(app)
    assert len(app.get("download_button")) == 3
    assert app.dataframe[0].value["Answered"].tolist() == [1]


def test_a_question_taken_out_of_the_count_can_be_made_a_draft_in_its_bank(
    as_ann, lessons, installation
):
    kept = a_class(lessons, installation, Do.START, Do.END)
    first = kept.lesson.plan.questions[0]
    lessons.move(kept.id, Move(Do.VOID, question=first), NOON)
    app = as_ann("host", lesson=kept.code)
    assert any("+" in code.value and "status: draft" in code.value for code in app.code)
    app.button(key=f"draft-{first}").click().run()
    assert "The question is a draft now." in words(app)
    bank = Library(Path(installation)).shelf().banks[BANK].bank
    assert first not in [question.id for question in bank.ready]


def test_a_class_is_deleted_only_after_saying_so_twice(as_ann, lessons, installation):
    kept = a_class(lessons, installation, Do.START, Do.END)
    app = as_ann("host", lesson=kept.code)
    assert app.button(key=f"delete-{kept.code}").disabled
    app.checkbox(key=f"sure-{kept.code}").check().run()
    app.button(key=f"delete-{kept.code}").click().run()
    assert lessons.all() == ()


def test_a_class_that_is_not_there_is_said_not_to_be(as_ann):
    assert "This class is not here" in words(as_ann("host", lesson="NOSUCH"))


def test_learners_find_the_way_into_a_class(visit):
    app = visit("join-a-class")
    assert not app.exception
    assert any('href="/join"' in html.proto.body for html in app.get("html"))

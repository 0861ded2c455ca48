"""The class report in a browser: from the list of classes to two lessons beside each other."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from reportedly.classroom.lesson import Pacing
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons
from tests.browser.axe import faults_in_every_look
from tests.browser.signing_in import sign_in
from tests.classroom.attending import keep, votes_of_a_class
from tests.live.lessons.classroom import begin_lesson, move

BANK = "every-kind"
ASKED = ["pick", "tick", "statement"]


def a_lesson_held(running, seed):
    """A lesson of a class of fourteen that is over."""
    kept = begin_lesson(running, BANK, questions=ASKED, pacing=Pacing.SELF)
    move(running, kept, "start")
    engine = connect(f"sqlite:///{running.database}")
    edition = Lessons(engine, Attempts(engine)).edition(kept.edition)
    votes = votes_of_a_class(edition, ASKED, learners=14, rounds=2, seed=seed, seats=kept.code)
    keep(engine, kept, votes)
    engine.dispose()
    move(running, kept, "end")
    return kept


def test_a_class_report_is_reached_read_and_compared_by_keyboard(new_visitor, own_server):
    first, second = (a_lesson_held(own_server, seed) for seed in (1, 2))
    page = sign_in(new_visitor(own_server), next_page="/host")
    page.get_by_text(re.compile(r"^Over \(")).click()
    page.get_by_role("link", name=f"Report of {second.code}").click()
    expect(page.get_by_text("14 learners gave 42 first answers")).to_be_visible()
    expect(page.get_by_role("heading", name="Worth going back to")).to_be_visible()
    rates = page.get_by_role("table", name="Too much, or too little")
    expect(rates.get_by_role("row", name=re.compile("Trusted too little"))).to_be_visible()

    page.get_by_role("combobox", name="Compare with").focus()
    page.keyboard.type(first.code)
    page.keyboard.press("Enter")
    expect(page.get_by_text("All 3 that can be compared")).to_be_visible()
    assert faults_in_every_look(page) == []

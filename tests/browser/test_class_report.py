"""The class report in a browser: from the list of classes to two lessons beside each other."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.filled import lesson_held
from tests.browser.signing_in import sign_in

BANK = "every-kind"
ASKED = ["pick", "tick", "statement"]


def test_a_class_report_is_reached_read_and_compared_by_keyboard(new_visitor, own_server):
    first, second = (lesson_held(own_server, BANK, ASKED, seed=seed) for seed in (1, 2))
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

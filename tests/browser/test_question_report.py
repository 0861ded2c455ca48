"""From the desk to what the answers say of a question, and on to its editor."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.test_desk import desk, visitor
from tests.browser.test_weak_questions import take, written

__all__ = ["desk", "visitor"]  # the fixtures

BANK = "reported"


@pytest.fixture
def bank(own_server):
    yield from written(own_server, BANK)


def test_the_desk_leads_to_the_report_and_the_report_to_the_editor(desk, own_server, bank):
    take(own_server, 30, bank)
    desk.reload()
    desk.locator(f".st-key-desk-{BANK}").get_by_role("link", name="Question report").click()

    table = desk.get_by_role("region", name="Questions of the bank")
    first = table.get_by_role("row").nth(1)
    expect(first).to_contain_text("Question upside-down?")
    expect(first).to_contain_text("reason")
    thirds = desk.get_by_role("region", name="Answers by thirds")
    expect(thirds.get_by_role("row", name="Right: Yes")).to_contain_text("%")
    assert faults_in_every_look(desk) == []

    desk.get_by_role("link", name="Edit this question").click()
    expect(desk.get_by_role("heading", name=f"{BANK}.yaml · upside-down")).to_be_visible()

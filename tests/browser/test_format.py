"""The page that says how a bank is written."""

import re

import pytest
from playwright.sync_api import expect

from reportedly.files.format import format_guide
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.taxonomy import Skill, Slip
from tests.browser.axe import faults_in_every_look
from tests.browser.signing_in import sign_in


@pytest.fixture
def page(visitor):
    page = sign_in(visitor, next_page="/format")
    expect(page.get_by_role("heading", name="Format", exact=True)).to_be_visible()
    expect(page.locator("form.rc")).to_have_count(len(KINDS))
    return page


def test_it_is_for_instructors_alone(visitor):
    visitor.open("/format")
    expect(visitor.page.get_by_text("This page is for instructors")).to_be_visible()
    expect(visitor.page.get_by_text("lantern-walk")).to_have_count(0)
    expect(visitor.page.get_by_role("link", name="Format", exact=True)).to_have_count(0)


def test_it_shows_the_tested_text_of_every_kind_with_its_card_fields_and_names(page):
    shown = page.locator("[data-testid=stCode] code").all_text_contents()
    assert [text.strip() for text in shown] == [
        format_guide.example(kind).strip() for kind in KINDS
    ]
    for kind in KINDS:
        expect(page.get_by_role("heading", name=kind, exact=True)).to_be_visible()
        bank = format_guide.read_example(kind, {}).bank
        ask = re.search(r"ask: (.*)", format_guide.example(kind))
        assert bank is None
        assert ask is not None
        expect(page.locator("form.rc").filter(has_text=ask[1])).to_be_visible()
        for field in format_guide.kind_fields(kind):
            expect(page.locator("table.fields code", has_text=field.name).first).to_be_visible()
    for name in (*Skill, *Slip):
        names = page.locator("[id^=names-of] table.fields th")
        expect(names.get_by_text(name, exact=True)).to_be_visible()


def test_an_example_can_be_tried_out(page):
    card = page.locator("form.rc").filter(has_text="Who says that up to 3,000 people came?")
    card.get_by_text("The chief steward").click()
    card.get_by_role("button", name="Check answer").click()
    expect(card.get_by_role("status")).to_contain_text("Right")


def test_it_has_no_serious_fault(page):
    assert faults_in_every_look(page) == []

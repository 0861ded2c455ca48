"""Accessibility of each page, checked by axe-core in light and dark, wide and narrow."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.running import ROOT

STORIES = sorted(path.parent.name for path in (ROOT / "content").glob("*/story.yaml"))


@pytest.mark.parametrize(
    "path",
    ["/", "/take", "/take?quiz=every-kind", "/result", "/my-progress", "/how-to-read-this",
     "/study",
     *(f"/read?story={story}" for story in STORIES)],
)  # fmt: skip
def test_a_page_has_no_serious_fault(visitor, path):
    visitor.open(path)
    expect(visitor.page.locator("h1").first).to_be_visible()
    visitor.page.wait_for_load_state("networkidle")
    assert faults_in_every_look(visitor.page) == []


def test_the_result_has_no_serious_fault(visitor):
    visitor.resume("every-kind", "pick", "tick", "statement", certain=True)
    visitor.choose("Nobody is named", "About 95 % sure")
    visitor.check_answer("Not quite")
    visitor.go_on()
    visitor.choose("At least", "About 80 % sure")
    visitor.check_answer("Partly right")
    visitor.press("Stop here")
    expect(visitor.button("Go back to them")).to_be_visible()
    assert faults_in_every_look(visitor.page) == []
    visitor.press("Finish")
    expect(visitor.button("See results")).to_be_visible()
    assert faults_in_every_look(visitor.page) == []
    visitor.press("See results")
    expect(visitor.page.get_by_role("heading", name="Left out")).to_be_visible()
    expect(visitor.legend.first).to_be_visible()
    assert faults_in_every_look(visitor.page) == []


def test_the_question_before_everything_is_forgotten_has_no_serious_fault(visitor):
    visitor.open("/how-to-read-this")
    visitor.press("Forget everything about me")
    expect(visitor.button("Delete it all")).to_be_visible()
    assert faults_in_every_look(visitor.page) == []

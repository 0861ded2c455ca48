"""No page sends the browser to another host or makes its console complain."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe_pages import STORIES

PAGES = [
    "/",
    "/take",
    "/take?quiz=every-kind",
    "/take?quiz=there-is-none",
    "/take?attempt=there-is-none",
    "/result",
    "/result?attempt=there-is-none",
    "/how-to-read-this",
    *(f"/read?story={story}" for story in STORIES),
]


def test_no_page_asks_another_host_for_anything(visitor):
    for path in PAGES:
        visitor.open(path)
        expect(visitor.page.locator("h1").first).to_be_visible()
        visitor.page.wait_for_load_state("networkidle")
        expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
    assert visitor.strangers == []
    assert visitor.complaints == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:65530/a.png", "ws://127.0.0.1:65530/"])
def test_the_watch_sees_other_hosts_and_complaints(visitor, address):
    visitor.open("/how-to-read-this")
    ask = (
        "address => new WebSocket(address)"
        if "ws:" in address
        else "a => void fetch(a).catch(() => {})"
    )
    with visitor.page.expect_event("console", lambda message: message.type == "error"):
        visitor.page.evaluate(f"address => void ({ask})(address)", address)
    for _ in range(100):  # what the browser tells is still on its way
        if visitor.strangers and visitor.complaints:
            break
        visitor.page.wait_for_timeout(50)
    assert visitor.strangers == [address]
    assert len(visitor.complaints) >= 1
    visitor.strangers.clear()
    visitor.complaints.clear()

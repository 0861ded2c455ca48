"""A class for who zooms in, sits far from the wall, uses keys only, or whose phone slept."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.signing_in import sign_in
from tests.browser.test_class import answer, state, take_seat, told
from tests.live.lessons.classroom import an_answer, begin_lesson, join, move, send_answer

KINDS = ["pick", "amount", "marks"]
ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
WALL = {"width": 1920, "height": 1080}
BEYOND = """() => {
  const inner = document.querySelector(".stMain") ?? document.documentElement;
  return inner.scrollWidth - inner.clientWidth;
}"""
SMALLEST = """() => {
  const sizes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const part = texts.currentNode.parentElement;
    const box = part.getBoundingClientRect();
    const isSeen = part.checkVisibility() && box.width > 1 && box.height > 1;
    if (isSeen && texts.currentNode.textContent.trim())
      sizes.push([parseFloat(getComputedStyle(part).fontSize), part.textContent]);
  }
  return sizes.sort((a, b) => a[0] - b[0])[0];
}"""


def fits(page):
    """That nothing has to be scrolled sideways in a window at 400 %."""
    page.set_viewport_size(ZOOMED)
    return page.evaluate(BEYOND) <= 0


def is_readable_from_afar(page):
    page.set_viewport_size(WALL)
    size, text = page.evaluate(SMALLEST)
    assert size >= 28, f"{text}: {size} pixels"
    return True


def test_at_400_percent_nothing_scrolls_sideways_and_the_wall_is_read_from_ten_metres(
    new_visitor, own_server
):
    kept = begin_lesson(own_server, questions=KINDS, asks_certainty=True, standings=True)
    token = join(own_server, kept.code, "Bo")
    host = new_visitor(own_server)
    sign_in(host, next_page=f"/host?lesson={kept.code}")
    expect(host.page.locator(".host .top h2")).to_be_visible()
    wall = new_visitor(own_server).page
    wall.goto(f"{own_server.url}/screen/{kept.code}")
    expect(wall.get_by_alt_text("QR code")).to_be_visible()
    learner = take_seat(new_visitor, own_server, kept.code, "W" * 24)
    assert is_readable_from_afar(wall)
    assert fits(wall)
    move(own_server, kept, "start")
    for number, id in enumerate(KINDS, start=1):
        place = f"Question {number} of {len(KINDS)}"
        for page in (learner.page, wall):
            expect(page.get_by_text(place)).to_be_visible()
        assert fits(learner.page), id
        assert is_readable_from_afar(wall), id
        if id == "pick":
            send_answer(own_server, kept, token, an_answer(id, {"chosen": ["0"]}))
            answer(learner)
        move(own_server, kept, "reveal")
        expect(wall.locator(".answer")).to_be_visible()
        assert fits(wall), id
        assert is_readable_from_afar(wall), id
        if id == "pick":
            expect(learner.verdict).to_be_visible()
            expect(host.page.locator(".host .top h2")).to_contain_text("answer shown")
            for fold in ("What the votes say", "Notes: the answer", "Learners (", "Questions ("):
                host.page.get_by_text(fold).click()
            for page in (learner.page, host.page):
                assert fits(page), id
            move(own_server, kept, "show-standings")
            expect(wall.get_by_role("heading", name="Standings")).to_be_visible()
            assert is_readable_from_afar(wall)
        move(own_server, kept, "next")
    move(own_server, kept, "end")
    expect(learner.page.locator(".result")).to_be_visible()
    assert fits(learner.page)


def test_a_learner_needs_no_mouse_and_hears_what_becomes_of_an_answer(new_visitor, own_server):
    kept = begin_lesson(own_server, questions=["pick", "tick"])
    learner = new_visitor(own_server, reduced_motion="reduce")
    page, keys = learner.page, learner.page.keyboard
    learner.open("/join")
    expect(page.get_by_label("Code on the screen")).to_be_focused()
    keys.type(kept.code)
    keys.press("Enter")
    expect(page.get_by_label("Name")).to_be_focused()
    keys.type("Zoë")
    keys.press("Enter")
    expect(page.get_by_text("You are in.")).to_be_visible()
    move(own_server, kept, "start")
    expect(learner.legend).to_be_visible()
    for _ in range(9):
        keys.press("Tab")
        if page.evaluate("document.activeElement.type === 'radio'"):
            break
    keys.press("Space")
    expect(learner.card.locator("input:checked")).to_be_focused()
    keys.press("Tab")
    expect(page.get_by_role("button", name="Send answer")).to_be_focused()
    keys.press("Enter")
    expect(told(learner)).to_have_text(re.compile("Your answer is in"))
    assert told(learner).get_attribute("aria-live") == "polite"
    assert state(learner).get_attribute("role") == "status"
    move(own_server, kept, "reveal")
    expect(learner.verdict).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    move(own_server, kept, "end")
    expect(page.get_by_role("heading", name="Every kind once")).to_be_visible()


def test_a_phone_whose_line_died_in_its_sleep_wakes_into_the_right_moment(new_visitor, own_server):
    kept = begin_lesson(own_server, questions=["pick", "tick"])
    lines = {"asleep": False}

    def carry(near):
        """A line that takes everything in and carries nothing on while the phone sleeps."""
        far = near.connect_to_server()
        near.on_message(lambda text: None if lines["asleep"] else far.send(text))
        far.on_message(lambda text: None if lines["asleep"] else near.send(text))

    learner = new_visitor(own_server, viewport={"width": 390, "height": 800})
    learner.page.route_web_socket(re.compile("/socket$"), carry)
    learner.open(f"/join/{kept.code}")
    learner.page.get_by_label("Name").fill("Zoë")
    learner.press("Join")
    expect(learner.page.get_by_text("You are in.")).to_be_visible()
    lines["asleep"] = True
    move(own_server, kept, "start")
    learner.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    # By a request of its own: the line is dead still.
    expect(learner.legend).to_be_visible()
    expect(state(learner)).to_have_text(re.compile("Reconnecting"))
    lines["asleep"] = False
    expect(state(learner)).not_to_have_text(re.compile("Reconnecting"))
    answer(learner)
    assert own_server.rows("SELECT count(*) FROM lesson_seat WHERE lesson = ?", kept.id) == [(1,)]

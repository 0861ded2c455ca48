"""A phone: touch alone, 390 pixels wide, and as little as 320."""

import pytest
from playwright.sync_api import expect

from tests.browser.keys import RIGHT, answer_right, current, judge_essay, tap
from tests.browser.visitor import Visitor

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
NARROWEST = 320

# What reaches beyond the right edge of the page, of its scrolling part, or of the card.
BEYOND = """() => {
  const found = [];
  const main = document.querySelector('[data-testid="stMain"]');
  for (const [name, box] of [["page", document.documentElement], ["main", main]])
    if (box && box.scrollWidth > box.clientWidth + 1) found.push(name);
  const within = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) within(node.shadowRoot);
      if (!node.closest(".rc") || node.closest(".rc-spoken")) continue;
      const { right, width } = node.getBoundingClientRect();
      if (width && right > innerWidth + 1) found.push(`${node.tagName}.${node.className}`);
    }
  };
  within(document);
  return found;
}"""

SMALL = """() => {
  const found = [];
  const within = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) within(node.shadowRoot);
      if (!node.closest(".rc") || !node.matches("button, select, .rc-field, .rc label, summary"))
        continue;
      if (node.matches("label.rc-label, label.rc-pair-item")) continue;
      const { width, height } = node.getBoundingClientRect();
      if (width && (height < 43.9 || width < 43.9))
        found.push(`${node.tagName}.${node.className} ${width}x${height}`);
    }
  };
  within(document);
  return found;
}"""


def assert_fits(visitor: Visitor) -> None:
    """Nothing has to be scrolled sideways, on this phone or a narrower one."""
    page, size = visitor.page, PHONE["viewport"]
    assert page.evaluate(BEYOND) == []
    page.set_viewport_size({"width": NARROWEST, "height": size["height"]})
    page.wait_for_function("innerWidth <= 320")
    assert page.evaluate(BEYOND) == []
    page.set_viewport_size(size)


@pytest.fixture
def phone(new_visitor, server) -> Visitor:
    return new_visitor(server, **PHONE)


def test_all_kinds_are_answered_by_touch_and_nothing_is_cut_off(phone):
    phone.resume("every-kind", certain=True)
    seen = set()
    for number in range(1, 12):
        expect(phone.card.get_by_text(f"Question {number} of 11", exact=True)).to_be_visible()
        assert_fits(phone)
        assert phone.page.evaluate(SMALL) == []
        question = answer_right(phone, tap)
        seen.add(question)
        tap(phone.button("Check answer"))
        if question == "essay":
            judge_essay(phone, tap)
            assert_fits(phone)
            tap(phone.button("Check answer"))
        expect(phone.verdict).to_contain_text("Right")
        assert_fits(phone)
        if number < 11:
            before = current(phone)
            tap(phone.button("Next question"))
            expect(phone.card.get_by_text(f"Question {number + 1} of 11")).to_be_visible()
            assert current(phone) != before
    assert seen == set(RIGHT.values())

    tap(phone.button("Finish"))
    tap(phone.button("See results"))
    expect(phone.page.locator(".score")).to_be_visible()
    assert_fits(phone)


@pytest.mark.parametrize(
    "path",
    ["/", "/take", "/take?quiz=every-kind", "/result", "/read?story=harbour-clock",
     "/how-to-read-this"],
)  # fmt: skip
def test_no_page_has_to_be_scrolled_sideways(phone, path):
    phone.open(path)
    expect(phone.page.locator("h1").first).to_be_visible()
    phone.page.wait_for_load_state("networkidle")
    assert_fits(phone)

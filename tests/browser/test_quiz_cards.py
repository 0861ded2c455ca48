"""How the list of quizzes, and the page before the start, look."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import expect

_RINGS = """() => [...document.querySelectorAll(".stMain label:has(input)")].map((label) => {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255);
    const line = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b);
  };
  const shown = [...label.querySelectorAll("div")].map((node) => getComputedStyle(node));
  const ring = shown.find((style) => style.borderTopWidth !== "0px")?.borderTopColor;
  if (!ring) return 0;
  const page = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
  const [light, dark] = [luminance(ring), luminance(page)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
})"""


def test_cards_of_one_row_are_equally_high(visitor):
    visitor.open()
    cards = visitor.page.locator('[class*="st-key-quiz-"]')
    expect(cards.nth(3)).to_be_visible()
    rows = defaultdict(set)
    for box in (card.bounding_box() for card in cards.all()):
        rows[round(box["y"])].add(round(box["height"]))

    assert len(rows) < cards.count(), "no two cards stand side by side"
    assert all(len(heights) == 1 for heights in rows.values())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_be_chosen_before_the_start_stands_out_from_the_page(visitor, scheme):
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.open("/take?quiz=every-kind")
    expect(visitor.button("Start")).to_be_visible()
    stand_out = "(rings) => rings.length === 6 && rings.every((contrast) => contrast >= 3)"
    visitor.page.wait_for_function(f"() => ({stand_out})(({_RINGS})())")

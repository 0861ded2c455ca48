"""How the list of quizzes looks."""

from __future__ import annotations

from collections import defaultdict

from playwright.sync_api import expect


def test_cards_of_one_row_are_equally_high(visitor):
    visitor.open()
    cards = visitor.page.locator('[class*="st-key-quiz-"]')
    expect(cards.nth(3)).to_be_visible()
    rows = defaultdict(set)
    for box in (card.bounding_box() for card in cards.all()):
        rows[round(box["y"])].add(round(box["height"]))

    assert len(rows) < cards.count(), "no two cards stand side by side"
    assert all(len(heights) == 1 for heights in rows.values())

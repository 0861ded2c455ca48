"""An instructor picks the words of the articles that decide a question."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from reportedly.files.banks.bank_file import read_bank
from tests.browser.question_form import TEXT, save, server, sign_in, text_of

__all__ = ["server", "sign_in"]  # the fixtures


def open_articles(page):
    page.get_by_text("Choose words in the articles").click()
    expect(page.get_by_role("listbox", name="Words of")).to_be_visible()


def word(page, at, text):
    group = page.get_by_role("group", name=at, exact=True)
    return group.get_by_role("option", name=text, exact=True)


def use_words(page):
    page.get_by_role("button", name="Use these words").click()


def test_evidence_of_up_to_twelve_words_is_picked_with_a_mouse_and_with_the_keyboard(
    sign_in, server
):
    page = sign_in("pick")
    open_articles(page)
    word(page, "A3", "The").click()
    word(page, "A3", "reason.").click()
    expect(page.get_by_role("alert").filter(has_text="quote at most 12")).to_be_visible()
    use_words(page)
    expect(page.locator(".quoted")).to_have_count(1)
    assert text_of(server) == TEXT
    word(page, "A4", "At").hover()
    page.mouse.down()
    word(page, "A4", "people").hover()
    page.mouse.up()
    expect(page.get_by_text("A4: “At least 25 people” (4 words)")).to_be_visible()
    use_words(page)
    expect(page.locator(".quoted").filter(has_text="At least 25 people")).to_be_visible()
    page.get_by_role("button", name="Article B").click()
    word(page, "B2", "a").first.focus()
    for key in ("Enter", "ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    chosen = page.locator(".ev-chosen").inner_text()
    assert re.fullmatch(r"B2: “a \S+ \S+” \(3 words\)", chosen)
    use_words(page)
    expect(page.locator(".quoted")).to_have_count(3)
    page.get_by_role("button", name="Remove evidence 1").click()
    expect(page.locator(".quoted")).to_have_count(2)
    save(page)
    first, second = read_bank(text_of(server)).bank.questions[0].evidence
    assert (first.at, first.words) == ("A4", "At least 25 people")
    assert second.at == "B2"
    assert f"“{second.words}”" in chosen


def test_evidence_is_picked_by_touch(sign_in, server):
    page = sign_in("pick", width=390, has_touch=True)
    page.get_by_text("Choose words in the articles").tap()
    word(page, "A3", "stopped").tap()
    word(page, "A3", "Friday,").tap()
    expect(page.get_by_text("A3: “stopped on Friday” (3 words)")).to_be_visible()
    page.get_by_role("button", name="Use these words").tap()
    expect(page.locator(".quoted").filter(has_text="stopped on Friday")).to_be_visible()
    save(page)
    assert '- {at: A3, words: "stopped on Friday"}' in text_of(server)


def test_words_to_tap_are_picked_in_the_passage(sign_in, server):
    page = sign_in("marks")
    open_articles(page)
    page.get_by_role("button", name="Article B").click()
    word(page, "B3", "dated").click()
    page.get_by_role("button", name="Words not to tap").click()
    expect(page.get_by_label("Other words 2: words", exact=True)).to_have_value("dated")
    save(page)
    wrong = read_bank(text_of(server)).bank.questions[7].wrong
    assert [piece.words for piece in wrong] == ["seen by this newspaper", "dated"]

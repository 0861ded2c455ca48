"""An instructor puts the questions of a bank in order."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.signing_in import sign_in
from tests.browser.test_desk import more_of, row, text_of, visitor

__all__ = ["visitor"]  # the fixture

BANK = "four"
ROWS = '[class*="st-key-question-row-"]'


def a_bank(*ids: str, story: str = "harbour-clock") -> str:
    """A bank of such statements, one a line, with a remark that has to stay."""
    questions = "".join(
        f"  - {{id: {id}, kind: truefalse, ask: Statement {id}., answer: 'true'}}\n" for id in ids
    )
    return f"# kept\nbank: Statements\nstory: {story}\nquestions:\n{questions}"


@pytest.fixture
def bank(own_server):
    """Writes a bank for the test and removes it afterwards."""
    made = []

    def write(name: str, *ids: str) -> None:
        path = own_server.folder / "quizzes" / f"{name}.yaml"
        path.write_text(a_bank(*ids), encoding="utf-8")
        made.append(path)

    yield write
    for path in made:
        path.unlink(missing_ok=True)


@pytest.fixture
def four(visitor, bank):
    """The editor at a bank of four questions."""
    bank(BANK, "a", "b", "c", "d")
    return sign_in(visitor, next_page=f"/edit?bank={BANK}")


def expect_order(page, *ids):
    expect(page.locator(f"{ROWS} .facts code")).to_have_text(list(ids))


def button(page, id, name):
    return row(page, id).get_by_role("button", name=name)


def test_buttons_move_a_question_and_the_focus_goes_along(four, own_server):
    button(four, "a", "Move down").click()
    expect_order(four, "b", "a", "c", "d")
    expect(button(four, "a", "Move down")).to_be_focused()
    four.keyboard.press("Enter")
    expect_order(four, "b", "c", "a", "d")
    expect(button(four, "a", "Move down")).to_be_focused()
    four.keyboard.press("Enter")
    expect_order(four, "b", "c", "d", "a")
    expect(button(four, "a", "Move up")).to_be_focused()
    assert text_of(own_server, BANK) == a_bank("b", "c", "d", "a")


def press(page, keys):
    """Presses keys once the page can hear them."""
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((e) => e.name.endsWith('/rows.js'))"
    )
    page.keyboard.press(keys)


def test_alt_and_an_arrow_move_a_question_and_the_focus_goes_along(four, own_server):
    button(four, "c", "More").focus()
    press(four, "Alt+ArrowUp")
    expect_order(four, "a", "c", "b", "d")
    expect(button(four, "c", "Move up")).to_be_focused()
    press(four, "Alt+ArrowUp")
    expect_order(four, "c", "a", "b", "d")
    expect(button(four, "c", "Move down")).to_be_focused()
    press(four, "Alt+ArrowDown")
    expect_order(four, "a", "c", "b", "d")
    assert text_of(own_server, BANK) == a_bank("a", "c", "b", "d")


def test_every_one_of_several_quick_presses_moves_the_same_question(four, own_server):
    button(four, "a", "Move down").focus()
    for _ in range(3):
        press(four, "Alt+ArrowDown")
    expect_order(four, "b", "c", "d", "a")
    assert text_of(own_server, BANK) == a_bank("b", "c", "d", "a")


def test_a_question_is_doubled_and_removed_and_each_undone(four, own_server):
    more_of(four, "b").get_by_role("button", name="Duplicate").click()
    expect_order(four, "a", "b", "b-2", "c", "d")
    four.get_by_role("button", name="Undo this change").click()
    expect_order(four, "a", "b", "c", "d")
    more_of(four, "b").get_by_role("button", name="Remove").click()
    expect(four.get_by_text("b is removed")).to_be_visible()
    expect_order(four, "a", "c", "d")
    four.get_by_role("button", name="Undo this change").click()
    expect(four.get_by_text("Undone")).to_be_visible()
    expect_order(four, "a", "b", "c", "d")
    assert text_of(own_server, BANK) == a_bank("a", "b", "c", "d")


def test_undo_is_not_offered_once_the_file_was_changed_elsewhere(four, own_server, bank):
    more_of(four, "b").get_by_role("button", name="Remove").click()
    expect(four.get_by_role("button", name="Undo this change")).to_be_visible()
    bank(BANK, "a", "c", "e")
    four.get_by_role("button", name="Undo this change").click()
    expect(four.get_by_text("The file has been changed since")).to_be_visible()
    expect_order(four, "a", "c", "e")
    expect(four.get_by_role("button", name="Undo this change")).to_have_count(0)
    assert text_of(own_server, BANK) == a_bank("a", "c", "e")


def test_a_click_hits_the_question_it_was_meant_for_although_the_file_has_changed(
    four, own_server, bank
):
    bank(BANK, "d", "c", "b", "a")
    button(four, "b", "Move up").click()
    expect_order(four, "d", "b", "c", "a")
    assert text_of(own_server, BANK) == a_bank("d", "b", "c", "a")


def test_a_question_goes_to_another_bank_of_the_same_story(four, own_server, bank):
    bank("other", "x", "y")
    four.reload()
    expect_order(four, "a", "b", "c", "d")
    dialog = more_of(four, "b")
    dialog.get_by_label("Another bank").click()
    four.get_by_role("option", name=re.compile(r"other\.yaml")).click()
    dialog.get_by_role("button", name="Move to that bank").click()
    expect(four.get_by_text("b is moved to the end of other.yaml")).to_be_visible()
    expect_order(four, "a", "c", "d")
    assert text_of(own_server, BANK) == a_bank("a", "c", "d")
    moved = text_of(own_server, "other")
    assert moved.startswith(a_bank("x", "y"))
    assert "Statement b." in moved


def test_a_question_whose_id_the_other_bank_has_stays_where_it_is(four, own_server, bank):
    bank("other", "b", "y")
    four.reload()
    expect_order(four, "a", "b", "c", "d")
    dialog = more_of(four, "b")
    dialog.get_by_label("Another bank").click()
    four.get_by_role("option", name=re.compile(r"other\.yaml")).click()
    dialog.get_by_role("button", name="Move to that bank").click()
    expect(four.get_by_text('other.yaml has a question "b" already')).to_be_visible()
    expect_order(four, "a", "b", "c", "d")
    assert text_of(own_server, BANK) == a_bank("a", "b", "c", "d")
    assert text_of(own_server, "other") == a_bank("b", "y")


def test_a_long_bank_is_shown_a_page_at_a_time_and_searched(visitor, bank):
    bank(BANK, *(f"q{n}" for n in range(1, 121)))
    desk = sign_in(visitor, next_page=f"/edit?bank={BANK}")
    expect(desk.locator(ROWS)).to_have_count(50)
    desk.get_by_role("button", name="Next 50").click()
    expect(desk.locator(f"{ROWS} .facts code").first).to_have_text("q51")
    # Over the end of the page, which follows.
    button(desk, "q100", "Move down").click()
    expect(desk.locator(f"{ROWS} .facts code").nth(1)).to_have_text("q102")
    expect(button(desk, "q100", "Move down")).to_be_focused()
    desk.get_by_label("Find").fill("statement q77")
    desk.get_by_label("Find").press("Enter")
    expect_order(desk, "q77")
    desk.get_by_label("Find").fill("12")
    desk.get_by_label("Find").press("Enter")
    expect_order(desk, "q12")
    desk.get_by_label("Find").fill("nothing like it")
    desk.get_by_label("Find").press("Enter")
    expect(desk.get_by_text("No question is like that")).to_be_visible()


def test_a_question_that_could_not_be_taken_away_stands_in_both_banks(
    four, own_server, bank, tmp_path
):
    bank("other", "x")
    # A name so long that there is none for the file that is written beside it.
    source = own_server.folder / "quizzes" / f"{BANK}.yaml"
    kept = tmp_path / f"{'x' * 245}.yaml"
    source.rename(kept)
    source.symlink_to(kept)
    four.reload()
    expect_order(four, "a", "b", "c", "d")
    dialog = more_of(four, "b")
    dialog.get_by_label("Another bank").click()
    four.get_by_role("option", name=re.compile(r"other\.yaml")).click()
    dialog.get_by_role("button", name="Move to that bank").click()
    expect(four.get_by_text('The question "b" stands in both banks now')).to_be_visible()
    expect_order(four, "a", "b", "c", "d")
    assert "Statement b." in text_of(own_server, "other")
    assert text_of(own_server, BANK) == a_bank("a", "b", "c", "d")

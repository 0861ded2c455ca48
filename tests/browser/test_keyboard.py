"""Every kind with the keyboard alone: Tab, arrows, space and Enter, and letters to type with."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.keys import (
    LEVEL,
    ORDER,
    PLACED,
    RIGHT,
    SORTED,
    accessible_name,
    current,
    rows,
)
from tests.browser.visitor import Visitor

MOST_STOPS = 80


def tab_to(visitor: Visitor, *targets: Locator) -> Locator:
    """Presses Tab until one of these has the focus. Returns: that one."""
    for _ in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        for target in targets:
            if visitor.has_focus(target):
                expect(target).to_be_in_viewport()
                return target
    raise AssertionError(f"not reached with {MOST_STOPS} tabs: {targets}")


def tab_to_button(visitor: Visitor, name: str, key: str = "Enter") -> None:
    tab_to(visitor, visitor.button(name))
    visitor.page.keyboard.press(key)


def pick_radio(visitor: Visitor, area: Locator, label: str) -> None:
    radios = area.get_by_role("radio").all()
    wanted = area.get_by_role("radio", name=re.compile(f"^{label}"))
    tab_to(visitor, *radios)
    if visitor.has_focus(wanted):
        visitor.page.keyboard.press("Space")
    for _ in radios:
        if wanted.is_checked():
            return
        visitor.page.keyboard.press("ArrowDown")
    expect(wanted).to_be_checked()


def pick_in_select(visitor: Visitor, select: Locator, label: str) -> None:
    tab_to(visitor, select)
    for _ in range(select.locator("option").count()):
        if select.locator("option:checked").inner_text() == label:
            return
        visitor.page.keyboard.press("ArrowDown")
    expect(select.locator("option:checked")).to_have_text(label)


def answer(visitor: Visitor) -> None:
    card, keyboard, question = visitor.card, visitor.page.keyboard, current(visitor)
    match question:
        case "pick":
            pick_radio(visitor, card, "The harbour master")
        case "tick":
            boxes = [visitor.option("At least"), visitor.option("About")]
            while boxes:
                boxes.remove(tab_to(visitor, *boxes))
                keyboard.press("Space")
        case "statement":
            pick_radio(visitor, card, "Not stated")
        case "pairs" | "gaps":
            for select in card.get_by_role("combobox").all():
                pick_in_select(visitor, select, PLACED[accessible_name(select)])
        case "sequence":
            put_in_order(visitor)
        case "amount" | "words" | "essay":
            tab_to(visitor, card.get_by_role("textbox"))
            keyboard.type({"amount": "25", "words": "Linnet Post"}.get(question, "Who wrote it?"))
        case "sort":
            for legend in card.locator(".rc-group-item").all_inner_texts():
                group = card.get_by_role("group", name=legend)
                pick_radio(visitor, group, SORTED[legend.strip()])
        case "marks":
            tab_to(visitor, card.get_by_role("button", name="apparently"))
            keyboard.press("Space")


def put_in_order(visitor: Visitor) -> None:
    """Arrow keys on an item's handle move it; the place it takes is said."""
    moved = False
    for place, item in enumerate(ORDER):
        if rows(visitor)[place] == item:
            continue
        handle = visitor.card.locator(".rc-row", has_text=item).locator(".rc-handle")
        tab_to(visitor, handle)
        while rows(visitor)[place] != item:
            visitor.page.keyboard.press("ArrowUp")
        assert visitor.has_focus(handle)
        said = visitor.card.locator("[aria-live=polite]", has_text=f"position {place + 1} of 3")
        expect(said).to_have_count(1)
        moved = True
        tab_to(visitor, visitor.page.get_by_role("link", name="Quizzes"))  # round to the top again
    if not moved:
        tab_to(visitor, visitor.card.get_by_label("Keep this order"))
        visitor.page.keyboard.press("Space")


def test_every_kind_is_answered_with_the_keyboard_alone_and_focus_goes_along(visitor):
    visitor.resume("every-kind", certain=True)
    seen = set()
    for number in range(1, len(RIGHT) + 1):
        expect(visitor.card.get_by_text(f"Question {number} of 11", exact=True)).to_be_visible()
        seen.add(question := current(visitor))
        answer(visitor)
        pick_radio(visitor, visitor.card.get_by_role("group", name="How sure"), "About 60 % sure")
        tab_to_button(visitor, "Check answer")
        if question == "essay":
            expect(visitor.card.get_by_role("group", name="Which describes your")).to_be_visible()
            pick_radio(visitor, visitor.card.get_by_role("group", name="Which"), LEVEL)
            tab_to_button(visitor, "Check answer")
        expect(visitor.verdict).to_contain_text("Right")
        assert visitor.has_focus(visitor.verdict), question
        tab_to_button(visitor, "Next question" if number < len(RIGHT) else "Finish", "Space")
        if number < len(RIGHT):
            expect(visitor.legend).not_to_have_text(asks(question))
            assert visitor.has_focus(visitor.legend), question
    assert seen == set(RIGHT.values())


def asks(question: str) -> str:
    return next(text for text, id in RIGHT.items() if id == question)


def test_a_quiz_is_started_and_finished_with_the_keyboard_alone(visitor):
    visitor.open("/take?quiz=two-questions")
    expect(visitor.button("Start")).to_be_visible()
    tab_to_button(visitor, "Start")
    expect(visitor.legend).to_be_visible()
    tab_to_button(visitor, "Check answer")
    expect(visitor.alert).to_contain_text("Choose an answer first, or skip.")
    assert visitor.verdict.inner_text() == ""

    visitor.page.keyboard.press("Tab")
    tab_to_button(visitor, "Stop here")
    expect(visitor.button("Finish")).to_be_visible()
    tab_to_button(visitor, "Finish")
    expect(visitor.button("See results")).to_be_visible()
    tab_to_button(visitor, "See results")
    expect(visitor.page.get_by_text("No question was answered")).to_be_visible()

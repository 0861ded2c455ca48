"""The right answer to each question of the test bank, given with a mouse or by touch."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.visitor import Visitor

ORDER = ("The letter is dated", "The clock stops", "Article B says that it is repaired")
LEVEL = "Names a person and a question."
RIGHT = {
    "Who says that the clock stopped on Friday?": "pick",
    "Which words limit a number?": "tick",
    "The clock was struck by lightning.": "statement",
    "Match each number with its speaker.": "pairs",
    "What came first?": "sequence",
    "How many people at least missed the boat, by the company?": "amount",
    "How firmly is each worded?": "sort",
    "Tap the words that show doubt.": "marks",
    "Fill the gaps.": "gaps",
    "Which newspaper spoke to the clerk?": "words",
    "What would you ask next, and whom?": "essay",
}
"""The ids of all eleven questions, by what they ask."""

PLACED = {
    "At least 25": "The ferry company",
    "About ten": "Arno Quist",
    "Gap 1": "The harbour master",
    "Gap 2": "Friday",
}
SORTED = {"The clock has been repaired": "firm", "The office knew on Thursday": "limited"}

Hand = Callable[[Locator], None]


def click(target: Locator) -> None:
    """The hand of somebody with a mouse."""
    target.click()


def tap(target: Locator) -> None:
    """The hand of somebody with a touch screen."""
    target.tap()


def current(visitor: Visitor) -> str:
    """The id of the question that is shown."""
    return RIGHT[visitor.legend.inner_text().strip()]


def answer_right(visitor: Visitor, hand: Hand = click) -> str:
    """Gives the right answer without sending it. Returns: the question's id."""
    question, card = current(visitor), visitor.card
    match question:
        case "pick":
            hand(card.get_by_text("The harbour master", exact=True))
        case "tick":
            hand(card.get_by_text("At least", exact=True))
            hand(card.get_by_text("About", exact=True))
        case "statement":
            hand(card.get_by_text("Not stated", exact=True))
        case "pairs" | "gaps":
            for select in card.get_by_role("combobox").all():
                name = accessible_name(select)
                select.select_option(label=PLACED[name])
        case "sequence":
            put_in_order(visitor, hand)
        case "amount":
            fill(card, "25", hand)
        case "sort":
            for item, label in SORTED.items():
                group = card.get_by_role("group", name=item)
                hand(group.get_by_text(label, exact=True))
        case "marks":
            hand(card.get_by_role("button", name="apparently"))
        case "words":
            fill(card, "Linnet Post", hand)
        case "essay":
            fill(card, "Ask the office who wrote the letter.", hand)
    return question


def judge_essay(visitor: Visitor, hand: Hand = click) -> None:
    """Compares the written answer with the rubric, once it is stored."""
    expect(visitor.card.get_by_role("group", name="Which describes your answer")).to_be_visible()
    hand(visitor.card.get_by_text(LEVEL, exact=True))


def fill(card: Locator, text: str, hand: Hand) -> None:
    """Types into the one field."""
    field = card.get_by_role("textbox", name="Your answer")
    hand(field)
    field.press_sequentially(text)


def put_in_order(visitor: Visitor, hand: Hand) -> None:
    """Moves the items with their buttons, or keeps the order where chance has made it right."""
    for place, item in enumerate(ORDER):
        while (here := rows(visitor).index(item)) > place:
            hand(visitor.button(f"Move up: {item}"))
            expect(visitor.card.locator(".rc-row-text").nth(here - 1)).to_have_text(item)
    keep = visitor.card.get_by_text("Keep this order")
    if keep.is_visible():
        hand(keep)


def rows(visitor: Visitor) -> list[str]:
    """The items as they stand."""
    return visitor.card.locator(".rc-row-text").all_inner_texts()


def accessible_name(select: Locator) -> str:
    """What a select is called."""
    found = select.evaluate("node => node.ariaLabel || node.labels[0].textContent")
    return str(found).strip()

"""Every bank that comes with the app can be taken to its end, whatever its questions say."""

import pytest
from playwright.sync_api import expect

from tests.browser.running import ROOT
from tests.browser.visitor import VERDICT, Visitor

BANKS = sorted(path.stem for path in (ROOT / "quizzes").glob("*.yaml"))


# Chooses or types something, whatever kind the question is, in one call: there are many questions.
SOMEHOW = """body => {
  const told = (node, kind) => node.dispatchEvent(new Event(kind, { bubbles: true }));
  for (const select of body.querySelectorAll("select")) {
    select.selectedIndex = 1;
    told(select, "change");
  }
  for (const group of body.querySelectorAll(".rc-group, .rc-options"))
    group.querySelector("input").click();
  body.querySelector(".rc-toggle, .rc-keep:not([hidden]) input")?.click();
  const field = body.querySelector("[data-typed]");
  if (!field) return false;
  field.value = field.inputMode === "decimal" ? "7" : "Somebody";
  told(field, "input");
  return field.matches("textarea");
}"""


def answer_somehow(visitor: Visitor) -> bool:
    """Gives an answer. Returns: whether it was a written one, which comes back with a rubric."""
    body = visitor.card.locator(".rc-body")
    expect(body.locator(":scope > *")).to_be_visible()
    return bool(body.evaluate(SOMEHOW))


@pytest.mark.parametrize("bank", BANKS)
def test_a_shipped_bank_can_be_taken_to_its_end(visitor, bank):
    attempt = visitor.resume(bank, mode="test")
    total = len(attempt.questions)
    levels = visitor.card.get_by_role("group", name="Which describes your answer best?")
    for number in range(1, total + 1):
        expect(
            visitor.card.get_by_text(f"Question {number} of {total}", exact=True)
        ).to_be_visible()
        is_open = answer_somehow(visitor)
        visitor.press("Next question" if number < total else "Finish")
        if is_open:
            levels.get_by_role("radio").first.check()
            visitor.press("Next question" if number < total else "Finish")
    visitor.press("See results")
    page = visitor.page
    expect(page.locator(".score")).to_be_visible()
    expect(page.locator("form.rc [role=status]")).to_have_text([VERDICT] * total)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert len(visitor.running.answers(attempt.id)) == total

"""An instructor edits one question by its form, sees it before it is saved, and saves it."""

from __future__ import annotations

import re
import sys

import pytest
from playwright.sync_api import expect

from reportedly.files.banks.bank_file import read_bank
from reportedly.quiz.kinds import KINDS
from tests.browser.axe import faults_in_every_look
from tests.browser.question_form import TEXT, at, fill, save, server, sign_in, text_of

__all__ = ["server", "sign_in"]  # the fixtures

ASKS = {question.id: question.ask for question in read_bank(TEXT).bank.questions}

# For each kind: what is filled in, and the words of the file that it takes the place of.
CHANGES = {
    "pick": ("Option 2: text", "The ferry company", "The ferry's owner"),
    "tick": ("Option 3: why", "It names a source. zqwhy-tick-3", "It says whose words they are."),
    "statement": ("Not stated: why", "Neither article says. zqwhy-statement-3", "Nobody says."),
    "pairs": ("Pair 1: item", "At least 25", "25 or more"),
    "sequence": ("Item 2: item", "The clock stops", "The clock stands still"),
    "amount": ("Right answer", "25", "24 to 26"),
    "sort": ("Statement 1: text", "The clock has been repaired", "The clock goes again"),
    "marks": ("Other words 1: words", "seen by this newspaper", "this newspaper"),
    "gaps": ("Gap 2, option 2: text", "Thursday", "Wednesday"),
    "words": ("Right answer 1", "Linnet Post", "Linnet Paper"),
    "essay": ("Level 1: points", "2", "3"),
}


# --- editing ------------------------------------------------------------------------------------


def test_an_option_is_reworded_and_only_its_bytes_change(sign_in, server):
    page = sign_in("pick")
    expect(page.get_by_text("As it is in the file.")).to_be_visible()
    fill(page, "Option 1: text", "It's the harbour master")
    expect(page.locator("form.rc").get_by_text("It's the harbour master")).to_be_visible()
    fill(page, "Option 1: why", "A3: she is named.")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    assert text_of(server) == TEXT
    save(page)
    assert text_of(server) == TEXT.replace(
        "right: The harbour master\n        why: A3 names her. zqwhy-pick-1",
        'right: It\'s the harbour master\n        why: "A3: she is named."',
    )
    expect(page.get_by_text("As it is in the file.")).to_be_visible()


def test_every_kind_is_tried():
    kinds = {question.id: question.kind for question in read_bank(TEXT).bank.questions}
    assert list(CHANGES) == list(kinds)
    assert set(kinds.values()) == set(KINDS)


def test_each_kind_opens_is_shown_three_ways_and_only_its_part_is_saved(sign_in, server):
    first, *_ = CHANGES
    page, wanted = sign_in(first), TEXT
    for question, (label, old, new) in CHANGES.items():
        try:
            if question != first:
                page.get_by_role("link", name="Next question").click()
                at(page, question)
            expect(page.locator("form.rc legend").first).to_contain_text(ASKS[question])
            for view, verdict in (
                ("After answering", "Not quite|Partly"),
                ("With the key", "^Right"),
            ):
                page.get_by_role("radio", name=view).click()
                expect(page.locator(".rc-status strong")).to_have_text(re.compile(verdict))
            expect(page.get_by_label(label, exact=True)).to_have_value(old)
            fill(page, label, new)
            save(page)
            before, part = wanted.split(f"- id: {question}\n")
            wanted = f"{before}- id: {question}\n{part.replace(old, new, 1)}"
            assert text_of(server) == wanted
        except Exception as fault:
            fault.add_note(f"This was the question “{question}”.")
            raise


def test_what_is_not_saved_is_still_there_after_a_look_at_another_question(sign_in):
    page = sign_in("pick")
    fill(page, "Explanation", "Find the name.")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    page.get_by_role("link", name="Next question").click()
    at(page, "tick")
    expect(page.get_by_text("Not saved yet in this bank: “pick”.")).to_be_visible()
    page.get_by_role("link", name="Previous question").click()
    at(page, "pick")
    expect(page.get_by_label("Explanation", exact=True)).to_have_value("Find the name.")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()


# --- bad moments --------------------------------------------------------------------------------

PASTE = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>**b** ![i](http://x.test/i)'


def test_pasted_html_is_shown_as_text_and_nothing_runs(sign_in, server):
    page = sign_in("sort")
    for label in ("The question", "Label 1", "Statement 1: text", "Statement 1: why",
                  "Explanation"):  # fmt: skip
        fill(page, label, PASTE)
    expect(page.locator("form.rc legend").first).to_contain_text("<script>")
    for view in ("After answering", "With the key"):
        page.get_by_role("radio", name=view).click()
        expect(page.locator(".rc-reasons").get_by_text("<img src=x").first).to_be_visible()
    save(page)
    at(page, "sort")
    page.get_by_role("link", name="Next question").click()
    at(page, "marks")
    assert page.evaluate("window.ran") is None
    assert page.locator("img[src='x'], script:not([src]):has-text('ran')").count() == 0
    assert read_bank(text_of(server)).bank.questions[6].ask == PASTE


def test_two_on_one_question_choose_field_by_field(sign_in, server):
    ada, ben = sign_in("pick"), sign_in("pick", "Ben")
    fill(ada, "Explanation", "From Ada.")
    fill(ben, "Explanation", "From Ben.")
    expect(ben.get_by_text("Not saved yet.")).to_be_visible()
    fill(ben, "The question", "Who says so?")
    expect(ben.locator("form.rc").get_by_text("Who says so?")).to_be_visible()
    save(ben)
    ada.get_by_role("button", name="Save", exact=True).click()
    expect(ada.get_by_text("This question was changed elsewhere while")).to_be_visible()
    expect(ada.get_by_text("explain: From Ada.")).to_be_visible()
    expect(ada.get_by_text("explain: From Ben.")).to_be_visible()
    ada.get_by_role("button", name="Go on editing with these").click()
    expect(ada.get_by_text("It is not saved yet.")).to_be_visible()
    expect(ada.get_by_label("Explanation", exact=True)).to_have_value("From Ada.")
    expect(ada.get_by_label("The question", exact=True)).to_have_value("Who says so?")
    assert "From Ada." not in text_of(server)
    save(ada)
    first = read_bank(text_of(server)).bank.questions[0]
    assert (first.explain, first.ask) == ("From Ada.", "Who says so?")


def test_what_was_typed_stays_when_the_file_cannot_be_written(sign_in, server):
    page = sign_in("pick")
    fill(page, "Explanation", "From Ada.")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    resource = pytest.importorskip("resource", reason="this system knows no limits of processes")
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux lets a limit of another process be set")
    soft, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_test_id("stAlert").get_by_text("disk")).to_be_visible()
    finally:
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (soft, hard))
    assert text_of(server) == TEXT
    expect(page.get_by_label("Explanation", exact=True)).to_have_value("From Ada.")
    save(page)
    assert "From Ada." in text_of(server)


# --- the look -----------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ["sort", "gaps"])
def test_the_form_has_no_serious_fault_in_any_look(question, sign_in):
    page = sign_in(question)
    page.get_by_text("Choose words in the articles").click()
    expect(page.get_by_role("listbox", name="Words of")).to_be_visible()
    page.get_by_role("radio", name="With the key").click()
    expect(page.locator(".rc-status strong")).to_be_visible()
    assert faults_in_every_look(page) == []


def test_nothing_is_cut_off_on_a_phone(sign_in):
    page = sign_in("pairs", width=390)
    wide = "() => document.scrollingElement.scrollWidth <= innerWidth"
    assert page.evaluate(wide)
    form, side = page.locator(".st-key-question-form"), page.locator(".st-key-question-side")
    assert side.bounding_box()["y"] > form.bounding_box()["y"] + form.bounding_box()["height"]

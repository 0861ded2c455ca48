"""An instructor edits one question by its form, sees it before it is saved, and saves it."""

from __future__ import annotations

import re
import sys

import pytest
from playwright.sync_api import expect

from reportedly.files.banks.bank_file import read_bank
from reportedly.quiz.kinds import KINDS
from tests.browser import signing_in
from tests.browser.axe import faults_in_every_look
from tests.browser.running import SHELF

BANK = "every-kind"
TEXT = (SHELF / "quizzes" / f"{BANK}.yaml").read_text(encoding="utf-8")

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


@pytest.fixture
def server(own_server):
    path = own_server.folder / "quizzes" / f"{BANK}.yaml"
    path.write_bytes(TEXT.encode())
    yield own_server
    path.chmod(0o644)
    path.write_bytes(TEXT.encode())


@pytest.fixture
def sign_in(new_visitor, server):
    """Signs in somebody at the form of a question, in a browser of their own."""

    def go(question, name="Ada", **options):
        form = f"/question?bank={BANK}&id={question}"
        page = signing_in.sign_in(new_visitor(server, **options), name, form)
        at(page, question)
        return page

    return go


def at(page, question):
    expect(page.get_by_role("heading", name=f"{BANK}.yaml · {question}")).to_be_visible()
    expect(page.locator("form.rc")).to_be_visible()


def text_of(server):
    return (server.folder / "quizzes" / f"{BANK}.yaml").read_bytes().decode()


def fill(page, label, text):
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.blur()


def save(page):
    button = page.get_by_role("button", name="Save", exact=True)
    expect(button).to_be_enabled()
    button.click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()


def open_articles(page):
    page.get_by_text("Choose words in the articles").click()
    expect(page.get_by_role("listbox", name="Words of")).to_be_visible()


def word(page, at, text):
    group = page.get_by_role("group", name=at, exact=True)
    return group.get_by_role("option", name=text, exact=True)


def use_words(page):
    page.get_by_role("button", name="Use these words").click()


# --- editing ------------------------------------------------------------------------------------


def test_learners_see_nothing_of_it(new_visitor, server):
    visitor = new_visitor(server)
    visitor.open(f"/question?bank={BANK}&id=pick")
    expect(visitor.page.get_by_text("This page is for instructors")).to_be_visible()
    expect(visitor.page.get_by_text("harbour master")).to_have_count(0)


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
    assert {kinds[name] for name in CHANGES} == set(KINDS)


@pytest.mark.parametrize("question", CHANGES)
def test_each_kind_opens_is_shown_three_ways_and_saved(question, sign_in, server):
    label, old, new = CHANGES[question]
    page = sign_in(question)
    for view in ("After answering", "With the key"):
        page.get_by_role("radio", name=view).click()
        expect(page.locator(".rc-status strong")).to_have_text(
            re.compile("Not quite|Partly" if view == "After answering" else "^Right")
        )
    field = page.get_by_label(label, exact=True)
    expect(field).to_have_value(old)
    fill(page, label, new)
    save(page)
    before, now = TEXT.split(f"- id: {question}\n"), text_of(server).split(f"- id: {question}\n")
    assert now[0] == before[0]
    body, rest = before[1].partition("\n  - id:")[::2]
    assert now[1] == body.replace(old, new, 1) + (f"\n  - id:{rest}" if rest else "")


def test_options_are_added_moved_and_removed(sign_in, server):
    page = sign_in("pick")
    page.get_by_role("button", name="Add option", exact=True).click()
    fill(page, "Option 4: text", "The mayor")
    page.get_by_role("button", name="Move option 4 up").click()
    expect(page.get_by_label("Option 3: text", exact=True).first).to_have_value("The mayor")
    page.get_by_role("button", name="Remove option 2").click()
    expect(page.get_by_label("Option 2: text", exact=True).first).to_have_value("The mayor")
    save(page)
    gone = TEXT[TEXT.index("      - wrong: The ferry") : TEXT.index("      - wrong: Nobody is")]
    assert text_of(server) == TEXT.replace(gone, "      - wrong: The mayor\n")


def test_marking_another_option_right_makes_the_first_one_wrong(sign_in, server):
    page = sign_in("pick")
    page.get_by_role("radiogroup", name="Option 2: is").get_by_text("right").click()
    expect(page.get_by_label("Option 2: misreading", exact=True)).to_have_count(0)
    expect(page.get_by_label("Option 1: misreading", exact=True)).to_be_visible()
    save(page)
    options = read_bank(text_of(server)).bank.questions[0].options
    assert [option.is_right for option in options] == [False, True, False]
    assert options[1].slip is None


def test_a_misreading_and_a_skill_are_chosen_by_their_meaning(sign_in, server):
    page = sign_in("pick")
    page.get_by_label("Option 2: misreading", exact=True).click()
    page.keyboard.type("small word")
    page.get_by_role("option", name=re.compile("^A small word lost: A word that limits")).click()
    page.get_by_label("Skill 2", exact=True).click()
    page.keyboard.type("numb")
    page.get_by_role("option", name=re.compile("^Numbers?.*: ")).first.click()
    save(page)
    question = read_bank(text_of(server)).bank.questions[0]
    assert question.options[1].slip == "lost-qualifier"
    assert question.skills == ("attribution", "numbers")


def test_statements_follow_when_their_label_is_reworded(sign_in, server):
    page = sign_in("sort")
    fill(page, "Label 1", "certain")
    expect(page.locator("form.rc").get_by_text("certain").first).to_be_visible()
    save(page)
    question = read_bank(text_of(server)).bank.questions[6]
    assert question.labels == ("certain", "limited")
    assert [item.label for item in question.items] == ["certain", "limited"]
    assert list(question.items[1].slips) == ["certain"]


def test_faults_are_said_in_sentences_and_nothing_is_saved(sign_in, server):
    page = sign_in("amount")
    fill(page, "Right answer", "about twenty")
    expect(page.get_by_text("Mend this before it can be saved")).to_be_visible()
    expect(page.locator(".faults li")).to_contain_text("about twenty")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    expect(page.get_by_text("Shown as it was before the fault.")).to_be_visible()
    expect(page.locator("form.rc")).to_be_visible()
    assert text_of(server) == TEXT
    page.get_by_role("button", name="Undo my changes", exact=True).click()
    expect(page.get_by_text("What was not saved is undone.")).to_be_visible()
    expect(page.get_by_label("Right answer", exact=True)).to_have_value("25")


def test_a_fault_names_the_part_it_is_in(sign_in):
    page = sign_in("sort")
    fill(page, "Statement 2: text", "")
    expect(page.locator(".faults li")).to_contain_text("Statement 2: ")


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


def test_a_new_question_of_a_kind_is_a_draft_to_write_over(sign_in, server):
    page = sign_in("pick")
    page.get_by_role("button", name="New question").click()
    page.get_by_label("Kind", exact=True).click()
    page.get_by_role("option", name=re.compile("^highlight")).click()
    page.get_by_role("button", name="Add it").click()
    at(page, "new-highlight")
    made = read_bank(text_of(server)).bank.questions[1]
    assert (made.id, made.kind, made.status) == ("new-highlight", "highlight", "draft")


# --- evidence -----------------------------------------------------------------------------------


def test_evidence_is_picked_with_a_mouse_and_with_the_keyboard(sign_in, server):
    page = sign_in("pick")
    open_articles(page)
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
    page = sign_in("pick", has_touch=True, viewport={"width": 390, "height": 844})
    page.get_by_text("Choose words in the articles").tap()
    word(page, "A3", "stopped").tap()
    word(page, "A3", "Friday,").tap()
    expect(page.get_by_text("A3: “stopped on Friday” (3 words)")).to_be_visible()
    page.get_by_role("button", name="Use these words").tap()
    expect(page.locator(".quoted").filter(has_text="stopped on Friday")).to_be_visible()
    save(page)
    assert '- {at: A3, words: "stopped on Friday"}' in text_of(server)


def test_more_than_twelve_words_are_refused(sign_in, server):
    page = sign_in("pick")
    open_articles(page)
    word(page, "A3", "The").click()
    word(page, "A3", "reason.").click()
    expect(page.get_by_role("alert").filter(has_text="quote at most 12")).to_be_visible()
    use_words(page)
    expect(page.locator(".quoted")).to_have_count(1)
    assert text_of(server) == TEXT


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


def test_another_question_changed_elsewhere_is_kept_beside_mine(sign_in, server):
    ada, ben = sign_in("pick"), sign_in("tick", "Ben")
    fill(ada, "Explanation", "From Ada.")
    fill(ben, "Explanation", "From Ben.")
    save(ben)
    fill(ada, "Option 1: why", "Also from Ada.")
    expect(ada.get_by_text("Something else in this bank was changed elsewhere")).to_be_visible()
    save(ada)
    first, second = read_bank(text_of(server)).bank.questions[:2]
    assert (first.explain, first.options[0].why) == ("From Ada.", "Also from Ada.")
    assert second.explain == "From Ben."


def test_two_on_one_question_choose_field_by_field(sign_in, server):
    ada, ben = sign_in("pick"), sign_in("pick", "Ben")
    fill(ada, "Explanation", "From Ada.")
    fill(ben, "Explanation", "From Ben.")
    fill(ben, "The question", "Who says so?")
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


@pytest.mark.parametrize(
    ("button", "said", "stays"),
    [
        ("Take all of theirs", "The question stays as it was changed elsewhere", "From Ben."),
        ("Save all of mine over theirs", "Saved. The earlier version is kept.", "From Ada."),
    ],
)
def test_two_on_one_question_take_one_of_both(button, said, stays, sign_in, server):
    ada, ben = sign_in("pick"), sign_in("pick", "Ben")
    fill(ada, "Explanation", "From Ada.")
    expect(ada.get_by_text("Not saved yet.")).to_be_visible()
    fill(ben, "Explanation", "From Ben.")
    save(ben)
    ada.get_by_role("button", name="Save", exact=True).click()
    ada.get_by_role("button", name=button).click()
    expect(ada.get_by_text(said)).to_be_visible()
    assert read_bank(text_of(server)).bank.questions[0].explain == stays
    kept = [text for (text,) in server.rows("SELECT text FROM bank_version")]
    assert any("From Ada." in text for text in kept)
    assert any("From Ben." in text for text in kept)


def test_a_question_removed_elsewhere_can_be_put_back(sign_in, server):
    page = sign_in("essay")
    fill(page, "Explanation", "From Ada.")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    path = server.folder / "quizzes" / f"{BANK}.yaml"
    path.write_bytes(TEXT[: TEXT.index("\n  - id: essay")].encode())
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("This question was removed from the file")).to_be_visible()
    page.get_by_role("button", name="Put mine back at the end").click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert read_bank(text_of(server)).bank.questions[-1].explain == "From Ada."


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
    open_articles(page)
    page.get_by_role("radio", name="With the key").click()
    expect(page.locator(".rc-status strong")).to_be_visible()
    assert faults_in_every_look(page) == []


def test_nothing_is_cut_off_on_a_phone(sign_in):
    page = sign_in("pairs", viewport={"width": 390, "height": 844})
    wide = "() => document.scrollingElement.scrollWidth <= innerWidth"
    assert page.evaluate(wide)
    form, side = page.locator(".st-key-question-form"), page.locator(".st-key-question-side")
    assert side.bounding_box()["y"] > form.bounding_box()["y"] + form.bounding_box()["height"]

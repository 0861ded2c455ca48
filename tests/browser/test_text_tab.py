"""The whole file as text: faults in their places, nothing lost, nothing run."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.running import SHELF
from tests.browser.signing_in import new_passphrase, sign_in
from tests.browser.test_bad_moments_server import full

BANK = (SHELF / "quizzes" / "two-questions.yaml").read_text("utf-8")
CURSOR = """area => {
  const before = area.value.slice(0, area.selectionStart).split("\\n");
  return [before.length, before.at(-1).length + 1];
}"""
SELECTED = "area => area.value.slice(area.selectionStart, area.selectionEnd)"
IN_VIEW = """(area, line) => {
  const high = parseFloat(getComputedStyle(area).lineHeight);
  const top = (line - 1) * high - area.scrollTop;
  return top >= 0 && top + high <= area.clientHeight;
}"""


@pytest.fixture
def visitor(new_visitor, own_server):
    return new_visitor(own_server)


@pytest.fixture
def path(own_server):
    """A bank of its own."""
    path = own_server.folder / "quizzes" / "its-text.yaml"
    path.write_text(BANK, "utf-8", newline="")
    yield path
    path.unlink(missing_ok=True)


@pytest.fixture
def open_text(visitor, path):
    def opened(text=None, bank="its-text"):
        if text is not None:
            path.write_text(text, "utf-8", newline="")
        page = sign_in(visitor, next_page=f"/edit?bank={bank}")
        page.get_by_role("tab", name="Text").click()
        expect(page.get_by_label("The whole file")).to_be_visible(timeout=90_000)
        return page

    return opened


def area(page):
    return page.get_by_label("The whole file")


def state(page):
    return page.locator(".ed-state")


def save(page):
    return page.get_by_role("button", name="Save", exact=True)


def with_a_fault_far_down():
    remarks = "# a remark\n" * 300
    return BANK.replace("questions:", f"{remarks}questions:").replace("kind: short", "kind: shrot")


def test_a_fault_has_a_row_that_puts_the_cursor_at_its_line_and_column(open_text):
    page = open_text()
    text = with_a_fault_far_down()
    area(page).fill(text)
    line = 1 + text[: text.index("kind: shrot")].count("\n")
    column = text.splitlines()[line - 1].index("shrot") + 1
    row = page.get_by_role("listitem").filter(has_text='did you mean "short"')
    expect(row).to_contain_text("Error")
    row.get_by_role("button", name=f"Go to line {line}").click()
    expect(area(page)).to_be_focused()
    assert area(page).evaluate(CURSOR) == [line, column]
    assert area(page).evaluate(SELECTED) == "shrot"
    assert area(page).evaluate(IN_VIEW, line)
    expect(page.locator(".ed-number.ed-error")).to_have_text(str(line))
    expect(page.locator(".ed-band")).to_be_visible()
    page.keyboard.type("short")
    expect(state(page)).to_have_text("No faults")
    expect(row).to_have_count(0)


def test_columns_count_characters_and_not_their_halves(open_text):
    page = open_text()
    broken = BANK.replace("bank: Two questions", 'bank: "𝄞𝄞" Two questions')
    area(page).fill(broken)
    page.get_by_role("button", name=re.compile("Go to line")).first.click()
    assert area(page).evaluate(SELECTED) == "Two questions"


def test_line_numbers_stand_beside_the_text_and_scroll_with_it(open_text):
    page = open_text(with_a_fault_far_down())
    expect(page.locator(".ed-number").first).to_have_text("1")
    area(page).evaluate("area => { area.scrollTop = 100 * 22; }")
    first = page.locator(".ed-number").first
    expect(first).not_to_have_text("1")
    line = int(first.inner_text())
    top = area(page).evaluate(
        "(area, line) => (line - 1) * parseFloat(getComputedStyle(area).lineHeight)"
        " - area.scrollTop + area.getBoundingClientRect().top + parseFloat("
        "getComputedStyle(area).paddingTop)",
        line,
    )
    box = first.bounding_box()
    assert box is not None
    assert abs(box["y"] - top) < 2


def test_the_text_is_checked_when_typing_pauses_when_it_is_left_and_on_ctrl_enter(open_text):
    page = open_text()
    area(page).fill(BANK.replace("kind: short", "kind: shrot"))
    expect(state(page)).to_have_text("1 error")
    area(page).fill(BANK)
    area(page).press("Control+Enter")
    expect(state(page)).to_have_text("No faults")
    area(page).fill(BANK.replace("level: easy", "level: esay"))
    area(page).blur()
    expect(state(page)).to_contain_text("1 error")


def test_the_tab_key_leaves_the_text(open_text):
    page = open_text()
    area(page).fill(BANK + "# more\n")
    expect(state(page)).to_have_text("No faults")
    area(page).focus()
    page.keyboard.press("Tab")
    expect(save(page)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(area(page)).to_be_focused()
    expect(area(page)).to_have_value(BANK + "# more\n")


def test_saving_waits_for_what_was_typed_last(open_text, path):
    page = open_text()
    area(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("# the last word")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert path.read_text("utf-8") == BANK + "# the last word"
    expect(save(page)).to_be_disabled()
    expect(page.get_by_text("Nothing has been changed.")).to_be_visible()


def test_warnings_alone_may_be_saved(open_text, path):
    page = open_text()
    warned = BANK.replace("ask: Who was", "ask: Who #1 was")
    assert warned != BANK
    area(page).fill(warned)
    expect(state(page)).to_have_text("1 warning")
    save(page).click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert path.read_text("utf-8") == warned


def test_changes_can_be_undone(open_text, path):
    page = open_text()
    area(page).fill("nothing of it")
    expect(state(page)).to_contain_text("error")
    page.get_by_role("button", name="Undo my changes").click()
    expect(page.get_by_text("Your changes are undone.")).to_be_visible()
    expect(area(page)).to_have_value(BANK)
    assert path.read_text("utf-8") == BANK


def test_unsaved_text_survives_other_tabs_and_other_pages(open_text, path):
    page = open_text()
    area(page).fill(f"# mine\n{BANK}")
    page.get_by_role("tab", name="Questions").click()
    expect(page.locator('[class*="st-key-question-row-"]').first).to_be_visible()
    page.get_by_role("tab", name="Text").click()
    expect(area(page)).to_have_value(f"# mine\n{BANK}")
    page.get_by_role("link", name="Desk").first.click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    page.locator(".st-key-edit-its-text button").click()
    page.get_by_role("tab", name="Text").click()
    expect(area(page)).to_have_value(f"# mine\n{BANK}")
    expect(state(page)).to_have_text("No faults")
    assert path.read_text("utf-8") == BANK
    save(page).click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert path.read_text("utf-8") == f"# mine\n{BANK}"


def test_unsaved_text_survives_the_death_of_the_server(open_text, visitor, own_server, path):
    page = open_text()
    area(page).fill(f"# mine\n{BANK}")
    expect(state(page)).to_have_text("No faults")
    with visitor.trouble_expected():
        own_server.kill()
        app = page.locator(".stApp")
        expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        own_server.start()
        # The page finds the server again by itself.
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        expect(area(page)).to_have_value(f"# mine\n{BANK}")
        area(page).press("Control+End")
        page.keyboard.type("# more")
        expect(area(page)).to_have_value(f"# mine\n{BANK}# more")
        expect(state(page)).to_have_text("No faults", timeout=60_000)
        save(page).click()
        expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert path.read_text("utf-8") == f"# mine\n{BANK}# more"


def test_the_ends_of_lines_stay_as_they_are_in_the_file(open_text, path):
    windows = BANK.replace("\n", "\r\n")
    page = open_text(windows)
    area(page).fill(BANK.replace("bank:", "# mine\nbank:", 1))
    save(page).click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert path.read_bytes().decode() == windows.replace("bank:", "# mine\r\nbank:", 1)


def test_pasted_html_is_text_and_runs_nothing(open_text, visitor, path):
    page = open_text()
    evil = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    area(page).fill(
        BANK.replace("bank: Two questions", f"bank: '{evil}'")
        .replace("kind: short", f"kind: {evil}")
        .replace("level: easy", f"{evil}: easy")
    )
    row = page.get_by_role("listitem").filter(has_text="<img src=x")
    expect(row.first).to_be_visible()
    area(page).fill(BANK.replace("bank: Two questions", f"bank: '{evil}'"))
    expect(state(page)).to_have_text("No faults")
    save(page).click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    for path_of in ("/desk", "/", "/take?quiz=its-text", "/edit?bank=its-text"):
        visitor.open(path_of)
        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("window.hacked") is None
        expect(page.locator("img[src=x]")).to_have_count(0)


def test_more_faults_than_can_be_read_are_counted(open_text):
    page = open_text()
    area(page).fill(BANK + "".join(f"  - id: q{n}\n    kind: singel\n" for n in range(250)))
    expect(page.get_by_text(re.compile(r"and \d{3} more"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Go to line"))).to_have_count(100)


def test_a_list_of_references_is_refused_before_it_grows(open_text):
    names = "abcdefgh"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise(names)
    )
    page = open_text(BANK + bomb)
    expect(page.get_by_role("listitem").first).to_contain_text("Error")
    expect(save(page)).to_be_disabled()


def test_a_paste_of_more_than_5_mb_is_refused_and_stays(open_text, path):
    page = open_text()
    area(page).evaluate(
        "area => { area.value += `# ${'x'.repeat(998)}\\n`.repeat(5_300);"
        " area.dispatchEvent(new Event('input')); }"
    )
    expect(page.get_by_text("The text is larger than 5 MB")).to_be_visible(timeout=60_000)
    expect(save(page)).to_be_disabled()
    assert area(page).evaluate("area => area.value.length") > 5_000_000
    assert path.read_text("utf-8") == BANK


def test_when_the_disk_is_full_nothing_is_lost_and_the_same_click_saves_later(
    open_text, own_server, visitor, path
):
    page = open_text()
    area(page).fill(f"# mine\n{BANK}")
    expect(state(page)).to_have_text("No faults")
    with visitor.trouble_expected(), full(own_server):
        save(page).click()
        expect(page.get_by_role("alert").filter(has_text="still here")).to_be_visible()
        expect(area(page)).to_have_value(f"# mine\n{BANK}")
        assert path.read_text("utf-8") == BANK
    save(page).click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert path.read_text("utf-8") == f"# mine\n{BANK}"
    assert not list(path.parent.glob("*.saving"))


def test_a_file_removed_meanwhile_can_be_saved_anew(open_text, path):
    page = open_text()
    area(page).fill(f"# mine\n{BANK}")
    expect(state(page)).to_have_text("No faults")
    path.unlink()
    area(page).press("Control+Enter")
    expect(page.get_by_text("The file has been removed elsewhere")).to_be_visible()
    page.get_by_role("button", name="Save mine as a new file").click()
    expect(page.get_by_text("Saved as a new file.")).to_be_visible()
    assert path.read_text("utf-8") == f"# mine\n{BANK}"


def test_the_text_with_its_faults_has_no_serious_fault(open_text):
    page = open_text()
    area(page).fill(BANK.replace("kind: short", "kind: shrot").replace("Who was", "Who #1 was"))
    expect(page.get_by_role("listitem").first).to_be_visible()
    assert faults_in_every_look(page) == []


def test_characters_of_two_halves_arrive_as_they_were_typed(open_text, path):
    page = open_text()
    text = BANK
    for old, new in [
        ("bank:", "# 𝄞𝄢\nbank:"),
        ("𝄞𝄢", "𝄞𝄡𝄢"),
        ("𝄡", ""),
        ("𝄢", "😀"),
        ("𝄞😀", "😀𝄞"),
    ]:
        text = text.replace(old, new, 1)
        area(page).fill(text)
        expect(state(page)).to_have_text("No faults")
    save(page).click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert path.read_text("utf-8") == text


def test_ten_thousand_questions_are_opened_mended_and_saved(open_text, path):
    questions = "".join(
        f"  - id: q{n}\n    kind: short\n    ask: Who said number {n}?\n    accept: [Quist]\n"
        for n in range(10_000)
    )
    large = f"bank: Large\nstory: harbour-clock\nquestions:\n{questions}"
    faulty = large.replace("q9000\n    kind: short", "q9000\n    kind: shrot")
    page = open_text(faulty)
    line = faulty[: faulty.index("shrot")].count("\n") + 1
    row = page.get_by_role("button", name=f"Go to line {line}")
    expect(row).to_be_visible(timeout=90_000)
    row.click()
    assert area(page).evaluate(SELECTED) == "shrot"
    page.keyboard.type("short")
    expect(state(page)).to_have_text("No faults", timeout=90_000)
    save(page).click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible(timeout=90_000)
    assert path.read_text("utf-8") == large


def test_who_is_signed_out_meanwhile_saves_nothing(open_text, own_server, path):
    page = open_text()
    area(page).fill(f"# mine\n{BANK}")
    expect(state(page)).to_have_text("No faults")
    new_passphrase(own_server)
    save(page).click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    assert path.read_text("utf-8") == BANK

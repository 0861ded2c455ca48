"""Two authors at one bank: what either has typed stays, and nothing is overwritten unseen."""

import pytest

from reportedly.store.versions import Versions
from tests.ui.form.author import BANK, TEXT


@pytest.fixture
def versions(store):
    """Reads the text of every version that was kept."""
    kept = Versions(store.engine)
    return lambda: [kept.text(BANK, version.number) for version in kept.of(BANK)]


@pytest.fixture
def ada(author):
    """Has typed an explanation, while Ben has saved another one."""
    ada, ben = author("pick"), author("pick")
    ada.fill("Explanation", "From Ada.")
    assert "Not saved yet." in ada.told
    ben.fill("Explanation", "From Ben.")
    ben.save()
    return ada


def test_another_question_changed_elsewhere_is_kept_beside_mine(author, file):
    ada, ben = author("pick"), author("tick")
    ada.fill("Explanation", "From Ada.")
    ben.fill("Explanation", "From Ben.")
    ben.save()
    ada.fill("Option 1: why", "Also from Ada.")
    assert "Something else in this bank was changed elsewhere" in ada.told
    ada.save()
    wanted = (
        TEXT.replace("Look for the name beside the verb. zqexplain-pick", "From Ada.")
        .replace("A3 names her. zqwhy-pick-1", "Also from Ada.")
        .replace("Keep them when you retell. zqexplain-tick", "From Ben.")
    )
    assert file.read_bytes() == wanted.encode()


def test_each_field_is_chosen_and_what_only_one_has_touched_is_chosen_already(author, file, saved):
    ada, ben = author("pick"), author("pick")
    ada.fill("Explanation", "From Ada.")
    ada.fill("Option 1: text", "She")
    ben.fill("Explanation", "From Ben.")
    ben.fill("The question", "Who says so?")
    ben.save()
    ada.press("Save")
    assert "This question was changed elsewhere while" in ada.told
    for said in ("explain: From Ada.", "explain: From Ben.", "ask: Who says so?"):
        assert said in ada.told
    chosen = {name: ada.field(f"What is to stay of {name}") for name in ("ask", "explain")}
    assert {name: choice.value for name, choice in chosen.items()} == {
        "ask": "theirs",
        "explain": "mine",
    }
    ada.mark("What is to stay of explain", "theirs")
    ada.press("Go on editing with these")
    assert "It is not saved yet." in ada.told
    assert ada.field("Explanation").value == "From Ben."
    assert ada.field("The question").value == "Who says so?"
    assert ada.field("Option 1: text").value == "She"
    assert "right: She" not in file.read_text(encoding="utf-8")
    ada.save()
    first = saved()[0]
    assert (first.ask, first.options[0].text) == ("Who says so?", "She")
    assert first.explain == "From Ben."


@pytest.mark.parametrize(
    ("button", "said", "stays"),
    [
        ("Take all of theirs", "The question stays as it was changed elsewhere", "From Ben."),
        ("Save all of mine over theirs", "Saved. The earlier version is kept.", "From Ada."),
    ],
)
def test_one_of_both_is_taken_and_the_other_is_kept_as_a_version(
    button, said, stays, ada, saved, versions
):
    ada.press("Save")
    ada.press(button)
    assert said in ada.told
    assert ada.field("Explanation").value == stays
    assert saved()[0].explain == stays
    assert any("From Ada." in text for text in versions())
    assert any("From Ben." in text for text in versions())


def test_a_question_removed_elsewhere_can_be_put_back(author, file, saved):
    ann = author("essay")
    ann.fill("Explanation", "From Ann.")
    assert "Not saved yet." in ann.told
    file.write_bytes(TEXT[: TEXT.index("\n  - id: essay") + 1].encode())
    ann.press("Save")
    assert "This question was removed from the file" in ann.told
    assert "From Ann." in ann.told
    ann.press("Put mine back at the end")
    assert "Saved. The earlier version is kept." in ann.told
    assert saved()[-1].explain == "From Ann."

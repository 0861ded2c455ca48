"""An author fills the form of a question, is told what is wrong with it, and saves it."""

import pytest

from tests.ui.form.author import BANK, TEXT, Author


def test_learners_see_nothing_of_it(visit):
    page = Author(visit("question", bank=BANK, id="pick"))
    assert "This page is for instructors" in page.told
    assert "This page is for instructors" in page.sent
    assert "harbour master" not in page.sent


def test_options_are_added_moved_and_removed(author, file):
    ann = author("pick")
    ann.press("Add option")
    ann.fill("Option 4: text", "The mayor")
    ann.press("Move option 4 up")
    assert ann.field("Option 3: text").value == "The mayor"
    ann.press("Remove option 2")
    assert ann.field("Option 2: text").value == "The mayor"
    assert "The mayor" in ann.preview
    assert "The ferry company" not in ann.preview
    ann.save()
    gone = TEXT[TEXT.index("      - wrong: The ferry") : TEXT.index("      - wrong: Nobody is")]
    assert file.read_bytes() == TEXT.replace(gone, "      - wrong: The mayor\n").encode()


def test_the_first_part_cannot_be_moved_up_nor_the_last_one_down(author):
    ann = author("pick")
    assert not ann.can_press("Move option 1 up")
    assert ann.can_press("Move option 1 down")
    assert ann.can_press("Move option 3 up")
    assert not ann.can_press("Move option 3 down")


def test_marking_another_option_right_makes_the_first_one_wrong(author, saved):
    ann = author("pick")
    ann.mark("Option 2: is", "right")
    assert ann.field("Option 1: is").value == "wrong"
    assert ann.fields("Option 2: misreading") == []
    assert len(ann.fields("Option 1: misreading")) == 1
    ann.save()
    options = saved()[0].options
    assert [option.is_right for option in options] == [False, True, False]
    assert options[1].slip is None


def test_a_misreading_and_a_skill_are_chosen_by_their_meaning(author, saved):
    ann = author("pick")
    ann.choose("Option 2: misreading", "A small word lost: A word that limits")
    ann.choose("Skill 2", "Numbers: You can say what a number counts")
    ann.save()
    question = saved()[0]
    assert question.options[1].slip == "lost-qualifier"
    assert question.skills == ("attribution", "numbers")


def test_statements_follow_when_their_label_is_reworded(author, saved):
    ann = author("sort")
    ann.fill("Label 1", "certain")
    assert "certain" in ann.preview
    assert "firm" not in ann.preview.replace("firmly", "")
    ann.save()
    question = saved()[6]
    assert question.labels == ("certain", "limited")
    assert [item.label for item in question.items] == ["certain", "limited"]
    assert list(question.items[1].slips) == ["certain"]


@pytest.mark.parametrize("name", ["1: label", "2: misreading if placed under firm"])
def test_a_browser_that_does_not_know_the_new_label_yet_does_not_bring_the_old_one_back(
    name, author
):
    ann = author("sort")
    late = ann.said_of(f"Statement {name}")
    ann.fill("Label 1", "certain")
    ann.send_late(late)
    assert ann.faults == []
    assert ann.field("Statement 1: label").value == "certain"
    assert ann.can_press("Save")


def test_faults_are_said_in_sentences_and_nothing_is_saved(author, file):
    ann = author("amount")
    shown = ann.preview
    ann.fill("Right answer", "about twenty")
    assert "Mend this before it can be saved" in ann.told
    [fault] = ann.faults
    assert "about twenty" in fault
    assert fault.endswith(".")
    assert not ann.can_press("Save")
    assert "Shown as it was before the fault." in ann.told
    assert ann.preview == shown
    assert file.read_bytes() == TEXT.encode()
    ann.press("Undo my changes")
    assert "What was not saved is undone." in ann.told
    assert ann.field("Right answer").value == "25"
    assert ann.faults == []
    assert "As it is in the file." in ann.told


def test_a_fault_names_the_part_it_is_in(author):
    ann = author("sort")
    ann.fill("Statement 2: text", "")
    assert any(fault.startswith("Statement 2: ") for fault in ann.faults)


def test_a_new_question_of_a_kind_is_a_draft_to_write_over(author, saved):
    ann = author("pick")
    ann.choose("Kind", "highlight: ")
    ann.press("Add it")
    assert f"{BANK}.yaml · new-highlight" in ann.told
    assert ann.field("The question").value
    assert ann.preview
    made = saved()[1]
    assert (made.id, made.kind, made.status) == ("new-highlight", "highlight", "draft")

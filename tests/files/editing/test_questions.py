"""Questions added, removed, moved and doubled: what the text looks like afterwards."""

import pytest

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.banks.bank_writer import write_question
from reportedly.files.editing.questions import (
    duplicate_question,
    insert_question,
    move_question,
    question_text,
    remove_question,
)
from reportedly.files.editing.sheet import CannotEdit

HEAD = "# the modeline\nbank: A bank\nstory: a-story\nquestions:\n"
A = "  # About a.\n  - id: a\n    kind: short\n    ask: Same?  # a\n    accept: x\n"
B = "  - id: b\n    kind: short\n    ask: |\n      Same?\n    accept: [x]\n    # the end of b\n"
C = "  - id: c\n    kind: short\n    ask: Same?\n    accept: x\n"
PART = "\n# --- the second part ---\n\n"
BANK = HEAD + A + "\n" + B + PART + C
TAIL = "\n# the end\n"
NEW = "kind: short\nask: |\n  New?\n\n  Really?\naccept: x\n"
NEW_THERE = "  - kind: short\n    ask: |\n      New?\n\n      Really?\n    accept: x\n"


@pytest.fixture(params=["\n", "\r\n"], ids=["LF", "CRLF"], autouse=True)
def end(request):
    return request.param


@pytest.fixture(params=["", "\ufeff"], ids=["bare", "marked"], autouse=True)
def check(request, end):
    """Compares an edit of a text with what it should make, however its lines end."""

    def check(edit, text, made, *words):
        def as_file(words):
            return request.param + words.replace("\n", end)

        assert edit(as_file(text), *words) == as_file(made)

    return check


def test_a_moved_question_takes_its_own_remarks_and_leaves_the_others(check):
    check(move_question, BANK, HEAD + B + "\n" + A + PART + C, 0, 1)
    check(move_question, BANK, HEAD + B + "\n" + C + PART + A, 0, 2)
    check(move_question, BANK, HEAD + C + "\n" + A + PART + B, 2, 0)
    check(move_question, BANK + TAIL, HEAD + C + "\n" + A + PART + B + TAIL, 2, 0)
    check(move_question, BANK, BANK, 1, 1)


def test_a_file_without_a_last_line_end_stays_one(check):
    bare = BANK.rstrip("\n")
    check(move_question, bare, (HEAD + C + "\n" + A + PART + B).rstrip("\n"), 2, 0)
    check(remove_question, bare, HEAD + A + "\n" + B + PART.removesuffix("\n"), 2)
    check(insert_question, bare, (BANK + "\n" + NEW_THERE).rstrip("\n"), 3, NEW)
    check(
        duplicate_question, bare, (BANK + "\n" + C.replace("id: c", "id: d")).rstrip("\n"), 2, "d"
    )


def test_a_removed_question_leaves_the_remarks_that_are_not_its_own(check):
    check(remove_question, BANK, HEAD + B + PART + C, 0)
    check(remove_question, BANK, HEAD + A + PART + C, 1)
    check(remove_question, BANK, HEAD + A + "\n" + B + PART, 2)
    check(remove_question, HEAD + A + TAIL, HEAD.removesuffix("\n") + " []\n" + TAIL, 0)


def test_a_question_comes_in_anywhere(check):
    check(insert_question, BANK, HEAD + NEW_THERE + "\n" + A + "\n" + B + PART + C, 0, NEW)
    check(insert_question, BANK, HEAD + A + "\n" + NEW_THERE + "\n" + B + PART + C, 1, NEW)
    check(insert_question, BANK, HEAD + A + "\n" + B + PART + NEW_THERE + "\n" + C, 2, NEW)
    check(insert_question, BANK + TAIL, BANK + "\n" + NEW_THERE + TAIL, 3, NEW)
    check(insert_question, BANK, BANK + "\n" + NEW_THERE, 3, "- " + NEW.replace("\n", "\n  "))


@pytest.mark.parametrize(
    ("empty", "kept"),
    [
        ("questions: []\n", "questions:\n"),
        ("questions: []  # none yet\n", "questions:  # none yet\n"),
        ("questions:\n", "questions:\n"),
        ("", "questions:\n"),
    ],
)
def test_an_empty_bank_gets_its_first_question(check, empty, kept):
    check(insert_question, "bank: x\n" + empty, "bank: x\n" + kept + NEW_THERE, 0, NEW)
    if empty:
        more = "tags: [a]\n"
        check(
            insert_question,
            "bank: x\n" + empty + more,
            "bank: x\n" + kept + NEW_THERE + more,
            0,
            NEW,
        )


def test_the_margins_of_a_bank_are_kept(check):
    text = "questions:\n-   id: a\n    kind: short\n\n\n-   id: b\n    kind: short\n"
    made = text + "\n\n-   id: c\n    kind: short\n"
    check(insert_question, text, made, 2, "id: c\nkind: short\n")


def test_a_doubled_question_stands_behind_itself_under_its_own_id(check):
    doubled = B.replace("id: b", "id: b-2")
    check(duplicate_question, BANK, HEAD + A + "\n" + B + "\n" + doubled + PART + C, 1, "b-2")
    nameless = "questions:\n  - kind: short  # x\n    ask: y\n"
    made = nameless + "\n  - id: z\n    kind: short  # x\n    ask: y\n"
    check(duplicate_question, nameless, made, 0, "z")


def test_a_question_goes_to_another_bank_as_it_stands(end):
    taken = question_text(BANK.replace("\n", end), 1)
    lines = B.rstrip("\n").split("\n")
    assert taken == "\n".join([lines[0][4:], *(line[4:] for line in lines[1:])]) + "\n"
    other = "bank: y\nquestions: []\n"
    assert "ask: |\n      Same?\n    accept: [x]\n" in insert_question(other, 0, taken)


def test_what_the_app_writes_can_be_put_into_a_bank():
    bank = read_bank(BANK).bank
    for question in bank.questions:
        renamed = question.model_copy(update={"id": "new"})
        made = read_bank(insert_question(BANK, 1, write_question(renamed))).bank
        assert made.questions[1] == renamed


@pytest.mark.parametrize(
    "yaml",
    ["", "x", "- a: b\n- c: d", "[1]", "a: b: c", "questions: []", "a: &x b", "a: 'b", "--- x: 1"],
)
def test_what_is_not_one_question_is_refused(yaml):
    with pytest.raises(CannotEdit) as refused:
        insert_question(BANK, 1, yaml)
    assert str(refused.value).endswith(".") or str(refused.value).endswith("`.")


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (remove_question, (3,)), (remove_question, (-1,)), (move_question, (0, 3)),
        (duplicate_question, (9, "x")), (insert_question, (5, NEW)), (question_text, (7,)),
    ],
)  # fmt: skip
def test_a_question_that_is_not_there_is_said_to_be_gone(edit, words):
    with pytest.raises(CannotEdit, match=r"not in the file|no such place"):
        edit(BANK, *words)


def test_questions_in_brackets_are_left_to_the_text():
    text = "bank: x\nquestions: [{id: a, kind: short}, {id: b, kind: short}]\n"
    assert remove_question(text, 0) == text.replace("{id: a, kind: short}, ", "")
    assert "[{id: b, kind: short}, {id: a" in move_question(text, 0, 1)
    with pytest.raises(CannotEdit, match="as text"):
        insert_question(text, 0, NEW)

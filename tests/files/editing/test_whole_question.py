"""A question edited as a whole: what a form sends, and what is left as its author wrote it."""

import copy
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.files.banks.bank_file import read_bank, write_bank
from reportedly.files.editing.pairing import pairs
from reportedly.files.editing.part import _question_lines
from reportedly.files.editing.sheet import CannotEdit, Sheet
from reportedly.files.editing.whole_question import (
    question_ids,
    question_mapping,
    replace_question,
)
from tests.files.editing.banks_as_written import SAID, dressed
from tests.strategies import banks

ROOT = Path(__file__).parents[3]
SHIPPED = [
    path
    for path in sorted([*ROOT.glob("quizzes/*.yaml"), *ROOT.glob("tests/banks/good/*.yaml")])
    if read_bank(path).bank is not None
]
REMARK = re.compile(r"\s# a remark.*|^\s*# .*", re.MULTILINE)  # "#1" may be words of a text

BANK = """\
bank: A bank
questions:
  # About the first.
  - kind: single   # the kind
    ask: Who said so?
    options:
      # The office itself.
      - right: The office
        why: 'It is named.'   # in A2
      # The clerk only wrote it down.
      - wrong: The clerk
        slip: wrong-speaker
      - wrong: Nobody   # a remark of nobody's
    skills: gaps

  # About the second.
  - {id: second, kind: open, ask: And then?, rubric: [], model: x}
"""
OFFICE = """\
      # The office itself.
      - right: The office
        why: 'It is named.'   # in A2
"""
CLERK = """\
      # The clerk only wrote it down.
      - wrong: The clerk
        slip: wrong-speaker
"""


def edited(change, text=BANK, index=0):
    question = question_mapping(text, index)
    change(question)
    return replace_question(text, index, question)


def after(*edits):
    text = BANK
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_a_question_that_says_the_same_changes_no_byte():
    assert edited(lambda question: None) == BANK
    assert edited(lambda question: question.update(skills=["gaps"])) == BANK


def test_one_text_is_changed_where_it_stands():
    def change(question):
        question["options"][0]["why"] = "It's named."

    assert edited(change) == after(("'It is named.'", "'It''s named.'"))


def test_an_option_moves_with_its_remarks_even_while_its_words_change():
    def change(question):
        question["options"][1]["why"] = "A clerk writes."
        question["options"].insert(0, question["options"].pop(1))

    assert edited(change) == after(
        (OFFICE + CLERK, CLERK + "        why: A clerk writes.\n" + OFFICE)
    )


def test_a_new_option_stands_at_the_end_and_one_that_goes_takes_its_remark_along():
    def change(question):
        del question["options"][1]
        question["options"].append({"wrong": "Somebody else"})

    nobody = "      - wrong: Nobody   # a remark of nobody's\n"
    assert edited(change) == after((CLERK, ""), (nobody, nobody + "      - wrong: Somebody else\n"))


def test_a_right_option_becomes_a_wrong_one_in_place():
    def change(question):
        first = question["options"][0]
        question["options"][0] = {"wrong": first.pop("right"), **first}

    assert edited(change) == after(("- right: The office", "- wrong: The office"))


def test_a_question_without_an_id_keeps_the_one_it_went_by_when_it_asks_something_else():
    assert question_ids(BANK) == ["who-said-so", "second"]
    new = edited(lambda question: question.update(ask="Who knew?"))
    assert question_ids(new) == ["who-said-so", "second"]
    assert question_mapping(new, 0)["ask"] == "Who knew?"
    assert "id" not in question_mapping(edited(lambda q: q.update(explain="So.")), 0)


def test_a_question_on_one_line_stays_on_one_line():
    new = edited(lambda question: question.update(ask="And now?"), index=1)
    assert new == after(("And then?", "And now?"))


def test_a_question_that_is_gone_or_has_no_fields_is_refused_in_words():
    with pytest.raises(CannotEdit, match="not in the file any more"):
        question_mapping(BANK, 2)
    with pytest.raises(CannotEdit, match="has no fields"):
        question_mapping("bank: a\nquestions: [x]\n", 0)


@pytest.mark.parametrize(
    ("before", "now", "paired"),
    [
        (["a", "b"], ["b", "a"], [1, 0]),
        (["a", "a"], ["a", "a", "a"], [0, 1, None]),
        (["one thing", "another"], ["another", "one think"], [1, 0]),
        (["x", "y"], ["z", "y"], [0, 1]),
        (["x"], [{"item": "x"}], [None]),
        ([], ["x"], [None]),
    ],
)
def test_entries_are_paired_by_what_they_have_in_common(before, now, paired):
    assert pairs(before, now) == paired


# --- whatever is edited ----------------------------------------------------------------------


def strip(value):
    """The value without spaces around its texts; one entry stands for a list of one."""
    if isinstance(value, dict):
        return {key: strip(part) for key, part in value.items()}
    if isinstance(value, list):
        return strip(value[0]) if len(value) == 1 else [strip(part) for part in value]
    return value.strip(" \t\r\n")


def changed(value, chance, *, may_remove):
    """The value with about one thing changed in it, as an author might."""
    if isinstance(value, str):
        return chance.choice(SAID)
    if isinstance(value, dict):
        names = [name for name in value if name not in ("kind", "id")]
        if may_remove and len(names) > 1 and chance.random() < 0.15:
            del value[chance.choice(names)]
        elif "why" not in value and "ask" not in value and chance.random() < 0.3:
            value["why"] = chance.choice(SAID)
        elif names:
            name = chance.choice(names)
            value[name] = changed(value[name], chance, may_remove=may_remove)
        return value
    way = chance.choice(["add", "swap", "change", "change", "remove"])
    if way == "add" and value:
        copied = copy.deepcopy(chance.choice(value))
        value.append(changed(copied, chance, may_remove=False))
    elif way == "swap" and len(value) > 1:
        value.insert(chance.randrange(len(value)), value.pop(chance.randrange(len(value))))
    elif way == "remove" and may_remove and len(value) > 1:
        value.pop(chance.randrange(len(value)))
    elif value:
        n = chance.randrange(len(value))
        value[n] = changed(value[n], chance, may_remove=may_remove)
    return value


def check(text, index, chance, *, may_remove):
    old = question_mapping(text, index)
    assert replace_question(text, index, old) == text
    wanted = copy.deepcopy(old)
    for _ in range(chance.randint(1, 3)):
        wanted = changed(wanted, chance, may_remove=may_remove)
    new = replace_question(text, index, wanted)
    if "id" not in old and old.get("ask") != wanted.get("ask"):
        wanted["id"] = question_ids(text)[index]
    found = question_mapping(new, index)
    assert strip(found) == strip(wanted)
    assert replace_question(new, index, found) == new
    check_outside(text, new, index)
    if not may_remove:
        for remark in remarks(text):
            assert remark in remarks(new), (text, new)
    return new


def check_outside(text, new, index):
    mark = len(text) - len(text.removeprefix("\ufeff"))
    lines = _question_lines(Sheet.of(text[mark:]), ("questions", index, "ask"))
    if lines is None:
        return
    low, high = lines[0] + mark, lines[1] + mark
    assert new.startswith(text[:low])
    assert new.endswith(text[high:])


def remarks(text):
    return {found[0].strip() for found in REMARK.finditer(text)}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_random_edits_of_the_questions_that_are_there(path):
    chance = Random(path.stem)
    text = path.read_bytes().decode()
    for n in range(6):
        index = chance.randrange(len(question_ids(text)))
        text = check(text, index, chance, may_remove=bool(n % 2))


@pytest.mark.slow
@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(bank=banks(most=3), seed=st.integers(0, 10**6))
def test_random_edits_of_random_questions(bank, seed):
    chance = Random(seed)
    text = dressed(write_bank(bank), chance)
    if read_bank(text).bank is None:
        return
    for n in range(3):
        index = chance.randrange(len(bank.questions))
        text = check(text, index, chance, may_remove=bool(n % 2))

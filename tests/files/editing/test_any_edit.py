"""Whatever is edited, in whatever bank: only the value's own characters differ."""

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from reportedly.files.banks.bank_file import read_bank, write_bank
from reportedly.files.editing.questions import (
    duplicate_question,
    insert_question,
    move_question,
    question_text,
    remove_question,
)
from reportedly.files.editing.sheet import CannotEdit, Sheet
from reportedly.files.editing.values import set_value
from tests.files.editing.banks_as_written import (
    another,
    bank_of,
    data_of,
    dressed,
    places_of,
    put,
)
from tests.strategies import banks

ROOT = Path(__file__).parents[3]
SHIPPED = sorted([*ROOT.glob("quizzes/*.yaml"), *ROOT.glob("tests/banks/good/*.yaml")])
EDITS = 6


def check_edit(text, place, value):
    """Edit, and compare what was read before with what is read now; the new text."""
    old = data_of(text)
    new = set_value(text, place, value)
    data = data_of(text)
    put(data, place, value)
    assert strip(data_of(new)) == strip(data)
    try:
        expected = bank_of(data)
    except ValidationError:
        expected = None  # a choice that does not fit is for the faults to say
    found = read_bank(new)
    if expected is not None and found.bank is not None:
        assert found.bank == expected
    if strip(old) == strip(data):
        assert new == text
    else:
        check_only_the_value_differs(text, new, place)
    return new


def strip(data):
    if isinstance(data, dict):
        return {key: strip(value) for key, value in data.items()}
    if isinstance(data, list):
        return [strip(value) for value in data]
    return data.strip(" \t\r\n")


def check_only_the_value_differs(text, new, place):
    mark = 1 if text.startswith("\ufeff") else 0
    sheet = Sheet.of(text[mark:])
    node = sheet.spot(place).node
    low, high = node.start_mark.index + mark, node.end_mark.index + mark
    same_before = next(
        (n for n, (a, b) in enumerate(zip(text, new, strict=False)) if a != b), len(text)
    )
    assert same_before >= low
    tail = text[high:]
    if not new.endswith(tail):
        # The value took a line of its own: what stood behind it on its line now stands before.
        rest = sheet.text[node.end_mark.index : sheet.line_end(node.end_mark.index)]
        assert new.endswith(tail.removeprefix(rest))
        assert rest in new[low:]


@pytest.mark.slow
@settings(max_examples=175, suppress_health_check=list(HealthCheck))
@given(bank=banks(most=3), seed=st.integers(0, 10**6))
def test_a_thousand_random_edits_of_random_banks(bank, seed):
    chance = Random(seed)
    text = dressed(write_bank(bank), chance)
    if read_bank(text).bank is None:
        return
    for _ in range(EDITS):
        places = places_of(data_of(text))
        place = chance.choice(places)
        new = check_edit(text, place, another(place, chance))
        text = new if read_bank(new).bank is not None else text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_random_edits_of_the_banks_that_are_there(path):
    chance = Random(path.stem)
    text = path.read_bytes().decode()
    for _ in range(10):
        place = chance.choice(places_of(data_of(text)))
        while isinstance(place[-1], int) and not isinstance(at(data_of(text), place[:-1]), list):
            place = place[:-1]
        new = check_edit(text, place, another(place, chance))
        text = new if read_bank(new).bank is not None else text


def at(data, place):
    for step in place:
        data = data[step]
    return data


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(bank=banks(), seed=st.integers(0, 10**6))
def test_questions_are_moved_removed_and_added_without_a_word_lost(bank, seed):
    chance = Random(seed)
    text = dressed(write_bank(bank), chance)
    before = read_bank(text).bank
    if before is None:
        return
    count = len(before.questions)
    old, new = chance.randrange(count), chance.randrange(count)
    questions = list(before.questions)

    moved = move_question(text, old, new)
    assert sorted(moved.split("\n")) == sorted(text.split("\n")) or not text.endswith("\n")
    assert move_question(moved, new, old) == text
    there = questions[:]
    there.insert(new, there.pop(old))
    assert read_bank(moved).bank.questions == tuple(there)

    doubled = duplicate_question(text, old, "another-one")
    copy = questions[old].model_copy(update={"id": "another-one"})
    assert read_bank(doubled).bank.questions == (
        *questions[: old + 1], copy, *questions[old + 1 :]
    )  # fmt: skip

    if count > 1:
        removed = remove_question(text, old)
        without = (*questions[:old], *questions[old + 1 :])
        assert read_bank(removed).bank.questions == without
        taken = question_text(text, old)
        assert read_bank(insert_question(removed, old, taken)).bank == before


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(bank=banks(most=2), other=banks(most=2), seed=st.integers(0, 10**6))
def test_a_whole_question_becomes_another_of_its_kind(bank, other, seed):
    """What a form sends: the question with many things changed at once."""
    chance = Random(seed)
    text = dressed(write_bank(bank), chance)
    if read_bank(text).bank is None:
        return
    wanted = data_of(write_bank(other))["questions"][0]
    new = set_value(text, ("questions", 0), wanted)
    assert strip(data_of(new)["questions"][0]) == strip(wanted)
    assert data_of(new)["questions"][1:] == data_of(text)["questions"][1:]


def test_an_edit_that_cannot_be_made_says_so():
    with pytest.raises(CannotEdit, match="as text"):
        set_value("bank: &x a\nquestions: []\n", ("bank",), "b")
    with pytest.raises(CannotEdit, match="Line 2 has a fault"):
        set_value("bank: a\nask: b: c\n", ("bank",), "b")
    with pytest.raises(CannotEdit, match="not in the file any more"):
        set_value("bank: a\nquestions: []\n", ("questions", 3, "ask"), "b")


def test_the_slower_reader_of_yaml_sees_the_same_places(monkeypatch):
    from reportedly.files.reading import parse

    text = (ROOT / "tests/banks/good/quoting.yaml").read_bytes().decode()
    places = places_of(data_of(text))
    fast = [set_value(text, place, "New: words") for place in places]
    monkeypatch.setattr(parse, "LOADER", yaml.SafeLoader)
    assert [set_value(text, place, "New: words") for place in places] == fast

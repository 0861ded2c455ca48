"""What an author wrote, opened in a form and written back."""

import copy
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.files.banks.bank_file import read_bank, write_bank
from reportedly.files.editing.whole_question import question_ids, question_mapping
from reportedly.files.reading.fields import models_in
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.kinds.classify import Statement
from reportedly.quiz.kinds.single import Single
from reportedly.quiz.question import Evidence
from reportedly.ui.form.kinds import FORMS, LEFT_OUT, NOT_SHUFFLED
from reportedly.ui.form.typed import Group, is_shown, new_part, opened, written
from tests.strategies import banks

ROOT = Path(__file__).parents[3]
BANKS = [
    path
    for folder in ("quizzes", "tests/banks/good", "tests/browser/shelf/quizzes")
    for path in sorted((ROOT / folder).glob("*.yaml"))
    if read_bank(path).bank is not None
]


def questions_of(text):
    return [question_mapping(text, n) for n in range(len(question_ids(text)))]


def in_form(question):
    form = FORMS[question["kind"].strip()]
    return opened(question, form), form


def all_parts(group):
    for parts in group.lists.values():
        for part in parts:
            yield part
            yield from all_parts(part)


# --- every field is there ------------------------------------------------------------------------


def names_in(fields):
    return {name for entry in fields for name in (entry.means or (entry.path[0],))}


def reached(model, fields, lists):
    """The fields of a type that the form does not have, and those of the types inside it."""
    own = names_in(fields) | {listing.name for listing in lists}
    missing = {f"{model.__name__}.{name}" for name in model.model_fields if name not in own}
    for name, known in model.model_fields.items():
        if name in LEFT_OUT:
            continue
        for inner in models_in(known.annotation):
            listing = next((each for each in lists if each.name == name), None)
            paths = {entry.path[1] for entry in fields if entry.path[0] == name and entry.path[1:]}
            if listing is not None:
                missing |= reached(inner, listing.fields, listing.lists)
            else:
                missing |= {f"{inner.__name__}.{n}" for n in inner.model_fields if n not in paths}
    return missing


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_format_is_in_the_form_or_left_out_for_a_reason(kind):
    model, form = KINDS[kind], FORMS[kind]
    left_out = {*LEFT_OUT, *(("shuffle",) if kind in NOT_SHUFFLED else ())}
    right_words = {"Piece.slip"} if kind == "highlight" else set()  # right words stand for no slip
    found = reached(model, form.all_fields, form.lists)
    assert found - right_words == {f"{model.__name__}.{name}" for name in left_out}


def test_a_field_that_no_form_has_would_be_found():
    form = FORMS["single"]
    assert "Evidence.at" in reached(Evidence, (), ())
    assert "Option.why" in reached(Single, form.all_fields, (
        type(form.lists[0])("options", "", "", form.lists[0].fields[:2]),
    ))  # fmt: skip
    assert "Statement.why" in reached(Statement, (), ())


# --- opened and written back ------------------------------------------------------------------


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_what_is_only_looked_at_is_written_exactly_as_it_was(path):
    for question in questions_of(path.read_text(encoding="utf-8")):
        group, form = in_form(question)
        assert written(group, form) == question


@given(bank=banks(), seed=st.integers(0, 10**6))
def test_one_text_changed_anywhere_is_all_that_changes(bank, seed):
    chance = Random(seed)
    for question in questions_of(write_bank(bank)):
        group, form = in_form(question)
        assert written(group, form) == question
        inside = [group, *all_parts(group)]
        places = [
            (part, path)
            for part in inside
            for path in part.values
            if path[0] not in ("answer", "word", "beside", "label", "slip", "slips")
        ]
        part, path = chance.choice(places)
        said, part.values[path] = part.values[path], "Something that stands nowhere else"
        once = str(written(group, form))
        assert once.count("Something that stands nowhere else") == 1
        part.values[path] = said
        assert written(group, form) == question


def test_an_emptied_field_is_left_out_and_one_that_must_be_there_is_empty():
    group, form = in_form({"kind": "single", "ask": "a", "explain": "b", "options": []})
    group.values["explain",] = ""
    group.lists["options"].append(new_part(form.listing("options")))
    assert written(group, form) == {"kind": "single", "ask": "a", "options": [{"wrong": ""}]}


def test_what_the_form_does_not_know_stays():
    question = {
        "kind": "truefalse",
        "ask": "a",
        "answer": "true",
        "why": {"true": "b", "maybe": "c"},
        "colour": "red",
    }
    group, form = in_form(question)
    group.values["why", "false"] = "d"
    wanted = copy.deepcopy(question)
    wanted["why"]["false"] = "d"
    assert written(group, form) == wanted


def test_the_right_answer_stands_for_no_misreading():
    question = {"kind": "truefalse", "ask": "a", "answer": "true", "slips": {"false": "cynicism"}}
    group, form = in_form(question)
    group.values["answer",] = "false"
    assert written(group, form) == {"kind": "truefalse", "ask": "a", "answer": "false"}
    options = [{"right": "a"}, {"wrong": "b", "slip": "cynicism", "why": "c"}]
    group, form = in_form({"kind": "single", "ask": "a", "options": options})
    group.lists["options"][1].values["word",] = "right"
    assert written(group, form)["options"] == [{"right": "a"}, {"right": "b", "why": "c"}]


def test_a_misreading_of_the_right_answer_is_shown_so_that_it_can_be_removed():
    question = {"kind": "truefalse", "ask": "a", "answer": "true", "slips": {"true": "cynicism"}}
    group, form = in_form(question)
    [entry] = [entry for entry in form.fields if entry.path == ("slips", "true")]
    assert is_shown(entry, group)
    assert written(group, form) == question
    group.values["slips", "true"] = ""
    assert written(group, form) == {"kind": "truefalse", "ask": "a", "answer": "true"}


def test_items_that_share_a_place_stand_in_a_list_of_their_own():
    question = {"kind": "order", "ask": "a", "order": ["x", ["y", {"item": "z", "why": "w"}]]}
    group, form = in_form(question)
    items = group.lists["order"]
    assert [item["item",] for item in items] == ["x", "y", "z"]
    items[2].values["beside",] = ""
    assert written(group, form)["order"] == ["x", "y", {"item": "z", "why": "w"}]
    items[1].values["beside",] = "yes"
    assert written(group, form)["order"] == [["x", "y"], {"item": "z", "why": "w"}]


def test_a_bare_text_becomes_a_group_of_fields_only_when_it_needs_to():
    question = {"kind": "highlight", "ask": "a", "passage": "A1", "right": "apparently"}
    group, form = in_form(question)
    [piece] = group.lists["right"]
    piece.values["words",] = "likely"
    assert written(group, form)["right"] == ["likely"]
    piece.values["why",] = "It limits."
    assert written(group, form)["right"] == [{"words": "likely", "why": "It limits."}]
    assert written(group, form)["passage"] == "A1"


def test_labels_that_are_not_written_are_the_usual_ones_until_they_change():
    question = {"kind": "classify", "ask": "a", "items": [{"fact": "x"}, {"claim": "y"}]}
    group, form = in_form(question)
    assert [label["label",] for label in group.lists["labels"]] == [
        "fact", "claim", "opinion", "not stated",
    ]  # fmt: skip
    assert written(group, form) == question
    del group.lists["labels"][2:]
    assert written(group, form) == {**question, "labels": ["fact", "claim"]}


def test_a_misreading_of_the_own_label_is_left_out():
    items = [{"fact": "x", "slips": {"claim": "cynicism"}}]
    group, form = in_form({"kind": "classify", "ask": "a", "items": items})
    group.lists["items"][0].values["label",] = "claim"
    assert written(group, form)["items"] == [{"claim": "x"}]


def test_a_new_gap_has_a_right_and_a_wrong_option():
    form = FORMS["cloze"]
    group = Group({"kind": "cloze"}, {}, {listing.name: [] for listing in form.lists})
    group.lists["gaps"].append(new_part(form.listing("gaps")))
    assert written(group, form)["gaps"] == [
        {"gap": "", "options": [{"right": ""}, {"wrong": ""}]}
    ]  # fmt: skip

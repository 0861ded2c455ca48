"""Signing a question in its file."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.editing import signing
from reportedly.files.editing.values import set_value
from reportedly.quiz.publishing.signature import folded, wording

DAY = date(2026, 11, 22)
DRAFT = """\
# a remark at the top
bank: Two drafts   # and one here
story: a-story
tags: [deaths]
questions:
  - id: first
    kind: single
    ask: "Who?"    # keep this
    options:
      - right: A
        why: It is named.
      - wrong: 'B'
    status: draft

  # before the second
  - kind: truefalse
    ask: It rained.
    answer: true
"""


def bank_of(text):
    reading = read_bank(text)
    assert reading.bank is not None, reading.faults
    return reading.bank


def question_of(text, id="first"):
    return next(q for q in bank_of(text).questions if q.id == id)


def sign(text, by, id="first", day=DAY):
    return signing.sign(text, bank_of(text), id, wording(question_of(text, id)), by, day)


def is_shown(text, id="first"):
    return question_of(text, id) in bank_of(text).ready


def test_the_second_of_two_names_makes_a_draft_ready_and_nothing_else_changes():
    once = sign(DRAFT, "Ada")
    assert not is_shown(once)
    twice = sign(once, "Ben: the second")
    assert is_shown(twice)
    stamp = wording(question_of(DRAFT))
    record = (
        "    status: ready\n    reviewed:\n"
        f"      - {{by: Ada, date: 2026-11-22, wording: {stamp}}}\n"
        f'      - {{by: "Ben: the second", date: 2026-11-22, wording: {stamp}}}\n'
    )
    assert twice == DRAFT.replace("    status: draft\n", record)


def test_one_name_is_enough_where_nothing_is_sensitive():
    assert is_shown(sign(DRAFT.replace("deaths", "harbour"), "Ada"))


def test_the_same_person_signs_once():
    assert not is_shown(sign(sign(DRAFT, "Ada"), " ADA"))


def test_a_signature_is_withdrawn_and_what_is_left_is_a_draft():
    both = sign(sign(DRAFT, "Ada"), "Ben")
    one = signing.withdraw(both, bank_of(both), "first", "ben")
    assert one == sign(DRAFT, "Ada")
    assert signing.withdraw(one, bank_of(one), "first", "Ada") == DRAFT


def test_back_to_draft_nobody_has_signed():
    both = sign(sign(DRAFT, "Ada"), "Ben")
    assert signing.set_back(both, bank_of(both), "first") == DRAFT


def test_a_question_without_a_status_stays_without_one_when_it_is_signed():
    signed = sign(DRAFT, "Ada", "it-rained")
    assert question_of(signed, "it-rained").status is None
    assert is_shown(signed, "it-rained")
    assert signing.withdraw(signed, bank_of(signed), "it-rained", "Ada") == DRAFT


def test_a_question_without_a_status_is_made_a_draft():
    back = signing.set_back(DRAFT, bank_of(DRAFT), "it-rained")
    assert back == DRAFT.replace("    answer: true\n", "    answer: true\n    status: draft\n")


def test_what_was_changed_since_it_was_read_is_not_signed():
    seen = wording(question_of(DRAFT))
    other = DRAFT.replace('"Who?"', '"Who was it?"')
    with pytest.raises(signing.ReadItAgain, match="changed meanwhile"):
        signing.sign(other, bank_of(other), "first", seen, "Ada", DAY)


def test_a_question_that_is_gone_is_not_signed():
    with pytest.raises(signing.CannotEdit, match="no question"):
        signing.sign(DRAFT, bank_of(DRAFT), "third", "", "Ada", DAY)


def test_signing_anew_after_a_change_drops_the_signatures_that_have_lapsed():
    both = sign(sign(DRAFT, "Ada"), "Ben")
    changed = both.replace('"Who?"', '"Who was it?"')
    assert not is_shown(changed)
    again = sign(changed, "Ada")
    assert [s.by for s in question_of(again).reviewed] == ["Ada"]
    assert question_of(again).status == "draft"
    assert is_shown(sign(again, "Cy"))


STEPS = st.one_of(
    st.tuples(st.just("sign"), st.sampled_from(["Ada", "ada ", "Ben", "Cy"])),
    st.tuples(st.just("withdraw"), st.sampled_from(["Ada", "Ben"])),
    st.tuples(st.just("back"), st.just("")),
    st.tuples(st.just("ask"), st.sampled_from(["Who?", "Whose?"])),
)


@settings(max_examples=60)
@given(steps=st.lists(STEPS, max_size=8), tag=st.sampled_from(["deaths", "harbour"]))
def test_whatever_is_done_learners_see_only_what_enough_people_have_signed(steps, tag):
    text = DRAFT.replace("deaths", tag)
    stands_for: dict[str, str] = {}  # who stands for which question
    for step, said in steps:
        match step:
            case "sign":
                text = sign(text, said)
                stands_for[folded(said)] = question_of(text).ask
            case "withdraw":
                text = signing.withdraw(text, bank_of(text), "first", said)
                stands_for.pop(folded(said), None)
            case "back":
                text = signing.set_back(text, bank_of(text), "first")
                stands_for.clear()
            case "ask":
                text = set_value(text, ("questions", 0, "ask"), said)
        people = [name for name, ask in stands_for.items() if ask == question_of(text).ask]
        if is_shown(text):
            assert len(people) >= (2 if tag == "deaths" else 1)
        assert "# keep this" in text

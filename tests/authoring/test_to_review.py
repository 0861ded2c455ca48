"""Which generated drafts wait for whom."""

from datetime import date

import pytest

from reportedly.authoring.to_review import drafts_of, has_signed, queue, to_write
from reportedly.quiz.bank import Bank
from reportedly.quiz.publishing.signature import wording

ORIGIN = {"claims": ["A-1"], "blueprint": "BP28"}


def a_draft(id, **fields):
    return {
        "id": id, "kind": "truefalse", "ask": "It rained.", "answer": "true", "status": "draft",
        "from": ORIGIN, **fields,
    }  # fmt: skip


def a_bank(*questions, **fields):
    return Bank.model_validate(
        {"bank": "Drafts", "story": "a-story", "questions": list(questions), **fields}
    )


def signed(draft, *names, **changed):
    """A draft signed by these people, and changed after that."""
    stamp = wording(a_bank(draft).questions[0])
    signatures = [{"by": by, "date": date(2026, 11, 22), "wording": stamp} for by in names]
    return {**draft, "reviewed": signatures, **changed}


def ids(questions):
    return [question.id for question in questions]


def test_only_what_was_drawn_from_a_ledger_and_is_a_draft_is_in_the_queue():
    by_hand = {name: said for name, said in a_draft("by-hand").items() if name != "from"}
    bank = a_bank(a_draft("one"), by_hand, a_draft("shown", status="ready"), a_draft("two"))
    assert ids(drafts_of(bank)) == ["one", "two"]
    assert ids(queue(bank, "Ada")) == ["one", "two"]


def test_a_draft_by_the_status_of_its_bank_is_one_too():
    plain = {name: said for name, said in a_draft("one").items() if name != "status"}
    assert ids(drafts_of(a_bank(plain, status="draft"))) == ["one"]
    assert drafts_of(a_bank(plain)) == []


def test_what_has_to_be_written_first_comes_last():
    frame = a_draft("frame", needs="approve the words")
    gap = a_draft("gap", explain="Because [to write: why].")
    assert ids(queue(a_bank(frame, gap, a_draft("one"), a_draft("two")), "Ada")) == [
        "one", "two", "frame", "gap",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        ({"needs": "approve the words"}, "approve the words"),
        ({"ask": "It [to write: rained]."}, "put your words in the place of “[to write: …]”"),
        ({"why": {"true": "[to write: why]"}}, "put your words in the place of “[to write: …]”"),
    ],
)
def test_what_a_person_has_to_do_first_is_told(fields, told):
    assert to_write(a_bank(a_draft("one", **fields)).questions[0]) == told


def test_what_one_has_signed_waits_for_somebody_else():
    bank = a_bank(signed(a_draft("one"), "Ada"), a_draft("two"), tags=["deaths"])
    assert ids(queue(bank, "ada ")) == ["two"]
    assert ids(queue(bank, "Ben")) == ["one", "two"]
    assert ids(drafts_of(bank)) == ["one", "two"]


@pytest.mark.parametrize("changed", [{"ask": "It snowed."}, {"explain": "For it was winter."}])
def test_what_was_changed_after_one_signed_it_comes_back(changed):
    bank = a_bank(signed(a_draft("one"), "Ada", **changed), tags=["deaths"])
    assert not has_signed(bank, bank.questions[0], "Ada")
    assert ids(queue(bank, "Ada")) == ["one"]

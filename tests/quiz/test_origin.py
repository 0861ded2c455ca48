"""Where a question was drawn from, and what a person has yet to do to it."""

import pytest
from pydantic import ValidationError

from reportedly.files.banks.bank_file import read_bank, write_bank
from reportedly.files.editing.values import add_field, set_value
from reportedly.quiz.comparing import changes
from reportedly.quiz.edition import Edition
from tests.builders import a_bank, a_question, an_edition

FROM = {"claims": ["A-15", "B-08"], "blueprint": "BP12", "made": "3f2a9c", "ledger": "00e1f0"}


def test_a_question_says_which_claims_and_which_blueprint_it_is_from():
    question = a_bank(a_question(**{"from": FROM})).questions[0]
    assert question.from_ is not None
    assert question.from_.claims == ("A-15", "B-08")
    assert question.from_.blueprint == "BP12"


def test_its_origin_is_written_on_one_line_and_reads_back():
    bank = a_bank(a_question(**{"from": FROM}))
    text = write_bank(bank)
    line = "from: {claims: [A-15, B-08], blueprint: BP12, made: 3f2a9c, ledger: 00e1f0}"
    assert f"\n    {line}\n" in text
    assert read_bank(text).bank == bank


def test_a_blueprint_has_a_number():
    with pytest.raises(ValidationError, match="blueprint"):
        a_bank(a_question(**{"from": {"claims": ["A-1"], "blueprint": "twelve"}}))


def test_editing_the_origin_leaves_every_other_byte_alone():
    text = write_bank(a_bank(a_question(**{"from": FROM}), a_question("other")))
    new = set_value(text, ("questions", 0, "from", "made"), "aaaaaa")
    assert new == text.replace("3f2a9c", "aaaaaa")


def test_an_origin_is_added_behind_the_status():
    text = write_bank(a_bank(a_question(status="draft", author="Ana")))
    new = add_field(text, ("questions", 0), "from", FROM)
    assert new.index("status:") < new.index("from:") < new.index("author:")
    assert read_bank(new).faults == ()


def test_an_edition_keeps_the_origin():
    edition = an_edition(a_question(**{"from": FROM}))
    assert Edition.model_validate_json(edition.model_dump_json()) == edition


def test_a_changed_origin_is_told_by_the_name_that_authors_write():
    old = a_bank(a_question(**{"from": FROM}))
    new = a_bank(a_question(**{"from": {**FROM, "made": "aaaaaa"}}))
    assert [f.field for c in changes(old, new) for f in c.fields] == ["from, made"]


def test_a_draft_may_need_something_and_a_ready_question_may_not():
    draft = write_bank(a_bank(a_question(status="draft", needs="approve the wording")))
    assert read_bank(draft).faults == ()
    ready = draft.replace("    status: draft\n", "")
    (fault,) = read_bank(ready).faults
    assert "still needs something: approve the wording" in fault.text


def test_a_ready_question_holds_nothing_that_is_still_to_be_written():
    options = [{"right": "The organiser"}, {"wrong": "[to write: another explanation]"}]
    draft = write_bank(a_bank(a_question(status="draft", options=options)))
    assert read_bank(draft).faults == ()
    (fault,) = read_bank(draft.replace("    status: draft\n", "")).faults
    assert "[to write:" in fault.text

"""A draft that is dropped is known as dropped ever after."""

import pytest

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.banks.drafts import drafts_again, new_drafts
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.values import remove_field
from reportedly.ui.banks.draft_steps import dropped
from tests.authoring.ledgers import a_story, counts, said

STORY = a_story(
    said("A-2", "nurse", "Some fell ill", quantity=counts(50, "at least"), hedges=["at least"]),
    said("A-3", "radio", "A few fell ill", quantity=counts(16)),
)
_, TEXT = new_drafts(STORY, 1)


def bank(text):
    return read_bank(text).bank


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_dropped_draft_stays_out_whether_or_not_the_bank_lists_it(is_listed):
    text = TEXT if is_listed else remove_field(TEXT, ("drafted",))
    gone = bank(text).questions[0].id
    after = dropped(text, bank(text), 0)
    assert gone in bank(after).drafted
    _, again = drafts_again(after, STORY, 1)
    assert gone not in {question.id for question in bank(again).questions}


def test_the_only_draft_of_a_bank_is_not_dropped():
    text = TEXT
    while len(bank(text).questions) > 1:
        text = dropped(text, bank(text), 0)
    with pytest.raises(CannotEdit, match="the only question"):
        dropped(text, bank(text), 0)

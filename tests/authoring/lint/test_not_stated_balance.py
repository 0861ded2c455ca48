"""not-stated-balance."""

import pytest

from tests.builders import a_statement


def bank_of(true, false, silent):
    keys = ["true"] * true + ["false"] * false + ["not stated"] * silent
    return [a_statement(key, id=f"q{n}") for n, key in enumerate(keys)]


@pytest.mark.parametrize(
    "counts", [(3, 3, 0), (6, 1, 1), (4, 0, 4), (1, 1, 5), (2, 2, 0), (0, 0, 4)]
)
def test_a_key_too_often_or_too_seldom_is_told(find, counts):
    (fault,) = find(*bank_of(*counts))
    assert fault.place == ("questions",)
    assert f"“not stated” in {counts[2]}" in fault.found


@pytest.mark.parametrize(
    "counts", [(2, 2, 2), (1, 1, 2), (3, 2, 3), (1, 1, 0), (3, 0, 0), (4, 3, 3)]
)
def test_about_a_third_each_is_fine_and_few_tell_nothing(find, counts):
    assert find(*bank_of(*counts)) == []


def test_drafts_do_not_count(find):
    assert find(*[{**question, "status": "draft"} for question in bank_of(6, 0, 0)]) == []

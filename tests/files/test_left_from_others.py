"""What other programs leave in a bank: each sign is told once, and nothing else is."""

from pathlib import Path

import pytest

from reportedly.files.banks.bank_file import read_bank

BAD = Path(__file__).parents[1] / "banks" / "bad"
BANK = (BAD / "left-from-merging.13.yaml").read_text("utf-8").replace("=======\n", "")
FIRST = "    explain: Look for the name beside the verb.\n"
AGAIN = BANK[BANK.index("  - id") :].replace("who-says", "who-tells")


def told(text):
    return [(report.line, report.message.split()[0]) for report in read_bank(text).faults]


def test_without_such_signs_the_bank_is_good():
    assert told(BANK) == []


def test_both_versions_of_a_line_are_told_by_the_three_signs_of_merging_alone():
    both = f"<<<<<<< HEAD\n{FIRST}=======\n{FIRST}>>>>>>> theirs\n"
    assert told(BANK.replace(FIRST, both)) == [
        (13, '"<<<<<<<"'),
        (15, '"======="'),
        (17, '">>>>>>>"'),
    ]


def test_both_versions_of_a_question_are_told_by_the_signs_of_merging_alone():
    both = f"<<<<<<< HEAD\n{AGAIN}||||||| before\n=======\n{AGAIN}>>>>>>> theirs\n"
    assert [sign for _, sign in told(BANK + both)] == [
        '"<<<<<<<"',
        '"|||||||"',
        '"======="',
        '">>>>>>>"',
    ]


def test_code_of_a_web_page_is_told_at_its_first_and_its_last_line():
    assert told(f"```yaml\n{BANK}```\n") == [(1, '"```"'), (19, '"```"')]


@pytest.mark.parametrize("mark", ["•", "–", "—", "*", "1.", "(1)", "a)", "--", "－", "•\t"])
def test_another_mark_is_told_at_each_entry_and_says_which_question(mark):
    text = BANK.replace("  - id", f"  {mark} id").replace("- wrong", f"{mark} wrong")
    reports = read_bank(text + AGAIN).faults
    assert [(report.line, report.question) for report in reports] == [
        (4, "who-says"),
        (10, "who-says"),
    ]


def test_fields_between_the_name_of_the_questions_and_the_first_are_not_dropped():
    (report,) = read_bank(BANK.replace("  - id", "    level: hard\n  - id", 1)).faults
    assert (report.line, report.message) == (
        4,
        'text stands between "questions:" and its first entry',
    )

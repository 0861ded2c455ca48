"""What authors are told about banks that can be used as they are."""

import json

import pytest
from click.testing import CliRunner

from reportedly.__main__ import main
from reportedly.files.banks.bank_check import check_bank, check_questions
from reportedly.files.banks.bank_file import read_bank
from reportedly.files.watching import Watch

LONG = """\
bank: Two questions
story: ferry-bell
questions:
  - id: first
    kind: single
    ask: Who says that the bell stopped?
    options:
      - right: The harbour office, which wrote a long letter about it
      - wrong: The clerk
        slip: wrong-speaker
  - id: second
    kind: multiple
    ask: Which of these does Article A not give?
    options:
      - right: A day
      - right: A year
      - wrong: All of the above
        slip: cynicism
"""
RULES = ["key-longest", "negatives", "select-all", "all-of-the-above"]
ALLOWED = LONG.replace(
    "kind: single", "kind: single\n    allow: {key-longest: It quotes the letter.}"
)


@pytest.fixture
def checked(stories):
    return lambda text: check_bank(text, name="x.yaml", stories=stories)


def rules_in(reports):
    return [report.rule for report in reports]


def test_every_weak_spot_is_a_warning_in_its_line_with_its_rule_at_the_end(checked):
    reading = checked(LONG)
    assert reading.bank is not None
    assert [report.line for report in reading.faults] == [8, 13, 14, 17]
    assert rules_in(reading.faults) == RULES
    first = reading.faults[0].text.splitlines()
    assert first[0].startswith('x.yaml:8:16  question "first": the right option has ')
    assert first[0].endswith(" (warning) [key-longest]")
    assert first[-1].startswith("   help: shorten it")


def test_learners_do_not_wait_for_what_only_authors_want_to_know(stories):
    assert read_bank(LONG, stories=stories).faults == ()


def test_a_question_allows_a_rule_and_the_bank_opens(checked):
    reading = checked(ALLOWED)
    assert rules_in(reading.faults) == RULES[1:]
    assert reading.bank.questions[0].allow == {"key-longest": "It quotes the letter."}


def test_what_is_allowed_without_need_is_a_warning_at_its_name(checked):
    mended = ALLOWED.replace(", which wrote a long letter about it", "")
    (report,) = [report for report in checked(mended).faults if not report.rule]
    assert (report.line, report.severity) == (6, "warning")
    assert report.message == '"key-longest" finds nothing here that would need to be allowed'


def test_the_reason_may_hold_any_sign_and_stand_on_its_own_line(checked):
    text = LONG.replace("kind: single", 'kind: single\n    allow:\n      key-longest: "It: #1"')
    assert checked(text).bank.questions[0].allow == {"key-longest": "It: #1"}


def test_beside_an_error_each_question_that_can_be_read_is_still_looked_at(checked):
    reading = checked(LONG.replace("kind: multiple", "kind: multipel"))
    assert reading.bank is None
    assert rules_in(reading.faults) == ["key-longest", ""]


def test_half_a_bank_is_not_judged_as_a_whole(stories):
    item = """\
  - {id: tN, kind: truefalse, ask: It rained., answer: "true",
     slips: {"false": cynicism, not stated: cynicism}}
"""
    text = LONG[: LONG.index("  - id")] + "".join(item.replace("N", str(n)) for n in range(6))
    whole = check_bank(text, stories=stories)
    assert rules_in(whole.faults) == ["not-stated-balance"]
    assert check_questions(text, stories=stories).faults == ()
    (error,) = check_bank(text.replace("kind: truefalse", "kind: x", 1), stories=stories).faults
    assert error.severity == "error"


def test_the_command_tells_the_rule_and_ends_well(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(LONG.replace("ferry-bell", "lantern-walk"), "utf-8")
    done = CliRunner().invoke(main, ["check", str(path)])
    assert done.exit_code == 0
    assert done.output.endswith("No errors, 4 warnings.\n")
    listed = json.loads(CliRunner().invoke(main, ["check", str(path), "--format", "json"]).output)
    assert [each["rule"] for each in listed] == RULES


def test_a_watched_bank_keeps_its_warnings_while_another_question_is_changed(tmp_path):
    path = tmp_path / "x.yaml"
    text = LONG.replace("ferry-bell", "lantern-walk")
    path.write_text(text, "utf-8")
    watch = Watch([path], tmp_path)
    before = rules_in(watch.reports)
    path.write_text(text.replace("All of the above", "A month, and nothing else"), "utf-8")
    (news,) = watch.look()
    assert (news.new, news.mended) == ((), 1)
    assert watch.look_closer() == []
    assert rules_in(watch.reports) == [rule for rule in before if rule != "all-of-the-above"]

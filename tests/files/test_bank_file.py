"""Reading and writing banks."""

import itertools
import random
import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from reportedly.files.banks.bank_file import read_bank, write_bank
from reportedly.files.reading import parse
from reportedly.quiz.kinds.single import Single
from tests.strategies import banks, texts

GOOD = Path(__file__).parents[1] / "banks" / "good"
ROOT = Path(__file__).parents[2]

BANK = """\
bank: Two questions
story: ferry-bell
questions:
  - id: first
    kind: single
    ask: Who?
    options:
      - right: The office
      - wrong: The clerk
        slip: wrong-speaker
    level: easy
  - id: second
    kind: short
    ask: Which day?
    accept: [Tuesday]
"""


def with_options(*lines: str) -> str:
    return BANK.replace("      - right: The office\n", "".join(f"      {x}\n" for x in lines))


@pytest.mark.parametrize("path", sorted(GOOD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_good_bank_is_read_without_a_word_and_survives_writing(path, stories):
    reading = read_bank(path, stories=stories)
    assert [report.text for report in reading.faults] == []
    assert reading.bank is not None
    assert read_bank(write_bank(reading.bank), stories=stories).bank == reading.bank


@pytest.mark.parametrize("path", sorted((ROOT / "quizzes").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_bank_survives_writing(path):
    bank = read_bank(path).bank
    assert bank is not None
    assert read_bank(write_bank(bank)).bank == bank


VALUES = ["no", "on", "3.10", "12:30", "1_000", "2026-11-21", "007", "null", "~", "yes", "0x1F"]


@pytest.mark.parametrize("value", VALUES)
def test_what_looks_like_something_else_stays_the_text_it_is(value):
    bank = read_bank(with_options(f"- right: {value}")).bank
    assert bank is not None
    question = bank.questions[0]
    assert isinstance(question, Single)
    assert question.options[0].text == value


@settings(max_examples=1000)
@given(text=texts())
def test_any_text_survives_writing_as_an_option(text):
    first = read_bank(BANK).bank
    assert first is not None
    single = first.questions[0]
    assert isinstance(single, Single)
    options = single.options
    changed = options[0].model_copy(update={"right": text})
    question = single.model_copy(update={"options": (changed, *options[1:])})
    bank = first.model_copy(update={"questions": (question,)})
    reading = read_bank(write_bank(bank))
    kept = [report for report in reading.faults if "same option" not in report.message]
    assert kept == []
    if reading.bank is not None:
        assert reading.bank == bank


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(bank=banks())
def test_a_bank_that_was_written_reads_back_equal(bank):
    reading = read_bank(write_bank(bank))
    shape = {"no text", "unknown", "missing", "YAML", "dropped", "needed", "twice here"}
    for report in reading.faults:
        ours = re.sub(r'".*"|something: .*', "", report.message)  # an author may write such words
        assert not any(word in ours for word in shape), report.text
    if reading.bank is not None:
        assert reading.bank == bank


def test_twelve_faults_give_twelve_reports_from_top_to_bottom(stories):
    text = (GOOD / "all-kinds.yaml").read_text("utf-8")
    edits = [
        ("minutes: 20", "minutes: many"),
        ("ask: Who says that the", 'ask: "Who" says that the'),
        ("slip: wrong-speaker\n        why: The company", "slip: wrong-speeker\n        why: The"),
        ("right: About", "right: @bout"),
        ("answer: not stated", "answer: perhaps"),
        ("match: Tom Adeyemi", "match: &tom"),
        ("ask: What came first?", "ask:What came first?"),
        ("answer: 30", "answer: thirty"),
        ("firm: The bell has", "frim: The bell has"),
        ("words: apparently", "words: apparentley"),
        ("ask: Fill the gap.", "ask: Fill: the gap."),
        ("close: 1", "close: 5"),
    ]
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    lines = [text[: text.index(new)].count("\n") + 1 for _, new in edits]
    reported = [report.line for report in read_bank(text, stories=stories).faults]
    assert reported == sorted(reported)
    assert reported == lines


def test_a_question_without_an_id_gets_one_from_what_it_asks():
    text = BANK.replace("  - id: first\n    kind", "  - kind").replace(
        "  - id: second\n    kind: short\n    ask: Which day?", "  - kind: short\n    ask: Who?"
    )
    bank = read_bank(text).bank
    assert bank is not None
    assert [question.id for question in bank.questions] == ["who", "who-2"]


def test_an_unknown_field_does_not_hide_what_else_is_wrong():
    text = BANK.replace("level: easy", "levle: easy").replace("wrong: The clerk", "right: Clerk")
    found = [report.message for report in read_bank(text).faults]
    assert 'unknown field "levle", did you mean "level"?' in found
    assert any("2 options are marked right" in message for message in found)


def test_names_that_are_one_typo_away_are_named():
    from reportedly.files.reading.wording import nearest
    from reportedly.quiz.taxonomy import Skill, Slip

    chance = random.Random(3)
    right = 0
    cases = [(word, list(map(str, words))) for words in (Skill, Slip) for word in words] * 10
    for word, words in cases:
        at = chance.randrange(len(word))
        typo = chance.choice([word[:at] + word[at + 1 :], word[:at] + "x" + word[at:]])
        right += nearest(typo, words) == word
    assert right >= 0.95 * len(cases)


def test_a_remark_after_a_name_is_a_remark():
    text = BANK.replace("level: easy", "level: easy  # for beginners")
    assert read_bank(text).faults == ()


def test_a_warning_lets_the_bank_open():
    reading = read_bank(with_options("- right: The office of quay #3"))
    assert [report.severity for report in reading.faults] == ["warning"]
    assert reading.bank is not None


def test_many_references_to_one_list_are_refused_before_they_grow():
    def bomb(lists):
        names = "abcdefghijkl"[:lists]
        return "bank: x\nstory: y\nquestions: []\na: &a [x, x, x, x, x, x, x, x]\n" + "".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
            for old, new in itertools.pairwise(names)
        )

    # Each list that grew would take nine times as long as the one before.
    assert seconds(bomb(12)) < 10 * seconds(bomb(4)) + 0.05


@pytest.mark.parametrize(
    "heap",
    [
        lambda n: " " * (40 * n) + "x: y: z",
        lambda n: '"' * (20 * n),
        lambda n: "a: [" + '"x" ' * (5 * n),
        lambda n: "a:\n" * n + "[",
        lambda n: "- 'x\n" * n,
        lambda n: ": " * (10 * n),
        lambda n: "a " * (20 * n) + ": b: c",
        lambda n: "#" * (30 * n) + "\n[",
        lambda n: "questions:\n" + "  - a: b: c\n" * (n // 10),
    ],
    ids=["blanks", "quotes", "texts", "keys", "dashes", "colons", "words", "remarks", "questions"],
)
def test_four_times_the_heap_of_signs_takes_no_more_than_ten_times_as_long(heap):
    # It would be sixteen times, each time, if each sign were held against every other; a single
    # measure may catch a run of the garbage collector over all that other tests have left.
    small, large = "bank: x\n" + heap(5_000), "bank: x\n" + heap(20_000)
    assert any(seconds(large) < 10 * seconds(small) + 0.05 for _ in range(3))


def seconds(text):
    """What the processor takes to find a text faulty, however busy the machine is."""
    began = time.process_time()
    assert read_bank(text).bank is None
    return time.process_time() - began


def test_both_readers_of_yaml_lead_to_the_same_lines(stories, monkeypatch):
    """Where PyYAML comes without its C part, nothing else is said."""
    bad = [p for p in (GOOD.parent / "bad").glob("*.yaml") if not p.name.startswith("deep")]
    for path in bad:
        with monkeypatch.context() as patch:
            patch.setattr(parse, "LOADER", yaml.SafeLoader)
            slow = [report.line for report in read_bank(path, stories=stories).faults]
        assert slow == [report.line for report in read_bank(path, stories=stories).faults]


@pytest.mark.parametrize("deep", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000])
def test_deep_nesting_is_refused(deep):
    reading = read_bank("bank: x\nquestions:\n  " + deep)
    assert reading.bank is None
    assert "nested too deeply" in reading.faults[0].message


def test_a_folder_a_large_and_a_missing_file_are_refused(tmp_path):
    large = tmp_path / "large.yaml"
    large.write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    for path, words in [
        (tmp_path, "this is a folder"),
        (large, "larger than 5 MB"),
        (tmp_path / "none.yaml", "no such file"),
    ]:
        (report,) = read_bank(path).faults
        assert words in report.message
        assert report.help


def test_a_report_as_json_holds_its_place():
    (report,) = read_bank(BANK.replace("level: easy", "level: esay"), name="x.yaml").faults
    assert report.plain == {
        "file": "x.yaml",
        "line": 11,
        "column": 12,
        "severity": "error",
        "question": "first",
        "message": 'unknown level "esay", did you mean "easy"?',
        "help": "write easy",
    }

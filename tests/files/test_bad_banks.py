"""Banks with one fault each: what their authors are told."""

import re
from pathlib import Path

import pytest

from reportedly.files.banks.bank_file import read_bank

BAD = Path(__file__).parents[1] / "banks" / "bad"
BANKS = sorted(BAD.glob("*.yaml"))

JARGON = re.compile(
    r"\b(scalars?|mappings?|block|tokens?|sequences?|nodes?|alias(es)?|anchors?|traceback|"
    r"tuples?|dict|dictionary|instance|Input should|Field required|Value error|pydantic|"
    r"(?<!wrong-)document|literal|enum|boolean|NoneType)\b",
    re.IGNORECASE,
)


def said(report) -> str:
    return f"{report.message} {report.help}"


def test_the_corpus_is_large_enough():
    assert len(BANKS) >= 64


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_the_report_is_as_expected(path, stories, renew):
    reading = read_bank(path, name=path.name, stories=stories)
    text = "\n".join(report.text for report in reading.faults) + "\n"
    expected = path.with_suffix(".error.txt")
    if renew:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_one_report_on_the_faulty_line_with_a_cure_and_without_jargon(path, stories):
    line = int(path.stem.rsplit(".", 1)[1])
    reading = read_bank(path, name=path.name, stories=stories)
    assert [report.line for report in reading.faults] == [line]
    (report,) = reading.faults
    assert report.help
    assert not JARGON.search(said(report))
    assert reading.bank is None or report.severity == "warning"


def test_reports_in_a_question_name_it(stories):
    for path in BANKS:
        if path.name.startswith(("deep", "not-utf-8", "questions-twice")):
            continue  # nothing of such a file is read, or the fault stands outside the questions
        for report in read_bank(path, stories=stories).faults:
            if "id: " in path.read_text("latin-1") and report.line > 4 and report.source:
                assert report.question, path.name

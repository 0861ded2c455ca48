"""The examples of how banks are written are banks without a fault, and what they warn of is one."""

from pathlib import Path

import pytest

from reportedly.files.format import format_guide
from reportedly.files.format.schema import bank_schema
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.question import Question

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped():
    return Library(ROOT).shelf().stories


def test_every_kind_has_an_example_and_a_guide_and_nothing_else_has():
    files = {path.stem for path in (ROOT / "reportedly/files/format").glob("*.yaml")}
    assert files == set(KINDS) == set(format_guide.GUIDES)


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_a_bank_with_one_question_of_its_kind_and_no_fault(kind, shipped):
    reading = format_guide.read_example(kind, shipped)
    assert [report.text for report in reading.faults] == []
    assert reading.bank is not None
    (question,) = reading.bank.questions
    assert question.kind == kind
    assert question.skills
    assert question.explain
    assert question.status is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_evidence_of_an_example_stands_in_its_paragraph(kind, shipped):
    bank = format_guide.read_example(kind, shipped).bank
    assert bank is not None
    (question,) = bank.questions
    assert question.evidence
    for evidence in question.evidence:
        paragraph = shipped[bank.story].paragraph(evidence.at)
        assert paragraph is not None
        assert paragraph.has_words(evidence.words)


@pytest.mark.parametrize(
    ("kind", "mistake"),
    [
        *((kind, mistake) for kind in KINDS for mistake in format_guide.GUIDES[kind].mistakes),
        *(("single", mistake) for mistake in format_guide.ANYWHERE),
    ],
    ids=lambda each: getattr(each, "written", each).strip(),
)
def test_a_usual_mistake_is_reported_with_a_cure(kind, mistake, shipped):
    assert format_guide.example(kind).count(mistake.instead_of) == 1
    report = format_guide.report_of(kind, mistake, shipped)
    assert report is not None
    assert report.message
    assert report.help


def test_the_bank_of_an_example_names_the_schema_beside_it():
    for kind in KINDS:
        first = format_guide.example(kind).splitlines()[0]
        assert first == "# yaml-language-server: $schema=./bank.schema.json"


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_of_a_kind_has_a_row_with_its_meaning(kind):
    shared = {row.name for row in format_guide.shared_fields()}
    own = {row.name for row in format_guide.kind_fields(kind)}
    fields = {known.alias or name for name, known in KINDS[kind].model_fields.items()}
    assert fields <= shared | own | {"scoring"}
    assert ("scoring" in own) == (len(KINDS[kind].scorings) > 1)
    every = {known.alias or name for name, known in Question.model_fields.items()}
    assert own - {"scoring"} >= fields - every
    known = bank_schema()["$defs"][KINDS[kind].__name__]["properties"]
    for row in format_guide.kind_fields(kind):
        assert row.meaning
        if row.name in known and row.name != "scoring":
            assert row.meaning == known[row.name]["description"]

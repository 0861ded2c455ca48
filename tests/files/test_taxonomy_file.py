"""The words about skills and slips."""

from pathlib import Path

from reportedly.files.taxonomy_file import read_skills, read_slips
from reportedly.quiz.taxonomy import Skill, Slip

CONTENT = Path(__file__).parents[2] / "content"

ENTRY = "skills:\n  - {name: sources, title: Source, meaning: You know it., tip: Look.}\n"


def test_every_skill_and_slip_has_its_words():
    skills, slips = read_skills(CONTENT / "skills.yaml"), read_slips(CONTENT / "slips.yaml")
    assert [report.text for report in (*skills.faults, *slips.faults)] == []
    assert {text.name for text in skills.texts} == set(Skill)
    assert {text.name for text in slips.texts} == set(Slip)


def test_a_skill_that_is_not_described_is_named(tmp_path):
    path = tmp_path / "skills.yaml"
    path.write_text(ENTRY, "utf-8")
    messages = [report.message for report in read_skills(path).faults]
    assert '"hedges" is not described' in messages
    assert len(messages) == len(Skill) - 1


def test_a_skill_described_twice_and_an_unknown_one_are_named(tmp_path):
    path = tmp_path / "skills.yaml"
    path.write_text(ENTRY + ENTRY.split("\n", 1)[1], "utf-8")
    assert any("described twice (lines 2, 3)" in r.message for r in read_skills(path).faults)
    path.write_text(ENTRY.replace("sources", "sourses"), "utf-8")
    assert any('did you mean "sources"' in r.message for r in read_skills(path).faults)


def test_a_missing_file_is_reported(tmp_path):
    assert read_slips(tmp_path / "none.yaml").faults[0].message == "there is no such file"

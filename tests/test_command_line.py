"""python -m reportedly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.__main__ import main

SHIPPED = Path(__file__).parents[1] / "quizzes"
FAULTY = """\
bank: A bank
story: lantern-walk
questions:
  - id: who
    kind: single
    ask: Who?
    options:
      - right: One
      - right: Two
  - id: what
    kind: singel
    ask: What?
"""


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_check_tells_every_fault_with_its_place_and_ends_with_1(faulty):
    done = run("check", faulty)
    assert done.exit_code == 1
    assert f'{faulty.as_posix()}:9:9  question "who": 2 options are marked right' in done.output
    assert f'{faulty.as_posix()}:11:11  question "what": unknown kind' in done.output
    assert 'did you mean "single"' in done.output
    assert done.output.endswith("2 errors, no warnings.\n")


def test_check_gives_the_same_as_a_list_for_programs(faulty):
    done = run("check", faulty, "--format", "json")
    assert done.exit_code == 1
    listed = json.loads(done.output)
    assert [set(fault) for fault in listed] == [
        {"file", "line", "column", "severity", "question", "message", "help"}
    ] * 2
    assert [(fault["line"], fault["question"]) for fault in listed] == [(9, "who"), (11, "what")]


def test_check_gives_an_empty_list_when_nothing_is_wrong():
    good = SHIPPED / "lantern-walk.yaml"
    done = run("check", good, "--format", "json")
    assert json.loads(done.output) == []
    assert done.exit_code == 0


def test_check_reads_folders_and_says_when_one_holds_nothing(tmp_path, faulty):
    assert "2 errors" in run("check", tmp_path).output
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "this folder holds no bank and no story" in run("check", empty).output


def test_check_says_that_a_file_is_not_there():
    done = run("check", "no-such.yaml")
    assert done.exit_code == 1
    assert "there is no such file or folder" in done.output


def test_forget_asks_for_days_in_plain_words():
    done = run("forget", "--older-than", "a month")
    assert done.exit_code == 1
    assert "write for example 30d" in done.output


def test_forget_says_how_much_it_deleted(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", f"sqlite:///{tmp_path / 'data.sqlite3'}")
    assert run("forget", "--older-than", "30d").output == "Deleted no rows.\n"

"""python -m reportedly."""

from __future__ import annotations

import json
import re
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.__main__ import main
from reportedly.credentials import matches
from reportedly.files.banks.bank_file import read_bank
from reportedly.files.watching import Watch
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.instructors import Instructors
from reportedly.store.lessons import Lessons
from tests.store.lessons_kept import begin as begin_class

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


def test_passphrase_makes_a_new_one_each_time_and_stores_no_words(tmp_path, monkeypatch):
    file = tmp_path / "data.sqlite3"
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", f"sqlite:///{file}")
    told = [run("passphrase").output for _ in range(2)]
    first, second = (line.splitlines()[0].removeprefix("The new passphrase: ") for line in told)
    assert first != second
    stored = Instructors(connect(f"sqlite:///{file}")).passphrase()
    assert matches(second, stored)
    assert not matches(first, stored)
    assert second.encode() not in file.read_bytes()


def test_passphrase_says_what_keeps_it_from_being_stored(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", f"sqlite:///{tmp_path}")
    done = run("passphrase")
    assert done.exit_code == 1
    assert "read-only" in done.output
    assert "The new passphrase" not in done.output


def test_forget_says_how_much_it_deleted(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", f"sqlite:///{tmp_path / 'data.sqlite3'}")
    assert run("forget", "--older-than", "30d").output == "Deleted no rows.\n"


def test_forget_deletes_a_class_by_its_code(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'data.sqlite3'}"
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", url)
    engine = connect(url)
    kept = begin_class(Lessons(engine, Attempts(engine)))
    engine.dispose()
    assert "There is no lesson with this code" in run("forget", "--lesson", "NOSUCH").output
    as_read_out = f"{kept.code[:3]} {kept.code[3:]}".lower()
    assert run("forget", "--lesson", as_read_out).output == "Deleted 1 row.\n"


@pytest.mark.parametrize("asked", [[], ["--lesson", "ABCDEF", "--older-than", "30d"]])
def test_forget_wants_to_know_what(asked):
    done = run("forget", *asked)
    assert done.exit_code == 1
    assert "either --older-than" in done.output


# --- check --watch --------------------------------------------------------------------------------


@pytest.fixture
def long_bank(tmp_path):
    """A bank of 500 questions, as long as those that are shipped."""
    shipped = (SHIPPED / "lantern-walk.yaml").read_text("utf-8")
    head, _, listed = shipped.partition("questions:\n")
    questions = (listed.rstrip("\n") + "\n\n").split("\n\n")[:-1]
    many = [re.sub(r"- id: .*", f"- id: q-{n}", questions[n % len(questions)]) for n in range(500)]
    path = tmp_path / "long.yaml"
    path.write_text(head + "questions:\n" + "\n\n".join(many) + "\n", "utf-8")
    return path


def edit(path, old, new, count=1):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), "utf-8")


def test_a_watched_bank_of_500_questions_answers_a_save_in_time(long_bank):
    watch = Watch([long_bank], SHIPPED.parent)
    assert watch.reports == ()
    assert watch.look() == []
    times = []
    for n in (0, 250, 499):
        edit(long_bank, f"- id: q-{n}\n", f"- id: q-{n}\n    levle: easy\n")
        began = time.process_time()
        (news,) = watch.look()
        times.append(time.process_time() - began)
        assert [report.question for report in news.new] == [f"q-{n}"]
        assert (news.mended, len(news.left)) == (0, times.index(times[-1]) + 1)
        assert watch.look_closer() == []
        assert [r.text for r in watch.reports] == [
            r.text for r in read_bank(long_bank, stories=None).faults
        ]
    assert min(times) < 0.2  # and two looks are 0.05 seconds apart


def test_what_only_shows_in_the_whole_is_told_too(faulty):
    edit(faulty, "      - right: Two\n", "      - wrong: Two\n        slip: cynicism\n")
    edit(faulty, "singel", "short\n    accept: x")
    watch = Watch([faulty], SHIPPED.parent)
    assert watch.reports == ()
    edit(faulty, "id: what", "id: who")
    assert [report.message for news in watch.look() for report in news.new] == [
        'the id "who" is used twice (lines 4, 11)'
    ]


def test_only_what_a_save_has_changed_is_told(faulty):
    watch = Watch([faulty], SHIPPED.parent)
    assert len(watch.reports) == 2
    edit(faulty, "questions:\n", "# a remark\nquestions:\n")
    (news,) = watch.look()
    assert (news.new, news.mended, len(news.left)) == ((), 0, 2)
    edit(faulty, "singel", "single")
    (news,) = watch.look()
    assert [report.message for report in news.new] == ['the field "options" is missing']
    assert news.mended == 1
    edit(faulty, "    ask: Who?\n", "    # one more line\n    ask: Who?\n")
    (news,) = watch.look()
    assert (news.new, news.mended) == ((), 0)
    assert [report.line for report in news.left] == [11, 12]
    assert "(lines 10, 11)" in news.left[0].message
    assert watch.look_closer() == []


def test_a_file_that_is_empty_for_a_moment_is_being_written(faulty):
    watch = Watch([faulty], SHIPPED.parent)
    faulty.write_text("", "utf-8")
    assert watch.look() == []
    (news,) = watch.look()
    assert [report.message for report in news.new] == ["the file is empty"]


def test_a_bank_that_comes_or_goes_is_told(tmp_path, faulty):
    watch = Watch([tmp_path], SHIPPED.parent)
    (tmp_path / "more.yaml").write_text("bank: x\n", "utf-8")
    (news,) = watch.look()
    assert news.new
    (tmp_path / "more.yaml").unlink()
    (news,) = watch.look()
    assert (news.new, news.mended, news.left) == ((), 2, ())


def test_watching_ends_quietly_and_tells_each_save(faulty, monkeypatch):
    naps = iter([lambda: edit(faulty, "singel", "singlee"), lambda: None])
    here, sleep = threading.current_thread(), time.sleep

    def nap(seconds):
        if threading.current_thread() is not here:  # somebody else's, from an earlier test
            return sleep(seconds)
        try:
            next(naps)()
        except StopIteration:
            raise KeyboardInterrupt from None
        return None

    monkeypatch.setattr("time.sleep", nap)
    done = run("check", faulty, "--watch")
    assert done.exit_code == 0
    assert "2 errors, no warnings. Watching; Ctrl-C ends it." in done.output
    assert done.output.count('unknown kind "singlee"') == 1
    assert f"{faulty.as_posix()}: 1 mended. 2 errors, no warnings." in done.output
    assert "Traceback" not in done.output


def test_extract_drafts_a_story_and_says_what_is_to_review(tmp_path):
    (tmp_path / "one.txt").write_text("Two boats sank on Friday, the mayor of Port Vell said.")
    (tmp_path / "two.txt").write_text("The harbour office said that no boats had been lost.")
    words = ["extract", tmp_path / "one.txt", tmp_path / "two.txt", "--story", "boats"]
    dates = ["--published", "one=2021-03-09", "--published", "B=2021-03-10"]
    content = tmp_path / "content"
    done = run(*words, *dates, "--content", content)
    assert done.exit_code == 0, done.output
    assert "2 claims to review" in done.output
    assert run("check", content / "boats").exit_code == 0
    again = run(*words, *dates, "--content", content)
    assert again.exit_code == 1
    assert 'There is already a story "boats"' in again.output


def test_extract_asks_for_a_date_and_writes_nothing_without_it(tmp_path):
    (tmp_path / "one.txt").write_text("Two boats sank on Friday, the mayor of Port Vell said.")
    (tmp_path / "two.txt").write_text("The harbour office said that no boats had been lost.")
    content = tmp_path / "content"
    done = run(
        "extract", tmp_path / "one.txt", tmp_path / "two.txt", "--story", "boats",
        "--content", content,
    )  # fmt: skip
    assert done.exit_code == 1
    assert "--published one=2015-11-20" in done.output
    assert not content.exists()


def test_generate_shows_first_what_it_would_write():
    before = sorted(SHIPPED.iterdir())
    done = run("generate", "lantern-walk", "--bank", "only-a-trial", "--dry-run")
    assert done.exit_code == 0
    assert "added     bp01-crowd: " in done.output
    assert re.search(r"^\d+ added\.$", done.output, re.MULTILINE)
    assert "A dry run" in done.output
    assert sorted(SHIPPED.iterdir()) == before


def test_generate_says_which_story_was_meant():
    done = run("generate", "lantern-wak")
    assert done.exit_code == 1
    assert 'there is no story "lantern-wak" in content, did you mean "lantern-walk"?' in done.output

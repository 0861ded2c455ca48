"""What the README says is tried."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from reportedly.__main__ import main
from reportedly.files.banks.bank_file import read_bank
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.kinds import KINDS
from reportedly.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_bank_in_the_readme_opens():
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    lines = [line.removeprefix("   ") for line in example.splitlines()]
    reading = read_bank("\n".join(lines), name="my-quiz", stories=Library(ROOT).shelf().stories)
    assert [report.text for report in reading.faults] == []


def test_every_kind_of_question_is_named():
    assert {kind for kind in KINDS if f"`{kind}`" not in README} == set()


def test_every_command_is_described():
    described = set(re.findall(r"`python -m reportedly (\w+)", README))
    assert described == set(main.commands)


def test_every_setting_is_described_with_what_is_usual():
    usual = Settings.from_environment({}, Path("/app"))
    assert "`REPORTEDLY_DATABASE_URL`" in README
    assert usual.database_url.removeprefix("sqlite:////app/") in README
    after = "`REPORTEDLY_RETENTION_DAYS` | after how many days attempts delete themselves"
    assert f"{after}; by default {usual.retention_days}" in README


def test_the_number_of_quizzes_is_the_one_told():
    assert len(Library(ROOT).shelf().banks) == 6
    assert "ships with six quizzes" in README


def test_the_picture_is_there():
    (picture,) = re.findall(r"!\[.+?\]\((.+?)\)", README)
    assert (ROOT / picture).stat().st_size > 10_000


def run(command: str, **settings) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    words[0] = sys.executable if words[0].startswith("python") else words[0]
    return subprocess.run(
        words, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False, **settings
    )


def test_the_first_commands_are_those_of_start_py():
    for command in ("python3 start.py ", "python3 start.py test", "python3 start.py --share"):
        assert command in README
    done = run("python3 start.py --help")
    assert done.returncode == 0
    assert "test" in done.stdout
    assert "--share" in done.stdout


def test_check_ends_well_over_everything_shipped():
    done = run("python -m reportedly check")
    assert done.stdout == "No errors, no warnings.\n"
    assert done.returncode == 0

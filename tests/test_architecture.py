"""The shape of the code: who may import whom, and how large a file may grow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = [*ROOT.glob("reportedly/**/*.py"), *ROOT.glob("reportedly/web/**/*.js"), ROOT / "app.py"]


def test_every_module_imports_only_from_its_own_layer_or_below():
    # In a process of its own: it sets up logging anew, which silences the loggers of other tests.
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_file_has_outgrown_its_reader(file):
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= 350, f"{lines} lines; is it really two?"


# One rule a file, named as authors name it: their names are all there is to look over.
OF_ONE_KIND = {"reportedly/authoring/lint"}


def test_folders_are_small_enough_to_look_over():
    # A blueprint a file, each named by its number: looked up, and never looked over.
    folders = {file.parent for file in CODE} - {ROOT / "reportedly" / "authoring" / "blueprints"}
    crowded = {
        folder.relative_to(ROOT).as_posix(): count
        for folder in folders
        if (count := sum(file.parent == folder and file.suffix == ".py" for file in CODE)) > 18
    }
    assert set(crowded) - OF_ONE_KIND == set()

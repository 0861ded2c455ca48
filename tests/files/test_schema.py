"""The schema that editors use."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.files.schema import bank_schema, schema_text
from reportedly.quiz.kinds import KINDS

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "quizzes" / "bank.schema.json"


def test_the_schema_beside_the_banks_is_in_step_with_the_types():
    assert SCHEMA.read_text("utf-8") == schema_text(), "run: python -m reportedly schema"


def test_every_field_is_described():
    for name, part in bank_schema()["$defs"].items():
        for field, known in part.get("properties", {}).items():
            assert known.get("description"), f"{name}.{field}"


def test_every_kind_can_be_chosen():
    chosen = bank_schema()["properties"]["questions"]["items"]["properties"]["kind"]["enum"]
    assert chosen == list(KINDS)
    assert json.loads(schema_text()) == bank_schema()


@pytest.mark.slow
def test_every_good_bank_fits_the_schema():
    tool = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("check-jsonschema is not installed")
    good = [*(ROOT / "tests/banks/good").glob("*.yaml"), *(ROOT / "quizzes").glob("*.yaml")]
    run = subprocess.run(
        [tool, "--schemafile", SCHEMA, *good], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout

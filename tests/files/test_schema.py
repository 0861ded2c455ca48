"""The schema that editors use."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.files.banks.bank_writer import MODELINE
from reportedly.files.format import schema_patterns
from reportedly.files.format.schema import bank_schema, schema_text
from reportedly.quiz.kinds import KINDS

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "quizzes" / "bank.schema.json"
BAD = sorted((ROOT / "tests/banks/bad").glob("*.yaml"))
SHIPPED = sorted((ROOT / "quizzes").glob("*.yaml"))
GOOD = [
    *(ROOT / "tests/banks/good").glob("*.yaml"),
    *SHIPPED,
    *(ROOT / "reportedly/files/format").glob("*.yaml"),
]

UNSEEN = {
    # Read by YAML before a schema sees anything: what is left is a text like any other.
    "anchor-on-list": "the name after & is gone",
    "anchor-on-name": "the name after & is gone",
    "anchor-on-question": "the name after & is gone",
    "tag-on-list": "the type is gone",
    "ampersand-with-text": "the name after & is gone",
    "anchor-and-alias": "the reference is replaced by what it refers to",
    "exclamation-alone": "the sign is gone",
    "tagged-type": "the type is gone",
    "escape-to-control-character-in-braces": "evidence has a pattern of its own",
    # A schema compares no two texts of a file.
    "classify-slip-of-own-label": "the label stands in another field",
    "classify-slip-of-no-label": "the labels stand in another list",
    "classify-unknown-label": "the labels stand in another list",
    "highlight-same-twice": "the other piece stands in another list",
    "match-extra-fits": "the match stands in another list",
    "match-item-twice": "only entries that are wholly alike count as twice",
    "number-near-is-right": "the answer stands in another field",
    "same-id-twice": "only questions that are wholly alike count as twice",
    "same-option-twice": "only options that are wholly alike count as twice",
    "short-near-is-right": "the accepted words stand in another list",
    "to-write-left": "the mark may stand in any text, and the status in another field",
    # A schema knows no articles.
    "evidence-elsewhere": "the paragraph is in content",
    "evidence-no-article": "the articles are in content",
    "evidence-no-paragraph": "the article is in content",
    "evidence-one-word-off": "the paragraph is in content",
    "highlight-no-paragraph": "the article is in content",
    "highlight-not-in-passage": "the paragraph is in content",
    "highlight-overlap": "where the words stand is in content",
    "story-unknown": "the stories are in content",
}
"""Faults that no schema can see, each with its reason; `check` reports them all."""

REFUSED = 0.92
"""Of the bad banks that do not open, the least share that the schema refuses."""


def has_an_error(path: Path) -> bool:
    """Whether the bank does not open; one that only warns fits the schema as it should."""
    told = path.with_suffix(".error.txt").read_text("utf-8")
    first_lines = [line for line in told.splitlines() if line.startswith(f"{path.stem}.yaml:")]
    return any("(warning)" not in line for line in first_lines)


def checked(*paths: Path) -> subprocess.CompletedProcess[str]:
    tool = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("check-jsonschema is not installed")
    return subprocess.run(
        [tool, "--schemafile", SCHEMA, "-o", "json", *paths],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_schema_beside_the_banks_is_in_step_with_the_types():
    assert SCHEMA.read_text("utf-8") == schema_text(), "run: python -m reportedly schema"


def properties(part: object, where: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Every field that may be written; conditions name fields without describing them."""
    if isinstance(part, list):
        for each in part:
            yield from properties(each, where)
    if not isinstance(part, dict):
        return
    for name, known in part.get("properties", {}).items():
        yield f"{where}.{name}", known
    for key, inner in part.items():
        if key not in ("if", "then", "not", "contains"):
            yield from properties(inner, f"{where}.{key}")


def test_every_field_is_described():
    described = dict(properties(bank_schema()))
    assert len(described) > 150
    for name, known in described.items():
        assert known.get("description"), name


def test_every_kind_can_be_chosen():
    chosen = bank_schema()["properties"]["questions"]["items"]["properties"]["kind"]["enum"]
    assert chosen == list(KINDS)
    assert json.loads(schema_text()) == bank_schema()


def test_every_shipped_bank_names_the_schema():
    for path in SHIPPED:
        assert path.read_text("utf-8").splitlines()[0] == MODELINE, path.name


@pytest.mark.slow
def test_every_good_bank_fits_the_schema():
    run = checked(*GOOD)
    assert run.returncode == 0, run.stdout


@pytest.mark.slow
def test_the_schema_refuses_all_bad_banks_but_those_that_no_schema_can_see():
    # The reader of check-jsonschema itself breaks at these, so they are tried alone.
    alone = [path for path in BAD if path.stem.startswith(("deep-lists", "escape-of-half"))]
    assert all(checked(path).returncode != 0 for path in alone)
    told = json.loads(checked(*(path for path in BAD if path not in alone)).stdout)
    refused = {Path(each["filename"]) for each in told["errors"] + told["parse_errors"]}
    do_not_open = [path for path in BAD if has_an_error(path)]
    missed = {path.stem.rsplit(".", 1)[0] for path in do_not_open if path not in {*refused, *alone}}
    share = 1 - len(missed) / len(do_not_open)
    print(f"refused: {len(do_not_open) - len(missed)} of {len(do_not_open)}, {share:.1%}")
    assert missed == set(UNSEEN)
    assert share >= REFUSED


@pytest.mark.parametrize(
    ("answer", "is_downwards"),
    [("45 to 40", True), ("100 to 99", True), ("99 to 100", False), ("40 to 45", False),
     ("40 to 40", False), ("1240 to 1231", True), ("1231 to 1240", False), ("7 to 12", False),
     ("4.5 to 4.2", False), ("20 +- 5", False), ("210 to 201", True), ("201 to 210", False)],
)  # fmt: skip
def test_a_range_that_runs_downwards_is_told_from_one_that_does_not(answer, is_downwards):
    assert bool(re.search(schema_patterns.downwards(), answer)) == is_downwards


@pytest.mark.parametrize(
    ("text", "count"), [("none", 0), ("[who] said", 1), ("[a][b] and [c-2]", 3), ("[A] [b]", 1)]
)
def test_gaps_are_counted(text, count):
    fitting = [n for n in range(6) if re.search(schema_patterns.exactly_gaps(n), text)]
    assert fitting == [count]

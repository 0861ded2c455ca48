"""Thousands of banks as accidents leave them: each is read, or reported in words, at once."""

import re
import time
from pathlib import Path
from random import Random

import pytest

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.shelf.shelf import Library
from tests.files.mutating import mutated
from tests.files.test_bad_banks import JARGON, said

ROOT = Path(__file__).parents[2]
GOOD = sorted((ROOT / "tests" / "banks" / "good").glob("*.yaml"))
# Mostly banks of one question, which take a tenth of the time.
SMALL = sorted((ROOT / "reportedly" / "files" / "format").glob("*.yaml"))
CHUNKS, IN_CHUNK = 4, 1_000
LONGEST = 2.0  # seconds


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(CHUNKS))
def test_a_thousand_mutated_banks_are_reported_quickly_and_without_jargon(seed, stories, tmp_path):
    known = {**stories, **Library(ROOT).shelf().stories}
    chance = Random(seed)
    path = tmp_path / "mutated.yaml"
    texts = [p.read_text("utf-8") for p in SMALL * 3 + GOOD]
    for n in range(IN_CHUNK):
        content = mutated(chance.choice(texts), chance)
        path.write_bytes(content)
        began = time.process_time()
        reading = read_bank(path, stories=known)
        took = time.process_time() - began
        told = f"seed {seed}, bank {n}: {content[:3000]!r}"
        assert took < LONGEST, told
        assert reading.bank is not None or reading.faults, told
        for report in reading.faults:
            # What the author wrote is quoted, whatever it says.
            bare = re.sub(r'"[^"]*"|`[^`]*`|\'[^\']*\'', "", said(report))
            assert not JARGON.search(bare), f"{report.text}\n{told}"
            assert report.help, told
            assert report.line >= 1, told
            assert report.column >= 1, told
            assert report.text, told

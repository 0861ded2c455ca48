"""What the bench of the question report measures, at a size that takes no time."""

from __future__ import annotations

import json

import pytest

from tests.bench import reports


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    address = f"sqlite:///{tmp_path_factory.mktemp('bench') / 'answers.sqlite3'}"
    assert reports.fill(address, 2_000) == pytest.approx(2_000, rel=0.02)
    return address


@pytest.mark.parametrize("kind", reports.KINDS)
def test_a_run_tells_its_time_its_memory_and_how_many_questions_it_told_of(kind, address, capsys):
    reports.measure(kind, address)

    told = json.loads(capsys.readouterr().out)
    assert told["questions"] == reports.QUESTIONS
    assert told["seconds"] > 0
    assert told["megabytes"] > 10

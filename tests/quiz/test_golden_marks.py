"""What answers are worth, against a table decided by hand (golden/marking.yaml)."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.quiz.kinds import KINDS
from reportedly.quiz.response import ResponseRefused, ResponseUnclear, from_plain, to_plain
from tests.quiz.answering import a_layout, a_question, payload_for


class _Words(yaml.SafeLoader):
    """Every value is text, as in a bank; `<<` still takes over another question's fields."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":merge")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

GROUPS: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "golden/marking.yaml").read_text("utf-8"), _Words
)
ROWS = [
    pytest.param(group["question"], row, id=f"{group['group']}: {row['given']}")
    for group in GROUPS
    for row in group["rows"]
]


def test_the_table_has_every_kind_and_at_least_150_rows():
    assert {group["question"]["kind"] for group in GROUPS} == set(KINDS)
    assert len(ROWS) >= 150


@pytest.mark.parametrize(("written", "row"), ROWS)
def test_an_answer_is_worth_what_the_table_says(written, row):
    question = a_question(**written)
    assert list(question.faults()) == []
    for seed in range(3):
        layout = a_layout(question, seed)
        payload = payload_for(question, row["given"], layout)
        if "refused" in row:
            with pytest.raises(ResponseRefused):
                question.read(payload, layout)
            continue
        if "asks" in row:
            with pytest.raises(ResponseUnclear) as asked:
                question.read(payload, layout)
            assert row["asks"] in str(asked.value)
            continue
        mark = question.mark(from_plain(to_plain(question.read(payload, layout))))
        assert mark.share == Fraction(row["share"])
        assert mark.verdict == row["verdict"]
        if "slips" in row:
            assert mark.slips == set(row["slips"])
        if "note" in row:
            assert mark.note == row["note"]

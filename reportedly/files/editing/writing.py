"""New fields and entries as lines, in the house's manner or in that of what stands beside them."""

from __future__ import annotations

from reportedly.files.banks.bank_writer import double_quoted, key_text
from reportedly.files.editing.plain import Value
from reportedly.files.editing.scalars import Manner, can_be_plain, ways

WIDEST = 100


def field_lines(
    name: str, value: Value, column: int, offset: int, *, flow: bool | None = None
) -> list[str]:
    """A field; its first line begins where the name does, the others at the margin.

    Args:
        name: Of the field.
        value: What it says.
        column: Where the names of fields begin.
        offset: How far lists stand to the right of their field's name.
        flow: Whether to use brackets; None leaves it to the house's manner.
    """
    lead = key_text(name) + ":"
    if isinstance(value, str):
        return _scalar(lead + " ", value, column)
    written = flow_text(value, name)
    by_house = isinstance(value, list) and all(isinstance(part, str) for part in value)
    fits = column + len(lead) + 1 + len(written) <= WIDEST
    if not value or flow or (flow is None and by_house and fits):
        return [f"{lead} {written}"]
    return [lead, *_below(value, column, offset)]


def entry_lines(value: Value, column: int, offset: int, *, flow: bool | None = None) -> list[str]:
    """An entry of a list with its dash, which stands in `column`."""
    if isinstance(value, str):
        return _scalar("- ", value, column)
    if not value or flow or (flow is None and isinstance(value, dict) and set(value) in _SHORT):
        return ["- " + flow_text(value, "")]
    if isinstance(value, list):
        rows = [row for part in value for row in _at_margin(part, column + 2, offset)]
    else:
        rows = block_lines(value, column + 2, offset)
    return ["- " + rows[0][column + 2 :], *rows[1:]]


_SHORT = ({"at", "words"}, {"by", "date"}, {"by", "date", "wording"})
"""Fields that stand on one line: evidence and signatures."""


def block_lines(fields: dict[str, Value], column: int, offset: int) -> list[str]:
    """Fields, each at the margin of `column`."""
    rows = []
    for name, value in fields.items():
        first, *others = field_lines(name, value, column, offset)
        rows += [" " * column + first, *others]
    return rows


def flow_text(value: Value, name: str) -> str:
    """A value on one line, inside brackets or braces."""
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(part, name) for part in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{key_text(key)}: {flow_text(part, key)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    # Quotations of an article are always in quotation marks.
    bare = name != "words" and can_be_plain(value, in_flow=True)
    return value if bare else double_quoted(value)


def _below(value: Value, column: int, offset: int) -> list[str]:
    if isinstance(value, dict):
        return block_lines(value, column + 2, offset)
    return [row for part in value for row in _at_margin(part, column + offset, offset)]


def _at_margin(part: Value, column: int, offset: int) -> list[str]:
    first, *others = entry_lines(part, column, offset)
    return [" " * column + first, *others]


def _scalar(lead: str, text: str, column: int) -> list[str]:
    manner = Manner(indent=column + 2)
    first, *others = next(ways(text, manner, "\n")).split("\n")
    return [lead + first, *others]

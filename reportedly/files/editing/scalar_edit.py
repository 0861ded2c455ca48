"""Another text in the place of one, written as the old one was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import ScalarNode

from reportedly.files.editing.scalars import Manner, is_block, ways
from reportedly.files.editing.sheet import Sheet, Spot

_HEADER = re.compile(r"[|>]([-+]?)(\d?)([-+]?)([ \t]*#[^\r\n]*)?[ \t]*")


def texts_with(sheet: Sheet, spot: Spot, value: str) -> Iterator[str]:
    """The whole text with `value` at the spot, in the ways it can be written, the best first."""
    node = spot.node
    assert isinstance(node, ScalarNode)
    start, end = node.start_mark.index, sheet.end_of(node)
    before, after = sheet.text[:start], sheet.text[end:]
    if start == end and before[-1:] in (":", "-"):
        before += " "
        if after[:1] == " " and after[1:2] in ("", " ", "\r", "\n"):
            after = after[1:]
    manner = manner_of(sheet, spot)
    header = _HEADER.match(sheet.text, start) if is_block(node.style) else None
    remark = (header[4] or "") if header else ""
    for written in ways(value, manner, sheet.eol):
        if written[0] not in "|>":
            yield before + written + remark + after
            continue
        first, _, body = written.partition(sheet.eol)
        if header is not None:
            yield before + first + remark + sheet.eol + body + after
        elif sheet.only_remark_after(end):
            rest = sheet.text[end : sheet.line_end(end)]
            below = sheet.text[sheet.line_end(end) :]
            yield before + first + rest + sheet.eol + body + below


def manner_of(sheet: Sheet, spot: Spot) -> Manner:
    """How the text at a spot is written."""
    node = spot.node
    assert isinstance(node, ScalarNode)
    style = node.style or ""
    raw = sheet.text[node.start_mark.index : sheet.end_of(node)]
    below = [line for line in re.split(r"\r\n|\r|\n", raw)[1:] if line.strip()]
    indent = max(spot.column, 0) + 2
    if below:
        indent = len(below[0]) - len(below[0].lstrip(" "))
    chomp = "-"
    if is_block(style):
        header = _HEADER.match(raw)
        if header is not None:
            chomp = header[1] or header[3]
            indent = max(spot.column, 0) + int(header[2]) if header[2] else indent
    else:
        below += [raw.split(sheet.eol)[0]] if below else []
    return Manner(
        style=style,
        in_flow=spot.in_flow,
        indent=indent,
        first=node.start_mark.column,
        width=max((len(line.strip()) for line in below), default=0),
        chomp=chomp,
    )

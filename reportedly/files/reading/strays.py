"""What stands in a file without being part of a bank: marks of other programs, loose words."""

from __future__ import annotations

import re

from reportedly.files.reading.fields import ANY_FIELD, ENTRY_LISTS
from reportedly.files.reading.lines import Line, Slip, lost
from reportedly.files.reading.reports import Finding

_ENTRY_LINE = re.compile(rf"[ ]*-[ ]+(?:{ANY_FIELD}):(?=\s|$)|[ ]*-[ ]+\{{[ ]*(?:{ANY_FIELD}):")
_STRAY = re.compile(
    r"(?P<merge><{7}|={7}|>{7}|\|{7})(?=\s|$)|[ ]*(?:(?P<fence>`{3}|~{3})|(?P<remark>//|<!--))"
)


def stray_line(line: Line) -> Slip | None:
    """A line that other programs write or read: no bank has it."""
    found = _STRAY.match(line.text)
    if found is None:
        return None
    if found["merge"]:
        what = f'"{found["merge"]}" was left here when two versions were merged'
        cure = "keep the lines of one version, and remove those that begin with <, = or >"
    elif found["fence"]:
        what = f'"{found["fence"]}" begins or ends code in Markdown, but means nothing in a bank'
        cure = "remove the line"
    else:
        what = f'a remark does not begin with "{found["remark"]}" here'
        cure = "begin it with # instead"
    start = line.start + len(line.text) - len(line.text.lstrip())
    return lost(line, start, line.end, what, cure)


def text_before_entries(lines: list[Line], n: int) -> Slip | None:
    """A text between the name of a list and its first entry."""
    line = lines[n]
    owner = next((m for m in range(n, -1, -1) if lines[m].key is not None), None)
    below = next((each for each in lines[n + 1 :] if each.text.strip()), None)
    if owner is None or below is None or not _ENTRY_LINE.match(below.text):
        return None
    if not line.value or line.value[0] in "#|>" or (owner != n and line.dashes):
        return None
    if len(below.dashes) < 1 or below.column - len(below.dashes) < lines[owner].column:
        return None
    name = (lines[owner].key or "").strip()
    if name not in ENTRY_LISTS:
        return None
    finding = before_entries(name, line.value_start, line.end)
    return Slip(finding, line.value_start, line.end, True, " " * (line.end - line.value_start))


def before_entries(name: str, start: int, end: int) -> Finding:
    """What is said of a text between the name of a list and its first entry."""
    found = f'text stands between "{name}:" and its first entry'
    return Finding(start, end, found, "remove it; a remark of your own begins with #")

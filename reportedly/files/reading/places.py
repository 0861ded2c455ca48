"""What is wrong where no single line gives itself away: indentation, depth, stray lines."""

from __future__ import annotations

import re

import yaml

from reportedly.files.reading.fields import KNOWN
from reportedly.files.reading.lines import Line, Slip, lines_of, lost
from reportedly.files.reading.reports import Finding

DEEPEST = 60
"""Levels that are read at all; more would exhaust the reader."""

_CUT = re.compile(r"[^\s#][ \t]+#")


def explain(text: str, error: yaml.MarkedYAMLError) -> Slip:
    """The slip behind an error that no line shows by itself."""
    lines = [line for line in lines_of(text) if line.text.strip()]
    if not lines:
        return Slip(Finding(0, 1, "nothing can be read here", "remove it"), 0, len(text))
    index = error.problem_mark.index if error.problem_mark else 0
    n = max((n for n, line in enumerate(lines) if line.start <= index), default=0)
    problem = error.problem or ""
    if "':'" in problem and error.context_mark is not None:
        begun = error.context_mark.index
        n = max((k for k, line in enumerate(lines) if line.start <= begun), default=n)
    line, above = lines[n], lines[n - 1] if n else None
    if line.key is not None and n and not any(each.key or each.dashes for each in lines[:n]):
        return _nameless(lines[0])
    if line.value[:1] in ("[", "{"):
        return _in_brackets(line)
    if above is not None and _CUT.search(above.value) and line.goes_on:
        return _cut_above(line, above)
    if above is not None and _is_bare_entry(above) and line.column == above.column:
        return _bare_entry(above)
    if line.key is not None:
        return _colon_or_indent(line, lines[:n], index)
    if line.dashes or line.text.lstrip() == "-":
        return _lost(line, *_indented(line, lines[:n]))
    return _nameless(line)


def _nameless(line: Line) -> Slip:
    return _lost(
        line,
        "this line names no field, and is not indented as part of the text above",
        "write `field: text`, or indent the line further than the field it goes on",
    )


def _in_brackets(line: Line) -> Slip:
    finding = Finding(
        line.value_start,
        line.end,
        "what stands between these brackets cannot be read",
        "put each text between them in quotes, and a comma between one and the next",
    )
    return Slip(finding, line.value_start, line.end)


def _is_bare_entry(line: Line) -> bool:
    return bool(line.dashes) and line.key is None and bool(line.value)


def _bare_entry(line: Line) -> Slip:
    finding = Finding(
        line.value_start,
        line.end,
        "a text stands after the dash without the name of a field, and fields follow it",
        "write the field before it, for example `- right: ...` or `- item: ...`",
    )
    return Slip(finding, line.start, line.end, value_only=False)


def _cut_above(line: Line, above: Line) -> Slip:
    at = above.value_start + above.value.index(" #") + 1
    finding = Finding(
        at,
        above.end,
        'everything after " #" is dropped here, so the text cannot go on in the next line',
        "put the whole text in quotes",
    )
    return Slip(finding, line.start, line.end, value_only=False)


def _colon_or_indent(line: Line, above: list[Line], index: int) -> Slip:
    name = (line.key or "").strip("\"'")
    if name not in KNOWN and above and line.column > above[-1].column and not line.dashes:
        at = max(line.start, min(index, line.end - 1))
        found = "a colon followed by a space stands inside a text that is not in quotes"
        finding = Finding(at, at + 1, found, "put the whole text in quotes, from its first word on")
        return Slip(finding, line.start, line.end, value_only=False)
    return _lost(line, *_indented(line, above))


def _indented(line: Line, above: list[Line]) -> tuple[str, str]:
    """What is wrong with the indentation of a line, and what it should be."""
    spaces = len(line.text) - len(line.text.lstrip())
    if line.dashes:
        columns = sorted({item.column - len(item.dashes) for item in above if item.dashes}) or [2]
    else:
        columns = sorted({item.column for item in above if item.column}) or [0]
    shown = " or ".join(str(column) for column in columns[-3:] if column != spaces)
    found = f"this line is indented by {spaces} spaces, which fits nothing above it"
    cure = f"indent it by {shown} spaces, like the fields it belongs to" if shown else "remove it"
    return found, cure


def _lost(line: Line, found: str, cure: str) -> Slip:
    start = line.start + len(line.text) - len(line.text.lstrip())
    return lost(line, start, line.end, found, cure)


_OPENING = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(r"^ {80}|^[ ]*(?:[-?:][ \t]+){20}", re.MULTILINE)


def too_deep(text: str) -> Finding | None:
    """The place where lists are nested deeper than can be read, if there is one."""
    depth = 0
    for found in _OPENING.finditer(text):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            return _count_depth(text)
    return _count_depth(text) if _DEEP_LINE.search(text) else None


def _count_depth(text: str) -> Finding | None:
    """The same, counted by YAML itself, which knows what is text; it does so without nesting."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                start = event.start_mark.index if event.start_mark else 0
                cure = "put texts with brackets in quotes"
                return Finding(start, start + 1, "the lists are nested too deeply", cure)
    except yaml.YAMLError:
        pass
    return None

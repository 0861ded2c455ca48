"""What an author did, where YAML only says that it cannot go on.

Nothing here asks YAML for its reasons: its words are for programmers, and it often names a place
far below the slip. A line that cannot be right in itself is looked for instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.files.reading.closing import closing_bracket, closing_quote, row_end
from reportedly.files.reading.fields import ANY_FIELD, KNOWN
from reportedly.files.reading.lookalikes import lookalike
from reportedly.files.reading.reports import Finding

_LINE = re.compile(
    r"""(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)
        (?:(?P<key>"[^"\n]*"|'[^'\n]*'|<<|[^\W\d][^:\n#"'\[\]{},]{0,80}?)
        [ \t]{0,9}:(?=[ \t]|$)[ \t]*)?
        (?P<value>.*)$""",
    re.VERBOSE,
)
_GLUED = re.compile(rf"({ANY_FIELD}):(?!//)(?=\S)")
_GLUED_DASH = re.compile(rf"-({ANY_FIELD}):(?=\s|$)")
_ENTRY = re.compile(rf"-[ \t]+(?:{ANY_FIELD}):(?=\s|$)")
_BLOCK_TEXT = re.compile(r"[|>][0-9+-]*[ \t]*(#.*)?$")
_COMMENT = re.compile(r"[ \t]+#")


@dataclass(frozen=True)
class Line:
    """A line taken apart; `start`, `value_start` and `end` are indices into the text."""

    start: int
    end: int
    column: int
    key: str | None
    dashes: str
    value: str
    value_start: int
    text: str

    @property
    def goes_on(self) -> bool:
        """Whether it may be the next line of a text begun above: it names no field we know."""
        plain = (self.key or "").strip("\"'")
        return not self.dashes and plain not in KNOWN


@dataclass(frozen=True)
class Slip:
    """What was found and the span whose words are put aside to read on.

    Attributes:
        value_only: Whether the span is one field's text; else the line is lost as a whole.
        instead: What is surely meant there, of the same length; "" where nobody can know.
    """

    finding: Finding
    start: int
    end: int
    value_only: bool = True
    instead: str = ""


def lines_of(text: str) -> list[Line]:
    """The lines of a text, taken apart."""
    lines = []
    start = 0
    for row in text.splitlines(keepends=True):
        bare = row.rstrip("\r\n")
        found = _LINE.match(bare)
        assert found is not None  # every part of the pattern may be empty
        lines.append(
            Line(
                start,
                start + len(bare),
                found.end("dashes"),
                found["key"],
                found["dashes"],
                found["value"],
                start + found.start("value"),
                bare,
            )
        )
        start += len(row)
    return lines


def find_slips(text: str) -> Iterator[Slip]:
    """Lines that no YAML reader can take as meant, from the top."""
    lines = lines_of(text)
    n = 0
    while n < len(lines):
        line = lines[n]
        is_empty = not line.text.strip() and "\t" not in line.text
        if is_empty or line.text.lstrip().startswith("#"):
            n += 1
            continue
        if _BLOCK_TEXT.match(line.value):
            n = _after_block_text(lines, n)
            continue
        found = _line_slip(text, lines, n)
        if found is not None:
            yield found
        n = max(n + 1, _after_value(text, lines, n, found))


def _after_block_text(lines: list[Line], n: int) -> int:
    """The first line below a text begun by | or >."""
    base = len(lines[n].text) - len(lines[n].text.lstrip())
    n += 1
    while n < len(lines):
        bare = lines[n].text
        if bare.strip() and len(bare) - len(bare.lstrip()) <= base:
            break
        n += 1
    return n


def _after_value(text: str, lines: list[Line], n: int, slip: Slip | None) -> int:
    """The first line below a value that runs over several lines."""
    if slip is not None:
        end = slip.end
    elif lines[n].value[:1] in ('"', "'"):
        end = closing_quote(text, lines[n].value_start, len(text)) or 0
    elif lines[n].value[:1] in ("[", "{"):
        end = closing_bracket(text, lines[n].value_start, len(text)) or 0
    else:
        return n + 1
    return next((m for m in range(n + 1, len(lines)) if lines[m].start >= end), len(lines))


def _line_slip(text: str, lines: list[Line], n: int) -> Slip | None:
    line = lines[n]
    if (like := lookalike(line.text)) is not None:
        start, end = line.start + like.start, line.start + like.end
        if like.instead:
            return Slip(Finding(start, end, like.found, like.cure), start, end, True, like.instead)
        return _lost(line, start, end, like.found, like.cure)
    if "\t" in line.text[: len(line.text) - len(line.text.lstrip())]:
        found = "the line begins with a tab, which YAML does not allow"
        return _lost(
            line, line.start, line.start + 1, found, "use spaces: two for each step inwards"
        )
    if glued := _GLUED_DASH.match(line.text.lstrip()):
        start = line.start + line.text.index("-")
        found = f'the space between "-" and "{glued[1]}" is missing'
        return _lost(line, start, start + 1, found, f"write `- {glued[1]}: ...`")
    if line.key is None and (glued := _GLUED.match(line.value)):
        start = line.value_start
        found = f'the space after "{glued[1]}:" is missing'
        return _lost(line, start, start + len(glued[0]), found, f"write `{glued[1]}: ...`")
    first = line.value[:1]
    if first in ('"', "'"):
        return _quoted_slip(text, lines, n)
    if first in ("[", "{"):
        return _bracket_slip(text, lines, n)
    if line.key is not None and _ENTRY.match(line.value):
        end = _entries_end(lines, n)
        found = f'a list begins on the line of its name "{line.key.strip()}"'
        cure = (
            "begin it on the next line, with each entry indented by two spaces more than the name"
        )
        return _value(line, end, line.value_start, line.value_start + 1, found, cure)
    if line.key is not None and line.value[:2] in ("- ", "? "):
        end = _value_end(lines, n)
        found = f'"{first} " begins something else, so a text may not begin with it'
        return _value(line, end, line.value_start, line.end, found, _quote_all(line.value))
    if first and first in "@`%*&!":
        end = _value_end(lines, n)
        found = f'a text may not begin with "{first}"'
        return _value(line, end, line.value_start, line.end, found, _quote_all(line.value))
    if first and first in "|>":
        end = _value_end(lines, n)
        found = f'nothing may follow "{first}" on its line'
        return _value(line, end, line.value_start, line.end, found, _quote_all(line.value))
    return _plain_slip(lines, n)


def _plain_slip(lines: list[Line], n: int) -> Slip | None:
    line = lines[n]
    if line.key is None:
        return None
    value = _COMMENT.split(line.value)[0]
    colon = re.search(r":(?=\s|$)", value)
    if colon is None:
        return None
    at = line.value_start + colon.start()
    found = "a colon followed by a space stands inside a text that is not in quotes"
    return _value(line, _value_end(lines, n), at, at + 1, found, _quote_all(value))


def _quoted_slip(text: str, lines: list[Line], n: int) -> Slip | None:
    line = lines[n]
    limit = _value_end(lines, n)
    end = closing_quote(text, line.value_start, limit)
    if end is None:
        found = f"the quotation mark {line.value[0]} that begins this text is never closed"
        cure = f"write {line.value[0]} at the end of the text as well"
        return _value(line, limit, line.value_start, line.value_start + 1, found, cure)
    line_end = row_end(text, end)
    rest = text[end:line_end]
    if rest.strip() and not _COMMENT.match(rest):
        start = end + len(rest) - len(rest.lstrip())
        found = "text stands after the closing quotation mark, where YAML ends the text"
        return _value(line, limit, start, line_end, found, _quote_all(line.value))
    if line.value[0] == '"' and (odd := _odd_escape(text, line.value_start, end)) is not None:
        found = f'"\\{text[odd + 1]}" means nothing between double quotation marks'
        cure = "write two backslashes, or put the text in single quotation marks"
        return _value(line, end, odd, odd + 2, found, cure)
    return None


def _odd_escape(text: str, start: int, end: int) -> int | None:
    """The first backslash that YAML has no meaning for."""
    for found in re.finditer(r"\\(.)", text[start:end], re.DOTALL):
        sign = found[1]
        digits = {"x": 2, "u": 4, "U": 8}.get(sign)
        at = start + found.start()
        if digits is not None:
            if not re.match(rf"[0-9A-Fa-f]{{{digits}}}", text[at + 2 : end]):
                return at
        elif sign not in '0abt\tnvfre "/\\N_LP\r\n':
            return at
    return None


def _bracket_slip(text: str, lines: list[Line], n: int) -> Slip | None:
    line = lines[n]
    limit = _value_end(lines, n)
    first = line.value[0]
    other = "]" if first == "[" else "}"
    end = closing_bracket(text, line.value_start, limit)
    if end is None and (cut := _COMMENT.search(line.value)) is not None:
        at = line.value_start + cut.end() - 1
        found = f'everything after " #" is dropped here, so the bracket "{first}" is never closed'
        return _value(line, limit, at, line.end, found, "put the text with the # in quotes")
    if end is None:
        found = f'the bracket "{first}" that begins here is never closed'
        cure = f'write "{other}" at the end; if it belongs to a text, put the text in quotes'
        return _value(line, limit, line.value_start, line.value_start + 1, found, cure)
    line_end = row_end(text, end)
    rest = text[end:line_end]
    if rest.strip() and not _COMMENT.match(rest):
        start = end + len(rest) - len(rest.lstrip())
        found = f'text stands after the closing bracket "{other}", where YAML ends the list'
        return _value(line, limit, start, line_end, found, _quote_all(line.value))
    return None


def _value_end(lines: list[Line], n: int) -> int:
    """Where the text begun on a line ends: below it, only lines further in that name no field."""
    end, base = lines[n].end, lines[n].column
    for m in range(n + 1, len(lines)):
        line = lines[m]
        bare = line.text.lstrip()
        if bare and (len(line.text) - len(bare) <= base - 1 or not line.goes_on):
            break
        if bare and len(line.text) - len(bare) == base and line.key is not None:
            break
        if bare:
            end = line.end
    return end


def _entries_end(lines: list[Line], n: int) -> int:
    """Where a list ends whose first entry stands beside its name: all lines further in are its."""
    end, base = lines[n].end, lines[n].column
    for line in lines[n + 1 :]:
        bare = line.text.lstrip()
        if bare and len(line.text) - len(bare) <= base:
            break
        if bare:
            end = line.end
    return end


def _quote_all(value: str) -> str:
    """The cure: the whole text in whichever marks it does not hold."""
    value = value.strip()
    if len(value) > 2 and value[0] == value[-1] == "'" and '"' not in value:
        value = value[1:-1]
    shown = value if len(value) <= 60 else value[:57].rstrip() + "..."
    mark = "'" if '"' in value and "'" not in value else '"'
    if mark == '"' and '"' in shown:
        return "put the whole text in single quotation marks, and write each ' inside it twice"
    return f"put the whole text in quotes: {mark}{shown}{mark}"


def _value(line: Line, end: int, start: int, until: int, found: str, cure: str) -> Slip:
    return Slip(Finding(start, max(until, start + 1), found, cure), line.value_start, end)


def _lost(line: Line, start: int, until: int, found: str, cure: str) -> Slip:
    return Slip(Finding(start, until, found, cure), line.start, line.end, value_only=False)

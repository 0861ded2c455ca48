"""What an author did, where YAML only says that it cannot go on.

Nothing here asks YAML for its reasons: its words are for programmers, and it often names a place
far below the slip. A line that cannot be right in itself is looked for instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.files.reading.closing import closing_bracket, closing_quote, row_end
from reportedly.files.reading.escapes import odd_escape
from reportedly.files.reading.fields import ANY_FIELD, WORD_LISTS
from reportedly.files.reading.lines import Line, Slip, lines_of, lost
from reportedly.files.reading.lookalikes import lookalike
from reportedly.files.reading.reports import Finding
from reportedly.files.reading.strays import stray_line, text_before_entries

_GLUED = re.compile(rf"({ANY_FIELD}):(?!//)(?=\S)")
_GLUED_DASH = re.compile(rf"-({ANY_FIELD}):(?=\s|$)")
_STARRED = re.compile(rf"([*@&!`%]+)({ANY_FIELD})(?=[ ]*:(?:\s|$))")
_IN_PARENTHESES = re.compile(rf"\((?:{ANY_FIELD}):\s")
_ENTRY = re.compile(rf"-[ \t]+(?:{ANY_FIELD}):(?=\s|$)")
_BLOCK_TEXT = re.compile(r"[|>][0-9+-]*[ \t]*(#.*)?$")
_OTHER_QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u00bb\u00ab"
_COMMENT = re.compile(r"[ \t]+#")


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
    if (like := lookalike(line.text, _column_below(lines, n))) is not None:
        start, end = line.start + like.start, line.start + like.end
        if like.instead:
            put = line.start + like.put
            finding = Finding(start, end, like.found, like.cure)
            return Slip(finding, put, put + len(like.instead), True, like.instead)
        return lost(line, start, end, like.found, like.cure)
    if "\t" in line.text[: len(line.text) - len(line.text.lstrip())]:
        found = "the line begins with a tab, which YAML does not allow"
        return lost(
            line, line.start, line.start + 1, found, "use spaces: two for each step inwards"
        )
    if (stray := stray_line(line)) is not None:
        return stray
    if (stray := text_before_entries(lines, n)) is not None:
        return stray
    if glued := _GLUED_DASH.match(line.text.lstrip()):
        start = line.start + line.text.index("-")
        found = f'the space between "-" and "{glued[1]}" is missing'
        return lost(line, start, start + 1, found, f"write `- {glued[1]}: ...`")
    if line.key is None and (glued := _GLUED.match(line.value)):
        start = line.value_start
        found = f'the space after "{glued[1]}:" is missing'
        return lost(line, start, start + len(glued[0]), found, f"write `{glued[1]}: ...`")
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
    if line.key is not None and (line.value in ("-", "?") or line.value[:2] in ("- ", "? ")):
        end = _value_end(lines, n)
        found = f'"{first} " begins something else, so a text may not begin with it'
        cure = _quote_all(line.value)
        if line.key.strip() in WORD_LISTS:
            cure = f"write the entries between brackets: `{line.key.strip()}: [{line.value[2:]}]`"
        return _value(line, end, line.value_start, line.end, found, cure)
    if line.dashes and (starred := _STARRED.match(line.value)):
        start, name = line.value_start, starred[2]
        finding = Finding(
            start, start + len(starred[1]), f'"{starred[1]}" stands before "{name}"', "remove it"
        )
        # A space may stand before a colon.
        return Slip(finding, start, start + len(starred[0]), True, name.ljust(len(starred[0])))
    if line.dashes and _IN_PARENTHESES.match(line.value):
        found = "fields stand between ( and ), which YAML takes for a text"
        cure = "write { and } instead"
        return _value(line, line.end, line.value_start, line.end, found, cure)
    if first and first in "@`%*&!":
        end = _value_end(lines, n)
        found = f'a text may not begin with "{first}"'
        return _value(line, end, line.value_start, line.end, found, _quote_all(line.value))
    if first and first in "|>":
        end = _value_end(lines, n)
        found = f'nothing may follow "{first}" on its line'
        return _value(line, end, line.value_start, line.end, found, _quote_all(line.value))
    return _plain_slip(lines, n)


def _column_below(lines: list[Line], n: int) -> int:
    """Where the next line's words begin, if it does not begin an entry of a list."""
    below = next((line.text for line in lines[n + 1 :] if line.text.strip()), "")
    bare = below.lstrip(" ")
    return 0 if bare.startswith("-") else len(below) - len(bare)


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
        if (last := text[:limit].rstrip()[-1:]) in _OTHER_QUOTES:
            cure = f"write {line.value[0]} at the end of the text instead of {last}"
        return _value(line, limit, line.value_start, line.value_start + 1, found, cure)
    line_end = row_end(text, end)
    rest = text[end:line_end]
    if rest.strip() and not _COMMENT.match(rest):
        start = end + len(rest) - len(rest.lstrip())
        if rest.strip() in (",", ";"):
            found = f'"{rest.strip()}" stands after the closing quotation mark'
            return _value(line, limit, start, start + 1, found, "remove it")
        found = "text stands after the closing quotation mark, where YAML ends the text"
        return _value(line, limit, start, line_end, found, _quote_all(line.value))
    if line.value[0] == '"' and (odd := odd_escape(text, line.value_start, end)) is not None:
        return Slip(odd, line.value_start, end)
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
    for start in _quotes_between(text, line.value_start + 1, end):
        closed = closing_quote(text, start, end)
        if closed is None:
            found = 'the quotation mark " that begins this text is never closed'
            cure = 'write " at the end of the text as well'
            return _value(line, end, start, start + 1, found, cure)
        if (odd := odd_escape(text, start, closed)) is not None:
            return Slip(odd, start, closed)
    return None


def _quotes_between(text: str, start: int, end: int) -> Iterator[int]:
    """Where the double quotation marks stand that begin a text between brackets."""
    return (found.end() - 1 for found in re.compile(r'[\[{,:]\s*"').finditer(text, start - 1, end))


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

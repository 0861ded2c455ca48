"""A text file and the places in it."""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportedly.files.reading.reports import Finding

LARGEST = 5 * 1024 * 1024
"""Bytes a file may have; the largest bank we know of has a twentieth of that."""

_AS_UTF8 = 'save it again and choose the encoding "UTF-8"'
_LINE_END = re.compile(r"\r\n|\r|\n")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""A character that no author means to write, and no reader can see."""
_OTHER_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_INDENTED = re.compile(rf"^({INVISIBLE.pattern}+)([^\r\n]*)", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """A text with the name it is shown under."""

    name: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, index: int) -> tuple[int, int]:
        """Line and column, from 1, of a place in the text."""
        index = max(0, min(index, len(self.text)))
        line = bisect_right(self.line_starts, index)
        return line, index - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line, from 1, without its end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True)
class Opened:
    """A file that was read, and what is wrong with it before its words are looked at.

    Attributes:
        source: None when nothing could be read.
    """

    source: Source | None
    findings: tuple[Finding, ...] = ()


def open_text(path: Path, name: str) -> Opened:
    """The text of a file; UTF-8 with or without a byte-order mark."""
    if path.is_dir():
        return _refused("this is a folder, not a file", "name a file in it")
    try:
        # A pipe or a device may have no end, or may never begin.
        if not stat.S_ISREG(path.stat().st_mode):
            return _refused("this is a pipe or a device, not a file", "name a file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return _refused("there is no such file", "check the name and the folder")
    except OSError as error:
        return _refused(f"the file cannot be read ({error.strerror})", "check its permissions")
    return decode(content, name)


def decode(content: bytes, name: str) -> Opened:
    """The text of a file's bytes."""
    if len(content) > LARGEST:
        return _too_large("file")
    if wide := _wide_encoding(content[:64]):
        return _refused(f"the file is not saved as UTF-8, but as {wide}", _AS_UTF8)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(content, error.start)
    return check_text(text, name)


def check_text(text: str, name: str) -> Opened:
    """A text whose characters can all be seen; others are found and replaced by spaces."""
    # A character takes at most four bytes, so most texts need not be encoded to know.
    if len(text) * 4 > LARGEST and len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        return _too_large("text")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return _refused("the file is empty", "write something, or delete the file")
    findings = tuple(_invisible(found) for found in INVISIBLE.finditer(text))
    # In a line's indentation they go to its end: they moved nothing to the right for the author.
    seen = _INDENTED.sub(lambda row: row[2] + " " * len(row[1]), text) if findings else text
    seen = INVISIBLE.sub(" ", seen)
    if not seen.strip():
        return _refused(
            "the file holds no text, only control characters", "write it anew, or delete the file"
        )
    # Only a first few: a file of another sort is full of them.
    return Opened(Source(name, seen), findings[:20])


def without_invisible(text: str) -> str:
    """A text without such characters; those that some programs end lines with are ends of lines."""
    if text.isprintable():
        return text
    return INVISIBLE.sub("", _OTHER_LINE_END.sub("\n", text))


def _invisible(found: re.Match[str]) -> Finding:
    code = f"U+{ord(found[0]):04X}"
    return Finding(
        found.start(),
        found.end(),
        f"there is an invisible control character here ({code})",
        "delete it; retyping the line helps",
    )


def _wide_encoding(head: bytes) -> str:
    """The encoding of a file whose characters take two or four bytes each; "" of any other."""
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    # Without a mark at its beginning, every second byte of such a text is still 0.
    halves = any(head[::2]), any(head[1::2])
    has_mark = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "UTF-16" if has_mark or (len(head) >= 8 and halves.count(True) == 1) else ""


def _not_utf8(content: bytes, at: int) -> Opened:
    """The line of the first byte that is no UTF-8."""
    before = content[:at]
    readable = before.decode("utf-8-sig", errors="replace")
    rest = content[at : at + 200].split(b"\n")[0].decode("latin-1")
    source = Source("", INVISIBLE.sub(" ", readable + rest))
    found = f"the file is not saved as UTF-8: the byte {content[at]:#04x} here"
    finding = Finding(len(readable), len(readable) + 1, found, _AS_UTF8)
    return Opened(None, (finding.resolved(source),))


def _too_large(what: str) -> Opened:
    found = f"the {what} is larger than {LARGEST // 1024 // 1024} MB"
    return _refused(found, "split it into several")


def _refused(found: str, cure: str) -> Opened:
    return Opened(None, (Finding(0, 0, found, cure),))

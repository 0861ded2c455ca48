"""Signs that look like those of YAML and are others: a wide space, a bullet, a tab after a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.files.reading.fields import ANY_FIELD, KNOWN

_ODD = r"[^\S \t\r\n]"
_INDENTED = re.compile(rf"[ \t]*({_ODD}[^\S\r\n]*)(?=\S)")
_AFTER_DASH = re.compile(rf"[ ]*-[ ]*({_ODD}[^\S\r\n]*)(?=\S)")
_AFTER_COLON = re.compile(rf"[ ]*(?:-[ ]+)*(?:{ANY_FIELD}):({_ODD})")
_TAB = re.compile(r"[ ]*(?:-[ ]+)*-[ ]*(\t[ \t]*)(?=\S)")
_ONLY_TABS = re.compile(r"[ ]*(\t[ \t]*)$")
_WIDE_COLON = re.compile(rf"[ ]*(?:-[ ]+)*(?:{ANY_FIELD})[ ]*([：﹕ː])")

_UNSEEN = re.compile("[^\\S ]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064]")
_BULLETS = "–—―−‐‑－•·‣◦▪●*+"
_MARK = rf"(?:-+|[{_BULLETS}]|\(?(?:\d{{1,3}}|[a-zA-Z])[.)])"
_NAME = rf"{ANY_FIELD}|fact|opinion|not stated"
_ENTRY = re.compile(
    rf"(?P<indent>[ ]*)(?P<mark>{_MARK})(?P<gap>[^\S\r\n]*)"
    rf"(?:(?P<key>{_NAME})[ ]*:(?=\s|$)|(?=\{{))"
)
_OTHER_MARK = re.compile(
    rf"^[ ]*(?!- *[^\s-]){_MARK}[^\S\r\n]*(?:{_NAME})[ ]*:(?=\s|$)", re.MULTILINE
)
_FROM_A_COMPARISON = re.compile(rf"(\+)(?:[ ]{{2}}.*|(?:{ANY_FIELD})[ ]*:(?:\s.*)?)$")


@dataclass(frozen=True)
class Lookalike:
    """A sign in a line.

    Attributes:
        start, end: Indices into the line.
        instead: What stands from `put` on while the rest is read; "" for nothing.
    """

    start: int
    end: int
    found: str
    cure: str
    put: int
    instead: str


def lookalike(line: str, below: int = 0) -> Lookalike | None:
    """The first sign of a line that is not what it looks like, where that keeps it from reading.

    Args:
        line: Without its end.
        below: The column at which the fields of the next line begin, if it names no new entry:
            those of one entry stand below each other.
    """
    if found := _INDENTED.match(line) or _AFTER_DASH.match(line) or _AFTER_COLON.match(line):
        code = next(f"U+{ord(sign):04X}" for sign in found[1] if sign not in " \t")
        what = f"a space of another kind ({code}) stands here"
        return _seen(line, found, what, "type an ordinary space", below)
    if found := _TAB.match(line):
        what = "a tab stands after the dash, where YAML needs a space"
        return _seen(line, found, what, "type one space instead of the tab", below)
    if found := _ONLY_TABS.match(line):
        what = "this line holds nothing but a tab, which YAML does not allow"
        return _seen(line, found, what, "delete what is in the line", below)
    if found := _FROM_A_COMPARISON.match(line):
        what = 'a "+" stands before this line, as where two versions were compared'
        return Lookalike(0, 1, what, "remove it", 0, line[1:] + " ")
    if (found := _ENTRY.match(line)) and found["mark"] != "-":
        start, end = found.span("mark")
        put, instead = _as_entry(found, below)
        what = f'"{found["mark"]}" does not begin an entry of a list'
        cure = "write - instead" if found["gap"] else "write - and a space instead"
        return Lookalike(start, end, what, cure, put, instead)
    if found := _WIDE_COLON.match(line):
        cure = "type an ordinary colon and a space after the field's name"
        return Lookalike(
            *found.span(1), f'"{found[1]}" is a colon of another kind', cure, found.start(1), ""
        )
    return None


def has_other_marks(text: str) -> bool:
    """Whether an entry somewhere in a text begins with something else than a dash and a space."""
    return _OTHER_MARK.search(text) is not None


def begins_entry(line: str) -> bool:
    """Whether a line begins an entry of a list, with a dash or with what looks like one."""
    return line.lstrip().startswith("-") or _ENTRY.match(line) is not None


def _seen(line: str, found: re.Match[str], what: str, cure: str, below: int) -> Lookalike:
    start, end = found.span(1)
    put, instead = start, " " * (end - start)
    entry = _ENTRY.match(line)
    if entry and entry["mark"] == "-" and entry.start("gap") <= start < entry.end("gap"):
        put, instead = _as_entry(entry, below)
    return Lookalike(start, end, what, cure, put, instead)


def _as_entry(entry: re.Match[str], below: int) -> tuple[int, str]:
    """Where an entry's mark stands, and a dash with its field above the next line's, as long."""
    start, key = entry.end("indent"), entry.end("gap")
    if key < start + 2:
        return start, ""
    if not start + 2 <= below < key or not entry["key"]:
        return start, "-".ljust(key - start)
    # A space may stand before a colon.
    return start, "-".ljust(below - start) + entry["key"].ljust(entry.end("key") - below)


@dataclass(frozen=True)
class MeantName:
    """The field that was meant, and what to tell its author."""

    name: str
    found: str
    cure: str


def meant_name(name: str) -> MeantName | None:
    """The field that a name was meant to be, were it not for a character that nobody sees."""
    if name.isascii():
        return None
    bare = _UNSEEN.sub("", name)
    if bare == name or bare not in KNOWN:
        return None
    code = next(f"U+{ord(sign):04X}" for sign in name if _UNSEEN.match(sign))
    found = f'the name "{bare}" holds a character that cannot be seen ({code})'
    return MeantName(bare, found, f"delete what stands there, and type {bare} anew")


def only_alike(word: str, like: str) -> str:
    """What to add to a cure where a word only looks like the one that is needed; else ""."""
    if word.isascii() or len(word) != len(like):
        return ""
    odd = [a for a, b in zip(word, like, strict=True) if a != b]
    if not odd or any(sign.isascii() for sign in odd):
        return ""
    return f': "{odd[0]}" (U+{ord(odd[0]):04X}) in it only looks alike'

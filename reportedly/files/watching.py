"""What a save has changed in the faults of banks and stories.

A long bank is not read as a whole at every save: first the questions that were changed are read, so
that their author hears at once, and a moment later all of it, for what only shows there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from reportedly.authoring.linting.registry import rules
from reportedly.files.banks.bank_check import check_questions
from reportedly.files.banks.bank_file import Stories
from reportedly.files.checking import Checking, checked_in
from reportedly.files.reading.parse import entry_starts
from reportedly.files.reading.reports import Report
from reportedly.files.reading.source import open_text

Stamp = tuple[tuple[str, int, int], ...]

MOST_CHANGED = 25
"""Questions of one save that are read by themselves; with more, the whole is read at once."""

_ID = re.compile(r"^(?: *- +| +)id:[ \t]*(\S+)", re.MULTILINE)
_LINES = re.compile(r"(?<=\(line )\d+(?=\))|(?<=\(lines )[\d, ]+(?=\))")


@dataclass(frozen=True)
class News:
    """What a save has changed.

    Attributes:
        file: The bank, or the folder of the story.
        new: Faults that were not there before.
        mended: How many are gone.
        left: All that are there now.
    """

    file: str
    new: tuple[Report, ...]
    mended: int
    left: tuple[Report, ...]


@dataclass(frozen=True)
class _Seen:
    stamp: Stamp
    text: str
    reports: tuple[Report, ...]
    is_sure: bool = True


class Watch:
    """Looks at banks and stories again and again."""

    def __init__(self, paths: Iterable[Path], home: Path) -> None:
        """Checks everything once."""
        self._paths = tuple(paths)
        self._home = home
        self._checking = Checking(home)
        self._seen: dict[Path, _Seen] = {}
        self._content = self._stamp_of_content()
        self._empty: tuple[Path, Stamp] | None = None
        self.look()

    @property
    def reports(self) -> tuple[Report, ...]:
        """All faults that are there now."""
        return tuple(report for seen in self._seen.values() for report in seen.reports)

    def look(self) -> list[News]:
        """What has changed since the last look, as far as it can be said at once."""
        content = self._stamp_of_content()
        anew = content != self._content
        if anew:
            self._content = content
            self._checking = Checking(self._home)
        units = dict.fromkeys(unit for path in self._paths for unit in _units(path))
        news = []
        for unit in units:
            stamp = _stamp(unit)
            known = self._seen.get(unit)
            if known is None or known.stamp != stamp or anew:
                if known is not None and self._is_being_written(unit, stamp):
                    continue
                news += self._see(unit, self._check(unit, stamp, None if anew else known))
        for gone in [unit for unit in self._seen if unit not in units]:
            news += self._see(gone, None)
        return news

    def look_closer(self) -> list[News]:
        """What only shows when the whole of a bank is read."""
        return [
            each
            for unit, seen in list(self._seen.items())
            if not seen.is_sure
            for each in self._see(unit, self._check(unit, seen.stamp, None))
        ]

    def _is_being_written(self, unit: Path, stamp: Stamp) -> bool:
        """Whether a file is empty that was not, as it is for a moment in the middle of a save."""
        empty = unit.is_file() and stamp[0][2] == 0 and self._empty != (unit, stamp)
        self._empty = (unit, stamp) if empty else None
        return empty

    def _check(self, unit: Path, stamp: Stamp, known: _Seen | None) -> _Seen:
        text = ""
        if unit.is_file():
            opened = open_text(unit, unit.as_posix())
            text = opened.source.text if opened.source and not opened.findings else ""
            if known is not None and text and known.text:
                stories = self._checking.stories_for(unit)
                quick = _quickly(unit.as_posix(), known, text, stories)
                if quick is not None:
                    return _Seen(stamp, text, quick, is_sure=False)
        return _Seen(stamp, text, tuple(self._checking.reports(unit)))

    def _see(self, unit: Path, seen: _Seen | None) -> list[News]:
        known = self._seen.pop(unit, None)
        before = known.reports if known else ()
        after = seen.reports if seen else ()
        if seen is not None:
            self._seen[unit] = seen
        gone = Counter(map(_told, before))
        new = []
        for report in after:
            if gone[_told(report)]:
                gone[_told(report)] -= 1
            else:
                new.append(report)
        mended = gone.total()
        # Every save is answered, once; the closer look afterwards only if it has found more.
        is_closer = known is not None and not known.is_sure and seen is not None and seen.is_sure
        if not new and not mended and (is_closer or known is None):
            return []
        return [News(unit.as_posix(), tuple(new), mended, after)]

    def _stamp_of_content(self) -> Stamp:
        units = [unit for path in self._paths for unit in _units(path)]
        folders = {self._checking.content_for(unit) for unit in units}
        files = [f for folder in sorted(folders) for f in sorted(folder.glob("*/*"))]
        return tuple(entry for file in files for entry in _stamp(file))


def _told(report: Report) -> tuple[str, ...]:
    """What a report says, wherever its line has moved."""
    message = _LINES.sub("", report.message)
    return (report.severity, report.question, message, report.help, report.source.strip())


def _units(path: Path) -> Iterator[Path]:
    """The banks and stories below a path, each checked by itself."""
    if path.is_dir() and not (path / "story.yaml").exists():
        known = checked_in(path)
        for found in known:
            yield from _units(found)
        if known:
            return
    yield path


def _stamp(path: Path) -> Stamp:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    stamps = []
    for file in files:
        try:
            found = file.stat()
        except OSError:
            stamps.append((file.name, -1, -1))
        else:
            stamps.append((file.name, found.st_mtime_ns, found.st_size))
    return tuple(stamps)


# --- only the questions that were changed --------------------------------------------------------


@dataclass(frozen=True)
class _Cut:
    """A bank in pieces: what stands before the questions, each question, and what follows."""

    head: str
    items: tuple[str, ...]
    tail: str
    lines: tuple[int, ...]  # where each question begins, and what follows them

    @classmethod
    def of(cls, text: str) -> _Cut | None:
        """The pieces; None if each question does not have an id of its own."""
        cuts = entry_starts(text)
        if cuts is None or "\r" in text.replace("\r\n", ""):
            return None
        starts, end = cuts
        places = [*starts, end]
        items = tuple(text[a:b] for a, b in pairwise(places))
        ids = [found[1] for item in items if (found := _ID.search(item))]
        if len(set(ids)) < len(items):
            return None
        head = text[: starts[0]]
        lines = [1 + head.count("\n")]
        for item in items:
            lines.append(lines[-1] + item.count("\n"))
        return cls(head, items, text[end:], tuple(lines))


def _quickly(name: str, known: _Seen, text: str, stories: Stories) -> tuple[Report, ...] | None:
    """The faults of a text of which most was read before; None if it must be read as a whole."""
    old, new = _Cut.of(known.text), _Cut.of(text)
    if old is None or new is None or (old.head, old.tail) != (new.head, new.tail):
        return None
    before = {item: n for n, item in enumerate(old.items)}
    changed = [n for n, item in enumerate(new.items) if item not in before] or [0]
    if len(changed) > MOST_CHANGED:
        return None
    # Empty lines in the place of the others, so that every fault has its line.
    pieces = [item if n in changed else "\n" * item.count("\n") for n, item in enumerate(new.items)]
    read = check_questions(
        "".join([new.head, *pieces, new.tail]), name=name, stories=stories
    ).faults
    # What is weak in the bank as a whole is only looked for again when all of it is read.
    across = {rule.name for rule in rules() if rule.looks_at == "bank"}
    kept = [r for r in known.reports if r.rule in across and r.line < old.lines[0]]
    for n, item in enumerate(new.items):
        if n not in changed:
            was = before[item]
            low, high, shift = old.lines[was], old.lines[was + 1], new.lines[n] - old.lines[was]
            kept += [_moved(r, shift) for r in known.reports if low <= r.line < high]
    return tuple(sorted([*read, *kept], key=lambda report: (report.line, report.column)))


def _moved(report: Report, shift: int) -> Report:
    """A report of some lines further down."""

    def lines(found: re.Match[str]) -> str:
        return ", ".join(str(int(number) + shift) for number in found[0].split(","))

    message = _LINES.sub(lines, report.message)
    return replace(report, line=report.line + shift, message=message)

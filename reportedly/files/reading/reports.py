"""What is reported to an author: where, what was found, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.quiz.faults import Severity

if TYPE_CHECKING:
    from reportedly.files.reading.source import Source


_WIDEST = 160
"""Characters of a line that are shown; a long line is shown around the fault."""


@dataclass(frozen=True)
class Report:
    """One thing to mend in a file.

    Attributes:
        file: The name it is shown under.
        line, column: From 1.
        question: The id of the question, or "question 3" where it has none; "" outside questions.
        message: What was found, one clause without a full stop.
        help: What to do about it.
        source: The line of the file, for showing.
        width: How many characters of that line it is about.
        rule: The rule by whose name an author can allow it; "" for what cannot be allowed.
    """

    file: str
    line: int
    column: int
    severity: Severity
    question: str
    message: str
    help: str
    source: str = ""
    width: int = 1
    rule: str = ""

    @property
    def text(self) -> str:
        """The report as a command line shows it."""
        about = f"{self._question}: " if self.question else ""
        warning = " (warning)" if self.severity == "warning" else ""
        rule = f" [{self.rule}]" if self.rule else ""
        lines = [f"{self.file}:{self.line}:{self.column}  {about}{self.message}{warning}{rule}"]
        if self.source.strip():
            number = f"{self.line:>5} | "
            row, lead, width = self._excerpt()
            lines.append(f"{number}{row}")
            lines.append(f"{' ' * (len(number) - 2)}| {lead}{'^' * width}")
        if self.help:
            lines.append(f"   help: {self.help}")
        return "\n".join(lines)

    def _excerpt(self) -> tuple[str, str, int]:
        """The line, what stands below it before the carets, and how many carets."""
        first = 0 if self.column < _WIDEST else self.column - _WIDEST // 2
        row = self.source[first : first + _WIDEST]
        # Tabs are kept, so that the caret stands under its character in any terminal.
        lead = "".join(c if c == "\t" else " " for c in row[: self.column - 1 - first])
        return row, lead, max(1, min(self.width, len(row) - len(lead)))

    @property
    def _question(self) -> str:
        named = self.question.startswith("question ")
        return self.question if named else f'question "{self.question}"'

    @property
    def plain(self) -> dict[str, str | int]:
        """The report as JSON holds it; "rule" only where there is one."""
        known: dict[str, str | int] = {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "severity": self.severity,
            "question": self.question,
            "message": self.message,
            "help": self.help,
        }
        return {**known, "rule": self.rule} if self.rule else known


@dataclass(frozen=True)
class Finding:
    """A fault between two places of a text.

    Attributes:
        start, end: Indices into the text.
        also: Further places, for "{lines}" in `found`.
        shown: Set when the text it belongs to cannot be had: line, column and the line's text.
    """

    start: int
    end: int
    found: str
    cure: str
    severity: Severity = "error"
    also: tuple[int, ...] = ()
    shown: tuple[int, int, str] | None = None
    rule: str = ""

    def moved(self, offset: int) -> Finding:
        """The same finding in a text of which this one is a part."""
        return replace(self, start=self.start + offset, end=self.end + offset)

    def resolved(self, source: Source) -> Finding:
        """The finding with its line and column fixed."""
        line, column = source.position(self.start)
        return replace(self, shown=(line, column, source.line(line)))

    def report(self, source: Source | None, name: str, question: str = "") -> Report:
        """The finding as it is reported."""
        if source is None:
            line, column, text = self.shown or (1, 1, "")
            found = self.found
        else:
            line, column = source.position(self.start)
            text = source.line(line)
            lines = dict.fromkeys(str(source.position(index)[0]) for index in self.also)
            found = self.found.replace("{lines}", ", ".join(lines))
            if len(lines) == 1:
                found = found.replace(" (lines ", " (line ")
        width = max(1, min(self.end - self.start, len(text) - column + 1))
        return Report(
            name, line, column, self.severity, question, found, self.cure, text, width, self.rule
        )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings from top to bottom, each once."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.start, f.severity, f.found))

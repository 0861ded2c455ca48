"""One question's lines taken out of a bank, changed, checked, and put back."""

from __future__ import annotations

from collections.abc import Iterable

from yaml.nodes import SequenceNode

from reportedly.files.editing.examples import Examples
from reportedly.files.editing.plain import Value, changed, same
from reportedly.files.editing.rows import Rows
from reportedly.files.editing.sheet import MARK, CannotEdit, Sheet
from reportedly.quiz.faults import Place


class Part:
    """The lines of one question, or the whole file where a change is not within a question.

    A question is read alone while it is changed, since one change may take many steps and a bank
    may be long; the whole is read again at the end.
    """

    def __init__(self, text: str, place: Place) -> None:
        """Reads the text. Raises: CannotEdit: if it cannot be read from beginning to end."""
        self._mark = MARK if text.startswith(MARK) else ""
        self._whole = Sheet.of(text.removeprefix(MARK))
        self._at: Place = ()
        self._span = (0, len(self._whole.text))
        self.sheet = self._whole
        span = _question_lines(self._whole, place)
        if span is not None:
            self._at, self._span = place[:2], span
            self.sheet = Sheet.of(self._whole.text[slice(*span)])
            listed = self.sheet.data
            question = self._whole.data["questions"][place[1]]
            if not isinstance(listed, list) or not same(listed, [question]):
                self._at, self._span, self.sheet = (), (0, len(self._whole.text)), self._whole

    @property
    def eol(self) -> str:
        """How the lines of the file end."""
        return self._whole.eol

    @property
    def offset(self) -> int:
        """How far lists stand to the right of their field's name."""
        return self._whole.dash_offset

    def within(self, place: Place) -> Place:
        """A place of the bank as a place of the part."""
        return (0, *place[2:]) if self._at else place

    def examples(self, place: Place) -> Examples:
        """The groups of fields in the bank that are like the one at a place of the part."""
        if not self._at:
            return Examples.of(self.sheet, place)
        return Examples.of(self._whole, (*self._at, *place[1:]))

    def take(self, candidates: Iterable[str], expected: Value) -> None:
        """Go on with the first text that says what is expected.

        Raises: CannotEdit: if none does.
        """
        for text in candidates:
            try:
                sheet = Sheet.of(text)
            except CannotEdit:
                continue
            # A remark that would now swallow words is a finding more.
            fine = len(sheet.tree.findings) <= len(self.sheet.tree.findings)
            if fine and same(sheet.data, expected):
                self.sheet = sheet
                return
        raise CannotEdit

    def text(self) -> str:
        """The whole text with the changed part in its place."""
        if not self._at:
            return self._mark + self.sheet.text
        low, high = self._span
        text = self._whole.text[:low] + self.sheet.text + self._whole.text[high:]
        question = self.sheet.data[0]
        if not same(Sheet.of(text).data, changed(self._whole.data, self._at, lambda _: question)):
            raise CannotEdit
        return self._mark + text


def _question_lines(sheet: Sheet, place: Place) -> tuple[int, int] | None:
    """From where to where the question reaches in which a place lies."""
    if len(place) < 3 or place[0] != "questions" or not isinstance(place[1], int):
        return None
    listed = sheet.spot(("questions",)).node
    if not isinstance(listed, SequenceNode) or listed.flow_style or place[1] >= len(listed.value):
        return None
    rows = Rows.of(sheet, listed)
    start, end = rows.spans[place[1]]
    return sheet.line_start(start), end

"""The entries of a list and the fields of a group: adding, removing and reordering them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportedly.files.editing.sheet import CannotEdit, Sheet, is_flow
from reportedly.files.reading.tree import Span


@dataclass(frozen=True)
class Rows:
    """The entries of a list or a group that takes a line or more for each.

    An entry's own words reach from the remarks right above it, if they begin in its column, to the
    end of its last line. What lies between two entries (blank lines, remarks that stand alone)
    belongs to neither, and stays where it is.

    Attributes:
        spans: From the first sign of each to behind its last line's break.
        column: In which each begins.
        inline: Whether the first stands behind a dash that is not its own.
    """

    sheet: Sheet
    spans: tuple[Span, ...]
    column: int
    inline: bool

    @classmethod
    def of(cls, sheet: Sheet, node: Node) -> Rows:
        """The entries of a value."""
        column = node.start_mark.column
        heads = _heads(sheet, node, column)
        ends: list[int] = []
        for child in node.value:
            tail = child if isinstance(node, SequenceNode) else child[1]
            end = sheet.end_of(tail)
            if not isinstance(node, SequenceNode):
                end = max(end, sheet.colon_after(child[0]))
            if not sheet.only_remark_after(end):
                raise CannotEdit
            ends.append(_with_remarks_below(sheet, sheet.next_line(end), column))
        inline = bool(sheet.text[sheet.line_start(heads[0]) : heads[0]].strip(" "))
        starts = []
        for n, head in enumerate(heads):
            if sheet.text[sheet.line_start(head) : head].strip(" ") and not (n == 0 and inline):
                raise CannotEdit
            above = ends[n - 1] if n else 0
            keep = n == 0 and (inline or node is sheet.tree.root)
            starts.append(head if keep else _with_remarks_above(sheet, head, above, column))
        return cls(sheet, tuple(zip(starts, ends, strict=True)), column, inline)

    def without(self, index: int) -> str:
        """The text without an entry that is not the only one."""
        text = self.sheet.text
        start, end = self.spans[index]
        low, high = start, end
        last = len(self.spans) - 1
        if index < last and self._is_blank(index):
            high = self.spans[index + 1][0]
        elif index > 0 and self._is_blank(index - 1):
            low = self.spans[index - 1][1]
        elif index == 0 and self.inline:
            return text[:start].rstrip(" ") + self.sheet.eol + text[end:]
        else:
            low = self.sheet.line_start(start)
        kept = text[:low] + text[high:]
        if high == len(text) and text[-1:] not in "\r\n":
            kept = kept.removesuffix(self.sheet.eol)
        return kept

    def with_one(
        self, index: int, lines: Sequence[str], blank: int = 0, *, right_behind: bool = False
    ) -> str:
        """The text with a new entry before that of the index, or at the end.

        Args:
            index: Where it will stand.
            lines: Its lines; the first without the spaces before it.
            blank: How many empty lines keep it apart.
            right_behind: Whether it follows the entry before it, ahead of what lies between.
        """
        text, eol = self.sheet.text, self.sheet.eol
        lead = " " * self.column
        block = eol.join(lines)
        if index < len(self.spans) and not right_behind:
            at = self.spans[index][0]
            return text[:at] + block + eol * (1 + blank) + lead + text[at:]
        at = self.spans[index - 1][1]
        if text[at - 1] not in "\r\n":
            return text[:at] + eol * (1 + blank) + lead + block + text[at:]
        return text[:at] + eol * blank + lead + block + eol + text[at:]

    def in_order(self, order: Sequence[int]) -> str:
        """The text with the entries in another order, and what lies between them as it was."""
        text, eol = self.sheet.text, self.sheet.eol
        blocks = [text[low:high] for low, high in self.spans]
        open_end = blocks[-1][-1:] not in ("\r", "\n")
        if open_end:
            blocks[-1] += eol
        put = [blocks[n] for n in order]
        if open_end:
            put[-1] = put[-1].removesuffix(eol)
        parts, at = [], 0
        for (low, high), block in zip(self.spans, put, strict=True):
            parts += [text[at:low], block]
            at = high
        return "".join([*parts, text[at:]])

    def blank_between(self) -> int | None:
        """How many empty lines keep most entries apart; None if there are too few to say."""
        counts = [
            self.sheet.text.count(self.sheet.eol, self.spans[n][1], self.spans[n + 1][0])
            for n in range(len(self.spans) - 1)
            if self._is_blank(n)
        ]
        return max(counts, key=counts.count) if counts else None

    def _is_blank(self, index: int) -> bool:
        """Whether there are but empty lines between an entry and the next."""
        between = self.sheet.text[self.spans[index][1] : self.spans[index + 1][0]]
        return not between.strip()


def _heads(sheet: Sheet, node: Node, column: int) -> list[int]:
    """Where the dash of each entry stands, or the name of each field."""
    if isinstance(node, MappingNode):
        return [int(key.start_mark.index) for key, _ in node.value]
    return [dash_of(sheet, child.start_mark.index, column) for child in node.value]


def dash_of(sheet: Sheet, start: int, column: int) -> int:
    """The dash of an entry, on its line or above it."""
    low = sheet.line_start(start)
    own_line = True
    while True:
        dash = low + column
        before = sheet.text[low:dash].strip(" ")
        if dash <= start and sheet.text[dash : dash + 1] == "-" and (own_line or not before):
            return dash
        if low == 0:
            raise CannotEdit
        low, own_line = sheet.line_before(low), False


def _starts_remark(sheet: Sheet, low: int) -> int | None:
    """The column of a remark that has a line for itself."""
    line = sheet.text[low : sheet.line_end(low)]
    bare = line.lstrip(" ")
    return len(line) - len(bare) if bare.startswith("#") else None


def _with_remarks_below(sheet: Sheet, end: int, column: int) -> int:
    """The end, behind remarks that stand further right than the entry."""
    while end < len(sheet.text):
        remark = _starts_remark(sheet, end)
        if remark is None or remark <= column:
            break
        end = sheet.next_line(end)
    return end


def _with_remarks_above(sheet: Sheet, head: int, above: int, column: int) -> int:
    """The start, before remarks right above that begin in the entry's column."""
    start = head
    low = sheet.line_start(head)
    while low > above:
        before = sheet.line_before(low)
        if before < above or _starts_remark(sheet, before) != column:
            break
        low, start = before, before + column
    return start


# --- inside brackets and braces ----------------------------------------------------------------


@dataclass(frozen=True)
class Listed:
    """The entries between brackets or braces."""

    sheet: Sheet
    node: Node
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, sheet: Sheet, node: Node) -> Listed:
        """The entries of a value."""
        spans = []
        for child in node.value:
            first, last = child if isinstance(node, MappingNode) else (child, child)
            spans.append((first.start_mark.index, sheet.end_of(last)))
        return cls(sheet, node, tuple(spans))

    def without(self, index: int) -> str:
        """The text without an entry."""
        text = self.sheet.text
        low, high = self.spans[index]
        if index < len(self.spans) - 1:
            high = self.spans[index + 1][0]
        elif index > 0:
            low = self.spans[index - 1][1]
        else:
            low, high = self.node.start_mark.index + 1, self.node.end_mark.index - 1
        return text[:low] + text[high:]

    def with_one(self, index: int, written: str) -> str:
        """The text with a new entry before that of the index, or at the end."""
        text = self.sheet.text
        if index < len(self.spans):
            at = self.spans[index][0]
            return f"{text[:at]}{written}, {text[at:]}"
        if self.spans:
            at = self.spans[-1][1]
            return f"{text[:at]}, {written}{text[at:]}"
        at = self.node.start_mark.index + 1
        return text[:at] + written + text[at:]

    def in_order(self, order: Sequence[int]) -> str:
        """The text with the entries in another order."""
        text = self.sheet.text
        parts, at = [], 0
        for (low, high), n in zip(self.spans, order, strict=True):
            parts += [text[at:low], text[slice(*self.spans[n])]]
            at = high
        return "".join([*parts, text[at:]])


def rows_of(sheet: Sheet, node: Node) -> Rows | Listed:
    """The entries of a list or a group, however it is written."""
    if isinstance(node, ScalarNode):
        raise CannotEdit
    return Listed.of(sheet, node) if is_flow(node) else Rows.of(sheet, node)

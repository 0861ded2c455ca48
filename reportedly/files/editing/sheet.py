"""A bank's text as it is being edited: what stands where, down to the last character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportedly.files.reading.parse import parse
from reportedly.files.reading.source import check_text
from reportedly.files.reading.tree import Tree
from reportedly.quiz.faults import Place

MARK = "\ufeff"
"""The byte-order mark that some editors put before everything."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_REMARK = re.compile(r"[ \t]*(#[^\r\n]*)?(?=[\r\n]|\Z)")


class CannotEdit(Exception):
    """This cannot be changed without touching other words; please edit the file as text."""

    def __init__(self, sentence: str | None = None) -> None:
        """Says the sentence, or the class's own words."""
        super().__init__(sentence or " ".join((type(self).__doc__ or "").split()))


@dataclass(frozen=True)
class Spot:
    """A value in the text.

    Attributes:
        key: The name of its field, unless it is an entry of a list.
        column: Where the fields or dashes beside it begin; -1 for the whole file.
        in_flow: Whether it stands inside brackets or braces.
    """

    node: Node
    key: ScalarNode | None
    column: int
    in_flow: bool


@dataclass(frozen=True)
class Sheet:
    """A text that YAML can read from beginning to end.

    Attributes:
        text: Without a byte-order mark.
        eol: How its lines end.
    """

    text: str
    tree: Tree
    eol: str

    @classmethod
    def of(cls, text: str) -> Sheet:
        """The text, read.

        Raises: CannotEdit: if its shape has a fault, so that a place in it is no sure place.
        """
        opened = check_text(text, "")
        if opened.source is None:
            raise CannotEdit("The file is empty; write its first lines as text.")
        tree = parse(opened.source)
        for finding in tree.findings:
            if finding.severity == "error":
                line = opened.source.position(finding.start)[0]
                raise CannotEdit(
                    f"Line {line} has a fault ({finding.found.replace('{lines}', 'see the text')}),"
                    " so the file can only be edited as text until that is mended."
                )
        ends = _LINE_END.search(text)
        return cls(text, tree, ends[0] if ends else "\n")

    @property
    def data(self) -> Any:
        """The plain values of the text."""
        return self.tree.data

    # --- looking up -----------------------------------------------------------------------------

    def spot(self, place: Place) -> Spot:
        """What stands at a place.

        Raises: CannotEdit: if nothing does.
        """
        node, key, column, in_flow = self.tree.root, None, -1, False
        for step in place:
            in_flow = in_flow or is_flow(node)
            if isinstance(step, int) and not isinstance(node, SequenceNode) and step == 0:
                continue  # a single entry where a list may stand
            column = node.start_mark.column
            if isinstance(step, int) and isinstance(node, SequenceNode) and step < len(node.value):
                node, key = node.value[step], None
            elif isinstance(step, str) and (entry := _entry(node, step)) is not None:
                key, node = entry
            else:
                raise CannotEdit("What was to be changed is not in the file any more.")
        return Spot(node, key, column, in_flow)

    def end_of(self, node: Node) -> int:
        """Where the last word of a value ends, before its line does."""
        if isinstance(node, ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else end
        if is_flow(node) or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        if isinstance(node, SequenceNode):
            return self.end_of(last)
        return max(self.end_of(last[1]), self.colon_after(last[0]))

    def colon_after(self, key: Node) -> int:
        """Where the colon after a field's name ends."""
        colon = self.text.find(":", key.end_mark.index)
        between = self.text[key.end_mark.index : colon]
        if colon < 0 or between.strip(" \t"):
            raise CannotEdit
        return colon + 1

    def line_start(self, index: int) -> int:
        """Where the line of a place begins."""
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def line_before(self, start: int) -> int:
        """Where the line begins that stands before the one that begins here."""
        return self.line_start(start - (2 if self.text[start - 2 : start] == "\r\n" else 1))

    def line_end(self, index: int) -> int:
        """Where the line of a place ends, before its break."""
        found = _LINE_END.search(self.text, index)
        return found.start() if found else len(self.text)

    def line_of(self, index: int) -> int:
        """The number of the line of a place, from 1."""
        return 1 + len(_LINE_END.findall(self.text, 0, index))

    def next_line(self, index: int) -> int:
        """Where the line after that of a place begins."""
        found = _LINE_END.search(self.text, index)
        return found.end() if found else len(self.text)

    def only_remark_after(self, index: int) -> bool:
        """Whether nothing but a remark follows on the line."""
        return _REMARK.match(self.text, index) is not None

    @property
    def dash_offset(self) -> int:
        """How far lists stand to the right of their field's name."""
        for node in nodes_of(self.tree.root):
            if isinstance(node, MappingNode):
                for key, value in node.value:
                    if isinstance(value, SequenceNode) and not is_flow(value) and value.value:
                        return int(value.start_mark.column - key.start_mark.column)
        return 2


def nodes_of(node: Node) -> Iterator[Node]:
    """A value and everything inside it."""
    yield node
    if isinstance(node, SequenceNode):
        for child in node.value:
            yield from nodes_of(child)
    elif isinstance(node, MappingNode):
        for _, child in node.value:
            yield from nodes_of(child)


def is_flow(node: Node) -> bool:
    """Whether a list or a group stands in brackets or braces."""
    return isinstance(node, MappingNode | SequenceNode) and bool(node.flow_style)


def _entry(node: Node, name: str) -> tuple[ScalarNode, Node] | None:
    if not isinstance(node, MappingNode):
        return None
    for key, value in node.value:
        if isinstance(key, ScalarNode) and key.value == name:
            return key, value
    return None

"""Plain values of a YAML text, and where each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportedly.files.reading.escapes import unseen_escape
from reportedly.files.reading.fields import KNOWN
from reportedly.files.reading.lookalikes import meant_name
from reportedly.files.reading.reports import Finding
from reportedly.files.reading.source import without_invisible
from reportedly.quiz.faults import Fault, Place

DEEPEST = 40
"""Levels a value may be nested; a bank has seven."""

Span = tuple[int, int]


@dataclass
class Tree:
    """A read text: plain texts, lists and dicts in `data`, all else looked up when asked.

    Attributes:
        text: The whole file.
        root: What yaml made of it.
        offsets: For nodes that were read from a part of the text: where that part begins.
        veiled: Spans whose words were replaced to read on; nothing more is said about them.
        damaged: Spans in which lines were left out, so that a value may be missing.
    """

    text: str
    root: Node
    offsets: dict[int, int] = field(default_factory=dict)
    veiled: list[Span] = field(default_factory=list)
    damaged: list[Span] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    data: Any = None
    # The veiled spans in order, asked for once for each fault of a file that may have thousands.
    _veils: tuple[int, list[int], list[int]] | None = None

    def read(self) -> None:
        """Fill `data`, and find what YAML allows and we do not."""
        self.data = self._plain(self.root, self.offsets.get(id(self.root), 0), 0)

    def _plain(self, node: Node, offset: int, depth: int) -> Any:
        if self.offsets:
            offset = self.offsets.get(id(node), offset)
        start = node.start_mark.index + offset
        if start < len(self.text) and self.text[start] in "&!" and self._is_marked(node, start):
            return self.text[start : node.end_mark.index + offset] or self.text[start]
        if isinstance(node, ScalarNode):
            return self._seen(node, offset)
        if depth > DEEPEST:
            self._too_deep(start)
            return ""
        if isinstance(node, SequenceNode):
            return [self._plain(child, offset, depth + 1) for child in node.value]
        assert isinstance(node, MappingNode)
        return self._plain_mapping(node, offset, depth + 1)

    def _seen(self, node: ScalarNode, offset: int) -> str:
        """The characters of a text that can be seen, and ends of lines."""
        text: str = node.value
        if node.style != '"' or text.isprintable():
            return text
        start, end = node.start_mark.index + offset, node.end_mark.index + offset
        finding = unseen_escape(self.text, start, end)
        if finding is None:
            return text
        self.findings.append(finding)
        self.veiled.append((start, end))
        return without_invisible(text)

    def _plain_mapping(self, node: MappingNode, offset: int, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, child in node.value:
            if not isinstance(key, ScalarNode):
                start = key.start_mark.index + offset
                self._find(
                    start,
                    start + 1,
                    "a list or a group of fields stands where a field's name is needed",
                    "if a text begins with [ or {, put it in quotes",
                )
                continue
            start = key.start_mark.index + offset
            if self.text[start : start + 1] in ("&", "!"):
                self._is_marked(key, start, is_text=False)
            name = key.value if key.value in KNOWN else self._name(key, offset)
            value = self._plain(child, offset, depth)
            if self._stands_for_a_group(child, offset):
                self.veiled.append((start, key.end_mark.index + offset))
            if name in values:
                self._duplicate(node, key, offset)
            else:
                values[name] = value
        return values

    def _name(self, key: ScalarNode, offset: int) -> str:
        """The name of a field, as it was meant."""
        name = self._seen(key, offset)
        meant = meant_name(name)
        if meant is None:
            return name
        start, end = key.start_mark.index + offset, key.end_mark.index + offset
        self._find(start, end, meant.found, meant.cure)
        self.veiled.append((start, end))
        return meant.name

    def _stands_for_a_group(self, node: Node, offset: int) -> bool:
        """Whether a list or a group was left out for the `&` or `!` before it."""
        start = node.start_mark.index + self.offsets.get(id(node), offset)
        return not isinstance(node, ScalarNode) and self.text[start : start + 1] in ("&", "!")

    def _is_marked(self, node: Node, start: int, *, is_text: bool = True) -> bool:
        """Whether `&` or `!` stands before a value: YAML would drop the word after it."""
        if isinstance(node, ScalarNode) and node.style in ('"', "'"):
            quoted = self.text[start] in "\"'"
            if quoted:
                return False
        if isinstance(node, ScalarNode) and not node.value and self._follows(start):
            return False
        if self.is_veiled(start):
            return False
        sign = self.text[start]
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        if is_text and isinstance(node, ScalarNode):
            found = (
                f'a text may not begin with "{sign}": YAML gives it a meaning and drops the word'
            )
            self._find(start, end, found, "put the whole text in quotes")
        else:
            word = self.text[start:end].split()[0]
            found = f'"{word}" has a meaning to YAML that banks and stories do not use'
            cure = f'remove "{word}"' + ("; write out each part where it is needed" * (sign == "&"))
            self._find(start, start + len(word), found, cure)
            end = max(end, node.end_mark.index - node.start_mark.index + start)
        self.veiled.append((start, end))
        return True

    def _follows(self, start: int) -> bool:
        """Whether the place is the beginning of a line, where an empty value is thought to be."""
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return not before.strip(" ")

    def _duplicate(self, node: MappingNode, key: ScalarNode, offset: int) -> None:
        first = next(k for k, _ in node.value if isinstance(k, ScalarNode) and k.value == key.value)
        places = (first.start_mark.index + offset, key.start_mark.index + offset)
        if any(places[0] < low < places[1] for low, _ in self.damaged):
            return  # the line between them that was left out may have kept them apart
        self.findings.append(
            Finding(
                places[1],
                key.end_mark.index + offset,
                f'the field "{key.value}" stands twice here (lines {{lines}})',
                "remove one; if two questions or options run together, begin the second with `- `",
                also=places,
            )
        )

    def _too_deep(self, start: int) -> None:
        self._find(
            start, start + 1, "the lists are nested too deeply", "put texts with brackets in quotes"
        )

    def _find(self, start: int, end: int, found: str, cure: str) -> None:
        self.findings.append(Finding(start, end, found, cure))

    # --- looking up -----------------------------------------------------------------------------

    def span(self, place: Place) -> Span:
        """Where a value stands; the nearest that is there, when it is not."""
        node, offset, key = self._walk(place)
        start = node.start_mark.index + offset
        if key is None or (isinstance(node, ScalarNode) and self._has_words(node)):
            return self._words(node, offset)
        if isinstance(node, MappingNode | SequenceNode) and node.flow_style:
            return start, node.end_mark.index + offset
        return key.start_mark.index + offset, key.end_mark.index + offset

    def _words(self, node: Node, offset: int) -> Span:
        """A text as it stands; of a group of fields the first field's name."""
        while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
            first = node.value[0]
            node = first[0] if isinstance(node, MappingNode) else first
            offset = self.offsets.get(id(node), offset)
        start, end = node.start_mark.index + offset, node.end_mark.index + offset
        if start == end and not self._has_words(node):
            return self._dash_before(start)
        return start, max(start + 1, end)

    def _dash_before(self, start: int) -> Span:
        """The dash of an entry with nothing after it."""
        dash = self.text.rfind("-", 0, start)
        return (dash, dash + 1) if dash >= 0 else (start, start + 1)

    @staticmethod
    def _has_words(node: Node) -> bool:
        return not isinstance(node, ScalarNode) or bool(node.value) or bool(node.style)

    def key_span(self, place: Place) -> Span:
        """Where the name of a field stands."""
        _, offset, key = self._walk(place)
        if key is None:
            return self.span(place)
        return key.start_mark.index + offset, key.end_mark.index + offset

    def whole(self, place: Place) -> Span:
        """From where a value begins to where it ends."""
        node, offset, _ = self._walk(place)
        return node.start_mark.index + offset, node.end_mark.index + offset

    def begins(self, place: Place) -> int:
        """Where a value begins; for one read by itself, where its part of the text does."""
        node, offset, _ = self._walk(place)
        return offset if id(node) in self.offsets else node.start_mark.index + offset

    def _walk(self, place: Place) -> tuple[Node, int, Node | None]:
        """The node at a place, where its part of the text begins, and the field's name above it."""
        node, key = self.root, None
        offset = self.offsets.get(id(node), 0)
        for step in place:
            below: Node | None = None
            if isinstance(step, int):
                if isinstance(node, SequenceNode):
                    below = node.value[step] if step < len(node.value) else None
                    if below is not None:
                        key = None
                else:
                    continue  # a single entry where a list may stand
            elif isinstance(node, MappingNode):
                found = _entry(node, step)
                if found is not None:
                    key, below = found
            if below is None:
                break
            node = below
            offset = self.offsets.get(id(node), offset)
        return node, offset, key

    def finding(self, fault: Fault) -> Finding:
        """The fault with its place in the text."""
        start, end = (self.key_span if fault.at_name else self.span)(fault.place)
        also = tuple(self.span(place)[0] for place in fault.also)
        return Finding(start, end, fault.found, fault.cure, fault.severity, also, rule=fault.rule)

    def is_veiled(self, start: int) -> bool:
        """Whether something was said already about the words there."""
        if self._veils is None or self._veils[0] != len(self.veiled):
            self._veils = (len(self.veiled), *_united(self.veiled))
        _, lows, highs = self._veils
        n = bisect_right(lows, start) - 1
        return n >= 0 and start < highs[n]

    def is_damaged(self, start: int, end: int) -> bool:
        """Whether lines between the two places were left out."""
        return any(low < end and start <= high for low, high in self.damaged)

    def scalars(self) -> Iterator[tuple[Place, ScalarNode, ScalarNode | None, int]]:
        """Every text: its place, itself, the name of its field if it has one, its offset."""
        yield from self._scalars(self.root, (), None, self.offsets.get(id(self.root), 0), 0)

    def _scalars(
        self, node: Node, place: Place, key: ScalarNode | None, offset: int, depth: int
    ) -> Iterator[tuple[Place, ScalarNode, ScalarNode | None, int]]:
        offset = self.offsets.get(id(node), offset)
        start = node.start_mark.index + offset
        if isinstance(node, ScalarNode):
            yield place, node, key, offset
        elif depth > DEEPEST or self.text[start : start + 1] == "&":
            return
        elif isinstance(node, SequenceNode):
            for n, child in enumerate(node.value):
                yield from self._scalars(child, (*place, n), None, offset, depth + 1)
        elif isinstance(node, MappingNode):
            for name, child in node.value:
                if isinstance(name, ScalarNode):
                    below = (*place, name.value)
                    yield from self._scalars(child, below, name, offset, depth + 1)


def _united(spans: list[Span]) -> tuple[list[int], list[int]]:
    """Where spans begin and end once those that touch are one; each has a character at least."""
    lows: list[int] = []
    highs: list[int] = []
    for low, high in sorted(spans):
        high = max(high, low + 1)
        if lows and low <= highs[-1]:
            highs[-1] = max(highs[-1], high)
        else:
            lows.append(low)
            highs.append(high)
    return lows, highs


def _entry(node: MappingNode, name: str) -> tuple[Node, Node] | None:
    """A field and its value; the one most like it where the name was misspelt."""
    entries = {k.value: (k, v) for k, v in reversed(node.value) if isinstance(k, ScalarNode)}
    if name in entries:
        return entries[name]
    like = get_close_matches(name, entries, 1, 0.75)
    return entries[like[0]] if like else None

"""Where a new field belongs: where the other questions of the bank have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportedly.files.banks.bank_writer import fields_in_order
from reportedly.files.editing.sheet import Sheet
from reportedly.files.reading.fields import field_names
from reportedly.files.reading.lookup import model_at
from reportedly.quiz.bank import Bank
from reportedly.quiz.faults import Place
from reportedly.quiz.kinds import KINDS


@dataclass(frozen=True)
class Examples:
    """The groups of fields that stand where one stands: all options of single questions, say."""

    groups: tuple[MappingNode, ...]
    known: tuple[str, ...]

    @classmethod
    def of(cls, sheet: Sheet, place: Place) -> Examples:
        """The groups like that at a place of a whole bank."""
        if place[:1] != ("questions",) or len(place) < 2:
            known = field_names(Bank) if not place else ()
            return cls((), known)
        kind = _kind(sheet.spot(place[:2]).node)
        within = tuple(step for step in place[2:] if isinstance(step, str))
        listed = sheet.spot(("questions",)).node
        others = listed.value if isinstance(listed, SequenceNode) else [listed]
        groups = [
            group
            for question in others
            if _kind(question) == kind
            for group in _below(question, within)
        ]
        return cls(tuple(groups), _known(kind, place[2:]))

    def place_for(self, name: str, present: list[str]) -> int:
        """Before which of the present fields a new one belongs; their number, if at the end."""
        orders = [[key.value for key, _ in group.value] for group in self.groups]
        with_name = [order for order in orders if name in order]
        # The ones that have most in common with it are the best example.
        with_name.sort(key=lambda order: -len(set(order) & set(present)))
        low, high = 0, len(present)
        for order in [*with_name, list(self.known)]:
            if name not in order:
                continue
            behind = set(order[order.index(name) + 1 :])
            before = set(order[: order.index(name)])
            # An example decides what the better ones before it have left open.
            last = max((n for n, other in enumerate(present) if other in before), default=-1)
            first = next((n for n, other in enumerate(present) if other in behind), len(present))
            low, high = min(max(low, last + 1), high), max(min(high, first), low)
        return low if low else high

    def flow_for(self, name: str) -> bool | None:
        """Whether most others write this field in brackets; None if there is no other."""
        flows = [
            bool(value.flow_style)
            for group in self.groups
            for key, value in group.value
            if key.value == name and not isinstance(value, ScalarNode)
        ]
        return max(flows, key=flows.count) if flows else None


def _kind(node: Node) -> str:
    if not isinstance(node, MappingNode):
        return ""
    named = (value.value for key, value in node.value if key.value == "kind")
    kind = next(named, "")
    return kind.strip() if isinstance(kind, str) else ""


def _below(node: Node, names: tuple[str, ...]) -> Iterator[MappingNode]:
    """The groups to which the names lead, whichever entries of lists they pass."""
    if isinstance(node, SequenceNode):
        for child in node.value:
            yield from _below(child, names)
    elif isinstance(node, MappingNode):
        if not names:
            yield node
            return
        for key, value in node.value:
            if key.value == names[0]:
                yield from _below(value, names[1:])


def _known(kind: str, within: Place) -> tuple[str, ...]:
    """The fields in the order in which the app writes them."""
    model = KINDS.get(kind)
    if model is None:
        return ()
    if not within:
        return fields_in_order(model)
    inner = model_at(model, within)
    return field_names(inner) if inner is not None else ()

"""Changing what a field says: a text, a choice, a list, or a whole group of fields at once."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from reportedly.files.banks.bank_writer import key_text
from reportedly.files.editing import plain
from reportedly.files.editing.pairing import pairs
from reportedly.files.editing.part import Part
from reportedly.files.editing.plain import Value, same, tidy
from reportedly.files.editing.rows import Listed, Rows, dash_of, rows_of
from reportedly.files.editing.scalar_edit import texts_with
from reportedly.files.editing.sheet import CannotEdit, Sheet, Spot, is_flow
from reportedly.files.editing.writing import entry_lines, field_lines, flow_text
from reportedly.quiz.faults import Place


def set_value(text: str, place: Place, value: Value) -> str:
    """The text with another value at a place; whatever in it stays the same is not touched.

    Args:
        text: A whole bank.
        place: As faults name it: ("questions", 2, "options", 0, "why").
        value: A text, or lists and dicts of texts, in the author's words.

    Raises: CannotEdit: if it cannot be done without touching other words.
    """
    part = Part(text, place)
    set_in(part, part.within(place), tidy(value))
    return part.text()


def add_field(text: str, place: Place, name: str, value: Value) -> str:
    """The text with a field more in the group at a place, where like groups have it.

    Raises: CannotEdit: if it is there already, or cannot be added.
    """
    part = Part(text, (*place, name))
    add_in(part, part.within((*place, name))[:-1], name, tidy(value))
    return part.text()


def remove_field(text: str, place: Place) -> str:
    """The text without a field, or without an entry of a list, and the remarks that go with it.

    Raises: CannotEdit: if it is not there, or cannot be removed.
    """
    part = Part(text, place)
    remove_in(part, part.within(place))
    return part.text()


def set_in(part: Part, place: Place, value: Value) -> None:
    """Change a value of a part, step by step."""
    sheet = part.sheet
    spot = sheet.spot(place)
    old = plain.at(sheet.data, place)
    if isinstance(value, list) and len(value) == 1 and type(value[0]) is type(old):
        value = value[0]  # `skills: gaps` says the same as `skills: [gaps]`
    if same(old, value):
        return
    if isinstance(value, str) and isinstance(spot.node, ScalarNode):
        part.take(texts_with(sheet, spot, value), plain.put(sheet.data, place, value))
    elif isinstance(value, dict) and isinstance(old, dict) and old and value:
        _set_fields(part, place, old, value)
    elif isinstance(value, list) and isinstance(old, list) and old and value:
        _set_entries(part, place, old, value)
    else:
        part.take(_rewritten(part, spot, place, value), plain.put(sheet.data, place, value))


def add_in(part: Part, place: Place, name: str, value: Value) -> None:
    """Add a field to a group of a part."""
    sheet = part.sheet
    fields = plain.at(sheet.data, place)
    if not isinstance(fields, dict) or name in fields:
        raise CannotEdit
    if not fields:
        set_in(part, place, {name: value})
        return
    examples = part.examples(place)
    index = examples.place_for(name, list(fields))
    rows = rows_of(sheet, sheet.spot(place).node)
    if isinstance(rows, Listed):
        made = rows.with_one(index, f"{key_text(name)}: {flow_text(value, name)}")
    else:
        lines = field_lines(name, value, rows.column, part.offset, flow=examples.flow_for(name))
        made = rows.with_one(index, lines)
    part.take([made], plain.put(sheet.data, (*place, name), value))


def remove_in(part: Part, place: Place) -> None:
    """Remove a field or an entry from a part."""
    sheet = part.sheet
    node = sheet.spot(place[:-1]).node
    index = _index(node, place[-1])
    if isinstance(node, MappingNode | SequenceNode) and len(node.value) == 1:
        empty: Value = {} if isinstance(node, MappingNode) else []
        part.take(_emptied(part, place[:-1], empty), plain.put(sheet.data, place[:-1], empty))
        return
    part.take([rows_of(sheet, node).without(index)], plain.dropped(sheet.data, place))


def insert_in(part: Part, place: Place, index: int, value: Value) -> None:
    """Add an entry to a list of a part."""
    sheet = part.sheet
    node = sheet.spot(place).node
    rows = rows_of(sheet, node)
    if isinstance(rows, Listed):
        made = rows.with_one(index, flow_text(value, ""))
    else:
        flows = [bool(child.flow_style) for child in node.value if isinstance(child, MappingNode)]
        flow = max(flows, key=flows.count) if flows else None
        lines = entry_lines(value, rows.column, part.offset, flow=flow)
        made = rows.with_one(index, lines, rows.blank_between() or 0)
    part.take([made], plain.inserted(sheet.data, place, index, value))


def move_in(part: Part, place: Place, old: int, new: int) -> None:
    """Move an entry of a list of a part."""
    sheet = part.sheet
    rows = rows_of(sheet, sheet.spot(place).node)
    order = plain.reordered(list(range(len(rows.spans))), old, new)
    part.take([rows.in_order(order)], plain.moved(sheet.data, place, old, new))


def _index(node: object, step: str | int) -> int:
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return step
    if isinstance(node, MappingNode):
        for n, (key, _) in enumerate(node.value):
            if key.value == step:
                return n
    raise CannotEdit("What was to be removed is not in the file any more.")


# --- groups of fields and lists ------------------------------------------------------------------


def _set_fields(part: Part, place: Place, old: dict[str, Value], value: dict[str, Value]) -> None:
    for before, after in _renamed(old, value):
        _rename(part, (*place, before), after)
        old = {after if name == before else name: said for name, said in old.items()}
    for name, said in value.items():
        if name in old:
            set_in(part, (*place, name), said)
        else:
            add_in(part, place, name, said)
    for name in old:
        if name not in value:
            remove_in(part, (*place, name))


_ANSWER_WORDS = {"right", "wrong"}


def _renamed(old: dict[str, Value], value: dict[str, Value]) -> Iterator[tuple[str, str]]:
    """Fields that only changed their name: `right:` to `wrong:`, a statement to another label."""
    gone = [name for name in old if name not in value]
    new = [name for name in value if name not in old]
    for before in gone:
        for after in new:
            alike = isinstance(value[after], str) and same(old[before], value[after])
            if {before, after} == _ANSWER_WORDS or alike:
                new.remove(after)
                yield before, after
                break


def _rename(part: Part, place: Place, name: str) -> None:
    sheet = part.sheet
    key = sheet.spot(place).key
    assert key is not None
    low, high = key.start_mark.index, key.end_mark.index
    made = sheet.text[:low] + key_text(name) + sheet.text[high:]
    before = place[-1]

    def rename(fields: dict[str, Value]) -> dict[str, Value]:
        return {name if key == before else key: said for key, said in fields.items()}

    part.take([made], plain.changed(sheet.data, place[:-1], rename))


def _set_entries(part: Part, place: Place, old: list[Value], value: list[Value]) -> None:
    """Remove what is gone, change what stays, bring it into order, add what is new."""
    before = pairs(old, value)
    stays = [n for n in before if n is not None]
    if not stays:
        made = _rewritten(part, part.sheet.spot(place), place, value)
        part.take(made, plain.put(part.sheet.data, place, value))
        return
    for gone in sorted(set(range(len(old))) - set(stays), reverse=True):
        remove_in(part, (*place, gone))
    order = sorted(stays)
    for said, was in zip(value, before, strict=True):
        if was is not None and not same(old[was], said):
            set_in(part, (*place, order.index(was)), said)
    for to, was in enumerate(stays):
        if (found := order.index(was, to)) != to:
            move_in(part, place, found, to)
            order = plain.reordered(order, found, to)
    for to, was in enumerate(before):
        if was is None:
            insert_in(part, place, to, value[to])


def _emptied(part: Part, place: Place, empty: Value) -> Iterator[str]:
    """The text without the only entry of a list or group; remarks that stand alone are kept."""
    sheet = part.sheet
    spot = sheet.spot(place)
    rows = rows_of(sheet, spot.node)
    if isinstance(rows, Rows) and spot.key is not None and not rows.inline:
        lead = sheet.colon_after(spot.key)
        low, high = rows.spans[0]
        kept = sheet.text[lead : sheet.line_start(low)]
        yield sheet.text[:lead] + " " + flow_text(empty, "") + kept + sheet.text[high:]
    yield from _rewritten(part, spot, place, empty)


# --- a value of another shape --------------------------------------------------------------------


def _rewritten(part: Part, spot: Spot, place: Place, value: Value) -> Iterator[str]:
    """The text with a value written anew: a list where a text was, or something where none was."""
    sheet = part.sheet
    if spot.in_flow:
        low, high = spot.node.start_mark.index, sheet.end_of(spot.node)
        yield sheet.text[:low] + flow_text(value, str(place[-1])) + sheet.text[high:]
        return
    for flow in (None, True):
        yield from _on_new_lines(part, sheet, spot, value, flow)


def _on_new_lines(
    part: Part, sheet: Sheet, spot: Spot, value: Value, flow: bool | None
) -> Iterator[str]:
    text, node = sheet.text, spot.node
    if spot.key is not None:
        lead = sheet.colon_after(spot.key)
        name = spot.key.value
        lines = field_lines(name, value, spot.column, part.offset, flow=flow)
        first = lines[0].removeprefix(key_text(name) + ":")
    else:
        lead = dash_of(sheet, node.start_mark.index, spot.column) + 1
        lines = entry_lines(value, spot.column, part.offset, flow=flow)
        first = lines[0].removeprefix("-")
    end = sheet.end_of(node)
    in_block = not isinstance(node, ScalarNode) and not is_flow(node)
    remark_from = lead if in_block else end
    keeps = sheet.only_remark_after(remark_from)
    remark = text[remark_from : sheet.line_end(remark_from)] if keeps else ""
    below = "".join(sheet.eol + line for line in lines[1:])
    yield text[:lead] + first + remark + below + text[sheet.line_end(end) :]

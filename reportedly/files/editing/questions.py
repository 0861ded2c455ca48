"""Adding, removing, duplicating and reordering the questions of a bank."""

from __future__ import annotations

import re

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportedly.files.editing import plain
from reportedly.files.editing.part import Part
from reportedly.files.editing.plain import Value
from reportedly.files.editing.rows import Listed, Rows, rows_of
from reportedly.files.editing.sheet import MARK, CannotEdit, Sheet, is_flow
from reportedly.files.editing.values import add_in, move_in, remove_in, set_in

_QUESTIONS = ("questions",)
_LINE_END = re.compile(r"\r\n|\r|\n")


def insert_question(text: str, index: int, yaml: str) -> str:
    """The text with one more question before that of the index, or at the end.

    Args:
        text: A whole bank.
        index: Where it will stand, from 0.
        yaml: The fields of the question, at the margin; a dash before them is welcome.

    Raises: CannotEdit: if `yaml` is not one question, or there is no sure place for it.
    """
    part = Part(text, _QUESTIONS)
    lines, question = _fields_of(yaml)
    _insert(part, index, lines, question)
    return part.text()


def remove_question(text: str, index: int) -> str:
    """The text without a question and the remarks right above it."""
    part = Part(text, _QUESTIONS)
    _question(part, index)
    remove_in(part, (*_QUESTIONS, index))
    return part.text()


def move_question(text: str, old: int, new: int) -> str:
    """The text with a question moved to where it then stands, and the remarks right above it."""
    part = Part(text, _QUESTIONS)
    _question(part, old)
    _question(part, new)
    if old != new:
        move_in(part, _QUESTIONS, old, new)
    return part.text()


def duplicate_question(text: str, index: int, new_id: str) -> str:
    """The text with a question a second time, right behind itself and under another id."""
    part = Part(text, _QUESTIONS)
    _question(part, index)
    lines, question = _fields_of(question_text(text, index))
    _insert(part, index + 1, lines, question, right_behind=True)
    place = (*_QUESTIONS, index + 1)
    if "id" in plain.at(part.sheet.data, place):
        set_in(part, (*place, "id"), new_id)
    else:
        add_in(part, place, "id", new_id)
    return part.text()


def question_text(text: str, index: int) -> str:
    """The fields of a question as they stand, moved to the margin: to show, or to put elsewhere."""
    part = Part(text, _QUESTIONS)
    node = _question(part, index)
    sheet = part.sheet
    rows = rows_of(sheet, sheet.spot(_QUESTIONS).node)
    low, high = node.start_mark.index, rows.spans[index][1]
    column = node.start_mark.column
    if isinstance(rows, Listed) or column < 0:
        return "- " + sheet.text[low:high] + "\n"
    lines = _LINE_END.split(sheet.text[low:high].rstrip("\r\n"))
    return "\n".join([lines[0], *(_outdented(line, column) for line in lines[1:])]) + "\n"


def _outdented(line: str, column: int) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    if spaces < column and not line.lstrip().startswith("#") and line.strip():
        raise CannotEdit
    return line[min(column, spaces) :]


def _question(part: Part, index: int) -> Node:
    data = part.sheet.data
    listed = data.get("questions") if isinstance(data, dict) else None
    if not isinstance(listed, list) or not 0 <= index < len(listed):
        raise CannotEdit("This question is not in the file any more.")
    return part.sheet.spot((*_QUESTIONS, index)).node


def _fields_of(yaml: str) -> tuple[list[str], Value]:
    """The lines of one question, its fields at the margin, and what they say."""
    sheet = Sheet.of(yaml.removeprefix(MARK))
    root, data = sheet.tree.root, sheet.data
    if isinstance(data, list) and len(data) == 1 and isinstance(root, SequenceNode):
        root, data = root.value[0], data[0]
    if not isinstance(root, MappingNode) or not isinstance(data, dict) or "questions" in data:
        raise CannotEdit("This is not one question; write its fields: `kind: ...`, `ask: ...`.")
    low, column = root.start_mark.index, root.start_mark.column
    lines = _LINE_END.split(sheet.text[low:].rstrip())
    return [lines[0], *(_outdented(line, column) for line in lines[1:])], data


def _insert(
    part: Part, index: int, fields: list[str], question: Value, *, right_behind: bool = False
) -> None:
    sheet = part.sheet
    data = sheet.data
    if not isinstance(data, dict):
        raise CannotEdit("This is not a bank.")
    listed = data.get("questions")
    if listed is None:
        _begin_list(part, sheet.text, fields, question)
        return
    node = sheet.spot(_QUESTIONS).node
    if not listed and (isinstance(node, ScalarNode) or is_flow(node)):
        _fill_list(part, node, fields, question)
        return
    if not isinstance(listed, list) or not 0 <= index <= len(listed):
        raise CannotEdit("There is no such place in the list of questions.")
    rows = rows_of(sheet, node)
    if isinstance(rows, Listed):
        raise CannotEdit("The questions stand in brackets; add one to them as text.")
    # Between the margin and the fields stands the dash, as far from them as in the other questions.
    gap = _dash_gap(sheet, node, rows)
    lines = ["-" + " " * (gap - 1) + fields[0], *_indented(fields[1:], rows.column + gap)]
    blank = rows.blank_between()
    blank = 1 if blank is None else blank
    made = rows.with_one(index, lines, blank, right_behind=right_behind)
    part.take([made], plain.inserted(data, _QUESTIONS, index, question))


def _dash_gap(sheet: Sheet, node: Node, rows: Rows) -> int:
    gaps = [
        child.start_mark.column - rows.column
        for child in node.value
        if isinstance(child, MappingNode) and not child.flow_style
    ]
    likely = max(gaps, key=gaps.count) if gaps else 2
    return likely if 2 <= likely <= 8 else 2


def _indented(lines: list[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _listed(part: Part, fields: list[str]) -> str:
    """The first question of a list."""
    return part.eol.join(["  - " + fields[0], *_indented(fields[1:], 4)])


def _fill_list(part: Part, node: Node, fields: list[str], question: Value) -> None:
    """Write the first question where `questions:` has none."""
    sheet = part.sheet
    key = sheet.spot(_QUESTIONS).key
    assert key is not None
    lead, end = sheet.colon_after(key), sheet.end_of(node)
    below = sheet.next_line(end)
    has_end = sheet.text[below - 1 : below] in ("\r", "\n")
    words = sheet.text[max(end, lead) : below] if has_end else sheet.text[max(end, lead) :]
    break_after = part.eol if has_end else ""
    break_before = "" if has_end else part.eol
    made = (
        sheet.text[:lead]
        + words
        + break_before
        + _listed(part, fields)
        + break_after
        + sheet.text[below:]
    )
    part.take([made], {**sheet.data, "questions": [question]})


def _begin_list(part: Part, text: str, fields: list[str], question: Value) -> None:
    """Write `questions:` and the first question at the end."""
    before = "" if text[-1:] in ("\r", "\n") else part.eol
    made = text + before + f"questions:{part.eol}" + _listed(part, fields) + part.eol
    part.take([made], {**part.sheet.data, "questions": [question]})

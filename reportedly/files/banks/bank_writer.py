"""A bank as an author would write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds.classify import Statement
from reportedly.quiz.publishing.signature import Signature
from reportedly.quiz.question import Evidence, Origin, Question

MODELINE = "# yaml-language-server: $schema=./bank.schema.json"

_FIRST = ("id", "kind", "ask")
_LAST = tuple(
    field.alias or name for name, field in Question.model_fields.items() if name not in _FIRST
)

# What may stand without quotes: begins with a letter or digit, holds no sign that YAML reads.
_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*")
_FLOW_SIGNS = re.compile(r"[\[\]{},]")
_KEYWORDS = {"true", "false"}


def write_bank(bank: Bank) -> str:
    """The bank as YAML that reads back to an equal bank; defaults are left out."""
    lines = [MODELINE]
    head = [(name, value) for name, value in _fields(bank) if name not in ("questions", "drafted")]
    lines += _block(head, 0)
    lines.append("questions:" if bank.questions else "questions: []")
    for n, question in enumerate(bank.questions):
        if n:
            lines.append("")
        lines += _item(question, 2)
    if bank.drafted:
        # Of no interest to who reads the questions, so behind them.
        lines += ["", *_entry("drafted", bank.drafted, 0)]
    return "\n".join(lines) + "\n"


def write_question(question: Question) -> str:
    """The fields of one question as YAML, without the dash that stands before them in a bank."""
    return "\n".join(_block(_fields(question), 0)) + "\n"


def _fields(value: BaseModel) -> list[tuple[str, Any]]:
    """The fields that say something, in the order that authors write them."""
    if isinstance(value, Statement):
        return list(value.model_dump().items())
    own_names = {field.alias or name: name for name, field in type(value).model_fields.items()}
    given = [(name, getattr(value, own_names[name])) for name in fields_in_order(type(value))]
    return [
        (name, said)
        for name, said in given
        if not _goes_without_saying(value, own_names[name], said)
    ]


def fields_in_order(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields in the order that authors write them."""
    names = tuple(field.alias or name for name, field in model.model_fields.items())
    if not issubclass(model, Question):
        return names
    own = [name for name in names if name not in (*_FIRST, *_LAST)]
    return (*_FIRST, *own, *_LAST)


def _goes_without_saying(value: BaseModel, name: str, said: Any) -> bool:
    """Whether a field says what it would say if it were left out."""
    known = type(value).model_fields[name]
    if said is None:
        return True
    return not known.is_required() and bool(said == known.get_default(call_default_factory=True))


def _entry(name: str, value: Any, indent: int) -> list[str]:
    """A field with its value."""
    lead = " " * indent + key_text(name) + ":"
    if isinstance(value, Origin):
        return [f"{lead} {_in_braces(value)}"]
    if isinstance(value, BaseModel):
        return [lead, *_block(_fields(value), indent + 2)]
    if isinstance(value, Mapping):
        return [lead, *_block(list(value.items()), indent + 2)]
    if isinstance(value, tuple):
        if all(not isinstance(part, BaseModel | tuple) for part in value):
            short = "[" + ", ".join(_text(part, in_flow=True) for part in value) + "]"
            if len(lead) + 1 + len(short) <= 100 or not value:
                return [f"{lead} {short}"]
        return [lead, *(line for part in value for line in _item(part, indent + 2))]
    return [f"{lead} {_text(value)}"]


def _in_braces(origin: Origin) -> str:
    """Where a question was drawn from: for machines more than for readers, so on one line."""
    parts = []
    for name, said in _fields(origin):
        listed = isinstance(said, tuple)
        texts = [_text(part, in_flow=True) for part in (said if listed else [said])]
        parts.append(f"{name}: [{', '.join(texts)}]" if listed else f"{name}: {texts[0]}")
    return "{" + ", ".join(parts) + "}"


def _block(fields: Iterable[tuple[str, Any]], indent: int) -> list[str]:
    return [line for name, value in fields for line in _entry(name, value, indent)]


def _item(value: Any, indent: int) -> list[str]:
    """An entry of a list."""
    lead = " " * indent + "- "
    if isinstance(value, Evidence):
        words = double_quoted(value.words)
        return [f"{lead}{{at: {value.at}, words: {words}}}"]
    if isinstance(value, Signature):
        fields = ", ".join(f"{k}: {_text(v, in_flow=True)}" for k, v in _fields(value))
        return [f"{lead}{{{fields}}}"]
    if isinstance(value, BaseModel):
        return _dashed(_block(_fields(value), indent + 2), indent)
    if isinstance(value, tuple):
        if len(value) == 1 and isinstance(value[0], BaseModel):
            return _item(value[0], indent)
        return _dashed([line for part in value for line in _item(part, indent + 2)], indent)
    return [lead + _text(value)]


def _dashed(lines: list[str], indent: int) -> list[str]:
    """Lines with the first one's indentation turned into a dash."""
    return [" " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]


def key_text(name: str) -> str:
    """The name of a field, in quotes where a program might take it for something else."""
    # true and false would be taken for other than text by programs that are not ours.
    bare = _PLAIN.fullmatch(name) and not _FLOW_SIGNS.search(name) and name not in _KEYWORDS
    return (
        name
        if bare and len(name) < 100 and is_shown(name) and ":" not in name
        else double_quoted(name)
    )


def _text(value: Any, *, in_flow: bool = False) -> str:
    """A text, in quotes where YAML would read it otherwise."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    plain = _PLAIN.fullmatch(text) and not text.endswith((":", " ")) and is_shown(text)
    if plain and not (in_flow and _FLOW_SIGNS.search(text)):
        return text
    return double_quoted(text)


def is_shown(text: str) -> bool:
    """Whether every character is one that an editor shows."""
    return text.isprintable() and text == text.strip() and "\ufeff" not in text


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def double_quoted(text: str) -> str:
    """The text between double quotation marks."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and character != "\ufeff":
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

"""Parts whose author writes what they are in a field's place: `right: ...`, `claim: ...`."""

from __future__ import annotations

from reportedly.quiz.kinds.classify import DEFAULT_LABELS
from reportedly.ui.form.fields import Plain, Way


def _read_option(entry: Plain) -> Plain:
    word = next((word for word in ("right", "wrong") if word in entry), "wrong")
    rest = {name: said for name, said in entry.items() if name != word}
    return {"word": word, "text": entry.get(word, ""), **rest}


def _write_option(option: Plain) -> Plain:
    rest = {name: said for name, said in option.items() if name not in ("word", "text")}
    return {option.get("word") or "wrong": option.get("text", ""), **rest}


def _read_statement(entry: Plain) -> Plain:
    rest = {name: said for name, said in entry.items() if name in ("slips", "why")}
    labels = [name for name in entry if name not in rest]
    if len(labels) != 1:
        return dict(entry)
    return {"label": labels[0], "text": entry[labels[0]], **rest}


def _write_statement(statement: Plain) -> Plain:
    rest = {name: said for name, said in statement.items() if name not in ("label", "text")}
    return {statement.get("label") or DEFAULT_LABELS[0]: statement.get("text", ""), **rest}


OPTION = Way(_read_option, _write_option)
"""`right: text` is an option whose word is "right"."""

STATEMENT = Way(_read_statement, _write_statement)
"""`claim: text` is a statement whose label is "claim"."""

"""Where an answer is written: each kind of question drawn for a pencil, without its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from reportedly.quiz.paper.sheet import WIDEST_TABLE, letter

Body = Mapping[str, Any]

_INSTRUCTIONS = {
    "single": "Tick one box.",
    "multiple": "Tick every box that fits.",
    "truefalse": "By what the articles say. Tick one box.",
    "match": "Write a letter in each box. A letter may be used more than once.",
    "order": "Write 1 in the box of what comes first, 2 in the next, and so on.",
    "number": "Write a number.",
    "classify": "Tick one box in each line.",
    "highlight": "Circle the letter of every underlined piece that fits.",
    "cloze": "Write a letter in each gap.",
    "short": "Write a short answer.",
    "open": "Write two or three sentences.",
}

_LINES = 6

BOX = '<span class="box"></span>'


def instruction(kind: str, body: Body) -> str:
    """What to do with a pencil."""
    if kind == "classify" and len(body["choices"]) > WIDEST_TABLE:
        return _INSTRUCTIONS["match"]
    return _INSTRUCTIONS[kind]


def field_html(kind: str, body: Body) -> str:
    """The place for the answer, from what the question's card shows before there is one."""
    return _FIELDS[kind](body)


def _options(body: Body) -> str:
    lines = "".join(
        f'<li>{BOX}<b class="letter">{letter(n)}</b><span>{escape(option["text"])}</span></li>'
        for n, option in enumerate(body["options"])
    )
    return f'<ul class="options">{lines}</ul>'


def _statement(body: Body) -> str:
    # Always in the same order, so their names serve as well as letters.
    lines = "".join(
        f"<li>{BOX}<span>{escape(option['text'])}</span></li>" for option in body["options"]
    )
    return f'<ul class="options beside">{lines}</ul>'


def _placing(body: Body) -> str:
    items = "".join(f"<li>{BOX}<span>{escape(i['text'])}</span></li>" for i in body["items"])
    return f'<div class="two"><ul class="options">{items}</ul>{_lettered(body["choices"])}</div>'


def _lettered(choices: list[Mapping[str, str]], kind: str = "choices") -> str:
    lines = "".join(
        f'<li><b class="letter">{letter(n)}</b><span>{escape(choice["text"])}</span></li>'
        for n, choice in enumerate(choices)
    )
    return f'<ul class="{kind}">{lines}</ul>'


def _sorting(body: Body) -> str:
    if len(body["choices"]) > WIDEST_TABLE:
        return _placing(body)
    labels = "".join(f'<th scope="col">{escape(c["text"])}</th>' for c in body["choices"])
    boxes = f"<td>{BOX}</td>" * len(body["choices"])
    lines = "".join(
        f'<tr><th scope="row">{escape(item["text"])}</th>{boxes}</tr>' for item in body["items"]
    )
    return (
        '<table class="sorting"><thead><tr><td></td>'
        f"{labels}</tr></thead><tbody>{lines}</tbody></table>"
    )


def _order(body: Body) -> str:
    items = "".join(f"<li>{BOX}<span>{escape(i['text'])}</span></li>" for i in body["items"])
    return f'<ul class="options">{items}</ul>'


def _number(body: Body) -> str:
    unit = f" {escape(body['unit'])}" if body["unit"] else ""
    return f'<p class="answer"><span class="blank"></span>{unit}</p>'


def _short(_body: Body) -> str:
    return '<p class="answer"><span class="blank wide"></span></p>'


def _open(_body: Body) -> str:
    return f'<div class="lines">{"<div></div>" * _LINES}</div>'


def _cloze(body: Body) -> str:
    gaps = [piece for piece in body["pieces"] if "gap" in piece]
    number = {gap["gap"]: n for n, gap in enumerate(gaps, start=1)}
    text = "".join(
        f'<span class="gap">({number[piece["gap"]]})<span class="blank"></span></span>'
        if "gap" in piece
        else escape(piece["text"])
        for piece in body["pieces"]
    )
    choices = "".join(
        f"<div><p>({number[gap['gap']]})</p>{_lettered(gap['choices'])}</div>" for gap in gaps
    )
    return f'<p class="cloze">{text}</p><div class="gaps">{choices}</div>'


def _highlight(body: Body) -> str:
    met: dict[str, str] = {}

    def piece_html(piece: Mapping[str, str]) -> str:
        if "id" not in piece:
            return escape(piece["text"])
        named = met.setdefault(piece["id"], letter(len(met)))
        first, space, rest = piece["text"].partition(" ")
        return (
            f'<span class="piece"><span class="first"><b class="ring">{named}</b>{escape(first)}'
            f"</span>{space}{escape(rest)}</span>"
        )

    return "".join(
        f'<div class="para {p["role"]}"><span class="no">{p["label"]}</span>'
        f"<p>{''.join(map(piece_html, p['pieces']))}</p></div>"
        for p in body["paragraphs"]
    )


_FIELDS: Mapping[str, Callable[[Body], str]] = {
    "single": _options,
    "multiple": _options,
    "truefalse": _statement,
    "match": _placing,
    "order": _order,
    "number": _number,
    "classify": _sorting,
    "highlight": _highlight,
    "cloze": _cloze,
    "short": _short,
    "open": _open,
}

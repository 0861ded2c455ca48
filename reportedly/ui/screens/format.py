"""How a bank is written: every kind with an example, its card, its fields and usual mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import streamlit as st

from reportedly import resources
from reportedly.files.format import format_guide
from reportedly.files.format.format_guide import FieldText, Mistake
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.taxonomy import SkillText, SlipText
from reportedly.ui import instructor
from reportedly.ui.parts import notices, preview


def render() -> None:
    """The page."""
    instructor.require()
    with notices.store_faults():
        _beginning()
        for kind in KINDS:
            _kind(kind)
        _names()


def _beginning() -> None:
    links = ", ".join(f'<a href="#{kind}">{kind}</a>' for kind in KINDS)
    st.html(
        '<h1>Format</h1><p class="lead">A bank is a text file in the folder <code>quizzes</code>. '
        "Each field is a word, a colon, a space and what it says; what belongs to it stands below, "
        "two spaces further in; each entry of a list begins with a dash and a space.</p>"
        f"<p>The kinds: {links}. At the end: "
        '<a href="#names-of-skills">skills</a> and <a href="#names-of-slips">slips</a>.</p>'
        "<p>Every example is a whole bank: copy it into a new file of <code>quizzes</code>, or "
        "into the tab <em>Text</em> of a bank, and change it. An editor that knows YAML completes "
        "and explains each field by the first line, if the file is in <code>quizzes</code>.</p>"
    )
    st.html(
        "<section><h2>The bank</h2>"
        + _table("The fields at the margin, once in a file", format_guide.bank_fields())
        + "<h3>Any question</h3>"
        + _table("The fields that questions of all kinds share", format_guide.shared_fields())
        + "<h3>What goes wrong anywhere</h3>"
        + _mistakes("single", format_guide.ANYWHERE)
        + "</section>"
    )


def _kind(kind: str) -> None:
    model = KINDS[kind]
    st.header(kind, anchor=kind)
    st.write(" ".join((model.__doc__ or "").split("\n\n")[0].split()))
    text, card = st.columns([6, 5], gap="large")
    with text:
        st.code(format_guide.example(kind), language="yaml", wrap_lines=True)
    with card:
        _card(kind)
    guide = format_guide.GUIDES[kind]
    st.html(
        f"<p><strong>Marking.</strong> {escape(guide.marked)}</p>"
        + _table(f"The fields of kind {kind} alone", format_guide.kind_fields(kind))
        + "<h3>Usual mistakes</h3>"
        + _mistakes(kind, guide.mistakes)
    )


def _card(kind: str) -> None:
    stories = resources.shelf().stories
    bank = format_guide.read_example(kind, stories).bank
    story = stories.get(bank.story) if bank is not None else None
    if bank is None or story is None:
        st.write("The card cannot be shown: the story lantern-walk is not among the stories here.")
        return
    key = f"format-{kind}"

    def answered(message: dict[str, Any]) -> None:
        st.session_state[f"{key}-response"] = message.get("response")

    response = st.session_state.get(f"{key}-response")
    preview.show(Edition.of(bank, story), bank.questions[0], response, key, answered)


def _table(caption: str, fields: Iterable[FieldText]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(field.name)}</code>'
        f"{' <span>needed</span>' if field.needed else ''}</th>"
        f"<td>{escape(field.meaning)}</td></tr>"
        for field in fields
    )
    return (
        f'<table class="fields"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">Field</th><th scope="col">Meaning</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _mistakes(kind: str, mistakes: Iterable[Mistake]) -> str:
    stories = resources.shelf().stories
    rows = []
    for mistake in mistakes:
        report = format_guide.report_of(kind, mistake, stories)
        if report is not None:
            rows.append(
                f"<li><code>{_written(mistake.written)}</code> in place of "
                f"<code>{_written(mistake.instead_of)}</code>: {_sentence(report.message)} "
                f'<span class="fine">{_sentence(report.help)}</span></li>'
            )
    return f"<ul>{''.join(rows)}</ul>"


def _written(words: str) -> str:
    # A tab looks like spaces, which is what makes it a trap.
    return escape(words.strip(" \n").replace("\t", "⇥ "))


def _sentence(words: str) -> str:
    begun = words[:1].upper() + words[1:]
    return escape(begun if begun.endswith((".", "?", "`")) else f"{begun}.")


def _names() -> None:
    st.html(
        '<section id="names-of-skills"><h2>Skills</h2>'
        + _table("What a question trains: one or two", _meanings(resources.skills()))
        + '</section><section id="names-of-slips"><h2>Slips</h2>'
        + _table("The misreading behind a wrong answer", _meanings(resources.slips()))
        + "</section>"
    )


def _meanings(texts: Mapping[Any, SkillText] | Mapping[Any, SlipText]) -> list[FieldText]:
    return [
        FieldText(str(text.name), False, f"{text.title}: {text.meaning}") for text in texts.values()
    ]

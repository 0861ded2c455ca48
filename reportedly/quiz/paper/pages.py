"""The sheet for learners and the answer sheet, each as the HTML of a page to print."""

from __future__ import annotations

from fractions import Fraction
from html import escape

from reportedly.quiz.card import points_text
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import Quotation, quotations
from reportedly.quiz.paper.fields import field_html, instruction
from reportedly.quiz.paper.keys import KeyWords, answer_html
from reportedly.quiz.paper.sheet import Numbered, Sheet, card_of
from reportedly.quiz.question import Evidence, Render
from reportedly.story.article import Article

QUOTATION_NOTE = (
    "The articles are retellings. “Double marks” hold an article’s exact words; ‘single marks’ "
    "inside them are marks that the article itself prints."
)

INVENTED = "Invented for practice: the place, the people and both reports are made up."


def sheet_html(sheet: Sheet, render: Render, *, articles: bool) -> str:
    """The sheet that learners write on; nothing in it tells what is right.

    Args:
        sheet: The questions.
        render: Markdown to clean HTML.
        articles: Whether the articles are printed before the questions.
    """
    edition = sheet.edition
    lines = "".join(
        f'<div><dt>{name}</dt><dd class="blank"></dd></div>' for name in ("Name", "Class", "Date")
    )
    note = f'<p class="note">{escape(edition.content_note)}</p>' if edition.content_note else ""
    made_up = f'<p class="note">{INVENTED}</p>' if edition.invented else ""
    questions = "".join(_question(each, sheet, render) for each in sheet.questions)
    return (
        f'<header class="head"><p class="kicker">{escape(edition.story_title)}</p>'
        f"<h1>{escape(edition.bank.bank)}</h1>"
        f'<p class="facts">{_facts(sheet)}</p><dl class="who">{lines}</dl>'
        f"{note}{made_up}</header>"
        f"{_articles(edition) if articles else ''}"
        f'<section class="questions" aria-label="Questions">{questions}</section>'
    )


def key_html(sheet: Sheet, words: KeyWords) -> str:
    """The answer sheet: what is right, the reasons, and the paragraphs that decide."""
    answers = "".join(_answer(each, sheet.edition, words) for each in sheet.questions)
    return (
        f'<header class="head"><p class="kicker">Answer sheet</p>'
        f"<h1>{escape(sheet.edition.bank.bank)}</h1>"
        f'<p class="facts">{_facts(sheet)}</p>'
        '<p class="note">For whoever marks. Numbers and letters are those of this form only.</p>'
        f'</header><section class="answers" aria-label="Answers">{answers}</section>'
    )


def _facts(sheet: Sheet) -> str:
    count = len(sheet.questions)
    questions = "1 question" if count == 1 else f"{count} questions"
    return f"{questions} · {_points(sheet.points)} · {escape(sheet.form.name)}"


def _points(points: Fraction) -> str:
    return f"{points_text(points)} {'point' if points == 1 else 'points'}"


def _heading(each: Numbered, render: Render) -> str:
    return (
        f'<h2><span class="number">{each.number}</span>'
        f'<span class="ask">{render(each.question.ask)}</span>'
        f'<span class="worth">{_points(each.question.points)}</span></h2>'
    )


def _question(each: Numbered, sheet: Sheet, render: Render) -> str:
    card = card_of(each, sheet.edition, render)
    return (
        f'<section class="question {each.question.kind}">{_heading(each, render)}'
        f'<div class="under"><p class="fine">{instruction(card["kind"], card["body"])}</p>'
        f"{field_html(card['kind'], card['body'])}</div></section>"
    )


def _answer(each: Numbered, edition: Edition, words: KeyWords) -> str:
    question = each.question
    explain = f"<p>{words.render(question.explain)}</p>" if question.explain else ""
    beyond = question.beyond
    from_elsewhere = (
        f'<p class="fine">From beyond the articles: {words.render(beyond.says)} '
        f"({words.render(beyond.source)})</p>"
        if beyond
        else ""
    )
    return (
        f'<section class="question {question.kind}">{_heading(each, words.render)}'
        f'<div class="under">{answer_html(each, edition, words)}{explain}'
        f"{evidence_html(edition, question.evidence)}{from_elsewhere}</div></section>"
    )


def evidence_html(edition: Edition, evidence: tuple[Evidence, ...]) -> str:
    """The paragraphs that decide, with the words marked."""
    return "".join(map(_quotation, quotations(edition, evidence)))


def _quotation(quotation: Quotation) -> str:
    text = "".join(
        f"<mark>{escape(p.text)}</mark>" if p.marked else escape(p.text) for p in quotation.pieces
    )
    return (
        f'<div class="para quoted"><span class="no">{escape(quotation.at)}</span>'
        f"<p>{text}</p></div>"
    )


def _articles(edition: Edition) -> str:
    note = f'<p class="note">{QUOTATION_NOTE}</p>' if edition.retold else ""
    shown = "".join(_article(a, edition.labels[a.letter]) for a in edition.articles)
    return f'<section class="articles" aria-label="Articles">{note}{shown}</section>'


def _article(article: Article, label: str) -> str:
    paragraphs = "".join(
        f'<div class="para {p.role}"><span class="no">{article.letter}{p.number}</span>'
        f"<p>{_ROLE.get(p.role, '')}{escape(p.shown)}</p></div>"
        for p in article.paragraphs
    )
    return f"<article><h2>{escape(label)}</h2>{paragraphs}</article>"


_ROLE = {"caption": '<span class="role">Picture caption</span> '}

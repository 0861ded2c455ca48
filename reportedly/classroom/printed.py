"""What a lesson showed, as a page to print: no names, and little of small groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from reportedly.classroom.hosting import percent
from reportedly.classroom.lesson import Pacing
from reportedly.classroom.record import FIRM_FROM, QuestionRecord
from reportedly.classroom.tallies import Tally
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.paper.keys import right_answer
from reportedly.quiz.paper.pages import evidence_html
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from reportedly.quiz.question import Question, Render


@dataclass(frozen=True)
class Held:
    """Which lesson it was.

    Attributes:
        day: When it began, as people write it.
    """

    title: str
    pacing: Pacing
    day: str


def lesson_html(
    held: Held, records: Sequence[QuestionRecord], edition: Edition, render: Render
) -> str:
    """The questions that were asked with their votes, the explanation and the paragraph.

    The page may be handed round, so how fewer than five learners voted does not stand on it.

    Args:
        held: The lesson.
        records: What it showed.
        edition: Its questions as they were.
        render: Markdown to clean HTML.
    """
    shown = "".join(
        _question(number, each, held.pacing, edition, render)
        for number, each in enumerate(records, start=1)
    )
    count = len(records)
    questions = "1 question" if count == 1 else f"{count} questions"
    return (
        '<header class="head"><p class="kicker">What the lesson showed</p>'
        f"<h1>{escape(held.title)}</h1>"
        f'<p class="facts">{escape(held.day)} · {questions}</p></header>'
        f'<section class="lesson" aria-label="Questions">{shown}</section>'
    )


def _question(
    number: int, each: QuestionRecord, pacing: Pacing, edition: Edition, render: Render
) -> str:
    question = edition.question(each.id)
    explain = f"<p>{render(question.explain)}</p>" if question.explain else ""
    return (
        f'<section class="question"><h2><span class="number">{number}</span>'
        f'<span class="ask">{render(question.ask)}</span>'
        f'<span class="worth">{_learners(each.answered)}</span></h2><div class="under">'
        f"{_remark(each)}{_votes(each, pacing)}{_key(question, render)}"
        f"{explain}{evidence_html(edition, question.evidence)}</div></section>"
    )


def _learners(count: int) -> str:
    return "1 learner" if count == 1 else f"{count} learners"


def _remark(each: QuestionRecord) -> str:
    remarks = []
    if each.voided:
        remarks.append("Taken out: it does not count.")
    if not each.answered:
        remarks.append("Nobody answered.")
    elif each.answered < SMALLEST_GROUP:
        remarks.append(f"Fewer than {SMALLEST_GROUP} learners answered, so no more is told.")
    elif not each.is_firm:
        remarks.append(f"Fewer than {FIRM_FROM} learners answered: take the figures with care.")
    return f'<p class="fine">{" ".join(remarks)}</p>' if remarks else ""


def _votes(each: QuestionRecord, pacing: Pacing) -> str:
    """A column for each vote, a line for each answer."""
    told = [
        (_name(number, pacing), counted)
        for number, counted in enumerate(each.rounds, start=1)
        if counted.answered >= SMALLEST_GROUP
    ]
    if not told:
        return ""
    heads = "".join(f'<th scope="col">{name}<br>{_right(tally)}</th>' for name, tally in told)
    lines = "".join(
        f'<tr{" class=is-right" if bar.is_right else ""}><th scope="row">{escape(bar.text)}'
        f"{' (right)' if bar.is_right and bar.text != 'Right' else ''}</th>"
        f"{''.join(_cell(tally, place) for _, tally in told)}</tr>"
        for place, bar in enumerate(told[0][1].bars)
    )
    return (
        '<table class="figures"><thead><tr><th scope="col">Answer</th>'
        f"{heads}</tr></thead><tbody>{lines}</tbody></table>"
    )


def _name(number: int, pacing: Pacing) -> str:
    if pacing is not Pacing.LIVE:
        return f"Try {number}"
    return ("First vote", "Second vote")[number - 1] if number <= 2 else f"Vote {number}"


def _right(tally: Tally) -> str:
    right = percent(tally.right)
    share = "" if right is None else f"<br>{right} % right"
    return f"{tally.answered} answers{share}"


def _cell(tally: Tally, place: int) -> str:
    count = tally.bars[place].count
    share = round(100 * Fraction(count, tally.marked)) if tally.marked else 0
    bar = f'<span class="bar"><span style="width: {share}%"></span></span>'
    return f"<td>{count} ({share} %){bar}</td>"


def _key(question: Question, render: Render) -> str:
    answer = right_answer(question)
    # A model answer may be marked up; options are shown as they are typed.
    return f"<p>Right: {render(answer) if isinstance(question, Open) else escape(answer)}</p>"

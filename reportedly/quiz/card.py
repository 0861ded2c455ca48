"""A question and its explanation as the plain data that the card in the browser draws.

Nothing here carries a key before there is an answer: the question's own `body` holds none, and an
explanation is only made from an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import Explanation
from reportedly.quiz.kinds.highlight import Highlight
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.marking import Certainty, PartMark
from reportedly.quiz.passage import find_pieces
from reportedly.quiz.question import Layout, Question, Render
from reportedly.quiz.response import Response, SelfMarked
from reportedly.quiz.taxonomy import Slip, SlipText

VERDICTS = {"right": "Right", "partly": "Partly right", "wrong": "Not quite"}

CERTAINTIES = {
    Certainty.GUESS: "Guessing",
    Certainty.SIXTY: "About 60 % sure",
    Certainty.EIGHTY: "About 80 % sure",
    Certainty.NINETY_FIVE: "About 95 % sure",
}


def question_card(
    edition: Edition,
    question: Question,
    layout: Layout,
    response: Response | None,
    render: Render,
) -> dict[str, Any]:
    """What a learner sees of a question, with their own response if there is one."""
    body = question.body(layout)
    if isinstance(question, Highlight):
        body = _passage(edition, question, body)
    if isinstance(question, Open) and isinstance(response, SelfMarked):
        body = question.comparison(layout, render)
    return {
        "kind": question.kind,
        "ask_html": render(question.ask),
        "instruction": question.instruction,
        "body": body,
        "response": None if response is None else question.show(response, layout),
    }


def _passage(edition: Edition, question: Highlight, body: Mapping[str, Any]) -> dict[str, Any]:
    """The paragraphs cut at the pieces that can be tapped."""
    ids = [piece["id"] for piece in body["pieces"]]
    paragraphs = [(at, p) for at in question.passage if (p := edition.paragraph(at))]
    passage = find_pieces([piece["text"] for piece in body["pieces"]], [p for _, p in paragraphs])
    shown = []
    for place, (at, paragraph) in enumerate(paragraphs):
        text, done = passage.texts[place], 0
        pieces: list[dict[str, str]] = []
        spots = (spot for spot in passage.spots if spot.paragraph == place)
        for spot in sorted(spots, key=lambda spot: spot.start):
            if spot.start > done:
                pieces.append({"text": text[done : spot.start]})
            pieces.append({"id": ids[spot.piece], "text": text[spot.start : spot.end]})
            done = spot.end
        if done < len(text):
            pieces.append({"text": text[done:]})
        shown.append({"label": at, "role": paragraph.role, "pieces": pieces})
    return {"paragraphs": shown}


def certainty_choices() -> list[dict[str, str]]:
    """The steps of "How sure are you?"."""
    return [{"id": step.value, "text": text} for step, text in CERTAINTIES.items()]


def explanation_card(
    explanation: Explanation, slips: Mapping[Slip, SlipText], render: Render
) -> dict[str, Any]:
    """What a learner is told after answering."""
    question, mark = explanation.question, explanation.mark
    return {
        "verdict": mark.verdict,
        "verdict_text": VERDICTS[mark.verdict],
        "points_text": f"{points_text(explanation.points)} of {points_text(explanation.possible)} "
        + ("point" if explanation.possible == 1 else "points"),
        "note": mark.note or None,
        "parts": [_part(part, slips, render) for part in mark.parts],
        "explain_html": render(question.explain) if question.explain else "",
        "evidence": [
            {
                "at": quotation.at,
                "article": quotation.article,
                "pieces": [{"text": p.text, "mark": p.marked} for p in quotation.pieces],
            }
            for quotation in explanation.evidence
        ],
        "beyond_html": render(f"{question.beyond.says} ({question.beyond.source})")
        if question.beyond
        else None,
        "certainty_text": _certainty_text(explanation),
    }


def _part(part: PartMark, slips: Mapping[Slip, SlipText], render: Render) -> dict[str, Any]:
    slip = slips.get(part.slip) if part.slip and part.verdict == "wrong" else None
    return {
        "text": part.text,
        "given": part.given,
        "key": part.key,
        "verdict": part.verdict,
        "why_html": render(part.why) if part.why else "",
        "slip": {"title": slip.title, "meaning": slip.meaning} if slip else None,
    }


def _certainty_text(explanation: Explanation) -> str | None:
    if explanation.certainty is None or explanation.certainty_points is None:
        return None
    worth = signed(explanation.certainty_points)
    return f"You said: {CERTAINTIES[explanation.certainty].lower()}. Practice mark {worth}."


_COMMON = {
    Fraction(1, 2): "½",
    Fraction(1, 4): "¼",
    Fraction(3, 4): "¾",
    Fraction(1, 3): "⅓",
    Fraction(2, 3): "⅔",
}


def points_text(points: Fraction) -> str:
    """A number, at least 0, as people read it: 2, 1½, 0.45, 3,000; to two places, kept exactly."""
    whole, rest = divmod(points, 1)
    if rest == 0:
        return f"{whole:,}"
    if rest in _COMMON:
        return f"{whole:,}{_COMMON[rest]}" if whole else _COMMON[rest]
    return f"{float(points):,.2f}".rstrip("0").rstrip(".")


def signed(points: Fraction) -> str:
    """Points with their sign: +3, 0, −6."""
    text = points_text(abs(points))
    return text if points == 0 else f"{'+' if points > 0 else '−'}{text}"

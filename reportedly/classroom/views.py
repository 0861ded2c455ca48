"""What a seat gets, as plain data. Nothing of the key before its time.

A seat gets two parts: what the whole class sees, made once, and what only this seat sees. The
order of options is one for the whole class, so that neighbours and projector speak of the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from reportedly.classroom.answering import KICKED, seconds_left, why_refused
from reportedly.classroom.keys import key_lines
from reportedly.classroom.lesson import Lesson, Phase
from reportedly.classroom.results import own_result
from reportedly.classroom.seats import Seat
from reportedly.classroom.tallies import Marks, Stored
from reportedly.quiz import card
from reportedly.quiz.attempt import Answer
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import explain, quotations
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.question import Layout, Question, Render
from reportedly.quiz.response import SelfMarked
from reportedly.quiz.taxonomy import Skill, SkillText, Slip, SlipText

OwnVotes = Mapping[tuple[str, int], Stored]


@dataclass(frozen=True)
class Words:
    """How texts become what people read."""

    render: Render
    slips: Mapping[Slip, SlipText]
    skills: Mapping[Skill, SkillText]


@dataclass(frozen=True)
class Board:
    """A lesson with its questions: all that views are made from.

    Attributes:
        id, code: Of the lesson.
        revision: Grows with every move.
    """

    id: str
    code: str
    revision: int
    lesson: Lesson
    edition: Edition

    @cached_property
    def marks(self) -> Marks:
        """Marks of this edition."""
        return Marks(self.edition)

    @cached_property
    def cards(self) -> dict[str, dict[str, Any]]:
        """Cards without a response that were made already, by question."""
        return {}

    @cached_property
    def explained(self) -> dict[object, dict[str, Any]]:
        """Explanations that were made already: many in a class give the same answer."""
        return {}

    @cached_property
    def _layouts(self) -> dict[str, Layout]:
        return {}

    def layout(self, question: Question) -> Layout:
        """In which order the whole class sees a question's parts."""
        if question.id not in self._layouts:
            self._layouts[question.id] = layout_of(question, seed=int(self.id[:12], 16))
        return self._layouts[question.id]


def class_view(board: Board, words: Words) -> dict[str, Any]:
    """What every seat sees."""
    lesson, plan = board.lesson, board.lesson.plan
    view = {
        "phase": lesson.phase,
        "paused": lesson.paused_at is not None,
        "title": plan.title,
        "story": board.edition.bank.story,
        "pacing": plan.pacing,
        "deadline": None if plan.deadline is None else plan.deadline.isoformat(),
        "of": len(plan.questions),
        "question": None,
        "answer": None,
    }
    if not lesson.is_live or lesson.phase in (Phase.LOBBY, Phase.ENDED):
        return view
    question = board.edition.question(lesson.question)
    shown = lesson.phase is Phase.REVEALED
    return view | {
        "number": lesson.position + 1,
        "round": lesson.round,
        "voided": lesson.question in lesson.voided,
        "question": blank_card(board, question, words) | _certainty(lesson, question.id),
        "answer": revealed(board, question, words) if shown else None,
    }


def blank_card(board: Board, question: Question, words: Words) -> dict[str, Any]:
    """A question as the card draws it, without anybody's response."""
    if question.id not in board.cards:
        layout = board.layout(question)
        drawn = card.question_card(board.edition, question, layout, None, words.render)
        board.cards[question.id] = {"id": question.id} | drawn
    return board.cards[question.id]


def _certainty(lesson: Lesson, question: str) -> dict[str, Any]:
    asks = lesson.plan.asks_how_sure(question)
    return {"certainty": card.certainty_choices() if asks else None}


def revealed(board: Board, question: Question, words: Words) -> dict[str, Any]:
    """The key, the reason and the paragraphs, for a question whose time has come."""
    return {
        "key": [
            {"html": words.render(line.text)}
            if line.is_markdown
            else {"text": line.text, "place": line.place}
            for line in key_lines(question)
        ],
        "explain_html": words.render(question.explain) if question.explain else "",
        "evidence": [
            {
                "at": quotation.at,
                "article": quotation.article,
                "pieces": [{"text": p.text, "mark": p.marked} for p in quotation.pieces],
            }
            for quotation in quotations(board.edition, question.evidence)
        ],
    }


def seat_view(
    board: Board, seat: Seat, own: OwnVotes, words: Words, now: datetime, at: int | None = None
) -> dict[str, Any]:
    """What one seat sees besides.

    Args:
        board: The lesson.
        seat: Whose.
        own: Its votes, by question and round.
        words: How texts are shown.
        now: The moment.
        at: The question asked for by number, where learners choose their own way.
    """
    lesson = board.lesson
    view: dict[str, Any] = {"name": seat.name, "time": seat.time, "left": None, "own": None}
    view["unlisted"] = seat.unlisted if lesson.plan.standings else None
    if seat.id in lesson.kicked:
        return view | {"out": KICKED}
    if lesson.phase is Phase.LOBBY:
        return view
    if lesson.phase is Phase.ENDED or (not lesson.is_live and lesson.is_over(now)):
        return view | {
            "result": own_result(lesson, board.marks, _counted(own), words.skills, words.render)
        }
    if lesson.is_live:
        left = seconds_left(lesson, seat.time, now) if lesson.phase is Phase.OPEN else None
        is_shown = lesson.question in lesson.revealed
        return view | {
            "left": None if left is None else max(0.0, round(left, 1)),
            "own": _own(board, seat, own, lesson.question, lesson.round, is_shown, words, now),
        }
    return view | _own_way(board, seat, own, words, now, at)


def _own_way(
    board: Board, seat: Seat, own: OwnVotes, words: Words, now: datetime, at: int | None
) -> dict[str, Any]:
    lesson, questions = board.lesson, board.lesson.plan.questions
    done = [_is_complete(own.get((q, seat.round))) for q in questions]
    if at is None and all(done):
        shown = own_result(lesson, board.marks, _counted(own), words.skills, words.render)
        left = lesson.plan.tries - seat.round
        return {"result": shown, "round": seat.round, "tries_left": left}
    here = at if at is not None and 0 <= at < len(questions) else done.index(False)
    question = board.edition.question(questions[here])
    stored = own.get((question.id, seat.round))
    return {
        "number": here + 1,
        "round": seat.round,
        "done": done,
        "question": blank_card(board, question, words) | _certainty(lesson, question.id),
        "own": _own(board, seat, own, question.id, seat.round, stored is not None, words, now),
    }


def _own(
    board: Board,
    seat: Seat,
    own: OwnVotes,
    question_id: str,
    round: int,
    is_shown: bool,
    words: Words,
    now: datetime,
) -> dict[str, Any]:
    """A seat's own answer to a question, explained once that may be."""
    stored = own.get((question_id, round))
    if stored is None and is_shown:  # who misses the second vote keeps the first
        stored = next((own[question_id, r] for r in (2, 1) if (question_id, r) in own), None)
    # An answer on its way may still count for a moment; nobody is invited to send one then.
    is_closed = board.lesson.is_live and board.lesson.phase is not Phase.OPEN
    why_not = why_refused(board.lesson, seat, question_id, round, now)
    view: dict[str, Any] = {
        "open": why_not is None and not is_closed,
        "response": None,
        "explanation": None,
    }
    before = own.get((question_id, round - 1)) if board.lesson.is_live else None
    question = board.edition.question(question_id)
    layout = board.layout(question)
    if stored is None:
        if before is not None:
            view["before"] = question.show(before.vote.response, layout)
        return view
    view |= {
        "response": question.show(stored.vote.response, layout),
        "certainty": stored.vote.certainty,
        "sent": stored.sent,
    }
    if not is_shown:
        return view
    if isinstance(question, Open):
        view["body"] = question.comparison(layout, words.render)
    if not _is_complete(stored):
        return view | {"wants_level": True}
    return view | {"open": False, "explanation": _explanation(board, stored, words)}


def _explanation(board: Board, stored: Stored, words: Words) -> dict[str, Any]:
    vote = stored.vote
    key = (vote.question, vote.response, vote.certainty)
    if key not in board.explained:
        answer = Answer(vote.question, vote.response, vote.certainty, stored.at)
        explained = explain(board.edition, answer)
        board.explained[key] = card.explanation_card(explained, words.slips, words.render)
    return board.explained[key]


def _is_complete(stored: Stored | None) -> bool:
    if stored is None:
        return False
    response = stored.vote.response
    return not isinstance(response, SelfMarked) or response.level is not None


def _counted(own: OwnVotes) -> dict[str, Stored]:
    """Of each question the vote that counts, the last one."""
    counted: dict[str, Stored] = {}
    for (question, round), stored in own.items():
        if question not in counted or round > counted[question].vote.round:
            counted[question] = stored
    return counted

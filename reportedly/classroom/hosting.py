"""What the host gets, and nobody else: names, notes, the key, and what the votes suggest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from reportedly.classroom.conduct import ADVICE, Advice, advise, steps
from reportedly.classroom.lesson import Phase
from reportedly.classroom.projecting import split
from reportedly.classroom.seats import Seat
from reportedly.classroom.sureness import sureness
from reportedly.classroom.tallies import Tally, Vote, group, last_votes, tally
from reportedly.classroom.views import Board, Words, blank_card, revealed
from reportedly.quiz.card import CERTAINTIES
from reportedly.quiz.question import Question
from reportedly.story.plain import plain

PROMPTS = {
    Phase.OPEN: "Let everybody answer alone and in silence first.",
    Phase.CLOSED: "Do not show the split yet: a class that sees the majority follows it.",
    Phase.DISCUSS: (
        "Find somebody who answered differently. Show each other the paragraph that decided it."
    ),
    Phase.REVEALED: "Which words in the paragraph decide it? Who could read them differently?",
}
SENSITIVE = "deaths"
SENSITIVE_NOTE = "These reports speak of people killed. Give a moment, and let anybody sit one out."


def host_view(
    board: Board,
    seats: Sequence[Seat],
    present: Collection[str],
    votes: Sequence[Vote],
    words: Words,
    now: datetime,
) -> dict[str, Any]:
    """Everything for the host's own screen.

    Args:
        board: The lesson.
        seats: All who have joined, in order.
        present: The ids of those who are connected now.
        votes: All votes of the lesson.
        words: How texts are shown.
        now: The moment.
    """
    lesson = board.lesson
    by_round, asked = group(votes), frozenset(lesson.asked)
    view: dict[str, Any] = {
        "phase": lesson.phase,
        "paused": lesson.paused_at is not None,
        "pacing": lesson.plan.pacing,
        "deadline": None if lesson.plan.deadline is None else lesson.plan.deadline.isoformat(),
        "title": lesson.plan.title,
        "number": lesson.position + 1,
        "of": len(lesson.plan.questions),
        "round": lesson.round,
        "revision": board.revision,
        "shows_split": lesson.shows_split,
        "questions": [
            _line(board, q, by_round, words) | {"asked": q in asked} for q in lesson.plan.questions
        ],
        "speaker": lesson.plan.notes,
        "sensitive": SENSITIVE_NOTE if _speaks_of_deaths(board) else None,
        "advice": None,
        "question": None,
    }
    advice = None
    here = by_round.get((lesson.question, lesson.round), [])
    if lesson.is_live and lesson.phase not in (Phase.LOBBY, Phase.ENDED):
        question = board.edition.question(lesson.question)
        counted = tally(board.marks, question, here)
        if lesson.phase in (Phase.CLOSED, Phase.DISCUSS) and lesson.round == 1:
            advice = advise(counted.right, lesson.plan.bands)
        on_this = [vote for vote in votes if vote.question == question.id]
        view |= {
            "question": blank_card(board, question, words),
            "notes": _notes(board, question, words),
            "prompt": PROMPTS.get(lesson.phase),
            "advice": _advice(advice),
            "split": split(board, question, on_this, with_key=True),
            "right": percent(counted.right),
            "misreading": _misreading(counted, words),
            "sureness": [
                {
                    "certainty": CERTAINTIES[row.certainty],
                    "right": row.right,
                    "not_right": row.not_right,
                }
                for row in sureness(board.marks, here)
            ],
            "own_notes": words.render(question.notes) if question.notes else None,
        }
    answered = {vote.seat for vote in here}
    if not lesson.is_live:
        answered = {vote.seat for vote in votes}
    done = Counter(vote.seat for vote in last_votes(votes).values())
    return view | {
        "answered": len(answered),
        "seats": [
            {
                "id": seat.id,
                "name": seat.name or f"Learner {number}",
                "answered": seat.id in answered,
                "done": None if lesson.is_live else done[seat.id],
                "here": seat.id in present,
                "out": seat.id in lesson.kicked,
            }
            for number, seat in enumerate(seats, start=1)
        ],
        "steps": [
            {"do": step.do, "label": step.label, "keys": step.keys, "next": step.is_next}
            for step in steps(lesson, advice)
        ],
    }


def _speaks_of_deaths(board: Board) -> bool:
    bank = board.edition.bank
    asked = (board.edition.question(id) for id in board.lesson.plan.questions)
    return any(SENSITIVE in bank.sensitive_for(question) for question in asked)


def percent(share: Fraction | None) -> int | None:
    """A share as people read it."""
    return None if share is None else round(100 * share)


def _line(
    board: Board,
    question_id: str,
    by_round: Mapping[tuple[str, int], list[Vote]],
    words: Words,
) -> dict[str, Any]:
    """A question in the list of all of them."""
    lesson, question = board.lesson, board.edition.question(question_id)
    shown = question_id in lesson.revealed or not lesson.is_live
    rounds = [
        tally(board.marks, question, by_round[question_id, r])
        for r in range(1, 6)
        if shown and (question_id, r) in by_round
    ]
    return {
        "id": question_id,
        "ask": plain(question.ask),
        "ask_html": words.render(question.ask),
        "voided": question_id in lesson.voided,
        "right": [percent(counted.right) for counted in rounds],
    }


def _advice(advice: Advice | None) -> dict[str, str] | None:
    return None if advice is None else {"id": advice, "text": ADVICE[advice]}


def _misreading(counted: Tally, words: Words) -> dict[str, Any] | None:
    if counted.slip is None:
        return None
    slip, count = counted.slip
    text = words.slips[slip]
    return {"title": text.title, "meaning": text.meaning, "fix": text.fix, "count": count}


def _notes(board: Board, question: Question, words: Words) -> dict[str, Any]:
    """The key and the author's reasons, for the host to speak from."""
    return revealed(board, question, words)

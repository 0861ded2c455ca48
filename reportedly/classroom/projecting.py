"""What the projector gets, as plain data: no notes, and the key only once it is shown.

No names either, but for the standings, in a lesson that was begun with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportedly.classroom.lesson import Phase
from reportedly.classroom.seats import Seat
from reportedly.classroom.standings import ranked, standings
from reportedly.classroom.tallies import Stored, Tally, Vote, flows, group, options, tally
from reportedly.classroom.views import Board, Words, class_view
from reportedly.quiz.card import points_text
from reportedly.quiz.kinds.single import Single
from reportedly.quiz.kinds.truefalse import TrueFalse
from reportedly.quiz.question import Question


def screen_view(
    board: Board, arrivals: int, voted: int, votes: Sequence[Vote], words: Words, now: datetime
) -> dict[str, Any]:
    """What everybody sees on the wall.

    Args:
        board: The lesson.
        arrivals: How many seats there are.
        voted: How many have answered in the present round.
        votes: Those on the present question, of both rounds; looked at once the split is shown.
        words: How texts are shown.
        now: The moment.
    """
    lesson = board.lesson
    view = class_view(board, words) | {"arrivals": arrivals, "votes": 0, "split": None}
    if not lesson.is_live or view["question"] is None:
        return view
    question = board.edition.question(lesson.question)
    left = None
    if lesson.phase is Phase.OPEN and lesson.plan.seconds is not None:
        left = max(0.0, round(lesson.plan.seconds - lesson.elapsed(now), 1))
    is_shown = lesson.phase is Phase.REVEALED
    # Which answers are right shows in the split of a kind without options.
    may_show = lesson.shows_split and (is_shown or bool(options(question)))
    return view | {
        "votes": voted,
        "left": left,
        "split": split(board, question, votes, is_shown) if may_show else None,
    }


def split(
    board: Board, question: Question, votes: Sequence[Vote], with_key: bool
) -> dict[str, Any]:
    """How the votes fell, before and after talking, in the order on the screens."""
    tallies = {r: tally(board.marks, question, v) for (_, r), v in sorted(group(votes).items())}
    moved = flows(board.marks, question, votes) if len(tallies) > 1 else ()
    # Where several can be chosen, a flow says how right an answer was.
    kept = moved if with_key or isinstance(question, Single | TrueFalse) else ()
    return {
        "rounds": [
            {"round": r, "answered": t.answered, "bars": bars(board, question, t, with_key)}
            for r, t in tallies.items()
        ],
        "flows": [{"from": f.before, "to": f.after, "count": f.count} for f in kept],
    }


def standings_view(board: Board, seats: Sequence[Seat], votes: Sequence[Stored]) -> dict[str, Any]:
    """The first places by name, and how many of the questions shown so far do not count."""
    lesson = board.lesson
    shown = [q for q in lesson.asked if q in lesson.revealed]
    return {
        "lines": [
            {"place": line.place, "name": line.name, "points_text": points_text(line.points)}
            for line in standings(lesson, board.marks, seats, votes)
        ],
        "not_counted": len(shown) - len(ranked(lesson, board.marks)),
    }


def bars(board: Board, question: Question, counted: Tally, with_key: bool) -> list[dict[str, Any]]:
    """The bars of a vote in the order on the screens."""
    order = board.layout(question).parts if options(question) else range(len(counted.bars))
    shown = []
    for n in order:
        bar = counted.bars[n]
        shown.append(
            {"text": bar.text, "count": bar.count} | ({"right": bar.is_right} if with_key else {})
        )
    return shown

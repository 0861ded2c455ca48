"""What a host can do now: one obvious next step, and the rest beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reportedly.classroom.lesson import Bands, Lesson, Phase
from reportedly.classroom.moves import Do, possible

LABELS = {
    Do.START: "Start",
    Do.OPEN: "Reopen the vote",
    Do.CLOSE: "Close the vote",
    Do.DISCUSS: "Let them discuss",
    Do.VOTE_AGAIN: "Vote again",
    Do.REVEAL: "Show the answer",
    Do.NEXT: "Next question",
    Do.BACK: "Back",
    Do.SKIP: "Skip this question",
    Do.PAUSE: "Pause",
    Do.RESUME: "Go on",
    Do.SHOW_SPLIT: "Show the split",
    Do.HIDE_SPLIT: "Hide the split",
    Do.SHOW_STANDINGS: "Show the standings",
    Do.HIDE_STANDINGS: "Hide the standings",
    Do.END: "End the lesson",
}

KEYS = {
    Do.DISCUSS: "d",
    Do.VOTE_AGAIN: "v",
    Do.REVEAL: "r",
    Do.BACK: "b",
    Do.SKIP: "s",
    Do.PAUSE: "p",
    Do.RESUME: "p",
    Do.SHOW_SPLIT: "h",
    Do.HIDE_SPLIT: "h",
    Do.SHOW_STANDINGS: "l",
    Do.HIDE_STANDINGS: "l",
}
"""Each can be pressed instead; the obvious step is the space bar as well."""

_ORDER = (
    Do.START, Do.RESUME, Do.CLOSE, Do.DISCUSS, Do.VOTE_AGAIN, Do.REVEAL, Do.NEXT, Do.OPEN,
    Do.SHOW_SPLIT, Do.HIDE_SPLIT, Do.SHOW_STANDINGS, Do.HIDE_STANDINGS, Do.PAUSE, Do.BACK,
    Do.SKIP, Do.END,
)  # fmt: skip


class Advice(StrEnum):
    """What the first vote suggests."""

    RETEACH = "reteach"
    DISCUSS = "discuss"
    EXPLAIN = "explain"


ADVICE = {
    Advice.RETEACH: "Few have it. Explain again before anything else, then vote again.",
    Advice.DISCUSS: "Opinions differ. Let neighbours talk, then vote again.",
    Advice.EXPLAIN: "Most have it. Show the answer and say why.",
}


@dataclass(frozen=True)
class Step:
    """A button of the host's, and the keys that do the same, the one to be shown first."""

    do: Do
    label: str
    keys: tuple[str, ...]
    is_next: bool


def advise(share: Fraction | None, bands: Bands) -> Advice | None:
    """What to do after the first vote, by the share right of it; None if nobody voted."""
    if share is None:
        return None
    percent = 100 * share
    if percent < bands.reteach_below:
        return Advice.RETEACH
    return Advice.EXPLAIN if percent > bands.explain_above else Advice.DISCUSS


def next_step(lesson: Lesson, advice: Advice | None) -> Do | None:
    """The one obvious step; None once the lesson has ended."""
    if lesson.phase is Phase.ENDED:
        return None
    if lesson.paused_at is not None:
        return Do.RESUME
    if not lesson.is_live:
        return Do.START if lesson.phase is Phase.LOBBY else Do.END
    match lesson.phase:
        case Phase.LOBBY:
            return Do.START
        case Phase.OPEN:
            return Do.CLOSE
        case Phase.DISCUSS:
            return Do.VOTE_AGAIN
        case Phase.REVEALED:
            return Do.END if lesson.is_last else Do.NEXT
    wants_talk = advice in (Advice.DISCUSS, Advice.RETEACH)
    return Do.DISCUSS if wants_talk and Do.DISCUSS in possible(lesson) else Do.REVEAL


def steps(lesson: Lesson, advice: Advice | None) -> tuple[Step, ...]:
    """All that can be done without naming a question or a learner, the obvious one marked."""
    obvious, can = next_step(lesson, advice), possible(lesson)
    return tuple(
        Step(do, LABELS[do], (*(["space"] * (do is obvious)), *KEYS.get(do, "")), do is obvious)
        for do in _ORDER
        if do in can
    )

"""Standings and points for speed: off, unless a host wants them for one lesson."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from reportedly.classroom.lesson import Names
from reportedly.classroom.standings import MOST_PLACES, is_ranked
from reportedly.files.markdown import to_html
from reportedly.quiz.bank import Bank


@dataclass(frozen=True)
class Contest:
    """What a host wants of both."""

    standings: bool = False
    speed_points: bool = False


def render(bank: Bank, chosen: Sequence[str], names: Names, *, has_timer: bool) -> Contest:
    """Draws the choices, or says why there are none. Returns: what was chosen."""
    with st.expander("Standings and points for speed"):
        if bank.sensitive:
            st.write(
                f"This bank has neither: it is tagged {', '.join(bank.sensitive)}, and nobody is "
                "ranked by questions about that."
            )
            return Contest()
        st.write(
            "Both are off. They reward who is quick and who knew it before, and neither stands in "
            "the report."
        )
        left_out = [q for q in bank.questions if q.id in chosen and not is_ranked(bank, q)]
        if left_out:
            st.write(
                "These do not count for either, for they are tagged as sensitive or learners "
                "choose their own level:"
            )
            lines = "".join(f"<li>{to_html(question.ask)}</li>" for question in left_out)
            st.html(f"<ul>{lines}</ul>")
        standings = st.checkbox(
            "Let me show standings",
            key="class-standings",
            disabled=names is Names.ANONYMOUS,
            help=f"At most {MOST_PLACES} names with their points, on the projector, after an "
            "answer was shown. A learner can stay out of it.",
        )
        speed = st.checkbox(
            "Points for speed",
            key="class-speed",
            disabled=not has_timer,
            help="A right answer is worth up to half as much again, by the share of the learner’s "
            "own time that was left. More time for somebody costs no points.",
        )
        if names is Names.ANONYMOUS:
            st.caption("Without names there are no standings.")
        if not has_timer:
            st.caption("Points for speed need a timer.")
    return Contest(standings and names is not Names.ANONYMOUS, speed and has_timer)

"""How to read this: skills, misreadings, marks, and what is kept about a learner."""

from __future__ import annotations

from html import escape

import streamlit as st

from reportedly import resources
from reportedly.ui import forgetting


def render() -> None:
    """The page."""
    st.html(
        '<h1>How to read this</h1><p class="lead">Two reports of one event seldom say the same. '
        "Before asking who is right, find out who said what, how they know, and how firmly.</p>"
    )
    st.html(
        "<section><h2>Four questions to any report</h2><ol>"
        "<li><strong>Who says it?</strong> The paper itself, or somebody it reports? "
        "Through whose hands did it come?</li>"
        "<li><strong>How firmly?</strong> Look for words that limit: at least, up to, reportedly, "
        "apparently. Keep them when you retell.</li>"
        "<li><strong>What is counted?</strong> Which people, from when to when, a floor or a "
        "ceiling?</li>"
        "<li><strong>What is not said?</strong> A gap is not a no, and no answer is not a "
        "confession.</li></ol>"
        "<p>Trusting nothing is as much a misreading as believing everything. When people who "
        "disagree on much say the same, you can hold it firmly.</p></section>"
    )
    _skills()
    _slips()
    _marks()
    _privacy()


def _skills() -> None:
    rows = "".join(
        f"<li><strong>{escape(t.title)}</strong>{escape(t.meaning)} "
        f'<span class="fine">{escape(t.tip)}</span></li>'
        for t in resources.skills().values()
    )
    st.html(f"<section><h2>Twelve skills</h2><ul class='cards'>{rows}</ul></section>")


def _slips() -> None:
    rows = "".join(
        f"<li><strong>{escape(t.title)}</strong>{escape(t.meaning)} "
        f'<span class="fine">{escape(t.fix)}</span></li>'
        for t in resources.slips().values()
    )
    st.html(
        "<section><h2>Fourteen misreadings</h2><p>Each wrong answer stands for one of them, and "
        f"the explanation names it.</p><ul class='cards'>{rows}</ul></section>"
    )


def _marks() -> None:
    st.html(
        "<section><h2>How answers are marked</h2><ul>"
        "<li>One right answer: a point or none. Several right answers: each right choice counts, "
        "each wrong one takes one away, never below nothing.</li>"
        "<li>Matching and sorting: the share that is right. Order: pairs in the right order; a "
        "reversed order earns nothing.</li>"
        "<li>Leaving a question out costs nothing.</li>"
        "<li>If you say how sure you are, you also get practice marks: right +1, +2 or +3, wrong "
        "0, −2 or −6. They change no points. They pay for honesty: say 80 % when you are right "
        "four times in five.</li></ul></section>"
        "<section><h2>What the quizzes are about, and what not</h2><p>The questions ask what the "
        "articles support, not what really happened. They never ask which side you are on. "
        "Algorithms, privacy, advertising and made-up pictures are not covered.</p></section>"
    )


def _privacy() -> None:
    days = resources.settings().retention_days
    st.html(
        "<section><h2>What is kept about you</h2><p>A random name in a cookie of this browser, and "
        "under it your attempts and answers. No account, no address, no e-mail; nothing is asked "
        f"of or sent to anybody else. Attempts delete themselves after {days} days; the parts of a "
        "study together, that long after the last of them.</p></section>"
        "<section><h2>What is kept of a class</h2><ul>"
        "<li>The name a learner chose or was given, unless the class has none; the answers, when "
        "they came, and how sure somebody said they were. A random word in the learner’s browser "
        "leads back to the seat; only a hash of it is stored. No account, no address, no "
        "e-mail.</li>"
        "<li>The teacher sees names and answers. The others see how many chose what, and names "
        "only where a teacher switched standings on and the learner did not stay out of "
        "them.</li>"
        f"<li>All of it deletes itself {days} days after the last answer, or after a homework’s "
        "deadline, and at once when the teacher deletes the class. Then the name stands nowhere "
        "any more, in the database file and its log neither. Files that a teacher has downloaded "
        "are the teacher’s to delete.</li>"
        "<li>It is kept for the lesson and its report, and for nothing else: nothing is sold, "
        "shown to others or used to advertise.</li></ul></section>"
    )
    forgetting.button()

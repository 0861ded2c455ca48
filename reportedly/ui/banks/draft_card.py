"""A generated draft to judge: the card as learners get it, and the claims it was drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from reportedly.authoring.linting.running import weak_spots_of_one
from reportedly.authoring.origin import has_changed_claims, ledger_stamps
from reportedly.authoring.sample import right_response
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.question import Origin
from reportedly.story.ledger import Claim
from reportedly.story.story import Story
from reportedly.ui.banks.question_row import KINDS
from reportedly.ui.parts import preview
from reportedly.ui.parts.claims import Annotations
from reportedly.ui.parts.notices import escape

_KEY, _TRY = "With the key", "As the learner sees it"
_REVIEW = {"auto": "nobody has decided on it", "dropped": "dropped in the ledger"}


def render(shelved: ShelvedBank, question: AnyQuestion) -> None:
    """Draws the draft, and beside it what it rests on."""
    origin = question.from_
    assert origin is not None  # That is what makes it a generated draft.
    if has_changed_claims(origin, ledger_stamps(shelved.story)):
        st.warning(
            "Its claims have changed since it was drawn. Read it against them, or draft the "
            "questions of this story again.",
            icon=":material/sync_problem:",
        )
    left, right = st.columns([11, 9], gap="large")
    with left, st.container(key="review-card"):
        st.html(
            f'<p class="fine">{escape(KINDS.get(question.kind, question.kind))} · drawn by '
            f"blueprint {escape(origin.blueprint)} · <code>{escape(shelved.name)}.yaml</code></p>"
        )
        found = tuple(weak_spots_of_one(shelved.bank, question.id, shelved.story))
        if found:
            st.html(weak_list(found))
        _card(shelved, question)
    with right, st.container(key="review-claims"):
        _claims(shelved.story, origin)


def weak_list(found: Sequence[Fault]) -> str:
    """What the rules find weak in a draft, each in one line with its cure and its rule's name."""
    lines = "".join(
        f"<li>{escape(_line(fault))} <code>{escape(fault.rule)}</code></li>" for fault in found
    )
    title = "One weak spot" if len(found) == 1 else f"{len(found)} weak spots"
    return (
        f'<section class="fine weak-spots" aria-label="Weak spots"><p>{title}</p>'
        f"<ul>{lines}</ul></section>"
    )


def _line(fault: Fault) -> str:
    found = fault.found.replace("{lines}", "other lines of it")
    return f"{found}; {fault.cure}." if fault.cure else f"{found}."


def _card(shelved: ShelvedBank, question: AnyQuestion) -> None:
    view = st.segmented_control(
        "Preview", (_KEY, _TRY), default=_KEY, required=True, key="review-view"
    )
    edition = Edition.of(shelved.bank, shelved.story)
    key = f"review-{shelved.name}-{question.id}"
    with st.container(border=True, key="question-card"):
        if view == _KEY:
            payload = question.show(right_response(question), layout_of(question, seed=0))
            preview.show(edition, question, payload, f"{key}-key", None)
            return

        def answered(message: dict[str, Any]) -> None:
            st.session_state[f"{key}-response"] = message.get("response")

        preview.show(edition, question, st.session_state.get(f"{key}-response"), key, answered)


def _claims(story: Story, origin: Origin) -> None:
    known = {claim.id: claim for claim in story.ledger.claims}
    there = [known[id] for id in dict.fromkeys(origin.claims) if id in known]
    gone = [id for id in origin.claims if id not in known]
    marks = Annotations(story)
    parts = [_paragraph(story, marks, at, there) for at in dict.fromkeys(c.at for c in there)]
    if gone:
        parts.append(f"<p>No longer in the ledger: {escape(', '.join(gone))}.</p>")
    number = len(origin.claims)
    title = "The claim it was drawn from" if number == 1 else f"The {number} claims it rests on"
    st.html(
        f'<section aria-label="Claims"><h2 class="small">{title}</h2>{"".join(parts)}</section>'
    )


def _paragraph(story: Story, marks: Annotations, at: str, claims: list[Claim]) -> str:
    """A paragraph and those of the claims that stand in it."""
    found = story.paragraph(at)
    assert found is not None  # The ledger is read with its paragraphs.
    cards = "".join(_claim(marks, claim) for claim in claims if claim.at == at)
    return (
        f'<article class="report" aria-label="Paragraph {at}"><div class="para">'
        f'<span class="no">{at}</span><p>{marks.words(at, found)}</p></div></article>{cards}'
    )


def _claim(marks: Annotations, claim: Claim) -> str:
    state = f" · {_REVIEW[claim.review]}" if claim.review in _REVIEW else ""
    return (
        f'<div class="claim"><p class="fine"><strong>{escape(claim.id)}</strong>{state}</p>'
        f"{marks.claim(claim)}</div>"
    )

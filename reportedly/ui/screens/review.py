"""Generated drafts one by one, each beside the claims it came from: accept, edit or drop."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from reportedly import resources
from reportedly.authoring.to_review import drafts_of, queue
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import draft_card, draft_steps
from reportedly.ui.banks.draft_steps import At
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted

_ALL = ""


@dataclass(frozen=True)
class Waiting:
    """A draft in the queue."""

    shelved: ShelvedBank
    question: AnyQuestion

    @property
    def at(self) -> At:
        """Where it stands."""
        return At(self.shelved.name, self.question.id)


def render() -> None:
    """The page: the drafts of the bank in the address, or of all banks."""
    who = instructor.require()
    navigation.link("desk", "Desk", ":material/arrow_back:")
    with notices.store_faults():
        st.title("Review")
        banks = _chosen(dict(resources.shelf().banks))
        with st.container():  # always there, so that what comes after it stays as it is
            notices.finished()
        waiting = _waiting(banks, who)
        elsewhere = sum(len(drafts_of(b.bank)) for b in banks) - len(waiting)
        if waiting:
            _one(waiting, who)
        else:
            draft_steps.undo_button()
            st.write("No generated draft waits for you here.")
        if elsewhere:
            st.html(
                f'<p class="fine">{counted(elsewhere, "draft")} signed by you '
                f"{'waits' if elsewhere == 1 else 'wait'} for somebody else to sign.</p>"
            )
        if not waiting:
            st.write(
                "To get drafts, open a story’s ledger, or a story on the desk, and press *Draft "
                "questions*."
            )
            navigation.link("ledger", "Ledger", ":material/fact_check:")


def _chosen(banks: dict[str, ShelvedBank]) -> list[ShelvedBank]:
    """The banks whose drafts are wanted."""
    asked = st.query_params.get("bank", _ALL)
    if asked and asked not in banks:
        st.warning(f"There is no bank “{asked}” that can be opened, so here are all banks.")
    names = [name for name, b in banks.items() if drafts_of(b.bank) or name == asked]
    wanted = [_ALL, *names]

    def label(name: str) -> str:
        if name == _ALL:
            return "All banks"
        drafts = counted(len(drafts_of(banks[name].bank)), "draft")
        return f"{banks[name].bank.bank} ({name}.yaml, {drafts})"

    if not names:
        return []
    name = st.selectbox(
        "Bank",
        wanted,
        index=wanted.index(asked) if asked in wanted else 0,
        format_func=label,
        key=f"review-bank-{asked}",
    )
    if name != asked:
        if name:
            st.query_params["bank"] = name
        else:
            st.query_params.pop("bank", None)
    return [banks[name]] if name else [banks[each] for each in names]


def _waiting(banks: list[ShelvedBank], who: Instructor) -> list[Waiting]:
    """What waits for this instructor; what has to be written first comes last."""
    found = [Waiting(b, question) for b in banks for question in queue(b.bank, who.name)]
    return sorted(found, key=lambda each: draft_steps.is_unfinished(each.question))


def _one(waiting: list[Waiting], who: Instructor) -> None:
    places = [each.at for each in waiting]
    n = draft_steps.place_in(places)
    here = waiting[n]
    draft_steps.render(places, n, here.shelved, here.question, who)
    draft_card.render(here.shelved, here.question)

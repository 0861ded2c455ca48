"""What the answers to a bank tell of its questions, and which look weak by that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from reportedly import resources
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.reports.figures import FEWEST, BankFigures, ItemFigures
from reportedly.reports.weak import Weakness, weaknesses
from reportedly.store.lessons import Kept


@dataclass(frozen=True)
class Looked:
    """A question's figures and what they say against it."""

    figures: ItemFigures
    weaknesses: tuple[Weakness, ...]


@dataclass(frozen=True)
class Sources:
    """Where answers to a bank come from.

    Attributes:
        solo: How many answers in solo attempts there are; 0 to do without them.
        votes: How many votes there are in each of the lessons.
    """

    solo: int
    lessons: Sequence[Kept] = ()
    votes: tuple[int, ...] = ()

    @property
    def about(self) -> str:
        """Stays the same while hardly any answers come in."""
        # While a large class answers, not each answer is worth going through all of them again.
        parts = [f"{self.solo:.3g}"]
        for kept, votes in zip(self.lessons, self.votes, strict=True):
            parts.append(f"{kept.id} {kept.revision} {votes:.3g}")
        return " ".join(parts)


def look(shelved: ShelvedBank, counts: Mapping[str, int]) -> dict[str, Looked]:
    """What is known of the questions that enough learners answered alone, by id.

    Args:
        shelved: The bank as it is now.
        counts: How many answers there are to each bank.
    """
    count = counts.get(shelved.name, 0)
    if count < FEWEST:
        return {}
    figures = figures_of(shelved, Sources(count)).items
    return {
        question.id: Looked(figures[question.id], weaknesses(question, figures[question.id]))
        for question in shelved.bank.questions
        if question.id in figures
    }


def weak(looked: Mapping[str, Looked]) -> list[str]:
    """The ids of those against which something is said."""
    return [question for question, one in looked.items() if one.weaknesses]


def figures_of(shelved: ShelvedBank, sources: Sources) -> BankFigures:
    """The figures of a bank as it is now, from answers of these sources."""
    return _figures(shelved.name, shelved.content, sources.about, shelved, sources)


@st.cache_resource(max_entries=64, ttl=600, show_spinner="Looking through the answers …")
def _figures(
    name: str, content: str, about: str, _shelved: ShelvedBank, _sources: Sources
) -> BankFigures:
    # Imported here: it takes longer than all the rest of the page, and many desks do not need it.
    from reportedly.reports.frame import together
    from reportedly.reports.items import figures_of

    store = resources.answers()
    frames = [store.of_bank(name)] if _sources.solo else []
    if _sources.lessons:
        frames.append(store.of_lessons(_sources.lessons))
    rows = together(frames)
    return figures_of(rows, _shelved.bank, resources.editions_of(rows))

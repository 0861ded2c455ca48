"""Which questions look weak by the answers that learners gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from reportedly import resources
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.reports.figures import FEWEST, ItemFigures
from reportedly.reports.weak import Weakness, weaknesses


@dataclass(frozen=True)
class Looked:
    """A question's figures and what they say against it."""

    figures: ItemFigures
    weaknesses: tuple[Weakness, ...]


def look(shelved: ShelvedBank, counts: Mapping[str, int]) -> dict[str, Looked]:
    """What is known of the questions that enough learners answered, by id.

    Args:
        shelved: The bank as it is now.
        counts: How many answers there are to each bank.
    """
    count = counts.get(shelved.name, 0)
    if count < FEWEST:
        return {}
    # While a large class answers, not each answer is worth going through all of them again.
    return _look(shelved.name, shelved.content, f"{count:.3g}", shelved)


def weak(looked: Mapping[str, Looked]) -> list[str]:
    """The ids of those against which something is said."""
    return [question for question, one in looked.items() if one.weaknesses]


@st.cache_resource(max_entries=64, ttl=600, show_spinner="Looking through the answers …")
def _look(name: str, content: str, about: str, _shelved: ShelvedBank) -> dict[str, Looked]:
    # Imported here: it takes longer than all the rest of the page, and many desks do not need it.
    from reportedly.reports.items import figures_of

    bank = _shelved.bank
    rows = resources.answers().of_bank(name)
    figures = figures_of(rows, bank, resources.editions_of(rows)).items
    return {
        question.id: Looked(figures[question.id], weaknesses(question, figures[question.id]))
        for question in bank.questions
        if question.id in figures
    }

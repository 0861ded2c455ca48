"""Where an instructor brings articles in: uploaded or pasted, each with the day it came out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import PurePath

import streamlit as st

from reportedly.authoring.extraction.article import RawArticle, Refused
from reportedly.authoring.extraction.extract import refuse_article
from reportedly.authoring.extraction.particulars import particulars
from reportedly.files.stories.article_import import LARGEST, pasted_article, raw_article
from reportedly.story.story import Particular

_EARLIEST, _LATEST = date(1500, 1, 1), date(2999, 12, 31)
_PASTED = "new-story-pasted"
"""The numbers of the fields for pasting; each article keeps its number when others go."""


@dataclass(frozen=True)
class Given:
    """An article as it stands on the page.

    Attributes:
        name: What it is called in messages.
        raw: None if it cannot be read.
        fault: Why it cannot be read.
        is_dated: Whether its day is known, or known to be unknown.
    """

    name: str
    raw: RawArticle | None
    fault: str | None
    is_dated: bool


@dataclass(frozen=True)
class _Look:
    """What can be told of an article before anybody has said anything about it."""

    raw: RawArticle | None
    fault: str | None = None
    published: Particular | None = None
    day: date | None = None


def draw(key: str) -> list[Given]:
    """Draws the fields, and returns the articles in the order in which they will be lettered.

    Args:
        key: Begins the keys of all fields; another one begins with empty fields.
    """
    return [*_uploaded(key), *_pasted(key)]


# --- files --------------------------------------------------------------------------------------


def _uploaded(key: str) -> list[Given]:
    # All kinds of files are let in, so that each is refused here, in a sentence with its cure.
    files = st.file_uploader(
        "Files: .txt, .md or .html",
        accept_multiple_files=True,
        key=f"{key}-files",
        max_upload_size=LARGEST // 1_000_000,
    )
    given = []
    seen: Counter[str] = Counter()
    for file in files:
        seen[file.name] += 1
        name = _numbered(file.name, seen[file.name])
        look = _look_at_file(name, file.getvalue())
        with st.container(border=True):
            st.html(f"<p><strong>{escape(name)}</strong></p>")
            given.append(_with_date(f"{key}-{file.file_id}", name, name, look))
    return given


def _numbered(name: str, number: int) -> str:
    path = PurePath(name)
    return name if number == 1 else f"{path.stem} ({number}){path.suffix}"


# --- pasted -------------------------------------------------------------------------------------


def _pasted(key: str) -> list[Given]:
    numbers: list[int] = st.session_state.setdefault(f"{_PASTED}-{key}", [1, 2])
    made = f"{_PASTED}-{key}-made"

    def add() -> None:
        # Never a number again, or its field would come back with the text that was left out.
        st.session_state[made] = st.session_state.get(made, 2) + 1
        numbers.append(st.session_state[made])

    given = []
    for number in tuple(numbers):
        with st.container(border=True, key=f"{key}-pasted-{number}"):
            found = _pasted_article(f"{key}-{number}", number)
            if found is not None:
                given.append(found)
            if len(numbers) > 1:
                st.button(
                    f"Leave article {number} out",
                    key=f"{key}-out-{number}",
                    on_click=numbers.remove,
                    args=(number,),
                )
    st.button("Add another article", icon=":material/add:", on_click=add, key=f"{key}-add")
    return given


def _pasted_article(key: str, number: int) -> Given | None:
    """The article of one field; None as long as nothing is in it."""
    called = st.text_input(
        f"Name of article {number}",
        placeholder=f"pasted article {number}",
        max_chars=80,
        key=f"{key}-name",
        persist_state="session",
    ).strip()
    text = st.text_area(
        f"Text of article {number}",
        height=180,
        placeholder="With its headline, date and byline; blank lines between paragraphs.",
        key=f"{key}-text",
        persist_state="session",
    )
    name = called or f"pasted article {number}"
    look = _look_at_paste(name, text) if text.strip() else _Look(RawArticle(name, ""))
    given = _with_date(key, f"Article {number}", name, look)
    return given if text.strip() or called else None


# --- the day ------------------------------------------------------------------------------------


def _with_date(key: str, label: str, name: str, look: _Look) -> Given:
    """Asks for the day an article came out, beginning with what it says itself."""
    if look.fault is not None:
        st.error(look.fault)
        return Given(name, None, look.fault, True)
    # Drawn for an empty field as well: nothing moves from under the pointer when it is left.
    with st.container(horizontal=True, vertical_alignment="bottom"):
        # When the text gives another day, that is a new field.
        chosen = st.date_input(
            f"{label} was published on",
            value=look.day,
            min_value=_EARLIEST,
            max_value=_LATEST,
            format="YYYY-MM-DD",
            key=f"{key}-day-{look.day}",
            persist_state="session",
            width=220,
        )
        unknown = st.checkbox("Not known", key=f"{key}-unknown", persist_state="session")
    st.caption(_footing(look))
    assert look.raw is not None  # or there would be a fault
    day = chosen if isinstance(chosen, date) else None
    if unknown:
        published = "unknown"
    elif day == look.day:
        published = None  # What the article says stands, with its own footing.
    else:
        published = day.isoformat() if day else None
    is_dated = unknown or day is not None
    return Given(name, replace(look.raw, published=published), None, is_dated)


def _footing(look: _Look) -> str:
    if look.published is None:
        return "If the text gives its date, it is filled in here."
    if look.day is None:
        return (
            "No date was found in it. Times such as “on Friday” are counted from it: "
            "give it, or tick Not known."
        )
    if look.published.basis == "stated":
        return "The date is stated in the text."
    return f"The date is worked out: {look.published.because}."


# --- reading ------------------------------------------------------------------------------------


@st.cache_resource(max_entries=60, show_spinner="Opening the file …")
def _look_at_file(name: str, data: bytes) -> _Look:
    try:
        return _looked(raw_article(name, data))
    except Refused as refused:
        return _Look(None, str(refused))


@st.cache_resource(max_entries=60, show_spinner=False)
def _look_at_paste(name: str, text: str) -> _Look:
    try:
        # A message names it as the page does, without the ending of a file.
        return _looked(replace(pasted_article(name, text), file=name))
    except Refused as refused:
        return _Look(None, str(refused))


def _looked(raw: RawArticle) -> _Look:
    refuse_article(raw)
    known = particulars(raw, "A")
    return _Look(raw, None, known.published, known.day)

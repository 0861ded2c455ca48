"""The pages, and how to get from one to another."""

from __future__ import annotations

from importlib import import_module
from typing import Literal, NoReturn

import streamlit as st

from reportedly.identity import INSTRUCTOR_COOKIE

Name = Literal[
    "quizzes",
    "take",
    "result",
    "my_progress",
    "read",
    "guide",
    "join",
    "study",
    "host",
    "class_report",
    "before_after",
    "desk",
    "new_story",
    "ledger",
    "review",
    "question_report",
    "format",
    "edit",
    "question",
    "marks",
]

# Without icons: Streamlit would make one the tab's, and fetch it from a server elsewhere.
_TITLES: dict[Name, tuple[str, str]] = {
    "quizzes": ("Quizzes", "quizzes"),
    "take": ("Take", "take"),
    "result": ("Result", "result"),
    "my_progress": ("My progress", "my-progress"),
    "read": ("Read", "read"),
    "guide": ("How to read this", "how-to-read-this"),
    "join": ("Join a class", "join-a-class"),
    "study": ("Study", "study"),
    "host": ("Class", "host"),
    "class_report": ("Class report", "class-report"),
    "before_after": ("Before and after", "before-and-after"),
    "desk": ("Desk", "desk"),
    "new_story": ("New story", "new-story"),
    "ledger": ("Ledger", "ledger"),
    "review": ("Review", "review"),
    "question_report": ("Question report", "question-report"),
    "format": ("Format", "format"),
    "edit": ("Edit", "edit"),
    "question": ("Question", "question"),
    "marks": ("Marks", "marks"),
}
_FOLDERS: dict[Name, str] = {
    "study": "study",
    "before_after": "study",
    "class_report": "reporting",
}
"""Where a screen lies with its parts, and not with the others."""

_FOR_INSTRUCTORS = (
    "host",
    "class_report",
    "before_after",
    "desk",
    "new_story",
    "ledger",
    "review",
    "question_report",
    "format",
    "edit",
    "question",
    "marks",
)
_BY_LINK = ("study", "new_story", "ledger", "question_report", "edit", "question", "marks")
"""Not in the menu, which is one row; the desk leads to most of them."""


def may_be_instructor() -> bool:
    """Whether the menu shows the instructors' pages; whether they open is looked up there."""
    return INSTRUCTOR_COOKIE in st.context.cookies or bool(st.user.to_dict().get("is_logged_in"))


def page(name: Name) -> st.Page:
    """The page of that name, made anew: Streamlit finds the registered one by its address."""
    title, path = _TITLES[name]

    def render() -> None:
        # Imported when the page is drawn: screens send learners to one another, and the first
        # page does not wait for the others.
        import_module(f"reportedly.ui.{_FOLDERS.get(name, 'screens')}.{name}").render()

    # Hidden from learners' menus; what keeps them out is that each such page asks who is there.
    hidden = name in _BY_LINK or (name in _FOR_INSTRUCTORS and not may_be_instructor())
    return st.Page(
        render,
        title=title,
        url_path=path,
        default=name == "quizzes",
        visibility="hidden" if hidden else "visible",
    )


def pages() -> list[st.Page]:
    """All pages, in the order of the menu."""
    return [page(name) for name in _TITLES]


def go(name: Name, **query: str) -> NoReturn:
    """Opens a page."""
    st.switch_page(page(name), query_params=query)


def link(name: Name, label: str, icon: str | None = None, **query: str) -> None:
    """Draws a link to a page."""
    st.page_link(page(name), label=label, icon=icon, query_params=query)

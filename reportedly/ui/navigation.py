"""The pages, and how to get from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
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


_OPEN = "open_page"


@dataclass(frozen=True)
class _Screen:
    """A page.

    Attributes:
        folder: Where in `ui` it lies: with its parts, or with the other screens.
        for_instructors: Hidden from learners' menus; what keeps them out is that each such page
            asks who is there.
        by_link: Not in the menu, which is one row; the desk leads to most of these.
    """

    title: str
    path: str
    folder: str = "screens"
    for_instructors: bool = False
    by_link: bool = False


_FOR_INSTRUCTORS = partial(_Screen, for_instructors=True)
_FROM_DESK = partial(_Screen, for_instructors=True, by_link=True)

# Without icons: Streamlit would make one the tab's, and fetch it from a server elsewhere.
_SCREENS: dict[Name, _Screen] = {
    "quizzes": _Screen("Quizzes", "quizzes"),
    "take": _Screen("Take", "take"),
    "result": _Screen("Result", "result"),
    "my_progress": _Screen("My progress", "my-progress"),
    "read": _Screen("Read", "read"),
    "guide": _Screen("How to read this", "how-to-read-this"),
    "join": _Screen("Join a class", "join-a-class"),
    "study": _Screen("Study", "study", "study", by_link=True),
    "host": _FOR_INSTRUCTORS("Class", "host"),
    "class_report": _FOR_INSTRUCTORS("Class report", "class-report", "reporting"),
    "before_after": _FOR_INSTRUCTORS("Before and after", "before-and-after", "study"),
    "desk": _FOR_INSTRUCTORS("Desk", "desk"),
    "new_story": _FROM_DESK("New story", "new-story"),
    "ledger": _FROM_DESK("Ledger", "ledger"),
    "review": _FOR_INSTRUCTORS("Review", "review"),
    "question_report": _FROM_DESK("Question report", "question-report"),
    "format": _FOR_INSTRUCTORS("Format", "format"),
    "edit": _FROM_DESK("Edit", "edit"),
    "question": _FROM_DESK("Question", "question"),
    "marks": _FROM_DESK("Marks", "marks"),
}
"""In the order of the menu."""


def may_be_instructor() -> bool:
    """Whether the menu shows the instructors' pages; whether they open is looked up there."""
    return INSTRUCTOR_COOKIE in st.context.cookies or bool(st.user.to_dict().get("is_logged_in"))


def page(name: Name) -> st.Page:
    """The page of that name, made anew: Streamlit finds the registered one by its address."""
    screen = _SCREENS[name]

    def render() -> None:
        # Imported when the page is drawn: screens send learners to one another, and the first
        # page does not wait for the others.
        import_module(f"reportedly.ui.{screen.folder}.{name}").render()

    hidden = screen.by_link or (screen.for_instructors and not may_be_instructor())
    return st.Page(
        render,
        title=screen.title,
        url_path=screen.path,
        default=name == "quizzes",
        visibility="hidden" if hidden else "visible",
    )


def pages() -> list[st.Page]:
    """All pages, in the order of the menu."""
    return [page(name) for name in _SCREENS]


def go(name: Name, **query: str) -> NoReturn:
    """Opens a page."""
    st.switch_page(page(name), query_params=query)


def link(name: Name, label: str, icon: str | None = None, **query: str) -> None:
    """Draws a link to a page."""
    st.page_link(page(name), label=label, icon=icon, query_params=query)


def hold_address(chosen: st.Page) -> None:
    """Lets the browser's address follow a link from a page to itself, which Streamlit does not.

    The next thing done on the page would lead back to where the link was.
    """
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    before, now = st.session_state.get(_OPEN), (chosen.url_path, query)
    st.session_state[_OPEN] = now
    if before is not None and before[0] == now[0] and before != now:
        st.query_params.update()  # tells the browser what it is already

"""What all visitors share, in pages and routes alike: settings, shelf, store, words for skills."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from reportedly.files.shelf.catalogue import Catalogue, Catalogues
from reportedly.quiz.taxonomy import Skill, SkillText, Slip, SlipText
from reportedly.settings import Settings
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect

if TYPE_CHECKING:
    import pandas as pd
    from sqlalchemy import Engine

    from reportedly.authoring.extraction.article import Draft, RawArticle
    from reportedly.authoring.extraction.engines.language_model import LanguageModel, Missing
    from reportedly.files.shelf.shelf import Library, Shelf
    from reportedly.quiz.edition import Edition
    from reportedly.store.answers import Answers
    from reportedly.store.corrections import Corrections
    from reportedly.store.instructors import Instructors
    from reportedly.store.lessons import Lessons
    from reportedly.store.studies.kept import Studies
    from reportedly.store.versions import Versions

APP = Path(__file__).parents[1]

T = TypeVar("T")


def _once(make: Callable[[], T]) -> Callable[[], T]:
    """Makes something when it is first needed, and only once, whoever asks at the same time.

    Asked several times for each answer of each learner, where Streamlit's own cache would take
    as long as reading the answers does.
    """
    turn = RLock()
    kept = cache(make)

    @wraps(make)
    def get() -> T:
        with turn:
            return kept()

    return get


@_once
def settings() -> Settings:
    """The settings, read once."""
    return Settings.from_environment(os.environ, APP)


@_once
def _library() -> Library:
    # Imported when a bank is needed: the list of quizzes, the first page, does without.
    from reportedly.files.shelf.shelf import Library

    return Library(settings().root)


def shelf() -> Shelf:
    """All stories and banks as they are now; only changed files are read again."""
    return _library().shelf()


@_once
def _catalogues() -> Catalogues:
    return Catalogues(settings().root, lambda: Catalogue.of(shelf(), skills()))


def catalogue() -> Catalogue:
    """The list of quizzes as the files are now; what it takes is kept from start to start."""
    return _catalogues().now()


@_once
def _engine() -> Engine:
    # One for all: on SQLite those who write take turns only at the same one.
    return connect(settings().database_url)


@_once
def attempts() -> Attempts:
    """The store of attempts. Raises: StoreError: with a sentence for the page."""
    return Attempts(_engine())


@_once
def corrections() -> Corrections:
    """The corrections of marks. Raises: StoreError: with a sentence for the page."""
    from reportedly.store.corrections import Corrections

    return Corrections(_engine())


@_once
def lessons() -> Lessons:
    """The store of live lessons. Raises: StoreError: with a sentence for the page."""
    # Imported with the first class: learners on their own do without.
    from reportedly.store.lessons import Lessons

    return Lessons(_engine(), attempts())


@_once
def pass_secret() -> str:
    """What passes for printed pages are signed with; they end with the server."""
    from reportedly.credentials import new_token

    return new_token()


@_once
def instructors() -> Instructors:
    """Who may sign in, and who is signed in. Raises: StoreError: with a sentence for the page."""
    from reportedly.store.instructors import Instructors

    return Instructors(_engine())


@_once
def versions() -> Versions:
    """The versions of all banks. Raises: StoreError: with a sentence for the page."""
    from reportedly.store.versions import Versions

    return Versions(_engine())


@_once
def studies() -> Studies:
    """The store of studies. Raises: StoreError: with a sentence for the page."""
    from reportedly.store.studies.kept import Studies

    return Studies(_engine(), attempts())


@_once
def answers() -> Answers:
    """All answers, in bulk. Raises: StoreError: with a sentence for the page."""
    from reportedly.store.answers import Answers

    return Answers(_engine())


def editions_of(rows: pd.DataFrame) -> dict[str, Edition]:
    """The editions that a frame of rows names, by key, but those that cannot be read."""
    return attempts().editions({*rows["edition"].unique(), *rows["marked_by"].unique()})


@_once
def skills() -> Mapping[Skill, SkillText]:
    """What learners read about each skill."""
    from reportedly.files.taxonomy_file import read_skills

    read = {text.name: text for text in read_skills(_content() / "skills.yaml").texts}
    # A name that nobody has described yet stands for itself: no page breaks for want of words.
    return {s: read.get(s, SkillText(s, s.value, "", "")) for s in Skill}


@_once
def slips() -> Mapping[Slip, SlipText]:
    """What learners read about each slip."""
    from reportedly.files.taxonomy_file import read_slips

    read = {text.name: text for text in read_slips(_content() / "slips.yaml").texts}
    return {s: read.get(s, SlipText(s, s.value, "", "")) for s in Slip}


@_once
def language_model() -> LanguageModel | Missing:
    """The language model, which takes a second to load; or what is missing."""
    from reportedly.authoring.extraction.engines.language_model import installed_model

    return installed_model()


_READING = RLock()


def read_articles(story: str, articles: Sequence[RawArticle]) -> Draft:
    """The draft of a story from its raw articles.

    Raises: Refused: with a sentence, if there can be none.
    """
    from reportedly.authoring.extraction.extract import extract

    model = language_model()
    # One at a time: the model notes every new word in a table that all its users share.
    with _READING:
        return extract(story, articles, model)


def _content() -> Path:
    return settings().root / "content"

"""What all visitors share: the shelf of banks, the store, the words for skills and slips."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from reportedly.files.library import Library, Shelf
from reportedly.files.taxonomy_file import read_skills, read_slips
from reportedly.quiz.taxonomy import Skill, SkillText, Slip, SlipText
from reportedly.settings import Settings
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect

APP = Path(__file__).parents[2]


@st.cache_resource
def settings() -> Settings:
    """The settings, read once."""
    return Settings.from_environment(os.environ, APP)


@st.cache_resource
def _library() -> Library:
    return Library(settings().root)


def shelf() -> Shelf:
    """All stories and banks as they are now; only changed files are read again."""
    return _library().shelf()


@st.cache_resource
def attempts() -> Attempts:
    """The store of attempts. Raises: StoreError: with a sentence for the page."""
    return Attempts(connect(settings().database_url))


@st.cache_resource
def skills() -> Mapping[Skill, SkillText]:
    """What learners read about each skill."""
    read = {text.name: text for text in read_skills(_content() / "skills.yaml").texts}
    # A name that nobody has described yet stands for itself: no page breaks for want of words.
    return {s: read.get(s, SkillText(s, s.value, "", "")) for s in Skill}


@st.cache_resource
def slips() -> Mapping[Slip, SlipText]:
    """What learners read about each slip."""
    read = {text.name: text for text in read_slips(_content() / "slips.yaml").texts}
    return {s: read.get(s, SlipText(s, s.value, "", "")) for s in Slip}


def _content() -> Path:
    return settings().root / "content"

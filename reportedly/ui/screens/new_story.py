"""A new story from raw articles: brought in, read, looked at, and only then written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from reportedly import resources
from reportedly.authoring.extraction.article import Draft, RawArticle, Refused
from reportedly.authoring.extraction.engines.language_model import missing_model
from reportedly.authoring.extraction.extract import refuse_articles
from reportedly.files.stories.story_writer import suggested_name, write_story
from reportedly.ui import instructor, navigation
from reportedly.ui.parts import notices, raw_articles, story_draft
from reportedly.ui.parts.counting import counted
from reportedly.ui.parts.raw_articles import Given

_READ = "new-story-read"
_ROUND = "new-story-round"
"""How many stories were made here: each begins with empty fields."""
_TITLE, _NAME = "new-story-title", "new-story-name"
_UNNAMED = "new-story"


@dataclass(frozen=True)
class _Reading:
    """What was read, and what was found."""

    articles: tuple[RawArticle, ...]
    draft: Draft


def render() -> None:
    """The page."""
    instructor.require()
    navigation.link("desk", "Desk", ":material/arrow_back:")
    st.title("New story")
    st.write(
        "Bring in at least two reports of one event. You see what is found in them before "
        "anything is written; afterwards you decide on each claim in the ledger."
    )
    missing = st.empty()
    notices.finished()
    st.header("Articles")
    given = raw_articles.draw(f"new-story-{st.session_state.setdefault(_ROUND, 0)}")
    articles = tuple(each.raw for each in given if each.raw is not None)
    if st.button("Read the articles", type="primary"):
        try:
            _refuse(given, articles)
            _read(articles)
        except Refused as refused:
            st.error(str(refused))
    reading: _Reading | None = st.session_state.get(_READ)
    if reading is None:
        # Afterwards the notes on what was found say it.
        if (model := missing_model()) is not None:
            missing.warning(model.why, icon=":material/info:")
        return
    if reading.articles != articles or len(articles) < len(given):
        st.info("The articles were changed since they were read; read them again to go on.")
        return
    st.header("What was found")
    st.write("Nothing is written yet.")
    story_draft.draw(reading.draft)
    _make(reading.draft)


def _refuse(given: Sequence[Given], articles: Sequence[RawArticle]) -> None:
    """Says what stands in the way, as what can be mended on this page. Raises: Refused."""
    if not given:
        raise Refused("There is no article yet; upload or paste at least two reports of one event.")
    faulty = [each.name for each in given if each.fault is not None]
    if faulty:
        raise Refused(
            f"Nothing was read, because {' and '.join(faulty)} cannot be; "
            "mend it as is said beside it, or leave it out."
        )
    refuse_articles(articles)
    undated = [each.name for each in given if not each.is_dated]
    if undated:
        raise Refused(
            f"{' and '.join(undated)}: the date of publication is missing, and times such "
            "as “on Friday” are counted from it; give it beside the article, or tick Not known."
        )


def _read(articles: tuple[RawArticle, ...]) -> None:
    with st.status("Reading the articles …") as status:
        st.write("Loading the language model, which is done once.")
        resources.language_model()
        st.write(f"Looking in {counted(len(articles), 'article')} for who says what.")
        draft = resources.read_articles(_UNNAMED, articles)
        status.update(label="The articles are read.", state="complete")
    _suggest(draft.about.title)
    st.session_state[_READ] = _Reading(articles, draft)


def _suggest(title: str) -> None:
    """Suggests a title and a name for what was read; those that somebody has chosen stay."""
    before: _Reading | None = st.session_state.get(_READ)
    chosen, name = st.session_state.get(_TITLE, ""), st.session_state.get(_NAME, "")
    if before is None or chosen in ("", before.draft.about.title):
        st.session_state[_TITLE] = title
    if before is None or name in ("", suggested_name(_content(), chosen)):
        st.session_state[_NAME] = suggested_name(_content(), st.session_state[_TITLE])


def _make(draft: Draft) -> None:
    st.header("Make it")
    # The name was suggested when the articles were read; it does not follow the title, or a change
    # of that would come in the way of whoever is already typing a name.
    title = st.text_input("Title", key=_TITLE, persist_state="session").strip()
    name = st.text_input("File name", key=_NAME, persist_state="session").strip()
    st.caption("The story’s folder in `content`: small letters, digits and hyphens.")
    if not st.button("Make the story", type="primary"):
        return
    if not title:
        st.error("The story has no title yet; write one.")
        return
    try:
        write_story(_content(), name, draft.named(name, title))
    except Refused as refused:
        st.error(str(refused))
        return
    claims = counted(len(draft.ledger.claims), "claim")
    notices.say(f"The story “{title}” is made, with {claims} to decide.")
    del st.session_state[_READ]
    st.session_state[_ROUND] += 1
    navigation.go("ledger", story=name)


def _content() -> Path:
    return resources.settings().root / "content"

"""Which of the stories a page is about."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from reportedly.story.story import Story


def choose(stories: Mapping[str, Story], key: str) -> Story:
    """Draws the choice and keeps it in the address; says so if that named a story not here.

    Args:
        stories: The stories by slug, at least one.
        key: The name of the widget.

    Returns: The story chosen; before that the one in the address, or the first.
    """
    slugs = list(stories)
    asked = st.query_params.get("story")
    slug = st.selectbox(
        "Story",
        slugs,
        index=slugs.index(asked) if asked in slugs else 0,
        format_func=lambda slug: stories[slug].about.title,
        key=key,
    )
    if asked and asked not in slugs:
        st.info(
            "The story in this address is not here, or it cannot be opened. This is another one.",
            icon=":material/info:",
        )
    st.query_params["story"] = slug
    return stories[slug]

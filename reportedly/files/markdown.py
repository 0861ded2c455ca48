"""Inline Markdown of authors to HTML that can do no harm."""

from __future__ import annotations

from functools import lru_cache

import nh3

from reportedly.story.plain import INLINE


@lru_cache(maxsize=8192)
def to_html(text: str) -> str:
    """Emphasis, strong, code and links to the web; everything else is shown as it is typed."""
    html = INLINE.renderInline(text)
    return nh3.clean(
        html,
        tags={"em", "strong", "code", "a", "br"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )

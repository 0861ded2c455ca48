"""Inline Markdown of authors to HTML that can do no harm."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark", {"html": False}).disable(["image", "autolink"])


@lru_cache(maxsize=8192)
def to_html(text: str) -> str:
    """Emphasis, strong, code and links to the web; everything else is shown as it is typed."""
    html = _READER.renderInline(text)
    return nh3.clean(
        html,
        tags={"em", "strong", "code", "a", "br"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )

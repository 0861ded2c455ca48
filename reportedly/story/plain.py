"""What authors wrote, without the marks of their Markdown."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt

INLINE = MarkdownIt("commonmark", {"html": False}).disable(["image", "autolink"])
"""Reads what authors may write within a paragraph: emphasis, strong, code and links."""


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The words alone, in one line, where nothing can be set in italics: menus, tables, files."""
    tokens = (part for token in INLINE.parseInline(text) for part in token.children or ())
    return " ".join(
        "".join(" " if part.type.endswith("break") else part.content for part in tokens).split()
    )

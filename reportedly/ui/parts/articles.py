"""Articles as they are read: numbered paragraphs in a serif."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from reportedly.quiz.edition import Edition
from reportedly.story.article import Article, Paragraph

QUOTATION_NOTE = (
    "These are retellings. “Double marks” hold the article’s exact words; "
    "‘single marks’ inside them are marks that the article itself prints."
)


def article_html(
    article: Article,
    label: str,
    *,
    words: Callable[[str, Paragraph], str] | None = None,
    under: Callable[[str], str] | None = None,
) -> str:
    """An article as HTML.

    Args:
        article: What to show.
        label: What to call it.
        words: The HTML of a paragraph's text; plain text when None.
        under: HTML to put below the paragraph of a reference such as A7.
    """
    parts = [f'<article class="report" aria-label="{escape(label)}">']
    for paragraph in article.paragraphs:
        at = f"{article.letter}{paragraph.number}"
        text = words(at, paragraph) if words else escape(paragraph.shown)
        kind = {"headline": "h3", "caption": "p", "body": "p"}[paragraph.role]
        caption = (
            '<span class="role">Picture caption</span> ' if paragraph.role == "caption" else ""
        )
        parts.append(
            f'<div class="para {paragraph.role}" id="{at}"><span class="no">{at}</span>'
            f"<div><{kind}>{caption}{text}</{kind}>{under(at) if under else ''}</div></div>"
        )
    return "".join([*parts, "</article>"])


def tabs(edition: Edition) -> None:
    """The articles of an attempt, beside the question."""
    labels = [edition.labels[article.letter] for article in edition.articles]
    st.html('<h2 class="small">The articles</h2>')
    for tab, article, label in zip(st.tabs(labels), edition.articles, labels, strict=True):
        with tab, st.container(height=620, border=False):
            if edition.retold:
                st.html(f'<p class="fine">{QUOTATION_NOTE}</p>')
            st.html(article_html(article, label))

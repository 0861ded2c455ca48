"""What was found in an instructor's articles, to be looked at before anything is written."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from reportedly.authoring.extraction.article import Draft
from reportedly.story.article import read_article
from reportedly.story.story import ArticleParticulars, Particular
from reportedly.ui.parts import articles
from reportedly.ui.parts.claims import date_text
from reportedly.ui.parts.counting import counted

_SURE = {"high": "sure", "medium": "fairly sure", "low": "unsure"}


def draw(draft: Draft) -> None:
    """Draws a draft: what to know of it, the claims found, and each article as it was cut."""
    claims = draft.ledger.claims
    st.write(f"{counted(len(claims), 'claim')} found: {_sureness(draft, '')}.")
    if not claims:
        st.info(
            "Nobody is reported to say anything in these articles, as far as could be read; "
            "claims can be written by hand into claims.yaml."
        )
    for note in draft.notes:
        st.warning(note, icon=":material/info:")
    for about, (letter, text) in zip(draft.about.articles, draft.articles, strict=True):
        article = read_article(letter, text)
        found = sum(claim.letter == letter for claim in claims)
        facts = f"{counted(len(article.paragraphs), 'paragraph')}, {counted(found, 'claim')}"
        with st.expander(f"{about.label}: {facts}", expanded=letter in "AB"):
            st.html(_particulars(about))
            st.html(f'<p class="fine">Claims: {_sureness(draft, letter)}.</p>')
            st.html(articles.article_html(article, about.label))


def _sureness(draft: Draft, letter: str) -> str:
    """How sure the claims of an article are; of all articles, if the letter is empty."""
    of: Counter[str] = Counter(
        c.confidence for c in draft.ledger.claims if c.letter.startswith(letter)
    )
    return ", ".join(f"{of[level]} {word}" for level, word in _SURE.items())


def _particulars(about: ArticleParticulars) -> str:
    published = about.published
    day = date_text(published.is_) if published.is_ else "not known"
    rows = [("Outlet", about.outlet, None), ("Published", published, day)]
    if about.byline is not None:
        rows.append(("By", about.byline, None))
    told = "".join(_row(name, what, shown or what.is_ or "") for name, what, shown in rows)
    return f'<header class="about"><dl>{told}</dl></header>'


def _row(name: str, what: Particular, shown: str) -> str:
    footing = {"stated": "stated", "inferred": f"inferred: {what.because}"}.get(
        what.basis, what.because
    )
    return f"<dt>{name}</dt><dd>{escape(shown)} ({escape(footing or 'unknown')})</dd>"

"""The articles side by side, with who says what, when, and how much."""

from __future__ import annotations

from html import escape

import streamlit as st

from reportedly import resources
from reportedly.authoring.reviewing import to_decide
from reportedly.files.shelf.shelf import Shelf
from reportedly.story.figures import figure_groups
from reportedly.story.story import ArticleParticulars, Conclusion, Particular, Story
from reportedly.ui import instructor, navigation
from reportedly.ui.parts import articles, charts, notices, story_choice, time_line
from reportedly.ui.parts.claims import Annotations, date_text


def render() -> None:
    """The page: the story in the address, or the first."""
    stories = _published(resources.shelf())
    if not stories:
        st.title("Read")
        st.write("There are no articles that can be opened. The list of quizzes says why.")
        navigation.link("quizzes", "See all quizzes", icon=":material/list_alt:")
        return
    # What an extraction has found and nobody has looked at is not for learners.
    _story(story_choice.choose(stories, "story").settled)


def _published(shelf: Shelf) -> dict[str, Story]:
    """The stories that learners may read.

    One that was just brought in is its author's own until its claims are decided or a quiz is
    ready; instructors see it all the same.
    """
    asked = {b.bank.story for b in shelf.banks.values() if b.bank.ready}
    ours = {
        slug: story
        for slug, story in shelf.stories.items()
        if slug in asked or not to_decide(story.ledger.claims)
    }
    if len(ours) < len(shelf.stories) and instructor.signed_in() is not None:
        return dict(shelf.stories)
    return ours


def _story(story: Story) -> None:
    about = story.about
    st.html(
        f'<h1 class="small">{escape(about.title)}</h1><p class="lead">{escape(about.summary)}</p>'
    )
    if about.invented:
        notices.invented()
    if about.content_note:
        st.html(f'<p class="fine">{escape(about.content_note)}</p>')
    st.html(
        '<p class="fine"><a href="#figures">Who gave which figure</a> · '
        '<a href="#when-what">Timeline</a> · <a href="#firm">Firm and open</a></p>'
    )
    annotations = Annotations(story)
    if story.shows_retellings:
        st.html(f'<p class="fine">{articles.QUOTATION_NOTE}</p>')
    with st.expander("Who is marked how", icon=":material/record_voice_over:"):
        st.html(annotations.key())
    for column, article in zip(
        st.columns(len(story.articles), gap="large"), story.articles, strict=True
    ):
        with column:
            particulars = next(a for a in about.articles if a.letter == article.letter)
            st.html(_heading(particulars))
            st.html(
                articles.article_html(
                    article, particulars.label, words=annotations.words, under=annotations.under
                )
            )
    _figures(story)
    time_line.draw(story)
    _conclusions(story)


def _heading(article: ArticleParticulars) -> str:
    def told(name: str, what: Particular, text: str | None) -> str:
        because = "" if what.basis == "stated" else f" ({what.because})"
        return f"<dt>{name}</dt><dd>{escape(text or 'not known')}{escape(because)}</dd>"

    published = article.published
    date = date_text(published.is_) if published.is_ else None
    rows = [told("Outlet", article.outlet, article.outlet.is_), told("Published", published, date)]
    return (
        f'<header class="about"><h2>{escape(article.label)}</h2><dl>{"".join(rows)}</dl></header>'
    )


def _figures(story: Story) -> None:
    groups = figure_groups(story)
    if not groups:
        return
    st.html(
        '<section id="figures"><h2>Who gave which figure</h2>'
        '<p class="fine">A bar open to the right is a floor (“at least”), a bar from zero is a '
        "ceiling (“up to”), a dot alone is a count. The drawing does not say who is right.</p>"
        "</section>"
    )
    left, right = st.columns(2, gap="large")
    for n, group in enumerate(groups):
        with left if n % 2 == 0 else right:
            title = group.topic.replace("-", " ").capitalize()
            st.html(charts.figures_chart(group, title))


def _conclusions(story: Story) -> None:
    at = {claim.id: claim.at for claim in story.ledger.claims}

    def told(conclusion: Conclusion) -> str:
        places = dict.fromkeys(at[claim] for claim in conclusion.claims if claim in at)
        shown = f' <span class="fine">({", ".join(places)})</span>' if places else ""
        return f"<li>{escape(conclusion.says)}{shown}</li>"

    def column(title: str, kind: str) -> str:
        lines = "".join(map(told, story.about.firm if kind == "firm" else story.about.open))
        return f"<div><h3>{title}</h3><ul>{lines}</ul></div>"

    st.html(
        '<section id="firm" class="firm"><h2>Firm and open</h2><div class="two">'
        + column("What you can hold firmly", "firm")
        + column("What stays open", "open")
        + "</div></section>"
    )
    if story.about.names:
        names = "".join(
            f"<li>{escape(n.ours)}, also {escape(', '.join(n.also))}."
            + (f' <span class="fine">{escape(n.note)}</span>' if n.note else "")
            + "</li>"
            for n in story.about.names
        )
        st.html(f"<section><h2>Names</h2><ul>{names}</ul></section>")

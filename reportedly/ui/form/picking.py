"""The evidence of a question: words chosen in the paragraphs of the articles."""

from __future__ import annotations

from typing import Any

import streamlit as st

from reportedly.quiz.evidence import LONGEST_QUOTATION
from reportedly.story.story import Story
from reportedly.story.words import count_words
from reportedly.ui.form.draft import Draft, add, remove
from reportedly.ui.form.kinds import EVIDENCE
from reportedly.ui.form.typed import Group
from reportedly.ui.parts.notices import escape

_MOUNT = """
export default async function (component) {
  const { parentElement, setTriggerValue } = component;
  const [data] = component.data;
  const { mount } = await import(new URL("/assets/evidence.js", document.baseURI).href);
  await mount(parentElement, data, (picked) => setTriggerValue("picked", picked));
}
"""
_USES = {"evidence": "Use these words", "right": "Words to tap", "wrong": "Words not to tap"}


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("reportedly_evidence", js=_MOUNT)


def render(draft: Draft, story: Story) -> None:
    """Draws what is chosen already, and the articles to choose from."""
    # In a box of their own: the articles are not drawn anew when their number changes.
    with st.container():
        _chosen(draft, draft.group.lists[EVIDENCE.name])
    key = draft.key(draft.group, "picker")
    with st.expander("Choose words in the articles"):
        _component()(
            data=[_shown(draft, story)],
            key=key,
            on_picked_change=lambda: _picked(draft, story, key),
        )


def _chosen(draft: Draft, parts: list[Group]) -> None:
    for n, part in enumerate(parts):
        with st.container(
            horizontal=True, vertical_alignment="center", key=draft.key(part, "said")
        ):
            at, words = escape(part["at",]), escape(part["words",])
            st.html(f'<p class="quoted"><b>{at}</b> “{words}”</p>')
            with st.container(width="content", key=draft.key(part, "steps")):
                st.button(
                    f"Remove evidence {n + 1}",
                    icon=":material/delete:",
                    type="tertiary",
                    key=draft.key(part, "remove"),
                    on_click=remove,
                    args=(parts, part),
                )
    if not parts:
        st.html(
            '<p class="fine">None yet: choose the words that decide, in the articles below.</p>'
        )


def _shown(draft: Draft, story: Story) -> dict[str, Any]:
    return {
        "most": LONGEST_QUOTATION,
        "uses": [
            {"id": use, "label": label}
            for use, label in _USES.items()
            if use == "evidence" or (use in draft.group.lists and "passage" in draft.group.lists)
        ],
        "articles": [
            {
                "label": story.label(article.letter),
                "paragraphs": [
                    {
                        "at": f"{article.letter}{paragraph.number}",
                        "role": paragraph.role,
                        "text": paragraph.text,
                    }
                    for paragraph in article.paragraphs
                ],
            }
            for article in story.articles
        ],
    }


def _picked(draft: Draft, story: Story, key: str) -> None:
    picked = st.session_state[key].picked
    if not isinstance(picked, dict):
        return
    use, at, words = (str(picked.get(name, "")) for name in ("use", "at", "words"))
    paragraph = story.paragraph(at)
    if use not in _USES or use not in draft.group.lists:
        return
    if paragraph is None or not paragraph.has_words(words):
        draft.note = "These words do not stand in that paragraph any more; choose them again."
    elif count_words(words) > LONGEST_QUOTATION:
        draft.note = f"These are {count_words(words)} words; quote at most {LONGEST_QUOTATION}."
    elif use == "evidence":
        add(draft.group.lists[use], EVIDENCE, at=at, words=words)
    else:
        add(draft.group.lists[use], draft.form.listing(use), words=words)
        passage = draft.group.lists["passage"]
        if at not in [part["paragraph",] for part in passage]:
            add(passage, draft.form.listing("passage"), paragraph=at)

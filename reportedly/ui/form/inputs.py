"""One field of the form: the widget that fills it in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import streamlit as st

from reportedly import resources
from reportedly.story.story import Story
from reportedly.ui.form.draft import Draft, relabel
from reportedly.ui.form.fields import Field, Input, Listing, Path
from reportedly.ui.form.typed import Group, is_shown

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:$<>&])")
_LONGEST = 60
"""Characters that the box of a choice shows where the page is narrow."""
_MEANT = ("slip", "slips", "skill")
"""Choices whose meaning stands beside their name."""


@dataclass(frozen=True)
class Spot:
    """Where a field is drawn.

    Attributes:
        name: What the part is called on the page ("Option 2"); "" for the question itself.
        siblings: The parts of the same list, where it is one.
    """

    draft: Draft
    story: Story
    group: Group
    name: str = ""
    listing: Listing | None = None
    siblings: tuple[Group, ...] = ()

    def label(self, entry: Field) -> str:
        """The label of a field, which is no other's on the page."""
        if not self.name:
            return entry.label
        is_plain = self.listing is not None and self.listing.is_plain
        return self.name if is_plain else f"{self.name}: {entry.label}"

    def key(self, path: Path) -> str:
        """The name of the widget."""
        return self.draft.key(self.group, *path)


def draw(spot: Spot, entry: Field) -> None:
    """Draws a field, unless it means nothing beside what the others say."""
    if entry.input == "slips" or is_shown(entry, spot.group):
        _INPUTS[entry.input](spot, entry)


def bare(text: str) -> str:
    """Somebody's words where Streamlit reads Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def short(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " ..."


# --- what is typed, and where it goes ------------------------------------------------------------


def _hold(key: str, said: str | None) -> None:
    # Set only where it differs: words being typed elsewhere on the page would be lost otherwise.
    if key not in st.session_state or st.session_state[key] != said:
        st.session_state[key] = said


def _take(spot: Spot, path: Path) -> None:
    said = (st.session_state[spot.key(path)] or "").strip()
    if _is_of_an_old_label(spot, path, said):
        return
    old, spot.group.values[path] = spot.group[path], said
    listing = spot.listing
    if listing is None:
        return
    if listing.sole == (path, said):
        for other in spot.siblings:
            if other is not spot.group:
                other.values[path] = listing.start[path]
    if listing.name == "labels":
        relabel(spot.draft, old, said)


def _is_of_an_old_label(spot: Spot, path: Path, said: str) -> bool:
    """Whether it was sent by a browser that had not drawn yet how a label is worded now."""
    if spot.listing is None or spot.listing.name != "items" or path[0] not in ("label", "slips"):
        return False
    return (said if path[0] == "label" else path[1]) not in _labels(spot)


# --- the widgets ---------------------------------------------------------------------------------


def _text(spot: Spot, entry: Field) -> None:
    _hold(spot.key(entry.path), spot.group[entry.path])
    st.text_area(
        spot.label(entry),
        key=spot.key(entry.path),
        height="content",
        help=_help(spot, entry),
        on_change=_take,
        args=(spot, entry.path),
    )


def _line(spot: Spot, entry: Field) -> None:
    _hold(spot.key(entry.path), spot.group[entry.path])
    st.text_input(
        spot.label(entry),
        key=spot.key(entry.path),
        help=_help(spot, entry),
        on_change=_take,
        args=(spot, entry.path),
    )


def _choice(spot: Spot, entry: Field) -> None:
    if entry.unset or len(entry.choices) > 3:
        _select(spot, entry, entry.choices, f"usual: {entry.unset}" if entry.unset else "")
        return
    key = spot.key(entry.path)
    said = spot.group[entry.path]
    _hold(key, said if said in entry.choices else None)
    st.radio(
        spot.label(entry),
        list(entry.choices),
        key=key,
        index=None,
        horizontal=True,
        format_func=lambda one: entry.choices[one],
        label_visibility="collapsed" if spot.name else "visible",
        on_change=_take,
        args=(spot, entry.path),
    )


def _slip(spot: Spot, entry: Field) -> None:
    meanings = {str(slip): f"{t.title}: {t.meaning}" for slip, t in resources.slips().items()}
    _select(spot, entry, meanings, "none named")


def _skill(spot: Spot, entry: Field) -> None:
    meanings = {str(skill): f"{t.title}: {t.meaning}" for skill, t in resources.skills().items()}
    _select(spot, entry, meanings, "none")


def _label(spot: Spot, entry: Field) -> None:
    _select(spot, entry, {label: label for label in _labels(spot)}, "")


def _slips(spot: Spot, entry: Field) -> None:
    """A misreading for each label under which the statement would be wrong."""
    for label in _labels(spot):
        named = replace(entry, path=(*entry.path, label), label=f"{entry.label} {bare(label)}")
        if is_shown(named, spot.group):
            _slip(spot, named)


def _paragraph(spot: Spot, entry: Field) -> None:
    shown = {
        f"{article.letter}{paragraph.number}": f"{article.letter}{paragraph.number}: "
        f"{short(paragraph.text)}"
        for article in spot.story.articles
        for paragraph in article.paragraphs
    }
    _select(spot, entry, shown, "")


def _labels(spot: Spot) -> Iterable[str]:
    labels = (part["label",] for part in spot.draft.group.lists["labels"])
    return dict.fromkeys(label for label in labels if label)


def _select(spot: Spot, entry: Field, shown: Mapping[str, str], none: str) -> None:
    key, said = spot.key(entry.path), spot.group[entry.path]
    options = [*([""] if none or not said else []), *shown]
    if said not in options:
        options.append(said)  # what the format does not know is shown, not thrown away
    _hold(key, said)
    st.selectbox(
        spot.label(entry),
        options,
        key=key,
        format_func=lambda one: shown.get(one, one or none or "choose one"),
        help=_help(spot, entry),
        on_change=_take,
        args=(spot, entry.path),
    )
    text = shown.get(said, "")
    if entry.input in _MEANT and len(text) > _LONGEST:
        st.caption(text.partition(": ")[2])  # the box cuts off what is too long for it


def _help(spot: Spot, entry: Field) -> str | None:
    """What the format says of a field; among many alike, for the first alone."""
    is_first = not spot.siblings or spot.siblings[0] is spot.group
    return bare(entry.help) if entry.help and is_first else None


_INPUTS: dict[Input, Callable[[Spot, Field], None]] = {
    "text": _text,
    "line": _line,
    "choice": _choice,
    "slip": _slip,
    "skill": _skill,
    "label": _label,
    "slips": _slips,
    "paragraph": _paragraph,
}

"""The form of one question: its fields, its parts, and the steps to add, move and remove them."""

from __future__ import annotations

import streamlit as st

from reportedly.story.story import Story
from reportedly.ui.form import picking
from reportedly.ui.form.draft import Draft, add, move, remove
from reportedly.ui.form.fields import Listing
from reportedly.ui.form.inputs import Spot, draw
from reportedly.ui.form.kinds import EVIDENCE, SKILLS
from reportedly.ui.form.typed import Group

_SKILLS_SHOWN = 2
_SMALL = ("line", "choice", "slip", "label", "skill")


def render(draft: Draft, story: Story) -> None:
    """Draws the form; what is typed in it goes into the draft."""
    form = draft.form
    top = Spot(draft, story, draft.group)
    for entry in form.fields:
        draw(top, entry)
    for listing in form.lists:
        if listing not in (EVIDENCE, SKILLS):
            _listing(draft, story, listing, draft.group, "")
    _heading(EVIDENCE)
    picking.render(draft, story)
    for entry in form.below[:1]:
        draw(top, entry)
    _skills(draft, story)
    for entry in form.below[1:]:
        draw(top, entry)
    with st.expander("More settings"):
        for entry in form.more:
            draw(top, entry)


def _heading(listing: Listing) -> None:
    told = listing.help.replace("`", "")
    st.html(f'<h2 class="small">{listing.title}</h2><p class="fine">{told}</p>')


def _listing(draft: Draft, story: Story, listing: Listing, owner: Group, within: str) -> None:
    parts = owner.lists[listing.name]
    if not within:
        _heading(listing)
    # In a box of their own: what stands below is not drawn anew when their number changes.
    with st.container():
        for n, part in enumerate(parts):
            one = f"{within}, {listing.one.lower()}" if within else listing.one
            _row(Spot(draft, story, part, f"{one} {n + 1}", listing, tuple(parts)), parts, n)
    one = f"{within}: add {listing.one.lower()}" if within else f"Add {listing.one.lower()}"
    st.button(
        one,
        icon=":material/add:",
        key=draft.key(owner, listing.name, "add"),
        on_click=_add,
        args=(draft, listing, parts),
    )


def _row(spot: Spot, parts: list[Group], n: int) -> None:
    listing = spot.listing
    assert listing is not None
    if listing.is_plain:
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            draw(spot, listing.fields[0])
            _steps(spot, parts, n)
        return
    with st.container(border=True, key=spot.key(("part",))):
        _part(spot, parts, n)


def _part(spot: Spot, parts: list[Group], n: int) -> None:
    listing = spot.listing
    assert listing is not None
    head = [entry for entry in listing.fields if entry.path in listing.start]
    rest = [entry for entry in listing.fields if entry not in head]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="part">{spot.name}{" is" if head else ""}</p>', width="content")
        for entry in head:
            draw(spot, entry)
        st.space("stretch")
        _steps(spot, parts, n)
    small = [entry for entry in rest if entry.input in _SMALL and entry.path != listing.main]
    for entry in rest:
        if entry not in small:
            draw(spot, entry)
    for entry in small:
        draw(spot, entry)
    for inner in listing.lists:
        _listing(spot.draft, spot.story, inner, spot.group, spot.name)


def _steps(spot: Spot, parts: list[Group], n: int) -> None:
    name = spot.name[:1].lower() + spot.name[1:]
    with st.container(
        horizontal=True,
        horizontal_alignment="right",
        gap="xxsmall",
        width="content",
        key=spot.key(("steps",)),
    ):
        st.button(
            f"Move {name} up",
            icon=":material/arrow_upward:",
            type="tertiary",
            key=spot.key(("up",)),
            disabled=n == 0,
            on_click=move,
            args=(parts, n, n - 1),
        )
        st.button(
            f"Move {name} down",
            icon=":material/arrow_downward:",
            type="tertiary",
            key=spot.key(("down",)),
            disabled=n == len(parts) - 1,
            on_click=move,
            args=(parts, n, n + 1),
        )
        st.button(
            f"Remove {name}",
            icon=":material/delete:",
            type="tertiary",
            key=spot.key(("remove",)),
            on_click=remove,
            args=(parts, spot.group),
        )


def _add(draft: Draft, listing: Listing, parts: list[Group]) -> None:
    if listing.name == "items" and "labels" in draft.group.lists:
        labels = [part["label",] for part in draft.group.lists["labels"] if part["label",]]
        add(parts, listing, label=labels[0] if labels else "")
    else:
        add(parts, listing)


def _skills(draft: Draft, story: Story) -> None:
    _heading(SKILLS)
    parts = draft.group.lists[SKILLS.name]
    while len(parts) < _SKILLS_SHOWN:
        parts.append(Group())
    for n, part in enumerate(parts):
        draw(Spot(draft, story, part, f"Skill {n + 1}", SKILLS, tuple(parts)), SKILLS.fields[0])

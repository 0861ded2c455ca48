"""The fields of a claim, to be corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import streamlit as st

from reportedly.story.ledger import OWN_VOICE, Basis, Cue, Qualifier, Voice
from reportedly.story.story import Story

_CUES: tuple[str, ...] = get_args(Cue.model_fields["kind"].annotation)
_VOICES = {
    "own": "the article’s own words",
    "reported": "reported",
    "quoted": "quoted",
    "headline": "headline",
    "caption": "picture caption",
}


def fields(story: Story, claim: Mapping[str, Any]) -> dict[str, Any]:
    """Draws the fields of a claim and gives what stands in them, as it would be written down."""
    made = dict(claim)
    key = f"claim-{claim['id']}-"
    names = {k: s.name for k, s in story.ledger.speakers.items()}
    made["words"] = st.text_input("Exact words, at most 12", str(claim["words"]), key=f"{key}words")
    made["says"] = st.text_input("What is said, in our words", str(claim["says"]), key=f"{key}says")
    speakers = [OWN_VOICE, *names]
    own = f"{story.label(str(claim['at'])[0])}, in its own voice"
    left, right = st.columns(2)
    with left:
        made["speaker"] = st.selectbox(
            "Who says it",
            speakers,
            index=speakers.index(claim["speaker"]),
            format_func=lambda k: names.get(k, own),
            key=f"{key}speaker",
        )
        made["voice"] = st.selectbox(
            "How it stands there",
            get_args(Voice),
            index=get_args(Voice).index(claim["voice"]),
            format_func=_VOICES.__getitem__,
            key=f"{key}voice",
        )
    with right:
        via = st.multiselect(
            "Passed on by, nearest the reader first",
            list(names),
            default=_listed(claim.get("via")),
            format_func=names.__getitem__,
            key=f"{key}via",
        )
        _put(made, "via", via)
        made["topic"] = st.text_input("Topic", str(claim["topic"]), key=f"{key}topic")
    _cue(made, claim, key)
    for name, label in (
        ("hedges", "Words that limit it, one a line"),
        ("labels", "Labels that it uses, one a line"),
        ("not_said", "What it does not say, one a line"),
    ):
        lines = st.text_area(label, "\n".join(_listed(claim.get(name))), key=f"{key}{name}")
        _put(made, name, [line.strip() for line in lines.splitlines() if line.strip()])
    _quantities(made, claim, key)
    for name, label in (("happened", "When it happened"), ("said", "When it was said")):
        _when(made, claim, name, label, key)
    notes = st.text_area("Notes", str(claim.get("notes", "")), key=f"{key}notes")
    _put(made, "notes", notes.strip())
    return made


def _cue(made: dict[str, Any], claim: Mapping[str, Any], key: str) -> None:
    cue = claim.get("cue") or {}
    left, right = st.columns(2)
    words = left.text_input("Reporting words", str(cue.get("words", "")), key=f"{key}cue")
    kind = right.selectbox(
        "Their sort",
        _CUES,
        index=_CUES.index(cue.get("class", "neutral")),
        key=f"{key}cue-kind",
    )
    _put(made, "cue", {**cue, "words": words.strip(), "class": kind} if words.strip() else {})


def _quantities(made: dict[str, Any], claim: Mapping[str, Any], key: str) -> None:
    written = _listed(claim.get("quantity"))
    qualifiers = get_args(Qualifier)
    found = []
    with st.expander(f"What it counts ({len(written)})"):
        for n, quantity in enumerate([*written, {}]):
            if n:
                st.divider()
            first, second, third = st.columns([2, 2, 3])
            amount = first.text_input(
                "Number, or an amount in words" if quantity else "One more: number or amount",
                str(quantity.get("value", quantity.get("amount", ""))),
                key=f"{key}q{n}-value",
            ).strip()
            qualifier = second.selectbox(
                "Limit",
                qualifiers,
                index=qualifiers.index(quantity.get("qualifier", "exactly")),
                key=f"{key}q{n}-qualifier",
            )
            of = third.text_input("Of whom or what", quantity.get("of", ""), key=f"{key}q{n}-of")
            first, second, third = st.columns([2, 2, 3])
            topic = first.text_input("Topic", quantity.get("topic", ""), key=f"{key}q{n}-topic")
            unit = second.text_input("Unit", quantity.get("unit", ""), key=f"{key}q{n}-unit")
            scope = third.selectbox(
                "Counts",
                ("total", "subset"),
                index=("total", "subset").index(quantity.get("scope", "total")),
                format_func={"total": "all of them", "subset": "a part of them"}.__getitem__,
                key=f"{key}q{n}-scope",
            )
            if not amount:
                continue
            one = {k: v for k, v in quantity.items() if k not in ("value", "amount")}
            one |= {"topic": topic.strip() or made["topic"], "of": of.strip()}
            one["value" if amount[:1].isdigit() else "amount"] = amount
            for name, value, usual in (
                ("qualifier", qualifier, "exactly"),
                ("unit", unit.strip(), ""),
                ("scope", scope, "total"),
            ):
                if value != usual or name in quantity:
                    _put(one, name, value)
            found.append(one)
    if found != written:
        _put(made, "quantity", found)


def _when(made: dict[str, Any], claim: Mapping[str, Any], name: str, label: str, key: str) -> None:
    written = claim.get(name) or {}
    when = {"when": written} if isinstance(written, str) else dict(written)
    bases = get_args(Basis)
    first, second, third = st.columns([2, 2, 3])
    day = first.text_input(
        label, str(when.get("when", "")), placeholder="2024-05-18", key=f"{key}{name}"
    ).strip()
    basis = second.selectbox(
        "Its footing",
        bases,
        index=bases.index(when.get("basis", "stated")),
        key=f"{key}{name}-basis",
    )
    because = third.text_input(
        "Worked out from", str(when.get("because", "")), key=f"{key}{name}-because"
    ).strip()
    if not day:
        made.pop(name, None)
        return
    found: dict[str, Any] = {"when": day}
    if basis != "stated" or "basis" in when:
        found["basis"] = basis
    if because:
        found["because"] = because
    if found != when:
        made[name] = found


def _put(made: dict[str, Any], name: str, value: Any) -> None:
    """Sets a field; an empty one that nobody wrote is not written either."""
    if value:
        made[name] = value
    elif isinstance(value, list) and name in made:
        made[name] = []
    else:
        made.pop(name, None)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]

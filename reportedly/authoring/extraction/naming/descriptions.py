"""Which named speaker a short description may stand for: "The ministry", "the mayor"."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.lexicon.roles import STANDS_FOR
from reportedly.authoring.extraction.naming.entity import Entity, head_of
from reportedly.authoring.extraction.naming.names import Named


def stands_for(told: Named, words: list[str], entity: Entity) -> bool:
    """Whether a short description may take up a speaker that was named more fully."""
    if told.person:
        if entity.kind != "name" and not entity.person:
            return False
    elif entity.person:
        return False
    role = _NO_LONGER.sub(" ", (entity.role or "").lower())
    own_words = set(re.findall(r"[a-z]+", f"{entity.name} {role}".lower()))
    if entity.form == "name":
        same = entity.kind in STANDS_FOR.get(told.head, ()) or told.head in own_words
    else:
        longer = len(entity.name.split()) > len(told.name.split())
        same = (longer or entity.form == "indefinite") and not entity.plural
        same = same and told.head == head_of(entity.name)
    return same and (len(words) == 1 or words[0] in own_words)


def may_be_called(entity: Entity, sentence: int) -> bool:
    """As in "Maas urged patience. ..., the mayor said": nobody else's role is known to be hers."""
    role = (entity.role or "").lower().strip(".")
    unknown = not role or role.isdigit() or role in ADDRESSES
    late = entity.spoke >= sentence - 3
    return late and unknown and entity.form == "name" and (entity.person or entity.kind == "name")


_NO_LONGER = re.compile(
    r"\b(?:former|ex|late|then|one-time|onetime|erstwhile|ousted|deposed|would-be|aspiring)[\s-]+(?:[\w-]+\s+)?[\w-]+"
)
"""What somebody was and is not: "the mayor" is not the former mayor."""


ADDRESSES = frozenset("mr mrs ms miss dr cllr incumbent challenger".split())
"""Titles that tell no office."""

"""The proper name in a phrase, and the role in front of it."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.lexicon.cues import DOCUMENTS
from reportedly.authoring.extraction.lexicon.roles import (
    ADJECTIVES,
    GROUP_KINDS,
    ORGANISATION_ENDINGS,
    OUTLET_WORDS,
    PERSON_WORDS,
    ROLE_WORDS,
)

_LINK = frozenset("of the for and de van von bin al du la le di da on in ibn del".split())


def proper_name(segment: str) -> tuple[str, str | None] | None:
    """The proper name in a phrase and the role in front of it, if it ends in one."""
    tokens = segment.split()
    owner = next((n for n, token in enumerate(tokens) if re.search(r"[’']s?$", token)), -1)
    start = 0
    while start < len(tokens) and not _is_capital(tokens[start]):
        start += 1
    if start == len(tokens):
        return None
    if len(tokens) == 1 and _is_common(tokens[0].lower()):
        return None
    if start == 0 and tokens[0].lower() in SENTENCE_STARTERS:
        start = next((n for n in range(1, len(tokens)) if _is_capital(tokens[n])), len(tokens))
        if start == len(tokens):
            return None
    before = [token.lower() for token in tokens[:start]]
    if before and set(before) & _PREPOSITIONS and not (owner >= 0 and owner >= start):
        return None
    if (
        start == 0
        and len(tokens) > 1
        and tokens[1].lower() in _PREPOSITIONS - {"of", "for"}
        and (tokens[0].lower().endswith("s"))
    ):
        return None
    while start < len(tokens) - 1 and re.search(r"-[a-z]+$", tokens[start]):
        start += 1
    rest = tokens[start:]
    if role_of := _person_of(rest, before):
        return role_of
    if not all(_is_capital(token) or token.lower() in _LINK for token in rest):
        # "Dawn's leader Lena Okoro": a name may come after the owner and the role
        cut = next(
            (n for n in range(len(tokens) - 1, -1, -1) if not _is_capital(tokens[n])), -1
        ) + 1  # fmt: skip
        cut += _titles(tokens[cut:]) if len(tokens) - cut > 2 else 0
        tail = tokens[cut:]
        if tail and owner >= 0 and cut > owner + 1 and len(tail) >= 1:
            return " ".join(tail), " ".join(tokens[:cut])
        if len(tail) >= 2 and cut >= 1 and tokens[cut - 1].lower() in ROLE_WORDS | set(GROUP_KINDS):
            return " ".join(tail), " ".join(tokens[:cut])
        return None
    behind = [token.lower() for token in tokens[owner + 1 :]]
    bodies = GROUP_KINDS.keys() | OUTLET_WORDS.keys() | ORGANISATION_ENDINGS | _LINK
    if owner == start == 0 and len(behind) >= 2 and not set(behind) & bodies:
        return " ".join(tokens[1:]), tokens[0]  # "Labour's Jas Gill"
    if owner > start and owner < len(tokens) - 1:
        return (" ".join(tokens[start:]), " ".join(tokens[:start]) or None)
    titles = _titles(rest)
    if titles and titles < len(rest) and all(_is_capital(t) for t in rest[titles:]) and not (
        rest[-1].lower() in GROUP_KINDS or rest[titles].lower() in _LINK
    ):  # fmt: skip
        role = " ".join(tokens[: start + titles])
        return " ".join(rest[titles:]), role
    return " ".join(rest), " ".join(tokens[:start]) or None


def _titles(rest: list[str]) -> int:
    """How many words of "Acme Chief Executive Helen Brandt" stand before the name."""
    low = [token.strip(".").lower() for token in rest]
    last = max((n for n, word in enumerate(low[:-2]) if word in ROLE_WORDS), default=-1)
    if last >= 0 and not set(low[last + 1 :]) & (GROUP_KINDS.keys() | ORGANISATION_ENDINGS | _LINK):
        return last + 1
    titles = 0
    while titles < len(rest) - 1 and low[titles] in ROLE_WORDS:
        titles += 1
    return titles if set(low[:titles]) - ADJECTIVES else 0


_COMMON_NOUNS = PERSON_WORDS | frozenset(GROUP_KINDS) | DOCUMENTS


def _is_common(word: str) -> bool:
    """Whether a single word with a capital is no name: "Police", "Relatives", but not "Dean"."""
    single = singular(word)
    return single in _COMMON_NOUNS or (single != word and single in ROLE_WORDS)


def singular(word: str) -> str:
    """A noun without the ending of its plural, by the commonest rules."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


_PREPOSITIONS = frozenset("at in of from near on for with by behind outside inside under".split())


def _person_of(rest: list[str], before: list[str]) -> tuple[str, str | None] | None:
    """As in "leader Tom Reyes of the Dockers": the name ends where the body begins."""
    low = [token.lower() for token in rest]
    cut = next((n for n, token in enumerate(low) if token in ("of", "from", "for", "at")), -1)
    if cut < 1 or not all(_is_capital(token) for token in rest[:cut]):
        return None
    titles = [*before, *low[:cut]]
    body = GROUP_KINDS.keys() | OUTLET_WORDS.keys() | ORGANISATION_ENDINGS
    two_names = cut == 2 and low[cut] == "of" and not set(low[:cut]) & body and not before
    is_person = (
        two_names
        or any(token in ROLE_WORDS for token in titles[:-1])
        or low[0].strip(".")
        in (
            "mr",
            "mrs",
            "ms",
            "dr",
        )
    )
    named_last = rest[cut - 1]
    if not is_person or named_last.lower() in PERSON_WORDS:
        return None
    first = 0
    while first < cut - 1 and low[first].strip(".") in ROLE_WORDS:
        first += 1
    return " ".join(rest[first:cut]), " ".join([*before, *rest[:first], *rest[cut:]])


SENTENCE_STARTERS = frozenset(
    "the a an its his her their some many most several another one two three four five both all any other"
    " this that these those officials residents witnesses police authorities doctors organisers workers"
    " protesters experts critics supporters opponents investigators rescuers local state federal government"
    " rights health aid union city opposition no every each more few".split()
)


def _is_capital(token: str) -> bool:
    word = token.lstrip("“\"'‘(")
    return bool(word) and (word[0].isupper() or (word[0].isdigit() and False))

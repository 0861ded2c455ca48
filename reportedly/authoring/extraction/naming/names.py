"""How a noun phrase names somebody: proper name, role, description, number and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reportedly.authoring.extraction.lexicon.cues import DOCUMENTS
from reportedly.authoring.extraction.lexicon.roles import (
    ADJECTIVES,
    GROUP_KINDS,
    ORGANISATION_ENDINGS,
    OUTLET_WORDS,
    OWNERS,
    PERSON_WORDS,
    POSTNOMINALS,
    ROLE_WORDS,
)
from reportedly.authoring.extraction.naming.proper_names import (
    SENTENCE_STARTERS,
    proper_name,
    singular,
)

Form = Literal["pronoun", "name", "definite", "indefinite", "plural"]


@dataclass(frozen=True, slots=True)
class Named:
    """What a noun phrase tells.

    Attributes:
        name: What to call the speaker: the proper name if there is one.
        role: How the phrase describes the one it names.
        head: The last common noun, or the last word of a proper name, in small letters.
    """

    form: Form
    name: str
    role: str | None
    head: str
    kind: str
    person: bool
    plural: bool


_PRONOUNS = {
    "he": (True, False), "she": (True, False), "him": (True, False), "her": (True, False), "his": (True, False),
    "it": (False, False), "its": (False, False), "they": (False, True), "them": (False, True),
    "their": (False, True), "who": (True, False), "which": (False, False), "i": (True, False),
    "we": (False, True), "this": (False, False), "that": (False, False),
    "hers": (True, False),
}  # fmt: skip
_TOKEN = re.compile(r"[\w’'.&/-]+|,")
_LINK = frozenset("of the for and de van von bin al du la le di da on in ibn del".split())
_REPORT_OF = re.compile(
    r"(?:(?:an?|the|one|another|that)\s+)?(?:(?:earlier|recent|previous|later|first|new)\s+)?"
    r"((?!(?:The|An?|This|That|Its|His|Her|Their)\b)(?:[A-Z][\w’'-]*\s+){0,3}?[A-Z][\w’'-]*)(?:[’']s?)?\s+(?:news\s+)?(?:report|reports|dispatch|story)"
)
_DETERMINERS = re.compile(
    r"(?:the|a|an|its|his|her|their|our|this|that|these|those|some|many|most|several|another|one|two|three"
    r"|four|five|both|all|any|other|few|a few|each|more)\s+",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def named(phrase: str) -> Named:
    """What the phrase tells of whom it names."""
    words = phrase.strip(" ,.;:\"“”'’()–—-")
    low = words.lower()
    if low in _PRONOUNS:
        person, plural = _PRONOUNS[low]
        return Named("pronoun", words, None, low, "", person, plural)
    report = _REPORT_OF.fullmatch(words)
    if report is not None:
        return _with_name(report[1], None)
    segments = [s.strip() for s in re.split(r",\s+|\s+[–—]\s+|\s+\(", words) if s.strip(" )")]
    if not segments:
        return Named("indefinite", words or "?", None, low, "", False, False)
    first = segments[0]
    proper = proper_name(first) if not _is_of_some_body(first) else None
    if proper is not None:
        name, role = proper
        after = ", ".join(segments[1:]) or None
        listed = after is not None and _LISTED.match(after) is not None
        return _with_name(name, role or (None if listed else after))
    for other in segments[1:3]:
        proper = proper_name(other)
        if proper is not None and _is_role(first) and not re.match(r"(?:a|an|the)\s", other):
            return _with_name(proper[0], " ".join(filter(None, (first, proper[1]))))
    body = (
        _BODY.match(segments[1])
        if len(segments) > 1 and first[:1].islower() | first.startswith("Its ")
        else None
    )
    if body is not None and _OWNED_ROLE.match(first):  # "its junior partner, the Rural Front"
        return _with_name(body[1], first)
    return _common(first, ", ".join(segments[1:]) or None)


def two_names(phrase: str) -> tuple[str, str] | None:
    """As in "between Vell Rovers and Dunmar Athletic": two names; one body has one kind of word."""
    match = _TWO.fullmatch(phrase.strip(" ,.;:"))
    if match is None or named(match[1]).person != named(match[2]).person:
        return None
    return match[1], match[2]


_TWO = re.compile(
    r"(?:[Tt]he\s+)?((?:[A-Z][\w’'-]+\s+){1,3}[A-Z][\w’'-]+)\s+and\s+((?:[A-Z][\w’'-]+\s+){1,3}[A-Z][\w’'-]+)"
)
_BODY = re.compile(r"the\s+((?:[A-Z][\w’'&-]+(?:\s+(?:of|for|and)\s+)?\s?)+)$")
_LISTED = re.compile(r"(?:(?:his|her|their|its)\s[\w\s-]+|[A-Z][\w\s.’'-]+)\sand\s")
"""As in "Roe, his wife and three friends", where what follows is no role."""

_OWNED_ROLE = re.compile(r"(?:its|his|her|their|the)\s[a-z -]+$", re.IGNORECASE)
_OF_SOME_BODY = re.compile(
    r"(?:(?:the|an?|its|his|her|their|one|another)\s+)?(?:[a-z’'-]+\s+){0,3}?([a-z’'-]+)\s+(?:of|for|at|from|in|with|to|on)\s",
    re.IGNORECASE,
)


def _is_of_some_body(first: str) -> bool:
    """As in "the general secretary of the Dockers' Union": the capitals name no person."""
    match = _OF_SOME_BODY.match(first)
    return match is not None and match[1].islower() and singular(match[1]) in ROLE_WORDS


def _is_role(text: str) -> bool:
    """Whether a phrase can be the role of a name that follows it."""
    return re.match(r"(?:he|she|it|they)$", text, re.IGNORECASE) is None


def _with_name(name: str, role: str | None) -> Named:
    behind = name.split()[-1] if name.split() else ""
    if len(name.split()) > 2 and behind.lower().strip(".") in POSTNOMINALS:
        name, role = name[: -len(behind)].strip(), " ".join(filter(None, (role, behind)))
    last = name.split()[-1].strip(".’'s").lower() if name.split() else ""
    words = {w.lower().strip(".,") for w in re.split(r"[\s-]+", name)}
    kind, person = "person", True
    outlet = next((OUTLET_WORDS[w] for w in name.lower().split()[::-1] if w in OUTLET_WORDS), None)
    group = next((GROUP_KINDS[w] for w in name.lower().split() if w in GROUP_KINDS), None)
    if outlet is not None and len(words) >= 1 and "party" not in words:
        kind, person = outlet, False
    elif group is not None or words & {"of", "for", "and"}:
        kind, person = group or "organisation", False
    elif len(words) > 2 and behind.endswith("s") and singular(behind.lower()) in ROLE_WORDS:
        kind, person = "union", False  # "United Process Workers"
    elif name.isupper() and len(name) <= 6:
        kind, person = "organisation", False
    elif role is not None and role.lower().split()[-1] in OWNERS:
        kind, person = "name", False
    elif role is not None and _role_kind(role) is not None:
        kind, person = _role_kind(role) or "", (_role_kind(role) == "person")
    elif {last, behind.lower()} & ORGANISATION_ENDINGS or (role or "").lower() == "the":
        kind, person = "organisation", False
    elif len(words) == 1:
        kind, person = "name", False
    role = (
        re.sub(r"^(?:the|a|an)(?:\s+|$)", "", role, flags=re.IGNORECASE).strip() if role else None
    )
    return Named("name", name, role or None, last, kind, person, plural=False)


def _role_kind(role: str) -> str | None:
    words = re.findall(r"[a-z]+", role.lower())
    if re.match(r"(?:of|for|from|at)\s", role):
        return "person"
    head = re.split(r"\s(?:of|for|at|from|in|with|on|to)\s|,", role.lower(), maxsplit=1)[0].split()
    if head and head[-1] in GROUP_KINDS and head[-1] not in PERSON_WORDS:
        return GROUP_KINDS[head[-1]]
    if any(word in PERSON_WORDS or word in ("mr", "mrs", "ms", "dr") for word in words):
        return "person"
    if re.search(r"[’']s?$", role) or re.fullmatch(r"\d{1,3}", role) or _is_person_role(words):
        return "person"
    for word in words:
        if word in OUTLET_WORDS and word not in ("post", "news", "press", "star", "mail"):
            return OUTLET_WORDS[word]
        if word in GROUP_KINDS:
            return GROUP_KINDS[word]
    return None


_BY_AGE = re.compile(r"[\w-]+-year-old|(?:mum|mother|dad|father|parent|mom)-of-[\w-]+")
"""As in "the 38-year-old said"."""


def _is_person_role(words: list[str]) -> bool:
    return any(singular(word) in ROLE_WORDS - ADJECTIVES - GROUP_KINDS.keys() for word in words)


def _common(first: str, after: str | None) -> Named:
    """A description without a name: "an officer in Baicheng", "rights groups"."""
    article = _DETERMINERS.match(first)
    core = first[article.end() :] if article else first
    determiner = article[0].strip().lower() if article else ""
    head = _head(core)
    plural = _is_plural(head)
    base = head[:-1] if plural and head.endswith("s") and head not in ("police", "media") else head
    if base.endswith("ie"):
        base = base[:-2] + "y"
    person = (
        _BY_AGE.fullmatch(head) is not None
        or base in PERSON_WORDS
        or (base in ROLE_WORDS and base not in GROUP_KINDS and base not in ADJECTIVES)
    ) and not _GUARD.search(core)
    kind = (
        base
        if person
        else GROUP_KINDS.get(base, "document" if base in DOCUMENTS or head in DOCUMENTS else base)
    )
    form: Form
    if plural or determiner in (
        "some",
        "many",
        "most",
        "several",
        "both",
        "all",
        "two",
        "three",
        "four",
        "five",
    ):
        form, plural = "plural", True
    elif determiner in ("a", "an", "another", "one"):
        form = "indefinite"
    else:
        form = "definite"
    name = first if determiner not in ("the",) else core
    if form == "definite" and determiner == "the":
        name = "the " + core
    return Named(
        form,
        name[:1].lower() + name[1:] if not _is_name_start(name) else name,
        after,
        base,
        kind or head,
        person,
        plural,
    )


_GUARD = re.compile(
    r"\b(?:coast|national|home|border|presidential|republican|civil)\s+guards?$", re.I
)
"""Bodies that are called like one of their members."""


def _is_name_start(text: str) -> bool:
    """Whether the capital at the start belongs to a name and not to the sentence."""
    first = text.split()[0]
    if (
        first.lower() in SENTENCE_STARTERS
        or first.lower() in PERSON_WORDS
        or first.lower() in GROUP_KINDS
    ):
        return False
    return (
        first[:1].isupper()
        and (len(text.split()) > 1)
        and not first.lower().endswith(("ed", "ing", "ts", "rs"))
    )


def _head(core: str) -> str:
    """The noun that the description is about: the last word before a preposition."""
    part = re.split(
        r"\s+(?:of|at|in|for|from|with|to|on|near|who|which|that|by|close|behind|about|against)\s+",
        core,
        maxsplit=1,
    )[0]
    words = re.findall(r"[\w’'-]+", part)
    return words[-1].lower() if words else core.lower()


_SINGULAR_S = frozenset(
    "congress press news boss ss gas bus series campus status crisis process access class business witness".split()
)


def _is_plural(head: str) -> bool:
    if head in (
        "police",
        "people",
        "media",
        "men",
        "women",
        "children",
        "staff",
        "crew",
        "data",
        "authorities",
    ):
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in _SINGULAR_S

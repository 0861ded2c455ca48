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
    TITLES,
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
    proper = _proper(first) if not _is_of_some_body(first) else None
    if proper is not None:
        name, role = proper
        after = ", ".join(segments[1:]) or None
        return _with_name(name, role or after)
    for other in segments[1:3]:
        proper = _proper(other)
        if proper is not None and _is_role(first) and not re.match(r"(?:a|an|the)\s", other):
            return _with_name(proper[0], " ".join(filter(None, (first, proper[1]))))
    return _common(first, ", ".join(segments[1:]) or None)


_OF_SOME_BODY = re.compile(
    r"(?:(?:the|an?|its|his|her|their|one|another)\s+)?(?:[a-z’'-]+\s+){0,3}?([a-z’'-]+)\s+(?:of|for|at|from|in|with|to|on)\s",
    re.IGNORECASE,
)


def _is_of_some_body(first: str) -> bool:
    """As in "the general secretary of the Dockers' Union": the capitals name no person."""
    match = _OF_SOME_BODY.match(first)
    return match is not None and match[1].islower() and _singular(match[1]) in ROLE_WORDS


def _is_role(text: str) -> bool:
    """Whether a phrase can be the role of a name that follows it."""
    return re.match(r"(?:he|she|it|they)$", text, re.IGNORECASE) is None


def _proper(segment: str) -> tuple[str, str | None] | None:
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
    if start == 0 and tokens[0].lower() in _SENTENCE_STARTERS:
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
    single = _singular(word)
    return single in _COMMON_NOUNS or (single != word and single in ROLE_WORDS)


def _singular(word: str) -> str:
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


_SENTENCE_STARTERS = frozenset(
    "the a an its his her their some many most several another one two three four five both all any other"
    " this that these those officials residents witnesses police authorities doctors organisers workers"
    " protesters experts critics supporters opponents investigators rescuers local state federal government"
    " rights health aid union city opposition no every each more few".split()
)


def _is_capital(token: str) -> bool:
    word = token.lstrip("“\"'‘(")
    return bool(word) and (word[0].isupper() or (word[0].isdigit() and False))


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
    return any(_singular(word) in ROLE_WORDS - TITLES - GROUP_KINDS.keys() for word in words)


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
        or (base in ROLE_WORDS and base not in GROUP_KINDS)
    )
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


def _is_name_start(text: str) -> bool:
    """Whether the capital at the start belongs to a name and not to the sentence."""
    first = text.split()[0]
    if (
        first.lower() in _SENTENCE_STARTERS
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

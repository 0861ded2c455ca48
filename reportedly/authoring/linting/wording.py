"""Words, quotations and sentences, as the rules look at them."""

from __future__ import annotations

import re
from functools import lru_cache

QUOTATION = re.compile(
    r"“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|\"[^\"]*\""
    r"|‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)|(?<!\w)'[^']*(?:'\w[^']*)*'(?!\w)"
)
"""A quotation with its marks; an apostrophe inside a word is no mark."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")


def listed(text: str) -> list[str]:
    """The entries of a list that is written as a text, with spaces between."""
    return text.split()


_STOP = frozenset(
    listed("""
    a about above after again all also am among an and any are as at be because been before being
    between both but by can cannot could did do does doing done down during each either for from
    further had has have having he her here hers him his how i if in into is it its itself just may
    me might more most much must my neither no nor not now of off on once only or other our out
    over own per same shall she should so some such than that the their them then there these they
    this those through to too under until up upon us very was we were what when where whether which
    while who whom whose why will with within without would you your
    """)
)
_OF_QUIZZES = frozenset(
    listed("""
    accord according answer article best choose claim correct detail fit follow following give
    given hold label line mark match name option order paragraph passage phrase piece question read
    reader reading report reported right say said sentence show source speak state stated statement
    story support supported tap tell text true false word wording write wrong
    """)
)


def unquoted(text: str) -> str:
    """The text with quotations blanked out, every other character in its place."""
    return QUOTATION.sub(lambda found: " " * len(found[0]), text)


def words(text: str) -> list[str]:
    """The words and numbers of a text, in small letters."""
    return [found.casefold().replace("’", "'") for found in _WORD.findall(text)]


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in _SENTENCE.split(text) if part.strip()]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest endings: enough to know "bells" for "bell"."""
    word = word.removesuffix("'s").rstrip("'")
    for ending, least in (("ies", 3), ("ing", 4), ("ed", 4), ("es", 4), ("s", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            bare = word.removesuffix(ending)
            if ending in ("ing", "ed") and len(bare) > 3 and bare[-1] == bare[-2] != "l":
                bare = bare[:-1]
            return bare + "y" if ending == "ies" else bare.removesuffix("e") or bare
    return word.removesuffix("e") if len(word) > 4 else word


def content_words(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text) if word not in _STOP)


def topic_words(text: str) -> frozenset[str]:
    """The stems of what a question is about, without the words that any question has."""
    return frozenset(
        stem(word)
        for word in words(text)
        if word not in _STOP and word not in _OF_QUIZZES and stem(word) not in _OF_QUIZZES
    )


def shown(text: str, most: int = 40) -> str:
    """A text of the author's, short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"

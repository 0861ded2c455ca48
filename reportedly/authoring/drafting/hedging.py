"""Words that weaken, firm up, colour or hand over a claim, by which claims are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

APPARENT = frozenset(
    "apparently appear appears appeared appearing seem seems seemed seemingly suggest suggests "
    "suggested likely probably believed thought looks looked presumably indicates indicated".split()
)
"""Words by which something is given as likely, not as certain."""

POSSIBLE = frozenset("may might could can possible possibly perhaps potentially".split())
"""Words by which something is given as no more than possible."""

HEDGES = (
    APPARENT
    | POSSIBLE
    | frozenset(
        "reportedly allegedly alleged purportedly about around nearly almost roughly approximately "
        "least most up to some several many few generally usually often mostly partly unclear "
        "unlikely estimated unconfirmed so-called said more than no-more".split()
    )
)
"""Words that may limit a claim, so that they are no safe wrong answer where hedges are sought."""

_UNCERTAIN = frozenset(
    "reportedly allegedly alleged purportedly unlikely unconfirmed so-called".split()
)

_SUPERLATIVE = re.compile(
    r"\b(first|only|last|earliest|latest|largest|biggest|worst|deadliest|longest|oldest|newest"
    r"|never before|no official had|nobody had|no one had)\b",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(r"\b(was|were|had|is|has|at) first( \w+ed\b)?", re.IGNORECASE)
"""First in time for itself, as in "was first planned", and not before all others."""
_SAYING = re.compile(
    r"\b(says?|said|thinks?|thought|rejects?|rejected|den(y|ies|ied)|argues?|argued|claims?|claimed"
    r"|used the word|called|figure is|expects?|expected|advertised|believes?|believed|reported"
    r"|found|told|calls?|criticis\w+|accus\w+|warns?|warned|agrees?|agreed|admits?|admitted|insists?|insisted|describes?|described"
    r"|left open|gave|account)\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"(this|that|these|those|it|he|she|they|his|her|their|its|there|one|another|others?)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|must|should|faces?|\w{2,}ed)\b", re.IGNORECASE
)
_LOADED = re.compile(
    r"\b(terror\w*|thugs?|militants?|jihad\w*|extremis\w*|regimes?|crackdowns?|separatis\w*)\b",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\b(must|should|ought to|has to|have to|needs? to)\b", re.IGNORECASE)
_SILENCE = re.compile(
    r"\b(no answer|unanswered|no reply|not repl(y|ied)|no comment|declin\w+ to comment"
    r"|not respond\w*|no response|not be reached|not answer\w*|did not comment)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(earlier|later|before|after|afterwards|ago|soon|since|until|previous\w*|next)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(public\w*|publish\w*|post(ed)?|statement|announc\w+|releas\w+|disclos\w+|notice|leak\w*"
    r"|told|came out|went up|online|report(ed)?|delet\w+|withdr\w+|retract\w+)\b",
    re.IGNORECASE,
)
_REFERRAL = re.compile(
    r"\b(referred|passed)\b.{0,30}\b(questions?|queries|enquiries|requests?)\b"
    r"|\b(questions?|queries|enquiries|requests?)\b.{0,30}\b(referred|passed)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """The words of a text without the signs between them."""
    return _WORDS.findall(text)


def superlative(text: str) -> str | None:
    """The word by which a text says that something is first, only, largest, ..."""
    found = _SUPERLATIVE.search(_AT_FIRST.sub("", text))
    return found[0].casefold() if found else None


def tells_of_saying(text: str) -> bool:
    """Whether a text tells that somebody says something, and not only what is said."""
    return _SAYING.search(text) is not None


def tells_what_is_done(text: str) -> bool:
    """Whether words are more than a name: they have a verb, so that they can stand alone."""
    return _DONE.search(text) is not None


def is_loaded(text: str) -> bool:
    """Whether a text has a word that takes a side."""
    return _LOADED.search(text) is not None


def tells_what_ought_to_be(text: str) -> bool:
    """Whether a text tells what somebody wants, and not what is: no evidence can bear it out."""
    return _OUGHT.search(text) is not None


def joins_two(text: str) -> bool:
    """Whether a text makes two statements, of which each may stand on other sources."""
    return ", and " in text or ";" in text


def makes_public(text: str) -> bool:
    """Whether a text tells that something was made public, or taken back."""
    return _PUBLIC.search(text) is not None


def tells_of_order(text: str) -> bool:
    """Whether a text tells that something came before or after something else."""
    return _ORDER.search(text) is not None


def tells_of_silence(text: str) -> bool:
    """Whether a text tells that somebody who was asked gave no answer."""
    return _SILENCE.search(text) is not None


def tells_of_referral(text: str) -> bool:
    """Whether a text tells that questions were passed on to somebody else."""
    return _REFERRAL.search(text) is not None


def stands_alone(text: str) -> bool:
    """Whether a statement can be read without the one before it."""
    return _LEANING.match(text) is None


def drops_a_limit(says: str, hedges: Sequence[str]) -> bool:
    """Whether a text has nothing of the words that make the printed statement less than certain."""
    weak = APPARENT | POSSIBLE | _UNCERTAIN
    # "Could not be counted" is no doubt, but a statement of its own.
    printed = [{word.casefold() for word in words_of(hedge)} for hedge in hedges]
    unsure = any(words & weak and "not" not in words for words in printed)
    return unsure and not {word.casefold() for word in words_of(says)} & HEDGES


def firmness(text: str) -> int:
    """How firmly a text is worded: 3 flat, 2 as likely, 1 as possible, 0 cannot be told."""
    folded = {word.casefold() for word in words_of(text)}
    if folded & POSSIBLE:
        return 1 if not folded & APPARENT else 0
    if folded & APPARENT:
        return 2
    return 3 if not folded & HEDGES else 0

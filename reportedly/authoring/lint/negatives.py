"""A question asks for what does not fit, and the word that turns it round is not marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.authoring.linting.wording import sentences, unquoted
from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds import Highlight, Multiple, Single

LOOKS_AT = "question"

_ASKS = re.compile(
    r"\b(?:which|what|who|whose|where)\b|^\W*(?:choose|select|pick|tap|mark|find)\b", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[,;:()—–]")
# "Who denies it, and who does not?" asks for both.
_COUNTERPART = re.compile(r",? \b(?:and|or|but) (?:which|what|who|whose)\b[^,;:?]*", re.IGNORECASE)
# What somebody says, or what is so under a condition, does not turn the question round.
_REPORTED = re.compile(
    r"\b(?:(?:says|said|states|stated|claims|reports|reported|shows|showed|suggests|suggested|means"
    r"|meant|knows|knew|thinks|thought|believes|believed|writes|wrote|argues|argued|denies|denied"
    r"|adds|added|tells|told|confirms|confirmed|explains|explained)\b(?! (?:by|in|at|of)\b)"
    r"|(?:say|state|claim|report|show|suggest|mean|know|think|believe|write|argue|deny|tell|add"
    r"|hear|infer|fact) (?:that|whether|if|why|when|how|what|who)\b"
    r"|(?:if|whether|because|when|while|though|although|why)\b)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(not|never|cannot)\b|n['’]t\b")
_EXCEPT = re.compile(r"\bexcept(?: for)?\W*(?:$|which\b|one\b)")
_MARKED = re.compile(r"(\*{1,3}|_{1,3})[^*_]+\1")


def find(given: Subject) -> Iterator[Fault]:
    """Each question to choose from that is asked in the negative without saying so loudly."""
    for n, question in enumerate(given.bank.questions):
        if not isinstance(question, Single | Multiple | Highlight):
            continue
        word = _turning_word(question.ask)
        if word:
            yield Fault(
                ("questions", n, "ask"),
                f"the question turns on “{word}”, which is easy to read over",
                f"ask for what fits, or mark the word: *{word}* or {word.upper()}",
            )


def _turning_word(ask: str) -> str:
    """The unmarked word that turns a question round; "" if there is none."""
    if not any(word in ask for word in ("not", "n't", "n’t", "never", "except")):
        return ""
    for sentence in sentences(_MARKED.sub(" ", unquoted(ask))):
        if _EXCEPT.search(sentence.rstrip(" ?:._…")):
            return "except"
        for clause in _CLAUSE_END.split(_COUNTERPART.sub("", sentence)):
            asks = _ASKS.search(clause)
            if asks is None:
                continue
            own = _REPORTED.split(clause[asks.start() :], maxsplit=1)[0]
            found = _NEGATIVE.search(own.replace(" or not", ""))
            if found:
                return found[1] or "not"
    return ""

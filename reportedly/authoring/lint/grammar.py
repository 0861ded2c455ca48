"""Grammar alone tells that an option cannot be right, or that only one can."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Choice, Subject
from reportedly.quiz.faults import Fault

LOOKS_AT = "question"

_GAP = r"[\s_.…:]*$"
_ARTICLE = re.compile(rf"\b(an?){_GAP}", re.IGNORECASE)
_VOWEL = re.compile(
    r"(?!(?:uni(?![nm])|use|usu|eu|one\b|once\b|ut[ei]))[aeiou]|hour|honest|heir|honou?r"
)
_LETTERS = re.compile(r"[A-Z]{2,}\b|[A-Z]\b")
_SOUND_AS_VOWEL = frozenset("AEFHILMNORSX")

_IS = re.compile(rf"\b(is|was|has){_GAP}", re.IGNORECASE)
_ARE = re.compile(rf"\b(are|were|have){_GAP}", re.IGNORECASE)
_IS_AFTER = re.compile(r"\s*(is|was|has)\b")
_ARE_AFTER = re.compile(r"\s*(are|were|have)\b")
_WHICH_MANY = re.compile(
    r"\b[Ww](?:hich|hat|ho)(?: (?:two|three|four|other))? (?:\w+ )?(?:are|were|have)\b"
    r"(?![^?]*\bor\b)"
)
_WHICH_TWO = re.compile(
    r"\b[Ww]hich (?:two|three|four)\b"
    r"|\b[Ww]hich [a-z]+[^sui]s (?:speak|say|give|report|name|write|tell|agree|do|did"
    r"|can|stand|come)\b"
)
_ONE = re.compile(r"(a|an|one|this|that|each|every|another)\s\w", re.IGNORECASE)
_MANY = re.compile(
    r"(two|three|four|five|six|several|many|both|these|those|some|few|most|all)\s\w", re.IGNORECASE
)
_NAMES = ("Reuters", "The Times", "The New York Times", "The News")
_OF = re.compile(r"\s(?:of|in|from|at|on|by|for|with|to|who|which|that|said|, )\b.*|,.*")


def find(given: Subject) -> Iterator[Fault]:
    """Each list of options in which a/an, or singular and plural, rule options out."""
    for choice in given.choices:
        if len(choice.right) != 1:
            continue
        out = _ruled_out_by_article(choice)
        if out:
            yield _fault(choice, out, "a or an before the gap fits", "write “a/an”")
            continue
        out = _ruled_out_by_number(choice)
        if out:
            yield _fault(choice, out, "the verb fits", "give all options the same number")


def _fault(choice: Choice, out: list[int], what: str, cure: str) -> Fault:
    count = len(out)
    options = "an option" if count == 1 else f"{count} options"
    return Fault(
        choice.at(out[0]),
        f"{what} the right option, but rules out {options} by grammar (lines {{lines}})",
        f"{cure}, or word the question so that every option fits it",
        also=tuple(choice.at(n) for n in out),
    )


def _ruled_out_by_article(choice: Choice) -> list[int]:
    article = _ARTICLE.search(choice.lead)
    if article is None:
        return []
    wants_vowel = article[1].lower() == "an"
    fits = [_sounds_as_vowel(option.text) == wants_vowel for option in choice.options]
    return [n for n in choice.wrong if not fits[n]] if fits[choice.right[0]] else []


def _sounds_as_vowel(text: str) -> bool:
    """Whether a word is spoken with a vowel first: an hour, a union, an FBI report."""
    text = text.lstrip("“‘\"'*_([ ")
    spelt = _LETTERS.match(text)
    if spelt and len(spelt[0]) <= 3:
        return text[0] in _SOUND_AS_VOWEL
    return bool(_VOWEL.match(text.lower())) or text[:1] == "8" or text[:2] in ("11", "18")


def _ruled_out_by_number(choice: Choice) -> list[int]:
    """The wrong options that cannot stand beside the verb, if only the right one can."""
    lead, tail = choice.lead.rstrip(), choice.tail
    if tail:
        many, one = bool(_ARE_AFTER.match(tail)), bool(_IS_AFTER.match(tail))
    else:
        asks_many = _WHICH_MANY.search(lead) or _WHICH_TWO.search(lead)
        many, one = bool(_ARE.search(lead) or asks_many), bool(_IS.search(lead))
    if many == one:
        return []
    numbers = [_number(option.text) for option in choice.options]
    wanted, other = ("many", "one") if many else ("one", "many")
    key = choice.right[0]
    alone = numbers[key] == wanted and all(numbers[n] == other for n in choice.wrong)
    return list(choice.wrong) if alone else []


def _number(text: str) -> str:
    """Whether an option names one or many; "" where that cannot be told for sure."""
    if text[:1] in "“‘\"'":
        return ""  # words of an article are one thing or many as the question goes
    head = _OF.split(text.strip(), maxsplit=1)[0]
    if _MANY.match(head) or re.search(r"\band\b", head):
        return "many"
    if _ONE.match(head):
        return "one"
    if re.fullmatch(r"(?:\w+ )*[^\W\d]\w+(?<![sui])s", head) and head not in _NAMES:
        return "many"
    if re.match(r"[Tt]he \w+", head) and not head.endswith("s"):
        last = head.split()[-1].lower()
        return "" if last in ("police", "people", "media", "dead", "injured", "group") else "one"
    return ""

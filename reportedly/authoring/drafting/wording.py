"""Speakers, numbers and statements in words that fit into a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from reportedly.story.ledger import Quantity

_SMALL = (
    "everyone everybody anyone anybody the a an some most several many few all both each every "
    "no nobody none there this that these "
    "those it they he she his her its their one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty "
    "forty fifty sixty seventy eighty ninety hundreds thousands at about around up more less after "
    "before from of in on until since during when while if as among between over under near "
    "twenty-eight people only not nothing someone somebody other others neither either such"
).split()
_ALWAYS_SMALL = frozenset(_SMALL)


_PREPOSITIONS = ("of", "on", "for", "in", "per", "at")
_COMMON_ENDS = ("s", "ing", "ed")


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital letter first and a full stop last."""
    text = capital(text.strip())
    return text if text.endswith((".", "!", "?", "”")) else text + "."


def lowered(
    text: str, small: frozenset[str] = frozenset(), names: frozenset[str] = frozenset()
) -> str:
    """A statement as it goes on after "said that": without its capital, unless it is a name's.

    Args:
        text: The statement.
        small: Words that the story writes with a small letter somewhere.
        names: Words that it writes with a capital within a sentence.
    """
    first, _, rest = text.partition(" ")
    if rest[:1].isupper() and first.casefold() not in _ALWAYS_SMALL:
        return text  # the first of the words of a name
    bare = first.strip(",.;:").casefold()
    is_small = bare in _ALWAYS_SMALL or (bare in small and first[1:] == first[1:].lower())
    if bare not in names and bare.endswith(_COMMON_ENDS) and first[1:] == first[1:].lower():
        is_small = True  # seen only at the beginning of sentences, and formed like a common word
    if "-" in bare and bare.split("-")[0] in _ALWAYS_SMALL:
        is_small = True
    return f"{first[:1].lower()}{first[1:]} {rest}".rstrip() if is_small else text


def listing(parts: Iterable[str]) -> str:
    """For example A1, A7 and B4."""
    items = list(dict.fromkeys(parts))
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def number(value: Fraction) -> str:
    """A number in digits, with commas between the thousands; a fraction as a decimal."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.10g}"


def plain_number(value: Fraction) -> str | None:
    """A number as an answer is written, or None if its decimals have no end."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return f"{float(value):.10g}" if rest == 1 else None


def amount(quantity: Quantity) -> str:
    """For example at least 50."""
    assert quantity.value is not None
    digits = number(quantity.value)
    return digits if quantity.qualifier == "exactly" else f"{quantity.qualifier} {digits}"


def counted(quantity: Quantity) -> str:
    """The amount with what it counts: at least 50 people killed in the attack."""
    return with_what_is_counted(amount(quantity), quantity)


def with_what_is_counted(words: str, quantity: Quantity) -> str:
    """An amount in words with what it counts behind it."""
    if counts_its_unit(quantity):
        of = _one(quantity.of) if quantity.value == 1 else quantity.of
        return f"{words} {of}"
    unit = quantity.unit or ""
    unit = _one(unit) if quantity.value == 1 else unit
    return f"{words} {unit}".rstrip() + f" ({quantity.of})"


def _one(of: str) -> str:
    """What is counted, when it is counted once: member of the group."""
    words = of.split()
    for n, word in enumerate(words[:2]):
        if _is_plural(word.casefold()):
            words[n] = {
                "people": "person",
                "men": "man",
                "women": "woman",
                "children": "child",
            }.get(
                word.casefold(), word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
            )
            break
    return " ".join(words)


def counts_its_unit(quantity: Quantity) -> bool:
    """Whether what is counted begins with a thing in the plural, so that a number fits before."""
    first, *others = (word.casefold().strip(",") for word in quantity.of.split())
    if first in (quantity.unit or "").casefold().split() or _is_plural(first):
        return True
    return bool(others) and first not in _ALWAYS_SMALL and _is_plural(others[0])


def _is_plural(word: str) -> bool:
    if word in ("people", "men", "women", "children", "police"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def figure_for(quantity: Quantity) -> str:
    """For example the number of people killed in the attack."""
    if counts_its_unit(quantity):
        return f"the number of {quantity.of}"
    return f"the figure for {what_for(quantity)}"


def what_for(quantity: Quantity) -> str:
    """What a figure is for: the number of people killed, the value of the haul, mending a roof."""
    if counts_its_unit(quantity):
        return f"the number of {quantity.of}"
    first, _, rest = quantity.of.partition(" ")
    is_doing = first.endswith("ing") and rest.partition(" ")[0] not in _PREPOSITIONS
    if is_doing or first.casefold() in _ALWAYS_SMALL or not first.islower():
        return quantity.of
    return f"the {quantity.of}"


def amount_told(quantity: Quantity) -> str:
    """The amount as it is told beside what it is a figure for: at least 50, about 900 euros."""
    if counts_its_unit(quantity) or not quantity.unit:
        return amount(quantity)
    unit = _one(quantity.unit) if quantity.value == 1 else quantity.unit
    return f"{amount(quantity)} {unit}"


def unit_of(*quantities: Quantity) -> str:
    """The unit that all of them have, or nothing."""
    units = {quantity.unit or "" for quantity in quantities}
    return units.pop() if len(units) == 1 else ""


def shared_tail_cut(whole: str, part: str) -> str:
    """What tells a part from its whole: "police officers" of "police officers killed there"."""
    longer, shorter = part.split(), whole.split()
    if longer[: len(shorter)] == shorter and len(longer) > len(shorter):
        return " ".join(longer[len(shorter) :])
    while len(longer) > 1 and len(shorter) > 1 and longer[-1] == shorter[-1]:
        longer, shorter = longer[:-1], shorter[:-1]
    return " ".join(longer)


def nearest_in_length(texts: Sequence[str], to: str, count: int) -> list[str]:
    """The texts that are about as long as another, so that length gives nothing away."""
    return sorted(texts, key=lambda text: (abs(len(text) - len(to)), text))[:count]

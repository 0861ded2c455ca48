"""Type a word or a few."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field
from rapidfuzz.distance import OSA
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.typing_in import mark_right, mark_wrong, read_typed, show_typed
from reportedly.quiz.marking import Mark
from reportedly.quiz.question import Layout, Markdown, Question
from reportedly.quiz.response import Response, Typed
from reportedly.quiz.taxonomy import Slip
from reportedly.story.fields import Text, Written, one_or_list

_ARTICLE = re.compile(r"^(the|an|a) (?=\S)", re.IGNORECASE)
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u2010\u2011\u2013\u2014", "-"),
        **dict(zip("\u00f8\u00d8\u0142\u0141\u0111\u0110\u0131", "oOlLdDi", strict=True)),
    }
)
"""Apostrophes and hyphens as keyboards and other pages give them; letters with a stroke."""
_INNER = re.compile(r"[^\W_](.*[^\W_])?", re.DOTALL)
"""From the first letter or digit to the last."""
_DIGITS = re.compile(r"\d+")
_SHORTEST_SPELLING = 4
"""Characters below which one letter more or less makes another word: RFA, RFI."""


def fold(text: str, *, case: bool = False) -> str:
    """Words as they are compared.

    Spaces are collapsed; accents, outer punctuation and a leading article are dropped, and capitals
    made small unless `case`. Kinds of apostrophe, of hyphen and of digits are one, and signs that
    nobody sees, such as a hyphen for the end of a line, are nothing.
    """
    bare = unicodedata.normalize("NFKD", text.translate(_ALIKE))
    bare = "".join(
        str(unicodedata.decimal(c, c))
        for c in bare
        if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    )
    # Twice, since quotation marks may stand before the article as well as behind it.
    bare = _inner(_ARTICLE.sub("", _inner(" ".join(bare.split()))))
    return bare if case else bare.casefold()


def _inner(text: str) -> str:
    """The text without its outer punctuation."""
    found = _INNER.search(text)
    return found[0] if found else ""


class NearWords(Written):
    """A wrong answer that can be foreseen, and the misreading behind it."""

    answer: Text = Field(description="The wrong words.")
    slip: Slip | None = Field(None, description="The misreading they stand for.")
    why: Markdown | None = Field(None, description="What went wrong on the way to them.")


class Short(Question):
    """Type a short answer; spelling is taken kindly if `close` says so."""

    instruction: ClassVar[str] = "Type a short answer."

    kind: Literal["short"]
    accept: Annotated[tuple[Text, ...], BeforeValidator(one_or_list)] = Field(
        description="Every wording that is right; the first is shown as the answer."
    )
    case: bool = Field(False, description="yes makes capitals count.")
    close: Annotated[int, Field(ge=0, le=1)] = Field(
        0, description="1 accepts one letter wrong, missing, too many or swapped."
    )
    why: Markdown | None = Field(None, description="Why the answer is right.")
    near: tuple[NearWords, ...] = Field((), description="Wrong answers that can be foreseen.")

    @override
    def kind_faults(self) -> Iterator[Fault]:
        if not self.accept:
            yield Fault(("accept",), "no answer is accepted", "write at least one")
        right = {fold(text, case=self.case) for text in self.accept}
        for n, text in enumerate(self.accept):
            if not fold(text, case=self.case):
                yield Fault(("accept", n), f'"{text}" has no letter or digit', "write words")
        seen: dict[str, int] = {}
        for n, near in enumerate(self.near):
            folded = fold(near.answer, case=self.case)
            if folded in right:
                yield Fault(("near", n, "answer"), f'"{near.answer}" counts as right', "remove it")
            first = seen.setdefault(folded, n)
            if first != n:
                places = (("near", first, "answer"), ("near", n, "answer"))
                found = f'"{near.answer}" stands twice among the wrong answers (lines {{lines}})'
                yield Fault(places[1], found, "remove one", places, "warning")

    @override
    def layout(self, chance: Random) -> Layout:
        return Layout()

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {}

    @override
    def read(self, payload: object, layout: Layout) -> Typed:
        return read_typed(payload)

    @override
    def show(self, response: Response, layout: Layout) -> dict[str, Any]:
        return show_typed(response)

    @override
    def mark(self, response: Response) -> Mark:
        assert isinstance(response, Typed)
        given = fold(response.text, case=self.case)
        key = self.accept[0]
        right = [fold(text, case=self.case) for text in self.accept]
        if given in right:
            return mark_right(response, key=key, why=self.why)
        near = next((n for n in self.near if fold(n.answer, case=self.case) == given), None)
        if near is not None:
            return mark_wrong(response, key=key, whys=[near.why, self.why], slip=near.slip)
        for accepted, folded in zip(self.accept, right, strict=True):
            if self._is_misspelt(given, folded):
                note = f'Taken as "{accepted}": one letter differs.'
                return mark_right(response, key=key, why=self.why, note=note)
        return mark_wrong(response, key=key, whys=[self.why], slip=None)

    def _is_misspelt(self, given: str, right: str) -> bool:
        """Whether one edit makes it right, in the letters: a digit is never a misspelling."""
        if not self.close or len(right) < _SHORTEST_SPELLING:
            return False
        if _DIGITS.findall(given) != _DIGITS.findall(right):
            return False
        # Between the digits, so that no letter is swapped with one.
        stretches = zip(_DIGITS.split(given), _DIGITS.split(right), strict=True)
        return sum(OSA.distance(one, other) for one, other in stretches) == 1

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(n.slip for n in self.near if n.slip is not None)

    @override
    def texts(self) -> Iterator[str]:
        yield from self.accept
        yield self.why or ""
        for near in self.near:
            yield near.why or ""

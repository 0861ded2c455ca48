"""Which questions learners see, and whose names stand for that.

A question without `status` is ready: its author says so by leaving it out. One whose `status` was
set is ready once enough different people have signed it as it now is. When what is asked or what is
right changes afterwards, the signatures lapse and learners do not see it until it is signed again:
otherwise one person could change what two have signed. A reason that changes, or a typing mistake
in one, hides nothing; the reader warns that it was changed since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.publishing.signature import Signature, folded, wording
from reportedly.quiz.question import Question

Status = Literal["ready", "draft"]

SENSITIVE = ("deaths", "ethnicity", "religion", "elections", "minors")
"""Tags of banks that two people have to sign."""

_AGAIN = "read it again and sign it anew on the page Edit"
_UNSEEN = "; until then learners do not see it"


@dataclass(frozen=True)
class Standing:
    """Where a question stands on its way to learners.

    Attributes:
        status: As written, by the bank if not by the question; None where neither says anything.
        needed: How many different people have to sign.
        signed: The signatures that count, one a person.
        lapsed: Those given before the question, or what is right, was changed.
        reworded: Those among `signed` given before a reason or the evidence was changed.
    """

    status: Status | None
    needed: int
    signed: tuple[Signature, ...]
    lapsed: tuple[Signature, ...]
    reworded: tuple[Signature, ...]

    @property
    def is_shown(self) -> bool:
        """Whether learners see it."""
        return self.status is None or (self.status == "ready" and self.has_enough)

    @property
    def has_enough(self) -> bool:
        """Whether enough different people have signed it."""
        return len(self.signed) >= self.needed


def standing(
    question: Question,
    *,
    bank_status: Status | None,
    bank_signed: tuple[Signature, ...],
    needed: int,
) -> Standing:
    """Where a question stands; what its bank says holds for those that say nothing themselves."""
    own = question.status is not None
    status = question.status if own else bank_status
    if not question.reviewed and (own or not bank_signed):
        return Standing(status, needed, (), (), ())
    stamp = wording(question) if question.reviewed else ""
    given = question.reviewed if own else (*question.reviewed, *bank_signed)
    signed: dict[str, Signature] = {}
    lapsed = []
    for signature in given:
        if signature.asks_the_same(stamp):
            # Of somebody who signed twice, the signature that fits the present words best.
            before = signed.get(folded(signature.by))
            if before is None or signature.says_the_same(stamp):
                signed[folded(signature.by)] = signature
        else:
            lapsed.append(signature)
    return Standing(
        status,
        needed,
        tuple(signed.values()),
        tuple(s for s in lapsed if folded(s.by) not in signed),
        tuple(s for s in signed.values() if not s.says_the_same(stamp)),
    )


def publishing_faults(
    question: Question, stands: Standing, authors: frozenset[str], why_two: str
) -> Iterator[Fault]:
    """Warnings about the signatures of one question that says itself that it is ready.

    Args:
        question: The question.
        stands: Where it stands.
        authors: The names of those who wrote it, folded.
        why_two: "" or a clause that says why two have to sign.
    """
    places = {id(s): ("reviewed", n) for n, s in enumerate(question.reviewed)}
    yield from _twice(question)
    if question.status != "ready":
        return
    for signature in stands.lapsed:
        found = f"the question was changed after {signature.by} signed it"
        cure = _AGAIN + ("" if stands.is_shown else _UNSEEN)
        yield Fault(places[id(signature)], found, cure, severity="warning")
    for signature in stands.reworded:
        found = f"a reason or the evidence was changed after {signature.by} signed it"
        yield Fault(places[id(signature)], found, _AGAIN, severity="warning")
    if not stands.is_shown and not stands.lapsed:
        yield too_few(("status",), stands, why_two)
    elif stands.is_shown and {folded(s.by) for s in stands.signed} <= authors:
        found = "nobody has signed it but its author"
        yield Fault(("reviewed",), found, "let somebody else read it and sign", severity="warning")


def too_few(place: Place, stands: Standing, why_two: str) -> Fault:
    """That something is called ready with too few signatures."""
    have = len(stands.signed)
    needs = "a signature" if stands.needed == 1 else f"{stands.needed} signatures"
    there = {0: "there is none", 1: "there is 1"}.get(have, f"there are {have}")
    cure = "sign it on the page Edit, or write `status: draft`"
    return Fault(
        place, f"“ready” needs {needs}{why_two}, and {there}", cure + _UNSEEN, severity="warning"
    )


def _twice(question: Question) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for n, signature in enumerate(question.reviewed):
        first = seen.setdefault(folded(signature.by), n)
        if first != n:
            yield Fault(
                ("reviewed", n),
                f"{signature.by} stands twice (lines {{lines}})",
                "remove one; each name counts once",
                also=(("reviewed", first), ("reviewed", n)),
                severity="warning",
            )

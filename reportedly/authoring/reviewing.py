"""What a person decides about the claims of a draft ledger: accept, correct, split, merge, drop.

Works on claims as they are written down, so that whatever an author wrote stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportedly.story.ledger import Claim

Written = Mapping[str, Any]
"""The fields of a claim, as claims.yaml has them: texts, lists and groups of texts."""

_SURENESS = {"low": 0, "medium": 1, "high": 2}
_LISTS = ("hedges", "labels", "not_said")


class NoSuchClaim(LookupError):
    """The claim is not in the ledger any more; somebody else may have removed it."""


def to_decide(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that nobody has looked at yet, the least sure first, else as they stand."""
    waiting = [claim for claim in claims if claim.review == "auto"]
    return sorted(waiting, key=lambda claim: _SURENESS[claim.confidence])


def is_settled(claim: Claim) -> bool:
    """Whether questions may be drawn from a claim: sure from the start, or decided by a person."""
    if claim.review == "auto":
        return claim.confidence == "high"
    return claim.review != "dropped"


def accept(claims: Sequence[Written], id: str) -> list[Written]:
    """The claims with one that is right as it is."""
    return _with(claims, id, lambda claim: [{**claim, "review": "ok"}])


def correct(claims: Sequence[Written], id: str, fields: Written) -> list[Written]:
    """The claims with one as a person has written it; its id stays."""
    return _with(claims, id, lambda claim: [{**fields, "id": claim["id"], "review": "edited"}])


def drop(claims: Sequence[Written], id: str) -> list[Written]:
    """The claims with one that counts no more; it stays, so that nothing finds it anew."""
    return _with(claims, id, lambda claim: [{**claim, "review": "dropped"}])


def put_back(claims: Sequence[Written], id: str) -> list[Written]:
    """The claims with one that is to be decided again."""
    return _with(claims, id, lambda claim: [{**claim, "review": "auto"}])


def split(claims: Sequence[Written], id: str, first: str, second: str) -> list[Written]:
    """The claims with two in place of one, each with its own words, both still to be decided.

    Args:
        claims: All of them.
        id: Which one; it keeps its id, the other gets the next that is free.
        first: Its exact words then.
        second: Those of the other.
    """
    taken = {claim["id"] for claim in claims}

    def halves(claim: Written) -> list[Written]:
        open_again = {"review": "auto", "confidence": "low", "because": ["split by hand"]}
        other = {**claim, "id": _free(str(claim["id"]), taken), "words": second, **open_again}
        return [{**claim, "words": first, **open_again}, other]

    return _with(claims, id, halves)


def merge(claims: Sequence[Written], id: str, into: str) -> list[Written]:
    """The claims with one taken up in another: its limits, labels and figures go over to it.

    The one that was taken up stays as a dropped claim that says where it went.
    """
    taken_up = _find(claims, id)
    if id == into:
        raise ValueError("a claim cannot be merged with itself")

    def gained(claim: Written) -> list[Written]:
        more: dict[str, Any] = {}
        for name in (*_LISTS, "quantity"):
            together = [*_listed(claim.get(name)), *_listed(taken_up.get(name))]
            distinct = [part for n, part in enumerate(together) if part not in together[:n]]
            if distinct != _listed(claim.get(name)):
                more[name] = distinct
        return [{**claim, **more, "review": "edited"}]

    note = " ".join(filter(None, [taken_up.get("notes"), f"Merged into {into}."]))
    merged = _with(claims, into, gained)
    return _with(merged, id, lambda claim: [{**claim, "notes": note, "review": "dropped"}])


def _with(
    claims: Sequence[Written], id: str, change: Callable[[Written], list[Written]]
) -> list[Written]:
    _find(claims, id)
    return [new for claim in claims for new in (change(claim) if claim["id"] == id else [claim])]


def _find(claims: Sequence[Written], id: str) -> Written:
    for claim in claims:
        if claim.get("id") == id:
            return claim
    raise NoSuchClaim(f"{id} is not in the ledger any more; somebody else may have removed it.")


def _free(id: str, taken: set[str]) -> str:
    letters = "bcdefghijklmnopqrstuvwxyz"
    found = next((f"{id}{letter}" for letter in letters if f"{id}{letter}" not in taken), None)
    if found is not None:
        return found
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]

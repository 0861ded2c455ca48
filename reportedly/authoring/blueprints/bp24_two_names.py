"""BP24: match names that mean the same person, body, place or thing.

Key: the name variants of the story and of its speakers, as far as they stand in the articles. Wrong
choices: names of others. Held back for labels, which are no names, and where fewer than three pairs
have names that differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded, words_of
from reportedly.authoring.drafting.wording import capital
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_FEWEST, _MOST = 3, 5


@dataclass(frozen=True)
class _Names:
    name: str
    other: str
    at: str
    claim: Claim | None


def _sketches(facts: Facts) -> Iterator[Sketch]:
    pairs: dict[str, _Names] = {}
    for pair in _all_pairs(facts):
        taken = {word.casefold() for each in pairs.values() for word in (each.name, each.other)}
        if not {pair.name.casefold(), pair.other.casefold()} & taken:
            pairs[pair.name] = pair
    listed = list(pairs.values())
    for n in range(0, len(listed), _MOST):
        group, rest = listed[n : n + _MOST], listed[n + _MOST :] + listed[:n]
        if len(group) >= _FEWEST and any(pair.claim for pair in group):
            yield _sketch(facts, group, rest)


def _all_pairs(facts: Facts) -> Iterator[_Names]:
    first_claims: dict[str, Claim] = {}
    for claim in facts.claims:
        first_claims.setdefault(claim.speaker, claim)
    named = [(variant.ours, variant.also, None) for variant in facts.story.about.names]
    spoken = [
        (speaker.name, speaker.aliases, first_claims[key])
        for key, speaker in facts.story.ledger.speakers.items()
        if key in first_claims and "," not in speaker.name
    ]
    by_name = {claim.at: claim for claim in reversed(facts.claims)}
    for name, others, said in [*named, *spoken]:
        for other in others:
            if not _differ(name, other) or _is_label(facts, other):
                continue
            at = facts.place_of(other)
            if at is not None:
                yield _Names(name, other, at, said or by_name.get(at))
                break


def _differ(name: str, other: str) -> bool:
    """Whether neither name shows the other: no word in common that says anything."""
    small = {"the", "of", "a", "an", "in", "and"}
    words = {word.casefold() for word in words_of(name)} - small
    if other.split()[0].casefold() in ("her", "his", "their", "its", "our", "my"):
        return False
    return bool(words) and not words & {word.casefold() for word in words_of(other)}


def _is_label(facts: Facts, name: str) -> bool:
    return is_loaded(name) or name.casefold() in facts.labels


def _sketch(facts: Facts, group: list[_Names], rest: list[_Names]) -> Sketch:
    claims = tuple(dict.fromkeys(pair.claim for pair in group if pair.claim is not None))
    chance = facts.chance("BP24", group[0].name)
    pairs: list[Fields] = [
        {
            "item": capital(pair.name),
            "match": capital(pair.other),
            "slip": str(Slip.FALSE_CONFLICT),
            "why": f"“{pair.other}” stands in {pair.at} and means the same.",
        }
        for pair in group
    ]
    extra: list[Fields] = [
        {
            "wrong": capital(pair.other),
            "slip": str(Slip.FALSE_AGREEMENT),
            "why": f"That is another name for {pair.name} ({pair.at}).",
        }
        for pair in rest[:1]
    ]
    ask = chance.choice(
        [
            "Match the names that mean the same in these articles.",
            "One person, body or thing can have two names. Which belong together here?",
        ]
    )
    own: Fields = {"pairs": pairs, "extra": extra} if extra else {"pairs": pairs}
    return Sketch(
        about=(group[0].name, group[1].name),
        claims=claims,
        kind="match",
        ask=ask,
        own=own,
        explain="Two names may hide one source, and one name may hide two. No spelling is wrong.",
        level=Level.EASY,
        evidence=tuple((pair.at, pair.other) for pair in group),
    )


blueprint = Blueprint(24, (Skill.WORDING,), _sketches)

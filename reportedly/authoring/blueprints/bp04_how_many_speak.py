"""BP04: how many different speakers of one kind an article lets speak.

Key: the speakers of that kind who make a claim there. Near misses: one voice for all of them, and
the number of statements. Held back where the kind is not told, or one of them is nobody in
particular, or speaks for another of them, so that two of them might be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, near, numbers
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.wording import capital, listing
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim

_MOST = 12
"""Voices that are counted; of more, nobody would check the count."""

_UNTYPED = frozenset(["", "other", "unknown", "source", "anonymous source", "person", "document"])


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for letter, claims in facts.by_letter.items():
        by_kind: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.speaker != OWN_VOICE and claim.maybe is None:
                by_kind[facts.speakers.known(claim.speaker).kind.casefold()].append(claim)
        for kind, theirs in by_kind.items():
            keys = list(dict.fromkeys(claim.speaker for claim in theirs))
            vague = any(facts.speakers.is_vague(key) for key in keys)
            more = _may_be_more(facts, letter, kind, keys)
            doubt = len(keys) > _MOST or vague or more or _has_one_for_another(facts, keys)
            if kind not in _UNTYPED and len(keys) >= 2 and not doubt:
                yield _sketch(facts, letter, kind, keys, theirs)


def _may_be_more(facts: Facts, letter: str, kind: str, keys: list[str]) -> bool:
    """Whether a claim that nobody has decided on would add one to the count."""
    return any(
        claim.letter == letter
        and claim.speaker not in (OWN_VOICE, *keys)
        and facts.speakers.known(claim.speaker).kind.casefold() == kind
        for claim in facts.undecided
    )


def _has_one_for_another(facts: Facts, keys: list[str]) -> bool:
    """Whether one of them speaks for another, such as the manager of a company beside it."""
    return any(
        facts.speakers.stands_for(one, other) for one in keys for other in keys if one != other
    )


def plural(kind: str) -> str:
    """More than one of a kind: policemen, ministries, newspapers."""
    if kind.endswith("man"):
        return kind[:-3] + "men"
    if kind.endswith("y") and kind[-2:-1] not in "aeiou":
        return kind[:-1] + "ies"
    if kind.endswith(("s", "x", "ch", "sh")):
        return kind if kind.endswith("s") and not kind.endswith("ss") else kind + "es"
    return kind + "s"


def _sketch(facts: Facts, letter: str, kind: str, keys: list[str], claims: list[Claim]) -> Sketch:
    chance = facts.chance("BP04", letter, kind)
    article = facts.article(letter)
    many = plural(kind)
    firsts = [next(claim for claim in claims if claim.speaker == key) for key in keys]
    where = listing(
        f"{facts.speakers.within(key)} ({claim.at})"
        for key, claim in zip(keys, firsts, strict=True)
    )
    ask = chance.choice(
        [
            f"{article} passes on statements by {many}. How many different ones are there?",
            f"How many different {many} does {article} name or describe as saying something?",
            f"Count the voices: how many different {many} say something in {article}?",
        ]
    )
    nears = [
        near("1", Slip.FALSE_AGREEMENT, f"They do not speak with one voice: {where}."),
        near(
            str(len(claims)),
            Slip.WRONG_COUNT,
            "That is about how many statements they make. One voice may be heard several times.",
        ),
    ]
    return Sketch(
        about=(letter, kind),
        claims=tuple(firsts),
        kind="number",
        ask=ask,
        own=numbers(str(len(keys)), "", f"{capital(where)}.", nears),
        explain="Several statements by one source are one source. Count voices, not statements.",
        level=Level.MEDIUM,
        quoted=tuple(firsts),
    )


blueprint = Blueprint(4, (Skill.SOURCES,), _sketches)

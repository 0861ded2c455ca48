"""BP16: judge whether two articles give the same figure for the same thing.

Key: true where the two articles have one figure, or where the statement says that they have not;
false where it says that they share one and the second has another or none, or that only one has
what both have. Held back where the number stands somewhere in the second article in a way that the
ledger does not explain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from zlib import crc32

from reportedly.authoring.drafting.draft import Blueprint, Sketch, truths
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.numerals import spellings
from reportedly.authoring.drafting.wording import amount_told, figure_for, listing, what_for
from reportedly.quiz.taxonomy import Level, Skill, Slip


def _sketches(facts: Facts) -> Iterator[Sketch]:
    by_thing: dict[tuple[str, str], dict[str, list[Figure]]] = defaultdict(dict)
    for figure in facts.figures:
        if figure.claim.voice != "headline":
            thing = (figure.quantity.topic, figure.quantity.of)
            by_thing[thing].setdefault(figure.claim.letter, []).append(figure)
    for by_letter in by_thing.values():
        for one in facts.letters:
            for other in facts.letters:
                if one != other and one in by_letter:
                    yield from _of_two(facts, by_letter[one], other, by_letter.get(other, []))


def _of_two(
    facts: Facts, figures: list[Figure], letter: str, theirs: list[Figure]
) -> Iterator[Sketch]:
    said = {figure.said: figure for figure in theirs}
    for figure in figures[:3]:
        match = said.get(figure.said)
        if match is not None and figure.claim.letter < letter:
            if _is_turned(figure, letter):
                yield _in_one_only(facts, figure, letter, match)
            else:
                yield _true(facts, figure, match)
        elif match is None and not _might_stand(facts, figure, letter):
            if not _is_turned(figure, letter):
                yield _false(facts, figure, letter, theirs)
            elif theirs:
                yield _differing(facts, figure, theirs[0])
            else:
                yield _in_one_only(facts, figure, letter, None)


def _is_turned(figure: Figure, letter: str) -> bool:
    """Whether the statement says that they differ, so that neither form shows what is true.

    It hangs on the claim and not on the seed, which varies the wording and never the keys.
    """
    return crc32(f"{figure.claim.id}/{letter}".encode()) % 2 == 0


def _might_stand(facts: Facts, figure: Figure, letter: str) -> bool:
    assert figure.quantity.value is not None
    return any(facts.prints(letter, text) for text in spellings(figure.quantity.value))


def _ask(facts: Facts, figure: Figure, letter: str) -> str:
    chance = facts.chance("BP16", figure.claim.id, letter)
    names = listing(facts.article(each) for each in sorted((figure.claim.letter, letter)))
    said, thing = amount_told(figure.quantity), figure_for(figure.quantity)
    return chance.choice(
        [
            f"{names} both give {said} as {thing}.",
            f"{names} give one and the same figure for {what_for(figure.quantity)}: {said}.",
            f"In both {names} one finds {said} as {thing}.",
        ]
    )


def _true(facts: Facts, figure: Figure, match: Figure) -> Sketch:
    one, other = figure.claim, match.claim
    owners = [facts.speakers.owner(claim) for claim in (one, other)]
    same = owners[0] is not None and owners[0] == owners[1] and facts.speakers.has_owner(one)
    told = (
        f" Both lead to one source, {facts.speakers.within(one.speaker)}: that is one count told "
        "twice."
        if same
        else " Accept it: reports that differ elsewhere can agree here."
    )
    return Sketch(
        about=(one.id, other.letter),
        claims=(one, other),
        kind="truefalse",
        ask=_ask(facts, figure, other.letter),
        own=truths(
            "true",
            {
                "true": f"Right. The figure stands in {one.at} and in {other.at}.",
                "false": f"Check {one.at} and {other.at}: it is the same figure.",
                "not stated": f"It can be looked up: {one.at} and {other.at} both have it.",
            },
            {"false": Slip.FALSE_CONFLICT, "not stated": Slip.CYNICISM},
        ),
        explain="Before you call it an agreement, see that both count the same thing." + told,
        level=Level.EASY,
        quoted=(one, other),
    )


def _differing(facts: Facts, figure: Figure, there: Figure) -> Sketch:
    here, home = figure.claim, facts.article(figure.claim.letter)
    away = facts.article(there.claim.letter)
    thing = what_for(figure.quantity)
    said, theirs = amount_told(figure.quantity), amount_told(there.quantity)
    return Sketch(
        about=(here.id, there.claim.letter),
        claims=(here, there.claim),
        kind="truefalse",
        ask=f"For {thing}, {home} has a figure of {said}, and {away} has one of {theirs}.",
        own=truths(
            "true",
            {
                "true": f"Right. The one stands in {here.at}, the other in {there.claim.at}.",
                "false": f"Check {here.at} and {there.claim.at}: the two figures stand there.",
                "not stated": f"It can be looked up, in {here.at} and in {there.claim.at}.",
            },
            {"false": Slip.FALSE_AGREEMENT, "not stated": Slip.CYNICISM},
        ),
        explain="That two articles differ is something to know. Whose figure each is comes next.",
        level=Level.EASY,
        quoted=(here, there.claim),
        same_as=("differ", figure.quantity.of, *sorted([said, theirs])),
    )


def _in_one_only(facts: Facts, figure: Figure, letter: str, match: Figure | None) -> Sketch:
    claim, away = figure.claim, facts.article(letter)
    names = listing(facts.article(each) for each in sorted((claim.letter, letter)))
    said, thing = amount_told(figure.quantity), figure_for(figure.quantity)
    claims = (claim,) if match is None else (claim, match.claim)
    if match is None:
        whys = {
            "true": f"Right. It stands in {claim.at}, and {away} does not have it.",
            "false": f"Look through {away} again: this figure is in {claim.at} alone.",
            "not stated": f"The two articles settle it: {claim.at} has it, {away} has not.",
        }
        own = truths("true", whys, {"false": Slip.WRONG_DOCUMENT, "not stated": Slip.CYNICISM})
    else:
        whys = {
            "true": f"Check {claim.at} and {match.claim.at}: both have it.",
            "false": f"Right. It stands in {claim.at} and in {match.claim.at}.",
            "not stated": f"It can be looked up: {claim.at} and {match.claim.at} both have it.",
        }
        own = truths("false", whys, {"true": Slip.FALSE_CONFLICT, "not stated": Slip.CYNICISM})
    return Sketch(
        about=(claim.id, letter),
        claims=claims,
        kind="truefalse",
        ask=f"Of {names}, one has {said} as {thing}, and the other does not.",
        own=own,
        explain="Note the letter of the article beside each figure, and whose figure it is.",
        level=Level.EASY,
        quoted=claims,
    )


def _false(facts: Facts, figure: Figure, letter: str, theirs: list[Figure]) -> Sketch:
    claim = figure.claim
    other = facts.article(letter)
    if theirs:
        there = theirs[0]
        found = f"{other} has {amount_told(there.quantity)} ({there.claim.at})"
        slip = Slip.FALSE_AGREEMENT
    else:
        found = f"{other} gives no such figure"
        slip = Slip.WRONG_DOCUMENT
    return Sketch(
        about=(claim.id, letter),
        claims=(claim, *(figure.claim for figure in theirs[:1])),
        kind="truefalse",
        ask=_ask(facts, figure, letter),
        own=truths(
            "false",
            {
                "true": f"The figure stands in {claim.at}. {found}.",
                "false": f"Right. {claim.at} has it, but {found[0].lower()}{found[1:]}."
                if found[0] == "a"
                else f"Right. {claim.at} has it. {found}.",
                "not stated": f"The two articles settle it: {claim.at} has it, and {found}.",
            },
            {"true": slip, "not stated": Slip.CYNICISM},
        ),
        explain="Note the letter of the article beside each figure, and whose figure it is.",
        level=Level.EASY,
        quoted=(claim, *(figure.claim for figure in theirs[:1])),
    )


blueprint = Blueprint(16, (Skill.CORROBORATION,), _sketches)

"""BP15: which details stand in both articles.

Key: figures that both give, and speakers whom both let speak. Wrong options: figures and speakers
of one article that the other does not print anywhere. Held back where fewer than two are shared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, has_twins
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.numerals import spellings
from reportedly.authoring.drafting.wording import amount_told, capital, figure_for
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim

_EACH = 3
_MOST = 18
"""Details that are looked for; more would be read by nobody."""


@dataclass(frozen=True)
class _Detail:
    text: str
    claims: tuple[Claim, ...]
    is_voice: bool


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for one, other in combinations(facts.letters, 2):
        shared = _shared(facts, one, other)
        single = [*_single(facts, one, other), *_single(facts, other, one)]
        for n in range(0, min(len(shared), len(single)), _EACH):
            mine = shared[n : n + _EACH]
            theirs = _mixed(single, n, mine)
            twins = has_twins(detail.text for detail in [*mine, *theirs])
            # Figures on one side and voices on the other would show the key by their form.
            alike = {detail.is_voice for detail in mine} & {detail.is_voice for detail in theirs}
            if len(mine) >= 2 and len(theirs) >= 2 and alike and not twins:
                yield _sketch(facts, (one, other), mine, theirs)


def _mixed(single: list[_Detail], n: int, mine: list[_Detail]) -> list[_Detail]:
    """As many voices as are shared, and of either article in turn: form and letter tell nothing."""
    voices = _in_turn([detail for detail in single if detail.is_voice], n)
    figures = _in_turn([detail for detail in single if not detail.is_voice], n)
    wanted = sum(detail.is_voice for detail in mine)
    picked = [*voices[:wanted], *figures[: _EACH - wanted]]
    spare = [*figures[_EACH - wanted :], *voices[wanted:]]
    return [*picked, *spare][:_EACH]


def _in_turn(details: list[_Detail], n: int) -> list[_Detail]:
    by_letter: dict[str, list[_Detail]] = {}
    for detail in details:
        by_letter.setdefault(detail.claims[0].letter, []).append(detail)
    rows = list(by_letter.values())
    return [row[k] for k in range(n, n + _EACH) for row in rows if k < len(row)]


def _shared(facts: Facts, one: str, other: str) -> list[_Detail]:
    theirs = {
        (figure.said, figure.quantity.topic, figure.quantity.of): figure
        for figure in facts.figures
        if figure.claim.letter == other
    }
    found: dict[str, _Detail] = {}
    for figure in facts.figures:
        match = theirs.get((figure.said, figure.quantity.topic, figure.quantity.of))
        if figure.claim.letter == one and match is not None:
            text = _told(figure)
            found.setdefault(text, _Detail(text, (figure.claim, match.claim), False))
    voices = _voices(facts, other)
    for key, claims in _voices(facts, one).items():
        match_claims = voices.get(key)
        if match_claims:
            text = _heard(facts, key)
            found.setdefault(text, _Detail(text, (claims[0], match_claims[0]), True))
    return list(found.values())[:_MOST]


def _single(facts: Facts, letter: str, other: str) -> list[_Detail]:
    found: dict[str, _Detail] = {}
    undecided = [claim for claim in facts.undecided if claim.letter == other]
    topics = {claim.topic for claim in (*facts.by_letter[other], *undecided)}
    values = {each.quantity.value for each in facts.figures if each.claim.letter == other}
    for figure in facts.figures:
        value = figure.quantity.value
        assert value is not None
        absent = value not in values and not any(
            facts.prints(other, text) for text in spellings(value)
        )
        is_full = len(found) >= _MOST // 2
        if figure.claim.letter == letter and absent and not is_full:
            text = _told(figure)
            found.setdefault(text, _Detail(text, (figure.claim,), False))
    theirs = _voices(facts, other)
    for key, claims in _voices(facts, letter).items():
        if key in theirs or claims[0].topic in topics or len(found) >= _MOST:
            continue
        speaker = facts.speakers.known(key)
        names = [facts.speakers.short(key), *speaker.aliases]
        if not any(facts.prints(other, name) for name in names):
            text = _heard(facts, key)
            found.setdefault(text, _Detail(text, (claims[0],), True))
    return list(found.values())


def _voices(facts: Facts, letter: str) -> dict[str, list[Claim]]:
    """Who speaks in an article, with what they say there."""
    voices: dict[str, list[Claim]] = {}
    for claim in facts.by_letter[letter]:
        known = claim.speaker != OWN_VOICE and not facts.speakers.is_vague(claim.speaker)
        if known and facts.speakers.is_sure(claim):
            voices.setdefault(claim.speaker, []).append(claim)
    return voices


def _sketch(
    facts: Facts, letters: tuple[str, str], shared: list[_Detail], single: list[_Detail]
) -> Sketch:
    claims = tuple(claim for detail in [*shared, *single] for claim in detail.claims)
    chance = facts.chance("BP15", claims[0].id)
    names = " and ".join(facts.article(letter) for letter in letters)
    made: list[Fields] = [
        {"right": detail.text, "why": f"It is in {_where(detail)}."} for detail in shared
    ]
    for detail in single:
        at, home = detail.claims[0].at, detail.claims[0].letter
        away = facts.article(next(letter for letter in letters if letter != home))
        why = f"It is in {at}. {away} does not have it."
        made.append({"wrong": detail.text, "slip": str(Slip.WRONG_DOCUMENT), "why": why})
    chance.shuffle(made)
    ask = chance.choice(
        [
            f"Which of these are in both {names}? Choose all that are.",
            f"{names} tell of one event. Which of these details does each of them have?",
            f"What do {names} share? Choose every detail that stands in both.",
        ]
    )
    return Sketch(
        about=(claims[0].id, claims[1].id),
        claims=claims,
        kind="multiple",
        ask=ask,
        own={"options": made},
        explain="List what is shared first. Then see whether it also comes from separate sources.",
        level=Level.MEDIUM,
        quoted=claims,
    )


def _heard(facts: Facts, key: str) -> str:
    is_paper = facts.speakers.known(key).kind == "document"
    who = facts.speakers.within(key)
    return f"Something from {who}" if is_paper else f"Something that {who} said"


def _told(figure: Figure) -> str:
    return capital(f"{amount_told(figure.quantity)} as {figure_for(figure.quantity)}")


def _where(detail: _Detail) -> str:
    return " and in ".join(claim.at for claim in detail.claims)


blueprint = Blueprint(15, (Skill.CORROBORATION,), _sketches)

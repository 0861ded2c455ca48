"""BP01: match each figure to whoever is named for it.

Key: the claim's speaker, the article itself, or nobody where it is reported without a name.
Wrong choices: other speakers of those articles, and hands that a figure only passed through.
Held back where fewer than two owners stand behind the figures, or one of them is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.speakers import NOBODY
from reportedly.authoring.drafting.wording import amount_told, capital, counted, listing, what_for
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE

_MOST = 5


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for topic, figures in facts.figure_topics.items():
        owned = [(figure, facts.speakers.owner(figure.claim)) for figure in figures]
        rows = [(figure, owner) for figure, owner in owned if owner is not None][:_MOST]
        if len({owner for _, owner in rows}) >= 2:
            yield _sketch(facts, topic, rows)


def _sketch(facts: Facts, topic: str, rows: list[tuple[Figure, str]]) -> Sketch:
    chance = facts.chance("BP01", topic)
    figures = [figure for figure, _ in rows]
    same = len({figure.quantity.of for figure in figures}) == 1
    pairs: dict[str, Fields] = {}
    for figure, owner in rows:
        item = f"{_shown(figure, same=same)} ({figure.claim.at})"
        pairs.setdefault(item, _pair(facts, item, figure, owner))
    about = f" for {what_for(figures[0].quantity)}" if same else ""
    given = f" All are figures for {what_for(figures[0].quantity)}." if same else ""
    ask = chance.choice(
        [
            f"Match each figure{about} to whoever is named for it at the place given.",
            f"Whose figure is it?{given} Match each to the source that its paragraph names.",
            f"The articles give several figures{about}. Match each to the source named for it.",
        ]
    )
    return Sketch(
        about=(topic,),
        claims=tuple(figure.claim for figure in figures),
        kind="match",
        ask=ask,
        own={"pairs": list(pairs.values()), "extra": _extra(facts, rows)},
        explain=chance.choice(
            [
                "Tie a number to its source before you compare it with another one.",
                "A number without its source cannot be checked. Note the two together.",
            ]
        ),
        level=Level.EASY,
        quoted=tuple(figure.claim for figure in figures),
        skills=(Skill.SOURCES, Skill.NUMBERS),
    )


def _shown(figure: Figure, *, same: bool) -> str:
    return capital(amount_told(figure.quantity) if same else counted(figure.quantity))


def _pair(facts: Facts, item: str, figure: Figure, owner: str) -> Fields:
    claim = figure.claim
    if owner == NOBODY:
        why = f"{claim.at} reports the figure and does not say who gave it."
        slip = Slip.OVER_CLAIM
    elif facts.speakers.chain(claim):
        hands = [facts.speakers.within(hand) for hand in claim.via]
        passed = f" It came through {listing(hands)}." if hands else ""
        why = f"{claim.at} gives it to {facts.speakers.within(claim.speaker)}.{passed}"
        slip = Slip.WRONG_SPEAKER
    else:
        why = f"{claim.at} gives the figure in the article's own words and names nobody for it."
        slip = Slip.OWN_AS_REPORTED
    return {"item": item, "match": owner, "slip": str(slip), "why": why}


def _extra(facts: Facts, rows: list[tuple[Figure, str]]) -> list[Fields]:
    speakers = facts.speakers
    owners = {owner for _, owner in rows}
    keys = {figure.claim.speaker for figure, _ in rows}
    extra: dict[str, Fields] = {}
    for figure, _ in rows:
        for hand in figure.claim.via:
            if speakers.option(hand) not in owners:
                why = f"It passed a figure on ({figure.claim.at}) and did not count."
                extra[speakers.option(hand)] = _choice(
                    speakers.option(hand), Slip.RELAY_AS_ORIGIN, why
                )
    for figure, _ in rows:
        for key in speakers.others(figure.claim)[:3]:
            name = speakers.option(key)
            near = any(speakers.are_kin(key, other) for other in keys if other in speakers)
            if name not in owners and not near and len(extra) < 2:
                why = "None of these paragraphs names this source for a figure."
                extra.setdefault(name, _choice(name, Slip.WRONG_SPEAKER, why))
    # Of a figure in the article's own voice it is true too that no source is named.
    if NOBODY not in owners and OWN_VOICE not in keys:
        why = "Each of these paragraphs shows whose figure it is."
        extra[NOBODY] = _choice(NOBODY, Slip.CYNICISM, why)
    return list(extra.values())


def _choice(text: str, slip: Slip, why: str) -> Fields:
    return {"wrong": text, "slip": str(slip), "why": why}


blueprint = Blueprint(1, (Skill.SOURCES,), _sketches)

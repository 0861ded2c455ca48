"""One wording for what counts alike, and topics for claims without figures, across all articles.

The ledger says which figures stand side by side by its own words: those with the same topic, scope,
population and unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.authoring.extraction.alignment.loose import is_loose, leaders
from reportedly.authoring.extraction.alignment.paragraphs import Paragraphs
from reportedly.authoring.extraction.alignment.place import Place
from reportedly.authoring.extraction.alignment.populations import (
    Populated,
    is_apart,
    kind,
    populated,
)
from reportedly.authoring.extraction.alignment.statements import Topic, topics
from reportedly.story.ledger import Claim, Ledger, Quantity
from reportedly.story.units import is_convertible


def aligned(ledger: Ledger, paragraphs: Mapping[str, str]) -> Ledger:
    """The ledger with one wording for what counts alike, and topics for claims without figures.

    Args:
        paragraphs: The text of each by its place, such as "A3".
    """
    texts = Paragraphs(paragraphs)
    told = populated(ledger.claims, texts)
    named = _named(told.claims)
    loose, like = _loose(told, named, texts)
    about = topics(told.claims)
    like |= {id: topic.like for id, topic in about.items() if topic.like is not None}
    claims = (_worded(c, {**named, **loose}, about.get(c.id)) for c in told.claims)
    return ledger.model_copy(update={"claims": tuple(_marked(c, like.get(c.id)) for c in claims)})


def _worded(claim: Claim, wording: Mapping[Place, Quantity], about: Topic | None) -> Claim:
    counted = tuple(wording[Place(claim.id, n)] for n in range(len(claim.quantity)))
    topic = about.name if about is not None else claim.topic
    if counted and claim.topic == claim.quantity[0].topic:
        topic = counted[0].topic
    return claim.model_copy(update={"quantity": counted, "topic": topic})


def _marked(claim: Claim, like: str | None) -> Claim:
    """The claim with a word to the person where it was put together with another by its words alone."""
    if like is None:
        return claim
    why = f"seems to be about the same as {like}; check its topic"
    return claim.model_copy(update={"because": (*claim.because, why)})


def _named(claims: Sequence[Claim]) -> dict[Place, Quantity]:
    """Figures of an event that has a name, worded like the first that counts the same."""
    first: dict[tuple[object, ...], Quantity] = {}
    out = {}
    for claim in claims:
        for n, q in enumerate(claim.quantity):
            if not is_loose(q.topic):
                apart = kind(q) if q.scope == "subset" or is_apart(q) else None
                like = first.setdefault((q.topic, q.scope, apart), q)
                out[Place(claim.id, n)] = q.model_copy(update={"of": like.of, "unit": like.unit})
    return out


def _loose(
    told: Populated, named: Mapping[Place, Quantity], paragraphs: Paragraphs
) -> tuple[dict[Place, Quantity], dict[str, str]]:
    """Other figures, worded like the one they were put together with and apart from the rest.

    With it, for claims whose figure was put together with one of another article, that claim.
    """
    figures = {Place(c.id, n): (c, q) for c in told.claims for n, q in enumerate(c.quantity)}
    led = leaders(told, paragraphs)
    speaks: dict[Place, Place] = {}
    for place in figures:
        # who names an event speaks for the others, and who tells what it counts for who does not
        before = speaks.setdefault(led.get(place, place), place)
        if _tells(figures[place][1]) > _tells(figures[before][1]):
            speaks[led.get(place, place)] = place
    groups: dict[tuple[str, str, str | None], set[Place]] = defaultdict(set)
    for place, (_, q) in figures.items():
        groups[q.topic, q.of, q.unit].add(led.get(place, place))
    out = {}
    put: dict[str, str] = {}
    taken: dict[str, Place] = {}
    for place, (mine, own) in figures.items():
        if place in named:
            continue
        first = speaks[led.get(place, place)]
        claim, like = figures[first]
        if claim.letter != mine.letter:
            put[mine.id] = claim.id
        like = named.get(first, like)
        many = first not in named and len(groups[like.topic, like.of, like.unit]) > 1
        of = f"{like.of}, as in “{claim.words}”" if many else like.of
        if many and taken.setdefault(of, first) != first and like.value is not None:
            # two of one claim
            of = f"{like.of}, as in {float(like.value):,g} of “{claim.words}”"
        unit = own.unit if is_convertible(own.unit, like.unit) else like.unit
        out[place] = own.model_copy(update={"topic": like.topic, "of": of, "unit": unit})
    return out, put


def _tells(quantity: Quantity) -> int:
    """How much its topic tells."""
    return 0 if quantity.topic == "count" else 1 if is_loose(quantity.topic) else 2

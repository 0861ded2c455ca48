"""When things are said to have happened, were said, and were published."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.story.ledger import Basis, When, first_day
from reportedly.story.story import Story

Kind = Literal["event", "said", "published"]
_ORDER: dict[Kind, int] = {"event": 0, "said": 1, "published": 2}


@dataclass(frozen=True)
class Entry:
    """What one speaker says of a moment; never without the speaker.

    Attributes:
        at: The paragraphs that carry it; empty for a publication.
    """

    speaker: str
    says: str
    at: tuple[str, ...]


@dataclass(frozen=True)
class Moment:
    """One point of a story's timeline.

    Attributes:
        when: As recorded: a day, a month, a year, or a span of two joined by a slash.
        basis: stated only if every entry's date is.
        because: The reasons for what is inferred.
    """

    kind: Kind
    when: str
    basis: Basis
    because: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Dated:
    kind: Kind
    when: When
    speaker: str
    topic: str
    says: str
    at: str


def timeline(story: Story) -> tuple[Moment, ...]:
    """All dated moments of a story, earliest first.

    What one speaker says on one topic at one moment in several paragraphs is told once.
    """
    groups: dict[tuple[Kind, str], list[_Dated]] = defaultdict(list)
    for dated in [*_of_claims(story), *_of_articles(story)]:
        groups[dated.kind, dated.when.when].append(dated)
    moments = [_moment(kind, when, group) for (kind, when), group in groups.items()]
    return tuple(sorted(moments, key=lambda m: (first_day(m.when), _ORDER[m.kind])))


def _moment(kind: Kind, when: str, group: list[_Dated]) -> Moment:
    told: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for dated in group:
        told[dated.speaker, dated.topic].append(dated)
    # Everybody is heard once before anybody twice.
    turns: Counter[str] = Counter()
    in_turn = []
    for same in told.values():
        in_turn.append((turns[same[0].speaker], same))
        turns[same[0].speaker] += 1
    in_turn.sort(key=lambda entry: entry[0])
    basis: Basis = "stated" if all(d.when.basis == "stated" for d in group) else "inferred"
    return Moment(
        kind,
        when,
        basis,
        tuple(dict.fromkeys(d.when.because for d in group if d.when.because)),
        tuple(
            Entry(same[0].speaker, same[0].says, tuple(d.at for d in same if d.at))
            for _, same in in_turn
        ),
    )


def _of_claims(story: Story) -> Iterator[_Dated]:
    for claim in story.ledger.claims:
        speaker = story.speaker(claim)
        for kind, when in (("event", claim.happened), ("said", claim.said)):
            if when is not None:
                yield _Dated(
                    "event" if kind == "event" else "said",
                    when,
                    speaker,
                    claim.topic,
                    claim.says,
                    claim.at,
                )


def _of_articles(story: Story) -> Iterator[_Dated]:
    for article in story.about.articles:
        date = article.published
        if date.is_ is not None:
            when = When(when=date.is_, basis=date.basis, because=date.because)
            yield _Dated("published", when, article.label, article.letter, "published", "")

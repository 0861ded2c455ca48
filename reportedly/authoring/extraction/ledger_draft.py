"""Rows of all articles as one ledger: keys for speakers, ids, exact words, labels and hedges."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from reportedly.authoring.extraction.confidence import confidence
from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.lexicon.roles import OFFICES
from reportedly.authoring.extraction.lexicon.wording import AGENTLESS, HEDGES, LABELS, NUMBER_HEDGES
from reportedly.authoring.extraction.naming.entity import Entity, head_of
from reportedly.authoring.extraction.naming.resolve import Speakers
from reportedly.authoring.extraction.row import Figure, Row
from reportedly.authoring.extraction.texts.quoting import exact_words
from reportedly.story.ledger import OWN_VOICE, Claim, Cue, Ledger, Quantity, Speaker


def ledger(
    story: str, articles: Sequence[tuple[str, Sequence[Row], Speakers]], *, rules_only: bool
) -> Ledger:
    """The draft ledger of a story's articles, given with their letters."""
    table = _Table([e for _, _, speakers in articles for e in speakers.entities])
    claims: list[Claim] = []
    for letter, rows, _ in articles:
        count = 0
        for row in rows:
            for part in _parts(row):
                count += 1
                claims.append(_claim(f"{letter}-{count:02}", letter, part, table, rules_only))
    return Ledger(story=story, speakers=table.speakers(), claims=tuple(claims))


class _Table:
    """The speakers of all articles; the same name in two articles is one speaker."""

    def __init__(self, everybody: Sequence[Entity]) -> None:
        self._in_office = _in_office(everybody)
        self._keys: dict[int, str] = {}
        self._by_name: dict[str, str] = {}
        self._entities: dict[str, list[Entity]] = {}
        self._kept: list[Entity] = []

    def key(self, entity: Entity) -> str:
        known = self._keys.get(id(entity))
        if known is not None:
            return known
        names = [entity.name, *(a for a in entity.aliases if len(a.split()) > 1 or a[:1].isupper())]
        key = None
        if entity.form != "indefinite":
            key = next((k for n in names if (k := self._by_name.get(_folded(n))) is not None), None)
        if key is None and entity.form == "definite" and entity.person and entity.role is None:
            holder = self._in_office.get(_folded(entity.name))
            key = self.key(holder) if holder is not None else None
        if key is None:
            key = self._new(entity.name)
        self._keys[id(entity)] = key
        self._kept.append(entity)  # so that its id stays its own
        self._entities.setdefault(key, []).append(entity)
        if entity.form != "indefinite":
            for name in names:
                self._by_name.setdefault(_folded(name), key)
        return key

    def _new(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        words = [w for w in re.findall(r"[a-z0-9]+", plain) if w not in ("the", "a", "an", "s")]
        base = "-".join(words[:6]) or "speaker"
        key, n = base if base != OWN_VOICE else "speaker-none", 2
        while key in self._entities:
            key, n = f"{base}-{n}", n + 1
        return key

    def speakers(self) -> dict[str, Speaker]:
        out = {}
        for key, entities in self._entities.items():
            first = max(entities, key=lambda e: (e.form == "name", len(e.name.split())))
            names = [n for e in entities for n in (e.name, *e.aliases)]
            described = next((e for e in entities if e.role), None)
            out[key] = Speaker(
                name=first.name,
                kind=first.kind or "not told",
                aliases=tuple(dict.fromkeys(n for n in names if n and n != first.name)),
                described=described.role if described is not None else None,
                at=(described.role_at if described is not None else None) or first.at,
            )
        return out


def _in_office(everybody: Sequence[Entity]) -> dict[str, Entity]:
    """Who alone is named with an office: "the prime minister" where another article names her."""
    holders: dict[str, list[Entity]] = {}
    for each in everybody:
        if each.person and each.form == "name" and each.role and head_of(each.role) in OFFICES:
            holders.setdefault(_folded(each.role), []).append(each)
    return {
        office: max(named, key=lambda e: len(e.name))
        for office, named in holders.items()
        if len({e.name.lower().split()[-1] for e in named}) == 1
    }


def _folded(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", name.lower())


def _parts(row: Row) -> Iterator[tuple[Row, tuple[Figure, ...], Span]]:
    """A row, and again for each figure that does not fit into the same twelve words."""
    left = list(row.figures)
    piece = max(row.pieces, key=lambda p: p[1] - p[0])
    first = True
    while first or left:
        mine: list[Figure] = []
        if left:
            here = next(
                (p for p in row.pieces if p[0] <= left[0].number.core[0] < p[1]), row.pieces[0]
            )
            piece = here
            near = _around(row.text, here, left[0])
            words = exact_words(row.text, near, _wanted(left[:12]))
            begin = row.text.find(words, near[0])
            end = begin + len(words)
            mine = [
                f for f in left[:12]
                if begin >= 0 and begin <= f.number.core[0] and f.number.core[1] <= end
            ] or [left[0]]  # fmt: skip
            left = [f for n, f in enumerate(left) if n >= 12 or not any(f is m for m in mine)]
        yield row, tuple(mine), piece
        first = False


def _around(text: str, piece: Span, figure: Figure) -> Span:
    """The part of a long piece in which a figure's twelve words must lie."""
    start, end = piece
    if figure.number.start - start > 400:
        start = text.find(" ", figure.number.start - 300) + 1
    return start, min(end, figure.number.end + 300)


def _wanted(figures: Sequence[Figure]) -> list[Span]:
    return [(f.number.start, f.number.end) for f in figures]


def _claim(
    id: str,
    letter: str,
    part: tuple[Row, tuple[Figure, ...], Span],
    table: _Table,
    rules_only: bool,
) -> Claim:
    row, figures, piece = part
    text = row.text
    quoted = _with_cue(row, piece)
    spans = row.pieces
    if figures:
        quoted = _around(text, quoted, figures[0])
        spans = (_around(text, piece, figures[0]),) if len(row.figures) > 1 else row.pieces
    words = exact_words(text, quoted, _wanted(figures))
    says = _says(row, piece, figures)
    because = list(row.because)
    silent = row.silence
    return Claim(
        id=id,
        at=f"{letter}{row.paragraph}",
        words=words,
        says=says,
        speaker=table.key(row.speaker) if row.speaker is not None else OWN_VOICE,
        via=tuple(dict.fromkeys(table.key(e) for e in row.via)),
        voice=row.voice,
        cue=_cue(row),
        hedges=_hedges(text, spans),
        quantity=tuple(_quantity(f) for f in figures),
        happened=row.happened,
        said=row.said,
        labels=_labels(text, spans),
        not_said=(silent.what,) if silent is not None else (),
        topic=_topic(row, figures),
        maybe=table.key(row.maybe) if row.maybe is not None else None,
        notes=_note(row, silent is not None, figures),
        confidence=confidence(because, rules_only=rules_only),
        because=tuple(because)
        or (("read by simple rules, without the language model",) if rules_only else ()),
        review="auto",
    )


def _with_cue(row: Row, piece: Span) -> Span:
    """A piece of one or two words is quoted with the verb in front of it."""
    if len(row.text[slice(*piece)].split()) < 3 and row.cue is not None:
        start = min(row.cue[0], piece[0])
        if len(row.text[start : piece[1]].split()) <= 12:
            return start, max(piece[1], row.cue[1])
    return piece


def _topic(row: Row, figures: Sequence[Figure]) -> str:
    if row.silence is not None:
        return "not-disclosed"
    return figures[0].slot.topic if figures else "statement"


def _note(row: Row, silent: bool, figures: Sequence[Figure]) -> str | None:
    notes = []
    if silent and row.silent is not None:
        notes.append(f"Not said by: {row.silent.name}.")
    if any(f.slot.other_event for f in figures):
        notes.append("The figure seems to belong to another event.")
    return " ".join(notes) or None


def _says(row: Row, piece: Span, figures: Sequence[Figure]) -> str:
    if figures and len(row.figures) > len(figures):
        found = _clause(row.text, piece, figures)
    else:
        found = " … ".join(row.text[slice(*p)] for p in row.pieces)
    return " ".join(found.split()).strip(' ,;"“”') or row.text[slice(*piece)]


def _clause(text: str, piece: Span, figures: Sequence[Figure]) -> str:
    """The part of a sentence around some of its figures."""
    start, end = figures[0].number.start, figures[-1].number.end
    before = max(text.rfind(mark, piece[0], start) for mark in (", ", "; ", " and ", ". "))
    after = [p for mark in (", ", "; ", ". ") if (p := text.find(mark, end, piece[1])) >= 0]
    left = before + 1 if before >= 0 else piece[0]
    return re.sub(r"^\W*(?:and|but)\s+", "", text[left : min(after, default=piece[1])]).strip()


def _cue(row: Row) -> Cue | None:
    if row.cue is None:
        return None
    words = row.text[slice(*row.cue)].strip()
    return Cue.model_validate({"words": words, "class": row.cue_kind}) if words else None


_HEDGE = re.compile(
    rf"\b(?:{AGENTLESS}|"
    + "|".join(re.escape(h) for h in sorted(HEDGES, key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:" + "|".join(sorted(LABELS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)


def _hedges(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    found = []
    for start, end in spans:
        for match in _HEDGE.finditer(text, start, end):
            words = match[0]
            if words.lower() in NUMBER_HEDGES and not re.match(
                r"\s+(?:an?\s+)?(?:\d|[€$£]|\w*(?:one|two|three|four|five|six|seven|eight|nine|ten|teen|ty|dozen|hundred)\b)",
                text[match.end() : match.end() + 14],
            ):
                continue
            found.append(words)
    return tuple(dict.fromkeys(found))


def _labels(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    found = [m[0] for a, b in spans for m in _LABEL.finditer(text, a, b)]
    return tuple(dict.fromkeys(found))


def _quantity(figure: Figure) -> Quantity:
    number, slot = figure.number, figure.slot
    topic = f"{slot.topic}-other-event" if slot.other_event else slot.topic
    return Quantity(
        topic=topic,
        of=slot.of,
        value=number.value,
        amount=number.amount if number.value is None else None,
        qualifier=number.qualifier,
        unit=slot.unit,
        scope=slot.scope,
    )

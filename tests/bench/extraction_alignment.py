"""Which claims of different articles speak of the same thing, and how they relate, beside a person's view.

Each folder holds the articles and annotations of tests/bench/extraction_quality.py and an
alignment.yaml: slots with `rows` (a letter and a row of that article's .gold) and `pairs` of them with
their relation. Only pairs of two articles count. A pair of figures that the person did not put
together is wrong, unless neither figure was annotated.

Latest, F1 of figures put together, and with their relation: known .667 and .533, aside .829 and .683,
both tuned on; held, blind, .454 and .268. Claims without figures, held: .069; on these the suggestion
misses nearly everything.

Run: python tests/bench/extraction_alignment.py FOLDER ... [--rules] [--errors]
"""

import sys
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from extraction_quality import events, has_words, is_speaker

from reportedly.authoring.extraction.article import RawArticle
from reportedly.authoring.extraction.engines.language_model import Missing, installed_model
from reportedly.authoring.extraction.extract import extract
from reportedly.authoring.extraction.figures.side_by_side import Pair, pairs
from reportedly.authoring.extraction.particulars import particulars
from reportedly.story.ledger import Ledger

Figure = tuple[str, Fraction | None]
"""A claim's id and one of its values; no value for a claim without figures."""


@dataclass(frozen=True)
class Wanted:
    """A pair as a person sees it."""

    one: str
    other: str
    relation: str
    figures: bool


def wanted(folder: Path, event: str) -> list[Wanted]:
    """The pairs of an event that stand in two articles."""
    told = yaml.safe_load((folder / "alignment.yaml").read_text(encoding="utf-8"))
    out = []
    for slot in told["slots"]:
        if slot["event"] != event:
            continue
        for pair in slot["pairs"]:
            rows = slot["rows"][pair["one"]], slot["rows"][pair["other"]]
            if pair["across"]:
                figures = all(row.split(" ", 1)[1].startswith("Q") for row in rows)
                out.append(Wanted(*rows, pair["relation"], figures))
    return out


def found(ledger: Ledger, row: str) -> frozenset[Figure]:
    """What of the ledger a gold row speaks of."""
    letter, rest = row.split(" ", 1)
    kind, at, what, who = rest.split("|")
    here = [c for c in ledger.claims if c.at == f"{letter.upper()}{at}"]
    if kind == "Q":
        value = Fraction(what)
        same = [c for c in here if any(q.value == value for q in c.quantity)]
        right = [c for c in same if is_speaker(ledger, c.speaker, who)]
        return frozenset((c.id, value) for c in right or same)
    return frozenset((c.id, None) for c in here if has_words(c, what))


def dated(path: Path) -> RawArticle:
    """An article with its date as far as it shows."""
    text = path.read_text(encoding="utf-8")
    raw = RawArticle(path.name, text, published=None)
    return raw if particulars(raw, "A").dated else RawArticle(path.name, text, published="unknown")


def score(folders: list[Path], model: object, errors: bool) -> Counter[str]:
    """How many pairs were wanted, said, found, and found with their relation."""
    tally: Counter[str] = Counter()
    for folder in folders:
        for event, paths in events(folder).items():
            raw = [dated(p) for p in paths]
            ledger = extract(event, raw, model).ledger  # type: ignore[arg-type]
            days = {
                letter: day for a, letter in zip(raw, "ABCDEF", strict=False)
                if (day := particulars(a, letter).day) is not None
            }  # fmt: skip
            said = pairs(ledger, days)
            _count(ledger, said, wanted(folder, event), tally, event if errors else "")
    return tally


def _count(
    ledger: Ledger, said: tuple[Pair, ...], want: list[Wanted], tally: Counter[str], tell: str
) -> None:
    left = list(said)
    told = {c.id: c for c in ledger.claims}
    for pair in want:
        kind = "figures" if pair.figures else "statements"
        tally[f"{kind} wanted"] += 1
        ones, others = found(ledger, pair.one), found(ledger, pair.other)
        hit = next(
            (
                p for p in left
                if ((p.first, p.value) in ones and (p.second, p.other) in others)
                or ((p.second, p.other) in ones and (p.first, p.value) in others)
            ),
            None,
        )  # fmt: skip
        if hit is None:
            if tell:
                print(f"{tell}: missed: {pair}")
            continue
        left = [p for p in left if p is not hit]
        tally[f"{kind} found"] += 1
        right = hit.relation.value == pair.relation
        tally[f"{kind} related"] += right
        if tell and not right:
            print(f"{tell}: {pair} was said to be {hit.relation.value}")
    for p in left:
        kind = "figures" if p.value is not None else "statements"
        tally[f"{kind} wrong"] += 1
        if tell:
            print(f"{tell}: no such pair: {told[p.first].words} / {told[p.second].words}")


def main() -> None:
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    model = Missing("rules were asked for") if "--rules" in sys.argv else installed_model()
    tally = score(folders, model, "--errors" in sys.argv)
    for kind in ("figures", "statements"):
        want, hit, wrong = (tally[f"{kind} {what}"] for what in ("wanted", "found", "wrong"))
        for name, right in (("put together", hit), ("and related", tally[f"{kind} related"])):
            p, r = right / max(1, hit + wrong), right / max(1, want)
            f = 2 * p * r / (p + r) if p + r else 0.0
            print(f"{kind:10} {name:12} precision {p:.2f}  recall {r:.2f}  F1 {f:.3f}  of {want}")


if __name__ == "__main__":
    main()

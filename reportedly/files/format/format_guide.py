"""How a bank is written: one tested example for each kind, its fields, and usual mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.files.banks.bank_file import BankReading, Stories, read_bank
from reportedly.files.format.schema import bank_schema
from reportedly.files.reading.reports import Report
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.question import Question

_EXAMPLES = Path(__file__).parent


@dataclass(frozen=True)
class FieldText:
    """What an author reads about a field.

    Attributes:
        name: As written; inside another field, with that one's name before it.
        needed: Whether it may not be left out.
    """

    name: str
    needed: bool
    meaning: str


@dataclass(frozen=True)
class Mistake:
    """A slip of the pen: what is written in place of what, in the example of its kind."""

    instead_of: str
    written: str


@dataclass(frozen=True)
class KindGuide:
    """What the example alone does not say about a kind."""

    marked: str
    mistakes: tuple[Mistake, ...]


_BY_CHOICES = (
    "By net, which is meant when nothing is said, each right choice counts and each wrong one "
    "takes one away, never below nothing; each, balanced and exact are the other rules."
)

GUIDES: dict[str, KindGuide] = {
    "single": KindGuide(
        "The right option earns all points, any other none.",
        (
            Mistake("wrong: The police", "right: The police"),
            Mistake("slip: wrong-speaker", "slip: wrong-speeker"),
            Mistake("pin: last", "pin: first"),
        ),
    ),
    "multiple": KindGuide(
        _BY_CHOICES,
        (
            Mistake("right: at least", "right: about"),
            Mistake("scoring: net", "scoring: share"),
            Mistake("skills: [hedges, numbers]", "skills: [hedges, numbers, gaps]"),
        ),
    ),
    "truefalse": KindGuide(
        "The right one of the three earns all points, any other none.",
        (
            Mistake("answer: not stated", "answer: unknown"),
            Mistake('slips: {"true": over-claim', "slips: {not stated: over-claim"),
            Mistake("not stated: Right.", "maybe: Right."),
        ),
    ),
    "match": KindGuide(
        "The share of items that are matched rightly; by scoring: exact, all of them or nothing.",
        (
            Mistake("item: no more than 1,500 people", "item: about 1,800 people"),
            Mistake("wrong: the Ondle Valley Post", "wrong: the police"),
            Mistake("match: Anselm Dukarro", "matches: Anselm Dukarro"),
        ),
    ),
    "order": KindGuide(
        "Each two items in the right order count and each two the wrong way round take away, so "
        "a reversed order earns nothing; by scoring: exact, all of it or nothing.",
        (
            Mistake("- The public notice appears", "- item: The e-mail is dated"),
            Mistake("- The public notice appears", "- []"),
            Mistake("slip: wrong-time", "slip: too-late"),
        ),
    ),
    "number": KindGuide(
        "A number within the answer's span earns all points, any other none.",
        (
            Mistake("answer: 930", "answer: nine hundred"),
            Mistake("answer: 930", "answer: 940 to 930"),
            Mistake("answer: 1240", "answer: 930.0"),
        ),
    ),
    "classify": KindGuide(
        "The share of statements under their label; by scoring: exact, all of them or nothing.",
        (
            Mistake("labels: [firm, open]", "labels: [firm]"),
            Mistake("- firm: The north", "- fact: The north"),
            Mistake("slips: {open: cynicism}", "slips: {firm: cynicism}"),
        ),
    ),
    "highlight": KindGuide(
        f"{_BY_CHOICES} Pieces are tapped, the rest of the passage cannot be.",
        (
            Mistake("words: appears to show", "words: seems to show"),
            Mistake("passage: B3", "passage: paragraph 3"),
            Mistake("words: took place last Saturday", "words: appears to show that"),
        ),
    ),
    "cloze": KindGuide(
        "The share of gaps that are filled rightly; by scoring: exact, all of them or nothing.",
        (
            Mistake("- gap: reply", "- gap: answer"),
            Mistake('text: "According to [who], ', "text: [who] says that "),
            Mistake("wrong: confirms", "right: confirms"),
        ),
    ),
    "short": KindGuide(
        "One of the accepted wordings earns all points, whatever its capitals, accents and outer "
        "punctuation; close: 1 also takes one letter wrong.",
        (
            Mistake("close: 1", "close: 2"),
            Mistake("answer: Ondle Valley Post", "answer: Friends of the North Path"),
            Mistake("accept: [Friends of the North Path,", "accept: [?,"),
        ),
    ),
    "open": KindGuide(
        "Learners compare with the model answer and choose their level; it earns its points.",
        (
            Mistake("- points: 0\n", "- points: none\n"),
            Mistake("- points: 0\n", "- points: 1\n"),
            Mistake("model: I would", "modell: I would"),
        ),
    ),
}
"""Each kind by name; a test holds that none is missing and that each mistake is reported."""

ANYWHERE: tuple[Mistake, ...] = (
    Mistake("ask: Who says", "ask: A question: who says"),
    Mistake("why: A4 gives the figure", 'why: "A4" gives the figure'),
    Mistake("The police put the crowd", "Footnote #2: the police put the crowd"),
    Mistake("kind: single", "kind:single"),
    Mistake("kind: single", "kind: singel"),
    Mistake('words: "said the', 'words: "says the'),
    Mistake("at: A4", "at: A40"),
    Mistake("    level: easy", "\tlevel: easy"),
)
"""Mistakes in any kind, here in the example of kind single."""


@cache
def example(kind: str) -> str:
    """A whole bank with one question of that kind, on the story `lantern-walk`."""
    return (_EXAMPLES / f"{kind}.yaml").read_text(encoding="utf-8")


def read_example(kind: str, stories: Stories) -> BankReading:
    """The example as the app reads any bank."""
    return read_bank(example(kind), name=f"{kind}.yaml", stories=stories)


def report_of(kind: str, mistake: Mistake, stories: Stories) -> Report | None:
    """What an author is told first who makes that mistake in the example of a kind."""
    changed = example(kind).replace(mistake.instead_of, mistake.written, 1)
    return next(iter(read_bank(changed, name=f"{kind}.yaml", stories=stories).faults), None)


def bank_fields() -> tuple[FieldText, ...]:
    """The fields at the margin of a bank."""
    return tuple(_rows(_schema(), ""))


def shared_fields() -> tuple[FieldText, ...]:
    """The fields that a question of any kind may have."""
    single = _schema()["$defs"]["Single"]
    known = _only(single, shared=True)
    known["kind"] = _schema()["properties"]["questions"]["items"]["properties"]["kind"]
    rows = _rows({**single, "properties": known}, "", deep=True)
    return tuple(row for row in rows if row.name != "scoring")


def kind_fields(kind: str) -> tuple[FieldText, ...]:
    """The fields that only questions of this kind have, and how they may be scored."""
    part = _schema()["$defs"][KINDS[kind].__name__]
    rows = list(_rows({**part, "properties": _only(part, shared=False)}, "", deep=True))
    rules = KINDS[kind].scorings
    if len(rules) > 1:
        listed = ", ".join(rules[1:])
        meaning = f"How partly right answers are valued: {rules[0]} when left out, or {listed}."
        rows.append(FieldText("scoring", False, meaning))
    return tuple(rows)


@cache
def _schema() -> dict[str, Any]:
    return bank_schema()


def _only(part: dict[str, Any], *, shared: bool) -> dict[str, Any]:
    known = part["properties"]
    return {name: known[name] for name in known if (name in Question.model_fields) == shared}


def _rows(part: dict[str, Any], within: str, *, deep: bool = False) -> list[FieldText]:
    """The fields of a part of the schema, each followed by those inside it."""
    found = []
    needed = part.get("required", ())
    for name, known in part.get("properties", {}).items():
        shown = f"{within}{name}"
        found.append(FieldText(shown, name in needed, known["description"]))
        if deep:
            for inner in _references(known):
                found.extend(_rows(_schema()["$defs"][inner], f"{shown} › ", deep=True))
    others = part.get("additionalProperties")
    if within and isinstance(others, dict) and "description" in others:
        found.insert(0, FieldText(f"{within}(a label)", True, others["description"]))
    return found


def _references(known: Any) -> list[str]:
    """The parts with fields of their own that a field's schema names, each once."""
    if isinstance(known, list):
        return list(dict.fromkeys(name for each in known for name in _references(each)))
    if not isinstance(known, dict):
        return []
    name = str(known.get("$ref", "")).rpartition("/")[2]
    if name:
        return [name] if "properties" in _schema()["$defs"][name] else []
    return list(dict.fromkeys(name for each in known.values() for name in _references(each)))

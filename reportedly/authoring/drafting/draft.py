"""A draft of a question, and the blueprint that it is made by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any, Literal

from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

if TYPE_CHECKING:
    from reportedly.authoring.drafting.facts import Facts

Fields = dict[str, Any]
"""A part of a question as an author writes it."""

Mode = Literal["auto", "semi", "human"]


@dataclass(frozen=True)
class Draft:
    """A question as an author would write it, which a person has yet to read.

    Attributes:
        id: Made of the blueprint and what the question is about, so that it is the same each time.
        claims: The ids of the claims it rests on.
        question: All its fields, `from` and `status` included.
    """

    id: str
    blueprint: str
    claims: tuple[str, ...]
    question: Mapping[str, Any]


@dataclass(frozen=True)
class Blueprint:
    """One way to make questions of a ledger.

    Attributes:
        number: From 1 to 38.
        mode: auto: the key is computed and the words stand; semi: a person has to approve the
            words; human: a frame with the dated facts, which a person has to write out.
        sketches: All it can make of a ledger; nothing where its guard holds it back.
    """

    number: int
    skills: tuple[Skill, ...]
    sketches: Callable[[Facts], Iterator[Sketch]]
    mode: Mode = "auto"

    @property
    def name(self) -> str:
        """BP01 to BP38."""
        return f"BP{self.number:02}"


@dataclass(frozen=True)
class Sketch:
    """What one blueprint has to say of one question.

    Attributes:
        about: What tells it from the blueprint's other questions, such as the ids of two claims.
        claims: All claims that key, wrong answers and reasons rest on.
        own: The fields that its kind alone has.
        quoted: The claims whose words are shown as evidence.
        needs: What a person has yet to do to it.
    """

    about: tuple[str, ...]
    claims: tuple[Claim, ...]
    kind: str
    ask: str
    own: Fields
    explain: str
    level: Level
    quoted: tuple[Claim, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    skills: tuple[Skill, ...] = ()
    needs: str = ""
    same_as: tuple[str, ...] = field(default=())


def id_of(blueprint: Blueprint, sketch: Sketch) -> str:
    """The id of the draft that a sketch becomes."""
    name = "-".join([blueprint.name, *sketch.about])
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def draft_of(blueprint: Blueprint, sketch: Sketch) -> Draft:
    """The draft that a sketch becomes."""
    slug = id_of(blueprint, sketch)
    claims = tuple(dict.fromkeys(claim.id for claim in sketch.claims))
    evidence = [{"at": at, "words": words} for at, words in _evidence(sketch)]
    question: Fields = {
        "id": slug,
        "kind": sketch.kind,
        "ask": sketch.ask,
        **sketch.own,
        "explain": sketch.explain,
        "evidence": evidence,
        "skills": [str(skill) for skill in sketch.skills or blueprint.skills],
        "level": str(sketch.level),
        "status": "draft",
    }
    if sketch.needs:
        question["needs"] = sketch.needs
    question["from"] = {"claims": list(claims), "blueprint": blueprint.name}
    return Draft(slug, blueprint.name, claims, question)


def _evidence(sketch: Sketch) -> Iterable[tuple[str, str]]:
    quoted = [(claim.at, claim.words) for claim in sketch.quoted]
    return dict.fromkeys([*quoted, *sketch.evidence])


# --- parts of a question -------------------------------------------------------------------------


@dataclass(frozen=True)
class Wrong:
    """A wrong option in one or more wordings, the misreading it stands for, and why it is wrong."""

    wordings: tuple[str, ...]
    slip: Slip
    why: str


def wrong(text: str | tuple[str, ...], slip: Slip, why: str) -> Wrong:
    """A wrong option; of several wordings the one is taken that gives the key least away."""
    return Wrong((text,) if isinstance(text, str) else text, slip, why)


def options(key: str, why: str, others: Sequence[Wrong], chance: Random) -> list[Fields]:
    """The options of a question with one right answer, in a random order.

    Where the wordings allow it the key is not the longest of them: learners come to bet on that.
    """
    texts = [chance.choice(other.wordings) for other in others]
    if all(len(text) < len(key) for text in texts):
        texts = [max(other.wordings, key=len) for other in others]
    made: list[Fields] = [{"right": key, "why": why}]
    for other, text in zip(others, texts, strict=True):
        made.append({"wrong": text, "slip": str(other.slip), "why": other.why})
    chance.shuffle(made)
    return made


def has_twins(texts: Iterable[str]) -> bool:
    """Whether two of the texts read alike, so that they cannot stand side by side."""
    folded = [" ".join(text.casefold().split()) for text in texts]
    return len(set(folded)) < len(folded)


def truths(answer: str, whys: Mapping[str, str], slips: Mapping[str, Slip]) -> Fields:
    """The fields of a statement to judge."""
    order = ("true", "false", "not stated")
    return {
        "answer": answer,
        "why": {name: whys[name] for name in order},
        "slips": {name: str(slips[name]) for name in order if name != answer},
    }


def near(answer: str, slip: Slip, why: str) -> Fields:
    """A wrong number that can be foreseen."""
    return {"answer": answer, "slip": str(slip), "why": why}


def numbers(answer: str, unit: str, why: str, nears: Iterable[Fields]) -> Fields:
    """The fields of a question for a number; wrong numbers that are told twice are told once."""
    told: dict[str, Fields] = {}
    for each in nears:
        if each["answer"] != answer:
            told.setdefault(each["answer"], each)
    fields: Fields = {"answer": answer, "why": why, "near": list(told.values())}
    return {"answer": answer, "unit": unit, **fields} if unit else fields

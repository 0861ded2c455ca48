"""What all kinds of question share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.marking import Mark
from reportedly.quiz.publishing.signature import Signature
from reportedly.quiz.response import Response
from reportedly.quiz.taxonomy import Level, Scoring, Skill, Slip
from reportedly.story.fields import Reference, Slug, Text, Written, one_or_list

Markdown = Text
"""Words that may carry inline Markdown; rendered and cleaned before they are shown."""


class Evidence(Written):
    """Where in the articles the answer stands."""

    at: Reference = Field(description="Article letter and paragraph number, for example B4.")
    words: Text = Field(description="The exact words of that paragraph, at most 12.")


class Beyond(Written):
    """A fact from outside the articles, marked as such; it never decides a key."""

    says: Markdown = Field(description="What is known from elsewhere.")
    source: Text = Field(description="Who says so, where and when.")


class Origin(Written):
    """Which claims a question was drawn from, and how it looked then.

    The two fingerprints tell later whether a person has changed the question, and whether the
    ledger has changed under it.
    """

    claims: Annotated[tuple[Text, ...], BeforeValidator(one_or_list), Field(min_length=1)] = Field(
        description="The ids of the claims in claims.yaml."
    )
    blueprint: Annotated[Text, Field(pattern=r"^BP[0-9]{2}$")] = Field(
        description="The pattern that made it, for example BP12."
    )
    made: Text | None = Field(None, description="A fingerprint of the question as it was made.")
    ledger: Text | None = Field(None, description="A fingerprint of its claims at that time.")


TO_WRITE = "[to write:"
"""With this begins what a draft leaves to a person; no ready question may hold it."""


@dataclass(frozen=True)
class Layout:
    """In which order one learner sees the parts of one question, as positions in the bank.

    Attributes:
        parts: Options, items or pieces.
        choices: For kinds that place: the choices, or for each gap its choices.
    """

    parts: tuple[int, ...] = ()
    choices: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class Offered:
    """What an answer can name, by its words, each at its position in the bank.

    Attributes:
        parts: Options, items, pieces or levels.
        choices: For kinds that place: for each part what can be put there.
    """

    parts: tuple[str, ...] = ()
    choices: tuple[tuple[str, ...], ...] = ()


Render = Callable[[str], str]
"""Markdown to clean HTML."""


class Question(Written):
    """A question of any kind.

    A kind adds its own fields and says how it is laid out, shown, read and marked. Positions on
    the screen are ids "0", "1", ... in the drawn order, so that nothing a browser gets tells which
    answer the author wrote first.
    """

    # `from` is a word of Python's; wherever a question is written, the field has its own name.
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    scorings: ClassVar[tuple[Scoring, ...]] = (Scoring.EXACT,)
    """The rules that may be asked for; the first is the default."""
    instruction: ClassVar[str] = ""

    id: Slug = Field(description="A short name that never changes once learners have answered.")
    kind: str
    ask: Markdown = Field(description="The question, as the learner reads it.")
    explain: Markdown | None = Field(None, description="Shown to everybody after answering.")
    evidence: Annotated[tuple[Evidence, ...], BeforeValidator(one_or_list)] = Field(
        (), description="Where in the articles the answer stands."
    )
    skills: Annotated[tuple[Skill, ...], BeforeValidator(one_or_list)] = Field(
        (), description="One skill, or two, that the question trains."
    )
    level: Level = Field(Level.MEDIUM, description="easy, medium or hard.")
    points: Annotated[Fraction, Field(gt=0)] = Field(
        Fraction(1), description="What a right answer is worth; any number above 0."
    )
    scoring: Scoring | None = Field(None, description="How partly right answers are valued.")
    shuffle: bool = Field(True, description="no keeps the author's order.")
    status: Literal["ready", "draft"] | None = Field(
        None,
        description="draft is never shown to learners; ready is once it is signed; "
        "left out, it is shown.",
    )
    reviewed: Annotated[tuple[Signature, ...], BeforeValidator(one_or_list)] = Field(
        (), description="Who read the question and stands for it."
    )
    needs: Text | None = Field(
        None, description="What a person has yet to do before it can be ready."
    )
    from_: Origin | None = Field(
        None, alias="from", description="The claims and the blueprint it was drawn from."
    )
    author: Text | None = Field(None, description="Who wrote it.")
    beyond: Beyond | None = Field(None, description="A note from beyond the articles.")
    notes: Markdown | None = Field(
        None, description="For whoever leads a class through it; learners never get it."
    )
    tags: Annotated[tuple[Slug, ...], BeforeValidator(one_or_list)] = Field(
        (), description="What makes this question sensitive, where its bank is not as a whole."
    )
    allow: dict[Text, Text] = Field(
        default_factory=dict,
        description="Rules of the check that this question may break, each with the reason.",
    )

    @property
    def rule(self) -> Scoring:
        """The scoring that applies."""
        return self.scoring or self.scorings[0]

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the question in itself, whatever its articles say."""
        if self.scoring is not None and self.scoring not in self.scorings:
            allowed = ", ".join(self.scorings)
            yield Fault(
                ("scoring",),
                f'"{self.scoring}" does not fit a question of kind {self.kind}',
                f"use one of: {allowed}",
            )
        if len(self.skills) > 2:
            yield Fault(("skills",), f"{len(self.skills)} skills are named", "name one or two")
        if self.status != "draft":
            yield from self._unfinished()
        yield from self.kind_faults()

    def _unfinished(self) -> Iterator[Fault]:
        """What a person has yet to do, although the question is called ready."""
        if self.needs is not None:
            found = f"the question is ready, but still needs something: {self.needs}"
            yield Fault(("needs",), found, "do that and remove the line, or write `status: draft`")
        if any(TO_WRITE in text for text in (self.ask, self.explain or "", *self.texts())):
            place = next((at for at, text in _texts_in(self, ()) if TO_WRITE in text), ("status",))
            found = f'the question is ready, but holds "{TO_WRITE} ...]"'
            yield Fault(place, found, "put your words in its place, or write `status: draft`")

    @abstractmethod
    def kind_faults(self) -> Iterator[Fault]:
        """What is wrong with the fields that only this kind has."""

    @abstractmethod
    def layout(self, chance: Random) -> Layout:
        """An order to show the parts in."""

    @abstractmethod
    def body(self, layout: Layout) -> dict[str, Any]:
        """What the card needs to draw the question: no key, no reasons."""

    @abstractmethod
    def read(self, payload: object, layout: Layout) -> Response:
        """The response that a card sent, which may be any JSON at all.

        Raises:
            ResponseRefused: if no card could have sent it.
            ResponseUnclear: if the learner has to be asked what is meant.
        """

    @abstractmethod
    def show(self, response: Response, layout: Layout) -> dict[str, Any]:
        """The payload that brings a stored response back on the card; the inverse of `read`."""

    @abstractmethod
    def mark(self, response: Response) -> Mark:
        """What the response is worth and why."""

    @abstractmethod
    def offered_slips(self) -> frozenset[Slip]:
        """The misreadings that some wrong answer to this question stands for."""

    def offered(self) -> Offered:
        """What an answer can name; nothing for kinds that are typed."""
        return Offered()

    @abstractmethod
    def texts(self) -> Iterator[str]:
        """Every word of the kind's own that a learner can see, reasons included."""


def _texts_in(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Every text in a value, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from _texts_in(part, (*place, n))
    elif isinstance(value, BaseModel | Mapping):
        for name, part in value.items() if isinstance(value, Mapping) else value:
            yield from _texts_in(part, (*place, name))


def shuffled(count: int, chance: Random, *, keep: bool = False) -> tuple[int, ...]:
    """The positions 0..count-1 in a random order, or as they are when `keep`."""
    order = list(range(count))
    if not keep:
        chance.shuffle(order)
    return tuple(order)

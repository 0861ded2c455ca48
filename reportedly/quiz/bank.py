"""A bank of questions on one story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.publishing.signature import Signature, folded
from reportedly.quiz.publishing.standing import (
    SENSITIVE,
    Standing,
    Status,
    publishing_faults,
    standing,
    too_few,
)
from reportedly.quiz.question import Markdown, Question
from reportedly.quiz.taxonomy import Skill
from reportedly.story.fields import Slug, Text, Written, one_or_list

_MINUTES = {"single": 0.9, "truefalse": 0.6, "short": 0.6, "number": 0.9, "open": 4.0, "order": 1.5}
"""Minutes by kind, reading the explanation included; other kinds take about one."""


class Bank(Written):
    """The questions of one quiz and what a learner should know before starting."""

    bank: Text = Field(description="The title that learners see.")
    story: Slug = Field(description="The folder in content/ whose articles the bank is about.")
    about: Markdown | None = Field(
        None, description="One or two sentences for the list of quizzes."
    )
    minutes: Annotated[int, Field(ge=1, le=300)] | None = Field(
        None, description="How long it takes; estimated from the questions when left out."
    )
    ages: Text | None = Field(None, description="For whom, for example 14+.")
    tags: Annotated[tuple[Slug, ...], BeforeValidator(one_or_list)] = Field(
        (), description="What makes the bank sensitive, for example deaths."
    )
    author: Text | None = Field(None, description="Who wrote it.")
    allow: dict[Text, Text] = Field(
        default_factory=dict,
        description="Rules of the check that the bank as a whole may break, each with the reason.",
    )
    status: Status | None = Field(
        None, description="Holds for the questions that have no status of their own."
    )
    reviewed: Annotated[tuple[Signature, ...], BeforeValidator(one_or_list)] = Field(
        (), description="Who read the questions that have no status of their own."
    )
    questions: tuple[AnyQuestion, ...] = Field(description="The questions, in order.")
    drafted: Annotated[tuple[Slug, ...], BeforeValidator(one_or_list)] = Field(
        (), description="Every draft ever made; one that is no question any more stays away."
    )

    @property
    def ready(self) -> tuple[AnyQuestion, ...]:
        """The questions that learners may see."""
        return tuple(q for q in self.questions if self.standing(q).is_shown)

    @property
    def sensitive(self) -> tuple[str, ...]:
        """The tags of the whole bank for which two people have to sign."""
        return tuple(tag for tag in self.tags if tag in SENSITIVE)

    def sensitive_for(self, question: Question) -> tuple[str, ...]:
        """The same for one question: the bank's tags, and the question's own."""
        own = (tag for tag in question.tags if tag in SENSITIVE)
        return tuple(dict.fromkeys((*self.sensitive, *own)))

    def standing(self, question: Question) -> Standing:
        """Where one of its questions stands on its way to learners."""
        return standing(
            question,
            bank_status=self.status,
            bank_signed=self.reviewed,
            needed=2 if self.sensitive_for(question) else 1,
        )

    @property
    def about_minutes(self) -> int:
        """How many minutes it takes: the author's figure, or one reckoned from the questions."""
        if self.minutes is not None:
            return self.minutes
        return max(1, round(sum(_MINUTES.get(q.kind, 1.0) for q in self.ready)))

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The skills that its questions train, in the order of the list of skills."""
        trained = {skill for question in self.ready for skill in question.skills}
        return tuple(skill for skill in Skill if skill in trained)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the bank and its questions, whatever its articles say."""
        if not self.questions:
            yield Fault(("questions",), "the bank has no questions", "write at least one")
        first: dict[str, int] = {}
        for n, question in enumerate(self.questions):
            if question.id in first:
                yield Fault(
                    ("questions", n, "id"),
                    f'the id "{question.id}" is used twice (lines {{lines}})',
                    "give each question its own id",
                    also=(("questions", first[question.id], "id"), ("questions", n, "id")),
                )
            first.setdefault(question.id, n)
            for fault in (*question.faults(), *self._unsigned(question)):
                yield fault.under("questions", n)
        unsigned = [
            (q, s) for q in self.questions if not q.status and not (s := self.standing(q)).is_shown
        ]
        if self.status == "ready" and unsigned:
            question, stands = unsigned[0]
            yield too_few(("status",), stands, self._why_two(question))

    def _why_two(self, question: Question) -> str:
        if self.sensitive:
            return f" in a bank tagged {self.sensitive[0]}"
        tags = self.sensitive_for(question)
        return f" for a question tagged {tags[0]}" if tags else ""

    def _unsigned(self, question: Question) -> Iterator[Fault]:
        if question.status is None and not question.reviewed:
            return iter(())
        authors = frozenset(folded(name) for name in (self.author, question.author) if name)
        return publishing_faults(
            question, self.standing(question), authors, self._why_two(question)
        )

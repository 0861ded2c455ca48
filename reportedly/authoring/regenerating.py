"""What generating again would do to a bank of drafts in which people have worked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.authoring.drafting.draft import Draft
from reportedly.authoring.generating import generate
from reportedly.authoring.origin import (
    GONE,
    has_changed_claims,
    is_as_made,
    ledger_stamps,
    question_of,
)
from reportedly.quiz.question import Origin, Question
from reportedly.story.story import Story

What = Literal["added", "renewed", "removed", "kept", "flagged", "dropped", "unchanged"]


_ALL: tuple[What, ...] = (
    "added",
    "renewed",
    "removed",
    "kept",
    "flagged",
    "dropped",
    "unchanged",
)


@dataclass(frozen=True)
class Step:
    """What happens to one draft.

    Attributes:
        id: The question's.
        why: In a person's words; "" where `what` says it all.
        draft: What it becomes, where it is added or renewed.
    """

    what: What
    id: str
    why: str = ""
    draft: Draft | None = None

    @property
    def text(self) -> str:
        """The step on one line."""
        return f"{self.what:<9} {self.id}" + (f": {self.why}" if self.why else "")


@dataclass(frozen=True)
class Plan:
    """All that generating again would do.

    Attributes:
        steps: In the order of the bank, then what is added, then what stays away.
        drafted: Every draft that was ever made of the bank, the new ones last.
    """

    steps: tuple[Step, ...]
    drafted: tuple[str, ...]

    def count(self, what: What) -> int:
        """How many drafts this happens to."""
        return sum(step.what == what for step in self.steps)

    @property
    def summary(self) -> str:
        """How many drafts each thing happens to, in one line."""
        told = [f"{self.count(what)} {what}" for what in _ALL if self.count(what)]
        return (", ".join(told) or "nothing") + "."

    @property
    def changes_anything(self) -> bool:
        """Whether the bank would read differently."""
        return any(step.what in ("added", "renewed", "removed") for step in self.steps)


def plan(
    story: Story,
    seed: int,
    questions: Sequence[Question] = (),
    drafted: Sequence[str] = (),
    remarked: Collection[str] = (),
) -> Plan:
    """What generating again would do; every edit that a person made is kept.

    Drafts that nobody has touched are renewed, or removed where the ledger no longer gives them.
    Those that a person has changed stay as they are, and are flagged where their claims have
    changed. Those that a person has taken out stay out.

    Args:
        story: With its ledger as it is now.
        seed: Varies the wording.
        questions: Those in the bank now.
        drafted: Every draft that was ever made of it.
        remarked: Ids of questions to which a person has written a remark.
    """
    stamps = ledger_stamps(story)
    present = {question.id for question in questions}
    out = [name for name in drafted if name not in present]
    drafts = {draft.id: draft for draft in generate(story, seed, kept=present, without=out)}
    steps = []
    for question in questions:
        if question.from_ is not None:
            draft = drafts.get(question.id)
            steps.append(_step(question, question.from_, draft, stamps, question.id in remarked))
    steps += [
        Step("added", draft.id, str(draft.question["ask"]), draft)
        for draft in drafts.values()
        if draft.id not in present
    ]
    steps += [Step("dropped", name, "you took it out, so it stays out") for name in out]
    gone = {step.id for step in steps if step.what == "removed"}
    made = [step.id for step in steps if step.what != "dropped" and step.id not in gone]
    ever = dict.fromkeys([*(name for name in drafted if name not in gone), *made])
    return Plan(tuple(steps), tuple(ever))


def _step(
    question: Question,
    origin: Origin,
    draft: Draft | None,
    stamps: Mapping[str, str],
    is_remarked: bool,
) -> Step:
    changed = has_changed_claims(origin, stamps)
    lost = [claim for claim in origin.claims if stamps.get(claim, GONE) == GONE]
    cause = f"{', '.join(lost)} is gone from the ledger" if lost else "its claims have changed"
    if not is_as_made(question):
        if changed:
            return Step("flagged", question.id, f"you edited it, and {cause}; please look again")
        return Step("kept", question.id, "you edited it")
    if draft is None:
        if is_remarked:
            why = "the ledger no longer gives it; kept for your remark"
            return Step("flagged", question.id, why)
        return Step("removed", question.id, cause if changed else "the ledger no longer gives it")
    if question_of(draft) == question:
        return Step("unchanged", question.id)
    return Step("renewed", question.id, cause if changed else "its wording is new", draft)

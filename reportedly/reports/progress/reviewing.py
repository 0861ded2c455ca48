"""Which questions bring back the skills that are due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.publishing.standing import SENSITIVE
from reportedly.quiz.taxonomy import Level, Skill
from reportedly.reports.progress.outcomes import Outcome
from reportedly.reports.progress.schedule import Return
from reportedly.story.story import Story

_STEPS = tuple(Level)

Fit = tuple[bool, int, int]
"""How well a question suits a skill that comes back, the smallest best: whether learners mark it
themselves, how lately its kind was used since the miss, how lately its story; 0 for never."""


@dataclass(frozen=True)
class Part:
    """A short quiz out of one bank; a review is as many of them as are needed.

    An attempt belongs to one bank, with its articles beside the questions and the corrections of
    its key; so what is due in two banks is two quizzes rather than one that is neither's.

    Attributes:
        questions: Their ids, the easier ones first.
        skills: The skills that they bring back.
    """

    bank: str
    questions: tuple[str, ...]
    skills: tuple[Skill, ...]


@dataclass(frozen=True)
class _Candidate:
    bank: str
    question: AnyQuestion
    place: int
    fit: Fit
    answered_at: datetime | None

    @property
    def rank(self) -> tuple[Fit, bool, float, int]:
        """By what fits, then what was never answered, or longest ago."""
        seen = self.answered_at
        return (self.fit, seen is not None, seen.timestamp() if seen else 0.0, self.place)


def suitable(shelf: Mapping[str, tuple[Bank, Story]], all: Sequence[Outcome]) -> dict[str, Bank]:
    """The banks that a learner may be led to for a review, by file name.

    A quiz for older learners than any they have taken, and a story on deaths or another sensitive
    matter, are for learners to choose: neither comes up in a review before they have.

    Args:
        shelf: Banks with their stories, by file name.
        all: A learner's outcomes.
    """
    stories, taken = {one.story for one in all}, {one.bank for one in all}
    ages = [_age(story.about.ages) for _, story in shelf.values() if story.slug in stories]
    ages += [_age(bank.ages) for name, (bank, _) in shelf.items() if name in taken]
    oldest = max(ages, default=0)
    return {
        name: bank
        for name, (bank, story) in shelf.items()
        if _age(bank.ages or story.about.ages) <= oldest
        and (story.slug in stories or _is_harmless(bank, story))
    }


def _is_harmless(bank: Bank, story: Story) -> bool:
    return set(SENSITIVE).isdisjoint((*bank.tags, *story.about.tags))


def _age(ages: str | None) -> int:
    """The least age in an author's words, such as 14 in "14+"; 0 where none is named."""
    found = re.search(r"\d+", ages or "")
    return int(found[0]) if found else 0


def review(
    due: Sequence[Return], banks: Mapping[str, Bank], all: Sequence[Outcome]
) -> tuple[Part, ...]:
    """The quizzes that bring back what is due, with one question for each skill.

    A question is of another kind than those used since the skill was missed, where there is one,
    and if available from another story. Of banks that offer equally fitting questions, those are
    taken that serve the most skills, so that few quizzes do. A skill without any question to learn
    from is left out.

    Args:
        due: In the order in which they should come back.
        banks: By file name; only ready questions are taken.
        all: A learner's outcomes, the oldest first.
    """
    answered = {(one.bank, one.question): one.answered_at for one in all}
    open_ones = {one.skill: best for one in due if (best := _best(one, banks, answered))}
    parts = []
    while open_ones:
        names = list(dict.fromkeys(bank for best in open_ones.values() for bank in best))
        bank = max(names, key=lambda name: sum(name in best for best in open_ones.values()))
        served = {skill: best[bank] for skill, best in open_ones.items() if bank in best}
        parts.append(_part(bank, served))
        for skill in served:
            del open_ones[skill]
    return tuple(parts)


def _best(
    one: Return, banks: Mapping[str, Bank], answered: Mapping[tuple[str, str], datetime]
) -> dict[str, list[_Candidate]]:
    """The questions that fit best, by bank, each bank's in the order of their rank."""
    found = sorted(_candidates(one, banks, answered), key=lambda c: c.rank)
    by_bank: dict[str, list[_Candidate]] = {}
    for candidate in found:
        if candidate.fit == found[0].fit:
            by_bank.setdefault(candidate.bank, []).append(candidate)
    return by_bank


def _candidates(
    one: Return, banks: Mapping[str, Bank], answered: Mapping[tuple[str, str], datetime]
) -> Iterator[_Candidate]:
    kinds = [used.kind for used in one.since]
    stories = [used.story for used in one.since]
    for name, bank in banks.items():
        story = _lateness(bank.story, stories)
        for place, question in enumerate(bank.ready):
            if one.skill in question.skills:
                fit = (isinstance(question, Open), _lateness(question.kind, kinds), story)
                yield _Candidate(name, question, place, fit, answered.get((name, question.id)))


def _lateness(this: str, used: Sequence[str]) -> int:
    """When it was used last, counted from 1 for the first time; 0 for never."""
    return max((n for n, one in enumerate(used, 1) if one == this), default=0)


def _part(bank: str, served: Mapping[Skill, Sequence[_Candidate]]) -> Part:
    chosen: dict[str, _Candidate] = {}
    for candidates in served.values():
        # A question may bring back two skills at once.
        if not any(candidate.question.id in chosen for candidate in candidates):
            chosen[candidates[0].question.id] = candidates[0]
    in_order = sorted(chosen.values(), key=lambda c: (_STEPS.index(c.question.level), c.place))
    return Part(bank, tuple(c.question.id for c in in_order), tuple(served))

"""Running the rules over a bank, apart from what its author has allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.authoring.linting.parts import Subject
from reportedly.authoring.linting.registry import Rule, rule_names, rules
from reportedly.quiz.bank import Bank
from reportedly.quiz.faults import Fault, Place
from reportedly.story.story import Story


def weak_spots(bank: Bank, story: Story | None) -> Iterator[Fault]:
    """Everything the rules find in a whole bank, and what is allowed without need."""
    yield from _found(bank, story, rules(), is_whole=True)


def weak_spots_of_questions(bank: Bank, story: Story | None) -> Iterator[Fault]:
    """What the rules find in each question by itself: for a bank of which parts are missing."""
    alone = tuple(rule for rule in rules() if rule.looks_at == "question")
    yield from _found(bank, story, alone, is_whole=False)


def weak_spots_of_one(bank: Bank, id: str, story: Story | None) -> Iterator[Fault]:
    """What the rules find in one question of a bank by itself, drafts too."""
    alone = tuple(question for question in bank.questions if question.id == id)
    yield from weak_spots_of_questions(bank.model_copy(update={"questions": alone}), story)


def _found(
    bank: Bank, story: Story | None, asked: tuple[Rule, ...], *, is_whole: bool
) -> Iterator[Fault]:
    used: set[tuple[Place, str]] = set()
    given = Subject(bank, story)
    for rule in asked:
        for fault in rule.find(given):
            place = fault.place[:2] if fault.place[:1] == ("questions",) else ()
            place = place if len(place) == 2 else ()
            if rule.name in _allowed(bank, place):
                used.add((place, rule.name))
            else:
                yield replace(fault, severity="warning", rule=rule.name)
    # Without the story, or with half of the bank, a rule may be silent for another reason.
    if story is not None:
        yield from _needless(bank, asked, used, is_whole=is_whole)


def _allowed(bank: Bank, place: Place) -> Mapping[str, str]:
    """What is allowed at a question, or for the bank as a whole."""
    return bank.questions[int(place[1])].allow if place else bank.allow


def _needless(
    bank: Bank, asked: tuple[Rule, ...], used: set[tuple[Place, str]], *, is_whole: bool
) -> Iterator[Fault]:
    known = {rule.name: rule for rule in asked}
    places: list[Place] = [("questions", n) for n in range(len(bank.questions))]
    if is_whole:
        places.append(())
    for place in places:
        for name in _allowed(bank, place):
            if name in known and (place, name) not in used:
                yield Fault(
                    (*place, "allow", name),
                    f'"{name}" finds nothing here that would need to be allowed',
                    _elsewhere(known[name], place),
                    severity="warning",
                )


def _elsewhere(rule: Rule, place: Place) -> str:
    """What to do with a rule that is allowed without need."""
    if place and rule.looks_at == "bank":
        return "remove it, or allow it for the whole bank, in an `allow` above `questions`"
    if not place and rule.looks_at == "question":
        return "remove it here, and allow it in each question that needs it"
    return "remove it"


def unknown_rules(bank: Bank) -> Iterator[tuple[Place, str]]:
    """Where a rule is allowed that there is not, and the name that was written."""
    known = set(rule_names())
    for name in bank.allow:
        if name not in known:
            yield ("allow", name), name
    for n, question in enumerate(bank.questions):
        for name in question.allow:
            if name not in known:
                yield ("questions", n, "allow", name), name

"""What every shipped bank and story must hold, besides giving no warning, over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from reportedly.files.shelf.shelf import Library
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.kinds.choice import Option
from reportedly.quiz.question import Question
from reportedly.quiz.taxonomy import Skill, Slip

ROOT = Path(__file__).parents[2]
SHELF = Library(ROOT).shelf()
QUESTIONS = [
    (name, question) for name, shelved in SHELF.banks.items() for question in shelved.bank.questions
]
FIRST = "baicheng-2015"
FIRST_STORY = [q for n, q in QUESTIONS if SHELF.banks[n].bank.story == FIRST]

each_question = pytest.mark.parametrize(
    "question", [q for _, q in QUESTIONS], ids=[f"{n}:{q.id}" for n, q in QUESTIONS]
)


def options(question: Question) -> tuple[Option, ...]:
    if question.kind in ("single", "multiple"):
        return question.options
    if question.kind == "cloze":
        return tuple(option for gap in question.gaps for option in gap.options)
    return ()


def reasons(question: Question) -> Iterator[tuple[str, str | None]]:
    """Every part of a question that a learner can choose or miss, with its reason."""
    yield from ((option.text, option.why) for option in options(question))
    match question.kind:
        case "truefalse":
            yield from ((name, question.why.get(name)) for name in ("true", "false", "not stated"))
        case "match":
            yield from ((pair.item, pair.why) for pair in question.pairs)
            yield from ((extra.wrong, extra.why) for extra in question.extra)
        case "classify":
            yield from ((item.text, item.why) for item in question.items)
        case "order":
            yield from ((step.item, step.why) for step in question.steps)
        case "highlight":
            yield from ((piece.words, piece.why) for piece in question.pieces)
        case "number" | "short":
            yield ("the answer", question.why)
            yield from ((near.answer, near.why) for near in question.near)
        case "open":
            yield from ((level.says, level.why) for level in question.rubric)


def wrong_parts(question: Question) -> Iterator[tuple[str, Slip | None]]:
    """Every wrong answer that can be given, with the misreading it stands for."""
    yield from ((o.text, o.slip) for o in options(question) if not o.is_right)
    match question.kind:
        case "truefalse":
            wrong = {"true", "false", "not stated"} - {question.answer}
            yield from ((name, question.slips.get(name)) for name in wrong)
        case "match":
            yield from ((pair.item, pair.slip) for pair in question.pairs)
            yield from ((extra.wrong, extra.slip) for extra in question.extra)
        case "classify":
            for item in question.items:
                for label in set(question.labels) - {item.label}:
                    yield f"{item.text} as {label}", item.slips.get(label)
        case "order":
            yield from ((step.item, step.slip) for step in question.steps)
        case "highlight":
            yield from ((piece.words, piece.slip) for piece in question.wrong)
        case "number" | "short":
            yield from ((near.answer, near.slip) for near in question.near)


def test_everything_shipped_opens_without_a_fault_or_a_warning():
    assert SHELF.faulty == ()
    assert {n: b.warnings for n, b in SHELF.banks.items() if b.warnings} == {}


def test_there_are_five_banks_and_sixty_questions_on_the_first_story():
    assert sum(b.bank.story == FIRST for b in SHELF.banks.values()) >= 5
    assert len(FIRST_STORY) >= 60


def test_there_are_fifteen_questions_on_the_invented_story():
    assert len(QUESTIONS) - len(FIRST_STORY) >= 15


def test_every_skill_is_trained_three_times_or_more_on_the_first_story():
    trained = Counter(skill for question in FIRST_STORY for skill in question.skills)
    assert {skill for skill in Skill if trained[skill] < 3} == set()


def test_every_kind_and_every_slip_occurs_on_the_first_story():
    assert {q.kind for q in FIRST_STORY} == set(KINDS)
    offered = {slip for question in FIRST_STORY for slip in question.offered_slips()}
    assert offered == set(Slip)


def test_no_two_questions_share_an_id():
    counts = Counter(question.id for _, question in QUESTIONS)
    assert [name for name, count in counts.items() if count > 1] == []


@each_question
def test_every_part_has_its_own_reason(question):
    assert [part for part, why in reasons(question) if not why] == []


@each_question
def test_no_two_parts_share_a_reason(question):
    given = [why for _, why in reasons(question)]
    assert len(set(given)) == len(given)


@each_question
def test_every_wrong_answer_stands_for_a_misreading(question):
    assert [part for part, slip in wrong_parts(question) if slip is None] == []


@each_question
def test_every_question_has_an_explanation_skills_and_evidence(question):
    assert question.explain
    assert 1 <= len(question.skills) <= 2
    assert question.evidence


def test_true_false_and_not_stated_are_keys_about_equally_often():
    keys = Counter(q.answer for _, q in QUESTIONS if q.kind == "truefalse")
    for answer in ("true", "false", "not stated"):
        assert Fraction(25, 100) <= Fraction(keys[answer], keys.total()) <= Fraction(45, 100)

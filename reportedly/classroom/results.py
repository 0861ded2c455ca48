"""A learner's own result: what they got, and what to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from reportedly.classroom.lesson import Lesson
from reportedly.classroom.standings import speed_points
from reportedly.classroom.tallies import Marks, Stored
from reportedly.quiz.attempt import Answer, Attempt
from reportedly.quiz.card import VERDICTS, points_text
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import ONE
from reportedly.quiz.question import Render
from reportedly.quiz.scoring import Score, score
from reportedly.quiz.taxonomy import Skill, SkillText

MOST_TIPS = 2

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def own_score(lesson: Lesson, edition: Edition, counted: Mapping[str, Stored]) -> Score:
    """The score of one seat. What it was not there for costs nothing; voided questions are out.

    Args:
        lesson: The lesson.
        edition: Its questions.
        counted: By question, the vote that counts.
    """
    asked = tuple(q for q in lesson.asked if q not in lesson.voided)
    answers = {q: counted[q] for q in asked if q in counted}
    attempt = Attempt(
        id="",
        learner="",
        bank="",
        edition=edition.key,
        mode="practice",
        asks_certainty=lesson.plan.asks_certainty,
        seed=0,
        questions=asked,
        position=0,
        started_at=lesson.opened_at or _LONG_AGO,
        finished_at=None,
        answers={
            q: Answer(q, stored.vote.response, stored.vote.certainty, stored.at)
            for q, stored in answers.items()
        },
    )
    return score(attempt, edition)


def own_result(
    lesson: Lesson,
    marks: Marks,
    counted: Mapping[str, Stored],
    skills: Mapping[Skill, SkillText],
    render: Render,
) -> dict[str, Any]:
    """The same as plain data, with what to revisit, and points for speed if there are any."""
    edition = marks.edition
    total = own_score(lesson, edition, counted)
    reviewed = {explained.question.id: explained for explained in total.review}
    weak = [each for each in total.skills if each.share < ONE]
    weak.sort(key=lambda each: (each.share, each.skill))
    return {
        "points_text": points_text(total.points),
        "possible_text": points_text(total.possible),
        "speed_text": points_text(_for_speed(lesson, marks, counted))
        if lesson.plan.speed_points
        else None,
        "left_out": total.left_out,
        "questions": [
            {
                "number": lesson.plan.questions.index(q) + 1,
                "ask_html": render(edition.question(q).ask),
                "verdict": explained.mark.verdict,
                "verdict_text": VERDICTS[explained.mark.verdict],
                "at": list(dict.fromkeys(e.at for e in edition.question(q).evidence)),
            }
            for q in lesson.asked
            if (explained := reviewed.get(q)) is not None
        ],
        "voided": len(lesson.voided),
        "revisit": [
            {"title": skills[each.skill].title, "tip": skills[each.skill].tip}
            for each in weak[:MOST_TIPS]
        ],
    }


def _for_speed(lesson: Lesson, marks: Marks, counted: Mapping[str, Stored]) -> Fraction:
    counting = (counted[q] for q in lesson.asked if q in counted and q not in lesson.voided)
    return sum((speed_points(lesson, marks, stored) for stored in counting), Fraction(0))

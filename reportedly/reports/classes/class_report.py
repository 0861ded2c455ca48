"""What a class showed, from rows of answers: one lesson, several, or a study."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from reportedly.quiz.asked import as_asked
from reportedly.quiz.correcting.carrying import carry
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Response, from_plain
from reportedly.quiz.taxonomy import Skill, Slip
from reportedly.quiz.withholding import SMALLEST_GROUP
from reportedly.reports.classes.calibration import FULLY, ClassCalibration, Said, calibration
from reportedly.reports.classes.change import Change, change
from reportedly.reports.classes.discernment import Discernment, discernment
from reportedly.reports.classes.error_rates import OVER_CLAIM, TRUST_NOTHING, ErrorRate
from reportedly.reports.classes.help_needed import (
    Class,
    LearnerCounts,
    MayNeedHelp,
    may_need_help,
)
from reportedly.reports.classes.revisit import Asked, QuestionFigures, to_revisit
from reportedly.reports.classes.support import Support, support_judgements
from reportedly.reports.frame import Marked, first_answers
from reportedly.reports.intervals import Estimate, share

_SURE = 0.8


@dataclass(frozen=True)
class SkillFigures:
    """What the answers to the questions that train a skill come to.

    Attributes:
        right: The mean share right.
        questions: How many different ones.
    """

    skill: Skill
    right: Estimate
    answers: int
    questions: int


@dataclass(frozen=True)
class ClassReport:
    """What a class showed. Of fewer than five learners each part is missing.

    All but `change` is about each learner's first answer to a question: the one they gave alone.

    Attributes:
        learners: Seats that gave an answer which can be marked.
        answers: First answers of those.
        right: Their mean share right.
        skills: In the order of the list of skills.
        over_claim, trust_nothing: None where fewer than five learners met such an option.
        change: First against last vote, over all questions together.
        changes: The same by question, where at least five voted twice.
        revisit: The questions worth going back to.
        judged_enough: Learners who made enough judgements to say something of them.
        may_need_help: Learners of whom enough is known; for the instructor alone.
    """

    learners: int
    answers: int
    right: Estimate
    skills: tuple[SkillFigures, ...]
    over_claim: ErrorRate | None
    trust_nothing: ErrorRate | None
    discernment: Discernment | None
    calibration: ClassCalibration | None
    change: Change | None
    changes: tuple[tuple[Asked, Change], ...]
    revisit: tuple[QuestionFigures, ...]
    judged_enough: int
    may_need_help: tuple[MayNeedHelp, ...]


def class_report(marked: Marked, editions: Mapping[str, Edition]) -> ClassReport | None:
    """What the class showed; None of fewer than five learners.

    Args:
        marked: Answers without those to questions that do not count.
        editions: By key, at least all that are in `marked`. Of a question asked alike in several,
            the last of them in this order stands for all.
    """
    known = marked.only(marked.rows["share"].notna())
    if _learners(known.rows) < SMALLEST_GROUP:
        return None
    return _Report(known, editions).whole()


class _Report:
    """The parts of a report, each reckoned from the same rows."""

    def __init__(self, marked: Marked, editions: Mapping[str, Edition]) -> None:
        self._editions = editions
        self._all = marked
        self._first = Marked(first_answers(marked.rows), marked.meanings)
        self._rows = self._first.rows

    def whole(self) -> ClassReport:
        total = share(float(self._rows["share"].sum()), len(self._rows))
        changes = self._changes()
        return ClassReport(
            learners=_learners(self._rows),
            answers=len(self._rows),
            right=total,
            skills=self._skills(),
            over_claim=self._error_rate(OVER_CLAIM),
            trust_nothing=self._error_rate(TRUST_NOTHING),
            discernment=self._discernment(),
            calibration=self._calibration(),
            change=change([p for _, pairs in changes for p in pairs]) if changes else None,
            changes=tuple((asked, told) for asked, p in changes if (told := change(p))),
            revisit=to_revisit(self._questions()),
            may_need_help=self._may_need_help(),
        )

    # --- what each different answer is ----------------------------------------------------------

    @cached_property
    def _answers(self) -> list[tuple[AnyQuestion, Response]]:
        """The question that counts, and the response in its terms, for each different answer."""
        meanings = self._all.meanings
        found = []
        for edition, marked_by, id, text in zip(
            *(meanings[c] for c in ("edition", "marked_by", "question", "response")), strict=True
        ):
            asked, counts = (self._editions[key].question(id) for key in (edition, marked_by))
            response = from_plain(json.loads(text))
            carried = response if edition == marked_by else carry(response, asked, counts)
            found.append((asked, response) if carried is None else (counts, carried))
        return found

    @cached_property
    def _asked(self) -> list[Asked]:
        """Under which name each different answer's question goes."""
        meanings = self._all.meanings
        places = list(zip(meanings["edition"], meanings["question"], strict=True))
        order = {key: place for place, key in enumerate(self._editions)}
        alike: dict[tuple[str, str], Asked] = {}
        stamps = {}
        for edition, id in sorted(set(places), key=lambda one: order[one[0]]):
            stamp = (id, repr(as_asked(self._editions[edition].question(id))))
            stamps[edition, id] = stamp
            alike[stamp] = Asked(edition, id)
        return [alike[stamps[place]] for place in places]

    def _of_rows(self, by_meaning: list[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array(by_meaning, np.float64)[self._rows["meaning"].to_numpy()]

    # --- the parts ------------------------------------------------------------------------------

    def _skills(self) -> tuple[SkillFigures, ...]:
        of_row = self._first.tell("skills")
        names = pd.Series([one.question for one in self._asked])
        found = []
        for skill in Skill:
            rows = self._rows[[skill in skills for skills in of_row]]
            if _learners(rows) >= SMALLEST_GROUP:
                asked = names.iloc[rows["meaning"].to_numpy()].nunique()
                right = share(float(rows["share"].sum()), len(rows))
                found.append(SkillFigures(skill, right, len(rows), asked))
        return tuple(found)

    def _error_rate(self, slip: Slip) -> ErrorRate | None:
        offered = self._rows[[slip in slips for slips in self._first.tell("offered")]]
        if _learners(offered) < SMALLEST_GROUP:
            return None
        chosen = sum(slip in slips for slips in self._first.tell("slips").loc[offered.index])
        return ErrorRate(slip, chosen, len(offered))

    @cached_property
    def _support(self) -> list[Support]:
        return [support_judgements(question, response) for question, response in self._answers]

    def _discernment(self) -> Discernment | None:
        judged = [self._support[n].judgements > 0 for n in self._rows["meaning"]]
        rows = self._rows[judged]
        if _learners(rows) < SMALLEST_GROUP:
            return None
        return discernment(_sum([self._support[n] for n in rows["meaning"]]))

    def _calibration(self) -> ClassCalibration | None:
        rows = self._rows[self._rows["certainty"].notna()]
        columns = (rows["learner"], rows["certainty"], rows["share"])
        return calibration(
            [Said(who, Certainty(said), worth) for who, said, worth in zip(*columns, strict=True)]
        )

    def _changes(self) -> list[tuple[Asked, list[tuple[float, float]]]]:
        """The pairs of first and last votes of each question that five have voted on twice."""
        rows = self._all.rows[["learner", "question", "round", "share", "meaning"]]
        rows = rows.astype({"learner": str, "question": str}).sort_values("round", kind="stable")
        by = ["learner", "question"]
        again = rows[rows.duplicated(by)].drop_duplicates(by, keep="last")
        pairs = rows.drop_duplicates(by).merge(again, on=by, suffixes=("_first", "_last"))
        found: dict[Asked, list[tuple[float, float]]] = {}
        for meaning, first, last in zip(
            pairs["meaning_first"], pairs["share_first"], pairs["share_last"], strict=True
        ):
            found.setdefault(self._asked[meaning], []).append((first, last))
        return [(a, found[a]) for a in sorted(found) if len(found[a]) >= SMALLEST_GROUP]

    def _questions(self) -> list[QuestionFigures]:
        sure = (self._rows["sure"] >= _SURE) & (self._rows["share"] < FULLY)
        slips = self._first.tell("slips")
        asked = pd.Series([self._asked[n] for n in self._rows["meaning"]], self._rows.index)
        found = []
        for name, rows in self._rows.groupby(asked, sort=False):
            assert isinstance(name, Asked)
            if _learners(rows) < SMALLEST_GROUP:
                continue
            made = Counter(slip for one in slips.loc[rows.index] for slip in one)
            slip, count = min(made.items(), key=lambda i: (-i[1], i[0]), default=(None, 0))
            found.append(
                QuestionFigures(
                    asked=name,
                    learners=_learners(rows),
                    right=share(float(rows["share"].sum()), len(rows)),
                    sure_errors=int(sure.loc[rows.index].sum()),
                    slip=slip if count >= SMALLEST_GROUP else None,
                )
            )
        return found

    def _may_need_help(self) -> tuple[MayNeedHelp, ...]:
        decided = [_decided(question, response) for question, response in self._answers]
        judgements = self._of_rows([float(count) for count, _ in decided])
        # A part that was placed is right or not; any other answer has its share of one judgement.
        right = self._of_rows([np.nan if own is None else float(own) for _, own in decided])
        right = np.where(np.isnan(right), self._rows["share"].to_numpy(), right)
        counts = self._rows.assign(judgements=judgements, right=right)
        return may_need_help(
            [
                self._learner(str(name), rows)
                for name, rows in counts.groupby("learner", observed=True, sort=False)
                if rows["judgements"].sum() >= 1
            ],
            Class(
                right=float(right.sum() / judgements.sum()),
                over_claim=_value(self._error_rate(OVER_CLAIM)),
                trust_nothing=_value(self._error_rate(TRUST_NOTHING)),
            ),
        )

    def _learner(self, name: str, rows: pd.DataFrame) -> LearnerCounts:
        lines = self._all.meanings.iloc[rows["meaning"].to_numpy()]

        def rate(slip: Slip) -> ErrorRate:
            offered = sum(slip in slips for slips in lines["offered"])
            return ErrorRate(slip, sum(slip in slips for slips in lines["slips"]), offered)

        return LearnerCounts(
            learner=name,
            judgements=int(rows["judgements"].sum()),
            right=float(rows["right"].sum()),
            over_claim=rate(OVER_CLAIM),
            trust_nothing=rate(TRUST_NOTHING),
            support=_sum([self._support[n] for n in rows["meaning"]]),
        )


def _decided(question: AnyQuestion, response: Response) -> tuple[int, int | None]:
    """How many judgements an answer is, and how many are right where it places several things."""
    if not isinstance(question, PlacingQuestion):
        return 1, None
    verdicts = [part.verdict for part in question.mark(response).parts]
    right = verdicts.count("right")
    return right + verdicts.count("wrong"), right


def _learners(rows: pd.DataFrame) -> int:
    return int(rows["learner"].nunique())


def _sum(counts: list[Support]) -> Support:
    return sum(counts, Support())


def _value(rate: ErrorRate | None) -> float | None:
    return None if rate is None or rate.rate is None else rate.rate.value

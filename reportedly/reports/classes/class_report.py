"""What a class showed, from rows of answers: one lesson, several, or a study."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from reportedly.quiz.taxonomy import Skill, Slip
from reportedly.reports.classes.calibration import FULLY, ClassCalibration, Said, calibration
from reportedly.reports.classes.change import Change, change
from reportedly.reports.classes.discernment import Discernment, discernment
from reportedly.reports.classes.each_answer import each_answer
from reportedly.reports.classes.error_rates import OVER_CLAIM, TRUST_NOTHING, ErrorRate
from reportedly.reports.classes.help_needed import (
    FEWEST_JUDGEMENTS,
    Class,
    LearnerCounts,
    MayNeedHelp,
    may_need_help,
)
from reportedly.reports.classes.revisit import Asked, QuestionFigures, to_revisit
from reportedly.reports.classes.support import Support
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
        self._all = marked
        self._place = {
            Asked(key, question.id): place
            for place, (key, question) in enumerate(
                (key, question)
                for key, edition in editions.items()
                for question in edition.bank.questions
            )
        }
        self._each = each_answer(marked, editions)
        self._made, self._offered = (marked.meanings[c].tolist() for c in ("slips", "offered"))
        self._first = Marked(first_answers(marked.rows), marked.meanings)
        self._rows = self._first.rows

    def whole(self) -> ClassReport:
        total = _right(self._rows)
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
            judged_enough=len(self._learner_counts),
            may_need_help=self._may_need_help(),
        )

    def _of_rows(self, by_meaning: Sequence[float]) -> NDArray[np.float64]:
        values: NDArray[np.float64] = np.array(by_meaning, np.float64)
        return values.take(self._rows["meaning"].to_numpy())

    def _skills(self) -> tuple[SkillFigures, ...]:
        of_row = self._first.tell("skills")
        names = pd.Series([one.asked for one in self._each])
        found = []
        for skill in Skill:
            rows = self._rows[[skill in skills for skills in of_row]]
            if _learners(rows) >= SMALLEST_GROUP:
                asked = names.iloc[rows["meaning"].to_numpy()].nunique()
                found.append(SkillFigures(skill, _right(rows), len(rows), asked))
        return tuple(found)

    def _error_rate(self, slip: Slip) -> ErrorRate | None:
        offered = self._rows[[slip in slips for slips in self._first.tell("offered")]]
        if _learners(offered) < SMALLEST_GROUP:
            return None
        chosen = sum(slip in slips for slips in self._first.tell("slips").loc[offered.index])
        return ErrorRate(slip, chosen, len(offered))

    def _discernment(self) -> Discernment | None:
        judged = [self._each[n].support.judgements > 0 for n in self._rows["meaning"]]
        rows = self._rows[judged]
        if _learners(rows) < SMALLEST_GROUP:
            return None
        return discernment(_sum([self._each[n].support for n in rows["meaning"]]))

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
            found.setdefault(self._each[meaning].asked, []).append((first, last))
        in_order = sorted(found, key=self._place.__getitem__)
        return [(a, found[a]) for a in in_order if len(found[a]) >= SMALLEST_GROUP]

    def _questions(self) -> list[QuestionFigures]:
        sure = (self._rows["sure"] >= _SURE) & (self._rows["share"] < FULLY)
        slips = self._first.tell("slips")
        asked = pd.Series([self._each[n].asked for n in self._rows["meaning"]], self._rows.index)
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
                    right=_right(rows),
                    sure_errors=int(sure.loc[rows.index].sum()),
                    slip=slip if count >= SMALLEST_GROUP else None,
                )
            )
        return found

    @cached_property
    def _judged(self) -> pd.DataFrame:
        """The rows with how many judgements each is, and how many of them are right."""
        right = self._of_rows([one.right for one in self._each])
        return self._rows.assign(
            judgements=self._of_rows([one.judgements for one in self._each]),
            # A part that was placed is right or not; any other answer has its share of one.
            right=np.where(np.isnan(right), self._rows["share"].to_numpy(), right),
        )

    @cached_property
    def _learner_counts(self) -> list[LearnerCounts]:
        """Those of whom enough is known, in the order of their first answers."""
        by_learner = self._judged.groupby("learner", observed=True, sort=False)
        enough = by_learner["judgements"].transform("sum") >= FEWEST_JUDGEMENTS
        known = self._judged[enough].groupby("learner", observed=True, sort=False)
        return [self._learner(str(name), rows) for name, rows in known]

    def _may_need_help(self) -> tuple[MayNeedHelp, ...]:
        judgements = float(self._judged["judgements"].sum())
        return may_need_help(
            self._learner_counts,
            Class(
                right=fsum(self._judged["right"]) / max(1.0, judgements),
                over_claim=_value(self._error_rate(OVER_CLAIM)),
                trust_nothing=_value(self._error_rate(TRUST_NOTHING)),
            ),
        )

    def _learner(self, name: str, rows: pd.DataFrame) -> LearnerCounts:
        answers = rows["meaning"].tolist()

        def rate(slip: Slip) -> ErrorRate:
            chosen, offered = (
                sum(slip in slips[n] for n in answers) for slips in (self._made, self._offered)
            )
            return ErrorRate(slip, chosen, offered)

        return LearnerCounts(
            learner=name,
            judgements=int(rows["judgements"].sum()),
            right=fsum(rows["right"]),
            over_claim=rate(OVER_CLAIM),
            trust_nothing=rate(TRUST_NOTHING),
            support=_sum([self._each[n].support for n in answers]),
        )


def _learners(rows: pd.DataFrame) -> int:
    return int(rows["learner"].nunique())


def _right(rows: pd.DataFrame) -> Estimate:
    """The mean share right; summed up exactly, so that the order of rows does not matter."""
    return share(fsum(rows["share"]), len(rows))


def _sum(counts: list[Support]) -> Support:
    return sum(counts, Support())


def _value(rate: ErrorRate | None) -> float | None:
    return None if rate is None or rate.rate is None else rate.rate.value

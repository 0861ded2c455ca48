"""Answers in bulk: a frame of rows as they are stored, and the same rows marked.

One shape serves solo attempts, lessons and studies, so that a report is the same for all of them.

A frame of rows has one row for each stored answer, in the order in which sittings began, with

    learner      category   stands for a person; no name
    sitting      category   an attempt, or a seat in a lesson
    edition      category   the key of the edition that was asked
    marked_by    category   that of the edition whose key counts: another one after a correction
    question     category   its id
    round        int        1 for solo; which vote of a lesson, or which try at a homework
    response     category   the JSON text as stored
    certainty    category   "guess", "60", "80", "95"; missing where it was not said
    answered_at  UTC times
    began_at     UTC times  when the sitting began; NaT where the learner did not set the pace
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import union_categoricals

from reportedly.quiz.correcting.carrying import carry
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds.choice import OptionsQuestion
from reportedly.quiz.kinds.truefalse import TrueFalse
from reportedly.quiz.marking import Certainty
from reportedly.quiz.question import Question
from reportedly.quiz.response import Response, SelfMarked, from_plain

TEXTS = (
    "learner",
    "sitting",
    "edition",
    "marked_by",
    "question",
    "response",
    "certainty",
)
"""The columns that hold few different texts, over and over."""

_MEANING = ("edition", "marked_by", "question", "response")
"""What an answer is worth hangs on these alone."""


def moments(values: Sequence[Any]) -> pd.DatetimeIndex:
    """Times as a column; texts are taken to be in UTC, None is none."""
    times = pd.to_datetime(pd.Index(values, dtype=object), utc=True, format="ISO8601")
    return pd.DatetimeIndex(times).as_unit("us")


def texts(values: Iterable[Any]) -> pd.Categorical:
    """Texts as a column; None is missing."""
    # Also where all are missing the categories are texts: only alike columns can be joined.
    return pd.Categorical(pd.Index(list(values), dtype="str"))


def rows_of(columns: Mapping[str, Any]) -> pd.DataFrame:
    """A frame of rows from its columns; texts and times may come as plain sequences.

    Where `marked_by`, `round`, `certainty` or `began_at` are left out, they are as for solo
    attempts without corrections of which only the answers are known.
    """
    length = len(columns["learner"])
    given = {"marked_by": columns["edition"], "round": np.ones(length, np.int16), **columns}
    frame: dict[str, Any] = {}
    for name in TEXTS:
        frame[name] = texts(given.get(name, [None] * length))
    for name in ("answered_at", "began_at"):
        values = given.get(name, [None] * length)
        frame[name] = values if isinstance(values, pd.DatetimeIndex) else moments(values)
    frame["round"] = np.asarray(given["round"], np.int16)
    return pd.DataFrame(frame)


@dataclass(frozen=True, eq=False)
class Marked:
    """Answers with what they are worth.

    Attributes:
        rows: A frame of rows with these columns added: `meaning`, the label of its line in
            `meanings`; `share`, 0..1, or NaN for a written answer to which its author has not
            given a level; `sure`, the chance of being right that the learner named, NaN where
            none was; and `kind`, a category.
        meanings: A line for each different answer: `edition`, `marked_by` (the edition asked,
            where a correction does not fit the answer), `question`, `response`, `kind`, `share`,
            and as tuples `chosen` (the texts of the options chosen, for kinds with options),
            `slips` (made), `offered` (slips that could have been made) and `skills`.
    """

    rows: pd.DataFrame
    meanings: pd.DataFrame

    def only(self, which: pd.Series[bool] | NDArray[np.bool_]) -> Marked:
        """The same for some of the rows."""
        return Marked(self.rows[which], self.meanings)

    def tell(self, column: str) -> pd.Series[Any]:
        """A column of the meanings, for each row."""
        values = self.meanings[column].to_numpy()[self.rows["meaning"].to_numpy()]
        return pd.Series(values, index=self.rows.index)


def first_answers(rows: pd.DataFrame) -> pd.DataFrame:
    """Each learner's first answer to each question.

    Later ones are left out of item analysis: who answers again has read the explanation, or has
    talked about it.
    """
    in_turn = np.argsort(rows["round"].to_numpy(), kind="stable")
    codes = pd.Series(_code(rows, ("learner", "question"))[in_turn])
    first = np.zeros(len(rows), bool)
    first[in_turn] = ~codes.duplicated().to_numpy()
    return rows[first]


def together(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Several frames of rows as one, in their order."""
    frames = [frame for frame in frames if len(frame)] or list(frames[:1])
    columns = {
        name: union_categoricals([frame[name] for frame in frames])
        if name in TEXTS
        else pd.concat([frame[name] for frame in frames], ignore_index=True)
        for name in frames[0].columns
    }
    return pd.DataFrame(columns)


def marked(rows: pd.DataFrame, editions: Mapping[str, Edition]) -> Marked:
    """The rows with what each is worth; each different answer is marked once.

    Args:
        rows: A frame of rows.
        editions: By key; answers to one that is missing, or does not have the question, are left
            out.
    """
    codes, different = pd.factorize(_code(rows, _MEANING))
    lines = list(_meanings(rows, different, editions))
    known = [line is not None for line in lines]
    meanings = pd.DataFrame([line for line in lines if line is not None], columns=list(_LINE))
    if not all(known):
        # Where a line is missing, -1; elsewhere its place among those that are there.
        there = np.array(known, bool)
        codes = np.where(there, np.cumsum(there) - 1, -1)[codes]
        rows, codes = rows[codes >= 0], codes[codes >= 0]
    share = meanings["share"].to_numpy(np.float64)
    kinds = meanings["kind"].astype("category")
    added: dict[str, Any] = {
        "meaning": codes.astype(np.int32),
        "share": share[codes],
        "sure": _sure(rows["certainty"]),
        "kind": pd.Categorical.from_codes(
            kinds.cat.codes.to_numpy()[codes], categories=kinds.cat.categories
        ),
    }
    return Marked(rows.assign(**added), meanings)


def _code(rows: pd.DataFrame, columns: Sequence[str]) -> NDArray[np.int64]:
    """One number for what stands in several columns of texts."""
    code = np.zeros(len(rows), np.int64)
    for name in columns:
        column = rows[name].cat
        code = code * len(column.categories) + column.codes.to_numpy()
    return code


def _texts(rows: pd.DataFrame, code: int) -> Iterator[str]:
    """What stands in the columns of `_MEANING` where that is their code."""
    parts = []
    for name in reversed(_MEANING):
        categories = rows[name].cat.categories
        code, place = divmod(code, len(categories))
        parts.append(str(categories[place]))
    return reversed(parts)


_LINE = (*_MEANING, "kind", "share", "chosen", "slips", "offered", "skills")


def _meanings(
    rows: pd.DataFrame, codes: Iterable[int], editions: Mapping[str, Edition]
) -> Iterator[tuple[Any, ...] | None]:
    for code in codes:
        edition, marked_by, id, text = _texts(rows, int(code))
        asked = _question(editions, edition, id)
        if asked is None:
            yield None
            continue
        response = from_plain(json.loads(text))
        counts = asked
        corrected = _question(editions, marked_by, id) if marked_by != edition else None
        carried = None if corrected is None else carry(response, asked, corrected)
        if corrected is None or carried is None:
            marked_by = edition
        else:
            counts, response = corrected, carried
        yield (edition, marked_by, id, text, *_worth(counts, response))


def _question(editions: Mapping[str, Edition], key: str, id: str) -> Question | None:
    try:
        return editions[key].question(id)
    except KeyError:
        return None


def _worth(question: Question, response: Response) -> tuple[Any, ...]:
    mark = question.mark(response)
    chosen: tuple[str, ...] = ()
    if isinstance(question, OptionsQuestion | TrueFalse):
        chosen = tuple(p.text for p in mark.parts if p.verdict in ("right", "wrong"))
    waits = isinstance(response, SelfMarked) and response.level is None
    return (
        question.kind,
        np.nan if waits else float(mark.share),
        chosen,
        tuple(sorted(mark.slips)),
        tuple(sorted(question.offered_slips())),
        question.skills,
    )


def _sure(certainty: pd.Series[Any]) -> NDArray[np.float64]:
    said = [float(Certainty(one).probability) for one in certainty.cat.categories]
    # The code of a missing one is -1, the last.
    return np.array([*said, np.nan])[certainty.cat.codes.to_numpy()]

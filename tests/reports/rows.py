"""Frames of rows, and of marked ones, with defaults for all that a test does not care about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from reportedly.quiz.edition import Edition
from reportedly.reports.frame import Marked, marked, rows_of
from reportedly.reports.times import timed
from reportedly.store.rows import as_text
from tests.builders import NOON, chose


def a_row(**fields: Any) -> dict[str, Any]:
    """An answer that chose the first option; `learner` also names the sitting."""
    learner = fields.get("learner", "learner-1")
    row = {
        "learner": learner,
        "sitting": f"sitting of {learner}",
        "edition": "edition-1",
        "question": "who-says",
        "response": chose(0),
        "certainty": None,
        "answered_at": NOON,
        "began_at": None,
        "round": 1,
        **fields,
    }
    return {"marked_by": row["edition"], **row}


def rows(*answers: Mapping[str, Any]) -> pd.DataFrame:
    """The frame of these answers."""
    texts = [{**one, "response": as_text(one["response"])} for one in answers]
    return rows_of({name: [one[name] for one in texts] for name in a_row()})


def by_key(*editions: Edition) -> dict[str, Edition]:
    """Editions as they are looked up."""
    return {edition.key: edition for edition in editions}


def marked_by(edition: Edition, *answers: Mapping[str, Any]) -> Marked:
    """These answers to the questions of an edition, marked."""
    given = rows(*({**one, "edition": edition.key, "marked_by": edition.key} for one in answers))
    return marked(timed(given), by_key(edition))


def with_shares(ids: Sequence[str], shares: Any, chosen: Sequence[str] = ()) -> Marked:
    """Answers that are worth this: a line for each learner, a column for each question.

    Where there is NaN or None, the question was not answered; all chose the same.
    """
    table = np.array(shares, dtype=float)
    place = np.argwhere(~np.isnan(table))
    answered = [a_row(learner=f"learner-{n}", question=ids[q]) for n, q in place]
    frame = rows(*answered)
    frame["share"] = [table[n, q] for n, q in place]
    frame["meaning"] = 0
    frame["kind"] = pd.Categorical(["single"] * len(frame))
    frame["sure"] = frame["seconds"] = np.nan
    meanings = pd.DataFrame({"chosen": [tuple(chosen)], "kind": ["single"]})
    return Marked(frame, meanings)

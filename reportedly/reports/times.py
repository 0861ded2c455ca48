"""How long answers took."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

PAUSE = 30 * 60
"""Seconds after which the learner is taken to have done something else."""


def timed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the column `seconds` added: what each answer took.

    That is the time since the sitting's answer before it, or for the first one since the sitting
    began; reading the explanation of the question before is in it. NaN where the learner did not
    set the pace, and after a pause.

    Args:
        rows: All answers of their sittings: where one is missing, the next seems to take longer.
    """
    sitting = rows["sitting"].cat.codes.to_numpy()
    answered, began = _ticks(rows["answered_at"]), _ticks(rows["began_at"])
    in_turn = _in_turn(sitting, answered)
    sitting, answered, began = sitting[in_turn], answered[in_turn], began[in_turn]
    before = np.empty(len(rows), answered.dtype)
    before[1:] = answered[:-1]
    is_first = np.ones(len(rows), bool)
    is_first[1:] = sitting[1:] != sitting[:-1]
    before[is_first] = began[is_first]
    seconds = (answered - before) / np.timedelta64(1, "s")
    seconds[np.isnat(began) | (seconds < 0) | (seconds > PAUSE)] = np.nan
    taken = np.empty(len(rows))
    taken[in_turn] = seconds
    return rows.assign(seconds=taken)


def _in_turn(sitting: NDArray[np.integer], answered: NDArray[np.datetime64]) -> NDArray[np.intp]:
    """The places of the answers by sitting, then by time, then as they stand."""
    # As np.lexsort in half its time: numbers that all differ need no stable sort.
    by_time = np.argsort(answered.view(np.int64), kind="stable")
    rank = np.empty(len(by_time), np.int64)
    rank[by_time] = np.arange(len(by_time))
    return np.argsort(sitting.astype(np.int64) * len(by_time) + rank)


def _ticks(times: pd.Series[pd.Timestamp]) -> NDArray[np.datetime64]:
    return times.dt.tz_localize(None).to_numpy("datetime64[us]")

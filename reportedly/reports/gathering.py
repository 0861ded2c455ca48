"""Stored answers that arrive in pieces, made into a frame of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count, repeat
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from reportedly.reports.frame import moments, texts

Codes = NDArray[np.int32]
_NOTHING = np.empty(0, np.int32)


class _Texts:
    """A column of few different texts: each is kept once, and a number for each row."""

    def __init__(self) -> None:
        self._codes: defaultdict[str | None, int] = defaultdict(count().__next__)
        self._pieces: list[Codes] = [_NOTHING]

    def add(self, values: Sequence[str | None]) -> None:
        self._pieces.append(
            np.fromiter(map(self._codes.__getitem__, values), np.int32, len(values))
        )

    def column(self) -> pd.Categorical:
        codes = np.concatenate(self._pieces)
        if None not in self._codes:
            return _categorical(codes, list(self._codes))
        # A missing text has the code -1, and those after it move up.
        missing = self._codes[None]
        codes = np.where(codes == missing, -1, codes - (codes > missing))
        return _categorical(codes, [text for text in self._codes if text is not None])


class Gathering:
    """A frame of rows in the making: no more than a piece is held as Python's own values."""

    def __init__(
        self,
        sittings: Sequence[Sequence[Any]],
        corrected: Mapping[tuple[str, str], str],
    ) -> None:
        """Begins with all sittings and no answers.

        Args:
            sittings: Of each its id, learner, edition, and when it began, or None; begun earliest
                first.
            corrected: By sitting and question the edition by which it is marked, where that is
                another one than the sitting's.
        """
        ids, learners, editions, began = zip(*sittings, strict=True) if sittings else ((),) * 4
        self._number = {id: n for n, id in enumerate(ids)}
        self._sittings = list(ids)
        self._learners, self._editions = texts(learners), texts(editions)
        self._began = moments(began)
        self._corrected = corrected
        self._sitting: list[Codes] = [_NOTHING]
        self._round: list[NDArray[np.int16]] = [np.empty(0, np.int16)]
        self._times: list[NDArray[np.datetime64]] = [np.empty(0, "datetime64[us]")]
        self._question, self._response, self._certainty = _Texts(), _Texts(), _Texts()

    def add(self, answers: Sequence[Sequence[Any]]) -> None:
        """Appends answers: sitting, question, response, certainty, when, and round of each.

        Those of a sitting that was not there at the beginning are left out.
        """
        sittings, questions, responses, certainties, times, rounds = zip(*answers, strict=True)
        length = len(answers)
        numbers = map(self._number.get, sittings, repeat(-1))
        self._sitting.append(np.fromiter(numbers, np.int32, length))
        self._question.add(questions)
        self._response.add(responses)
        self._certainty.add(certainties)
        self._times.append(_read(times))
        self._round.append(np.fromiter(rounds, np.int16, length))

    def frame(self) -> pd.DataFrame:
        """The rows, sittings in the order given."""
        sitting = np.concatenate(self._sitting)
        question = self._question.column()
        times = pd.DatetimeIndex(np.concatenate(self._times), tz="UTC")
        columns = {
            "learner": _take(self._learners, sitting),
            "sitting": _categorical(sitting, self._sittings),
            "edition": _take(self._editions, sitting),
            "marked_by": self._marked_by(sitting, question),
            "question": question,
            "round": np.concatenate(self._round),
            "response": self._response.column(),
            "certainty": self._certainty.column(),
            "answered_at": times,
            "began_at": self._began.take(sitting) if len(self._began) else times,
        }
        frame = pd.DataFrame(columns)
        if (np.diff(sitting) < 0).any():
            frame = frame.iloc[np.argsort(sitting, kind="stable")]
        if (sitting < 0).any():
            frame = frame[frame["sitting"].notna()]
        return frame.reset_index(drop=True)

    def _marked_by(self, sitting: Codes, question: pd.Categorical) -> pd.Categorical:
        known = list(self._editions.categories)
        others = [key for key in dict.fromkeys(self._corrected.values()) if key not in set(known)]
        place = {key: n for n, key in enumerate(known + others)}
        codes = np.asarray(_take(self._editions, sitting).codes, np.int32)
        asked = {id: n for n, id in enumerate(question.categories)}
        width = max(1, len(asked))
        corrected = {
            self._number[id] * width + asked[of]: place[key]
            for (id, of), key in self._corrected.items()
            if id in self._number and of in asked
        }
        if corrected:
            found = pd.Index(list(corrected)).get_indexer(
                pd.Index(sitting.astype(np.int64) * width + question.codes)
            )
            values = np.fromiter(corrected.values(), np.int32)
            codes = np.where(found >= 0, values[found], codes)
        return _categorical(codes, known + others)


def _read(times: Sequence[Any]) -> NDArray[np.datetime64]:
    if isinstance(times[0], str):
        return np.array(times, "datetime64[us]")  # many times faster than with any zone
    return moments(times).tz_localize(None).to_numpy()


def _categorical(codes: Codes, different: Sequence[Any]) -> pd.Categorical:
    return pd.Categorical.from_codes(codes, categories=pd.Index(different, dtype="str"))


def _take(column: pd.Categorical, places: Codes) -> pd.Categorical:
    """The values at these places, missing at -1."""
    # The code of a missing value is -1, and so is the last place.
    codes = np.append(column.codes, -1)[places]
    return _categorical(codes, list(column.categories))

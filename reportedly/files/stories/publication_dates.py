"""The days of publication that a person gives with the articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reportedly.authoring.extraction.article import Refused


def publication_dates(given: Sequence[str], files: Sequence[str]) -> list[str | None]:
    """For each file the date given for it, from entries such as "b=2015-11-20".

    An article is named by its file, by the file without its ending, or by its letter.

    Raises:
        Refused: if an entry names no article or no day.
    """
    dates: list[str | None] = [None] * len(files)
    for entry in given:
        name, equals, day = entry.partition("=")
        if not equals:
            raise Refused(
                f'--published "{entry}" is not understood; write for example b=2015-11-20.'
            )
        which = _which(name.strip(), files)
        if which is None:
            names = ", ".join(Path(file).stem for file in files)
            raise Refused(f'--published {entry}: no article is called "{name}"; there are {names}.')
        dates[which] = _day(day.strip(), entry)
    return dates


def _which(name: str, files: Sequence[str]) -> int | None:
    for wanted in (
        lambda f: f == name,
        lambda f: Path(f).stem == name,
        lambda f: Path(f).stem.lower() == name.lower(),
    ):
        found = [n for n, file in enumerate(files) if wanted(file)]
        if len(found) == 1:
            return found[0]
    letter = ord(name.upper()) - ord("A") if len(name) == 1 else -1
    return letter if 0 <= letter < len(files) else None


def _day(day: str, entry: str) -> str:
    if day == "unknown":
        return day
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as fault:
        raise Refused(
            f'--published {entry}: "{day}" is no day; write it as 2015-11-20, or unknown.'
        ) from fault

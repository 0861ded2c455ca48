"""More than twelve words in a row are those of an original article."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.authoring.linting.wording import shown, words
from reportedly.quiz.evidence import LONGEST_QUOTATION
from reportedly.quiz.faults import Fault
from reportedly.story.story import Story

LOOKS_AT = "question"

_RUN = LONGEST_QUOTATION + 1


def find(given: Subject) -> Iterator[Fault]:
    """Each text with a longer run of an original than may be quoted."""
    runs = _runs_of_originals(given.story) if given.story else {}
    if not runs:
        return
    for said in given.texts:
        if said.text.count(" ") < LONGEST_QUOTATION:
            continue
        own = words(said.text)
        longest, at = _longest(own, runs)
        if longest:
            label = given.story.label(runs[tuple(own[at : at + _RUN])][:1]) if given.story else ""
            yield Fault(
                said.place,
                f"{longest} words in a row are those of {label} "
                f"({runs[tuple(own[at : at + _RUN])]}): "
                f"“{shown(' '.join(own[at : at + longest]), 60)}”",
                f"say it in other words, or quote at most {LONGEST_QUOTATION}",
            )


def _runs_of_originals(story: Story) -> dict[tuple[str, ...], str]:
    """Every run of thirteen words of an original that is here, and its paragraph."""
    retold = {about.letter for about in story.about.articles if about.retold}
    runs: dict[tuple[str, ...], str] = {}
    for article in story.articles:
        for paragraph in article.paragraphs:
            original = paragraph.original
            if original is None and article.letter not in retold:
                original = paragraph.text
            listed = words(original or "")
            for start in range(len(listed) - _RUN + 1):
                run = tuple(listed[start : start + _RUN])
                runs.setdefault(run, f"{article.letter}{paragraph.number}")
    return runs


def _longest(own: list[str], runs: dict[tuple[str, ...], str]) -> tuple[int, int]:
    """How many words the longest run has and where it begins; 0 if there is none."""
    best, at, length = 0, 0, 0
    for start in range(len(own) - _RUN + 1):
        if tuple(own[start : start + _RUN]) in runs:
            length = length + 1 if length else _RUN
            if length > best:
                best, at = length, start - length + _RUN
        else:
            length = 0
    return best, at

"""What the figures of a question say against it, in sentences with a change to try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from reportedly.quiz.kinds import AnyQuestion
from reportedly.reports.figures import FEWEST, ItemFigures, OptionFigures
from reportedly.reports.wording import POOR, percent, signed
from reportedly.story.plain import plain

TOO_HARD, TOO_EASY = 0.20, 0.95
"""Beyond these shares right a question shows little about anybody."""

DEAD = 0.05
"""A wrong option that fewer choose does not work (Haladyna and Downing 1993)."""

OFTEN = 0.50
"""Of those who are as good as certain one in twenty should be wrong; so many have learnt it wrong,
or the key is."""


@dataclass(frozen=True)
class Weakness:
    """One thing that looks weak.

    Attributes:
        says: A sentence of what the answers show.
        change: A sentence of what to try.
    """

    says: str
    change: str


def weaknesses(question: AnyQuestion, figures: ItemFigures) -> tuple[Weakness, ...]:
    """What looks weak in a question, the gravest first.

    Of fewer than 30 answers only what is gross: finer figures would mostly show chance, for the
    standard error of a correlation of 29 pairs is 0.19.
    """
    found = [
        *_about_key(question, figures),
        *_about_certainty(figures),
        *_about_difficulty(figures),
    ]
    if not figures.is_rough:
        found += [*_about_telling_apart(figures), *_about_wrong_options(question, figures)]
    return tuple(found)


def _about_key(question: AnyQuestion, figures: ItemFigures) -> Iterator[Weakness]:
    r = figures.discrimination
    if r is not None and r < 0:
        yield Weakness(
            "Those who do well in the rest of the quiz do worse here "
            f"(discrimination {signed(r)}).",
            "Check the key, and whether another answer can be defended.",
        )
    if question.kind not in ("single", "truefalse"):
        return
    key = next(option for option in figures.options if option.is_right)
    rival = max(
        (option for option in figures.options if not option.is_right),
        key=lambda option: option.among_better,
    )
    if rival.among_better > key.among_better:
        theirs = plain(rival.text)
        yield Weakness(
            f"Of the better half {percent(rival.among_better)} choose “{theirs}” and only "
            f"{percent(key.among_better)} the key, “{plain(key.text)}”.",
            f"Check whether “{theirs}” can be defended; if not, say in the question what "
            "excludes it.",
        )


def _about_difficulty(figures: ItemFigures) -> Iterator[Weakness]:
    share = figures.difficulty
    if share < TOO_HARD:
        yield Weakness(
            f"Only {percent(share)} is right on average: it is too hard.",
            "Check the key first; then name the paragraph in the question, or split it in two.",
        )
    elif share > TOO_EASY:
        yield Weakness(
            f"{percent(share)} is right on average: it is too easy to show anything.",
            "Put a likelier misreading among the wrong answers, or keep it to warm up.",
        )


def _about_certainty(figures: ItemFigures) -> Iterator[Weakness]:
    if figures.sure >= FEWEST and figures.sure_and_wrong > OFTEN * figures.sure:
        yield Weakness(
            "More than half of those who were as good as certain got nothing for it.",
            "Check the key; if it stands, talk about this misreading in class.",
        )


def _about_telling_apart(figures: ItemFigures) -> Iterator[Weakness]:
    r = figures.discrimination
    if r is not None and 0 <= r < POOR and figures.difficulty <= TOO_EASY:
        yield Weakness(
            "It hardly tells those who do well in the rest of the quiz from those who do not "
            f"(discrimination {signed(r)}; {POOR:.2f} or more is wanted).",
            "Say more plainly what is asked, and look for an answer that is right by luck.",
        )


def _about_wrong_options(question: AnyQuestion, figures: ItemFigures) -> Iterator[Weakness]:
    wrong = [option for option in figures.options if not option.is_right]
    # A correlation of nothing exceeds 1.64 standard errors once in twenty questions.
    chance = 1.64 / sqrt(figures.answers - 1)
    for option in wrong:
        r = option.discrimination
        if option.share >= DEAD and r is not None and r > chance:
            yield Weakness(
                f"The wrong option “{plain(option.text)}” draws those who do well rather than the "
                f"others (discrimination {signed(r)}).",
                "Check whether it can be defended, and reword it so that it cannot.",
            )
    # The three answers of true, false, not stated belong to the kind; and where nearly all are
    # right, no wrong option can be chosen much.
    if question.kind != "truefalse" and figures.difficulty <= TOO_EASY:
        yield from (_dead(option) for option in wrong if option.share < DEAD)


def _dead(option: OptionFigures) -> Weakness:
    how_many = "Nobody chooses" if option.share == 0 else f"Only {percent(option.share)} choose"
    return Weakness(
        f"{how_many} the wrong option “{plain(option.text)}”.",
        "Put a likelier misreading in its place, or leave it out: two wrong options are enough.",
    )

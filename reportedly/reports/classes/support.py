"""Which answers are judgements on whether the articles support a statement.

Two kinds of question ask for that: true, false or not stated, where "true" accepts the statement;
and sorting statements by how well they are supported, where each statement is one judgement and a
label of `ACCEPTING` accepts it. A question that sorts by anything else, such as whose word it is,
is left out: it counts only if each of its labels is known here and both sorts are among them.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.quiz.kinds import AnyQuestion, Classify, TrueFalse
from reportedly.quiz.kinds.truefalse import ANSWERS
from reportedly.quiz.response import Chosen, Placed, Response

ACCEPTING = frozenset({"stated", "supported inference", "supported", "well supported", "agreed"})
"""Labels that say of a statement that the articles support it."""

NOT_ACCEPTING = frozenset(
    {
        "possible but not shown",
        "possible",
        "contradicted",
        "disputed",
        "accounts differ",
        "one side's word only",
        "one side's claim only",
        "one source only",
        "not stated",
        "not supported",
        "unsupported",
    }
)
"""Labels that say it is open, disputed, one side's word, or ruled out."""


@dataclass(frozen=True)
class Support:
    """Judgements counted.

    Attributes:
        hits: Supported statements that were accepted.
        supported: All supported statements that were judged.
        false_alarms: Unsupported statements that were accepted.
        unsupported: All unsupported statements that were judged.
    """

    hits: int = 0
    supported: int = 0
    false_alarms: int = 0
    unsupported: int = 0

    @property
    def judgements(self) -> int:
        """How many there are."""
        return self.supported + self.unsupported

    def __add__(self, other: Support) -> Support:
        return Support(
            self.hits + other.hits,
            self.supported + other.supported,
            self.false_alarms + other.false_alarms,
            self.unsupported + other.unsupported,
        )


def support_judgements(question: AnyQuestion, response: Response) -> Support:
    """The judgements in one answer; none where the question asks for something else.

    A hit is accepting what the key accepts, under whichever accepting label; a false alarm is
    accepting what it does not. A statement left open was not judged.
    """
    match question, response:
        case TrueFalse(), Chosen(picks):
            return _judged(question.answer == "true", ANSWERS.index("true") in picks)
        case Classify(), Placed(places) if _sorts_by_support(question):
            total = Support()
            for item, label in places:
                key = _folded(question.items[item].label) in ACCEPTING
                total += _judged(key, _folded(question.labels[label]) in ACCEPTING)
            return total
    return Support()


def _judged(is_supported: bool, accepted: bool) -> Support:
    if is_supported:
        return Support(hits=int(accepted), supported=1)
    return Support(false_alarms=int(accepted), unsupported=1)


def _sorts_by_support(question: Classify) -> bool:
    labels = {_folded(label) for label in question.labels}
    return (
        labels <= ACCEPTING | NOT_ACCEPTING
        and not labels.isdisjoint(ACCEPTING)
        and not (labels <= ACCEPTING)
    )


def _folded(label: str) -> str:
    return " ".join(label.replace("’", "'").casefold().split())

"""A question tells what another one asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reportedly.authoring.linting.parts import Subject
from reportedly.authoring.linting.wording import content_words, shown, topic_words
from reportedly.quiz.bank import Bank
from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.kinds import AnyQuestion, Cloze, Number, Short, Single, TrueFalse

LOOKS_AT = "bank"

SHARED = 0.6
"""How much of what a question is about another must name as well."""
LOOKED_AT = 60
"""Questions with all words of an answer that are looked at; words in more of them tell nothing."""


@dataclass(frozen=True)
class _Sought:
    """What a question asks for: the words that give it away, beside those of its own subject."""

    place: Place
    key: frozenset[str]
    topic: frozenset[str]
    answer: str


def find(given: Subject) -> Iterator[Fault]:
    """Each question whose answer stands in what another one asks."""
    told = [(n, content_words(q.ask)) for n, q in enumerate(given.bank.questions) if _tells(q)]
    # Questions by their words, so that each answer is only held against those that can have it.
    by_word: dict[str, set[int]] = defaultdict(set)
    words_of = dict(told)
    for n, words in told:
        for word in words:
            by_word[word].add(n)
    nowhere: set[int] = set()
    for n, question in enumerate(given.bank.questions):
        for sought in _sought(question, n):
            holders = sorted((by_word.get(word, nowhere) for word in sought.key), key=len)
            having = set.intersection(*holders) - {n}
            for other in islice(sorted(having), LOOKED_AT):
                if _gives_away(sought, words_of[other]):
                    yield _fault(sought, given.bank, other)
                    break


def _fault(sought: _Sought, bank: Bank, other: int) -> Fault:
    return Fault(
        sought.place,
        f"the question “{bank.questions[other].id}” gives the answer away "
        f"(“{shown(sought.answer)}”, line {{lines}})",
        "leave the answer out of that question, or drop one of the two",
        also=(("questions", other, "ask"),),
    )


def _tells(question: AnyQuestion) -> bool:
    """Whether what a question says can be taken as so: a statement that may be false cannot."""
    return not isinstance(question, TrueFalse) and question.status != "draft"


def _gives_away(sought: _Sought, words: frozenset[str]) -> bool:
    shared = len(sought.topic & words)
    return shared >= min(2, len(sought.topic)) and shared >= SHARED * len(sought.topic)


def _sought(question: AnyQuestion, n: int) -> Iterator[_Sought]:
    if question.status == "draft":
        return
    place: Place = ("questions", n, "ask")
    own = content_words(question.ask)
    match question:
        case Single():
            answers = [o.text for o in question.options if o.is_right]
        case Short():
            answers = [question.accept[0]]
        case Number():
            answers = [f"{question.answer} {question.unit or ''}"]
        case Cloze():
            own |= content_words(question.text)
            answers = [o.text for gap in question.gaps for o in gap.options if o.is_right]
        case _:
            return
    for answer in answers:
        key = content_words(answer)
        # What the question names itself is no secret; the rest is what has to be found.
        secret = key - own
        topic = frozenset(
            topic_words(question.text if isinstance(question, Cloze) else question.ask) - key
        )
        if secret and len(topic) >= 2:
            yield _Sought(place, key, topic, answer)

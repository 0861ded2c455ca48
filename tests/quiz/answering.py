"""Questions from short descriptions, and answers given in the words on the screen."""

from collections.abc import Mapping
from random import Random
from typing import Any

from pydantic import TypeAdapter

from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.question import Layout

_QUESTIONS: TypeAdapter[AnyQuestion] = TypeAdapter(AnyQuestion)


def a_question(**fields: Any) -> AnyQuestion:
    """A question of any kind, with an id and something to ask."""
    return _QUESTIONS.validate_python({"id": "q", "ask": "What do the articles say?", **fields})


EXAMPLES: dict[str, AnyQuestion] = {
    "single": a_question(
        kind="single", options=[{"right": "key"}, {"wrong": "b"}, {"wrong": "c"}, {"wrong": "d"}]
    ),
    "multiple": a_question(
        kind="multiple", options=[{"wrong": "a"}, {"wrong": "b"}, {"right": "key"}]
    ),
    "match": a_question(
        kind="match",
        pairs=[{"item": "key", "match": "x"}, {"item": "b", "match": "y"}],
        extra=[{"wrong": "z"}],
    ),
    "classify": a_question(
        kind="classify", labels=["l", "m"], items=[{"l": "key"}, {"m": "b"}, {"m": "c"}]
    ),
    "truefalse": a_question(kind="truefalse", answer="true"),
    "order": a_question(kind="order", order=["a", "b", "c"]),
    "cloze": a_question(
        kind="cloze",
        text="[a]",
        gaps=[{"gap": "a", "options": [{"right": "x"}, {"wrong": "y"}]}],
    ),
    "highlight": a_question(kind="highlight", passage="A1", right=["b"], wrong=["a"]),
    "open": a_question(
        kind="open", rubric=[{"points": 1, "says": "x"}, {"points": 0, "says": "y"}], model="z"
    ),
    "number": a_question(kind="number", answer="42"),
    "short": a_question(kind="short", accept="words"),
}
"""A question of every kind; where there is something to choose, it is called key."""


def a_layout(question: AnyQuestion, seed: int = 0) -> Layout:
    """One of the orders in which the question can be seen."""
    return question.layout(Random(seed))


def payload_for(question: AnyQuestion, given: Any, layout: Layout) -> dict[str, Any]:
    """What a card sends when a learner gives these words, as this layout shows them."""
    body = question.body(layout)
    match question.kind:
        case "single" | "multiple" | "truefalse":
            return {"chosen": _ids(body["options"], given)}
        case "highlight":
            return {"chosen": _ids(body["pieces"], given)}
        case "order":
            return {"sequence": _ids(body["items"], given)}
        case "match" | "classify":
            items, choices = _by_text(body["items"]), _by_text(body["choices"])
            return {"placed": {items[item]: choices[choice] for item, choice in given.items()}}
        case "cloze":
            names = {gap.gap: str(n) for n, gap in enumerate(question.gaps)}
            gaps = {piece["gap"]: piece for piece in body["pieces"] if "gap" in piece}
            return {
                "placed": {
                    names[gap]: _by_text(gaps[names[gap]]["choices"])[choice]
                    for gap, choice in given.items()
                }
            }
        case "open":
            levels = _by_text(question.comparison(layout, str)["rubric"])
            level = levels[given["level"]] if "level" in given else None
            return {"typed": given["typed"], "level": level}
        case _:
            return {"typed": given}


def _by_text(parts: list[Mapping[str, str]]) -> dict[str, str]:
    assert len({part["text"] for part in parts}) == len(parts)
    return {part["text"]: part["id"] for part in parts}


def _ids(parts: list[Mapping[str, str]], texts: list[str]) -> list[str]:
    return [_by_text(parts)[text] for text in texts]

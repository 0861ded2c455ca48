"""Ledgers from short descriptions, and the drafts made of them, checked as readers would."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from reportedly.authoring.blueprints import blueprints
from reportedly.authoring.drafting.draft import Draft, draft_of
from reportedly.authoring.drafting.facts import Facts
from reportedly.files.stories.story_file import read_story
from reportedly.quiz.bank import Bank
from reportedly.quiz.evidence import evidence_faults
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.response import Chosen, Placed, Response, SelfMarked, Sequence, Typed
from reportedly.story.article import read_article
from reportedly.story.ledger import Ledger
from reportedly.story.story import Story, StoryFile

_QUESTIONS: TypeAdapter[AnyQuestion] = TypeAdapter(AnyQuestion)

ROOT = Path(__file__).parents[2]
FOLDERS = (
    ROOT / "content" / "baicheng-2015",
    ROOT / "content" / "lantern-walk",
    ROOT / "tests" / "authoring" / "stories" / "harbour-ferry",
)

SPEAKERS: dict[str, dict[str, Any]] = {
    "council": {"name": "the council", "kind": "council"},
    "mill": {"name": "Orchard Mill", "kind": "firm", "described": "grinds flour", "at": "A2"},
    "nurse": {"name": "Ida Quill", "kind": "nurse", "described": "a school nurse", "at": "A3"},
    "gazette": {"name": "The Gazette", "kind": "newspaper"},
    "baker": {"name": "Tom Arden", "kind": "baker", "described": "bakes for the fair", "at": "A4"},
    "radio": {"name": "Radio Wick", "kind": "broadcaster"},
}
"""Six speakers who have nothing in common."""


def a_row(id: str, says: str = "The well was closed", **fields: Any) -> dict[str, Any]:
    """A claim of the article's own, in the paragraph of its number; words stand for themselves."""
    letter, _, number = id.partition("-")
    return {
        "id": id,
        "at": f"{letter}{number}",
        "words": f"the words of {id}",
        "says": says,
        "speaker": "none",
        "voice": "own",
        "topic": "well",
        "confidence": "high",
        "review": "ok",
        **fields,
    }


def said(id: str, speaker: str, says: str = "The well was closed", **fields: Any) -> dict[str, Any]:
    """A claim that an article reports of somebody."""
    return a_row(id, says, **{"speaker": speaker, "voice": "reported", **fields})


def counts(value: int, qualifier: str = "exactly", **fields: Any) -> dict[str, Any]:
    """A number of people who fell ill."""
    return {
        "topic": "ill",
        "of": "people who fell ill",
        "value": value,
        "qualifier": qualifier,
        "unit": "people",
        **fields,
    }


def a_story(
    *rows: dict[str, Any],
    texts: dict[str, str] | None = None,
    published: dict[str, Any] | None = None,
    speakers: dict[str, Any] | None = None,
    **about: Any,
) -> Story:
    """A story whose paragraphs hold what their claims quote, and the texts given."""
    letters = sorted({row["at"][0] for row in rows} | {at[0] for at in texts or {}})
    articles = tuple(read_article(letter, _text(letter, rows, texts or {})) for letter in letters)
    dates = {"A": "2025-03-04", "B": "2025-03-07", **(published or {})}
    return Story(
        StoryFile.model_validate(
            {
                "story": "the-well",
                "title": "The well",
                "summary": "Two reports of a well.",
                "articles": [
                    {
                        "letter": letter,
                        "label": f"Article {letter}",
                        "outlet": {"is": "The Gazette"},
                        "published": {"is": dates[letter]} if dates.get(letter) else {},
                    }
                    for letter in letters
                ],
                **about,
            }
        ),
        articles,
        Ledger.model_validate(
            {"story": "the-well", "speakers": speakers or SPEAKERS, "claims": rows}
        ),
    )


def _text(letter: str, rows: Iterable[dict[str, Any]], texts: dict[str, str]) -> str:
    parts: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        if row["at"][0] == letter:
            cue = row.get("cue", {}).get("words")
            quoted = [row["words"], *row.get("hedges", ()), *row.get("labels", ())]
            parts[int(row["at"][1:])] += [*quoted, *([cue] if cue else [])]
    for at, text in texts.items():
        if at[0] == letter:
            parts[int(at[1:])] = [text]
    last = max(parts)
    return "\n\n".join("; ".join(parts.get(n, ["Nothing here"])) for n in range(1, last + 1))


def drafts_of(number: int, story: Story, *, seed: int = 1) -> list[Draft]:
    """All that one blueprint can make of a story, each checked by `check_draft`."""
    blueprint = next(each for each in blueprints() if each.number == number)
    drafts = [draft_of(blueprint, sketch) for sketch in blueprint.sketches(Facts(story, seed))]
    for draft in drafts:
        check_draft(draft, story)
    return drafts


def the_question(number: int, story: Story, *, seed: int = 1) -> dict[str, Any]:
    """The only question that a blueprint makes of a story, as an author would write it."""
    (draft,) = drafts_of(number, story, seed=seed)
    return dict(draft.question)


def check_draft(draft: Draft, story: Story) -> None:
    """What holds of every draft: it can be read, its evidence stands, and its key is worth all."""
    question = _QUESTIONS.validate_python(draft.question)
    assert question.status == "draft"
    assert question.from_ is not None
    assert question.from_.claims == draft.claims
    assert not list(question.faults())
    bank = Bank.model_construct(bank="x", story=story.slug, questions=(question,))
    assert not [fault for fault in evidence_faults(bank, story) if fault.severity == "error"]
    assert question.mark(key_of(question)).share == 1


def key_of(question: Any) -> Response:
    """The response that is all right."""
    match question.kind:
        case "single" | "multiple":
            return Chosen(frozenset(n for n, o in enumerate(question.options) if o.is_right))
        case "truefalse":
            return Chosen(frozenset([["true", "false", "not stated"].index(question.answer)]))
        case "highlight":
            return Chosen(frozenset(range(len(question.right))))
        case "order":
            return Sequence(tuple(range(len(question.steps))))
        case "number":
            return Typed(question.answer)
        case "match":
            places = [question.choices.index(pair.match) for pair in question.pairs]
        case "classify":
            places = [question.labels.index(item.label) for item in question.items]
        case "cloze":
            places = [
                next(n for n, option in enumerate(gap.options) if option.is_right)
                for gap in question.gaps
            ]
        case _:
            return SelfMarked("Words.", 0)
    return Placed.of(dict(enumerate(places)))


def right_of(question: dict[str, Any]) -> list[str]:
    """The texts of the right options."""
    return [option["right"] for option in question["options"] if "right" in option]


def wrong_of(question: dict[str, Any]) -> dict[str, str]:
    """The wrong options with their slips."""
    return {o["wrong"]: o["slip"] for o in question["options"] if "wrong" in o}


def labelled(question: dict[str, Any]) -> list[tuple[str, str]]:
    """The statements of a sorting question, each with its label before it."""
    return [next(iter(item.items())) for item in question["items"]]


def stories() -> list[Story]:
    """The stories that are shipped, and a third that the blueprints were not written for."""
    found = [read_story(folder).story for folder in FOLDERS]
    return [story for story in found if story is not None]

"""Values for tests, with defaults for all that a test does not care about."""

from datetime import UTC, datetime, timedelta
from typing import Any

from reportedly.quiz.attempt import Answer, Attempt
from reportedly.quiz.bank import Bank
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Chosen, Response, SelfMarked
from reportedly.story.article import Article, read_article
from reportedly.story.ledger import Ledger
from reportedly.story.story import Story, StoryFile

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
"""The moment at which tests take place."""


def later(**by: float) -> datetime:
    """Noon and something: later(minutes=5)."""
    return NOON + timedelta(**by)


def a_question(id: str = "who-says", **fields: Any) -> dict[str, Any]:
    """A question with two options as an author writes it; the first is right."""
    return {
        "id": id,
        "kind": "single",
        "ask": "Who says that 40 lanterns were lit?",
        "options": [
            {"right": "The organiser", "why": "A2 names her."},
            {"wrong": "Nobody", "slip": "cynicism", "why": "A2 names the organiser."},
        ],
        "explain": "Look for the name beside the number.",
        "evidence": [{"at": "A2", "words": "40 lanterns"}],
        "skills": ["attribution"],
        "level": "easy",
        **fields,
    }


def an_open_question(id: str = "in-your-words", **fields: Any) -> dict[str, Any]:
    """A question to write about, with a rubric of three levels."""
    return {
        "id": id,
        "kind": "open",
        "ask": "What do the reports leave open?",
        "rubric": [
            {"points": 2, "says": "Names what is missing and where one would look."},
            {"points": 1, "says": "Names what is missing."},
            {"points": 0, "says": "Names nothing.", "slip": "cynicism"},
        ],
        "model": "Neither report says who counted.",
        "skills": ["gaps"],
        **fields,
    }


def a_bank(*questions: dict[str, Any], **fields: Any) -> Bank:
    """A bank of these questions, or of one."""
    return Bank.model_validate(
        {
            "bank": "Who counted what?",
            "story": "lantern-walk",
            "questions": questions or (a_question(),),
            **fields,
        }
    )


def an_article(letter: str = "A", text: str | None = None) -> Article:
    """An article of a headline and a paragraph."""
    return read_article(
        letter, text or '# Lanterns by the river\n\nThe organiser said "40 lanterns" were lit.'
    )


def an_edition(*questions: dict[str, Any], **fields: Any) -> Edition:
    """An edition of a bank of these questions, with one article."""
    return Edition(
        **{
            "bank": a_bank(*questions),
            "story_title": "The lantern walk",
            "invented": True,
            "retold": False,
            "content_note": None,
            "labels": {"A": "Article A"},
            "articles": (an_article(),),
            "firm": (),
            "open": (),
            **fields,
        }
    )


def an_answer(
    question: str = "who-says",
    response: Response | None = None,
    *,
    certainty: Certainty | None = None,
    at: datetime = NOON,
) -> Answer:
    """An answer to a question; it chose the first option unless told otherwise."""
    return Answer(question, response or chose(0), certainty, at)


def an_attempt(*answers: Answer, **fields: Any) -> Attempt:
    """An attempt at one question, with these answers, that is not stored."""
    return Attempt(
        **{
            "id": "attempt-1",
            "learner": "learner-1",
            "bank": "lantern-walk",
            "edition": an_edition().key,
            "mode": "practice",
            "asks_certainty": False,
            "seed": 7,
            "questions": ("who-says",),
            "position": 0,
            "started_at": NOON,
            "finished_at": None,
            "answers": {answer.question: answer for answer in answers},
            **fields,
        }
    )


def chose(*picks: int) -> Chosen:
    """The response that picked these options."""
    return Chosen(frozenset(picks))


def wrote(text: str, level: int | None = None) -> SelfMarked:
    """The response of an open question."""
    return SelfMarked(text, level)


def a_claim(id: str = "A-01", **fields: Any) -> dict[str, Any]:
    """A claim as it is written in a ledger."""
    return {
        "id": id,
        "at": f"{id[0]}2",
        "words": "40 lanterns",
        "says": "Forty lanterns were lit",
        "speaker": "mayor",
        "voice": "reported",
        "topic": "lanterns",
        "confidence": "high",
        "review": "ok",
        **fields,
    }


def a_story(*claims: dict[str, Any]) -> Story:
    """A story of one article with these claims, by the mayor, the police or the article itself."""
    return Story(
        StoryFile.model_validate(
            {
                "story": "lantern-walk",
                "title": "The lantern walk",
                "summary": "One report.",
                "articles": [
                    {
                        "letter": "A",
                        "label": "Article A",
                        "outlet": {"is": "The Courier"},
                        "published": {"is": "2024-05-20"},
                    }
                ],
            }
        ),
        (an_article(),),
        Ledger.model_validate(
            {
                "story": "lantern-walk",
                "speakers": {
                    "mayor": {"name": "The mayor", "kind": "official"},
                    "police": {"name": "The police", "kind": "officials"},
                },
                "claims": claims or (a_claim(),),
            }
        ),
    )


def a_choice(
    right: str, *wrong: str, ask: str = "What does A2 say?", **fields: Any
) -> dict[str, Any]:
    """A question with these options, the right one first; the wrong ones have a slip and a why."""
    options = [{"wrong": text, "slip": "cynicism", "why": "A2 differs."} for text in wrong]
    return a_question(ask=ask, options=[{"right": right, "why": "Yes."}, *options], **fields)


def a_statement(answer: str, id: str = "is-it-so", **fields: Any) -> dict[str, Any]:
    """A question with true, false and not stated."""
    slips = {a: "over-claim" for a in ("true", "false", "not stated") if a != answer}
    return {
        "id": id,
        "kind": "truefalse",
        "ask": "The mayor counted the lanterns.",
        "answer": answer,
        "slips": slips,
        **fields,
    }

"""Drafts for the tests, with defaults."""

from reportedly.authoring.extraction.article import Draft, RawArticle
from reportedly.authoring.extraction.engines.language_model import Missing, installed_model
from reportedly.authoring.extraction.extract import extract

RULES = Missing("rules were asked for")
ENGINES = {"rules": RULES, "model": installed_model()}

OTHER = "The harbour office in Port Vell said on Monday that two ferries had left the pier."


def raw(text: str, file: str = "a.txt", published: str | None = "2021-03-09") -> RawArticle:
    return RawArticle(file, text, published=published)


def draft(*texts: str, engine: str = "model", published: str | None = "2021-03-09") -> Draft:
    """The draft of some articles; of a single one, beside another that has nothing to do with it."""
    texts = texts if len(texts) > 1 else (*texts, OTHER)
    raws = [
        raw(text, f"{letter}.txt", published) for letter, text in zip("abcdef", texts, strict=False)
    ]
    return extract("event", raws, ENGINES[engine])


def claims(text: str, engine: str = "model", published: str | None = "2021-03-09"):
    """The claims of one article."""
    ledger = draft(text, engine=engine, published=published).ledger
    return [c for c in ledger.claims if c.letter == "A"]

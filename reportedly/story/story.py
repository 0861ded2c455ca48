"""A story: an event with its articles, their particulars and the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints, model_validator

from reportedly.story.article import Article, Paragraph
from reportedly.story.fields import Slug, Text, Written
from reportedly.story.ledger import OWN_VOICE, Basis, Claim, Ledger, date_text

Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]


class Particular(Written):
    """Something known of an article, with its footing."""

    is_: Annotated[Text | None, "what it is"] = None
    basis: Basis = "stated"
    because: Text | None = None

    model_config = Written.model_config | {"alias_generator": lambda name: name.rstrip("_")}

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.basis != "stated" and self.because is None:
            raise ValueError("what is not stated needs `because`")
        return self


def _dated(published: Particular) -> Particular:
    if published.is_ is not None:
        date_text(published.is_)
    return published


class ArticleParticulars(Written):
    """Which article it is."""

    letter: Letter
    label: Text
    retold: bool = False
    outlet: Particular
    published: Annotated[Particular, AfterValidator(_dated)]
    place: Particular | None = None
    byline: Particular | None = None
    link: str = ""


class NameVariant(Written):
    """A name that is spelt in more than one way."""

    ours: Text
    also: tuple[Text, ...]
    note: Text | None = None


class Conclusion(Written):
    """What can be held firmly, or what stays open, with the claims it rests on."""

    says: Text
    claims: tuple[Text, ...]


class StoryFile(Written):
    """What story.yaml says."""

    story: Slug
    title: Text
    summary: Text
    ages: Text | None = None
    invented: bool = False
    content_note: Text | None = None
    tags: tuple[Slug, ...] = ()
    names: tuple[NameVariant, ...] = ()
    articles: tuple[ArticleParticulars, ...]
    firm: tuple[Conclusion, ...] = ()
    open: tuple[Conclusion, ...] = ()
    teacher_note: Text | None = None


@dataclass(frozen=True)
class Story:
    """A story with everything read: particulars, articles in order, ledger."""

    about: StoryFile
    articles: tuple[Article, ...]
    ledger: Ledger

    @property
    def slug(self) -> str:
        """The folder's name, by which banks name the story."""
        return self.about.story

    def article(self, letter: str) -> Article | None:
        """The article of that letter."""
        return next((article for article in self.articles if article.letter == letter), None)

    def paragraph(self, at: str) -> Paragraph | None:
        """The paragraph that a reference such as B4 names."""
        article = self.article(at[:1])
        return article.paragraph(int(at[1:])) if article and at[1:].isdecimal() else None

    @property
    def shows_retellings(self) -> bool:
        """Whether a reader sees a retelling: one without its original beside it."""
        retold = {about.letter for about in self.about.articles if about.retold}
        return any(
            article.letter in retold and any(p.original is None for p in article.paragraphs)
            for article in self.articles
        )

    @property
    def settled(self) -> Story:
        """The story with those claims alone that a person has looked at and kept."""
        kept = tuple(c for c in self.ledger.claims if c.review in ("ok", "edited"))
        if len(kept) == len(self.ledger.claims):
            return self
        return Story(self.about, self.articles, self.ledger.model_copy(update={"claims": kept}))

    def label(self, letter: str) -> str:
        """What to call an article."""
        return next((a.label for a in self.about.articles if a.letter == letter), letter)

    def speaker(self, claim: Claim) -> str:
        """Who makes a claim; for an article's own voice, which article."""
        if claim.speaker == OWN_VOICE:
            return self.label(claim.letter)
        return self.ledger.speakers[claim.speaker].name

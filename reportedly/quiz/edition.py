"""A bank as it was when an attempt began, with the articles it quotes.

An attempt keeps its edition: whatever happens to the files, the learner sees the same questions,
reasons and paragraphs to the end.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256

from pydantic import Field

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.story.article import Article, Paragraph
from reportedly.story.fields import Written
from reportedly.story.story import Conclusion, Story


class Held(Written):
    """Something to hold firmly, or to leave open, and the paragraphs it rests on."""

    says: str
    at: tuple[str, ...]


class Edition(Written):
    """Everything an attempt needs, and nothing that can change under it."""

    bank: Bank
    story_title: str
    invented: bool
    retold: bool = Field(description="Whether learners see retellings.")
    content_note: str | None
    labels: dict[str, str] = Field(description="What to call each article, by its letter.")
    articles: tuple[Article, ...]
    firm: tuple[Held, ...]
    open: tuple[Held, ...]

    @classmethod
    def of(cls, bank: Bank, story: Story) -> Edition:
        """The edition of a bank and its story as they are now."""
        at = {claim.id: claim.at for claim in story.ledger.claims}

        def held(conclusions: tuple[Conclusion, ...]) -> tuple[Held, ...]:
            return tuple(
                Held(says=c.says, at=tuple(dict.fromkeys(at[claim] for claim in c.claims)))
                for c in conclusions
            )

        return cls(
            bank=bank,
            story_title=story.about.title,
            invented=story.about.invented,
            retold=story.shows_retellings,
            content_note=story.about.content_note,
            labels={a.letter: a.label for a in story.about.articles},
            articles=story.articles,
            firm=held(story.about.firm),
            open=held(story.about.open),
        )

    @cached_property
    def json(self) -> str:  # type: ignore[override]  # pydantic's own `json` is deprecated
        """The edition as text that `model_validate_json` reads back."""
        return self.model_dump_json()

    @cached_property
    def key(self) -> str:
        """A name for exactly this content."""
        return sha256(self.json.encode()).hexdigest()[:32]

    @cached_property
    def _by_id(self) -> dict[str, AnyQuestion]:
        return {question.id: question for question in self.bank.questions}

    def question(self, question_id: str) -> AnyQuestion:
        """The question of that id. Raises: KeyError: if there is none."""
        return self._by_id[question_id]

    def paragraph(self, at: str) -> Paragraph | None:
        """The paragraph that a reference such as B4 names."""
        article = next((a for a in self.articles if a.letter == at[:1]), None)
        return article.paragraph(int(at[1:])) if article else None

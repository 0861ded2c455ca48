"""Raw articles of one event to a draft story: particulars, ledger and what a person should know."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.authoring.extraction.alignment.align import aligned
from reportedly.authoring.extraction.article import Draft, RawArticle, Refused
from reportedly.authoring.extraction.engines.language_model import LanguageModel, Missing
from reportedly.authoring.extraction.ledger_draft import ledger
from reportedly.authoring.extraction.naming.resolve import Speakers
from reportedly.authoring.extraction.particulars import Particulars, particulars
from reportedly.authoring.extraction.reading import read_blocks
from reportedly.authoring.extraction.row import Row
from reportedly.authoring.extraction.rows import rows
from reportedly.authoring.extraction.segment import Block
from reportedly.authoring.extraction.texts.independence import dependent, is_the_same
from reportedly.authoring.extraction.texts.language import is_english
from reportedly.story.story import ArticleParticulars, StoryFile

LONGEST = 250_000
"""Characters of one article; about 40,000 words, and some ten seconds of reading."""
MOST = 26


def extract(story: str, articles: Sequence[RawArticle], model: LanguageModel | Missing) -> Draft:
    """The draft of a story from its raw articles, lettered in the order given.

    Raises:
        Refused: if an article cannot be read, has no date, or there is nothing to compare.
    """
    refuse_articles(articles)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(articles)]
    known = [particulars(a, letter) for a, letter in zip(articles, letters, strict=True)]
    undated = [a.file for a, p in zip(articles, known, strict=True) if not p.dated]
    if undated:
        name = undated[0]
        raise Refused(
            f"{' and '.join(undated)}: no date of publication was found, and relative times such as "
            f"“on Friday” are counted from it; give it with --published {_stem(name)}=2015-11-20, or "
            f"--published {_stem(name)}=unknown."
        )
    read = [
        (letter, *_rows(a, letter, p, model))
        for letter, a, p in zip(letters, articles, known, strict=True)
    ]
    rules_only = isinstance(model, Missing)
    paragraphs = {
        f"{letter}{block.number}": block.text
        for letter, a in zip(letters, articles, strict=True)
        for block in a.blocks
    }
    drafted = aligned(ledger(story, read, rules_only=rules_only), paragraphs)
    notes = tuple(_notes(articles, letters, model))
    about = StoryFile(
        story=story,
        title=_title(articles),
        summary=f"{len(articles)} articles on one event, not yet gone over by a person.",
        articles=tuple(_about(*each) for each in zip(letters, articles, known, strict=True)),
        teacher_note=" ".join(_dependence(articles, letters)) or None,
    )
    texts = tuple((letter, markdown(a.blocks)) for letter, a in zip(letters, articles, strict=True))
    return Draft(about, drafted, texts, notes)


def markdown(blocks: Sequence[Block]) -> str:
    """An article's file: paragraphs with blank lines between, headlines and captions marked."""
    return "\n\n".join(_marked(block) for block in blocks) + "\n"


def _marked(block: Block) -> str:
    if block.kind == "headline":
        return f"# {block.text}"
    if block.kind == "caption":
        return f"Caption: {block.text}"
    return block.text


def _rows(
    article: RawArticle, letter: str, known: Particulars, model: LanguageModel | Missing
) -> tuple[list[Row], Speakers]:
    english = [b for b in article.blocks if is_english(b.text)]
    outlet = known.outlet.is_ if known.outlet.basis != "unknown" else None
    return rows(read_blocks(english, model), letter, known.day, outlet)


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def refuse_articles(articles: Sequence[RawArticle]) -> None:
    """Say what stands in the way of a draft, which costs little beside drawing it.

    Raises:
        Refused: if anything does.
    """
    if len(articles) > MOST:
        raise Refused(
            f"{len(articles)} articles were given; a story takes at most {MOST}: leave some out."
        )
    for article in articles:
        refuse_article(article)
    for n, article in enumerate(articles):
        for other in articles[:n]:
            if is_the_same(article.text, other.text):
                raise Refused(
                    f"{other.file} and {article.file} are the same article, which is no second source; "
                    "leave one out, or bring in another report."
                )
    if len(articles) < 2:
        raise Refused(
            "Only one article was given; bring in at least two reports of the same event, "
            "because who agrees with whom can only be asked of two."
        )


def refuse_article(article: RawArticle) -> None:
    """Say what stands in the way of reading one article.

    Raises:
        Refused: if anything does.
    """
    if not any(c.isalpha() for c in article.text):
        raise Refused(
            f"{article.file} holds no text; put the article's text into it, or leave it out."
        )
    if len(article.text) > LONGEST:
        raise Refused(
            f"{article.file} has {len(article.text):,} characters, and an article may have at most "
            f"{LONGEST:,}; cut it to the article itself."
        )
    if len(article.blocks) > 999:
        raise Refused(
            f"{article.file} has {len(article.blocks):,} paragraphs, and an article may have at most 999; "
            "cut it to the article itself."
        )
    if not is_english(article.text):
        raise Refused(
            f"{article.file} does not read as English, and only English can be read so far; "
            "bring in an English report, or write the ledger by hand."
        )


def _title(articles: Sequence[RawArticle]) -> str:
    headlines = [b.text for a in articles for b in a.blocks[:4] if b.kind == "headline"]
    first = next((b.text for b in articles[0].blocks if b.reports), "")
    return headlines[0] if headlines else " ".join(first.split()[:9]).rstrip(",;:") + " …"


def _about(letter: str, article: RawArticle, known: Particulars) -> ArticleParticulars:
    return ArticleParticulars(
        letter=letter,
        label=f"Article {letter}",
        outlet=known.outlet,
        published=known.published,
        byline=known.byline,
        link=known.link,
    )


def _notes(
    articles: Sequence[RawArticle], letters: str, model: LanguageModel | Missing
) -> list[str]:
    notes = [model.why] if isinstance(model, Missing) else []
    for article in articles:
        foreign = [b.number for b in article.blocks if not is_english(b.text)]
        if foreign:
            where = ", ".join(str(n) for n in foreign[:6])
            notes.append(
                f"{article.file}: paragraph {where} does not read as English and was passed over."
            )
    return [*notes, *_dependence(articles, letters)]


def _dependence(articles: Sequence[RawArticle], letters: str) -> list[str]:
    return [
        f"Articles {letters[m]} and {letters[n]} share {share:.0%} of their wording: one was taken from the "
        "other or both from a third, so what they have in common is one source and not two."
        for m, n, share in dependent([a.text for a in articles])
    ]

"""Stories: the articles, their particulars and the ledger of a folder in content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from reportedly.files.points import without_wild_values
from reportedly.files.reading.parse import parse
from reportedly.files.reading.reports import Finding, Report, in_order
from reportedly.files.reading.source import Opened, Source, check_text, open_text
from reportedly.files.reading.tree import Tree
from reportedly.files.reading.typed import Typed, read_typed
from reportedly.files.stories.ledger_check import conclusion_faults, ledger_faults
from reportedly.quiz.faults import Fault
from reportedly.story.article import Article, read_article
from reportedly.story.ledger import Ledger
from reportedly.story.story import Story, StoryFile

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class StoryReading:
    """A story and what is to be mended in its files.

    Attributes:
        story: None as soon as one fault is an error.
    """

    story: Story | None
    faults: tuple[Report, ...]


def read_story(
    folder: Path, *, name: str | None = None, claims_text: str | None = None
) -> StoryReading:
    """The story in a folder, with everything that is wrong with it.

    Args:
        folder: content/<story>.
        name: What the folder is called in reports; the path as given if left out.
        claims_text: What claims.yaml would say; what it says if left out.
    """
    shown = name or folder.as_posix()
    reports: list[Report] = []
    about = _File.open(folder / "story.yaml", f"{shown}/story.yaml")
    claims_name = f"{shown}/claims.yaml"
    if claims_text is None:
        claims = _File.open(folder / "claims.yaml", claims_name)
    else:
        claims = _File.of(check_text(claims_text, claims_name), claims_name)
    about_typed = about.typed(StoryFile)
    claims_typed = claims.typed(Ledger)
    articles = _articles(folder, shown, reports)
    if about_typed.value is not None:
        about.add(_about_faults(about_typed.value, articles, folder.name))
    if claims_typed.value is not None:
        ledger = claims_typed.value
        claims.add(_named_faults(ledger.story, folder.name))
        claims.add(ledger_faults(ledger, articles))
        if about_typed.value is not None:
            about.add(conclusion_faults(about_typed.value, ledger))
    reports = [*about.reports(), *claims.reports(), *reports]
    if any(r.severity == "error" for r in reports):
        return StoryReading(None, tuple(reports))
    assert about_typed.value is not None  # or there would be a report
    assert claims_typed.value is not None
    return StoryReading(Story(about_typed.value, articles, claims_typed.value), tuple(reports))


@dataclass
class _File:
    """A YAML file that is being read."""

    name: str
    source: Source | None
    tree: Tree | None
    findings: list[Finding]

    @classmethod
    def open(cls, path: Path, name: str) -> _File:
        return cls.of(open_text(path, name), name)

    @classmethod
    def of(cls, opened: Opened, name: str) -> _File:
        tree = parse(opened.source) if opened.source is not None else None
        found = [*opened.findings, *(tree.findings if tree else ())]
        return cls(name, opened.source, tree, found)

    def typed(self, model: type[M]) -> Typed[M]:
        """The file's content as a type; its faults are added."""
        if self.tree is None:
            return Typed(None)
        data, faults = without_wild_values(self.tree.data)
        self.add(iter(faults))
        typed = read_typed(model, data)
        self.findings.extend(typed.findings(self.tree, ()))
        return typed

    def add(self, faults: Iterator[Fault]) -> None:
        """Note faults, each in its place."""
        if self.tree is None:
            return
        for fault in faults:
            finding = self.tree.finding(fault)
            if not self.tree.is_veiled(finding.start):
                self.findings.append(finding)

    def reports(self) -> list[Report]:
        """Everything noted, from the first line to the last."""
        return [f.report(self.source, self.name) for f in in_order(self.findings)]


def _articles(folder: Path, shown: str, reports: list[Report]) -> tuple[Article, ...]:
    """The articles of a folder in the order of their letters; faults are added to the reports."""
    articles = []
    for path in sorted(folder.glob("?.md")):
        text = _text(path, f"{shown}/{path.name}", reports)
        beside = path.with_suffix(".original.txt")
        original = _text(beside, f"{shown}/{beside.name}", reports) if beside.exists() else None
        if text is None:
            continue
        article = read_article(path.stem.upper(), text, original)
        articles.append(article)
        if original is not None:
            _compare(article, original, f"{shown}/{beside.name}", reports)
    return tuple(articles)


def _text(path: Path, name: str, reports: list[Report]) -> str | None:
    opened = open_text(path, name)
    reports.extend(f.report(opened.source, name) for f in opened.findings)
    return opened.source.text if opened.source is not None else None


def _compare(article: Article, original: str, name: str, reports: list[Report]) -> None:
    """An original must be counted as its retelling is, or quotations go astray."""
    blocks = len(read_article(article.letter, original).paragraphs)
    if blocks != len(article.paragraphs):
        finding = Finding(
            0,
            1,
            f"the original has {blocks} paragraphs, its retelling {len(article.paragraphs)}",
            "put a blank line between paragraphs, and none inside one",
        )
        reports.append(finding.report(Source(name, original), name))


def _named_faults(story: str, folder: str) -> Iterator[Fault]:
    if story != folder:
        yield Fault(
            ("story",), f'the story is called "{story}", its folder "{folder}"', f"write {folder}"
        )


def _about_faults(about: StoryFile, articles: tuple[Article, ...], folder: str) -> Iterator[Fault]:
    """What is wrong with story.yaml beside the files that are there."""
    yield from _named_faults(about.story, folder)
    there = {article.letter for article in articles}
    named: set[str] = set()
    for n, particulars in enumerate(about.articles):
        letter = particulars.letter
        if letter in named:
            yield Fault(
                ("articles", n, "letter"), f"the letter {letter} is given twice", "use another"
            )
        elif letter not in there:
            yield Fault(
                ("articles", n, "letter"),
                f"there is no file {letter.lower()}.md beside this one",
                "add the article, or remove the entry",
            )
        named.add(letter)
    for letter in sorted(there - named):
        yield Fault(
            ("articles",),
            f"{letter.lower()}.md is not described",
            f"add an entry `- letter: {letter}`",
        )

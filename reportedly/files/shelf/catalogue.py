"""What the list of quizzes shows, kept beside the answers so that a start need not read the banks.

A start of the server waits longest for reading and checking all banks and for the types that do
it. None of that is needed to list them as long as no file has changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from reportedly.files.shelf.shelf_files import ShelfFiles, stamp
from reportedly.quiz.taxonomy import Skill, SkillText

if TYPE_CHECKING:
    from reportedly.files.shelf.shelf import Shelf, ShelvedBank

_PACKAGE = Path(__file__).parents[2]


@dataclass(frozen=True)
class ListedBank:
    """A quiz in the list.

    Attributes:
        name: The file's name without its ending.
        about: What it is about, as HTML; may be empty.
        questions: How many learners may see.
        skills: The titles of the skills that it trains.
    """

    name: str
    title: str
    about: str
    questions: int
    minutes: int
    ages: str
    skills: tuple[str, ...]


@dataclass(frozen=True)
class ListedStory:
    """A story in the list, with its quizzes; without any it is not listed."""

    name: str
    title: str
    summary: str
    content_note: str
    invented: bool
    banks: tuple[ListedBank, ...]


@dataclass(frozen=True)
class ListedFault:
    """A file that cannot be opened, and why."""

    name: str
    faults: int
    text: str


@dataclass(frozen=True)
class Catalogue:
    """The list of quizzes."""

    stories: tuple[ListedStory, ...]
    faulty: tuple[ListedFault, ...]

    @classmethod
    def of(cls, shelf: Shelf, skills: Mapping[Skill, SkillText]) -> Catalogue:
        """The list of what is on a shelf."""
        stories = []
        for name, story in shelf.stories.items():
            # A bank of drafts alone is still its author's own.
            banks = [b for b in shelf.banks.values() if b.bank.story == name and b.bank.ready]
            about = story.about
            if banks:
                stories.append(
                    ListedStory(
                        name,
                        about.title,
                        about.summary,
                        about.content_note or "",
                        about.invented,
                        tuple(_listed(shelved, skills) for shelved in banks),
                    )
                )
        faulty = (ListedFault(file.name, len(file.reports), file.text()) for file in shelf.faulty)
        return cls(tuple(stories), tuple(faulty))


class Catalogues:
    """The catalogue as the files stand; safe to ask from several threads.

    Args:
        root: Below it lie `content`, `quizzes` and `data`, where the catalogue is kept.
        make: Makes it anew, from the files.
    """

    def __init__(self, root: Path, make: Callable[[], Catalogue]) -> None:
        self._root = root
        self._make = make
        self._turn = Lock()
        self._known: tuple[str, Catalogue] | None = None
        code = (
            path for part in ("story", "quiz", "files") for path in _PACKAGE.glob(f"{part}/**/*.py")
        )
        self._code = stamp(sorted(code))

    def now(self) -> Catalogue:
        """The list of quizzes as the files are now; quick unless one has changed."""
        with self._turn:
            made_from = self._made_from()
            if self._known is None:
                self._known = self._kept()
            if self._known is None or self._known[0] != made_from:
                self._known = (made_from, self._make())
                self._keep(*self._known)
            return self._known[1]

    def _made_from(self) -> str:
        """What a catalogue is made from: files, words for skills, and the code that reads them."""
        words = stamp([self._root / "content" / "skills.yaml"])
        return repr((ShelfFiles.below(self._root).stamp, words, self._code))

    @property
    def _path(self) -> Path:
        return self._root / "data" / "catalogue.json"

    def _kept(self) -> tuple[str, Catalogue] | None:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return found["made_from"], _from_plain(found["catalogue"])
        except (OSError, ValueError, LookupError, TypeError):
            return None  # There is none yet, or another version of this program has written it.

    def _keep(self, made_from: str, catalogue: Catalogue) -> None:
        text = json.dumps({"made_from": made_from, "catalogue": asdict(catalogue)})
        aside = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(exist_ok=True)
            aside.write_text(text, encoding="utf-8")
            aside.replace(self._path)
        except OSError:
            pass  # The next start reads the banks again, as this one did.


def _listed(shelved: ShelvedBank, skills: Mapping[Skill, SkillText]) -> ListedBank:
    # Imported only when the list is made anew.
    from reportedly.files.markdown import to_html

    bank = shelved.bank
    return ListedBank(
        name=shelved.name,
        title=bank.bank,
        about=to_html(bank.about) if bank.about else "",
        questions=len(bank.ready),
        minutes=bank.about_minutes,
        ages=bank.ages or shelved.story.about.ages or "",
        skills=tuple(skills[skill].title for skill in bank.skills),
    )


def _from_plain(plain: dict[str, Any]) -> Catalogue:
    def story(found: dict[str, Any]) -> ListedStory:
        banks = (ListedBank(**{**bank, "skills": tuple(bank["skills"])}) for bank in found["banks"])
        return ListedStory(**{**found, "banks": tuple(banks)})

    return Catalogue(
        tuple(story(found) for found in plain["stories"]),
        tuple(ListedFault(**found) for found in plain["faulty"]),
    )

"""All stories and banks, read again only where a file has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock

from reportedly.files.banks.bank_check import check_bank
from reportedly.files.banks.bank_file import BankReading, read_bank
from reportedly.files.banks.misnamed import misnamed
from reportedly.files.reading.reports import Report
from reportedly.files.shelf.shelf_files import ShelfFiles, Stamp
from reportedly.files.stories.story_file import StoryReading, read_story
from reportedly.quiz.bank import Bank
from reportedly.story.story import Story


@dataclass(frozen=True)
class ShelvedBank:
    """A bank that learners can take.

    Attributes:
        name: The file's name without its ending.
        content: A hash of the file, by which attempts say which wording they were made on.
        text: The file, for those who want to know what is weak in it.
    """

    name: str
    bank: Bank
    story: Story
    content: str
    text: str = field(repr=False)

    @cached_property
    def warnings(self) -> tuple[Report, ...]:
        """What its author may want to mend; looked for when it is first asked for."""
        stories = {self.bank.story: self.story}
        return check_bank(self.text, name=f"quizzes/{self.name}.yaml", stories=stories).faults


@dataclass(frozen=True)
class FaultyFile:
    """A bank or story that cannot be used, and why."""

    name: str
    reports: tuple[Report, ...]

    def text(self) -> str:
        """All reports, as a command line shows them."""
        return "\n".join(report.text for report in self.reports)


@dataclass(frozen=True)
class Shelf:
    """What there is at one moment, by name."""

    stories: Mapping[str, Story]
    banks: Mapping[str, ShelvedBank]
    faulty: tuple[FaultyFile, ...]
    story_warnings: Mapping[str, tuple[Report, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class _ReadBank:
    """A bank's reading and what it was read from."""

    stamp: Stamp
    reading: BankReading
    shelved: ShelvedBank | None


class Library:
    """The folders `quizzes` and `content` below a root; safe to ask from several threads."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = Lock()
        self._stories: dict[str, tuple[Stamp, StoryReading]] = {}
        self._banks: dict[str, _ReadBank] = {}
        self._shelf: tuple[Stamp, Shelf] | None = None

    def shelf(self) -> Shelf:
        """Everything as the files stand now; cheap when nothing has changed."""
        with self._lock:
            files = ShelfFiles.below(self._root)
            if self._shelf is None or self._shelf[0] != files.stamp:
                self._read_stories(files)
                self._read_banks(files)
                self._shelf = (files.stamp, self._arranged(files))
            return self._shelf[1]

    def _read_stories(self, files: ShelfFiles) -> None:
        before, self._stories = self._stories, {}
        for folder in files.folders:
            known, stamp = before.get(folder.name), files.story_stamps[folder.name]
            if known is None or known[0] != stamp:
                known = (stamp, read_story(folder, name=f"content/{folder.name}"))
            self._stories[folder.name] = known

    def _read_banks(self, files: ShelfFiles) -> None:
        before, self._banks = self._banks, {}
        stories = {name: reading.story for name, (_, reading) in self._stories.items()}
        for path in files.banks:
            known = before.get(path.stem)
            # A faulty bank may have named a story that is only there now.
            about = known.reading.bank.story if known and known.reading.bank else None
            stamp = files.stamp_of_bank(path.stem, about)
            if known is None or known.stamp != stamp:
                reading = read_bank(path, name=f"quizzes/{path.name}", stories=stories)
                about = reading.bank.story if reading.bank else None
                stamp = files.stamp_of_bank(path.stem, about)
                known = _ReadBank(stamp, reading, _shelved(path.stem, reading, stories))
            self._banks[path.stem] = known

    def _arranged(self, files: ShelfFiles) -> Shelf:
        stories = {n: r.story for n, (_, r) in self._stories.items() if r.story is not None}
        banks = {}
        faulty = [
            FaultyFile(f"content/{name}", reading.faults)
            for name, (_, reading) in self._stories.items()
            if reading.story is None
        ]
        for name, read in self._banks.items():
            if read.shelved is None:
                faulty.append(FaultyFile(f"quizzes/{name}.yaml", read.reading.faults))
            else:
                banks[name] = read.shelved
        for path in files.misnamed:
            name = f"quizzes/{path.name}"
            faulty.append(FaultyFile(name, (misnamed(name),)))
        warnings = {n: r.faults for n, (_, r) in self._stories.items() if r.story and r.faults}
        return Shelf(stories, banks, tuple(faulty), warnings)


def _shelved(
    name: str, reading: BankReading, stories: Mapping[str, Story | None]
) -> ShelvedBank | None:
    story = stories.get(reading.bank.story) if reading.bank else None
    if reading.bank is None or story is None:
        return None
    text = reading.source.text if reading.source else ""
    return ShelvedBank(name, reading.bank, story, _hash(reading), text)


def _hash(reading: BankReading) -> str:
    return content_of(reading.source.text if reading.source else "")


def content_of(text: str) -> str:
    """The hash by which a bank's wording is known."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

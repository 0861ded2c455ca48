"""Which files make the shelf, and whether any of them has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.files.banks.misnamed import is_misnamed

Stamp = tuple[tuple[str, int, int], ...]
"""Names, times of change and sizes of files: alike as long as nothing was written."""


@dataclass(frozen=True)
class ShelfFiles:
    """The stories and banks below a root at one moment.

    Attributes:
        folders: Of the stories, by name.
        banks: The files of the banks, by name.
        misnamed: Files that look like banks but for the ending of their names.
        story_stamps: Of each story's files, by the folder's name.
        bank_stamps: Of each bank's file, by its name without its ending.
    """

    folders: tuple[Path, ...]
    banks: tuple[Path, ...]
    misnamed: tuple[Path, ...]
    story_stamps: dict[str, Stamp]
    bank_stamps: dict[str, Stamp]

    @classmethod
    def below(cls, root: Path) -> ShelfFiles:
        """What lies in the folders `content` and `quizzes` now."""
        content = root / "content"
        inside = content.iterdir() if content.is_dir() else ()
        folders = sorted(p for p in inside if p.is_dir() and not p.name.startswith("."))
        quizzes = root / "quizzes"
        shown = sorted(quizzes.iterdir()) if quizzes.is_dir() else []
        shown = [path for path in shown if not path.name.startswith(".")]
        banks = [path for path in shown if path.suffix == ".yaml"]
        return cls(
            tuple(folders),
            tuple(banks),
            tuple(path for path in shown if is_misnamed(path) and not path.is_dir()),
            {folder.name: stamp(story_files(folder)) for folder in folders},
            {path.stem: stamp([path]) for path in banks},
        )

    @property
    def stamp(self) -> Stamp:
        """Of all files together."""
        return tuple(
            entry
            for name, own in [*self.story_stamps.items(), *self.bank_stamps.items()]
            for entry in ((name, 0, 0), *own)
        ) + tuple((path.name, 0, 0) for path in self.misnamed)

    def stamp_of_bank(self, name: str, story: str | None) -> Stamp:
        """Of a bank and of what it is checked against: a story, or all where it is not known."""
        if story is not None:
            return self.bank_stamps[name] + self.story_stamps.get(story, ())
        return self.bank_stamps[name] + tuple(e for s in self.story_stamps.values() for e in s)


def story_files(folder: Path) -> list[Path]:
    """The files that make a story, whether or not each is there."""
    articles = sorted([*folder.glob("?.md"), *folder.glob("?.original.txt")])
    return [folder / "story.yaml", folder / "claims.yaml", *articles]


def stamp(paths: Sequence[Path]) -> Stamp:
    """The stamp of files, of which some may be missing."""
    found = []
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            found.append((path.name, -1, -1))
        else:
            found.append((path.name, stat.st_mtime_ns, stat.st_size))
    return tuple(found)

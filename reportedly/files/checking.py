"""Everything that is wrong with the banks and stories somebody names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.files.banks.bank_check import check_bank
from reportedly.files.banks.bank_file import Stories
from reportedly.files.banks.misnamed import is_misnamed, misnamed
from reportedly.files.reading.reports import Report
from reportedly.files.stories.story_file import read_story
from reportedly.files.taxonomy_file import read_skills, read_slips


def checked_in(folder: Path) -> list[Path]:
    """What is checked in a folder: banks, stories, and folders that may hold some.

    A link to a folder is followed only to a story, since it may lead back up.
    """
    return [
        path
        for path in sorted(folder.iterdir())
        if not path.name.startswith(".")
        and (
            path.suffix == ".yaml"
            or is_misnamed(path)
            or (path.is_dir() and (not path.is_symlink() or (path / "story.yaml").exists()))
        )
    ]


def check(paths: Iterable[Path], home: Path) -> tuple[Report, ...]:
    """The faults of all banks and stories below the paths, in the order of the paths.

    Args:
        paths: Banks, stories (a folder with story.yaml), or folders that hold any of them. A bank
            is checked against the folder `content` beside the folder it lies in, else against
            that of `home`.
        home: The folder of app.py.
    """
    checking = Checking(home)
    return tuple(report for path in paths for report in checking.reports(path))


class Checking:
    """Checks one thing after the other, and remembers the stories already read."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._stories: dict[Path, Stories] = {}

    def reports(self, path: Path) -> Iterator[Report]:
        """The faults of whatever stands at a path."""
        if not path.exists():
            yield Report(
                path.as_posix(), 1, 1, "error", "", "there is no such file or folder",
                "check the name, or leave it out to check everything",
            )  # fmt: skip
        elif not path.is_dir():
            yield from self._file(path)
        elif (path / "story.yaml").exists():
            yield from read_story(path).faults
        else:
            known = checked_in(path)
            if not known:
                yield Report(
                    path.as_posix(), 1, 1, "error", "", "this folder holds no bank and no story",
                    "a bank is a file ending in .yaml, a story a folder with story.yaml",
                )  # fmt: skip
            for each in known:
                yield from self.reports(each)

    def _file(self, path: Path) -> Iterable[Report]:
        match path.name:
            case "skills.yaml":
                return read_skills(path).faults
            case "slips.yaml":
                return read_slips(path).faults
            case "story.yaml" | "claims.yaml":
                return read_story(path.parent).faults
        faults = check_bank(path, stories=self.stories_for(path)).faults
        return (misnamed(path.as_posix()), *faults) if is_misnamed(path) else faults

    def content_for(self, bank: Path) -> Path:
        """The folder of those stories."""
        beside = bank.absolute().parent.parent / "content"
        return beside if beside.is_dir() else self._home / "content"

    def stories_for(self, bank: Path) -> Stories:
        """The stories against which a bank is checked."""
        folder = self.content_for(bank)
        if folder not in self._stories:
            self._stories[folder] = {
                story.name: read_story(story).story
                for story in sorted(folder.iterdir() if folder.is_dir() else [])
                if (story / "story.yaml").exists()
            }
        return self._stories[folder]

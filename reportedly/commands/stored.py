"""What a command reads: the shelf and the database of one installation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.files.shelf.shelf import Library, Shelf
from reportedly.files.taxonomy_file import read_skills
from reportedly.quiz.taxonomy import Skill
from reportedly.settings import Settings
from reportedly.store.answers import Answers
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons


@dataclass(frozen=True)
class Stored:
    """An installation, opened for one command."""

    root: Path
    attempts: Attempts
    lessons: Lessons
    answers: Answers

    def shelf(self) -> Shelf:
        """The banks and stories as they are now."""
        return Library(self.root).shelf()

    def skills(self) -> Mapping[Skill, str]:
        """What each skill is called."""
        texts = read_skills(self.root / "content" / "skills.yaml").texts
        named = {text.name: text.title for text in texts}
        return {skill: named.get(skill, skill.value) for skill in Skill}


def opened(environ: Mapping[str, str], root: Path) -> Stored:
    """The installation in a folder. Raises: SettingRefused, StoreError."""
    settings = Settings.from_environment(environ, root)
    attempts = Attempts(connect(settings.database_url))
    return Stored(
        settings.root,
        attempts,
        Lessons(attempts.engine, attempts),
        Answers(attempts.engine),
    )

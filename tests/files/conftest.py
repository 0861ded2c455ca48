"""What the tests of files share; `REPORTEDLY_RENEW=1` writes the expected reports anew."""

import os
from pathlib import Path

import pytest

from reportedly.files.stories.story_file import read_story
from reportedly.story.story import Story

BANKS = Path(__file__).parents[1] / "banks"


@pytest.fixture(scope="session")
def stories() -> dict[str, Story | None]:
    """The stories that the banks of the corpus are about."""
    folders = sorted((BANKS / "story").iterdir())
    return {folder.name: read_story(folder).story for folder in folders}


@pytest.fixture(scope="session")
def renew() -> bool:
    """Whether expected reports are written instead of compared."""
    return os.environ.get("REPORTEDLY_RENEW") == "1"

"""What the tests of the rules share: one rule let loose on a bank."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportedly.authoring.linting.parts import Subject
from reportedly.authoring.linting.registry import rules
from reportedly.quiz.faults import Fault
from reportedly.story.story import Story
from tests.builders import a_bank, a_story

Find = Callable[..., list[Fault]]


@pytest.fixture
def find(request: pytest.FixtureRequest) -> Find:
    """What the rule of the test's file finds: test_key_longest.py is about key-longest."""
    name = Path(request.fspath).stem.removeprefix("test_").replace("_", "-")
    (rule,) = (rule for rule in rules() if rule.name == name)

    def found(*questions: dict[str, Any], story: Story | None = None, **bank: Any) -> list[Fault]:
        return list(rule.find(Subject(a_bank(*questions, **bank), story or a_story())))

    return found

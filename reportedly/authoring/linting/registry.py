"""The rules, as many as there are files for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from reportedly.authoring import lint
from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault

LooksAt = Literal["question", "bank"]


@dataclass(frozen=True)
class Rule:
    """One thing that makes questions weak.

    Attributes:
        name: As authors write it, for example key-longest.
        says: What is weak, in one sentence.
        looks_at: Whether each question is looked at by itself, or all of the bank together.
        find: What it finds in a bank on its story.
    """

    name: str
    says: str
    looks_at: LooksAt
    find: Callable[[Subject], Iterator[Fault]]


@cache
def rule_names() -> tuple[str, ...]:
    """The names of all rules; cheap, since no rule is loaded for it."""
    return tuple(sorted(found.name.replace("_", "-") for found in iter_modules(lint.__path__)))


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    return tuple(_load(name) for name in rule_names())


def _load(name: str) -> Rule:
    module = import_module(f"{lint.__name__}.{name.replace('-', '_')}")
    return Rule(name, (module.__doc__ or "").partition("\n")[0], module.LOOKS_AT, module.find)

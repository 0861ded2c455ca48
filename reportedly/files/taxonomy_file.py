"""What learners read about skills and slips: content/skills.yaml and content/slips.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints

from reportedly.files.reading.parse import parse
from reportedly.files.reading.reports import Finding, Report, in_order
from reportedly.files.reading.source import open_text
from reportedly.files.reading.tree import Tree
from reportedly.files.reading.typed import read_typed
from reportedly.quiz.faults import Fault
from reportedly.quiz.taxonomy import Skill, SkillText, Slip, SlipText

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

T = TypeVar("T")


class _SkillEntry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Skill
    title: _Text
    meaning: _Text
    tip: _Text


class _SlipEntry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Slip
    title: _Text
    meaning: _Text
    fix: _Text


class _SkillsFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    skills: tuple[_SkillEntry, ...]


class _SlipsFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    slips: tuple[_SlipEntry, ...]


@dataclass(frozen=True)
class TextsReading(Generic[T]):
    """The texts in the file's order, and what is to be mended."""

    texts: tuple[T, ...]
    faults: tuple[Report, ...]


def read_skills(path: Path, *, name: str | None = None) -> TextsReading[SkillText]:
    """What learners read about every skill."""
    read, reports = _read(path, name or path.as_posix(), _SkillsFile, "skills", list(Skill))
    entries = read.skills if isinstance(read, _SkillsFile) else ()
    texts = tuple(SkillText(e.name, e.title, e.meaning, e.tip) for e in entries)
    return TextsReading(texts, reports)


def read_slips(path: Path, *, name: str | None = None) -> TextsReading[SlipText]:
    """What learners read about every slip."""
    read, reports = _read(path, name or path.as_posix(), _SlipsFile, "slips", list(Slip))
    entries = read.slips if isinstance(read, _SlipsFile) else ()
    return TextsReading(
        tuple(SlipText(e.name, e.title, e.meaning, e.fix) for e in entries), reports
    )


def _read(
    path: Path,
    name: str,
    model: type[_SkillsFile] | type[_SlipsFile],
    top: str,
    wanted: list[Skill] | list[Slip],
) -> tuple[BaseModel | None, tuple[Report, ...]]:
    opened = open_text(path, name)
    if opened.source is None:
        return None, tuple(f.report(None, name) for f in opened.findings)
    tree = parse(opened.source)
    typed = read_typed(model, tree.data)
    findings = [*opened.findings, *tree.findings, *typed.findings(tree, ())]
    if typed.value is not None:
        entries = [entry.name for entry in getattr(typed.value, top)]
        findings += list(_incomplete(tree, top, list(map(str, entries)), list(map(str, wanted))))
    reports = tuple(f.report(opened.source, name) for f in in_order(findings))
    return typed.value, reports


def _incomplete(tree: Tree, top: str, names: list[str], wanted: list[str]) -> list[Finding]:
    """Names that are written twice or not at all."""
    faults = [
        Fault(
            (top, n, "name"),
            f'"{name}" is described twice (lines {{lines}})',
            "remove one",
            also=((top, names.index(name), "name"), (top, n, "name")),
        )
        for n, name in enumerate(names)
        if names.index(name) < n
    ]
    faults += [
        Fault((top,), f'"{name}" is not described', f"add an entry `- name: {name}`")
        for name in wanted
        if name not in names
    ]
    return [tree.finding(fault) for fault in faults]

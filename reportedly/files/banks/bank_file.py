"""Banks of questions: read with every fault in its place, and written back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reportedly.authoring.linting.registry import rule_names
from reportedly.authoring.linting.running import unknown_rules
from reportedly.files.banks.bank_ids import make_ids
from reportedly.files.banks.bank_writer import write_bank
from reportedly.files.points import without_wild_points
from reportedly.files.reading.fields import KNOWN
from reportedly.files.reading.lookalikes import only_alike
from reportedly.files.reading.lookup import short
from reportedly.files.reading.parse import parse
from reportedly.files.reading.reports import Finding, Report, in_order
from reportedly.files.reading.shapes import kind_of
from reportedly.files.reading.source import Opened, Source, check_text, open_text
from reportedly.files.reading.tree import Tree
from reportedly.files.reading.typed import Typed, read_typed
from reportedly.files.reading.wording import did_you_mean, nearest
from reportedly.quiz.bank import Bank
from reportedly.quiz.evidence import evidence_faults
from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.question import Question
from reportedly.story.story import Story

__all__ = ["BankReading", "read_bank", "write_bank"]

_ID = re.compile(r"""\s*(?:[-–—•][ \t]*)?["']?id["']?[ \t]*:[ \t]*["']?([a-z0-9-]+)["']?,?\s""")

Stories = Mapping[str, Story | None]
"""The stories there are, by name; None for one whose own files are faulty."""


@dataclass(frozen=True)
class BankReading:
    """A bank and what is to be mended in its file.

    Attributes:
        bank: None as soon as one fault is an error.
        faults: From the first line to the last.
        source: None when the file could not be read at all.
    """

    bank: Bank | None
    faults: tuple[Report, ...]
    source: Source | None = None


Look = Callable[[Bank, Story | None], Iterator[Fault]]
"""Finds more in a bank and its story than what keeps the bank from being used."""


@dataclass(frozen=True)
class Looks:
    """What else to look for in a bank.

    Attributes:
        whole: Where nothing is wrong with it.
        partly: Where only some of its questions may have been read.
    """

    whole: Look
    partly: Look


def _no_more(bank: Bank, story: Story | None) -> Iterator[Fault]:
    return iter(())


@dataclass
class _Reading:
    """What is known while a bank is read."""

    tree: Tree
    findings: list[Finding] = field(default_factory=list)
    questions: list[Question | None] = field(default_factory=list)
    aside: list[Place] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, place: Place, found: str, cure: str, *, at_name: bool = False) -> None:
        """Note a fault, unless it was caused by reading on after another."""
        finding = self.tree.finding(Fault(place, found, cure, at_name=at_name))
        if not self.tree.is_veiled(finding.start):
            self.findings.append(finding)


def read_bank(
    bank: Path | str, *, name: str | None = None, stories: Stories | None = None
) -> BankReading:
    """The bank in a file, or in a text, with everything that keeps it from being used as meant.

    Args:
        bank: A path, or the text itself.
        name: What the file is called in reports; the path as given if left out.
        stories: The stories that evidence is checked against; left out, it is not checked.
    """
    return read_and_look(bank, name, stories, Looks(_no_more, _no_more))


def read_and_look(
    bank: Path | str, name: str | None, stories: Stories | None, looks: Looks
) -> BankReading:
    """The same, with what is found by looking at the bank that was read."""
    if isinstance(bank, Path):
        shown = name or bank.as_posix()
        opened = open_text(bank, shown)
    else:
        shown = name or "bank.yaml"
        opened = check_text(bank, shown)
    return _read(opened, shown, stories, looks)


def _read(opened: Opened, shown: str, stories: Stories | None, looks: Looks) -> BankReading:
    if opened.source is None:
        return BankReading(None, tuple(f.report(None, shown) for f in opened.findings))
    tree = parse(opened.source)
    reading = _Reading(tree, [*opened.findings, *tree.findings])
    bank = _bank(reading, stories, looks)
    findings = in_order(reading.findings)
    starts = _question_starts(reading) if findings else []
    names = ["", *reading.names, ""]
    reports = tuple(
        f.report(opened.source, shown, names[bisect_right(starts, f.start)] if starts else "")
        for f in findings
    )
    if any(report.severity == "error" for report in reports):
        bank = None
    return BankReading(bank, reports, opened.source)


def _question_starts(reading: _Reading) -> list[int]:
    """Where the line of each question's dash begins, and last where the questions end."""
    tree = reading.tree
    if not reading.names:
        return []
    starts = []
    for n in range(len(reading.names)):
        start = tree.begins(("questions", n))
        starts.append(tree.text.rfind("\n", 0, start) + 1)
    end = len(tree.text) if tree.offsets else tree.whole(("questions",))[1]
    is_last = not tree.text[end:].strip()  # what is missing at the end is missing in a question
    return [*starts, max(end + is_last, starts[-1] + 1)]


def _bank(reading: _Reading, stories: Stories | None, looks: Looks) -> Bank | None:
    """The bank, as far as it can be read; what is wrong is added to the reading."""
    data = reading.tree.data
    if not isinstance(data, dict):
        reading.add(
            (),
            "this is not a bank",
            "begin with the lines `bank: ...`, `story: ...` and `questions:`",
        )
        return None
    head = dict(data)
    listed = head.get("questions")
    if isinstance(listed, list):
        head["questions"] = []
    typed = read_typed(Bank, head)
    reading.findings.extend(_head_findings(reading, typed))
    if isinstance(listed, list):
        _questions(reading, listed)
    bank = typed.value or _stand_in(head)
    is_named = all(fault.place != ("story",) for fault, _ in typed.faults)
    story = _story(reading, bank, stories) if is_named else None
    is_sound = all(finding.severity == "warning" for finding in reading.findings)
    _check(reading, bank, story, looks.whole if is_sound else looks.partly)
    if typed.value is None or None in reading.questions:
        return None
    return typed.value.model_copy(update={"questions": tuple(reading.questions)})


def _head_findings(reading: _Reading, typed: Typed[Bank]) -> list[Finding]:
    tree = reading.tree
    return [
        finding
        for finding in typed.findings(tree, ())
        if not (tree.damaged and finding.found.startswith('the field "'))
    ]


def _stand_in(head: dict[str, Any]) -> Bank:
    """A bank whose questions can be checked although its head is faulty."""
    story = head.get("story")
    return Bank.model_construct(
        bank="", story=story if isinstance(story, str) else "", questions=()
    )


def _questions(reading: _Reading, listed: list[Any]) -> None:
    ids = make_ids(listed)
    for n, entry in enumerate(listed):
        place: Place = ("questions", n)
        given = entry.get("id") if isinstance(entry, dict) else None
        is_veiled = reading.tree.is_veiled(reading.tree.span((*place, "id"))[0])
        if not isinstance(given, str) or not given.strip() or is_veiled:
            given = _id_of_lost(reading, n)
        reading.names.append(short(given, 40) if given else f"question {n + 1}")
        reading.questions.append(_question(reading, place, entry, ids[n]))


def _id_of_lost(reading: _Reading, n: int) -> str:
    """The id of a question that could not be read, if it stands near its beginning."""
    tree = reading.tree
    if not tree.offsets:
        return ""
    start = tree.begins(("questions", n))
    found = _ID.match(tree.text, start)
    return found[1] if found else ""


def _question(reading: _Reading, place: Place, entry: Any, name: str) -> Question | None:
    if not isinstance(entry, dict):
        found = "a question needs fields"
        reading.add(place, found, "write `- kind: ...` and below it `ask: ...`")
        return None
    model = _kind(reading, place, entry)
    if model is None:
        return None
    entry, faults = without_wild_points(entry)
    for fault in faults:
        reading.add((*place, *fault.place), fault.found, fault.cure)
    entry["kind"] = entry["kind"].strip()
    entry.setdefault("id", name)
    typed = read_typed(model, entry)
    reading.findings.extend(typed.findings(reading.tree, place))
    reading.aside.extend((*place, *aside) for aside in typed.aside)
    return typed.value or _with_stand_ins(model, entry, typed)


def _kind(reading: _Reading, place: Place, entry: dict[str, Any]) -> type[Question] | None:
    """The type of a question's kind."""
    if "kind" not in entry:
        like = next((k for k in entry if k not in KNOWN and nearest(k, ["kind"])), None)
        if like is not None:
            found = f'unknown field "{like}", did you mean "kind"?'
            cure = f"write kind{only_alike(like, 'kind')}"
            reading.add((*place, like), found, cure, at_name=True)
        elif not reading.tree.is_damaged(*reading.tree.whole(place)):
            listed = ", ".join(KINDS)
            cure = f"add a line `kind: ...` with one of: {listed}"
            reading.add(place, 'the field "kind" is missing', cure)
        return None
    if not isinstance(entry["kind"], str):
        found = f'"kind" is {kind_of(entry["kind"])}, where one word is needed'
        reading.add((*place, "kind"), found, f"write one of: {', '.join(KINDS)}")
        return None
    kind = entry["kind"].strip()
    model = KINDS.get(kind)
    if model is None:
        question, cure = did_you_mean(kind, list(KINDS))
        found = f'unknown kind "{short(kind)}"{question}' if kind else '"kind" is empty'
        reading.add((*place, "kind"), found, cure)
    return model


def _with_stand_ins(
    model: type[Question], entry: dict[str, Any], typed: Typed[Any]
) -> Question | None:
    """The question with `id` and `ask` made up, if they are all that is wrong."""
    wrong = {fault.place[:1] or ("ask",) for fault, _ in typed.faults}
    if not wrong <= {("ask",), ("id",), *((aside[0],) for aside in typed.aside)}:
        return None
    entry = {k: v for k, v in entry.items() if (k,) not in wrong} | {"id": "x", "ask": "x"}
    return read_typed(model, entry).value


def _story(reading: _Reading, bank: Bank, stories: Stories | None) -> Story | None:
    if stories is None or not bank.story:
        return None
    if bank.story not in stories:
        question, cure = did_you_mean(bank.story, list(stories))
        found = f'there is no story "{short(bank.story)}" in content{question}'
        reading.add(("story",), found, cure if stories else "add its folder to content")
        return None
    story = stories[bank.story]
    if story is None:
        found = f'the story "{bank.story}" has faults of its own'
        reading.add(("story",), found, f"mend the files in content/{bank.story} first")
    return story


def _check(reading: _Reading, bank: Bank, story: Story | None, look: Look) -> None:
    """Add what is wrong with the questions that could be read."""
    read = [n for n, question in enumerate(reading.questions) if question is not None]
    known = bank.model_copy(update={"questions": tuple(reading.questions[n] for n in read)})
    data = reading.tree.data
    listed = data.get("questions") if isinstance(data, dict) else None
    for fault in (*_faults(known, story, empty=listed == []), *look(known, story)):
        place = fault.place
        if place[:1] == ("questions",) and len(place) > 1 and isinstance(place[1], int):
            fault = _renumbered(fault, read)
            if reading.tree.is_damaged(*reading.tree.whole(fault.place[:2])):
                continue
        if any(fault.place[: len(aside)] == aside for aside in reading.aside):
            continue
        finding = reading.tree.finding(fault)
        if not any(reading.tree.is_veiled(i) for i in (finding.start, *finding.also)):
            reading.findings.append(finding)


def _faults(bank: Bank, story: Story | None, *, empty: bool) -> Iterator[Fault]:
    for fault in bank.faults():
        if fault.place != ("questions",) or empty:
            yield fault
    if story is not None:
        yield from evidence_faults(bank, story)
    for place, name in unknown_rules(bank):
        question, cure = did_you_mean(name, rule_names())
        yield Fault(place, f'there is no rule "{short(name)}"{question}', cure, at_name=True)


def _renumbered(fault: Fault, read: list[int]) -> Fault:
    """The fault with the question's number in the file instead of among those read."""

    def moved(place: Place) -> Place:
        return ("questions", read[int(place[1])], *place[2:])

    also = tuple(moved(place) for place in fault.also)
    return replace(fault, place=moved(fault.place), also=also)

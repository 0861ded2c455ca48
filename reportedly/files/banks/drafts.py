"""A bank of drafts as a file: made, and made again around what people have written in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.authoring.origin import question_of
from reportedly.authoring.regenerating import Plan, Step, plan
from reportedly.files.banks.bank_file import read_bank
from reportedly.files.banks.bank_names import bank_path
from reportedly.files.banks.bank_writer import MODELINE, write_bank, write_question
from reportedly.files.editing.plain import same
from reportedly.files.editing.questions import insert_question
from reportedly.files.editing.rows import Listed, Rows, rows_of
from reportedly.files.editing.sheet import MARK, CannotEdit, Sheet
from reportedly.files.editing.values import add_field, set_value
from reportedly.files.reading.wording import did_you_mean
from reportedly.files.saving import CannotSave, Saved, load, save
from reportedly.files.stories.story_file import read_story
from reportedly.quiz.bank import Bank
from reportedly.story.story import Story

_HEAD = """\
# Drafts from the ledger. A draft is shown to nobody until it says `status: ready`.
# Edit, move or remove what you like: `python -m reportedly generate` keeps it so.
"""
_REMARK = re.compile(r"^\s*#|\s#\s", re.MULTILINE)


class DraftingRefused(Exception):
    """No drafts could be made; every file is as it was. The text tells a person why."""


@dataclass(frozen=True)
class Drafting:
    """What drafting would make of a bank, nothing of which is written yet.

    Attributes:
        name: The bank's.
        text: What the bank would say.
        loaded: What its file says now; None if there is none.
    """

    plan: Plan
    name: str
    path: Path
    text: str
    loaded: Saved | None

    @property
    def is_new(self) -> bool:
        """Whether there is anything to write."""
        return self.loaded is None or self.text != self.loaded.text


def drafting(root: Path, story: str, bank: str | None, seed: int) -> Drafting:
    """What would change if a story's drafts were written into a bank, new or there already.

    Args:
        root: The folder that holds `content` and `quizzes`.
        story: The name of the story's folder.
        bank: The bank's name; `<story>-drafts` if left out.
        seed: Varies the wording.

    Raises: DraftingRefused: with a sentence.
    """
    known = _story(root, story)
    name = bank or f"{known.slug}-drafts"
    try:
        path = bank_path(root / "quizzes", name)
        loaded = load(path) if path.exists() else None
        planned, text = (
            new_drafts(known, seed) if loaded is None else drafts_again(loaded.text, known, seed)
        )
    except (CannotSave, CannotEdit) as fault:
        raise DraftingRefused(str(fault)) from fault
    if not text:
        raise DraftingRefused(
            f"No question can be drawn from content/{story}/claims.yaml yet. Blueprints need "
            "claims with speakers, figures, dates or what is not said, that are sure or that a "
            "person has accepted."
        )
    return Drafting(planned, name, path, text, loaded)


def draft_bank(
    root: Path, story: str, bank: str | None, seed: int, *, dry_run: bool
) -> tuple[Plan, Path]:
    """Write a story's drafts into a bank, new or there already, or only see what would change.

    Args:
        root: The folder that holds `content` and `quizzes`.
        story: The name of the story's folder.
        bank: The bank's name; `<story>-drafts` if left out.
        seed: Varies the wording.
        dry_run: Write nothing.

    Raises: DraftingRefused: with a sentence; nothing is written then.
    """
    found = drafting(root, story, bank, seed)
    if found.is_new and not dry_run:
        try:
            found.path.parent.mkdir(exist_ok=True)
            save(found.path, found.text, found.loaded.hash if found.loaded else None)
        except CannotSave as fault:
            raise DraftingRefused(str(fault)) from fault
    return found.plan, found.path


def _story(root: Path, name: str) -> Story:
    folders = sorted(p.name for p in (root / "content").glob("*") if p.is_dir())
    # Looked up among the folders there are, so that no name leads out of `content`.
    if name not in folders:
        question, cure = did_you_mean(name, folders)
        told = question or f"; {cure}."
        raise DraftingRefused(f'there is no story "{name}" in content{told}')
    reading = read_story(root / "content" / name, name=f"content/{name}")
    if reading.story is None:
        faults = "\n".join(fault.text for fault in reading.faults)
        raise DraftingRefused(f"the story has faults; mend these first:\n{faults}")
    return reading.story


def new_drafts(story: Story, seed: int) -> tuple[Plan, str]:
    """What is drawn from a ledger, and the text of a bank with it.

    The text is empty where nothing can be drawn.
    """
    planned = plan(story, seed)
    questions = tuple(question_of(step.draft) for step in planned.steps if step.draft is not None)
    if not questions:
        return planned, ""
    bank = Bank.model_validate(
        {
            "bank": f"Drafts: {story.about.title}",
            "story": story.slug,
            "tags": story.about.tags,
            "questions": questions,
            "drafted": planned.drafted,
        }
    )
    return planned, write_bank(bank).replace(f"{MODELINE}\n", f"{MODELINE}\n{_HEAD}", 1)


def drafts_again(text: str, story: Story, seed: int) -> tuple[Plan, str]:
    """What generating again does to a bank of drafts, and its text afterwards.

    What a person has written stays as it is, to the last byte.

    Raises: CannotEdit: with a sentence, if the bank cannot be read or there is no sure place for a
        change.
    """
    reading = read_bank(text)
    if reading.bank is None:
        first = next(fault for fault in reading.faults if fault.severity == "error")
        raise CannotEdit(
            f"The bank has a fault in line {first.line} ({first.message}); mend that first."
        )
    if reading.bank.story != story.slug:
        raise CannotEdit(
            f"The bank is about the story {reading.bank.story}, not about {story.slug}."
        )
    mark = MARK if text.startswith(MARK) else ""
    sheet = Sheet.of(text.removeprefix(MARK))
    listed = sheet.data.get("questions")
    rows = rows_of(sheet, sheet.spot(("questions",)).node)
    if isinstance(rows, Listed) or not isinstance(listed, list):
        raise CannotEdit("The questions stand in brackets; write each on lines of its own first.")
    ids = [question.id for question in reading.bank.questions]
    blocks = [sheet.text[low:high] for low, high in rows.spans]
    remarked = {name for name, block in zip(ids, blocks, strict=True) if _REMARK.search(block)}
    planned = plan(story, seed, reading.bank.questions, reading.bank.drafted, remarked)
    if planned.count("removed") == len(ids) and not planned.count("added"):
        raise CannotEdit("The ledger gives no draft any more; the bank is left as it is.")
    made = _with_steps(sheet, rows, ids, planned.steps) if planned.changes_anything else sheet.text
    made = _with_list(made, planned.drafted)
    _check(made, sheet, planned, ids)
    return planned, mark + made


def _with_steps(sheet: Sheet, rows: Rows, ids: Sequence[str], steps: Sequence[Step]) -> str:
    """The text with drafts renewed, removed and added."""
    by_id = {step.id: step for step in steps}
    blocks = [sheet.text[low:high] for low, high in rows.spans]
    gaps = [sheet.text[rows.spans[n][1] : rows.spans[n + 1][0]] for n in range(len(rows.spans) - 1)]
    for n, name in enumerate(ids):
        step = by_id.get(name)
        if step is not None and step.what == "renewed":
            blocks[n] = _renewed(sheet, rows, blocks[n], step)
    added = [_block(sheet, rows, step) for step in steps if step.what == "added"]
    for n, name in enumerate(ids):
        step = by_id.get(name)
        if step is not None and step.what == "removed":
            blocks[n] = ""
            # With the empty lines on one side, so that two gaps do not become one wide gap.
            if n < len(gaps) and not gaps[n].strip():
                gaps[n] = ""
            elif n and not gaps[n - 1].strip():
                gaps[n - 1] = ""
    last = max((n for n, block in enumerate(blocks) if block), default=-1)
    for n in range(max(last, 0), len(gaps)):
        gaps[n] = gaps[n] if gaps[n].strip() else ""
    low, high = rows.spans[0][0], rows.spans[-1][1]
    body = "".join(part for pair in zip(blocks, [*gaps, ""], strict=True) for part in pair)
    if added:
        blank = rows.blank_between()
        between = sheet.eol * (1 if blank is None else blank)
        lead = " " * rows.column
        if last < 0:
            body, added = added[0], added[1:]
        elif not body.endswith(("\r", "\n")):
            body += sheet.eol
        body += "".join(between + lead + block for block in added)
    return sheet.text[:low] + body + sheet.text[high:]


def _renewed(sheet: Sheet, rows: Rows, block: str, step: Step) -> str:
    """A question's lines with what has changed in it, and its remarks where they were."""
    assert step.draft is not None
    data = Sheet.of(write_question(question_of(step.draft))).data
    head = f"questions:{sheet.eol}"
    lead = " " * rows.column
    whole = set_value(f"{head}{lead}{block}", ("questions", 0), data)
    return whole.removeprefix(head + lead)


def _block(sheet: Sheet, rows: Rows, step: Step) -> str:
    """A new question's lines in the manner of the bank's last one."""
    assert step.draft is not None
    low, high = rows.spans[-1]
    lead = " " * rows.column
    last = f"questions:{sheet.eol}{lead}{sheet.text[low:high].rstrip()}{sheet.eol}"
    whole = insert_question(last, 1, write_question(question_of(step.draft)))
    return whole.removeprefix(last).lstrip("\r\n").removeprefix(lead)


def _with_list(text: str, drafted: Sequence[str]) -> str:
    """The text with the list of all drafts ever made."""
    if "drafted" not in Sheet.of(text).data:
        return add_field(text, (), "drafted", list(drafted))
    return set_value(text, ("drafted",), list(drafted))


def _check(text: str, old: Sheet, planned: Plan, ids: Sequence[str]) -> None:
    """See that the text says what it should: what was kept as it was, and all that is new."""
    by_id = {step.id: step for step in planned.steps}
    expected = []
    for name, question in zip(ids, old.data["questions"], strict=True):
        step = by_id.get(name)
        if step is None or step.what not in ("renewed", "removed"):
            expected.append(question)
        elif step.draft is not None:
            expected.append(Sheet.of(write_question(question_of(step.draft))).data)
    for step in planned.steps:
        if step.what == "added" and step.draft is not None:
            expected.append(Sheet.of(write_question(question_of(step.draft))).data)
    if not same(Sheet.of(text).data["questions"], expected):
        raise CannotEdit

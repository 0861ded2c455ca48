"""python -m reportedly report: what questions are worth, and what classes showed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.classroom.codes import read_code
from reportedly.settings import SettingRefused
from reportedly.store.errors import StoreError

if TYPE_CHECKING:
    from reportedly.commands.stored import Stored
    from reportedly.files.exporting import Table
    from reportedly.files.shelf.shelf import Shelf, ShelvedBank

HOME = Path(__file__).parents[2]


class _Reports(click.Group):
    """`report CODE` stands for `report class CODE`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and read_code(args[0]):
            args = ["class", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Reports)
def report() -> None:
    """Say what the questions of a bank are worth, or what classes showed."""


def _files(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that write a file, hands over what is stored, and tells faults plainly."""

    @click.option("--csv", "csv", type=click.Path(path_type=Path), help="A file to write as CSV.")
    @click.option("--xlsx", "xlsx", type=click.Path(path_type=Path), help="A workbook to write.")
    @wraps(command)
    def told(*args: Any, **options: Any) -> None:
        # Imported with the first report, as is reckoning: other commands start at once.
        from reportedly.commands.stored import opened
        from reportedly.files.saving import CannotSave

        try:
            command(opened(os.environ, HOME), *args, **options)
        except (StoreError, SettingRefused, CannotSave) as fault:
            raise click.ClickException(str(fault)) from fault

    return told


@report.command()
@click.argument("bank")
@_files
def questions(stored: Stored, bank: str, csv: Path | None, xlsx: Path | None) -> None:
    """Say how hard each question of BANK is and whether it tells learners apart.

    BANK is a file of the folder quizzes, with or without its ending. Counted is each learner's
    first answer to a question, in solo attempts and in classes alike.
    """
    from reportedly.commands.question_lines import in_lines
    from reportedly.reports.frame import together
    from reportedly.reports.items import figures_of
    from reportedly.reports.tables import figures_table

    shelved = _shelved(stored.shelf(), bank)
    classes = [kept for kept in stored.lessons.all() if kept.bank == shelved.name]
    alone = stored.answers.of_bank(shelved.name)
    rows = together([alone, stored.answers.of_lessons(classes)])
    if not len(rows):
        raise click.ClickException(
            f"nobody has answered {shelved.name} yet; answers to a test count once it is finished."
        )
    editions = stored.attempts.editions({*rows["edition"].unique(), *rows["marked_by"].unique()})
    figures = figures_of(rows, shelved.bank, editions)
    _write(csv, xlsx, {"Questions": figures_table(shelved.bank, figures)})
    for line in in_lines(shelved.bank, shelved.name, figures):
        click.echo(line)
    _say_written(csv, xlsx)


@report.command("class")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@_files
def class_(stored: Stored, codes: tuple[str, ...], csv: Path | None, xlsx: Path | None) -> None:
    """Say what one class showed, or several together; CODE is a join code.

    The CSV has the figures of the questions; the workbook also each answer, with the names.
    """
    from reportedly.commands.class_lines import gather, in_lines, tables

    found = []
    for code in dict.fromkeys(read_code(code) or code for code in codes):
        try:
            found.append(stored.lessons.by_code(code))
        except StoreError as fault:
            raise click.ClickException(f"{code}: {fault}") from fault
    classes = [gather(stored, kept) for kept in found]
    if not any(each.votes for each in classes):
        raise click.ClickException("nobody has answered in this class yet.")
    kept = tables(stored, classes)
    _write(csv, xlsx, kept)
    for line in in_lines(stored, classes):
        click.echo(line)
    _say_written(csv, xlsx)


def _shelved(shelf: Shelf, written: str) -> ShelvedBank:
    """The bank of a name. Raises: ClickException: with what was found and the cure."""
    from reportedly.files.reading.wording import nearest

    name = Path(written).name.removesuffix(".yaml")
    if name in shelf.banks:
        return shelf.banks[name]
    for file in shelf.faulty:
        if file.name == f"quizzes/{name}.yaml":
            raise click.ClickException(
                f"{file.name} cannot be opened; python -m reportedly check {file.name} says why."
            )
    like = nearest(name, list(shelf.banks))
    known = ", ".join(shelf.banks) or "none"
    cure = f'did you mean "{like}"?' if like else f"the banks are: {known}."
    raise click.ClickException(f'there is no bank "{name}" in quizzes; {cure}')


def _write(csv: Path | None, xlsx: Path | None, tables: Mapping[str, Table]) -> None:
    """Writes the files asked for, each whole or not at all. Raises: CannotSave."""
    from reportedly.files.exporting import as_csv, as_workbook
    from reportedly.files.saving import CannotSave, save_new

    files = {}
    if csv is not None:
        files[csv] = as_csv(tables["Questions"])
    if xlsx is not None:
        files[xlsx] = as_workbook(tables)
    for path, content in files.items():
        try:
            save_new(path, content)
        except CannotSave as fault:
            raise CannotSave(f"{path}: {fault}") from fault


def _say_written(*paths: Path | None) -> None:
    for path in paths:
        if path is not None:
            click.echo(f"Wrote {path}.")

"""The command line: python -m reportedly."""

from __future__ import annotations

import json
import os
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from reportedly.settings import SettingRefused, Settings
from reportedly.store.errors import StoreError

HOME = Path(__file__).parent.parent


@click.group()
def main() -> None:
    """Reportedly: check banks and content, and look after what is stored."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def check(paths: tuple[Path, ...], form: str) -> None:
    """Say what is wrong in banks and stories, all of it at once.

    PATHS are banks, stories or folders; left out, everything in quizzes and content. Ends with 1
    when there is an error; warnings alone end with 0.
    """
    # Reading YAML is not needed by the other commands, which should start at once.
    from reportedly.files.checking import check as checked

    shown = paths or tuple(Path(os.path.relpath(HOME / name)) for name in ("content", "quizzes"))
    reports = checked(shown, HOME)
    errors = sum(report.severity == "error" for report in reports)
    if form == "json":
        click.echo(json.dumps([report.plain for report in reports], indent=2, ensure_ascii=False))
    else:
        for report in reports:
            click.echo(report.text)
        warnings = len(reports) - errors
        click.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}.".capitalize())
    sys.exit(1 if errors else 0)


def _count(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


@main.command()
def schema() -> None:
    """Write quizzes/bank.schema.json, by which editors complete and explain a bank."""
    from reportedly.files.schema import schema_text

    target = HOME / "quizzes" / "bank.schema.json"
    target.write_text(schema_text(), encoding="utf-8")
    click.echo(f"Wrote {os.path.relpath(target)}.")


@main.command()
@click.option("--older-than", metavar="DAYSd", required=True, help="For example 30d.")
def forget(older_than: str) -> None:
    """Delete attempts that nobody has touched for some days."""
    from reportedly.store.attempts import Attempts
    from reportedly.store.database import connect

    days = re.fullmatch(r"(\d{1,5})d", older_than)
    if days is None:
        raise click.ClickException(
            f'"{older_than}" is not a number of days; write for example 30d.'
        )
    try:
        settings = Settings.from_environment(os.environ, HOME)
        cutoff = datetime.now(UTC) - timedelta(days=int(days[1]))
        deleted = Attempts(connect(settings.database_url)).forget_older_than(cutoff)
    except (StoreError, SettingRefused) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"Deleted {_count(deleted, 'row')}.")


if __name__ == "__main__":
    # The name that the help shows, however it was started.
    main(prog_name="python -m reportedly")

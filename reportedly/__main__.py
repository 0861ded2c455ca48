"""The command line: python -m reportedly."""

from __future__ import annotations

import gc
import json
import os
import re
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.classroom.codes import read_code
from reportedly.commands.report import report
from reportedly.settings import SettingRefused, Settings, has_sign_in_service
from reportedly.store.errors import StoreError

if TYPE_CHECKING:
    from reportedly.files.reading.reports import Report

HOME = Path(__file__).parent.parent


@click.group()
def main() -> None:
    """Reportedly: check banks and content, and look after what is stored."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--watch", is_flag=True, help="Go on, and say what each save changes, until Ctrl-C.")
def check(paths: tuple[Path, ...], form: str, watch: bool) -> None:
    """Say what is wrong in banks and stories, all of it at once.

    PATHS are banks, stories or folders; left out, everything in quizzes and content. Ends with 1
    when there is an error; warnings alone end with 0.
    """
    # Reading YAML is not needed by the other commands, which should start at once.
    from reportedly.files.checking import check as checked

    shown = paths or tuple(Path(os.path.relpath(HOME / name)) for name in ("content", "quizzes"))
    if watch:
        _watch(shown)
        return
    reports = checked(shown, HOME)
    errors = sum(report.severity == "error" for report in reports)
    if form == "json":
        click.echo(json.dumps([report.plain for report in reports], indent=2, ensure_ascii=False))
    else:
        for report in reports:
            click.echo(report.text)
        click.echo(_summary(reports))
    sys.exit(1 if errors else 0)


def _summary(reports: Sequence[Report]) -> str:
    errors = sum(report.severity == "error" for report in reports)
    warnings = len(reports) - errors
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}.".capitalize()


def _watch(paths: tuple[Path, ...]) -> None:
    """Say what each save changes, until somebody presses Ctrl-C."""
    from reportedly.files.watching import Watch

    # Thousands of small values that all stay alive: looking for rubbish among them takes as long
    # as reading them.
    gc.disable()
    try:
        watch = Watch(paths, HOME)
        for report in watch.reports:
            click.echo(report.text)
        click.echo(f"{_summary(watch.reports)} Watching; Ctrl-C ends it.")
        while True:
            news = watch.look() or watch.look_closer()
            for each in news:
                for report in each.new:
                    click.echo(report.text)
                mended = f"{each.mended} mended. " if each.mended else ""
                click.echo(f"{each.file}: {mended}{_summary(each.left)}")
            if news:
                gc.collect()
            time.sleep(_BETWEEN_LOOKS)
    except KeyboardInterrupt:
        click.echo()
    finally:
        gc.enable()


_BETWEEN_LOOKS = 0.05  # seconds


def _count(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


@main.command()
@click.argument("story")
@click.option("--bank", metavar="NAME", help="The bank in quizzes; by default STORY-drafts.")
@click.option("--seed", type=int, default=1, show_default=True, help="Varies the wording.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
def generate(story: str, bank: str | None, seed: int, dry_run: bool) -> None:
    """Draw draft questions from the ledger of STORY, a folder of content.

    Again after the ledger has changed: untouched drafts are renewed, edited ones are kept, and
    flagged where their claims have changed; dropped ones stay dropped. Nothing is shown to learners
    until its status is ready.
    """
    from reportedly.files.banks.drafts import DraftingRefused, draft_bank

    try:
        planned, path = draft_bank(HOME, story, bank, seed, dry_run=dry_run)
    except DraftingRefused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    for step in planned.steps:
        if step.what not in ("unchanged", "dropped"):
            click.echo(step.text)
    click.echo(planned.summary)
    shown = os.path.relpath(path)
    if not planned.changes_anything:
        click.echo(f"{shown} is as the ledger gives it.")
    else:
        click.echo(f"A dry run: {shown} was not written." if dry_run else f"Wrote {shown}.")


@main.command()
def schema() -> None:
    """Write quizzes/bank.schema.json, by which editors complete and explain a bank."""
    from reportedly.files.format.schema import schema_text

    target = HOME / "quizzes" / "bank.schema.json"
    target.write_text(schema_text(), encoding="utf-8")
    click.echo(f"Wrote {os.path.relpath(target)}.")


@main.command()
@click.option("--older-than", metavar="DAYSd", help="For example 30d.")
@click.option("--lesson", metavar="CODE", help="The join code of a class.")
def forget(older_than: str | None, lesson: str | None) -> None:
    """Delete a class, or attempts, classes and studies that nobody has touched for some days."""
    from reportedly.store.attempts import Attempts
    from reportedly.store.database import connect
    from reportedly.store.lessons import Lessons
    from reportedly.store.studies.kept import Studies

    if (older_than is None) == (lesson is None):
        raise click.ClickException("say either --older-than, for example 30d, or --lesson CODE.")
    days = re.fullmatch(r"(\d{1,5})d", older_than or "0d")
    if days is None:
        raise click.ClickException(
            f'"{older_than}" is not a number of days; write for example 30d.'
        )
    try:
        settings = Settings.from_environment(os.environ, HOME)
        attempts = Attempts(connect(settings.database_url))
        lessons = Lessons(attempts.engine, attempts)
        if lesson is not None:
            deleted = lessons.delete(lessons.by_code(read_code(lesson) or lesson).id)
        else:
            cutoff = datetime.now(UTC) - timedelta(days=int(days[1]))
            deleted = attempts.forget_older_than(cutoff) + lessons.forget_older_than(cutoff)
            deleted += Studies(attempts.engine, attempts).forget_older_than(cutoff)
    except (StoreError, SettingRefused) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"Deleted {_count(deleted, 'row')}.")


main.add_command(report)


@main.command()
def passphrase() -> None:
    """Make a new passphrase for instructors, and end every sign-in with the one before."""
    from reportedly.credentials import hashed, new_passphrase
    from reportedly.store.database import connect
    from reportedly.store.instructors import Instructors

    if has_sign_in_service(HOME):
        raise click.ClickException(
            "instructors sign in by the service in .streamlit/secrets.toml, so no passphrase is "
            "used; to use one, take [auth] out of that file."
        )
    words = new_passphrase()
    try:
        settings = Settings.from_environment(os.environ, HOME)
        Instructors(connect(settings.database_url)).set_passphrase(hashed(words), datetime.now(UTC))
    except (StoreError, SettingRefused) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"The new passphrase: {words}")
    click.echo("Instructors sign in with it at /sign-in of the app. It is shown only now.")


@main.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--story", "name", required=True, help="The new story's name: content/NAME.")
@click.option(
    "--published",
    multiple=True,
    metavar="ARTICLE=DATE",
    help="The day an article came out, for example b=2015-11-20, or b=unknown. Repeatable.",
)
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=HOME / "content",
    help="The folder of stories; left out, that of the app.",
)
def extract(
    articles: tuple[Path, ...], name: str, published: tuple[str, ...], content: Path
) -> None:
    """Draft a story from raw articles: numbered paragraphs, particulars and a ledger.

    ARTICLES are .txt, .md or .html files with reports of one event; the first becomes article A.
    Every claim of the draft awaits a person's review. Nothing is fetched.
    """
    # Only this command needs the language model, which takes a second to load.
    from reportedly.authoring.extraction.article import Refused
    from reportedly.authoring.extraction.engines.language_model import installed_model
    from reportedly.authoring.extraction.extract import extract as extracted
    from reportedly.files.stories.article_import import read_raw_article
    from reportedly.files.stories.publication_dates import publication_dates
    from reportedly.files.stories.story_writer import refuse_story_name, write_story

    try:
        refuse_story_name(content, name)
        dates = publication_dates(published, [path.name for path in articles])
        raw = [
            read_raw_article(path, published=date)
            for path, date in zip(articles, dates, strict=True)
        ]
        draft = extracted(name, raw, installed_model())
        folder = write_story(content, name, draft)
    except Refused as refused:
        raise click.ClickException(str(refused)) from refused
    for note in draft.notes:
        click.echo(f"Note: {note}")
    unsure = sum(claim.confidence == "low" for claim in draft.ledger.claims)
    click.echo(
        f"Wrote {os.path.relpath(folder)}: {_count(len(draft.ledger.claims), 'claim')} to review, "
        f"{unsure} of them unsure."
    )


if __name__ == "__main__":
    # The name that the help shows, however it was started.
    main(prog_name="python -m reportedly")

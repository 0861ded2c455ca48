"""What instructors look back on: lessons held and a study done, by classes that are made up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from secrets import randbits, token_hex

from reportedly.classroom.lesson import Pacing
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds.choice import ChoosingQuestion
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Kept, Lessons
from reportedly.store.studies import kept as studies
from reportedly.study.forms import parallel_forms
from reportedly.study.traits import traits_of, usable
from tests.browser.running import Running
from tests.classroom.attending import keep, votes_of_a_class
from tests.live.lessons.classroom import begin_lesson, move
from tests.store.studies.having import a_class_did, a_plan


def lesson_held(
    running: Running, bank: str, asked: list[str], *, learners: int = 14, seed: int = 1
) -> Kept:
    """A lesson that is over, of a class that voted twice on each of these questions."""
    kept = begin_lesson(running, bank, questions=asked, pacing=Pacing.SELF)
    move(running, kept, "start")
    engine = connect(f"sqlite:///{running.database}")
    try:
        edition = Lessons(engine, Attempts(engine)).edition(kept.edition)
        votes = votes_of_a_class(
            edition, asked, learners=learners, rounds=2, seed=seed, seats=kept.code
        )
        keep(engine, kept, votes)
    finally:
        engine.dispose()
    move(running, kept, "end")
    return kept


def study_done(running: Running, bank: str, *, size: int = 4, learners: int = 12) -> studies.Kept:
    """A study on a bank of which a class has done both parts."""
    shelved = Library(running.folder).shelf().banks[bank]
    # Those that `a_class_did` can answer: with one option.
    questions = [q for q in usable([shelved.bank]) if isinstance(q, ChoosingQuestion)]
    traits = tuple(traits_of(question) for question in questions)
    engine = connect(f"sqlite:///{running.database}")
    then = datetime.now(UTC) - timedelta(hours=2)
    try:
        store = studies.Studies(engine, Attempts(engine))
        plan = a_plan(title="Spring", banks=(bank,), forms=parallel_forms(traits, size, seed=1))
        kept = store.begin(
            plan,
            Edition.of(shelved.bank, shelved.story),
            None,
            id=token_hex(6),
            made_by="Ada",
            seed=randbits(32),
            now=then,
        )
        a_class_did(store, kept, learners, now=then)
    finally:
        engine.dispose()
    return kept

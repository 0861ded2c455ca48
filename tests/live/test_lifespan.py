"""What the server does by itself: old attempts go, new ones stay."""

from datetime import timedelta

from reportedly.live.lifespan import forget_before
from reportedly.settings import Settings
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons
from reportedly.store.studies.kept import Studies
from reportedly.store.studies.taking import join
from tests.builders import NOON, an_edition
from tests.store.lessons_kept import begin as begin_class
from tests.store.studies.having import begin as begin_study


def test_attempts_older_than_the_retention_are_deleted(tmp_path):
    settings = Settings.from_environment({"REPORTEDLY_RETENTION_DAYS": "30"}, tmp_path)
    engine = connect(settings.database_url)
    attempts = Attempts(engine)
    for name, age in (("old", 31), ("new", 29)):
        attempts.begin(
            id=name,
            learner="learner-1",
            bank="lantern-walk",
            edition=an_edition(),
            mode="practice",
            asks_certainty=False,
            seed=1,
            questions=("who-says",),
            now=NOON - timedelta(days=age),
        )

    forget_before(settings, NOON)

    assert [left.id for left in attempts.unfinished("learner-1")] == ["new"]
    engine.dispose()


def test_classes_older_than_the_retention_are_deleted_too(tmp_path):
    settings = Settings.from_environment({"REPORTEDLY_RETENTION_DAYS": "30"}, tmp_path)
    engine = connect(settings.database_url)
    lessons = Lessons(engine, Attempts(engine))
    for age in (31, 29):
        begin_class(lessons, host=f"{age} days ago", now=NOON - timedelta(days=age))

    forget_before(settings, NOON)

    assert [left.host for left in lessons.all()] == ["29 days ago"]
    engine.dispose()


def test_studies_older_than_the_retention_are_deleted_with_who_took_part(tmp_path):
    settings = Settings.from_environment({"REPORTEDLY_RETENTION_DAYS": "30"}, tmp_path)
    engine = connect(settings.database_url)
    studies = Studies(engine, Attempts(engine))
    for age in (31, 29):
        then = NOON - timedelta(days=age)
        kept = begin_study(studies, id=f"{age} days ago", now=then)
        join(studies, kept.id, "learner-1", then)

    forget_before(settings, NOON)

    assert [left.id for left in studies.all()] == ["29 days ago"]
    engine.dispose()

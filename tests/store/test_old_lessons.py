"""Lessons that were begun before something about them could be chosen."""

import json

import pytest
from sqlalchemy import select, update

from reportedly.store.attempts import Attempts
from reportedly.store.database import transaction
from reportedly.store.lessons import Lessons
from reportedly.store.tables import lesson
from tests.classroom.playing import a_plan
from tests.store.lessons_kept import begin


@pytest.mark.parametrize("field", ["group"])
def test_a_lesson_from_before_a_choice_is_read_as_if_it_had_been_left_open(engine, field):
    kept = begin(Lessons(engine, Attempts(engine)), a_plan())
    with transaction(engine) as connection:
        content = json.loads(connection.execute(select(lesson.c.content)).scalar_one())
        del content["plan"][field]
        connection.execute(update(lesson).values(content=json.dumps(content)))
    assert Lessons(engine, Attempts(engine)).by_id(kept.id).lesson == kept.lesson

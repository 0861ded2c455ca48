"""Lessons in the database: each answer once, only while it counts, and gone when deleted."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from reportedly.classroom import answering
from reportedly.classroom.lesson import Names, Pacing, Phase
from reportedly.classroom.moves import Do, Move, MoveRefused
from reportedly.classroom.seats import NameRefused, PersonalTime
from reportedly.store import seating
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect, reading
from reportedly.store.errors import DatabaseBusy, DiskFull, NoSuchEdition
from reportedly.store.lessons import Lessons, NoSuchLesson
from reportedly.store.notices import MISSED, listen
from reportedly.store.seating import LessonOver, NameTaken, SentOut
from reportedly.store.voting import GONE, own_votes, stored_votes, votes
from tests.builders import NOON, an_edition, an_open_question, chose, later, wrote
from tests.classroom.playing import a_homework, a_plan
from tests.store.beginning import begin as begin_attempt
from tests.store.lessons_kept import answer, begin, join, sent, started
from tests.store.test_forgetting import found_in


@pytest.fixture
def lessons(engine) -> Lessons:
    return Lessons(engine, Attempts(engine))


def test_a_lesson_comes_back_as_it_was_begun(lessons, engine):
    plan = a_homework(names=Names.LIST, asks_certainty=True, tries=3)
    kept = begin(lessons, plan)
    afresh = Lessons(engine, Attempts(engine))
    assert afresh.by_code(kept.code) == kept
    assert afresh.by_id(kept.id).lesson.plan == plan
    assert afresh.edition(kept.edition).question("one")


def test_two_lessons_never_share_a_code(lessons):
    assert begin(lessons, seed=5).code != begin(lessons, seed=5).code


def test_an_unknown_code_is_said_to_be_unknown(lessons):
    with pytest.raises(NoSuchLesson, match="check it against the screen"):
        lessons.by_code("NOSUCH")


def test_a_move_is_kept_and_raises_the_revision(lessons):
    kept = started(lessons)
    assert (kept.lesson.phase, kept.revision) == (Phase.OPEN, 2)
    assert lessons.by_id(kept.id).lesson == kept.lesson


def test_a_move_that_does_not_fit_changes_nothing(lessons):
    kept = begin(lessons)
    with pytest.raises(MoveRefused):
        lessons.move(kept.id, Move(Do.REVEAL), NOON)
    assert lessons.by_id(kept.id) == kept


def test_a_second_press_on_a_slow_line_goes_no_step_further(lessons):
    kept = started(lessons)
    for _ in range(2):
        after = lessons.move(kept.id, Move(Do.REVEAL), NOON, seen=kept.revision)
    assert after.lesson.phase is Phase.REVEALED
    after = lessons.move(kept.id, Move(Do.NEXT), NOON, seen=kept.revision)
    assert after.lesson.question == "one", "it looked at an older revision"


def test_two_hosts_pressing_at_once_make_one_step(lessons, elsewhere):
    kept = started(lessons)
    both = (lessons, Lessons(elsewhere, Attempts(elsewhere)))
    with ThreadPoolExecutor(2) as threads:
        list(
            threads.map(
                lambda one: one.move(kept.id, Move(Do.SKIP), NOON, seen=kept.revision), both
            )
        )
    assert lessons.by_id(kept.id).lesson.position == 1


# --- seats --------------------------------------------------------------------------------------


def test_a_browser_that_joins_again_gets_its_own_seat_back(lessons):
    kept = begin(lessons)
    first = join(lessons, kept, token="mine")
    assert join(lessons, kept, "Other", token="mine") == first
    assert seating.find(lessons, kept.id, "mine") == first
    assert seating.find(lessons, kept.id, "another") is None
    assert seating.arrivals(lessons, kept.id) == 1


def test_a_name_is_had_once_whatever_its_capitals(lessons):
    kept = begin(lessons)
    join(lessons, kept, "Zoë")
    with pytest.raises(NameTaken, match="take another"):
        join(lessons, kept, "ZOË")
    assert join(lessons, begin(lessons), "Zoë").name == "Zoë", "in another lesson it is free"


def test_the_policy_for_names_is_the_lessons_and_not_the_browsers(lessons):
    free, drawn = begin(lessons), begin(lessons, a_plan(names=Names.LIST))
    anonymous = begin(lessons, a_plan(names=Names.ANONYMOUS))
    with pytest.raises(NameRefused):
        join(lessons, free, "")
    assert join(lessons, drawn, "Mallory").name != "Mallory"
    assert join(lessons, anonymous, "Mallory").name is None


def test_who_was_sent_out_does_not_come_back_with_a_new_token_until_let_in(lessons):
    kept = begin(lessons)
    seat = join(lessons, kept, client="browser")
    lessons.move(kept.id, Move(Do.KICK, seat=seat.id), NOON)
    with pytest.raises(SentOut):
        join(lessons, kept, "Again", client="browser")
    lessons.move(kept.id, Move(Do.READMIT, seat=seat.id), NOON)
    assert join(lessons, kept, "Again", client="browser")


def test_nobody_joins_a_lesson_that_is_over(lessons):
    kept = started(lessons)
    lessons.move(kept.id, Move(Do.END), NOON)
    with pytest.raises(LessonOver):
        join(lessons, kept)


def test_sixty_join_at_once_and_all_have_a_seat_of_their_own(lessons, elsewhere):
    kept = begin(lessons, a_plan(names=Names.LIST))
    other = Lessons(elsewhere, Attempts(elsewhere))
    with ThreadPoolExecutor(8) as threads:
        seats = list(threads.map(lambda n: join(lessons if n % 2 else other, kept), range(60)))
    assert len({seat.name for seat in seats}) == 60
    assert len(seating.all_seats(lessons, kept.id)) == 60


def test_personal_time_is_the_seats_own(lessons):
    kept = begin(lessons)
    seat = seating.set_time(lessons, join(lessons, kept, token="mine"), PersonalTime.TWICE)
    assert seating.find(lessons, kept.id, "mine") == seat


def test_who_wants_to_be_left_out_of_the_standings_is_until_it_changes_its_mind(lessons):
    kept = begin(lessons, a_plan(standings=True))
    seat = join(lessons, kept, token="mine")
    assert not seat.unlisted
    out = seating.set_unlisted(lessons, kept, seat, True)
    assert seating.find(lessons, kept.id, "mine") == out
    assert out.unlisted
    assert not seating.set_unlisted(lessons, kept, out, False).unlisted


# --- answers ------------------------------------------------------------------------------------


def test_an_answer_sent_five_times_is_one_row_and_one_receipt(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    one = sent(kept, seat)
    outcomes = answer(lessons, one, one) + [answer(lessons, one)[0] for _ in range(3)]
    assert {outcome.stored for outcome in outcomes} == {outcomes[0].stored}
    assert [outcome.is_new for outcome in outcomes] == [True, False, False, False, False]
    assert len(votes(lessons, kept.id)) == 1


def test_while_the_vote_is_open_the_later_answer_counts_whatever_comes_late(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    answer(lessons, sent(kept, seat, chose(1)))
    answer(lessons, sent(kept, seat, chose(0), number=2))
    (late,) = answer(lessons, sent(kept, seat, chose(1), number=1))
    assert late.stored.vote.response == chose(0)
    assert [vote.response for vote in votes(lessons, kept.id)] == [chose(0)]


def test_an_answer_that_does_not_count_is_refused_with_the_reason(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    lessons.move(kept.id, Move(Do.REVEAL), NOON)
    (outcome,) = answer(lessons, sent(kept, seat))
    assert (outcome.stored, outcome.refusal) == (None, answering.SHOWN)
    assert votes(lessons, kept.id) == []


def test_answers_of_two_lessons_in_one_commit_stay_apart(lessons):
    one, two = started(lessons), started(lessons)
    a, b = join(lessons, one), join(lessons, two)
    answer(lessons, sent(one, a, chose(0)), sent(two, b, chose(1)))
    assert [vote.seat for vote in votes(lessons, one.id)] == [a.id]
    assert [vote.response for vote in votes(lessons, two.id, "one")] == [chose(1)]


def test_a_second_vote_leaves_the_first_as_it_was(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    answer(lessons, sent(kept, seat, chose(1)))
    for do in (Do.DISCUSS, Do.VOTE_AGAIN):
        lessons.move(kept.id, Move(do), NOON)
    answer(lessons, sent(kept, seat, chose(0), round=2))
    own = own_votes(lessons, kept, seat)
    assert own["one", 1].vote.response == chose(1)
    assert own["one", 2].vote.response == chose(0)


def test_on_ones_own_the_first_answer_stays(lessons):
    kept = started(lessons, a_plan(pacing=Pacing.SELF))
    seat = join(lessons, kept)
    answer(lessons, sent(kept, seat, chose(1)))
    (again,) = answer(lessons, sent(kept, seat, chose(0), number=2))
    assert again.stored.vote.response == chose(1)


def test_lessons_follow_their_bank_to_another_name(lessons, engine):
    kept, other = begin(lessons), begin(lessons, bank="harbour-clock")
    Attempts(engine).rename("lantern-walk", "lanterns")
    assert lessons.by_id(kept.id).bank == "lanterns"
    assert lessons.by_id(other.id).bank == "harbour-clock"


def test_a_written_answer_gets_its_level_once_the_levels_were_shown(lessons):
    edition = an_edition(an_open_question("one"))
    kept = started(lessons, a_plan(questions=("one",)), edition=edition)
    seat = join(lessons, kept)
    (first,) = answer(lessons, sent(kept, seat, wrote("Who counted?", 0)))
    assert first.stored.vote.response == wrote("Who counted?"), "no level unseen"
    lessons.move(kept.id, Move(Do.REVEAL), NOON)
    (changed,) = answer(lessons, sent(kept, seat, wrote("Other words", 0), number=2))
    assert changed.refusal == answering.SHOWN
    (level,) = answer(lessons, sent(kept, seat, wrote("Who counted?", 1), number=2))
    assert level.stored.vote.response == wrote("Who counted?", 1)


def test_another_try_at_a_homework_is_another_round_and_there_are_not_more_than_allowed(lessons):
    kept = begin(lessons, a_homework(tries=2))
    seat = join(lessons, kept)
    answer(lessons, sent(kept, seat))
    again = seating.next_try(lessons, kept, seat)
    assert again.round == 2
    assert seating.next_try(lessons, kept, again) == again
    (outcome,) = answer(lessons, sent(kept, again, chose(1), round=2))
    assert outcome.is_new


def test_how_much_time_was_left_is_kept_only_where_speed_counts(lessons):
    for plan, left in ((a_plan(seconds=60), None), (a_plan(seconds=60, speed_points=True), 75)):
        kept = started(lessons, plan)
        answer(lessons, sent(kept, join(lessons, kept), at=later(seconds=15)))
        (stored,) = stored_votes(lessons, kept.id)
        assert stored.time_left == left


def test_answers_given_at_two_servers_are_counted_together(lessons, elsewhere):
    kept = started(lessons)
    seats = [join(lessons, kept, f"Learner {n}") for n in range(40)]
    other = Lessons(elsewhere, Attempts(elsewhere))
    with ThreadPoolExecutor(8) as threads:
        both = [(lessons, s) for s in seats] + [(other, s) for s in seats]
        list(threads.map(lambda pair: answer(pair[0], sent(kept, pair[1])), both))
    assert len(votes(lessons, kept.id)) == 40


def test_a_locked_database_refuses_aloud_and_stores_nothing(tmp_path):
    url = f"sqlite:///{tmp_path / 'answers.sqlite3'}"
    engine, other = connect(url, busy_seconds=0.1), connect(url)
    lessons = Lessons(engine, Attempts(engine))
    kept = started(lessons)
    seat = join(lessons, kept)
    with other.connect() as holding:
        holding.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy, match="try again"):
            answer(lessons, sent(kept, seat))
        holding.exec_driver_sql("ROLLBACK")
    assert votes(lessons, kept.id) == []
    engine.dispose()
    other.dispose()


def test_a_full_disk_refuses_aloud_and_the_answer_can_be_sent_again(sqlite_file):
    engine = connect(f"sqlite:///{sqlite_file}")
    lessons = Lessons(engine, Attempts(engine))
    kept = started(lessons)
    seats = [join(lessons, kept, f"Learner {n}") for n in range(200)]
    with reading(engine) as connection:  # LIFO: the same connection is used again
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    long = [sent(kept, seat, wrote("x" * 500)) for seat in seats]
    with pytest.raises(DiskFull, match="Nothing new can be stored"):
        answer(lessons, *long)
    assert votes(lessons, kept.id) == [], "all of a commit or nothing"
    with reading(engine) as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    assert all(outcome.is_new for outcome in answer(lessons, *long))
    engine.dispose()


# --- afterwards ---------------------------------------------------------------------------------


def test_after_deleting_a_lesson_its_names_are_nowhere_in_the_files(sqlite_file):
    engine = connect(f"sqlite:///{sqlite_file}")
    lessons = Lessons(engine, Attempts(engine))
    kept, other = started(lessons), started(lessons)
    for n in range(80):
        seat = join(lessons, kept, f"Zebulon {n}")
        answer(lessons, sent(kept, seat))
    join(lessons, other, "Miriam")
    assert found_in(sqlite_file.parent, "Zebulon")

    assert lessons.delete(kept.id) == 161

    assert found_in(sqlite_file.parent, "Zebulon") == 0
    assert found_in(sqlite_file.parent, "Miriam") > 0
    with pytest.raises(NoSuchLesson):
        lessons.by_code(kept.code)
    engine.dispose()


def test_after_thirty_days_a_lesson_is_gone_and_its_names_are_nowhere_in_the_files(sqlite_file):
    engine = connect(f"sqlite:///{sqlite_file}")
    lessons = Lessons(engine, Attempts(engine))
    kept = started(lessons)
    for n in range(40):
        answer(lessons, sent(kept, join(lessons, kept, f"Zebulon {n}")))
    lessons.forget_older_than(later(days=29) - timedelta(days=30))
    assert found_in(sqlite_file.parent, "Zebulon")

    lessons.forget_older_than(later(days=30, seconds=1) - timedelta(days=30))

    assert found_in(sqlite_file.parent, "Zebulon") == 0
    with pytest.raises(NoSuchLesson):
        lessons.by_id(kept.id)
    engine.dispose()


def test_an_answer_to_a_deleted_lesson_is_refused_aloud(lessons):
    kept = started(lessons)
    seat = join(lessons, kept)
    lessons.delete(kept.id)
    assert [outcome.refusal for outcome in answer(lessons, sent(kept, seat))] == [GONE]


def test_lessons_delete_themselves_when_nothing_has_happened_for_long(lessons):
    old, answered = started(lessons), started(lessons)
    awaited = begin(lessons, a_plan(pacing=Pacing.HOMEWORK, deadline=later(days=40)))
    seat = join(lessons, answered)
    answer(lessons, sent(answered, seat, at=later(seconds=1)))
    cutoff = later(seconds=1)
    lessons.forget_older_than(cutoff)
    assert {kept.id for kept in lessons.all()} == {answered.id, awaited.id}
    with pytest.raises(NoSuchLesson):
        lessons.by_id(old.id)


def test_an_edition_stays_while_a_lesson_or_an_attempt_needs_it(lessons, engine):
    kept = begin(lessons)
    attempts = Attempts(engine)
    begin_attempt(attempts, edition=an_edition())
    attempts.forget("learner-1")
    afresh = Lessons(engine, Attempts(engine))
    assert afresh.edition(kept.edition)
    lessons.delete(kept.id)
    with pytest.raises(NoSuchEdition):
        Attempts(engine).edition(kept.edition)


def test_who_hosts_and_keeps_the_time_is_noted_without_a_new_revision(lessons):
    kept = started(lessons)
    lessons.note(later(seconds=9), hosted=[kept.id], timed=[kept.id])
    assert lessons.news([kept.id, "gone"]) == {kept.id: (kept.revision, later(seconds=9))}
    assert lessons.by_id(kept.id) == replace(
        kept, host_seen_at=later(seconds=9), alive_at=later(seconds=9)
    )


def test_what_happens_at_one_server_is_told_to_the_other(lessons, elsewhere):
    if elsewhere.dialect.name == "sqlite":
        pytest.skip("SQLite serves one server, which knows by itself")
    heard = listen(elsewhere)
    assert next(heard) == ("", MISSED)
    kept = started(lessons)
    seat = join(lessons, kept)
    answer(lessons, sent(kept, seat))
    told = [notice for notice in (next(heard) for _ in range(6)) if notice]
    heard.close()
    assert told == [(kept.id, "moved"), (kept.id, "joined"), (kept.id, "answered")]

"""The class report's page: which lessons, what is said of them, and what is not."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from reportedly.classroom.lesson import Names, Pacing
from reportedly.classroom.moves import Do, Move
from reportedly.store.database import transaction
from reportedly.store.tables import edition as edition_table
from tests.builders import NOON, a_question, a_statement, an_edition, later
from tests.classroom.attending import keep, votes_of_a_class
from tests.classroom.playing import a_plan
from tests.store.lessons_kept import begin

EDITION = an_edition(*(a_question(f"q{n}") for n in range(4)), a_statement("true", "is-it"),
                     a_statement("false", "or-not"))  # fmt: skip
ASKED = tuple(question.id for question in EDITION.bank.questions)


def a_lesson(lessons, *moves, learners=12, edition=EDITION, now=NOON, rounds=1, seed=1, **plan):
    """A lesson that is over, with the answers of a class."""
    plan = a_plan(**{"questions": ASKED, "pacing": Pacing.SELF, "asks_certainty": True, **plan})
    kept = begin(lessons, plan, edition=edition, now=now)
    if plan.pacing is not Pacing.HOMEWORK:  # which is open from the start
        kept = lessons.move(kept.id, Move(Do.START), now)
    votes = votes_of_a_class(
        edition, plan.questions, learners=learners, rounds=rounds, seed=seed, seats=kept.code
    )
    keep(lessons.engine, kept, votes)
    for move in moves:
        kept = lessons.move(kept.id, move, now)
    return lessons.move(kept.id, Move(Do.END), now)


def words(app):
    """All that the page says, drawings included."""
    assert not app.exception
    kinds = ("title", "header", "subheader", "markdown", "caption", "warning", "error")
    said = [element.value for kind in kinds for element in getattr(app, kind)]
    drawn = [html.proto.body for html in app.get("html")]
    return "\n".join([*said, *(html for html in drawn if "<style>" not in html)])


def test_learners_get_nothing_of_it(visit, lessons):
    kept = a_lesson(lessons)
    said = words(visit("class-report", lesson=kept.code))
    assert "This page is for instructors." in said
    assert "right" not in said


def test_before_the_first_class_and_the_first_answer_it_says_so(as_ann, lessons):
    app = as_ann("class-report")
    assert "No class has been held yet" in words(app)
    a_lesson(lessons, learners=0)
    said = words(app.run())
    assert "Nobody has answered a question that counts yet" in said
    assert "%" not in said


def test_a_lesson_is_told_in_charts_and_sentences_without_a_name(as_ann, lessons):
    kept = a_lesson(lessons, rounds=2)
    said = words(as_ann("class-report", lesson=kept.code))
    for part in (
        "12 learners",
        "95 % interval",
        "Discernment d′",
        "Claimed too much",
        "Trusted too little",
        "How sure, and how right",
        "Who is speaking",
        "Became right",
        "Worth going back to",
        "40 lanterns",  # the words that decide, in their paragraph
    ):
        assert part in said, part
    assert "Name of" not in said
    assert kept.code + "-" not in said


def test_of_a_class_that_was_led_what_did_not_count_is_left_out_and_named(as_ann, lessons):
    void = Move(Do.VOID, question="q0")
    kept = a_lesson(lessons, void, pacing=Pacing.LIVE, asks_certainty=False)
    said = words(as_ann("class-report", lesson=kept.code))
    assert "1 question taken out of the count" in said
    assert "60 first answers" in said


def unreadable(lessons, kept):
    with transaction(lessons.engine) as connection:
        chosen = update(edition_table).where(edition_table.c.key == kept.edition)
        connection.execute(chosen.values(content='{"of": "another version"}'))


def test_a_lesson_whose_questions_cannot_be_read_is_left_out_aloud(as_ann, lessons):
    old = a_lesson(lessons, edition=an_edition(*(a_question(q) for q in ASKED)))
    a_lesson(lessons)
    unreadable(lessons, old)
    said = words(as_ann("class-report", lesson=old.code))
    assert "is left out: its questions were kept by another version" in said
    assert "first answers" not in said
    app = as_ann("class-report")
    app.segmented_control(key="report-of").set_value("Several lessons").run()
    app.multiselect(key="report-lessons").set_value([k.code for k in lessons.all()]).run()
    said = words(app)
    assert "is left out" in said
    assert "12 learners" in said


def test_several_lessons_are_pooled_and_nobody_is_followed(as_ann, lessons):
    first, second = a_lesson(lessons, learners=4), a_lesson(lessons, learners=4, seed=2)
    app = as_ann("class-report", lesson=first.code)
    said = words(app)
    assert "Fewer than 5 learners" in said
    assert "%" not in said
    app.segmented_control(key="report-of").set_value("Several lessons").run()
    app.multiselect(key="report-lessons").set_value([first.code, second.code]).run()
    said = words(app)
    assert "8 learners" in said
    assert "2 lessons pooled" in said


def test_a_group_is_taken_between_two_days(as_ann, lessons):
    a_lesson(lessons)
    app = as_ann("class-report")
    app.segmented_control(key="report-of").set_value("A group over a term").run()
    assert "A group is named where a class is set up" in words(app)
    for day, group in ((0, "9b"), (7, "9b"), (30, "9b"), (7, "9c")):
        a_lesson(lessons, learners=6, seed=day, now=later(days=day), group=group)
    app.run()
    assert app.selectbox(key="report-group").options == ["9b", "9c"]
    assert "18 learners" in words(app)
    until = (NOON + timedelta(days=7)).date()
    app.date_input(key="report-until-9b").set_value(until).run()
    assert "12 learners" in words(app)
    app.date_input(key="report-from-9b").set_value(until + timedelta(days=1)).run()
    assert "No lesson of this group was begun between these days" in words(app)


def test_two_lessons_stand_side_by_side_and_a_changed_question_is_flagged(as_ann, lessons):
    changed = an_edition(
        *(a_question(f"q{n}") for n in range(3)),
        a_question("q3", ask="Who says that 41 lanterns were lit?"),
        a_statement("true", "is-it"), a_statement("false", "or-not"),
    )  # fmt: skip
    first = a_lesson(lessons)
    second = a_lesson(lessons, edition=changed, now=later(days=7), seed=2)
    app = as_ann("class-report", lesson=second.code)
    app.selectbox(key="report-other").select(first.code).run()
    said = words(app)
    assert "Changed between the two: not compared" in said
    assert "All 5 that can be compared" in said
    assert "Both classes, over the questions that can be compared" in said
    assert "“Who says that 40 lanterns were lit?” is now “Who says that 41 lanterns" in said


def test_learners_who_may_need_help_have_no_name_until_it_is_asked_for(as_ann, lessons):
    edition = an_edition(*(a_question(f"q{n}") for n in range(40)))
    asked = tuple(question.id for question in edition.bank.questions)
    kept = a_lesson(lessons, edition=edition, questions=asked, learners=20)
    app = as_ann("class-report", lesson=kept.code)
    said = words(app)
    assert "clearly less right than the class" in said
    assert "Learner " in said
    assert "Name of" not in said
    app.checkbox(key="report-names").check().run()
    assert "Name of" in words(app)


def test_of_a_homework_without_names_nothing_is_said_of_single_learners(as_ann, lessons):
    edition = an_edition(*(a_question(f"q{n}") for n in range(40)))
    asked = tuple(question.id for question in edition.bank.questions)
    plan = {"questions": asked, "names": Names.ANONYMOUS, "pacing": Pacing.HOMEWORK}
    kept = a_lesson(lessons, edition=edition, learners=20, deadline=later(days=2), **plan)
    said = words(as_ann("class-report", lesson=kept.code))
    assert "20 learners" in said
    assert "nothing is said of single learners" in said
    assert "Learner " not in said


def test_a_lesson_gets_the_group_that_was_chosen_for_it(as_ann, lessons):
    a_lesson(lessons, learners=0, group="9b in spring")
    app = as_ann("host")
    app.selectbox(key="class-bank").select("two-questions").run()
    app.selectbox(key="class-group").select("9b in spring").run()
    app.button(key="class-start").click().run()
    assert not app.exception
    assert [kept.lesson.plan.group for kept in lessons.all()] == ["9b in spring"] * 2

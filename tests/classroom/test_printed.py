"""What a lesson showed, on paper."""

import re
from html import unescape

from reportedly.classroom.lesson import Pacing
from reportedly.classroom.moves import Do, Move, advance
from reportedly.classroom.printed import Held, lesson_html
from reportedly.classroom.record import record
from reportedly.files.markdown import to_html
from tests.builders import NOON, a_question, an_edition, an_open_question, chose, wrote
from tests.classroom.playing import a_plan, a_vote, played

EDITION = an_edition(a_question("one"), an_open_question("two"))
PLAN = a_plan(questions=("one", "two"))
LESSON = played(Do.START, Do.CLOSE, Do.VOTE_AGAIN, Do.REVEAL, Do.END, plan=PLAN)


def printed(votes, lesson=LESSON, pacing=Pacing.LIVE):
    html = lesson_html(
        Held("Lanterns & more", pacing, "1 May 2024"),
        record(lesson, EDITION, votes),
        EDITION,
        to_html,
    )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def a_class(size, right, round=1):
    return [a_vote(f"s{n}", chose(0 if n < right else 1), round=round) for n in range(size)]


def test_both_votes_stand_side_by_side_with_shares_explanation_and_paragraph():
    text = printed(a_class(20, 8) + a_class(18, 15, round=2))
    assert "Lanterns & more 1 May 2024" in text
    assert "First vote 20 answers 40 % right Second vote 18 answers 83 % right" in text
    assert "The organiser (right) 8 (40 %) 15 (83 %) Nobody 12 (60 %) 3 (17 %)" in text
    assert "Right: The organiser" in text
    assert "Look for the name beside the number." in text
    assert 'A2 The organiser said " 40 lanterns " were lit.' in text


def test_how_fewer_than_five_voted_is_not_told():
    text = printed(a_class(4, 1))
    assert "4 learners" in text
    assert "Fewer than 5 learners answered, so no more is told." in text
    assert "%" not in text
    assert "%" in printed(a_class(5, 1))


def test_a_second_vote_of_few_is_left_out_beside_a_first_of_many():
    text = printed(a_class(20, 8) + a_class(4, 4, round=2))
    assert "First vote 20 answers" in text
    assert "Second vote" not in text


def test_a_second_vote_is_the_second_also_where_nobody_gave_a_first():
    text = printed(a_class(20, 8, round=2))
    assert "Second vote 20 answers" in text
    assert "First vote" not in text


def test_few_learners_are_a_reason_for_care():
    assert "Fewer than 15 learners answered: take the figures with care." in printed(a_class(14, 7))
    assert "with care" not in printed(a_class(15, 7))


def test_a_question_that_was_taken_out_is_told_as_such():
    voided = advance(LESSON, Move(Do.VOID, question="one"), NOON)
    assert "Taken out: it does not count." in printed(a_class(20, 8), voided)


def test_what_learners_wrote_is_counted_and_not_shown():
    lesson = played(Do.START, Do.END, plan=a_plan(questions=("two",), pacing=Pacing.SELF))
    votes = [a_vote(f"s{n}", wrote("My own words", n % 3), question="two") for n in range(9)]
    text = printed(votes, lesson, Pacing.SELF)
    assert "Try 1 9 answers 50 % right" in text
    assert "Right 3 (33 %) Partly right 3 (33 %) Not right 3 (33 %)" in text
    assert "My own words" not in text


def test_no_name_of_a_seat_is_on_the_page():
    assert "Name of" not in printed(a_class(20, 8))
    assert not re.search(r"\bs1?\d\b", printed(a_class(20, 8)))

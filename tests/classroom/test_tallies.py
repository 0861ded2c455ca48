"""Counts come from rows, whatever order they are in."""

import time
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.classroom.lesson import Pacing
from reportedly.classroom.moves import Do, Move, MoveRefused, advance
from reportedly.classroom.record import answers_table, questions_table, record
from reportedly.classroom.results import own_result, own_score
from reportedly.classroom.tallies import Flow, Marks, flows, last_votes, tally
from reportedly.quiz.taxonomy import Slip
from tests.builders import NOON, an_edition, an_open_question, chose, wrote
from tests.classroom.playing import (
    QUESTIONS,
    WORDS,
    a_plan,
    a_seat,
    a_vote,
    edition_of,
    played,
    stored,
)

EDITION = edition_of()
ONE = EDITION.question("one")
RIGHT, WRONG = chose(0), chose(1)


def test_a_split_counts_each_option_and_the_share_right():
    votes = [a_vote(f"s{n}", RIGHT if n < 3 else WRONG) for n in range(4)]
    counted = tally(Marks(EDITION), ONE, votes)
    assert [(bar.text, bar.count, bar.is_right) for bar in counted.bars] == [
        ("The organiser", 3, True),
        ("Nobody", 1, False),
    ]
    assert counted.right == Fraction(3, 4)
    assert counted.slip == (Slip.CYNICISM, 1)


def test_nobody_voted_is_no_share_at_all():
    counted = tally(Marks(EDITION), ONE, [])
    assert (counted.answered, counted.right, counted.slip) == (0, None, None)


def test_who_moved_from_which_option_to_which():
    votes = [a_vote("a", WRONG), a_vote("a", RIGHT, round=2), a_vote("b", RIGHT)]
    votes += [a_vote("c", WRONG), a_vote("c", RIGHT, round=2)]
    assert flows(Marks(EDITION), ONE, votes) == (Flow("Nobody", "The organiser", 2),)


def test_who_misses_the_second_vote_keeps_the_first():
    votes = [a_vote("a", RIGHT), a_vote("b", WRONG), a_vote("b", RIGHT, round=2)]
    last = last_votes(votes)
    assert last["a", "one"].round == 1
    assert last["b", "one"].response == RIGHT


def test_who_was_sent_out_counts_for_nothing():
    lesson = played(Do.START, Do.REVEAL, Do.NEXT, Do.REVEAL)
    votes = [a_vote(f"s{n}", question=q) for n in range(4) for q in ("one", "two")]
    spoilt = [a_vote("out", WRONG, question=q) for q in ("one", "two")]
    without = advance(lesson, Move(Do.KICK, seat="out"), NOON)
    assert record(without, EDITION, [*spoilt, *votes]) == record(lesson, EDITION, votes)
    _, *lines = answers_table(without, EDITION, [a_seat("out")], [*spoilt, *votes])
    assert [line[6] for line in lines] == ["no", "no", *(["yes"] * len(votes))]


def test_the_order_of_rows_changes_nothing():
    votes = [a_vote(f"s{n}", chose(n % 2), round=1 + n % 2) for n in range(20)]
    shuffled = Random(3).sample(votes, len(votes))
    lesson = played(Do.START, Do.CLOSE, Do.VOTE_AGAIN, Do.END)
    assert record(lesson, EDITION, votes) == record(lesson, EDITION, shuffled)


def test_a_written_answer_counts_as_given_and_is_marked_once_it_has_its_level():
    edition = an_edition(an_open_question("one"))
    question = edition.question("one")
    votes = [a_vote("a", wrote("Who counted?")), a_vote("b", wrote("Nothing", 2))]
    counted = tally(Marks(edition), question, votes)
    assert (counted.answered, counted.marked, counted.right) == (2, 1, 0)


HOST = st.lists(
    st.tuples(st.sampled_from(Do), st.sampled_from(QUESTIONS)), min_size=20, max_size=20
)


@settings(max_examples=100, deadline=None)
@given(moves=HOST, answered=st.sets(st.sampled_from(QUESTIONS)))
def test_whatever_a_host_does_a_result_accounts_for_every_question_that_was_asked(moves, answered):
    lesson = played(Do.START)
    for do, question in moves:
        try:
            lesson = advance(lesson, Move(do, question=question, seat="seat-9"), NOON)
        except MoveRefused:
            continue
    counted = {q: stored(a_vote(question=q))[q, 1] for q in answered}
    result = own_result(lesson, Marks(EDITION), counted, WORDS.skills, WORDS.render)
    counting = set(lesson.asked) - lesson.voided
    assert len(result["questions"]) == len(counting & answered)
    assert len(result["questions"]) + result["left_out"] == len(counting)
    assert result["points_text"] == result["possible_text"] == str(len(counting & answered))
    assert result["voided"] == len(lesson.voided)
    for question in counting:
        for do in (Do.VOID, Do.RESTORE):
            lesson = advance(lesson, Move(do, question=question), NOON)
    assert own_result(lesson, Marks(EDITION), counted, WORDS.skills, WORDS.render) == result


def test_a_result_says_each_question_as_its_card_did():
    lesson = played(Do.START, Do.REVEAL, Do.END)
    counted = {"one": stored(a_vote(question="one"))["one", 1]}
    result = own_result(lesson, Marks(EDITION), counted, WORDS.skills, lambda text: f"<em>{text}")
    [line] = result["questions"]
    assert line["ask_html"] == f"<em>{EDITION.question('one').ask}"


def test_a_late_joiner_was_not_there_and_not_wrong():
    lesson = played(Do.START, Do.REVEAL, Do.NEXT, Do.REVEAL, Do.END)
    result = own_result(
        lesson,
        Marks(EDITION),
        {"two": stored(a_vote(question="two"))["two", 1]},
        WORDS.skills,
        WORDS.render,
    )
    assert (result["points_text"], result["possible_text"], result["left_out"]) == ("1", "1", 1)
    assert [line["number"] for line in result["questions"]] == [2]


def test_a_voided_question_counts_for_nobody():
    lesson = played(Do.START, Do.END)
    counted = {"one": stored(a_vote(response=WRONG))["one", 1]}
    assert own_score(lesson, EDITION, counted).possible == 1
    lesson = advance(lesson, Move(Do.VOID, question="one"), NOON)
    assert own_score(lesson, EDITION, counted).possible == 0
    (line,) = record(lesson, EDITION, [a_vote()])
    assert line.voided


def test_what_to_revisit_names_the_weakest_skill():
    lesson = played(Do.START, Do.END)
    result = own_result(
        lesson,
        Marks(EDITION),
        {"one": stored(a_vote(response=WRONG))["one", 1]},
        WORDS.skills,
        WORDS.render,
    )
    assert result["revisit"] == [{"title": "title of attribution", "tip": "tip for attribution"}]


def test_figures_of_few_learners_are_marked_and_tables_equal_the_rows():
    lesson = played(Do.START, Do.END)
    votes = [a_vote(f"s{n}") for n in range(14)]
    (line,) = record(lesson, EDITION, votes)
    assert not line.is_firm
    table = questions_table([line])
    assert table[1][3] == 14
    assert "unstable" in table[1][-1]
    assert [row[7] for row in table[2:]] == [14, 0]
    seats = [a_seat(f"s{n}") for n in range(14)]
    assert len(answers_table(lesson, EDITION, seats, votes)) == 1 + 14


def test_a_class_of_120_with_20_questions_is_reckoned_within_a_second():
    names = tuple(f"q{n}" for n in range(20))
    edition, plan = edition_of(*names), a_plan(questions=names, pacing=Pacing.SELF)
    lesson = played(Do.START, Do.END, plan=plan)
    votes = [a_vote(f"s{n}", chose(n % 2), question=q) for n in range(120) for q in names]
    began = time.process_time()
    records = record(lesson, edition, votes)
    assert time.process_time() - began < 1
    assert {line.answered for line in records} == {120}
    assert {line.discrimination for line in records} == {1.0}

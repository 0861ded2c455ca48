"""Host, histogram, CSV, workbook and printed page all tell the number of rows."""

import csv
import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from reportedly.classroom.hosting import host_view
from reportedly.classroom.lesson import Pacing
from reportedly.classroom.moves import Do, Move, advance
from reportedly.classroom.printed import Held, lesson_html
from reportedly.classroom.record import answers_table, questions_table, record
from reportedly.files.exporting import as_csv, as_workbook
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from tests.builders import NOON, a_question, a_statement, an_edition, an_open_question, chose, wrote
from tests.classroom.playing import WORDS, a_board, a_plan, a_seat, a_vote, played

EDITION = an_edition(a_question("one"), a_statement("true", "two"), an_open_question("three"))
PLAN = a_plan(questions=("one", "two", "three"))
PLACES = (("one", 1), ("one", 2), ("two", 1), ("three", 1))
RESPONSES = {
    "one": st.sampled_from([chose(0), chose(1)]),
    "two": st.sampled_from([chose(0), chose(1), chose(2)]),
    "three": st.builds(wrote, st.just("Who counted?"), st.sampled_from([None, 0, 1, 2])),
}
HELD = Held("Who counted what?", Pacing.LIVE, "1 May 2024")


@st.composite
def votes(draw):
    """Any rows that a class of up to a dozen can leave behind, in any order."""
    seats = range(draw(st.integers(0, 12)))
    rows = [
        a_vote(f"s{seat}", draw(RESPONSES[question]), question=question, round=round)
        for seat in seats
        for question, round in PLACES
        if draw(st.booleans())
    ]
    return draw(st.permutations(rows))


def counted(votes, question, round, response=None):
    return sum(
        (v.question, v.round) == (question, round) and response in (None, v.response) for v in votes
    )


def read_csv(table):
    return list(csv.DictReader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))


def read_workbook(table):
    (sheet,) = load_workbook(io.BytesIO(as_workbook({"Sheet": table}))).worksheets
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@settings(max_examples=25, deadline=None)
@given(rows=votes())
def test_the_host_sees_as_many_answers_as_there_are_rows(rows):
    seats = [a_seat(f"s{n}") for n in range(12)]
    lesson = played(Do.START, plan=PLAN)
    for question, round, moves in (
        ("one", 1, (Do.CLOSE, Do.VOTE_AGAIN)),
        ("one", 2, (Do.REVEAL, Do.NEXT)),
        ("two", 1, (Do.REVEAL, Do.NEXT)),
        ("three", 1, ()),
    ):
        assert (lesson.question, lesson.round) == (question, round)
        # Only what could be sent so far is there.
        so_far = [
            v
            for v in rows
            if PLACES.index((v.question, v.round)) <= PLACES.index((question, round))
        ]
        view = host_view(a_board(lesson, EDITION), seats, (), so_far, WORDS, NOON)
        assert view["answered"] == counted(rows, question, round)
        for do in moves:
            lesson = advance(lesson, Move(do), NOON)


@settings(max_examples=25, deadline=None)
@given(rows=votes())
def test_histogram_files_and_printed_page_tell_the_number_of_rows(rows):
    lesson = played(
        Do.START, Do.CLOSE, Do.VOTE_AGAIN, Do.REVEAL, Do.NEXT, Do.REVEAL, Do.NEXT, Do.END, plan=PLAN
    )
    records = record(lesson, EDITION, rows)
    table = questions_table(records)
    for lines in (read_csv(table), read_workbook(table)):
        told = {
            (line["question"], int(line["vote"])): int(line["answered"])
            for line in lines
            if line["answered"] not in ("", None)
        }
        assert told == {place: counted(rows, *place) for place in told}
        assert told.keys() >= {(vote.question, vote.round) for vote in rows}
        for line in lines:
            if line["question"] == "one" and line["answer"]:
                response = chose(0 if line["answer"] == "The organiser" else 1)
                vote = int(line["vote"])
                assert int(line["chosen"]) == counted(rows, "one", vote, response)
    answers = answers_table(lesson, EDITION, [a_seat(f"s{n}") for n in range(12)], rows)
    assert len(read_csv(answers)) == len(read_workbook(answers)) == len(rows)

    html = lesson_html(HELD, records, EDITION, str)
    places = [place for place in PLACES if counted(rows, *place) >= SMALLEST_GROUP]
    assert [int(n) for n in re.findall(r"<br>(\d+) answers", html)] == [
        counted(rows, *place) for place in places
    ]
    seats = [len({v.seat for v in rows if v.question == q}) for q in PLAN.questions]
    assert [int(n) for n in re.findall(r">(\d+) learners?<", html)] == seats
    sections = html.split('<section class="question">')[1:]
    for place in places:
        if place[0] == "one":
            column = [p for p in places if p[0] == "one"].index(place)
            cells = [re.findall(r"<td>(\d+) ", row) for row in sections[0].split("<tr")[2:]]
            assert [int(row[column]) for row in cells] == [
                counted(rows, *place, chose(n)) for n in (0, 1)
            ]

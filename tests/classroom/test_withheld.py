"""How sure learners were and whether they were right is never told of fewer than five."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.classroom.moves import Do
from reportedly.classroom.record import answers_table, questions_table, record
from reportedly.classroom.sureness import sure_and_wrong, sureness
from reportedly.classroom.tallies import Marks
from reportedly.files.exporting import as_csv
from reportedly.quiz.marking import Certainty
from tests.builders import an_edition, an_open_question, chose, wrote
from tests.classroom.playing import a_plan, a_seat, a_vote, edition_of, played

EDITION = edition_of()
LESSON = played(Do.START, Do.END, plan=a_plan(asks_certainty=True))
CELLS = st.dictionaries(
    st.tuples(st.sampled_from([*Certainty, None]), st.booleans()), st.integers(0, 12)
)


def votes_of(cells):
    """Votes on one question; of each certainty so many right, and so many not."""
    kinds = [key for key, count in cells.items() for _ in range(count)]
    return [
        a_vote(f"s{n}", chose(0 if right else 1), certainty=certainty)
        for n, (certainty, right) in enumerate(kinds)
    ]


@settings(max_examples=30, deadline=None)
@given(CELLS)
def test_a_number_that_is_told_is_that_of_the_rows_and_at_least_five(cells):
    rows = sureness(Marks(EDITION), votes_of(cells))
    for row in rows:
        for count, right in ((row.right, True), (row.not_right, False)):
            assert count is None or count == cells.get((row.certainty, right)) >= 5


@settings(max_examples=30, deadline=None)
@given(CELLS)
def test_what_is_withheld_cannot_be_reckoned_from_how_many_were_right(cells):
    rows = sureness(Marks(EDITION), votes_of(cells))
    for right in (True, False):
        shown = [row.right if right else row.not_right for row in rows]
        said = sum(cells.get((certainty, right), 0) for certainty in Certainty)
        rest = said - sum(count for count in shown if count is not None)
        assert rest == 0 or rest >= 5 or all(count is None for count in shown)


@settings(max_examples=30, deadline=None)
@given(CELLS)
def test_no_export_has_a_group_of_fewer_than_five(cells):
    votes = votes_of(cells)
    seats = [a_seat(vote.seat) for vote in votes]
    text = as_csv(answers_table(LESSON, EDITION, seats, votes)).decode("utf-8-sig")
    lines = list(csv.DictReader(StringIO(text)))
    assert len(lines) == len(votes)
    groups = Counter((line["certainty"], line["points"]) for line in lines)
    for (certainty, _), count in groups.items():
        assert certainty in ("", "withheld") or count >= 5
    text = as_csv(questions_table(record(LESSON, EDITION, votes))).decode("utf-8-sig")
    for line in csv.DictReader(StringIO(text)):
        told = [line[head] for head in line if "sure, " in head or "guessed, " in head]
        assert len(told) == 8
        assert all(cell in ("", "withheld") or int(cell) >= 5 for cell in told)


def test_five_who_were_sure_and_wrong_are_told_and_four_are_not():
    votes = votes_of({(Certainty.EIGHTY, False): 5, (Certainty.NINETY_FIVE, False): 6})
    assert sure_and_wrong(sureness(Marks(EDITION), votes)) == 11
    assert sure_and_wrong(sureness(Marks(EDITION), votes[:9])) is None


def test_a_lesson_that_does_not_ask_has_nothing_to_withhold():
    votes = votes_of({(None, True): 9})
    assert sureness(Marks(EDITION), votes) == ()
    (line,) = record(LESSON, EDITION, votes)
    assert line.sureness == ((),)
    assert "withheld" not in {cell for row in questions_table([line]) for cell in row}


def test_how_sure_somebody_was_of_an_answer_without_a_level_is_withheld():
    edition = an_edition(an_open_question("one"))
    vote = a_vote("s0", wrote("Who counted?"), certainty=Certainty.SIXTY)
    (_, line) = answers_table(LESSON, edition, [a_seat("s0")], [vote])
    assert "withheld" in line

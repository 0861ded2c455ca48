"""What came of a learner's answers."""

import pytest

from reportedly.quiz.marking import Certainty
from reportedly.quiz.taxonomy import Skill
from reportedly.reports.frame import marked
from reportedly.reports.progress.outcomes import outcomes
from tests.builders import a_question, an_answer, an_edition, an_open_question, chose, later, wrote
from tests.reports.rows import a_row, by_key, rows

ASKED = an_edition(a_question(), an_open_question())
RIGHT, WRONG = chose(0), chose(1)


def told(*answers, edition=ASKED, marked_by=None, banks=None):
    """What came of answers to an edition."""
    counts = marked_by or edition
    given = rows(
        *(
            a_row(
                sitting="attempt-1",
                edition=edition.key,
                marked_by=counts.key,
                question=answer.question,
                response=answer.response,
                certainty=answer.certainty,
                answered_at=answer.answered_at,
            )
            for answer in answers
        )
    )
    editions = by_key(edition, counts)
    banks = {"attempt-1": "a-bank"} if banks is None else banks
    return outcomes(marked(given, editions), editions, banks)


def test_an_answer_is_told_with_all_that_progress_needs():
    [found] = told(an_answer(response=RIGHT, certainty=Certainty.EIGHTY))
    assert (found.bank, found.question, found.kind) == ("a-bank", "who-says", "single")
    assert (found.story, found.skills) == ("lantern-walk", (Skill.ATTRIBUTION,))
    assert (found.share, found.luck, found.by_self) == (1, 0.5, False)
    assert found.certainty is Certainty.EIGHTY
    assert found.answered_at == an_answer().answered_at


@pytest.mark.parametrize(
    ("response", "certainty", "is_firm"),
    [
        (RIGHT, None, True),
        (RIGHT, Certainty.EIGHTY, True),
        (RIGHT, Certainty.SIXTY, False),
        (RIGHT, Certainty.GUESS, False),
        (WRONG, Certainty.NINETY_FIVE, False),
    ],
)
def test_firm_is_what_was_right_and_not_unsure(response, certainty, is_firm):
    [found] = told(an_answer(response=response, certainty=certainty))
    assert found.is_firm is is_firm


def test_the_oldest_come_first():
    found = told(an_answer(at=later(days=1)), an_answer(response=WRONG))
    assert [one.share for one in found] == [0, 1]


def test_a_written_answer_counts_once_it_has_its_level():
    assert told(an_answer("in-your-words", wrote("Nothing."))) == ()
    [found] = told(an_answer("in-your-words", wrote("Nothing.", level=1)))
    assert (found.share, found.by_self) == (0.5, True)


def test_a_key_that_was_corrected_counts_as_it_is_now():
    mended = a_question(
        options=[
            {"right": "Nobody", "why": "A2 names nobody."},
            {"wrong": "The organiser", "slip": "wrong-speaker", "why": "She only repeats it."},
        ]
    )
    [found] = told(an_answer(response=WRONG), marked_by=an_edition(mended))
    assert found.share == 1


def test_a_correction_that_has_no_words_for_the_answer_leaves_its_mark():
    other = a_question(options=[{"right": "The mayor"}, {"wrong": "The police"}])
    [found] = told(an_answer(response=RIGHT), marked_by=an_edition(other))
    assert found.share == 1


def test_answers_of_an_attempt_that_is_forgotten_meanwhile_are_left_out():
    assert told(an_answer(), banks={}) == ()


def test_without_answers_nothing_came_of_them():
    assert told() == ()

"""Why an answer was right or not."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.quiz.explaining import Piece, explain, marked_pieces
from reportedly.quiz.marking import Certainty
from reportedly.quiz.taxonomy import Slip
from reportedly.story.article import read_article
from tests.builders import a_question, an_answer, an_edition, chose

TEXT = "The organiser said that 40 lanterns were lit by the river."


def marks(text, *quoted):
    """The text with brackets around what is marked."""
    return "".join(f"[{p.text}]" if p.marked else p.text for p in marked_pieces(text, list(quoted)))


@pytest.mark.parametrize(
    ("quoted", "marked"),
    [
        ([], TEXT),
        (["40 lanterns"], "The organiser said that [40 lanterns] were lit by the river."),
        (["The organiser"], "[The organiser] said that 40 lanterns were lit by the river."),
        (["the river."], "The organiser said that 40 lanterns were lit by [the river.]"),
        ([TEXT], f"[{TEXT}]"),
        (["not there"], TEXT),
        (
            ["lit by", "40 lanterns"],
            "The organiser said that [40 lanterns] were [lit by] the river.",
        ),
    ],
)
def test_the_words_that_decide_are_marked(quoted, marked):
    assert marks(TEXT, *quoted) == marked


@pytest.mark.parametrize(
    "quoted",
    [
        ["said that 40", "40 lanterns were"],
        ["40 lanterns were", "said that 40"],
        ["said that 40 lanterns were", "40 lanterns"],
        ["said that", "that 40 lanterns", "lanterns were"],
    ],
)
def test_words_that_overlap_are_marked_as_one(quoted):
    assert marks(TEXT, *quoted) == "The organiser [said that 40 lanterns were] lit by the river."


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 11)), max_size=4))
def test_the_pieces_always_make_up_the_whole_text(cuts):
    words = TEXT.split()
    quoted = [" ".join(words[start:end]) for start, end in cuts if start < end]
    pieces = marked_pieces(TEXT, quoted)
    assert "".join(piece.text for piece in pieces) == TEXT
    assert all(piece.text for piece in pieces)
    assert not any(a.marked and b.marked for a, b in pairwise(pieces))


def evidence_of(*evidence, articles=None):
    """The quotations shown for a question with this evidence."""
    changed = {"articles": articles} if articles else {}
    edition = an_edition(a_question(evidence=list(evidence)), **changed)
    return explain(edition, an_answer()).evidence


def test_two_pieces_of_evidence_in_one_paragraph_are_shown_in_it_together():
    (quotation,) = evidence_of(
        {"at": "A2", "words": "40 lanterns"}, {"at": "A2", "words": "The organiser"}
    )
    assert quotation.at == "A2"
    assert quotation.article == "Article A"
    assert [piece.text for piece in quotation.pieces if piece.marked] == [
        "The organiser",
        "40 lanterns",
    ]


def test_evidence_comes_in_the_authors_order_of_paragraphs():
    shown = evidence_of({"at": "A2", "words": "40 lanterns"}, {"at": "A1", "words": "Lanterns"})
    assert [quotation.at for quotation in shown] == ["A2", "A1"]


def test_evidence_in_a_paragraph_that_is_gone_is_left_out():
    assert evidence_of({"at": "A9", "words": "40 lanterns"}) == ()
    assert evidence_of({"at": "Z1", "words": "40 lanterns"}) == ()


def test_evidence_is_marked_in_the_original_where_that_has_the_words():
    articles = (read_article("A", "Ours: 40 lanterns", "Original: 40 lanterns"),)
    (quotation,) = evidence_of({"at": "A1", "words": "40 lanterns"}, articles=articles)
    assert quotation.pieces == (Piece("Original: "), Piece("40 lanterns", marked=True))


def test_evidence_is_marked_in_our_wording_where_only_that_has_the_words():
    articles = (read_article("A", "Ours: 40 lanterns", "Original: forty lanterns"),)
    (quotation,) = evidence_of({"at": "A1", "words": "40 lanterns"}, articles=articles)
    assert quotation.pieces == (Piece("Ours: "), Piece("40 lanterns", marked=True))


SEVERAL = a_question(
    kind="multiple",
    points=3,
    options=[
        {"right": "a", "why": "why a"},
        {"right": "b", "why": "why b"},
        {"wrong": "x", "why": "why x", "slip": "over-claim"},
        {"wrong": "y", "why": "why y", "slip": "cynicism"},
    ],
)


def test_every_part_has_its_own_reason_chosen_missed_or_left():
    mark = explain(an_edition(SEVERAL), an_answer(response=chose(0, 2))).mark
    assert [(part.text, part.verdict, part.why) for part in mark.parts] == [
        ("a", "right", "why a"),
        ("b", "missed", "why b"),
        ("x", "wrong", "why x"),
        ("y", "left", "why y"),
    ]
    assert mark.slips == {Slip.OVER_CLAIM}


def test_points_are_the_share_of_what_the_question_is_worth():
    explanation = explain(an_edition(SEVERAL), an_answer(response=chose(0)))
    assert explanation.points == Fraction(3, 2)
    assert explanation.possible == 3


def test_practice_marks_are_given_only_to_who_said_how_sure_they_are():
    edition = an_edition(SEVERAL)
    assert explain(edition, an_answer(response=chose(0))).certainty_points is None
    sure = an_answer(response=chose(0), certainty=Certainty.NINETY_FIVE)
    assert explain(edition, sure).certainty_points == Fraction(3, 2)
    wrong = an_answer(response=chose(2), certainty=Certainty.NINETY_FIVE)
    assert explain(edition, wrong).certainty_points == -6

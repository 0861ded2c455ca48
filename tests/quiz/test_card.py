"""What the card in the browser is told, before and after an answer."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.quiz.card import (
    certainty_choices,
    explanation_card,
    points_text,
    question_card,
    signed,
)
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.explaining import explain
from reportedly.quiz.marking import Certainty
from reportedly.quiz.taxonomy import Slip, SlipText
from reportedly.story.article import read_article
from tests.builders import (
    a_question,
    an_answer,
    an_article,
    an_edition,
    an_open_question,
    chose,
    wrote,
)
from tests.quiz.strategies import PARAGRAPH, SECRET, questions

SLIPS = {
    slip: SlipText(slip, f"Title of {slip}", f"Meaning of {slip}", f"Fix of {slip}")
    for slip in Slip
}


def render(markdown):
    """A stand-in for the renderer that shows what went through it."""
    return f"<p>{markdown}</p>"


def card_of(edition, response=None, seed=0, question=None):
    """The card of an edition's first question."""
    question = question or edition.bank.questions[0]
    return question_card(edition, question, layout_of(question, seed=seed), response, render)


@given(questions(), st.integers(0, 100))
def test_before_an_answer_no_card_of_any_kind_carries_reason_key_or_slip(question, seed):
    edition = an_edition(articles=(an_article("A", f"# Head\n\n{PARAGRAPH}"),))
    card = card_of(edition, seed=seed, question=question)
    text = json.dumps(card)
    assert SECRET not in text
    assert not {f'"{slip}"' for slip in Slip} & set(text.split())
    assert set(card) == {"kind", "ask_html", "instruction", "body", "response"}
    assert _names(card["body"]) <= {
        *("options", "items", "choices", "id", "text", "unit", "rubric", "model_html"),
        *("pieces", "gap", "name", "paragraphs", "label", "role"),
    }


def _names(value):
    """Every field name inside some JSON."""
    if isinstance(value, dict):
        return set(value).union(*map(_names, value.values()))
    return set().union(*map(_names, value)) if isinstance(value, list) else set()


def test_the_question_is_rendered_and_the_options_are_plain():
    card = card_of(an_edition(a_question(ask="Who *says* so?")))
    assert card["ask_html"] == "<p>Who *says* so?</p>"
    assert card["instruction"] == "Choose one answer."
    assert {option["text"] for option in card["body"]["options"]} == {"The organiser", "Nobody"}


def test_the_learners_own_response_comes_back_in_their_layout():
    edition = an_edition()
    for seed in range(5):
        card = card_of(edition, chose(1), seed)
        (shown,) = card["response"]["chosen"]
        assert card["body"]["options"][int(shown)]["text"] == "Nobody"


def test_the_model_answer_is_shown_only_once_something_was_written():
    edition = an_edition(an_open_question())
    before, after = card_of(edition), card_of(edition, wrote("My view."))
    assert before["body"] == {"rubric": None, "model_html": None}
    assert after["body"]["model_html"] == "<p>Neither report says who counted.</p>"
    assert [level["points"] for level in after["body"]["rubric"]] == ["2", "1", "0"]
    assert after["response"] == {"typed": "My view.", "level": None}


# --- passages ------------------------------------------------------------------------------------


def passage_of(*pieces, text="", original=None, passage="A1"):
    """The paragraphs of a highlight card, pieces in brackets; the first piece is right."""
    article = read_article("A", text, original)
    question = a_question(kind="highlight", passage=passage, right=pieces[0], wrong=pieces[1:])
    del question["options"]
    card = card_of(an_edition(question, articles=(article,)))
    return [
        "".join(f"[{p['text']}]" if "id" in p else p["text"] for p in paragraph["pieces"])
        for paragraph in card["body"]["paragraphs"]
    ]


def test_a_passage_is_cut_at_its_pieces():
    text = "Apparently 40 lanterns were lit."
    assert passage_of("40 lanterns", "Apparently", text=text) == [
        "[Apparently] [40 lanterns] were lit."
    ]
    assert passage_of("lit.", "40", text=text) == ["Apparently [40] lanterns were [lit.]"]


def test_quotation_marks_of_any_shape_stay_in_the_passage():
    assert passage_of('the "old bridge" fell', text="He said the “old bridge” fell.") == [
        "He said [the “old bridge” fell]."
    ]


def test_a_passage_of_two_paragraphs_has_the_pieces_where_they_stand():
    shown = passage_of("one", "two", text="# It was one\n\nIt was two.", passage=["A1", "A2"])
    assert shown == ["It was [one]", "It was [two]."]


def test_a_passage_shows_the_original_when_that_has_all_its_pieces():
    assert passage_of("40", text="Ours has 40.", original="Theirs has 40.") == ["Theirs has [40]."]


def test_a_passage_shows_our_wording_when_the_original_lacks_a_piece():
    shown = passage_of("40", "Ours", text="Ours has 40.", original="Theirs has 40.")
    assert shown == ["[Ours] has [40]."]


# --- explanations --------------------------------------------------------------------------------


def explained(question, response, certainty=None):
    """The explanation card of one answer."""
    edition = an_edition(question)
    answer = an_answer(question["id"], response, certainty=certainty)
    return explanation_card(explain(edition, answer), SLIPS, render)


def test_an_explanation_says_what_was_chosen_what_was_missed_and_why():
    card = explained(a_question(), chose(1))
    assert (card["verdict"], card["verdict_text"]) == ("wrong", "Not quite")
    assert card["points_text"] == "0 of 1 point"
    assert card["note"] is None
    assert card["parts"] == [
        {
            "text": "The organiser",
            "given": None,
            "key": None,
            "verdict": "missed",
            "why_html": "<p>A2 names her.</p>",
            "slip": None,
        },
        {
            "text": "Nobody",
            "given": None,
            "key": None,
            "verdict": "wrong",
            "why_html": "<p>A2 names the organiser.</p>",
            "slip": {"title": "Title of cynicism", "meaning": "Meaning of cynicism"},
        },
    ]
    assert card["explain_html"] == "<p>Look for the name beside the number.</p>"
    (evidence,) = card["evidence"]
    assert (evidence["at"], evidence["article"]) == ("A2", "Article A")
    assert [piece["text"] for piece in evidence["pieces"] if piece["mark"]] == ["40 lanterns"]
    assert card["certainty_text"] is None


def test_a_slip_is_not_named_to_who_did_not_make_it():
    card = explained(a_question(), chose(0))
    assert card["verdict_text"] == "Right"
    assert [part["slip"] for part in card["parts"]] == [None, None]


def test_a_note_from_beyond_the_articles_names_its_source():
    beyond = {"says": "A count was printed later.", "source": "Town archive, 2020"}
    card = explained(a_question(beyond=beyond), chose(0))
    assert card["beyond_html"] == "<p>A count was printed later. (Town archive, 2020)</p>"
    assert explained(a_question(), chose(0))["beyond_html"] is None


def test_who_said_how_sure_they_are_is_told_what_it_was_worth():
    assert explained(a_question(), chose(0), Certainty.EIGHTY)["certainty_text"] == (
        "You said: about 80 % sure. Practice mark +2."
    )
    assert explained(a_question(), chose(1), Certainty.NINETY_FIVE)["certainty_text"] == (
        "You said: about 95 % sure. Practice mark −6."
    )
    assert explained(a_question(), chose(1), Certainty.GUESS)["certainty_text"] == (
        "You said: guessing. Practice mark 0."
    )


def test_the_steps_of_certainty_are_offered_from_a_guess_up():
    assert [choice["id"] for choice in certainty_choices()] == ["guess", "60", "80", "95"]


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (0, "0"),
        (2, "2"),
        ("1/2", "½"),
        ("3/2", "1½"),
        ("1/3", "⅓"),
        ("5/3", "1⅔"),
        ("3/4", "¾"),
        ("9/20", "0.45"),
        ("1/6", "0.17"),
        ("7/6", "1.17"),
        ("21/10", "2.1"),
        ("10/4", "2½"),
        (3000, "3,000"),
        ("2001/2", "1,000½"),
    ],
)
def test_points_are_written_as_people_read_them(points, text):
    assert points_text(Fraction(points)) == text


@pytest.mark.parametrize(("points", "text"), [(3, "+3"), (0, "0"), (-6, "−6"), ("-1/2", "−½")])
def test_practice_marks_carry_their_sign(points, text):
    assert signed(Fraction(points)) == text


@given(st.fractions(0, 100, max_denominator=60))
def test_points_written_out_are_exact_to_two_places(points):
    text = points_text(points)
    for sign, plain in {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}.items():
        text = text.replace(sign, f" {plain}")
    assert abs(sum(map(Fraction, text.split())) - points) <= Fraction(1, 200)

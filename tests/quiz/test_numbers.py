"""Numbers as people type them and spans as authors write them; more in golden/marking.yaml."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.quiz.kinds.number import Number
from reportedly.quiz.numbers import Span, parse_number, parse_span
from reportedly.quiz.response import ResponseUnclear

LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "ru"]


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES))
def test_a_whole_number_is_itself_in_any_language_and_with_any_thousands(number, language):
    assert parse_number(str(number), language=language) == number
    for mark in " '":
        assert parse_number(f"{number:_}".replace("_", mark), language=language) == number


@given(st.integers(10**6, 10**12), st.sampled_from(".,"), st.sampled_from(LANGUAGES))
def test_two_marks_between_thousands_can_only_be_that(number, mark, language):
    assert parse_number(f"{number:_}".replace("_", mark), language=language) == number


@given(st.decimals(-1000, 1000, places=2), st.sampled_from(".,"), st.sampled_from(LANGUAGES))
def test_two_decimals_are_decimals_with_either_mark(number, mark, language):
    assert parse_number(str(number).replace(".", mark), language=language) == Fraction(number)


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"), st.sampled_from(LANGUAGES))
def test_three_digits_behind_one_mark_are_asked_about_in_every_language(
    whole, rest, mark, language
):
    typed = f"{whole}{mark}{rest:03}"
    with pytest.raises(ResponseUnclear) as asked:
        parse_number(typed, language=language)
    # Whichever of the two the learner types then is understood.
    offered = str(asked.value).removesuffix(".").split("Please type ")[1].split(" or ")
    thousands, decimals = (parse_number(text, language=language) for text in offered)
    assert thousands == whole * 1000 + rest
    assert decimals == whole + Fraction(rest, 1000)


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_is_asked_about(text):
    try:
        number = parse_number(text, unit="%")
    except ResponseUnclear:
        return
    assert isinstance(number, Fraction)


def test_a_unit_may_be_typed_with_the_number_whatever_it_is_made_of():
    assert parse_number("5 (m/s)", unit="(m/s)") == 5
    assert parse_number("5", unit="(m/s)") == 5
    with pytest.raises(ResponseUnclear):
        parse_number("days", unit="days")


def test_a_long_text_is_not_repeated_to_the_learner():
    with pytest.raises(ResponseUnclear) as asked:
        parse_number("word " * 100)
    assert len(str(asked.value)) < 100


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("42", 42, 42),
        ("-3", -3, -3),
        ("42 +- 0.5", "41.5", "42.5"),
        ("42 +/- 0.5", "41.5", "42.5"),
        ("42 ± 0.5", "41.5", "42.5"),
        ("40 +- 5%", 38, 42),
        ("-40 +- 5%", -42, -38),
        ("40% +- 5%", 35, 45),
        ("40% +- 5", 35, 45),
        ("40 to 45", 40, 45),
        ("-5 to -3", -5, -3),
        ("10% to 20%", 10, 20),
        ("34%", 34, 34),
        ("7 to 7", 7, 7),
    ],
)
def test_an_author_can_write_a_span_in_these_forms(written, low, high):
    span = parse_span(written)
    assert span == Span(Fraction(low), Fraction(high))
    assert span.low in span
    assert span.high in span
    assert span.high + Fraction(1, 1000) not in span


@pytest.mark.parametrize(
    "written", ["", "many", "45 to 40", "40-45", "1,000", "42 +-", "+- 5", "1e3"]
)
def test_anything_else_is_refused_with_the_forms_or_the_cause(written):
    with pytest.raises(ValueError, match="write"):
        parse_span(written)


@pytest.mark.parametrize(
    ("answer", "unit", "key"),
    [
        ("56", "days", "56 days"),
        ("34%", None, "34%"),
        ("34% +- 2%", "%", "34% +- 2%"),
        ("40 +- 5%", "%", "40 +- 5% %"),
        ("30% to 35%", "of the people", "30% to 35% of the people"),
    ],
)
def test_a_key_names_its_unit_once(answer, unit, key):
    question = Number(id="x", kind="number", ask="How many?", answer=answer, unit=unit)
    assert question.key == key

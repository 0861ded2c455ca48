import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.authoring.extraction.quotes import is_inside, quotes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“We left,” she said.", ["full"]),
        ('"We left at dawn," she said. "It was cold."', ["full", "full"]),
        ("He called it “thin as paper”.", ["fragment"]),
        ("Police spoke of “rioters” and “thugs,” he said.", ["fragment", "fragment"]),
        ("I saw it: “I saw the lock.”", ["full"]),
        ("The 'terrorists' fled the officers' houses.", ["fragment"]),
    ],
)
def test_tells_whole_sentences_from_fragments(text, kinds):
    assert [quote.kind for quote in quotes(text)] == kinds


def test_apostrophes_are_no_quotations():
    assert quotes("The workers' union doesn't know the driver's name.") == ()


def test_a_missing_closing_mark_reaches_to_the_end_and_is_noted():
    (quote,) = quotes("“We left at dawn. It was cold.")
    assert quote.open
    assert quote.kind == "full"


@given(st.text(alphabet="ab “”\"'‘’.,", max_size=80))
def test_odd_marks_never_fail_and_quotations_never_overlap(text):
    found = quotes(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(is_inside(q.inner[0], found) for q in found if q.inner[0] < q.inner[1])

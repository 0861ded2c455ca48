"""What is refused, each in one clear sentence, and what is noted."""

import pytest

from reportedly.authoring.extraction.article import Hints, RawArticle, Refused
from reportedly.authoring.extraction.extract import LONGEST, extract
from tests.authoring.extraction.drafting import OTHER, RULES, draft, raw

ONE = (
    "The mayor of Port Vell said on Monday that the bridge over the river was safe for all lorries."
)
GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die Brücke sicher sei und dass niemand verletzt wurde. "
    "Die Polizei bestätigte den Vorfall und sprach von vier Verletzten."
)


@pytest.mark.parametrize(
    ("articles", "found"),
    [
        ([raw("", "a.txt"), raw(OTHER, "b.txt")], "a.txt holds no text"),
        ([raw(" \n\n ", "a.txt"), raw(OTHER, "b.txt")], "a.txt holds no text"),
        ([raw(ONE, "a.txt")], "Only one article was given"),
        ([raw("word " * 500_000, "a.txt"), raw(OTHER, "b.txt")], "2,500,000 characters"),
        ([raw(GERMAN, "a.txt"), raw(OTHER, "b.txt")], "does not read as English"),
        ([raw("新疆发生袭击事件，多人死亡，警方表示。" * 5, "a.txt"), raw(OTHER, "b.txt")], "does not read as English"),
        ([raw(ONE, "a.txt", None), raw(OTHER, "b.txt")], "--published a=2015-11-20"),
        ([raw(ONE, "a.txt"), raw(ONE + "\n", "b.txt")], "no second source"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_cure(articles, found):
    with pytest.raises(Refused) as refused:
        extract("event", articles, RULES)
    assert found in str(refused.value)


def test_the_longest_article_is_still_read():
    assert LONGEST > 200_000


def test_a_copy_with_small_changes_is_flagged_as_no_source_of_its_own():
    long = " ".join(f"{ONE[:-1]}, and on day {n} crew {n} checked pillar {n}." for n in range(9))
    changed = long.replace("mayor", "governor", 1).replace("lorries", "trucks")
    story = draft(long, changed)
    assert any("one source and not two" in note for note in story.notes)
    assert "one source and not two" in story.about.teacher_note


def test_two_reports_of_their_own_are_not_flagged():
    assert draft(ONE, OTHER).notes == ()


def test_without_the_language_model_a_note_says_so():
    assert draft(ONE, engine="rules").notes == (RULES.why,)


def test_a_date_of_unknown_day_is_allowed_when_a_person_says_so():
    story = draft(ONE, published="unknown")
    assert story.about.articles[0].published.basis == "unknown"
    assert all(c.said is None for c in story.ledger.claims)


def test_what_the_text_states_is_stated_and_what_was_given_is_inferred():
    dated = f"PORT VELL, 8 March 2021 (Northern Wire) – {ONE}"
    first, second = draft(dated, OTHER, published="2021-03-08").about.articles
    assert (first.outlet.is_, first.outlet.basis) == ("Northern Wire", "stated")
    assert (first.published.is_, first.published.basis) == ("2021-03-08", "stated")
    assert (second.published.basis, second.outlet.basis) == ("inferred", "unknown")
    assert second.published.because


def test_what_a_web_page_says_of_itself_is_inferred():
    page = RawArticle("a.html", ONE, Hints("Port Times", "Ida Holt", "2021-03-08"))
    first, _ = extract("event", [page, raw(OTHER, "b.txt")], RULES).about.articles
    assert {p.basis for p in (first.outlet, first.byline, first.published)} == {"inferred"}


def test_a_foreign_paragraph_is_passed_over_and_named():
    story = draft(f"{ONE}\n\n{GERMAN}\n\n{ONE}")
    assert any("paragraph 2 does not read as English" in note for note in story.notes)
    assert {c.paragraph for c in story.ledger.claims if c.letter == "A"} == {1, 3}

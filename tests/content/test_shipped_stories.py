"""What the shipped stories and their ledgers must hold."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

import pytest

from reportedly.files.shelf.shelf import Library
from reportedly.story.words import count_words, find_words

ROOT = Path(__file__).parents[2]
STORIES = Library(ROOT).shelf().stories
FIRST, INVENTED = STORIES["baicheng-2015"], STORIES["lantern-walk"]

each_story = pytest.mark.parametrize("story", STORIES.values(), ids=list(STORIES))


def test_the_retellings_keep_the_numbering_of_the_originals():
    assert [len(article.paragraphs) for article in FIRST.articles] == [13, 22]
    roles = [p.role for p in FIRST.article("B").paragraphs]
    assert roles == ["headline", "caption", *["body"] * 20]


def test_the_first_ledger_has_every_claim():
    wanted = [f"A-{n:02}" for n in range(1, 30)] + [f"B-{n:02}" for n in range(1, 34)]
    assert [claim.id for claim in FIRST.ledger.claims] == wanted


def test_the_invented_story_says_so_and_has_a_ledger():
    assert INVENTED.about.invented
    assert "invented" in f"{INVENTED.about.title} {INVENTED.about.summary}".casefold()
    assert len(INVENTED.ledger.claims) >= 25


@each_story
def test_every_claim_quotes_its_paragraph_briefly(story):
    for claim in story.ledger.claims:
        assert count_words(claim.words) <= 12, claim.id
        assert find_words(claim.words, story.paragraph(claim.at).text), claim.id


@each_story
def test_every_claim_says_what_it_leaves_open(story):
    silent = [claim.id for claim in story.ledger.claims if not claim.not_said]
    assert len(silent) <= len(story.ledger.claims) / 10, silent


@each_story
def test_what_is_firm_or_open_rests_on_claims(story):
    known = {claim.id for claim in story.ledger.claims}
    for conclusion in (*story.about.firm, *story.about.open):
        assert conclusion.claims
        assert set(conclusion.claims) <= known


def test_no_date_of_the_first_story_is_taken_as_stated_with_a_year_the_text_lacks():
    for claim in FIRST.ledger.claims:
        for when in (claim.happened, claim.said):
            if when is not None and when.basis == "stated":
                assert when.when[:4] in FIRST.paragraph(claim.at).text, claim.id


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))


def runs(text: str, length: int = 13) -> set[str]:
    words = words_of(text)
    return {
        blake2b(" ".join(words[n : n + length]).encode(), digest_size=6).hexdigest()
        for n in range(len(words) - length + 1)
    }


def test_no_file_holds_more_than_twelve_words_of_an_original_in_a_row():
    # The originals are not here; hashes of their runs of thirteen words are.
    originals = set((Path(__file__).parent / "originals.txt").read_text().split())
    assert len(originals) > 900
    files = [*ROOT.glob("content/**/*.*"), *ROOT.glob("quizzes/*.yaml"), ROOT / "README.md"]
    copied = [
        file.name
        for file in files
        if file.is_file() and originals & runs(file.read_text(encoding="utf-8"))
    ]
    assert copied == []

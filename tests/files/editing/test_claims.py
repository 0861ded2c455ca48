"""Changing the claims of a ledger in its text."""

import random
from pathlib import Path

import pytest

from reportedly.authoring import reviewing
from reportedly.files.editing.claims import claims_of, with_claims, with_speaker
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.stories.story_file import read_story

CONTENT = Path(__file__).parents[3] / "content"
STORIES = sorted(path.parent for path in CONTENT.glob("*/claims.yaml"))


def text_of(story):
    return (story / "claims.yaml").read_text("utf-8")


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_claims_that_are_as_they_were_change_no_byte(story):
    assert with_claims(text_of(story), claims_of(text_of(story))) == text_of(story)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
@pytest.mark.parametrize("seed", range(15))
def test_a_decision_touches_the_lines_of_its_claims_alone_and_the_ledger_still_opens(story, seed):
    chance = random.Random(seed)
    text = text_of(story).replace("\nclaims:\n", "\n# What they say\nclaims:\n")
    claims = claims_of(text)
    claim = chance.choice(claims)
    words = claim["words"].split()
    decide = chance.choice(["accept", "drop", "put_back", "split"])
    extra = (words[0], words[-1]) if decide == "split" else ()
    wanted = getattr(reviewing, decide)(claims, claim["id"], *extra)

    changed = with_claims(text, wanted)

    assert claims_of(changed) == wanted
    before, after = (t.split(f"- id: {claim['id']}\n") for t in (text, changed))
    assert after[0] == before[0]
    assert after[1].split("\n  - id: ")[-1] == before[1].split("\n  - id: ")[-1] or (
        claim is claims[-1]
    )
    reading = read_story(story, claims_text=changed)
    assert [r.text for r in reading.faults if r.severity == "error"] == []


def test_a_speaker_is_added_behind_the_others():
    story = STORIES[0]
    changed = with_speaker(text_of(story), "ann", {"name": "Ann Other", "kind": "passer-by"})
    reading = read_story(story, claims_text=changed)
    assert reading.story.ledger.speakers["ann"].name == "Ann Other"
    assert claims_of(changed) == claims_of(text_of(story))


def test_a_text_without_claims_is_refused_with_a_sentence():
    with pytest.raises(CannotEdit, match="no list of claims"):
        claims_of("story: none\n")

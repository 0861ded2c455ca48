"""BP36: what an article itself tells about a source."""

from tests.authoring.ledgers import SPEAKERS, a_story, drafts_of, right_of, said, wrong_of

ROWS = [said("A-2", "mill"), said("A-3", "nurse"), said("A-4", "baker")]


def test_the_key_is_how_the_source_is_described_there():
    made = {draft.id: dict(draft.question) for draft in drafts_of(36, a_story(*ROWS))}
    question = made["bp36-nurse"]
    assert right_of(question) == ["A school nurse"]
    slips = wrong_of(question)
    assert slips["Grinds flour"] == "wrong-speaker"
    assert {"not-in-text", "cynicism"} <= set(slips.values())


def test_it_holds_back_for_a_source_that_is_not_described():
    plain = {key: {"name": each["name"], "kind": each["kind"]} for key, each in SPEAKERS.items()}
    assert drafts_of(36, a_story(*ROWS, speakers=plain)) == []


def test_a_description_that_fits_both_is_no_wrong_option():
    alike = {**SPEAKERS, "radio": {**SPEAKERS["radio"], "described": "a school radio", "at": "A3"}}
    for draft in drafts_of(36, a_story(*ROWS, said("A-5", "radio"), speakers=alike)):
        if draft.id == "bp36-nurse":
            assert "A school radio" not in wrong_of(dict(draft.question))


def test_the_evidence_shows_the_description_where_it_stands_in_these_words():
    texts = {"A2": "the words of A-2; Orchard Mill, which grinds flour"}
    story = a_story(said("A-2", "mill"), said("A-3", "nurse"), said("A-4", "baker"), texts=texts)
    made = [d.question for d in drafts_of(36, story) if "Orchard Mill" in str(d.question["ask"])]
    assert {"at": "A2", "words": "grinds flour"} in made[0]["evidence"]

"""BP14: of a total, how many are left when a part is taken away."""

from tests.authoring.ledgers import SPEAKERS, a_story, counts, drafts_of, said, the_question

PART = counts(5, of="pupils who fell ill", topic="pupils", scope="subset")


def test_the_key_is_the_total_without_the_part():
    story = a_story(said("A-2", "nurse", quantity=[counts(16), PART]))
    question = the_question(14, story)
    assert question["answer"] == "11"
    assert "5 pupils" in question["ask"]
    assert {near["answer"] for near in question["near"]} == {"16", "21"}


def test_another_source_gives_another_total_to_start_from():
    story = a_story(
        said("A-2", "nurse", quantity=[counts(16), PART]),
        said("A-3", "radio", quantity=counts(50)),
    )
    near = {each["answer"]: each["slip"] for each in the_question(14, story)["near"]}
    assert near["45"] == "wrong-speaker"


def test_it_holds_back_for_different_speakers_and_for_a_part_of_something_else():
    total, part = said("A-2", "nurse", quantity=counts(16)), {**PART, "topic": "ill"}
    other = said("A-9", "radio", quantity=part, at="A2")
    assert drafts_of(14, a_story(total, other)) == []
    assert drafts_of(14, a_story(total, said("A-9", "nurse", quantity=PART, at="A2"))) == []


def test_a_part_that_counts_no_things_keeps_its_unit_and_all_its_words():
    whole = counts(900, of="spending on the well and the path", topic="money", unit="euros")
    part = counts(200, of="spending on the path", topic="money", unit="euros", scope="subset")
    story = a_story(said("A-2", "council", quantity=[{**whole, "scope": "total"}, part]))
    ask = the_question(14, story)["ask"]
    assert "200 euros (spending on the path)" in ask
    assert ask.endswith("How much does that leave?")


def test_the_speaker_stands_where_no_verb_has_to_agree():
    police = {**SPEAKERS, "police": {"name": "Wick police", "kind": "police"}}
    for seed in range(6):
        story = a_story(said("A-2", "police", quantity=[counts(16), PART]), speakers=police)
        assert "police gives" not in the_question(14, story, seed=seed)["ask"]

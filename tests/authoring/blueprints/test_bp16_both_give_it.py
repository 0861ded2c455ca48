"""BP16: judge whether two articles give the same figure for the same thing."""

from tests.authoring.ledgers import a_story, counts, drafts_of, said, the_question


def test_true_where_they_agree():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), said("B-2", "radio", quantity=counts(16))
    )
    question = the_question(16, story)
    assert question["answer"] == "true"
    assert question["slips"] == {"false": "false-conflict", "not stated": "cynicism"}


def test_one_source_in_two_articles_is_called_one_count():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), said("B-2", "nurse", quantity=counts(16))
    )
    assert "one count told twice" in the_question(16, story)["explain"]


def test_false_where_the_other_article_has_another_figure():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), said("B-2", "radio", quantity=counts(18))
    )
    made = [d.question for seed in range(4) for d in drafts_of(16, story, seed=seed)]
    false = [question for question in made if question["answer"] == "false"]
    assert false
    assert {question["slips"]["true"] for question in false} == {"false-agreement"}


def test_it_holds_back_where_the_number_stands_in_the_other_article_for_no_known_reason():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), texts={"B2": "Sixteen buckets stood there."}
    )
    assert drafts_of(16, story) == []


def test_that_they_differ_can_be_the_true_statement():
    answers, seen = set(), []
    for seed in range(8):
        story = a_story(
            said("A-2", "nurse", quantity=counts(16)), said("B-2", "radio", quantity=counts(18))
        )
        for draft in drafts_of(16, story, seed=seed):
            answers.add(draft.question["answer"])
            if draft.question["answer"] == "true":
                seen.append(draft.question)
    assert answers == {"true", "false"}
    assert all("16" in each["ask"] and "18" in each["ask"] for each in seen)
    assert seen[0]["slips"] == {"false": "false-agreement", "not stated": "cynicism"}


def test_no_stem_stumbles_over_a_floor():
    for seed in range(8):
        story = a_story(said("A-2", "nurse", quantity=counts(16, "at least")), said("B-2", "radio"))
        assert "at at" not in the_question(16, story, seed=seed)["ask"]

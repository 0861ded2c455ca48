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
    made = [draft.question for draft in drafts_of(16, story)]
    assert [question["answer"] for question in made] == ["false", "false"]
    assert made[0]["slips"]["true"] == "false-agreement"


def test_it_holds_back_where_the_number_stands_in_the_other_article_for_no_known_reason():
    story = a_story(
        said("A-2", "nurse", quantity=counts(16)), texts={"B2": "Sixteen buckets stood there."}
    )
    assert drafts_of(16, story) == []

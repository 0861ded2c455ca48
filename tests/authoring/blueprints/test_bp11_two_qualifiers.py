"""BP11: one number with two different qualifiers."""

from tests.authoring.ledgers import a_story, counts, drafts_of, right_of, said, the_question


def test_the_key_tells_what_each_wording_allows():
    story = a_story(
        said("A-2", "nurse", quantity=counts(50, "up to")),
        said("A-3", "radio", quantity=counts(50, "at least")),
    )
    assert right_of(the_question(11, story)) == ["A2 allows 50 and less, A3 50 and more"]


def test_it_holds_back_for_one_qualifier_or_two_numbers_or_two_things():
    one = said("A-2", "nurse", quantity=counts(50, "up to"))
    for other in (counts(50, "up to"), counts(60, "at least"), counts(50, of="cups")):
        assert drafts_of(11, a_story(one, said("A-3", "radio", quantity=other))) == []

"""Topics of claims without figures."""

from tests.authoring.extraction.drafting import draft

GATE = "Ida Holt said the northern floodgate had been opened without warning."


def topics(*texts):
    """The topics of the claims, in order."""
    return [c.topic for c in draft(*texts).ledger.claims]


def test_claims_that_share_rare_words_share_a_topic():
    first, second = topics(GATE, "The company denied that the northern floodgate had been opened.")
    assert first == second


def test_other_claims_keep_topics_of_their_own():
    first, second = topics(GATE, "A choir sang in the market square, the Port Daily said.")
    assert first != second


def test_a_name_in_common_is_not_enough():
    one = "Ida Holt said the pump station at Karst Lake was old."
    first, second = topics(one, "Rolf Adler said Karst Lake would host a regatta.")
    assert first != second


def test_a_speaker_who_says_alike_in_both_needs_fewer_words():
    one = "Ida Holt said she had dismissed her aide within an hour."
    other = "She had dismissed him the same day, Ida Holt said. A choir sang at the harbour, Rolf Adler said."
    first, second, third = topics(one, other)
    assert first == second != third


def test_claims_that_are_not_about_one_thing_never_get_one_topic_by_their_names():
    one = "Ida Holt spoke of pumps. Rolf Adler said it had rained. Ida Holt said it was over."
    found = topics(one, "The mayor said it had ended. The army said it was so.")
    assert len(found) == len(set(found)) > 3

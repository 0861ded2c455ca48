from reportedly.authoring.extraction.figures.align import pairs
from reportedly.story.relations import Relation
from tests.authoring.extraction.drafting import draft

A = "At least 50 people died in the mine, Radio Delta reported. The search took 56 days, the army said."
B = "Sixteen people, five of them police officers, were killed in the mine, the Port Daily said."


def test_figures_of_two_articles_on_the_same_thing_are_laid_side_by_side():
    (pair,) = pairs(draft(A, B).ledger)
    assert pair.relation == Relation.CONFLICT


def test_a_floor_and_a_higher_figure_can_both_hold():
    (pair,) = pairs(draft(A, "Sixty people died in the mine, the Port Daily said.").ledger)
    assert pair.relation == Relation.COMPATIBLE


def test_the_same_figure_agrees_and_a_part_is_never_paired_with_the_whole():
    other = "In all 50 people died; five officers were among the dead, the Port Daily said."
    third = "Five officers were among the dead, the union said."
    found = {(p.first[0] + p.second[0], p.relation) for p in pairs(draft(other, third).ledger)}
    assert found == {("AB", Relation.AGREE)}


def test_claims_without_figures_share_a_topic_when_they_share_rare_words():
    one = "Ida Holt said the northern floodgate had been opened without warning."
    other = "The company denied that the northern floodgate had been opened."
    first, second = (c for c in draft(one, other).ledger.claims)
    assert first.topic == second.topic


def test_other_claims_keep_topics_of_their_own():
    one = "Ida Holt said the northern floodgate had been opened without warning."
    other = "A choir sang in the market square, the Port Daily said."
    first, second = (c for c in draft(one, other).ledger.claims)
    assert first.topic != second.topic

"""One wording for what counts alike."""

from time import perf_counter

from tests.authoring.extraction.drafting import draft


def test_what_counts_alike_is_worded_alike_in_all_articles():
    one, other = "At least 50 people died, the army said.", "The mayor said 16 bodies were found."
    first, second = (q for c in draft(one, other).ledger.claims for q in c.quantity)
    assert (first.topic, first.of, first.unit) == (second.topic, second.of, second.unit)


def test_loose_figures_about_two_things_are_worded_apart():
    one, other = (
        "The strike lasted 20 days, the union said.",
        "Rain fell for 4 days, Ida Holt said.",
    )
    first, second = (q for c in draft(one, other).ledger.claims for q in c.quantity)
    assert first.of != second.of


def test_what_was_put_together_by_its_words_alone_is_marked_for_the_person():
    one = "The sirens stayed silent for 20 minutes, Wes Hale said. Police said 14 people died."
    other = "The plant said the sirens had sounded within 4 minutes. Police said 14 people died."
    marked = {
        q.value: [why for why in c.because if "A-" in why]
        for c in draft(one, other).ledger.claims if c.letter == "B" for q in c.quantity
    }  # fmt: skip
    assert marked == {4: ["seems to be about the same as A-01; check its topic"], 14: []}


def test_many_claims_of_one_kind_are_put_together_in_little_more_time_than_few():
    def seconds(n):
        text = "Police said 14 people died. Ida Holt paid 20 crowns, she said. " * n
        began = perf_counter()
        draft(text, text + "The army said 19 people died.", engine="rules")
        return perf_counter() - began

    few = min(seconds(40) for _ in range(2))
    assert min(seconds(160) for _ in range(2)) < 12 * few

"""An answer to one version of a question, marked by another."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.quiz.attempt import Answer
from reportedly.quiz.correcting.carrying import Worth, carry, worth
from reportedly.quiz.correcting.correction import Correction, corrected
from reportedly.quiz.correcting.trial import Held, totals, try_key
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.response import Chosen, Placed, SelfMarked, Sequence, Typed
from reportedly.quiz.scoring import score
from tests import builders
from tests.builders import NOON, an_answer, an_attempt, an_edition, chose, later
from tests.quiz.answering import EXAMPLES, a_layout, a_question
from tests.quiz.strategies import payloads, questions


def options(*texts, right=0):
    return [{"right" if n == right else "wrong": text} for n, text in enumerate(texts)]


def single(*texts, right=0):
    return a_question(kind="single", options=options(*texts, right=right))


def test_what_was_chosen_is_found_again_by_its_words():
    old, new = single("a", "b", "c"), single("c", "a", "b", right=1)
    assert carry(Chosen(frozenset({1})), old, new) == Chosen(frozenset({2}))


def test_what_is_not_there_any_more_cannot_be_marked():
    old, new = single("a", "b", "c"), single("a", "b")
    assert carry(Chosen(frozenset({2})), old, new) is None
    assert carry(Chosen(frozenset({1})), old, new) == Chosen(frozenset({1}))


def test_nobody_is_marked_by_an_answer_that_was_not_on_offer():
    old, new = single("a", "b"), single("new", "a", "b")
    assert carry(Chosen(frozenset({0})), old, new) is None
    assert carry(Chosen(frozenset({0})), old, single("a", "b", "new")) is not None


def test_one_option_of_a_question_that_takes_several_now():
    several = a_question(kind="multiple", options=[{"right": "a"}, {"right": "b"}, {"wrong": "c"}])
    old = single("a", "b", "c")
    carried = carry(Chosen(frozenset({1})), old, several)
    assert carried is not None
    assert worth(several, carried) == Worth(Fraction(1, 2), Fraction(1))
    assert carry(Chosen(frozenset({0, 1})), several, old) is None


def test_placings_follow_items_and_choices():
    old = a_question(kind="classify", labels=["l", "m"], items=[{"l": "a"}, {"m": "b"}])
    new = a_question(kind="classify", labels=["m", "l"], items=[{"l": "b"}, {"l": "a"}])
    given = Placed.of({0: 0, 1: 1})  # a under l, b under m
    carried = carry(given, old, new)
    assert carried == Placed.of({1: 1, 0: 0})
    assert worth(new, carried) == Worth(Fraction(1, 2), Fraction(1))
    third = a_question(kind="classify", labels=["l", "m"], items=[{"l": "a"}, {"m": "c"}])
    assert carry(given, old, third) is None


def test_a_match_that_is_gone_or_was_not_there_cannot_be_marked():
    def match(*pairs, extra=()):
        listed = [{"item": item, "match": found} for item, found in pairs]
        return a_question(kind="match", pairs=listed, extra=[{"wrong": e} for e in extra])

    old = match(("a", "x"), ("b", "y"), extra=["z"])
    given = Placed.of({0: 0, 1: 2})
    assert carry(given, old, match(("a", "x"), ("b", "z"))) == Placed.of({0: 0, 1: 1})
    assert carry(given, old, match(("a", "x"), ("b", "y"))) is None
    assert carry(given, old, match(("a", "w"), ("b", "z"), extra=["x"])) is None


def test_an_order_leaves_out_what_was_taken_out():
    old = a_question(kind="order", order=["a", "b", "c"])
    assert carry(Sequence((2, 0, 1)), old, a_question(kind="order", order=["b", "c"])) == Sequence(
        (1, 0)
    )
    assert carry(Sequence((2, 0, 1)), old, a_question(kind="order", order=["a", "d"])) is None


def test_typed_words_are_read_anew_and_a_number_that_is_unclear_now_is_not():
    english, german = (a_question(kind="number", answer="42", language=x) for x in ("en", "de"))
    assert carry(Typed("42.5"), english, english) == Typed("42.5")
    assert carry(Typed("1.234"), english, german) is None
    short = a_question(kind="short", accept=["rain"])
    wider = a_question(kind="short", accept=["rain", "drizzle"])
    assert worth(short, Typed("drizzle")).points == 0
    assert worth(wider, carry(Typed("drizzle"), short, wider)).points == 1


def test_a_level_is_found_again_by_what_it_says():
    def written(*levels):
        rubric = [{"points": points, "says": says} for points, says in levels]
        return a_question(kind="open", rubric=rubric, model="m")

    old, new = written((2, "good"), (0, "poor")), written((4, "best"), (1, "good"), (0, "poor"))
    assert carry(SelfMarked("words", 0), old, new) == SelfMarked("words", 1)
    assert carry(SelfMarked("words", 1), old, written((2, "good"), (1, "fair"))) is None


def test_another_kind_of_question_cannot_mark_it():
    assert carry(chose(0), EXAMPLES["truefalse"], EXAMPLES["single"]) is None


def test_every_kind_that_is_not_typed_says_what_it_offers():
    for kind in KINDS:
        typed = kind in ("number", "short")
        assert bool(EXAMPLES[kind].offered().parts) != typed, kind


@settings(max_examples=150)
@given(data=st.data())
def test_by_the_same_key_every_answer_is_itself_and_changes_nobody(data):
    question = data.draw(questions())
    layout = a_layout(question)
    response = question.read(data.draw(payloads(question, layout)), layout)
    if isinstance(response, SelfMarked) and response.level is None:
        return
    assert carry(response, question, question) == response
    held = [Held("a", NOON, question.id, "now", "now", response)]
    tried = try_key(held, lambda key, id: question, question)
    assert (tried.moves, tried.same, tried.unreadable) == ((), 1, 0)


@settings(max_examples=150)
@given(data=st.data())
def test_the_trial_says_exactly_what_the_result_then_shows(data):
    """Any two versions of a question, any answer."""
    kind = data.draw(st.sampled_from(list(KINDS)))
    old, new = data.draw(questions((kind,))), data.draw(questions((kind,)))
    layout = a_layout(old)
    response = old.read(data.draw(payloads(old, layout)), layout)
    if isinstance(response, SelfMarked) and response.level is None:
        return
    held = [Held("attempt-1", NOON, old.id, "old", "old", response)]
    versions = {"old": old, "new": new}
    tried = try_key(held, lambda key, id: versions[key], new)

    editions = {
        k: an_edition().model_copy(update={"bank": bank_of(q)}) for k, q in versions.items()
    }
    attempt = an_attempt(Answer(old.id, response, None, NOON), questions=(old.id,))
    made = [Correction("c", old.id, "new", "why", "Ada", NOON)] if tried.moves else []
    better = corrected(attempt, editions["old"], made, editions)
    before = score(attempt, editions["old"])
    after = score(attempt, editions["old"], {k: c.after for k, c in better.items()})
    gain = sum((move.gain for move in tried.moves), Fraction(0))
    assert after.points - before.points == gain
    assert len(tried.moves) + tried.same + tried.unreadable == 1
    counted = [Held("attempt-1", NOON, old.id, "old", "new" if tried.moves else "old", response)]
    assert totals(counted, lambda key, id: versions[key])["attempt-1"] == Worth(
        after.points, after.possible
    )


def bank_of(question):
    return builders.a_bank().model_copy(update={"questions": (question,)})


def test_the_latest_correction_counts_and_an_unanswered_question_has_none():
    first = builders.a_question("one")
    edition = an_edition(first, builders.a_question("two"))
    turned = builders.a_question("one", options=options("The organiser", "Nobody", right=1))
    editions = {"turned": an_edition(turned), "twice": an_edition({**first, "points": 2})}
    made = [
        Correction("a", "one", "turned", "", "Ada", NOON),
        Correction("b", "one", "twice", "", "Ada", later(hours=1)),
        Correction("c", "two", "twice", "", "Ada", NOON),
    ]
    attempt = an_attempt(an_answer("one"), questions=("one", "two"))
    better = corrected(attempt, edition, made, editions)
    assert list(better) == ["one"]
    assert (better["one"].before.points, better["one"].after.points) == (1, 2)


@pytest.mark.parametrize("level", [None, 0])
def test_words_without_a_level_are_not_marked(level):
    question = a_question(
        kind="open", rubric=[{"points": 2, "says": "x"}, {"points": 0, "says": "y"}], model="m"
    )
    held = [Held("a", NOON, question.id, "old", "old", SelfMarked("words", level))]
    assert len(totals(held, lambda key, id: question)) == (level is not None)
    tried = try_key(held, lambda key, id: question, question)
    assert (tried.same, tried.unreadable) == (level is not None, 0)

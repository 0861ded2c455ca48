"""A study from its opening to its end: who takes part, in which order, and what is withheld."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from reportedly.quiz import taking as solo
from reportedly.store.answers import Answers
from reportedly.store.errors import NoSuchAttempt, NoSuchEdition
from reportedly.store.studies import taking
from reportedly.store.studies.kept import AfterBegun, NoSuchStudy, Studies
from reportedly.study.plan import AFTER, Part, Phase
from tests.builders import NOON, an_answer, later
from tests.store.beginning import begin as begin_solo
from tests.store.studies.having import (
    ABROAD,
    EDITION,
    FORMS,
    TRANSFER,
    a_plan,
    begin,
    do,
    parts_of,
    with_transfer,
)


@pytest.fixture
def studies(engine, attempts):
    return Studies(engine, attempts)


def explained(attempt):
    return [q for q in attempt.questions if solo.is_explained(attempt, q)]


# --- opening, and its parts ---------------------------------------------------------------------


def test_a_study_is_found_by_its_code_with_all_that_was_decided(studies):
    kept = begin(studies, with_transfer(asks_certainty=True))
    assert studies.by_code(kept.code) == studies.by_id("study-1") == kept
    assert kept.plan == with_transfer(asks_certainty=True)
    assert studies.all() == (kept,)
    assert studies.edition(kept.edition) == EDITION
    assert studies.edition(kept.transfer_edition) == ABROAD


def test_opening_twice_opens_one(studies):
    assert begin(studies) == begin(studies)
    assert len(studies.all()) == 1


def test_a_code_that_is_taken_is_not_given_again(studies):
    codes = {begin(studies, id=f"study-{n}").code for n in range(5)}
    assert len(codes) == 5


def test_no_study_of_a_code_says_so(studies):
    with pytest.raises(NoSuchStudy, match="check the code"):
        studies.by_code("ABCDEF")


def test_the_after_part_opens_when_the_instructor_says_or_from_a_date(studies):
    kept = begin(studies, after_from=later(days=7))
    assert kept.phase(later(days=6)) is Phase.BEFORE
    assert kept.phase(later(days=7)) is Phase.AFTER
    at_once = studies.open_after(kept.id, later(days=2))
    assert at_once.phase(later(days=2)) is Phase.AFTER
    assert studies.open_after(kept.id, later(days=3)).after_from == later(days=2)
    assert studies.close(kept.id, later(days=9)).phase(later(days=9)) is Phase.CLOSED
    assert studies.close(kept.id, later(days=10)).closed_at == later(days=9)


def test_the_after_part_can_be_taken_back_until_somebody_has_begun_it(studies):
    kept = begin(studies)
    taking.join(studies, kept.id, "one", NOON)
    studies.open_after(kept.id, later(days=1))
    assert studies.take_back_after(kept.id).phase(later(days=2)) is Phase.BEFORE
    studies.open_after(kept.id, later(days=3))
    do(studies, kept, "one", later(days=3))
    with pytest.raises(AfterBegun):
        studies.take_back_after(kept.id)


# --- who takes part -----------------------------------------------------------------------------


def test_who_joins_twice_keeps_place_and_order(studies):
    kept = begin(studies)
    first = taking.join(studies, kept.id, "one", NOON)
    taking.join(studies, kept.id, "two", later(minutes=1))
    assert taking.join(studies, kept.id, "one", later(minutes=2)) == first
    assert [m.learner for m in taking.members(studies, kept)] == ["one", "two"]


def test_orders_stay_even_whoever_comes_at_the_same_time(studies):
    kept = begin(studies)
    with ThreadPoolExecutor(8) as pool:
        list(
            pool.map(lambda n: taking.join(studies, kept.id, f"learner-{n % 24}", NOON), range(40))
        )
    orders = Counter(m.order for m in taking.members(studies, kept))
    assert len(orders) == 4
    assert set(orders.values()) == {6}


def test_each_half_of_the_class_gets_the_other_form_first(studies):
    kept = begin(studies, with_transfer())
    for n in range(8):
        learner = f"learner-{n}"
        taking.join(studies, kept.id, learner, NOON)
        got = [do(studies, kept, learner, later(minutes=n)).questions,
               do(studies, kept, learner, later(minutes=n, seconds=1)).questions]  # fmt: skip
        order = taking.member(studies, kept, learner).order
        assert got[0] == (FORMS.a if order.main == "AB" else FORMS.b)
        assert got[1] == (TRANSFER.a if order.transfer == "12" else TRANSFER.b)
        assert do(studies, kept, learner, later(minutes=n, seconds=2)) is None
    studies.open_after(kept.id, later(days=1))
    for n in range(8):
        learner = f"learner-{n}"
        order = taking.member(studies, kept, learner).order
        assert do(studies, kept, learner, later(days=1, minutes=n)).questions == (
            FORMS.b if order.main == "AB" else FORMS.a
        )
        assert parts_of(studies, kept, learner) == {
            Part.BEFORE, Part.BEFORE_TRANSFER, Part.AFTER,
        }  # fmt: skip


def test_two_tabs_begin_a_part_once(studies, engine):
    kept = begin(studies)
    taking.join(studies, kept.id, "one", NOON)

    def open_tab(n):
        return taking.go_on(studies, kept.id, "one", attempt_id=f"a{n}", seed=n, now=NOON).id

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(open_tab, range(12)))) == 1


def test_nobody_begins_a_part_without_having_joined_or_when_it_is_not_open(studies):
    kept = begin(studies)
    assert do(studies, kept, "stranger", NOON) is None
    taking.join(studies, kept.id, "one", NOON)
    assert do(studies, kept, "one", NOON) is not None
    assert do(studies, kept, "one", later(days=1)) is None
    studies.close(kept.id, later(days=2))
    assert do(studies, kept, "one", later(days=2)) is None
    with pytest.raises(taking.StudyClosed):
        taking.join(studies, kept.id, "late", later(days=2))


def test_a_before_part_finished_once_the_after_part_was_open_does_not_count_as_before(studies):
    kept = begin(studies)
    for learner in ("in-time", "late"):
        taking.join(studies, kept.id, learner, NOON)
    do(studies, kept, "in-time", NOON)
    begun = taking.go_on(studies, kept.id, "late", attempt_id="late-1", seed=1, now=NOON)
    kept = studies.open_after(kept.id, later(days=1))
    studies.attempts.finish(begun.id, "late", later(days=1, minutes=1))
    found = {m.learner: m for m in taking.members(studies, kept)}
    assert found["in-time"].did(Part.BEFORE, kept)
    assert not found["late"].did(Part.BEFORE, kept)


# --- what is withheld ---------------------------------------------------------------------------


def test_nothing_is_explained_until_the_last_part_is_done(studies, attempts):
    kept = begin(studies, with_transfer())
    taking.join(studies, kept.id, "one", NOON)
    done = [do(studies, kept, "one", NOON), do(studies, kept, "one", later(minutes=1))]
    assert [explained(attempt) for attempt in done] == [[], []]
    studies.open_after(kept.id, later(days=1))
    done.append(do(studies, kept, "one", later(days=1)))
    for attempt in done:
        assert attempts.load(attempt.id, "one").is_withheld
    done.append(do(studies, kept, "one", later(days=1, minutes=1)))
    for attempt in done:
        again = attempts.load(attempt.id, "one")
        assert not again.is_withheld
        assert explained(again) == list(again.questions)


def test_without_a_transfer_pair_one_after_part_is_all(studies, attempts):
    kept = begin(studies)
    taking.join(studies, kept.id, "one", NOON)
    first = do(studies, kept, "one", NOON)
    studies.open_after(kept.id, later(days=1))
    do(studies, kept, "one", later(days=1))
    assert not attempts.load(first.id, "one").is_withheld


def test_closing_a_study_lets_everybody_see_the_explanations(studies, attempts):
    kept = begin(studies)
    taking.join(studies, kept.id, "one", NOON)
    first = do(studies, kept, "one", NOON)
    studies.close(kept.id, later(days=1))
    assert explained(attempts.load(first.id, "one")) == list(first.questions)


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_the_studys_banks_rest_for_its_members_and_for_nobody_else(studies, attempts, mode):
    kept = begin(studies, with_transfer())
    taking.join(studies, kept.id, "one", NOON)
    for learner in ("one", "two"):
        begin_solo(attempts, id=f"solo-{learner}", learner=learner, mode=mode)
        attempts.answer(f"solo-{learner}", learner, an_answer("one"))
        attempts.finish(f"solo-{learner}", learner, NOON)
    begin_solo(attempts, id="elsewhere", learner="one", bank="another-bank")

    assert attempts.load("solo-one", "one").is_withheld
    assert explained(attempts.load("solo-one", "one")) == []
    assert explained(attempts.load("solo-two", "two")) == ["one"]
    assert not attempts.load("elsewhere", "one").is_withheld
    assert studies.resting("one", "lantern-walk") == studies.resting("one", "abroad") == kept
    assert studies.resting("one", "another-bank") is None
    assert studies.resting("two", "lantern-walk") is None
    studies.close(kept.id, later(days=1))
    assert studies.resting("one", "lantern-walk") is None


def test_a_bank_rests_under_its_new_name_too(studies, attempts):
    kept = begin(studies)
    taking.join(studies, kept.id, "one", NOON)
    attempts.rename("lantern-walk", "lanterns")
    assert studies.resting("one", "lanterns").id == kept.id
    assert attempts.load(do(studies, kept, "one", NOON).id, "one").is_withheld


def test_what_is_begun_in_a_study_after_a_bank_was_renamed_counts_for_the_new_name(
    studies, attempts
):
    kept = begin(studies, with_transfer())
    attempts.rename("lantern-walk", "lanterns")
    assert studies.by_id(kept.id).plan == with_transfer(banks=("lanterns",))
    taking.join(studies, kept.id, "one", NOON)
    do(studies, kept, "one", NOON)
    assert attempts.taken() == {"lanterns": 1}


def test_a_bank_can_take_the_name_of_another_one_of_its_study_that_is_gone(studies, attempts):
    kept = begin(studies, a_plan(banks=("lantern-walk", "lanterns")))
    taking.join(studies, kept.id, "one", NOON)
    attempts.rename("lantern-walk", "lanterns")
    assert studies.by_id(kept.id).plan.banks == ("lanterns",)
    assert studies.resting("one", "lanterns").id == kept.id
    assert studies.resting("one", "lantern-walk") is None


def test_an_attempt_knows_its_study(studies, attempts):
    kept = begin(studies)
    taking.join(studies, kept.id, "one", NOON)
    assert studies.of_attempt(do(studies, kept, "one", NOON).id) == kept
    assert studies.of_attempt("another") is None


def test_what_a_learner_is_told_of_their_answers_leaves_out_what_is_withheld(studies, attempts):
    kept = begin(studies)
    taking.join(studies, kept.id, "one", NOON)
    do(studies, kept, "one", NOON)
    begin_solo(attempts, id="solo", learner="one", bank="another-bank", mode="test")
    attempts.answer("solo", "one", an_answer("one"))
    attempts.finish("solo", "one", NOON)
    answers = Answers(studies.engine)

    assert set(answers.of_learner("one")["sitting"]) == {"solo"}
    studies.close(kept.id, later(days=1))
    assert len(set(answers.of_learner("one")["sitting"])) == 2


def test_the_answers_of_a_study_are_those_of_its_finished_parts(studies, attempts):
    kept = begin(studies)
    for name in ("one", "two"):
        taking.join(studies, kept.id, name, NOON)
    done = do(studies, kept, "one", NOON)
    taking.go_on(studies, kept.id, "two", attempt_id="open", seed=1, now=NOON)
    attempts.answer("open", "two", an_answer(attempts.load("open", "two").questions[0]))
    begin_solo(attempts, id="solo", learner="one")
    rows = Answers(studies.engine).of_study(kept.id)

    assert set(rows["sitting"]) == {done.id}
    assert sorted(rows["question"]) == sorted(done.questions)


# --- forgetting ---------------------------------------------------------------------------------


def test_forgetting_a_learner_leaves_nothing_of_them_and_their_place_is_given_again(
    studies, attempts
):
    kept = begin(studies)
    orders = [taking.join(studies, kept.id, name, NOON).order for name in ("one", "two")]
    mine = do(studies, kept, "one", NOON)

    assert attempts.forget("one") == 1 + len(mine.questions) + 1
    assert [m.learner for m in taking.members(studies, kept)] == ["two"]
    with pytest.raises(NoSuchAttempt):
        attempts.load(mine.id, "one")
    assert taking.join(studies, kept.id, "three", NOON).order == orders[0]


def test_deleting_a_study_deletes_its_answers_and_no_others(studies, attempts):
    kept = begin(studies, with_transfer())
    taking.join(studies, kept.id, "one", NOON)
    first = do(studies, kept, "one", NOON)
    begin_solo(attempts, id="solo", learner="one")

    assert studies.delete(kept.id) > 0
    assert studies.all() == ()
    assert attempts.load("solo", "one").id == "solo"
    with pytest.raises(NoSuchAttempt):
        attempts.load(first.id, "one")
    with pytest.raises(NoSuchEdition):
        Studies(studies.engine, type(attempts)(studies.engine)).edition(kept.edition)


def test_the_edition_stays_while_the_study_does(studies, attempts, engine):
    kept = begin(studies, with_transfer())
    taking.join(studies, kept.id, "one", NOON)
    do(studies, kept, "one", NOON)
    attempts.forget("one")
    afresh = type(attempts)(engine)
    assert afresh.edition(kept.edition) == EDITION
    assert afresh.edition(kept.transfer_edition) == ABROAD


def test_what_a_learner_did_in_a_study_is_deleted_together_after_the_last_of_it(studies, attempts):
    kept = begin(studies)
    for name in ("both", "before-only"):
        taking.join(studies, kept.id, name, NOON)
        do(studies, kept, name, NOON)
    studies.open_after(kept.id, later(days=25))
    do(studies, kept, "both", later(days=25))

    def forget(cutoff):
        attempts.forget_older_than(cutoff)
        studies.forget_older_than(cutoff)
        return {m.learner: set(m.sittings) for m in taking.members(studies, kept)}

    assert forget(later(days=5)) == {"both": {Part.BEFORE, Part.AFTER}}
    assert forget(later(days=26)) == {}
    assert studies.all() == ()


def test_a_study_that_is_still_to_come_is_not_deleted(studies):
    kept = begin(studies, after_from=later(days=60))
    assert studies.forget_older_than(later(days=40)) == 0
    assert studies.by_id(kept.id) == kept


def test_the_parts_after_are_the_ones_that_release():
    assert {part for part in a_plan().parts if part.is_after} <= AFTER
    assert with_transfer().parts == tuple(Part)

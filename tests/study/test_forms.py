"""Forms are parallel, even, the same for the same seed, and short of questions they say so."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.files.shelf.shelf import Library
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.study.forms import TooFewQuestions, exchanged, match, parallel_forms
from reportedly.study.traits import Traits, distance, traits_of, usable
from tests.builders import a_bank, a_question, a_statement, an_open_question

ROOT = Path(__file__).parents[2]


def traits(id: str, skill: Skill = Skill.NUMBERS, kind: str = "single", **fields) -> Traits:
    """What is known of a question."""
    return Traits(**{
        "id": id, "ask": id, "skills": frozenset({skill}), "kind": kind, "level": Level.MEDIUM,
        "offers": frozenset(), **fields,
    })  # fmt: skip


@st.composite
def piles(draw):
    """Questions of all sorts."""
    count = draw(st.integers(4, 16))
    return [
        traits(
            f"q{n:02}",
            draw(st.sampled_from(list(Skill)[:4])),
            draw(st.sampled_from(["single", "truefalse", "match"])),
            level=draw(st.sampled_from(list(Level))),
            offers=frozenset(draw(st.sets(st.sampled_from([Slip.OVER_CLAIM, Slip.CYNICISM])))),
            difficulty=draw(st.none() | st.floats(0, 1)),
        )
        for n in range(count)
    ]


@settings(deadline=None, max_examples=15)
@given(piles(), st.integers(0, 1000), st.data())
def test_forms_share_no_question_and_lose_none(pile, seed, data):
    size = data.draw(st.integers(2, len(pile) // 2))
    forms = parallel_forms(pile, size, seed=seed)
    assert len(forms.a) == len(forms.b) == size
    assert sorted((*forms.a, *forms.b, *forms.spare)) == sorted(one.id for one in pile)


@settings(deadline=None, max_examples=15)
@given(piles(), st.integers(0, 1000))
def test_the_same_seed_makes_the_same_forms_however_the_pile_is_sorted(pile, seed):
    first = parallel_forms(pile, 2, seed=seed)
    again = parallel_forms(pile[::-1], 2, seed=seed)
    assert (first.a, first.b) == (again.a, again.b)


def test_another_seed_makes_other_forms():
    pile = [traits(f"q{n}") for n in range(20)]
    assert len({parallel_forms(pile, 5, seed=seed).a for seed in range(10)}) > 1


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 200))
def test_questions_that_come_in_twins_are_all_matched_and_the_forms_hold_the_same(seed):
    twins = [
        traits(f"{skill}-{kind}-{level}-{n}", skill, kind, level=level)
        for skill in list(Skill)[:3]
        for kind in ("single", "match")
        for level in Level
        for n in range(2)
    ]
    forms = parallel_forms(twins, 18, seed=seed)
    found = match(forms, {one.id: one for one in twins})
    assert found.parallel == 18
    assert all(row.a == row.b for row in found.rows)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(list(Level)), min_size=4, max_size=16), st.integers(0, 1000))
def test_neither_form_is_harder_by_more_than_one_question(levels, seed):
    pile = [traits(f"q{n:02}", level=level) for n, level in enumerate(levels)]
    steps = {one.id: one.step for one in pile}
    forms = parallel_forms(pile, len(pile) // 2, seed=seed)
    assert abs(sum(steps[id] for id in forms.a) - sum(steps[id] for id in forms.b)) <= 2


def test_a_leaning_is_evened_out_between_pairs():
    # Four pairs of an easy and a hard question each: two hard ones have to go to either form.
    pile = [
        traits(f"{skill}-{level}", skill, level=level)
        for skill in list(Skill)[:4]
        for level in (Level.EASY, Level.HARD)
    ]
    for seed in range(30):
        forms = parallel_forms(pile, 4, seed=seed)
        hard = [sum("hard" in id for id in side) for side in (forms.a, forms.b)]
        assert hard == [2, 2]


def test_known_difficulties_decide_between_questions_that_are_otherwise_alike():
    pile = [traits(f"q{n}", difficulty=share) for n, share in enumerate([0.3, 0.9, 0.32, 0.88])]
    forms = parallel_forms(pile, 2, seed=1)
    pairs = {frozenset(pair) for pair in zip(forms.a, forms.b, strict=True)}
    assert pairs == {frozenset({"q0", "q2"}), frozenset({"q1", "q3"})}


def test_a_small_form_takes_different_skills_where_it_can():
    pile = [traits(f"{skill}-{n}", skill) for skill in list(Skill)[:4] for n in range(4)]
    forms = parallel_forms(pile, 4, seed=3)
    assert len({id.rpartition("-")[0] for id in forms.a}) == 4


def test_too_few_questions_are_told_with_the_cure():
    pile = [traits(f"q{n}") for n in range(11)]
    with pytest.raises(TooFewQuestions) as told:
        parallel_forms(pile, 8, seed=1)
    assert str(told.value) == (
        "Two forms of 8 questions need 16, and there are 11 that can be used. "
        "Choose 5 or fewer for each form, or add a bank."
    )
    with pytest.raises(TooFewQuestions, match="make more of its questions ready"):
        parallel_forms(pile[:3], 2, seed=1)
    with pytest.raises(TooFewQuestions, match="at least 2"):
        parallel_forms(pile, 1, seed=1)


def test_questions_can_change_places_between_forms_and_with_those_left_over():
    pile = [traits(f"q{n}") for n in range(7)]
    forms = parallel_forms(pile, 3, seed=1)
    swapped = exchanged(forms, forms.a[0], forms.b[2])
    assert (swapped.a[0], swapped.b[2]) == (forms.b[2], forms.a[0])
    in_for_spare = exchanged(forms, forms.a[1], forms.spare[0])
    assert in_for_spare.a[1] == forms.spare[0]
    assert in_for_spare.spare == (forms.a[1],)
    assert exchanged(swapped, forms.a[0], forms.b[2]) == forms
    with pytest.raises(KeyError):
        exchanged(forms, forms.a[0], "nowhere")


def test_the_match_names_what_differs():
    one = traits("one", Skill.GAPS, level=Level.EASY, offers=frozenset({Slip.CYNICISM}))
    other = traits("other", Skill.HEDGES, "match", level=Level.HARD)
    forms = parallel_forms([one, other, traits("x"), traits("y")], 2, seed=1)
    found = match(forms, {t.id: t for t in (one, other, traits("x"), traits("y"))})
    assert ("skill", "kind", "level", "misreadings on offer") in found.pairs
    assert found.parallel == 1
    assert any(row.what == "Offers: cynicism" and {row.a, row.b} == {"0", "1"}
               for row in found.rows)  # fmt: skip


def test_only_ready_questions_are_used_and_no_written_answers():
    bank = a_bank(
        a_question("kept"), a_question("draft", status="draft", reviewed=[]), an_open_question()
    )
    assert [question.id for question in usable([bank, bank])] == ["kept"]


def test_a_statement_says_whether_it_is_supported():
    [yes, no, other] = a_bank(
        a_statement("true", "yes"), a_statement("not stated", "no"), a_question("other")
    ).questions
    assert [traits_of(one).supported for one in (yes, no, other)] == [True, False, None]
    assert distance(traits_of(yes), traits_of(no)) > 0


def test_the_shipped_banks_give_forms_whose_pairs_mostly_train_the_same_skill():
    banks = [s.bank for s in Library(ROOT).shelf().banks.values() if s.bank.story != "lantern-walk"]
    pile = [traits_of(question) for question in usable(banks)]
    forms = parallel_forms(pile, 15, seed=1)
    found = match(forms, {one.id: one for one in pile})
    assert sum("skill" not in pair for pair in found.pairs) >= 12

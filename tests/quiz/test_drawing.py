"""Which questions a learner gets."""

from collections import Counter

import pytest

from reportedly.quiz.drawing import draw, layout_of
from tests.builders import a_bank, a_question

SKILLS = ["sources", "hedges", "numbers"]
STEPS = ["easy", "medium", "hard"]


def a_mixed_bank(each=4):
    """Of three skills four questions each, the levels mixed."""
    return a_bank(
        *(
            a_question(f"{skill}-{n}", skills=[skill], level=STEPS[(n + s) % 3])
            for n in range(each)
            for s, skill in enumerate(SKILLS)
        )
    )


def test_the_same_seed_draws_the_same_questions_in_the_same_order():
    bank = a_mixed_bank()
    assert draw(bank, seed=5, size=6) == draw(bank, seed=5, size=6)


def test_neighbours_get_different_orders():
    assert len({draw(a_mixed_bank(), seed=seed) for seed in range(20)}) > 15


@pytest.mark.parametrize("size", [None, 12, 500])
def test_without_a_size_or_with_one_too_large_every_question_is_drawn_once(size):
    bank = a_mixed_bank()
    assert sorted(draw(bank, seed=1, size=size)) == sorted(q.id for q in bank.questions)


@pytest.mark.parametrize("size", range(12))
def test_a_draw_has_the_size_asked_for(size):
    assert len(set(draw(a_mixed_bank(), seed=1, size=size))) == size


@pytest.mark.parametrize("seed", range(10))
def test_a_small_draw_takes_the_skills_in_turn(seed):
    drawn = draw(a_mixed_bank(), seed=seed, size=6)
    assert Counter(name.rpartition("-")[0] for name in drawn) == dict.fromkeys(SKILLS, 2)


def test_when_a_skill_has_no_more_questions_the_others_fill_the_draw():
    bank = a_bank(a_question("lone", skills=["gaps"]), *map(a_question, "abcdef"))
    for seed in range(10):
        drawn = draw(bank, seed=seed, size=5)
        assert "lone" in drawn
        assert len(drawn) == 5


@pytest.mark.parametrize("seed", range(10))
def test_easier_questions_come_first(seed):
    bank = a_mixed_bank()
    steps = {question.id: STEPS.index(question.level) for question in bank.questions}
    drawn = [steps[name] for name in draw(bank, seed=seed, size=7)]
    assert drawn == sorted(drawn)


def test_questions_of_one_level_come_in_any_order():
    bank = a_bank(*map(a_question, "abcd"))
    first = Counter(draw(bank, seed=seed)[0] for seed in range(400))
    assert set(first) == set("abcd")
    assert min(first.values()) > 60


def test_a_draft_is_never_drawn():
    bank = a_bank(a_question("ready"), a_question("draft", status="draft"))
    assert all(draw(bank, seed=seed) == ("ready",) for seed in range(20))


def test_a_question_without_a_skill_is_drawn_too():
    assert draw(a_bank(a_question("plain", skills=[])), seed=0) == ("plain",)


def test_a_bank_of_drafts_draws_nothing():
    assert draw(a_bank(a_question(status="draft")), seed=0) == ()


def test_a_reload_shows_the_same_layout_and_a_neighbour_may_see_another():
    options = [{"right": "a"}, {"wrong": "b"}, {"wrong": "c"}]
    one, other = a_bank(
        a_question("one", options=options), a_question("two", options=options)
    ).ready
    assert layout_of(one, seed=3) == layout_of(one, seed=3)
    assert len({layout_of(one, seed=seed) for seed in range(50)}) == 6
    assert any(layout_of(one, seed=seed) != layout_of(other, seed=seed) for seed in range(20))

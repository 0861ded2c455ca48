"""key-position."""

from tests.builders import a_question


def bank_of(*positions, of=4, **fields):
    def options(at):
        return [
            {"right": "r"} if n == at else {"wrong": f"w{n}", "slip": "cynicism"} for n in range(of)
        ]

    fields = {"shuffle": False, **fields}
    return [a_question(id=f"q{n}", options=options(at), **fields) for n, at in enumerate(positions)]


def test_the_same_place_too_often_is_told_with_the_lines(find):
    (fault,) = find(*bank_of(1, 1, 1, 1, 0))
    assert "number 2 in 4 of 5" in fault.found
    assert len(fault.also) == 4


def test_the_last_place_is_one_whatever_the_number_of_options(find):
    (fault,) = find(*bank_of(3, 3, 3), *({**q, "id": f"x{q['id']}"} for q in bank_of(2, 2, of=3)))
    assert "the right option is last in 5 of 5" in fault.found


def test_a_right_option_pinned_last_counts_although_the_others_are_shuffled(find):
    pinned = bank_of(0, 0, 0, 0, shuffle=True)
    for question in pinned:
        question["options"][0]["pin"] = "last"
    (fault,) = find(*pinned)
    assert "last in 4 of 4" in fault.found


def test_options_that_are_shuffled_may_stand_in_any_order_in_the_file(find):
    assert find(*bank_of(*[0] * 12, shuffle=True)) == []


def test_places_that_vary_are_fine(find):
    assert find(*bank_of(0, 1, 2, 3, 0, 2)) == []


def test_three_questions_tell_nothing(find):
    assert find(*bank_of(0, 0, 0)) == []

"""cynicism."""

from tests.builders import a_question


def bank_of(*slips):
    def options(slip):
        return [{"right": "One"}, {"wrong": "Two", "slip": slip}]

    return [a_question(id=f"q{n}", options=options(slip)) for n, slip in enumerate(slips)]


def test_a_bank_in_which_doubt_always_pays_is_told(find):
    (fault,) = find(*bank_of("over-claim", "wrong-time", "wrong-speaker", "wrong-count"))
    assert fault.place == ("questions",)
    assert "trusting nothing" in fault.found


def test_less_than_half_as_often_as_claiming_too_much_is_told(find):
    (fault,) = find(*bank_of("cynicism", *["over-claim"] * 3))
    assert fault.found == "`cynicism` is offered once, `over-claim` 3 times"


def test_half_as_often_is_enough(find):
    assert find(*bank_of("cynicism", "cynicism", *["over-claim"] * 4)) == []


def test_a_bank_of_a_few_wrong_answers_tells_nothing(find):
    assert find(*bank_of("over-claim", "wrong-time")) == []


def test_drafts_do_not_count(find):
    drafts = [{**question, "status": "draft"} for question in bank_of(*["over-claim"] * 6)]
    assert find(*drafts) == []

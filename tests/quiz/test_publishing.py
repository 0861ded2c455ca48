"""Which questions learners see, and whose signatures count."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.quiz.publishing.signature import wording
from reportedly.quiz.publishing.standing import SENSITIVE
from tests.builders import a_bank, a_question

DAY = "2026-11-22"
MONDAY = date(2026, 11, 23)


def by(name, **fields):
    return {"by": name, "date": DAY, **fields}


def ready(*signatures, **fields):
    return a_question(status="ready", reviewed=signatures, **fields)


def shown(question, **fields):
    return bool(a_bank(question, **fields).ready)


def warnings(question, **fields):
    return [fault.found for fault in a_bank(question, **fields).faults()]


def now(**fields):
    """The stamp of the question's wording."""
    return wording(a_bank(a_question(**fields)).questions[0])


def test_without_a_status_a_question_is_shown_signed_or_not():
    for tags in ([], ["deaths"]):
        assert shown(a_question(), tags=tags)
        assert shown(a_question(reviewed=by("Ada")), tags=tags)


def test_a_draft_is_not_shown_whoever_has_signed_it():
    assert not shown(a_question(status="draft", reviewed=[by("Ada"), by("Ben")]))


def test_ready_takes_a_name():
    assert not shown(ready())
    assert shown(ready(by("Ada")))


@pytest.mark.parametrize("tag", SENSITIVE)
def test_in_a_sensitive_bank_it_takes_two_names(tag):
    assert not shown(ready(by("Ada")), tags=["harbour", tag])
    assert shown(ready(by("Ada"), by("Ben")), tags=["harbour", tag])


@pytest.mark.parametrize("tag", SENSITIVE)
def test_a_sensitive_question_takes_two_names_in_any_bank(tag):
    assert not shown(ready(by("Ada"), tags=[tag]))
    assert shown(ready(by("Ada"), by("Ben"), tags=[tag]))
    assert shown(ready(by("Ada"), tags=["harbour"]))
    assert warnings(ready(by("Ada"), tags=[tag])) == [
        f"“ready” needs 2 signatures for a question tagged {tag}, and there is 1"
    ]


def test_notes_for_a_class_and_tags_are_no_wording():
    stamp = now()
    assert warnings(ready(by("Ada", wording=stamp), notes="Ask twice.", tags=["harbour"])) == []


def test_one_person_is_not_two_however_the_name_is_written():
    assert not shown(ready(by("Ada Byron"), by(" ada  BYRON")), tags=["deaths"])
    (found,) = warnings(ready(by("Ada"), by("ada")))
    assert "stands twice" in found


def test_a_signature_lapses_when_what_is_asked_or_what_is_right_changes():
    stamp = now()
    turned = [{"wrong": "The organiser"}, {"right": "Nobody"}]
    assert shown(ready(by("Ada", wording=stamp)))
    for change in (
        {"ask": "Who says that 40 lanterns were not lit?"}, {"options": turned}, {"points": 2},
    ):  # fmt: skip
        question = ready(by("Ada", wording=stamp), **change)
        assert not shown(question)
        assert warnings(question) == ["the question was changed after Ada signed it"]


def test_a_reason_that_changes_hides_nothing_and_is_told():
    options = a_question()["options"]
    other_reason = [options[0] | {"why": "A2 does name her."}, options[1]]
    for change in ({"explain": "Look twice."}, {"options": other_reason}, {"evidence": []}):
        question = ready(by("Ada", wording=now()), **change)
        assert shown(question)
        assert warnings(question) == ["a reason or the evidence was changed after Ada signed it"]


def test_the_id_and_the_author_are_no_part_of_the_wording():
    assert now(id="other", author="Ben", status="draft") == now()


def test_who_has_signed_again_has_signed_the_new_wording():
    question = ready(by("Ada", wording="0-0"), by("Ada", wording=now()))
    stands = a_bank(question).standing(a_bank(question).questions[0])
    assert (stands.is_shown, stands.lapsed, stands.reworded) == (True, (), ())


def test_an_author_s_own_signature_alone_is_told():
    assert warnings(ready(by("ada")), author="Ada") == ["nobody has signed it but its author"]
    assert warnings(ready(by("ada"), author="Ada")) == ["nobody has signed it but its author"]
    assert warnings(ready(by("Ada"), by("Ben")), author="Ada") == []


def test_the_bank_s_status_holds_for_questions_without_their_own():
    assert not shown(a_question(), status="draft")
    assert shown(ready(by("Ada")), status="draft")
    assert not shown(a_question(), status="ready")
    assert shown(a_question(), status="ready", reviewed=by("Ada"))
    assert not shown(a_question(), status="ready", reviewed=by("Ada"), tags=["deaths"])
    (found,) = warnings(a_question(), status="ready", reviewed=by("Ada"), tags=["deaths"])
    assert found == "“ready” needs 2 signatures in a bank tagged deaths, and there is 1"


NAMES = st.sampled_from(["Ada", "ada ", "Ben", "BEN", "Cy"])


@settings(max_examples=200)
@given(
    signed=st.lists(st.tuples(NAMES, st.sampled_from([None, "now", "0-0"])), max_size=5),
    tags=st.lists(st.sampled_from([*SENSITIVE, "harbour"]), max_size=2, unique=True),
)
def test_ready_is_shown_exactly_with_enough_people_who_signed_these_words(signed, tags):
    signatures = [by(n, wording=now() if w == "now" else w) for n, w in signed]
    people = {name.strip().casefold() for name, stamp in signed if stamp != "0-0"}
    needed = 2 if set(tags) & set(SENSITIVE) else 1
    assert shown(ready(*signatures), tags=tags) == (len(people) >= needed)

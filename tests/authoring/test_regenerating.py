"""What generating again would do to a bank of drafts in which people have worked."""

from dataclasses import replace

from reportedly.authoring.generating import generate
from reportedly.authoring.origin import (
    has_changed_claims,
    is_as_made,
    ledger_stamps,
    question_of,
)
from reportedly.authoring.regenerating import plan
from tests.authoring.ledgers import a_story, counts, said

FIFTY = said("A-2", "nurse", quantity=counts(50, "at least"))
SIXTEEN = said("A-3", "radio", quantity=counts(16))
APART = "bp12-a-2-a-3"
STORY = a_story(FIFTY, SIXTEEN)
CHANGED = a_story(FIFTY, {**SIXTEEN, "quantity": counts(20)})


def questions(story=STORY):
    return [question_of(draft) for draft in generate(story, 1)]


def edited(question, **fields):
    return question.model_copy(update={"explain": "In other words.", **fields})


def steps(story, listed, **others):
    return {step.id: step for step in plan(story, 1, listed, **others).steps}


def test_the_first_time_everything_is_added():
    planned = plan(STORY, 1)
    assert {step.what for step in planned.steps} == {"added"}
    assert planned.drafted == tuple(step.id for step in planned.steps)
    assert planned.changes_anything


def test_again_nothing_changes():
    planned = plan(STORY, 1, questions())
    assert {step.what for step in planned.steps} == {"unchanged"}
    assert not planned.changes_anything


def test_an_untouched_draft_is_renewed_when_its_claims_change():
    step = steps(CHANGED, questions())[APART]
    assert step.what == "renewed"
    assert step.draft.question["answer"] == "30"
    assert "its claims have changed" in step.why


def test_an_edited_draft_is_kept_and_flagged_when_its_claims_change():
    listed = [edited(question) for question in questions()]
    assert {step.what for step in steps(STORY, listed).values()} == {"kept"}
    step = steps(CHANGED, listed)[APART]
    assert (step.what, step.draft) == ("flagged", None)
    assert "its claims have changed" in step.why


def test_setting_it_ready_is_an_edit():
    listed = [q.model_copy(update={"status": "ready"}) for q in questions()]
    assert steps(CHANGED, listed)[APART].what == "flagged"


def test_remarks_on_a_claim_do_not_flag_a_draft():
    noted = a_story(FIFTY, {**SIXTEEN, "notes": "Read it again.", "review": "edited"})
    listed = [edited(question) for question in questions()]
    assert {step.what for step in steps(noted, listed).values()} == {"kept"}


def test_a_dropped_draft_stays_out():
    listed = [question for question in questions() if question.id != APART]
    names = [question.id for question in questions()]
    planned = plan(STORY, 1, listed, names)
    assert {step.id: step.what for step in planned.steps}[APART] == "dropped"
    assert APART in planned.drafted
    assert not planned.changes_anything


def test_a_draft_that_was_never_there_is_added():
    listed = [question for question in questions() if question.id != APART]
    names = [question.id for question in listed]
    assert steps(STORY, listed, drafted=names)[APART].what == "added"


def test_an_untouched_draft_goes_when_its_claim_does_and_comes_back_with_it():
    gone = a_story(FIFTY, {**SIXTEEN, "review": "dropped"})
    names = [question.id for question in questions()]
    planned = plan(gone, 1, questions(), names)
    step = next(step for step in planned.steps if step.id == APART)
    assert (step.what, step.why) == ("removed", "A-3 is gone from the ledger")
    assert APART not in planned.drafted
    left = [q for q in questions() if q.id in planned.drafted]
    assert steps(STORY, left, drafted=planned.drafted)[APART].what == "added"


def test_an_untouched_draft_with_a_remark_is_flagged_and_not_removed():
    gone = a_story(FIFTY, {**SIXTEEN, "review": "dropped"})
    assert steps(gone, questions(), remarked={APART})[APART].what == "flagged"


def test_a_question_that_a_person_wrote_is_no_concern_of_this():
    own = questions()[0].model_copy(update={"id": "mine", "from_": None})
    planned = plan(STORY, 1, [own, *questions()])
    assert "mine" not in {step.id for step in planned.steps}


def test_a_fingerprint_tells_an_edit_and_a_changed_claim():
    question = next(question for question in questions() if question.id == APART)
    assert is_as_made(question)
    assert not is_as_made(edited(question))
    assert not has_changed_claims(question.from_, ledger_stamps(STORY))
    assert has_changed_claims(question.from_, ledger_stamps(CHANGED))


def test_a_speaker_who_is_called_otherwise_changes_what_the_claim_says():
    speakers = dict(STORY.ledger.speakers)
    speakers["radio"] = speakers["radio"].model_copy(update={"name": "Wick FM"})
    renamed = replace(STORY, ledger=STORY.ledger.model_copy(update={"speakers": speakers}))
    assert steps(renamed, [edited(q) for q in questions()])[APART].what == "flagged"

"""The learner's page: what they are told first, what they can do when, and what comes last."""

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.runtime.context import ContextProxy

from reportedly.store.studies import taking
from reportedly.store.studies.kept import Studies
from tests.builders import an_answer
from tests.store.studies.having import LONG_AGO, a_plan, begin, do, with_transfer
from tests.ui.conftest import LEARNER, SHELF
from tests.ui.test_pages import begin as begin_quiz
from tests.ui.test_pages import said


@pytest.fixture
def shelf():
    return (SHELF,)


@pytest.fixture
def studies(store):
    return Studies(store.engine, store)


@pytest.fixture
def kept(studies):
    return begin(studies, a_plan(banks=("two-questions",)))


def joined(studies, kept):
    return taking.join(studies, kept.id, LEARNER, LONG_AGO)


def test_before_joining_a_learner_reads_what_it_is_and_what_is_kept(visit, kept, studies):
    told = said(visit("study", code=kept.code.lower()))
    for words in ("3 questions", "no result and no explanation", "Nobody is graded",
                  "What is kept about you", "30 days", "Two questions"):  # fmt: skip
        assert words in told
    assert taking.members(studies, kept) == ()


def test_joining_and_beginning_lead_to_the_first_question(visit, kept, studies):
    app = visit("study", code=kept.code)
    app.button(key="study-join").click().run()
    [member] = taking.members(studies, kept)
    assert member.learner == LEARNER
    app.button(key="study-go").click().run()
    assert not app.exception
    [sitting] = taking.member(studies, kept, LEARNER).sittings.values()
    assert app.query_params["attempt"] in (sitting.attempt, [sitting.attempt])


def test_a_wrong_code_is_said_to_be_and_another_can_be_typed(visit, kept):
    app = visit("study", code="QQQQQQ")
    assert "There is no such study" in said(app)
    app.text_input[0].input(kept.code)
    app = app.button[0].click().run()
    assert app.title[0].value == kept.plan.title


def test_without_cookies_nobody_joins(visit, kept, monkeypatch):
    monkeypatch.setattr(ContextProxy, "cookies", {})
    app = visit("study", code=kept.code)
    assert not [button for button in app.button if button.key == "study-join"]
    assert "keeps no cookies" in app.warning[0].value


def test_after_the_first_part_the_result_and_the_quiz_wait(
    visit, kept, studies, store, installation
):
    joined(studies, kept)
    attempt = do(studies, kept, LEARNER, LONG_AGO, right=False)
    waiting = said(visit("study", code=kept.code))
    assert "opens when your teacher says so" in waiting

    result = said(visit("result", attempt=attempt.id))
    assert "Your result comes later" in result
    for key in ("points", "Not quite", "Look for the name", "The organiser"):
        assert key not in result
    assert "This quiz rests for you" in said(visit("take", quiz="two-questions"))

    begin_quiz(store, installation, an_answer("first"), id="older")
    assert "This quiz rests for you" in said(visit("take", attempt="older"))


def test_the_date_of_the_second_part_is_told(visit, studies):
    kept = begin(studies, after_from=datetime(2999, 5, 4, 8, tzinfo=UTC))
    joined(studies, kept)
    do(studies, kept, LEARNER, LONG_AGO)
    assert "opens on 4 May 2999 at 08:00 UTC" in said(visit("study", code=kept.code))


def test_once_all_is_done_everything_is_explained(visit, studies):
    kept = begin(studies, with_transfer())
    joined(studies, kept)
    first = do(studies, kept, LEARNER, LONG_AGO, right=False)
    do(studies, kept, LEARNER, LONG_AGO + timedelta(minutes=1))
    studies.open_after(kept.id, LONG_AGO + timedelta(days=1))
    do(studies, kept, LEARNER, LONG_AGO + timedelta(days=1))
    assert "Your result comes later" in said(visit("result", attempt=first.id))
    do(studies, kept, LEARNER, LONG_AGO + timedelta(days=1, minutes=1))
    assert "You have done both parts" in visit("study", code=kept.code).success[0].value
    assert "0</strong> of 3 points" in said(visit("result", attempt=first.id))


def test_who_has_not_finished_the_first_part_is_told_that_it_is_over(visit, studies, kept):
    studies.open_after(kept.id, LONG_AGO + timedelta(days=1))
    app = visit("study", code=kept.code)
    assert "The first part is over" in app.warning[0].value
    app = app.button(key="study-join").click().run()
    assert "it is over" in said(app)
    assert app.button(key="study-go").label == "Begin: second part"


def test_a_closed_study_lets_nobody_in_and_explains_to_those_who_were(visit, studies, kept):
    studies.close(kept.id, LONG_AGO)
    assert "This study is closed" in said(visit("study", code=kept.code))

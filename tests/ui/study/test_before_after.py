"""The instructor's page: a study is set up from the shelf, run, and told in full."""

from datetime import UTC, datetime

import pytest
from streamlit.runtime.context import ContextProxy

from reportedly.credentials import Passphrase, signed
from reportedly.identity import INSTRUCTOR_COOKIE
from reportedly.store.instructors import Instructors
from reportedly.store.studies import taking
from reportedly.store.studies.kept import Studies
from tests.builders import NOON
from tests.store.studies.having import a_class_did, begin, with_transfer
from tests.ui.conftest import ROOT, SHELF
from tests.ui.test_pages import said

FAR_AHEAD = datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture
def shelf():
    return (SHELF,)


@pytest.fixture
def studies(store):
    return Studies(store.engine, store)


@pytest.fixture
def as_ann(store, visit, monkeypatch):
    """Opens pages as an instructor."""
    instructors = Instructors(store.engine)
    instructors.set_passphrase(Passphrase("hash", "secret"), NOON)
    instructors.open_session("token", "Ann", NOON, FAR_AHEAD)
    cookie = {INSTRUCTOR_COOKIE: signed("token", "secret")}
    monkeypatch.setattr(ContextProxy, "cookies", cookie)
    return visit


def words(app):
    more = [element.value for name in ("caption", "success") for element in getattr(app, name)]
    return "\n".join([said(app), *more])


def test_only_instructors_open_the_page(visit):
    app = visit("before-and-after")
    assert [title.value for title in app.title] == ["For instructors"]
    assert not app.button


class TestTwoStories:
    """The shelf as it is shipped."""

    @pytest.fixture
    def shelf(self):
        return (ROOT,)

    def test_a_study_is_opened_with_forms_of_two_stories_as_shown(self, as_ann, studies):
        app = as_ann("before-and-after")
        assert not app.exception
        assert "Forms A and B, pair by pair" in said(app)
        assert "Forms T1 and T2, pair by pair" in said(app)
        app.button(key="study-open").click().run()
        assert not app.exception
        [kept] = studies.all()
        assert (kept.after_from, kept.closed_at) == (None, None)
        edition, abroad = studies.edition(kept.edition), studies.edition(kept.transfer_edition)
        assert edition.bank.story != abroad.bank.story
        for forms, asked in ((kept.plan.forms, edition), (kept.plan.transfer, abroad)):
            assert len(forms.a) == len(forms.b)
            assert all(asked.question(id) for id in (*forms.a, *forms.b))


class TestOneStory:
    """A shelf with one story, of eleven questions and two."""

    def test_questions_exchanged_by_hand_are_opened_as_exchanged_unless_undone(
        self, as_ann, studies
    ):
        app = as_ann("before-and-after")
        [size] = app.number_input
        assert size.max == 6  # ten of eleven, for one is written, and two
        app = size.set_value(2).run()
        before = app.selectbox(key="main-1").options
        app = app.button(key="study-exchange-main").click().run()
        assert app.selectbox(key="main-1").options != before
        app = app.button(key="study-undo-main").click().run()
        assert app.selectbox(key="main-1").options == before
        one, other = app.selectbox(key="main-1"), app.selectbox(key="main-2-A")
        first, spare = (
            one.value,
            other.options.index(
                next(name for name in other.options if name.startswith("left over"))
            ),
        )
        app = other.select_index(spare).run()
        moved = app.selectbox(key="main-2-A").value
        app = app.button(key="study-exchange-main").click().run()
        app.button(key="study-open").click().run()
        [kept] = studies.all()
        assert kept.plan.transfer is None
        assert moved in kept.plan.forms.a
        assert first in kept.plan.forms.spare

    def test_a_bank_that_is_edited_meanwhile_is_asked_as_it_was(
        self, as_ann, studies, installation
    ):
        app = as_ann("before-and-after")
        app.button(key="study-open").click().run()
        [kept] = studies.all()
        for path in (installation / "quizzes").glob("*.yaml"):
            path.write_text(path.read_text("utf-8").replace("ask:", "ask: Really now,"), "utf-8")
        taking.join(studies, kept.id, "one", NOON)
        attempt = taking.go_on(studies, kept.id, "one", attempt_id="a", seed=1, now=NOON)
        edition = studies.attempts.edition(attempt.edition)
        assert [q for q in edition.bank.questions if q.ask.startswith("Really now")] == []
        assert not as_ann("before-and-after", study=kept.code).exception

    def test_too_few_questions_are_told_with_the_cure(self, as_ann):
        app = as_ann("before-and-after")
        [banks] = app.multiselect
        app = banks.set_value(["two-questions"]).run()
        assert "Two forms need at least 4 questions, and there are 2" in said(app)
        assert app.button(key="study-open").disabled


class TestNothingThere:
    """An installation without banks."""

    @pytest.fixture
    def shelf(self):
        return ()

    def test_the_page_says_what_to_do(self, as_ann):
        assert "no bank with ready questions yet" in words(as_ann("before-and-after"))


def test_the_second_part_is_opened_and_taken_back_and_the_study_closed_and_deleted(as_ann, studies):
    kept = begin(studies)
    app = as_ann("before-and-after", study=kept.code)
    assert "Nobody has joined yet" in words(app)
    app.button(key="study-after").click().run()
    assert studies.by_id(kept.id).after_from is not None
    app.button(key="study-back").click().run()
    assert studies.by_id(kept.id).after_from is None
    app.checkbox(key=f"study-sure-{kept.code}").check().run()
    app = app.button(key="study-close").click().run()
    assert studies.by_id(kept.id).closed_at is not None
    assert "Every learner can see the explanations now" in words(app)
    assert app.button(key="study-delete").disabled
    app.checkbox(key=f"study-delete-sure-{kept.code}").check().run()
    app.button(key="study-delete").click().run()
    assert studies.all() == ()
    assert "This study is not here" in said(as_ann("before-and-after", study=kept.code))


def test_of_four_learners_nothing_is_told_but_how_many_they_are(as_ann, studies):
    a_class_did(studies, kept := begin(studies), 6, both=4)
    told = words(as_ann("before-and-after", study=kept.code))
    assert "4 of 6 who take part did both parts in time" in told
    assert "2 who did only the first" in told
    assert "Nothing is told of fewer than five" in told
    assert "The share right" not in told


def test_all_figures_are_told_with_their_intervals_on_both_stories(as_ann, studies):
    a_class_did(studies, kept := begin(studies, with_transfer()), 8)
    app = as_ann("before-and-after", study=kept.code)
    told = words(app)
    assert not app.exception
    assert "change, not effect" in told
    assert told.count("The share right rose from 50.0 % to 100.0 %: +50.0 points") == 2
    assert told.count("Trusting too little fell") == 2
    assert "On the other story" in told
    assert "<caption>Before (striped) and after (solid): The lantern walk</caption>" in told


def test_beside_a_comparison_class_the_changes_are_compared(as_ann, studies):
    kept = begin(studies)
    app = as_ann("before-and-after", study=kept.code)
    app.button(key="study-twin").click().run()
    [other] = [one for one in studies.all() if one.id != kept.id]
    assert other.plan.title == "Spring: comparison class"
    assert (other.edition, other.plan.forms) == (kept.edition, kept.plan.forms)
    a_class_did(studies, kept, 6)
    a_class_did(studies, other, 4)
    app = as_ann("before-and-after", study=kept.code)
    assert "change, not effect" in words(app)
    app = app.selectbox(key=f"study-beside-{kept.code}").set_value(other.code).run()
    assert not app.exception
    assert "4 of the comparison class did both parts. Nothing is told" in words(app)
    a_class_did(studies, other, 8)
    told = words(app.run())
    assert "change, not effect" not in told
    assert "Unless chance decided which class had them" in told
    assert "By how much more it changed than in the comparison class" in told

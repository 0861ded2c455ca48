"""Each page opens without an exception and says what it should, whatever is or is not there."""

import pytest

from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from tests.builders import NOON, an_answer, chose, later
from tests.ui.conftest import LEARNER, ROOT, SHELF

PATHS = ["", "take", "result", "my-progress", "read", "how-to-read-this"]
STORIES = sorted(path.parent.name for path in (ROOT / "content").glob("*/story.yaml"))
BANKS = sorted(path.stem for path in (ROOT / "quizzes").glob("*.yaml"))


def said(app) -> str:
    """All words of a page, in one text."""
    return "\n".join(
        str(part)
        for name in ("title", "header", "subheader", "markdown", "error", "info", "html")
        for part in (element.value if hasattr(element, "value") else element.proto.body
                     for element in getattr(app, name))
    )  # fmt: skip


def begin(store, installation, *answers, bank="two-questions", **fields):
    """An attempt of the learner, with these answers."""
    shelved = Library(installation).shelf().banks[bank]
    attempt = store.begin(
        **{
            "id": "attempt-1",
            "learner": LEARNER,
            "bank": bank,
            "edition": Edition.of(shelved.bank, shelved.story),
            "mode": "practice",
            "asks_certainty": False,
            "seed": 1,
            "questions": [question.id for question in shelved.bank.ready],
            "now": NOON,
            **fields,
        }
    )
    for answer in answers:
        attempt = store.answer(attempt.id, LEARNER, answer)
    return attempt


@pytest.mark.parametrize("path", PATHS)
def test_a_page_opens_with_what_is_shipped(visit, path):
    app = visit(path)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("story", STORIES)
def test_every_shipped_story_can_be_read(visit, story):
    app = visit("read", story=story)
    assert not app.exception
    assert app.selectbox(key="story").value == story


@pytest.mark.parametrize("bank", BANKS)
def test_every_shipped_bank_is_on_the_list_and_can_be_started(visit, bank):
    assert visit().button(key=f"open-{bank}").label == "Open this quiz"
    app = visit("take", quiz=bank)
    assert not app.exception
    assert app.button(key="begin").label == "Start"


class TestNothingThere:
    """An installation without banks and stories."""

    @pytest.fixture
    def shelf(self):
        return ()

    @pytest.mark.parametrize("path", PATHS)
    def test_a_page_opens_and_says_so(self, visit, path):
        app = visit(path)
        assert not app.exception
        assert not app.error

    def test_the_list_says_how_to_add_a_quiz(self, visit):
        assert "There are no quizzes yet" in said(visit())

    def test_reading_says_that_there_is_nothing_to_read(self, visit):
        assert "There are no articles" in said(visit("read"))


class TestOwnShelf:
    """The banks of the tests alone."""

    @pytest.fixture
    def shelf(self):
        return (SHELF,)

    def test_without_attempts_the_pages_lead_to_the_list(self, visit):
        assert "Choose a quiz first" in said(visit("take"))
        assert "When you have finished a quiz" in said(visit("result"))

    @pytest.mark.parametrize("path", ["take", "result"])
    def test_an_unknown_attempt_is_not_here(self, visit, path):
        app = visit(path, attempt="there-is-none")
        assert not app.exception
        assert "This attempt is not here" in said(app)

    def test_an_unknown_quiz_cannot_be_opened(self, visit):
        app = visit("take", quiz="there-is-none")
        assert not app.exception
        assert "This quiz cannot be opened" in said(app)

    def test_a_quiz_whose_file_is_faulty_cannot_be_opened_and_says_why(self, visit, installation):
        (installation / "quizzes" / "broken.yaml").write_text("bank: Broken\nqestions: []\n")
        assert "its file has a fault" in said(visit("take", quiz="broken"))

    def test_an_unknown_story_gives_way_to_the_first(self, visit):
        app = visit("read", story="there-is-none")
        assert not app.exception
        assert app.selectbox(key="story").value == "harbour-clock"
        assert "The story in this address is not here" in said(app)
        assert "The story in this address" not in said(visit("read"))

    def test_another_learners_attempt_is_not_here(self, visit, store, installation):
        begin(store, installation, learner="somebody-else")
        assert "This attempt is not here" in said(visit("take", attempt="attempt-1"))

    def test_the_start_offers_sizes_modes_and_certainty(self, visit):
        app = visit("take", quiz="every-kind")
        sizes = app.radio(key="size")
        assert sizes.options == [
            "Short: 5 questions",
            "Short: 10 questions",
            "All 11 questions",
        ]
        assert sizes.value == "All 11 questions"
        assert app.radio(key="mode").options == ["Practice", "Test"]
        assert app.checkbox(key="certain").value is False

    def test_starting_stores_an_attempt_as_it_was_chosen(self, visit, store):
        app = visit("take", quiz="every-kind")
        app.radio(key="size").set_value("Short: 5 questions")
        app.radio(key="mode").set_value("Test")
        app.checkbox(key="certain").check()
        app.button(key="begin").click()
        app.run()

        assert not app.exception
        [summary] = store.unfinished(LEARNER)
        attempt = store.load(summary.id, LEARNER)
        assert (attempt.mode, attempt.asks_certainty) == ("test", True)
        assert len(attempt.questions) == 5

    def test_an_unfinished_attempt_is_offered_on_the_list_and_on_its_own_page(
        self, visit, store, installation
    ):
        begin(store, installation, an_answer("first"))
        label = "Continue: 1 of 2 answered"
        assert visit().button(key="continue-two-questions").label == label
        link, other = visit("take").get("page_link")
        assert "Two questions (1 of 2 answered)" in link.proto.label
        assert other.proto.label == "Choose another quiz"

    def test_an_attempt_under_way_opens(self, visit, store, installation):
        begin(store, installation, an_answer("first"))
        app = visit("take", attempt="attempt-1")
        assert not app.exception
        assert not app.error
        assert "Two questions" in said(app)

    def test_an_attempt_that_is_not_finished_has_no_result_yet(self, visit, store, installation):
        begin(store, installation)
        assert "You have not finished this quiz yet" in said(visit("result", attempt="attempt-1"))

    def test_going_back_from_a_retry_shows_what_is_retried(self, visit, store, installation):
        begin(store, installation, an_answer("first", chose(1)))
        store.finish("attempt-1", LEARNER, later(minutes=5))
        begin(store, installation, id="attempt-2")
        # The address that Streamlit leaves in the browser's history on the way to a retry.
        back = visit("result", attempt="attempt-2", after="attempt-1")
        assert "Result: Two questions" in said(back)
        assert "not finished" in said(visit("result", attempt="attempt-2", after="there-is-none"))

    @pytest.mark.parametrize("key", ["retry", "new_draw"])
    def test_trying_again_says_in_the_address_after_what(self, visit, store, installation, key):
        begin(store, installation, an_answer("first", chose(1)))
        store.finish("attempt-1", LEARNER, later(minutes=5))
        app = visit("result", attempt="attempt-1")
        app.button(key=key).click()
        app.run()
        [again] = store.unfinished(LEARNER)
        assert app.query_params == {"attempt": again.id, "after": "attempt-1"}

    def test_leaving_keeps_the_quiz_in_the_address_for_the_way_back(self, visit):
        app = visit("take", quiz="two-questions")
        app.button(key="leave").click()
        app.run()
        assert "masthead" in said(app)
        assert app.query_params == {"quiz": "two-questions"}

    def test_a_finished_attempt_has_a_result_with_points_and_a_way_to_try_again(
        self, visit, store, installation
    ):
        begin(store, installation, an_answer("first", chose(1)))
        store.finish("attempt-1", LEARNER, later(minutes=5))
        app = visit("result", attempt="attempt-1")
        assert not app.exception
        assert "<strong>0</strong> of 1 point<" in said(app)
        assert "1 left out" in said(app)
        assert app.button(key="retry").label == "Retry what I missed"
        assert app.button(key="new_draw").label == "New draw"
        assert "You have finished" in said(visit("take", attempt="attempt-1"))

    def test_an_attempt_finished_without_an_answer_says_so(self, visit, store, installation):
        begin(store, installation)
        store.finish("attempt-1", LEARNER, later(minutes=5))
        app = visit("result", attempt="attempt-1")
        assert not app.exception
        assert "No question was answered" in said(app)

    def test_the_result_stays_when_the_bank_is_gone(self, visit, store, installation):
        begin(store, installation, an_answer("first", chose(1)))
        store.finish("attempt-1", LEARNER, later(minutes=5))
        (installation / "quizzes" / "two-questions.yaml").unlink()
        app = visit("result", attempt="attempt-1")
        assert not app.exception
        assert "no longer on the shelf" in said(app)
        assert not visit("result").exception

    def test_a_faulty_bank_is_told_with_its_faults_and_the_others_open(self, visit, installation):
        (installation / "quizzes" / "broken.yaml").write_text("bank: Broken\nqestions: []\n")
        app = visit()
        assert not app.exception
        assert "Cannot be opened" in said(app)
        assert any("broken.yaml:" in code.value for code in app.code)
        assert app.button(key="open-two-questions")

    def test_a_faulty_story_takes_only_its_own_banks_away(self, visit, installation):
        (installation / "content" / "harbour-clock" / "story.yaml").write_text("story: [")
        for path in PATHS:
            assert not visit(path).exception
        assert "Cannot be opened" in said(visit())


def test_a_bank_of_drafts_alone_is_not_on_the_learners_list(visit, installation):
    path = installation / "quizzes" / "two-questions.yaml"
    drafts = path.read_text("utf-8").replace("    kind:", "    status: draft\n    kind:")
    path.write_text(drafts, "utf-8")
    words = said(visit(""))
    assert "Two questions" not in words
    assert "Cannot be opened" not in words

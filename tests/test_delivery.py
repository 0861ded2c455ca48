"""What a card sends becomes what it shows next."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.delivery import Turn, current_card, shown, take_turn
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.quiz.taxonomy import Slip, SlipText
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.errors import NoSuchAttempt
from tests.builders import NOON, a_question, an_edition, an_open_question, later

SHELF = Path(__file__).parent / "browser" / "shelf"
SLIPS = {slip: SlipText(slip, f"title of {slip}", "meaning", "fix") for slip in Slip}
EDITION = an_edition(a_question("first"), a_question("second"), an_open_question("third"))


@pytest.fixture
def store(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    yield Attempts(engine)
    engine.dispose()


@pytest.fixture
def attempt(store):
    return begun(store)


def begun(store, **fields):
    plain = {
        "id": "attempt",
        "learner": "learner",
        "bank": "who",
        "edition": EDITION,
        "mode": "practice",
        "asks_certainty": False,
        "seed": 1,
        "questions": ("first", "second", "third"),
        "now": NOON,
    }
    return store.begin(**{**plain, **fields})


def sent(action, question="first", **fields):
    return {"id": f"attempt:{question}", "action": action, **fields}


def turn(store, message):
    return take_turn(store, "attempt", "learner", message, later(minutes=1))


def right(store):
    """The payload that chooses the right option of the first question, as it is laid out."""
    shown = current_card(turn(store, {}), EDITION, SLIPS)["body"]["options"]
    return {"chosen": [next(o["id"] for o in shown if o["text"] == "The organiser")]}


def test_an_answer_is_stored_and_explained_in_one_turn(store, attempt):
    taken = turn(store, sent("answer", response=right(store)))
    card = current_card(taken, EDITION, SLIPS)
    assert card["explanation"]["verdict_text"] == "Right"
    assert [action["label"] for action in card["actions"]] == ["Next question"]
    assert store.load("attempt", "learner").answers.keys() == {"first"}


def test_before_an_answer_no_card_explains(store, attempt):
    card = current_card(turn(store, sent("skip")), EDITION, SLIPS)
    assert card["explanation"] is None
    assert card["id"] == "attempt:second"


def test_a_second_answer_changes_nothing(store, attempt):
    payload = right(store)
    other = {"chosen": ["1" if payload["chosen"] == ["0"] else "0"]}
    turn(store, sent("answer", response=payload))
    turn(store, sent("answer", response=other))
    assert current_card(turn(store, {}), EDITION, SLIPS)["explanation"]["verdict"] == "right"


def test_a_tab_that_was_left_behind_stores_its_answer_and_moves_nobody(store, attempt):
    payload = right(store)
    turn(store, sent("skip"))
    behind = turn(store, sent("answer", response=payload))
    assert behind.attempt.current == "second"
    assert behind.attempt.answers.keys() == {"first"}
    assert turn(store, sent("next")).attempt.current == "second"


def test_the_last_question_skipped_asks_whether_to_finish(store):
    begun(store, questions=("first",))
    assert turn(store, sent("skip")).is_closing
    assert turn(store, sent("stop")).is_closing


def test_finish_ends_an_attempt_with_nothing_left_open(store):
    begun(store, questions=("first",))
    turn(store, sent("answer", response=right(store)))
    assert turn(store, sent("finish")).attempt.is_finished


def test_after_the_end_nothing_is_stored(store):
    begun(store, questions=("first", "second"), mode="test")
    store.finish("attempt", "learner", NOON)
    assert turn(store, sent("answer", response={"chosen": ["0"]})).attempt.answers == {}


def test_in_a_test_next_stores_and_goes_on_without_explaining(store):
    begun(store, mode="test")
    taken = turn(store, sent("next", response=right(store)))
    assert taken.attempt.current == "second"
    back = turn(store, sent("go-to", "second", number=1))
    card = current_card(back, EDITION, SLIPS)
    assert card["response"] is not None
    assert card["explanation"] is None


def test_a_written_answer_stays_until_the_learner_has_marked_it(store):
    begun(store, questions=("third",))
    written = turn(store, sent("answer", "third", response={"typed": "Some words"}))
    assert current_card(written, EDITION, SLIPS)["body"]["rubric"] is not None
    marked = {"typed": "Some words", "level": "0"}
    done = turn(store, sent("answer", "third", response=marked))
    assert current_card(done, EDITION, SLIPS)["explanation"]["verdict"] == "right"


@pytest.mark.parametrize(
    "message",
    [None, [], "answer", {}, {"id": 3}, {"id": "attempt:none"}, sent("fly"), sent("go-to"),
     sent("go-to", number=99), sent("go-to", number="2"), sent("answer"),
     sent("answer", response=[]), sent("answer", response={"chosen": ["9"]}),
     sent("answer", response={"chosen": [["0"]]}), sent("answer", response="0")],
    ids=str,
)  # fmt: skip
def test_odd_messages_change_nothing(store, attempt, message):
    taken = turn(store, message)
    assert taken.attempt == attempt
    assert not taken.is_closing


def test_an_answer_that_cannot_be_read_is_said(store, attempt):
    taken = turn(store, sent("answer", response={"chosen": ["9"]}))
    assert "choose again" in taken.message


def test_certainty_counts_only_where_it_was_asked_for(store):
    begun(store, asks_certainty=True)
    taken = turn(store, sent("answer", response=right(store), certainty="95"))
    assert taken.attempt.answers["first"].certainty == "95"
    begun(store, id="other")
    plain = sent("answer", response=right(store), certainty="95") | {"id": "other:first"}
    taken = take_turn(store, "other", "learner", plain, NOON)
    assert taken.attempt.answers["first"].certainty is None


def test_nobody_takes_another_learners_turn(store, attempt):
    with pytest.raises(NoSuchAttempt):
        take_turn(store, "attempt", "somebody else", sent("skip"), NOON)


def test_an_attempt_under_way_keeps_the_version_it_began_with(store, tmp_path):
    shutil.copytree(SHELF, tmp_path / "app")
    file = tmp_path / "app" / "quizzes" / "two-questions.yaml"
    library = Library(tmp_path / "app")
    shelved = library.shelf().banks["two-questions"]
    edition = Edition.of(shelved.bank, shelved.story)
    begun(store, edition=edition, questions=("first", "second"))

    other = file.read_text("utf-8").replace("right: On Friday", "wrong: On Friday")
    other = other.replace("wrong: On Thursday\n        slip: wrong-time", "right: On Thursday")
    file.write_text(other.replace("    kind:", "    status: draft\n    kind:"), "utf-8")

    taken = turn(store, {})
    held = store.edition(taken.attempt.edition)
    shown = current_card(taken, held, SLIPS)["body"]["options"]
    friday = {"chosen": [next(o["id"] for o in shown if o["text"] == "On Friday")]}
    explained = current_card(turn(store, sent("answer", response=friday)), held, SLIPS)
    assert explained["explanation"]["verdict_text"] == "Right"
    assert turn(store, sent("next")).attempt.current == "second"
    assert library.shelf().banks["two-questions"].bank.ready == ()


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_what_is_withheld_is_explained_on_no_card_not_even_once_it_is_finished(store, mode):
    begun(store, mode=mode)
    turn(store, sent("answer", response=right(store)))
    finished = store.finish("attempt", "learner", later(minutes=2))
    withheld = replace(finished, is_withheld=True)

    assert shown(finished, EDITION, "first", SLIPS)["explanation"] is not None
    for card in (
        shown(withheld, EDITION, "first", SLIPS),
        current_card(Turn(withheld), EDITION, SLIPS),
    ):
        assert card["explanation"] is None
        assert "A2 names" not in str(card)

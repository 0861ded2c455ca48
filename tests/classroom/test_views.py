"""What each screen gets: nothing of the key, of reasons or of other people before its time."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from reportedly.classroom.hosting import host_view
from reportedly.classroom.keys import key_lines
from reportedly.classroom.lesson import Bands, Pacing, Phase
from reportedly.classroom.moves import Do, Move, advance
from reportedly.classroom.projecting import screen_view, standings_view
from reportedly.classroom.views import class_view, seat_view
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import KINDS
from tests.builders import NOON, a_question, an_edition, chose, later
from tests.classroom.playing import (
    WORDS,
    a_board,
    a_homework,
    a_plan,
    a_seat,
    a_vote,
    edition_of,
    played,
    stored,
)

ROOT = Path(__file__).parents[2]
BANKS = Library(ROOT).shelf().banks
SEATS = [a_seat(f"seat-{n}", name=f"Zebulon {n}") for n in range(3)]
NOTES = "Ask Miriam first"
QUESTION_NOTES = "Let Bo read it aloud"
UNTIL_SHOWN = [Do.CLOSE, Do.SHOW_SPLIT, Do.DISCUSS, Do.VOTE_AGAIN, Do.SHOW_SPLIT, Do.PAUSE]


def seen(board, own=None, at=None):
    return seat_view(board, a_seat(), own or {}, WORDS, NOON, at)


def secrets_of(question):
    """Texts that would tell the key or why, of a question of any kind."""
    plain = question.model_dump(mode="json")
    found = [question.explain] if question.explain else []
    found += [item.words for item in question.evidence if len(item.words.split()) > 3]

    hiding = {"why", "model"} | ({"says"} if question.kind == "open" else set())

    def walk(value, name=""):
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, key)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, name)
        elif isinstance(value, str) and name in hiding:
            found.append(value)

    walk(plain)
    return found


def keys_in(value):
    """Every name of a field in the data."""
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys_in(inner)}
    if isinstance(value, list):
        return {key for inner in value for key in keys_in(inner)}
    return set()


FORBIDDEN_FIELDS = {"key", "why", "slip", "explain", "explain_html", "evidence", "right", "notes",
                    "is_right", "verdict", "rubric_points", "misreading"}  # fmt: skip


@pytest.mark.parametrize("name", BANKS)
def test_no_payload_tells_the_key_a_reason_or_a_name_before_it_is_shown(name):
    noted = [q.model_copy(update={"notes": QUESTION_NOTES}) for q in BANKS[name].bank.questions]
    bank = BANKS[name].bank.model_copy(update={"questions": tuple(noted)})
    edition = Edition.of(bank, BANKS[name].story)
    for question in edition.bank.ready:
        shown_text = json.dumps([question.ask, *body_texts(question)], ensure_ascii=False)
        hidden = [text for text in secrets_of(question) if json.dumps(text)[1:-1] not in shown_text]
        lesson = played(Do.START, plan=a_plan(questions=(question.id,), notes=NOTES))
        board = a_board(lesson, edition)
        for do in [None, *UNTIL_SHOWN]:
            if do is not None:
                board = a_board(advance(board.lesson, Move(do), NOON), edition)
            payloads = [
                class_view(board, WORDS),
                seat_view(board, SEATS[0], {}, WORDS, NOON),
                screen_view(board, 3, 0, [], WORDS, NOON),
                standings_view(board, [], []),
            ]
            text = json.dumps(payloads, ensure_ascii=False, default=str)
            assert not keys_in(payloads) & FORBIDDEN_FIELDS
            assert [
                one for one in hidden if json.dumps(one, ensure_ascii=False)[1:-1] in text
            ] == []
            assert "Zebulon 1" not in text
            assert NOTES not in text
            assert QUESTION_NOTES not in text
        told = host_view(board, SEATS, [], [], WORDS, NOON)
        board = a_board(played(Do.START, Do.REVEAL, plan=lesson.plan), edition)
        afterwards = [class_view(board, WORDS), screen_view(board, 3, 0, [], WORDS, NOON)]
        assert QUESTION_NOTES not in json.dumps(afterwards, default=str)
        assert (told["own_notes"], told["speaker"]) == (QUESTION_NOTES, NOTES)


def body_texts(question):
    """What the card shows of a question anyway."""
    board = a_board(played(Do.START, plan=a_plan(questions=(question.id,))))
    return [json.dumps(question.body(board.layout(question)), ensure_ascii=False)]


def test_every_kind_in_the_banks_has_a_key_to_show():
    kinds = set()
    for shelved in BANKS.values():
        for question in shelved.bank.ready:
            lines = key_lines(question)
            kinds.add(question.kind)
            assert lines, question.id
            assert all(line.text for line in lines), question.id
    assert kinds == set(KINDS), "a bank should hold every kind"


def test_in_the_lobby_no_question_is_sent():
    board = a_board(played())
    assert class_view(board, WORDS)["question"] is None
    assert screen_view(board, 0, 0, [], WORDS, NOON)["question"] is None


def test_the_whole_class_sees_options_in_one_order_also_on_the_wall():
    board = a_board(played(Do.START, Do.SHOW_SPLIT))
    seat = [o["text"] for o in class_view(board, WORDS)["question"]["body"]["options"]]
    wall = screen_view(board, 1, 1, [a_vote()], WORDS, NOON)["split"]["rounds"][0]["bars"]
    assert [bar["text"] for bar in wall] == seat


def test_an_answer_that_is_in_comes_back_without_a_verdict():
    own = seen(a_board(played(Do.START)), stored(a_vote()))["own"]
    assert own["open"]
    assert own["response"] is not None
    assert own["explanation"] is None


def test_when_the_answer_is_shown_a_seat_is_told_about_what_it_chose():
    own = seen(a_board(played(Do.START, Do.REVEAL)), stored(a_vote(response=chose(1))))["own"]
    assert own["explanation"]["verdict"] == "wrong"
    assert not own["open"]


def test_who_did_not_answer_is_told_the_key_all_the_same():
    board = a_board(played(Do.START, Do.REVEAL))
    assert class_view(board, WORDS)["answer"]["key"] == [{"text": "The organiser", "place": None}]
    assert seen(board)["own"]["response"] is None


def test_who_missed_the_second_vote_sees_the_first_explained():
    board = a_board(played(Do.START, Do.CLOSE, Do.VOTE_AGAIN, Do.REVEAL))
    assert seen(board, stored(a_vote()))["own"]["explanation"]["verdict"] == "right"


def test_somebody_sent_out_sees_that_and_nothing_else():
    board = a_board(advance(played(Do.START), Move(Do.KICK, seat="seat-1"), NOON))
    view = seen(board, stored(a_vote()))
    assert "not in this lesson" in view["out"]
    assert view["own"] is None


def test_the_wall_shows_counts_and_no_split_until_the_host_chooses():
    board = a_board(played(Do.START))
    votes = [a_vote("a"), a_vote("b", chose(1))]
    assert screen_view(board, 2, 2, votes, WORDS, NOON)["votes"] == 2
    assert screen_view(board, 2, 2, votes, WORDS, NOON)["split"] is None


def test_the_wall_shows_both_votes_and_who_moved():
    board = a_board(played(Do.START, Do.CLOSE, Do.VOTE_AGAIN, Do.REVEAL))
    votes = [a_vote("a", chose(1)), a_vote("a", chose(0), round=2)]
    split = screen_view(board, 1, 1, votes, WORDS, NOON)["split"]
    assert [r["round"] for r in split["rounds"]] == [1, 2]
    assert split["flows"] == [{"from": "Nobody", "to": "The organiser", "count": 1}]
    assert {bar["text"]: bar["right"] for bar in split["rounds"][0]["bars"]} == {
        "Nobody": False,
        "The organiser": True,
    }


def test_the_wall_tells_nobody_who_was_right_before_the_answer_is_shown():
    several = a_question("one", kind="multiple")
    edition = an_edition(several | {"options": [*several["options"], {"right": "The mayor"}]})
    lesson = played(
        Do.START, Do.CLOSE, Do.VOTE_AGAIN, Do.SHOW_SPLIT, plan=a_plan(questions=("one",))
    )
    votes = [a_vote("a", chose(0, 1)), a_vote("a", chose(0, 2), round=2)]
    split = screen_view(a_board(lesson, edition), 1, 1, votes, WORDS, NOON)["split"]
    assert [bar["count"] for bar in split["rounds"][1]["bars"]].count(1) == 2
    assert split["flows"] == []
    shown = a_board(advance(lesson, Move(Do.REVEAL), NOON), edition)
    (flow,) = screen_view(shown, 1, 1, votes, WORDS, NOON)["split"]["flows"]
    assert flow == {"from": "Not right", "to": "Right", "count": 1}


def test_on_ones_own_the_explanation_comes_with_the_stored_answer_only():
    board = a_board(played(Do.START, plan=a_plan(pacing=Pacing.SELF)))
    before = seen(board)
    assert before["question"]["id"] == "one"
    assert before["own"]["explanation"] is None
    after = seen(board, stored(a_vote()), at=0)
    assert after["own"]["explanation"]["verdict"] == "right"
    assert seen(board, stored(a_vote()))["question"]["id"] == "two", "on to the next one"


def test_a_finished_homework_shows_the_result_and_the_tries_left():
    board = a_board(played(plan=a_homework(tries=3)))
    own = stored(a_vote(), a_vote(question="two"), a_vote(question="three"))
    view = seen(board, own)
    assert view["result"]["points_text"] == "3"
    assert view["tries_left"] == 2


def test_the_host_has_names_counts_the_key_and_one_obvious_step():
    votes = [a_vote("seat-0", chose(1)), a_vote("seat-1")]
    board = a_board(played(Do.START, Do.CLOSE))
    view = host_view(board, SEATS, ["seat-1"], votes, WORDS, NOON)
    assert [(s["name"], s["answered"], s["here"]) for s in view["seats"]] == [
        ("Zebulon 0", True, False),
        ("Zebulon 1", True, True),
        ("Zebulon 2", False, False),
    ]
    assert view["answered"] == 2
    assert view["advice"]["id"] == "discuss"
    assert view["misreading"]["title"] == "title of cynicism"
    assert view["notes"]["key"] == [{"text": "The organiser", "place": None}]
    assert [step["do"] for step in view["steps"] if step["next"]] == ["discuss"]


@pytest.mark.parametrize("bands", [Bands(29, 100), Bands(0, 29)])
def test_exactly_at_a_bound_the_class_is_to_talk(bands):
    # As a float 0.29 is 28.999999999999996 percent.
    votes = [a_vote(f"seat-{n}", chose(0 if n < 29 else 1)) for n in range(100)]
    board = a_board(played(Do.START, Do.CLOSE, plan=a_plan(bands=bands)))
    assert host_view(board, SEATS, [], votes, WORDS, NOON)["advice"]["id"] == "discuss"


def test_how_sure_is_asked_at_the_questions_chosen_for_it_or_at_all():
    some = a_board(played(Do.START, plan=a_plan(asks_certainty=True, sure_about=("two",))))
    assert class_view(some, WORDS)["question"]["certainty"] is None
    on = a_board(advance(some.lesson, Move(Do.SKIP), NOON))
    assert class_view(on, WORDS)["question"]["certainty"]
    every = a_board(played(Do.START, plan=a_plan(asks_certainty=True)))
    assert class_view(every, WORDS)["question"]["certainty"]


def test_the_host_reads_the_own_notes_beside_the_controls():
    board = a_board(played(Do.START, plan=a_plan(notes=NOTES)))
    assert host_view(board, [], [], [], WORDS, NOON)["speaker"] == NOTES


def test_in_an_anonymous_lesson_the_host_has_numbers_for_names():
    seats = [a_seat("a", name=None), a_seat("b", name=None)]
    view = host_view(a_board(played()), seats, [], [], WORDS, NOON)
    assert [seat["name"] for seat in view["seats"]] == ["Learner 1", "Learner 2"]


def test_the_timer_a_seat_sees_is_its_own():
    board = a_board(played(Do.START, plan=a_plan(seconds=60)))
    now = later(seconds=20)
    assert seat_view(board, a_seat(), {}, WORDS, now)["left"] == 40
    assert "left" not in class_view(board, WORDS)
    assert screen_view(board, 0, 0, [], WORDS, now)["left"] == 40


def test_views_follow_the_phases():
    board = a_board(played(Do.START))
    phases = [Phase.OPEN]
    for do in (Do.CLOSE, Do.DISCUSS, Do.VOTE_AGAIN, Do.REVEAL, Do.NEXT):
        board = a_board(advance(board.lesson, Move(do), NOON))
        phases.append(class_view(board, WORDS)["phase"])
    assert all(a != b for a, b in pairwise(phases))
    assert edition_of().question("two").ask in class_view(board, WORDS)["question"]["ask_html"]

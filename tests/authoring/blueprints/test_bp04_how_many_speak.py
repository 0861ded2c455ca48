"""BP04: how many different speakers of one kind an article lets speak."""

from reportedly.authoring.blueprints.bp04_how_many_speak import plural
from tests.authoring.ledgers import SPEAKERS, a_story, drafts_of, said, the_question

TWO_NURSES = {**SPEAKERS, "other": {"name": "Ben Ash", "kind": "nurse"}}


def test_voices_are_counted_and_not_statements():
    rows = [said("A-2", "nurse"), said("A-3", "nurse"), said("A-4", "other")]
    question = the_question(4, a_story(*rows, speakers=TWO_NURSES))
    assert question["answer"] == "2"
    assert {near["answer"]: near["slip"] for near in question["near"]} == {
        "1": "false-agreement",
        "3": "wrong-count",
    }


def test_it_holds_back_for_one_voice_and_for_nobody_in_particular():
    vague = {**SPEAKERS, "other": {"name": "nurses, not named", "kind": "nurse"}}
    rows = [said("A-2", "nurse"), said("A-3", "other")]
    assert drafts_of(4, a_story(*rows, speakers=vague)) == []
    assert drafts_of(4, a_story(said("A-2", "nurse"), said("A-3", "nurse"))) == []


def test_more_than_one_of_a_kind():
    kinds = ["policeman", "ministry", "newspaper", "news agency", "coach", "rights groups"]
    assert [plural(kind) for kind in kinds] == [
        *("policemen", "ministries", "newspapers", "news agencies", "coaches", "rights groups")
    ]


def test_it_holds_back_where_one_speaks_for_another_of_them():
    # A manager is no second company.
    boss = {"name": "Ora Lind", "kind": "firm", "described": "manager of Orchard Mill", "at": "A4"}
    rows = [said("A-2", "mill"), said("A-3", "boss")]
    assert drafts_of(4, a_story(*rows, speakers={**SPEAKERS, "boss": boss})) == []
    other = {**boss, "described": "manager of another mill"}
    assert drafts_of(4, a_story(*rows, speakers={**SPEAKERS, "boss": other}))


def test_it_holds_back_where_there_are_more_voices_than_anybody_would_count():
    for count, drafts in ((12, 1), (13, 0)):
        nurses = {f"n{n}": {"name": f"Nurse {n}", "kind": "nurse"} for n in range(count)}
        rows = [said(f"A-{n + 2}", f"n{n}") for n in range(count)]
        assert len(drafts_of(4, a_story(*rows, speakers=nurses))) == drafts

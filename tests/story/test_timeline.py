"""Who says when: a story's timeline."""

from __future__ import annotations

from reportedly.story.timeline import timeline
from tests.builders import a_claim, a_story


def test_moments_stand_in_order_and_what_happened_before_what_was_said():
    story = a_story(
        a_claim("A-01", speaker="mayor", said="2024-05-03", happened="2024-05-03"),
        a_claim("A-02", speaker="mayor", happened="2024-05"),
    )
    assert [(m.when, m.kind) for m in timeline(story)] == [
        ("2024-05", "event"),
        ("2024-05-03", "event"),
        ("2024-05-03", "said"),
        ("2024-05-20", "published"),
    ]


def test_nothing_stands_without_its_speaker():
    story = a_story(
        a_claim("A-01", speaker="mayor", says="Ten came", happened="2024-05-03"),
        a_claim("A-02", speaker="none", says="It rained", happened="2024-05-03"),
    )
    event = timeline(story)[0]
    assert [(e.speaker, e.says) for e in event.entries] == [
        ("The mayor", "Ten came"),
        ("Article A", "It rained"),
    ]


def test_what_a_speaker_says_twice_on_one_topic_is_told_once_with_both_places():
    story = a_story(
        a_claim("A-01", at="A1", speaker="mayor", topic="crowd", happened="2024-05-03"),
        a_claim("A-02", at="A2", speaker="mayor", topic="crowd", happened="2024-05-03"),
        a_claim("A-03", at="A2", speaker="police", topic="crowd", happened="2024-05-03"),
    )
    entries = timeline(story)[0].entries
    assert [(e.speaker, e.at) for e in entries] == [
        ("The mayor", ("A1", "A2")),
        ("The police", ("A2",)),
    ]


def test_everybody_is_heard_once_before_anybody_twice():
    story = a_story(
        a_claim("A-01", speaker="mayor", topic="crowd", happened="2024-05-03"),
        a_claim("A-02", speaker="mayor", topic="cost", happened="2024-05-03"),
        a_claim("A-03", speaker="police", topic="crowd", happened="2024-05-03"),
    )
    assert [e.speaker for e in timeline(story)[0].entries] == [
        "The mayor",
        "The police",
        "The mayor",
    ]


def test_a_date_worked_out_says_so_with_its_reason():
    inferred = {"when": "2024-05-03", "basis": "inferred", "because": "last Friday (A1)"}
    story = a_story(a_claim("A-01", speaker="mayor", happened=inferred))
    event = timeline(story)[0]
    assert event.basis == "inferred"
    assert event.because == ("last Friday (A1)",)

import pytest

from reportedly.authoring.extraction.nondisclosure import silences


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The ministry did not respond to a request for comment.", "no-reply", "The ministry"),
        ("The company could not be reached for comment.", "no-reply", "The company"),
        ("Calls to the harbour office went unanswered.", "no-reply", "the harbour office"),
        ("Ida Holt declined to comment.", "no-comment", "Ida Holt"),
        ("He refused to say who had paid.", "no-comment", "He"),
        ("The office referred questions to the army.", "no-comment", "The office"),
        ("The police did not say how many had been held.", "not-said", "The police"),
        ("Prosecutors gave no details.", "not-said", "Prosecutors"),
        ("A guard who did not want to be named spoke of shots.", "unnamed", "A guard"),
        ("Asked about it, she did not answer.", "no-reply", "she"),
        ("Neither side would comment.", "no-reply", "Neither side"),
        ("The mayor was unavailable for comment.", "unknown", "The mayor"),
        ("Mr Ferris ignored questions from reporters.", "no-comment", "Mr Ferris"),
        ("The ministry has yet to publish a list.", "not-said", "The ministry"),
        ("There was no immediate response from the ministry.", "no-comment", "the ministry"),
        ("A man at the depot hung up.", "no-comment", "A man at the depot"),
        ("The report is silent on who paid.", "not-said", "The report"),
        ("Attempts to contact the landlord were unsuccessful.", "no-reply", "the landlord"),
        ("The lawyer said it would not comment.", "no-comment", "The lawyer"),
        ("Calls to the depot went to voicemail.", "no-reply", "the depot"),
        ("The Echo has approached the landlord for comment.", "no-reply", "the landlord"),
        ("Mr. Stane has not spoken in public since May.", "not-said", "Mr. Stane"),
        ("Two clerks spoke on condition that they not be named.", "unnamed", "Two clerks"),
        ("In two later talks he gave no answers.", "no-comment", "he"),
        ("Nobody at Tuval was available for comment.", "unknown", "Tuval"),
        ("The office stopped publishing figures at midnight.", "not-said", "The office"),
        ("A nurse gave her name only as Ada.", "unnamed", "A nurse"),
        ("The agency could not independently verify the video.", "unchecked", "The agency"),
        ("Her phone was switched off.", "no-reply", "Her"),
        ("The guild kept its counsel.", "no-comment", "The guild"),
        ("Nobody at the yard could be reached yesterday.", "no-reply", "the yard"),
        ("Mr Oster was not at home when we called.", "no-reply", "Mr Oster"),
        ("The firm would not tell us how many boats it had.", "no-comment", "The firm"),
        ("The embassy withheld the victims' names.", "not-said", "The embassy"),
        ("A clerk, asking not to be identified, spoke of a quarrel.", "unnamed", "A clerk"),
        ("The office said it would take no questions about the dates.", "no-comment", "The office"),
    ],
)
def test_silence_is_found_with_whoever_is_silent(text, kind, who):
    (found,) = silences(text, ((0, len(text)),))
    assert found.kind == kind
    assert text[slice(*found.who)] == who


@pytest.mark.parametrize(
    "text",
    ["It is unclear why the gate was open.", "The gap could not immediately be explained.", "The figure could not be independently verified.",
     "The paper said so without elaborating."],
)  # fmt: skip
def test_what_nobody_knows_or_could_check_is_found(text):
    assert len(silences(text, ((0, len(text)),))) == 1


@pytest.mark.parametrize(
    "text", ["The mayor answered at once.", "The bridge is not safe.", "No boats sank."]
)
def test_other_sentences_are_no_silence(text):
    assert silences(text, ((0, len(text)),)) == ()


def test_one_sentence_may_tell_of_two_silences():
    text = "The ministry gave no reason for the delay and did not say when it would end."
    assert [text[slice(*s.who)] for s in silences(text, ((0, len(text)),))] == ["The ministry"] * 2


def test_behind_a_semicolon_somebody_else_may_be_silent():
    text = "The guild counted 12 boats; the port has never published figures."
    (found,) = silences(text, ((0, len(text)),))
    assert text[slice(*found.who)] == "the port"


def test_silence_stands_behind_quoted_words():
    text = "The army blamed “remnants” of the Front, but gave no evidence for that."
    (found,) = silences(text, ((0, len(text)),))
    assert text[slice(*found.who)] == "The army"


@pytest.mark.parametrize(
    "text",
    [
        "The sirens stayed silent for an hour.",
        "The harbour was quiet on Monday.",
        "A father who gave his name as Ilir said he had waited.",
    ],
)
def test_quiet_things_and_names_given_are_no_silence(text):
    assert silences(text, ((0, len(text)),)) == ()

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
    ],
)
def test_silence_is_found_with_whoever_is_silent(text, kind, who):
    (found,) = silences(text, ((0, len(text)),))
    assert found.kind == kind
    assert text[slice(*found.who)] == who


@pytest.mark.parametrize(
    "text",
    ["It is unclear why the gate was open.", "The figure could not be independently verified.",
     "The paper said so without elaborating."],
)  # fmt: skip
def test_what_nobody_knows_or_could_check_is_found(text):
    assert len(silences(text, ((0, len(text)),))) == 1


@pytest.mark.parametrize(
    "text", ["The mayor answered at once.", "The bridge is not safe.", "No boats sank."]
)
def test_other_sentences_are_no_silence(text):
    assert silences(text, ((0, len(text)),)) == ()

"""Words given to their speakers in the turns of phrase of reporting, one sentence for each."""

import pytest

from tests.authoring.extraction.given import figures, gives, spoken


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("“Keep back,” urged Sergeant Lena Moss.", "Lena Moss", "Keep back"),
        ("“Nonsense,” snorted the coach, Paul Brix.", "Paul Brix", "Nonsense"),
        ("Two roads were shut and 40% of shops were open, officials say.", "officials", "40%"),
        ("The gate was shut, the warden said on Monday, after a long row.", "warden", "gate was"),
        ("Ana Moe came late. There was no plan so far, she told us.", "Ana Moe", "no plan so far"),
        ("Karl Oster ran the pump. It had failed, he went on.", "Karl Oster", "had failed"),
        ("The guild denied having hidden the letter.", "guild", "hidden the letter"),
        ("The clerk reminded jurors that the vote was secret.", "clerk", "vote was secret"),
        ("Ida Holt told the radio station Delta that the ferry was late.", "Holt", "ferry was late"),
        ("Kolb repeated his call for the yard to be closed.", "Kolb", "yard to be closed"),
        ("Officials have identified a worn cable as the cause.", "officials", "cause"),
        ("The report shows Mr Adler at 44 percent and Ms Rask at 41.", "report", "41"),
        ("Ana Moe spoke. It was late, she said, and the hall had been cleared.", "Moe", "cleared"),
        ("Rumours that the dam had cracked were dismissed by the council.", "council", "dam had"),
        ("Police have called for calm, a plea the guild called useless.", "guild", "useless"),
        ("The toll was given as 12 by the ministry and as 15 by the clinic.", "clinic", "15"),
        ("The army spokesman said there was no raid: the trucks had been empty.", "army", "empty"),
        ("A cousin of the driver allowed that he had been tired.", "cousin", "been tired"),
        ("The village remembers a longer night, says baker Tom Ash.", "Tom Ash", "longer night"),
    ],
)  # fmt: skip
def test_words_are_given_to_whoever_speaks_in_the_sentence(text, who, words):
    assert gives(text, who, words), spoken(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council would neither confirm nor deny the figure.",
        "Asked whether he blamed the driver, he shrugged.",
        "The clinic admitted 23 people overnight.",
        "Rask claimed the trophy in May.",
        "A witness called by the defence left the room.",
        "The road to the mill tells its own story.",
        "She walked off without saying how she had got in.",
        "The agent stood by his account.",
        "A siren went on all night, announcing nothing.",
    ],
)
def test_words_that_nobody_says_are_given_to_nobody(text):
    assert spoken(text) == []


def test_a_bare_number_is_a_statement():
    assert figures("The government says 38. The clinic says 61.") == {
        38: "the government",
        61: "the clinic",
    }


def test_each_half_of_a_sentence_keeps_its_own_speaker():
    text = (
        "The blast killed 14 people, according to Mayor Tess Varga, and wounded 40, doctors said."
    )
    assert figures(text) == {14: "Tess Varga", 40: "doctors"}


def test_a_semicolon_ends_what_somebody_said():
    text = (
        "The storm took 88 lives in March, the ministry announced; a study found that 104 had died."
    )
    assert figures(text) == {88: "the ministry", 104: "a study"}


def test_counted_people_speak_through_whoever_counted_them():
    text = "In a survey by Corvo Research, 64 percent said that the mayor should go."
    assert gives(text, "Corvo Research", "mayor should go")
    assert "Corvo Research" in figures(text)[64]


@pytest.mark.parametrize(
    ("headline", "who", "words"),
    [
        ("‘I won’t resign,’ says mayor over bridge bill", "mayor", "I won’t resign"),
        ("Rask Edges Ahead in Runoff; Mayor Alleges ‘Irregularities’", "Mayor", "Irregularities"),
        ("Blast at depot kills four; company says alarms worked", "company", "alarms worked"),
        ("Fifth worker dies as union says alarms were off", "union", "alarms were off"),
        ("Police say 74,000 marched, unions 230,000", "unions", "230,000"),
    ],
)
def test_a_headline_gives_its_words_to_whom_it_names(headline, who, words):
    text = f"# {headline}\n\nThe square was still wet in the evening and the lamps were lit early."
    assert any(who.lower() in name.lower() and words in said for name, said in spoken(text)), (
        spoken(text)
    )


def test_a_headline_names_no_storm_as_speaker():
    text = "# Cyclone Ada: ‘We lost everything’\n\nThe square was still wet and the lamps were lit."
    assert spoken(text) == []


def test_a_headline_speaks_of_whom_the_text_names():
    text = "# Mayor says bridge is safe\n\nThe bridge is sound, Mayor Ana Leite said on Monday."
    assert {name for name, _ in spoken(text)} == {"Ana Leite"}

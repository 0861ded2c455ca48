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
        ("Ana Moe came late. In town, she reckoned, half of the wells were dry.", "Ana Moe", "half of"),
        ("Closing it, the mayor of Marl, Ida Roe, told the radio, would ruin it.", "Roe", "would ruin"),
        ("The gate, neighbours point out, whose lock is broken, was open.", "neighbours", "whose lock"),
        ("The list was posted, the same clerk said, from a shop in town.", "clerk", "from a shop"),
        ("Nine went to the clinic, where, a nurse there told us, two are ill.", "nurse", "two are ill"),
        ("The guild said it would re-open the mine.", "guild", "re-open the mine"),
        ("Adler was asked by the judge to hand over the letters.", "judge", "hand over the letters"),
        ("A second line was said by two agents to be closing.", "agents", "to be closing"),
        ("A petition calling for the bridge to be rebuilt has 900 names.", "petition", "rebuilt"),
        ("The marchers had by then already proclaimed a crowd of 9,000.", "marchers", "9,000"),
        ("Ana Moe opened the debate with the allegation that votes were bought.", "Moe", "bought"),
        ("Kolb would confirm only that “some boats” were missing.", "Kolb", "were missing"),
        ("The poll had the mayor ahead by 44 percent to 40.", "poll", "44 percent"),
        ("The timesheet gives only 11 names.", "timesheet", "11 names"),
        ("The log shows no entry in her name.", "log", "no entry"),
        ("According to a plan dated 2019 and seen by the Echo, a siren stands here.", "plan", "siren"),
        ("The mayor says €6 million must be spent.", "mayor", "must be spent"),
        ("Ida Holt recalled the night when the wall fell.", "Holt", "the wall fell"),
        ("The lawyer said he did not discuss cases.", "lawyer", "did not discuss"),
        ("The mayor is adamant that the bridge is safe.", "mayor", "bridge is safe"),
        ("Ida Holt is confident the mine is safe.", "Ida Holt", "mine is safe"),
        ("The clerk expressed confidence that the vote would pass.", "clerk", "vote would pass"),
        ("The mayor declined to say who paid but said more was due.", "mayor", "more was due"),
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
        "Neither side has said when they will meet again.",
        "The army recalled its envoy.",
        "It is certain that the bridge will be shut.",
        "Returns described by an aide lay on the desk.",
        "She was ordered by telephone to wait.",
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


def test_both_are_given_their_words_when_somebody_tells_what_another_said():
    text = "Ida Holt told members that the sale was off, according to a clerk who was there."
    assert gives(text, "Ida Holt", "the sale was off"), spoken(text)
    assert gives(text, "clerk", "told members"), spoken(text)


def test_the_article_counts_the_people_who_speak():
    assert figures("Three hospitals said the wards were full.") == {3: "none"}


def test_a_headline_gives_its_quotation_to_whoever_says_it_below():
    text = "# “We can swim too”: islanders pass the ferry\n\n“We can swim too,” said Ida Holt."
    assert spoken(text) == [("Ida Holt", "We can swim too")] * 2


def test_a_headlines_quotation_that_two_say_below_is_given_to_neither():
    text = (
        "# “We can swim too”: islanders pass the ferry\n\n“We can swim too,” said Ida Holt.\n\n"
        "“We can swim too,” said Paul Brix."
    )
    assert len(spoken(text)) == 2

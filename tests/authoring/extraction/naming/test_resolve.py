"""Whom roles, pronouns and words such as "others" stand for."""

from tests.authoring.extraction.drafting import draft
from tests.authoring.extraction.given import gives, spoken


def names(text: str) -> list[str]:
    return [name for name, _ in spoken(text)]


def test_others_and_some_are_of_the_people_named_last():
    text = "Survivors’ accounts differed. Some blamed a wave. Others said the boat was too full."
    assert [name.lower() for name in names(text)] == ["survivors"] * 2


def test_one_of_them_is_of_the_people_named_last():
    text = "Two guards said they saw a truck. One of them said the lights were off."
    assert names(text) == ["two guards"] * 2


def test_a_role_is_taken_for_the_name_that_follows_it():
    text = (
        "The regional governor said the road was closed.\n\n"
        "Governor Salim Dass told reporters that it would stay so."
    )
    assert set(names(text)) == {"Salim Dass"}


def test_a_former_mayor_is_not_the_mayor():
    text = (
        "Former mayor Celia Brand said she would run again. Hugo Stane has not spoken in public. "
        "The mayor wrote that he was ahead."
    )
    assert names(text)[-1] != "Celia Brand"


def test_her_office_is_named_by_whose_it_is():
    text = "Prime Minister Ana Leite said it was late. Her office denied that the talks had failed."
    assert names(text)[-1] == "Ana Leite’s office"


def test_the_ministry_is_the_one_whose_minister_was_named():
    text = (
        "The interior minister, Petra Lind, said it was calm. The ministry called the report false."
    )
    assert names(text)[-1] == "the interior ministry"


def test_a_person_who_warns_that_it_would_cost_more_stays_a_person():
    text = (
        "President Anton Veld said he was sure. Veld warned that it would cost jobs. "
        "He added that nobody had asked."
    )
    assert set(names(text)) == {"Anton Veld"}


def test_a_mans_lawyer_may_be_a_woman():
    text = "Mr Hall’s lawyer, Petra Moe, said he was ill. “He is at home,” she said."
    assert gives(text, "Petra Moe", "at home")


def test_the_front_is_the_body_whose_name_ends_so():
    text = "The Azure Front said it had left the town. The Front denied any role."
    assert set(names(text)) == {"Azure Front"}


def test_somebody_with_his_wife_is_no_wife():
    text = "Roe, his wife and two friends came late. Roe said he had paid. He said it was fair."
    assert set(names(text)) == {"Roe"}


def test_an_office_in_the_lead_is_the_person_whom_the_next_sentence_names():
    text = (
        "A wall fell in Port Vell on Monday, the provincial governor said.\n\n"
        "Ana Leite told reporters that the road was shut."
    )
    assert set(names(text)) == {"Ana Leite"}


def test_a_spokesman_in_the_lead_is_not_who_speaks_next():
    text = (
        "A wall fell in Port Vell on Monday, the police spokesman said.\n\n"
        "Ana Leite told reporters that the road was shut."
    )
    assert names(text) == ["the police spokesman", "Ana Leite"]


def test_an_office_is_held_by_whom_another_article_names_with_it():
    ledger = draft(
        "Prime Minister Ana Leite said it was late.", "The prime minister denied that it was late."
    ).ledger
    assert [ledger.speakers[c.speaker].name for c in ledger.claims] == ["Ana Leite"] * 2


def test_an_office_that_two_are_named_with_is_neithers():
    ledger = draft(
        "Prime Minister Ana Leite said it was late. Prime Minister Otto Brand said it was early.",
        "The prime minister denied that it was late.",
    ).ledger
    assert ledger.speakers[ledger.claims[-1].speaker].name == "the prime minister"


def test_the_company_is_the_one_whose_shares_or_unit_was_named():
    shares = "Shares in Corax fell on Monday. The company said it was calm."
    unit = "The dam is run by a local unit of Corax Resources. The company said it was calm."
    assert names(shares) == ["Corax"]
    assert names(unit) == ["Corax Resources"]


def test_two_names_joined_are_no_company():
    text = (
        "Corax Mining, which runs the pit, said it was calm. People in San Tor and El Vado were not. "
        "The company denied that it was late."
    )
    assert set(names(text)) == {"Corax Mining"}


def test_a_headline_calls_a_person_by_the_trade_the_text_tells():
    text = "The talks failed\n\n'Nobody believes it,' says lasher\n\n“Nobody believes it,” said lasher Otto Brand on Monday."
    assert set(names(text)) == {"Otto Brand"}


def test_he_is_not_the_one_whom_she_was_just_taken_for():
    text = (
        "Robin Tay said he was calm. Opposition leader Kim Ashe called it late. She demanded that Mr Tay go.\n\n"
        "He will not. “I was elected,” he said."
    )
    assert gives(text, "Tay", "elected")


def test_two_clubs_named_in_one_breath_are_two():
    text = (
        "The match between Vell Rovers and Dunmar Athletic was stopped. Dunmar put out a notice on Monday. "
        "The club claimed that 600 had been let in."
    )
    assert names(text) == ["Dunmar Athletic"]


def test_a_list_of_people_gives_nobody_a_role():
    text = (
        "The Sentinel reported that Brand, his wife and three friends had been guests of Otto Vale. "
        "Brand says he paid. In a statement he said he had kept no receipt."
    )
    assert names(text)[1:] == ["Brand", "Brand"]


def test_who_may_have_lied_is_not_who_wrote():
    text = (
        "The prime minister, Ana Leite, gave him her backing. "
        "If the commissioner found that he had lied, she wrote, “he will have to go”."
    )
    assert gives(text, "Ana Leite", "have to go")


def test_an_aide_is_the_one_whom_the_next_sentence_names():
    text = (
        "An aide to Ms Roe said it was late. The aide, Felix Doran, has since left the campaign. "
        "Doran denied that it was early."
    )
    assert set(names(text)) == {"Felix Doran"}

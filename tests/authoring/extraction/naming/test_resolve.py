"""Whom roles, pronouns and words such as "others" stand for."""

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

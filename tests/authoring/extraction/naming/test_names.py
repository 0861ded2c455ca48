import pytest

from reportedly.authoring.extraction.naming.names import named


@pytest.mark.parametrize(
    ("phrase", "form", "name"),
    [
        ("Its spokesman, Colonel Yusuf Darra", "name", "Yusuf Darra"),
        ("Per Aas, a spokesman for the World Fish Fund", "name", "Per Aas"),
        ("the official Port Daily", "name", "Port Daily"),
        ("Norland's leader Lena Okoro", "name", "Lena Okoro"),
        ("Union leader Tom Reyes of the Dockers' Federation", "name", "Tom Reyes"),
        ("the Ministry of Public Works", "name", "Ministry of Public Works"),
        ("an earlier Reuters report", "name", "Reuters"),
        (
            "An officer at a police station in Vell",
            "indefinite",
            "an officer at a police station in Vell",
        ),
        ("Rights groups", "plural", "rights groups"),
        ("Prosecutors", "plural", "prosecutors"),
        ("the regional government", "definite", "the regional government"),
        ("she", "pronoun", "she"),
    ],
)
def test_tells_the_name_from_the_role(phrase, form, name):
    told = named(phrase)
    assert (told.form, told.name) == (form, name)


def test_a_company_is_no_person():
    assert not named("Ostrel Power").person
    assert named("Ana Lund").person

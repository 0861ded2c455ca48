"""Answers on one line."""

from reportedly.classroom.in_words import in_words
from tests.builders import a_question, an_edition, an_open_question, chose, wrote


def test_what_the_author_wrote_stands_there_without_its_marks_and_what_a_learner_wrote_as_it_is():
    options = [{"right": "The *organiser*"}, {"wrong": "Nobody"}]
    edition = an_edition(a_question("who", options=options), an_open_question("why"))
    assert in_words(edition.question("who"), chose(0)) == "The organiser"
    assert in_words(edition.question("why"), wrote("*I* think")) == "*I* think"

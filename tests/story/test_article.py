"""An article read from its file."""

from dataclasses import replace

from reportedly.story.article import Paragraph, read_article
from tests.builders import a_story

TEXT = """
# Lanterns by the river

Caption: The river
at dusk.


The organiser said
  that 40 lanterns were lit.
#hashtags are no headlines.
"""


def test_blocks_are_numbered_and_named_by_what_they_are():
    article = read_article("A", TEXT)
    assert article.letter == "A"
    assert article.paragraphs == (
        Paragraph(1, "headline", "Lanterns by the river"),
        Paragraph(2, "caption", "The river at dusk."),
        Paragraph(
            3, "body", "The organiser said that 40 lanterns were lit. #hashtags are no headlines."
        ),
    )


def test_a_file_without_words_has_no_paragraphs():
    assert read_article("A", " \n\n \n").paragraphs == ()


def test_line_ends_of_any_system_are_understood():
    assert read_article("A", TEXT.replace("\n", "\r\n")) == read_article("A", TEXT)


def test_a_paragraph_is_found_by_its_number_and_none_outside():
    article = read_article("A", TEXT)
    assert article.paragraph(1) == article.paragraphs[0]
    assert article.paragraph(3) == article.paragraphs[2]
    assert article.paragraph(0) is article.paragraph(4) is article.paragraph(-1) is None


def test_the_original_is_shown_where_there_is_one():
    article = read_article("A", "# Ours\n\nOur words.", "Theirs")
    assert [paragraph.shown for paragraph in article.paragraphs] == ["Theirs", "Our words."]


def test_an_original_may_be_marked_up_like_ours():
    article = read_article("A", "# Ours\n\nCaption: Our picture", "# Theirs\n\nCaption: A picture")
    assert [paragraph.shown for paragraph in article.paragraphs] == ["Theirs", "A picture"]


def test_blocks_that_only_the_original_has_are_left_out():
    assert len(read_article("A", "One", "Eins\n\nZwei").paragraphs) == 1


def test_the_wording_to_mark_words_in_is_the_one_that_has_them_all():
    paragraph = Paragraph(1, "body", "Our 40 lanterns.", "Their 40 lights.")
    assert paragraph.wording_with([]) == paragraph.original
    assert paragraph.wording_with(["40"]) == paragraph.original
    assert paragraph.wording_with(["40", "lanterns"]) == paragraph.text
    assert paragraph.wording_with(["Their", "lanterns"]) == paragraph.text
    assert paragraph.has_words("lights")
    assert paragraph.has_words("lanterns")
    assert not paragraph.has_words("candles")


def test_a_reader_sees_a_retelling_until_its_original_stands_beside_it():
    retold = a_story()
    about = retold.about.model_copy(
        update={"articles": (retold.about.articles[0].model_copy(update={"retold": True}),)}
    )
    text = "One.\n\nTwo."
    without = replace(retold, about=about, articles=(read_article("A", text),))
    beside = replace(retold, about=about, articles=(read_article("A", text, "1.\n\n2."),))
    assert without.shows_retellings
    assert not beside.shows_retellings
    assert not retold.shows_retellings

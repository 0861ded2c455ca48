"""What comes out of the printer."""

import pypdfium2 as pdfium
from PIL import ImageChops

from tests.browser.keys import RIGHT
from tests.browser.signing_in import sign_in

# The last words of each question's field on paper.
LAST = {
    "pairs": "The ferry company",
    "gaps": "Friday",
    "amount": "people",
    "statement": "Not stated",
}


def pages_of(page, paper="A4"):
    """The text of each sheet, with single spaces."""
    document = pdfium.PdfDocument(page.pdf(format=paper))
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]


def ink_of(page):
    """How much of the first sheet is not white, and how far any dot of it is from grey."""
    document = pdfium.PdfDocument(page.pdf(format="A4"))
    picture = document[0].render(scale=0.5).to_pil().convert("RGB")
    red, green, blue = picture.split()
    off = max(ImageChops.difference(red, other).getextrema()[1] for other in (green, blue))
    dark = sum(picture.convert("L").histogram()[:200])
    return dark / (picture.width * picture.height), off


def test_a_quiz_and_its_answers_print_whole_in_black_on_white(new_visitor, server):
    visitor = new_visitor(server)
    page = sign_in(visitor, next_page="/print/quiz/every-kind")
    page.emulate_media(color_scheme="dark")
    for paper in ("A4", "Letter"):
        sheets = pages_of(page, paper)
        for ask, name in RIGHT.items():
            (number,) = [n for n, text in enumerate(sheets) if ask in text]
            assert LAST.get(name, ask) in sheets[number].partition(ask)[2] + ask
        assert "zq" not in "".join(sheets)
        assert "Print or save" not in "".join(sheets)
        assert f"1 of {len(sheets)}" in sheets[0]
        assert "Form A, order 1" in sheets[-1]
    dark, off_grey = ink_of(page)
    assert 0 < dark < 0.08
    assert off_grey < 8

    page.get_by_label("Letters").select_option("large")
    page.get_by_label("Form", exact=True).select_option("B")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**size=large**")
    large = pages_of(page)
    assert len(large) > len(sheets)
    assert "Form B, order 1" in large[0]

    page.get_by_role("link", name="The answer sheet of this form").click()
    page.wait_for_url("**/print/answers/**")
    read = " ".join(pages_of(page))
    assert "Form B, order 1" in read
    assert "zqwhy-pick" in read


def test_no_question_of_a_long_quiz_is_split_over_two_sheets(new_visitor, server):
    visitor = new_visitor(server)
    page = sign_in(visitor, next_page="/print/quiz/lantern-walk?articles=no")
    count = page.evaluate(
        """() => {
          const questions = [...document.querySelectorAll(".question")];
          questions.forEach((question, n) => {
            question.prepend(`begins${n}x`);
            question.append(`ends${n}x`);
          });
          return questions.length;
        }"""
    )
    assert count > 10
    sheets = pages_of(page)
    assert len(sheets) > 2
    for n in range(count):
        (sheet,) = [text for text in sheets if f"begins{n}x" in text]
        assert f"ends{n}x" in sheet

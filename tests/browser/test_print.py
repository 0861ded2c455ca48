"""What comes out of the printer."""

from datetime import UTC, datetime

import pypdfium2 as pdfium
from PIL import ImageChops
from playwright.sync_api import expect

from reportedly.classroom.lesson import Pacing
from reportedly.classroom.moves import Do, Move
from reportedly.classroom.tallies import Vote
from reportedly.quiz.response import Chosen
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons
from tests.browser.axe import faults
from tests.browser.keys import RIGHT
from tests.browser.signing_in import sign_in
from tests.classroom.attending import keep
from tests.live.lessons.classroom import begin_lesson

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

    assert faults(page) == []
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print or save as PDF").click()
    expect(page).to_have_title("printed")

    page.get_by_label("Letters").select_option("large")
    page.get_by_label("Form", exact=True).select_option("B")
    page.get_by_text("Questions: 11 of 11").click()
    page.get_by_role("button", name="None").click()
    page.get_by_label("Which words limit a number?").check()
    page.get_by_label("Who says that the clock stopped on Friday?").check()
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**size=large**")
    large = pages_of(page)
    assert "2 questions · 2 points · Form B, order 1" in large[0]

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


def test_what_a_lesson_showed_prints_with_its_votes_and_without_names(new_visitor, server):
    kept = begin_lesson(server, pacing=Pacing.SELF)
    engine = connect(f"sqlite:///{server.database}")
    lessons = Lessons(engine, Attempts(engine))
    lessons.move(kept.id, Move(Do.START), datetime.now(UTC))
    votes = [
        Vote(f"{kept.code}-{n}", "pick", 1, Chosen(frozenset({n % 2})), None) for n in range(8)
    ]
    keep(engine, kept, votes)
    engine.dispose()
    page = sign_in(new_visitor(server), next_page=f"/print/lesson/{kept.code}")
    read = " ".join(pages_of(page))
    assert "Try 1 8 answers 50 % right" in read
    assert "The harbour master (right) 4 (50 %)" in read
    assert "Look for the name beside the verb." in read
    assert "Name of" not in read
    assert "Print or save" not in read

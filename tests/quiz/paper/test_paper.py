"""A quiz on paper: what is on the sheet, what is only on the answer sheet."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings

from reportedly.files.markdown import to_html
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import KINDS
from reportedly.quiz.paper.document import Running, css_string, document
from reportedly.quiz.paper.keys import KeyWords
from reportedly.quiz.paper.pages import key_html, sheet_html
from reportedly.quiz.paper.sheet import Form, draw_sheet, letter
from reportedly.quiz.taxonomy import Slip, SlipText
from tests.builders import a_choice, a_question, a_statement, an_article, an_edition
from tests.strategies import banks

ROOT = Path(__file__).parents[3]
WORDS = KeyWords(to_html, {slip: SlipText(slip, f"slip {slip}", "", "") for slip in Slip})


@pytest.fixture(scope="module")
def shipped():
    """An edition of every bank that learners can take, and of the one with every kind."""
    shelves = [Library(root).shelf() for root in (ROOT, ROOT / "tests" / "browser" / "shelf")]
    return {
        name: Edition.of(shelved.bank, shelved.story)
        for shelf in shelves
        for name, shelved in shelf.banks.items()
    }


def printed(edition: Edition, form: Form | None = None, **options) -> str:
    return sheet_html(draw_sheet(edition, form or Form(1)), to_html, articles=False, **options)


def answers(edition: Edition, form: Form | None = None) -> str:
    return key_html(draw_sheet(edition, form or Form(1)), WORDS)


def words(html: str) -> str:
    """What is read, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def asks(html: str) -> list[str]:
    return [words(found) for found in re.findall(r'<span class="ask">(.*?)</span>', html, re.S)]


def test_every_kind_is_on_the_sheet_and_no_reason_or_key(shipped):
    edition = shipped["every-kind"]
    html = printed(edition)
    assert {q.kind for q in edition.bank.ready} == set(KINDS)
    assert sorted(asks(html)) == sorted(q.ask for q in edition.bank.ready)
    assert "zq" not in html
    assert not re.search(r"\b(right|wrong|verdict)\b", html)


def test_every_reason_is_on_the_answer_sheet(shipped):
    edition = shipped["every-kind"]
    # All that a learner may not see before, but for what is said to whoever leads a class.
    reasons = set(re.findall(r"zq(?!notes)[\w-]+", edition.json))
    assert len(reasons) > 30
    assert set(re.findall(r"zq[\w-]+", answers(edition))) == reasons


def test_every_question_of_the_shipped_banks_is_on_its_sheet_with_all_that_can_be_chosen(shipped):
    for edition in shipped.values():
        read = words(printed(edition))
        for question in edition.bank.ready:
            assert words(to_html(question.ask)) in read
            if question.kind in ("single", "multiple", "match", "classify", "order"):
                parts = question.offered()
                texts = {*parts.parts, *(text for choices in parts.choices for text in choices)}
                assert [text for text in texts if " ".join(text.split()) not in read] == []


def test_the_answer_sheet_quotes_the_paragraph_that_decides_and_marks_its_words(shipped):
    html = answers(shipped["every-kind"])
    assert "<mark>the harbour master said</mark>" in html
    assert "She gave no reason." in words(html)


def test_which_option_is_right_changes_nothing_on_the_sheet():
    texts = ("The organiser", "Nobody", "The mayor")
    sheets = set()
    for right in texts:
        options = [{"right" if text == right else "wrong": text} for text in texts]
        sheets.add(printed(an_edition(a_question(options=options))))
    for answer in ("true", "false", "not stated"):
        sheets.add(printed(an_edition(a_statement(answer))))
    assert len(sheets) == 2


@pytest.mark.parametrize("seed", range(8))
def test_the_letter_on_the_answer_sheet_is_that_of_the_right_option_on_the_sheet(seed):
    edition = an_edition(a_choice("Yes, she did", "No", "Perhaps", "Nobody says"))
    (named,) = re.findall(
        r'<b class="letter">(\w)</b><span>Yes, she did</span>', printed(edition, Form(seed))
    )
    key = answers(edition, Form(seed))
    assert f'<b class="letter">{named}</b> <span class="said">Yes, she did</span>' in key
    assert len(re.findall(r'class="right"', key)) == 1


def test_letters_of_choices_gaps_and_pieces_are_those_of_the_sheet(shipped):
    edition = shipped["every-kind"]
    for seed in range(6):
        sheet, key = words(printed(edition, Form(seed))), words(answers(edition, Form(seed)))
        for item, choice in (("At least 25", "The ferry company"), ("About ten", "Arno Quist")):
            (named,) = re.findall(rf"([ABC]) {item} → {choice}", key)
            assert f"{named} {choice}" in sheet
        for gap, right in ((1, "The harbour master"), (2, "Friday")):
            (named,) = re.findall(rf"\({gap}\) ([AB]) {right}", key)
            assert re.search(rf"\({gap}\)(?: [AB] [\w ]+?)? {named} {right}", sheet)
        assert "A apparently" in sheet
        assert "Right A apparently" in key


def test_labels_that_are_too_many_for_a_table_have_letters_on_both_sheets():
    labels = [f"label {n}" for n in range(6)]
    items = [{"label 5": "The last"}, {"label 0": "The first"}]
    question = {"id": "c", "kind": "classify", "ask": "?", "labels": labels, "items": items}
    edition = an_edition(question)
    sheet, key = words(printed(edition)), words(answers(edition))
    assert "Write a letter in each box." in sheet
    assert "F label 5" in sheet
    assert "F The last → label 5" in key
    few = an_edition({**question, "labels": labels[:1] + labels[5:]})
    assert "Tick one box in each line." in words(printed(few))
    assert "Right The last → label 5" in words(answers(few))


def test_what_belongs_in_order_is_numbered_from_first_to_last(shipped):
    key = words(answers(shipped["every-kind"]))
    found = [
        key.index(told)
        for told in ("1 The letter is dated", "2 The clock stops", "3 Article B says that it is")
    ]
    assert found == sorted(found)


def test_places_that_are_shared_are_told_as_such():
    order = {"id": "o", "kind": "order", "ask": "First?", "order": [["a1", "a2"], "b"]}
    key = words(answers(an_edition(order)))
    assert "1 to 2, in any order a1" in key
    assert "3 b" in key


def test_many_wordings_of_a_short_answer_are_cut_off_and_counted():
    accept = ["first", *(f"wording {n}" for n in range(20))]
    key = words(answers(an_edition({"id": "s", "kind": "short", "ask": "?", "accept": accept})))
    assert "Right first" in key
    assert "wording 7, and 12 more of the kind" in key


def test_a_form_and_an_order_give_the_same_sheet_again_and_others_another(shipped):
    edition = shipped["every-kind"]
    assert printed(edition, Form(4711)) == printed(edition, Form(4711))
    orders = {tuple(asks(printed(edition, Form(7, each)))) for each in "ABCD"}
    assert len(orders) == 4
    assert "Form B, order 7" in words(printed(edition, Form(7, "B")))


def test_the_order_of_the_bank_can_be_kept(shipped):
    edition = shipped["every-kind"]
    html = printed(edition, Form(9, keeps_order=True))
    assert asks(html) == [question.ask for question in edition.bank.ready]


def test_only_chosen_questions_that_are_ready_are_printed():
    edition = an_edition(
        a_question("one", ask="One?"),
        a_question("two", ask="Two?"),
        a_question("three", ask="Three?", status="draft"),
    )
    sheet = draw_sheet(edition, Form(1), {"two", "three", "gone"})
    assert [each.question.id for each in sheet.questions] == ["two"]
    assert asks(printed(edition)) != []
    assert "Three?" not in printed(edition) + answers(edition)


def test_the_articles_can_be_printed_first_with_their_numbers():
    edition = an_edition(articles=(an_article("A"),), retold=True)
    sheet = draw_sheet(edition, Form(1))
    read = words(sheet_html(sheet, to_html, articles=True))
    assert 'A2 The organiser said "40 lanterns" were lit.' in read
    assert "retellings" in read
    assert "A2 The organiser" not in words(sheet_html(sheet, to_html, articles=False))


def test_there_is_room_for_name_class_and_date_and_the_content_note_is_told():
    read = words(printed(an_edition(content_note="People died.", invented=False)))
    assert "Name Class Date People died." in read
    assert "invented" not in read.lower()


def test_no_text_of_an_author_becomes_markup():
    evil = "</style><script>alert(1)</script>"
    edition = an_edition(a_question(ask=evil, options=[{"right": evil}, {"wrong": "b"}]))
    for body in (printed(edition), answers(edition)):
        page = document(evil, body, Running(evil, evil))
        assert "alert" in page
        assert "<script>" not in page
        assert page.count("</style>") == 1


def test_a_string_of_a_style_sheet_ends_where_it_should():
    assert css_string('a"b\\c\nd') == '"a\\22 b\\5c c\\a d"'


def test_letters_go_on_after_z():
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == (
        ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    )


@settings(max_examples=25, deadline=None)
@given(bank=banks(most=3))
def test_any_bank_can_be_printed_and_what_explains_it_is_not_on_the_sheet(bank):
    def edition_with(**fields):
        shown = {"status": None, "reviewed": (), **fields}
        questions = tuple(question.model_copy(update=shown) for question in bank.questions)
        return an_edition().model_copy(
            update={"bank": bank.model_copy(update={"questions": questions})}
        )

    edition = edition_with()
    html = printed(edition)
    assert len(asks(html)) == len(bank.questions)
    assert html == printed(edition_with(explain=None, evidence=(), beyond=None, skills=()))
    assert answers(edition).count("<section") == 1 + len(bank.questions)

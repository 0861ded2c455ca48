"""Tables for spreadsheets: nothing in them runs, and names stay as they are."""

import csv
import io
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from reportedly.files.exporting import LONGEST_CELL, as_csv, as_workbook, harmless

NAMES = ["Zoë", "李雷", "O'Brien", 'He said "no"', "two\nlines", "Ann = Bob", "עדה", "007", "1E5"]
FORMULAS = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n+1", "|x", "%x", "\r\n=cmd|x"),
    *('=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", '"=1+1', "'=1", "\u200b=1", "\ufeff=1"),
    *("\u00a0=1", "\u3000=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "\x00=1", "﹦1", "﹢1"),
]
STARTS = tuple("=+-@|%＝＋－＠")


def read(content, separator=","):
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def cells(content):
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def begins_formula(cell):
    return cell.lstrip(' \t\r\n"\u00a0').startswith(STARTS)


def test_names_come_back_as_they_were():
    assert read(as_csv([NAMES])) == [NAMES]
    assert cells(as_workbook({"Names": [NAMES]})) == [NAMES]


def test_spreadsheets_are_told_that_it_is_utf_8():
    assert as_csv([NAMES]).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_csv_begins_like_a_formula(cell):
    assert harmless(cell).replace("'", "") == cell.replace("'", "")
    ((written,),) = read(as_csv([[cell]]))
    assert not begins_formula(written)
    assert written.startswith("'")


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("cell", ["Ann;=1+1", "a\t=1", 'a; "=1', "a\n=1", "a,;@x", "x\r;+1"])
def test_no_formula_begins_where_another_separator_is_expected(cell, separator):
    rows = read(as_csv([["one", cell, "two"]]), separator)
    assert [each for row in rows for each in row if begins_formula(each)] == []


@given(table=st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=3), max_size=3))
def test_whatever_stands_in_a_table_no_cell_begins_a_formula_however_it_is_cut(table):
    for separator in ",;\t":
        for row in read(as_csv(table), separator):
            assert [cell for cell in row if begins_formula(cell)] == []


@given(cell=st.text(max_size=20).filter(lambda text: harmless(text) == text))
def test_a_text_that_begins_no_formula_is_left_as_it_is(cell):
    ((written, _),) = read(as_csv([[cell, "x"]]))
    assert written == cell.encode("utf-8", "replace").decode()


def test_numbers_are_numbers_and_digits_in_a_name_are_a_name():
    table = [["name", "count", "share"], ["007", 7, -0.25], ["12", 0, None], ["x", 1, float("nan")]]
    assert cells(as_workbook({"T": table})) == [
        ["name", "count", "share"],
        ["007", 7, -0.25],
        ["12", 0, None],
        ["x", 1, None],
    ]
    assert read(as_csv(table))[1:] == [["007", "7", "-0.25"], ["12", "0", ""], ["x", "1", ""]]


def test_a_workbook_holds_text_and_numbers_and_no_formula_or_link():
    book = ZipFile(
        io.BytesIO(as_workbook({"Answers": [["name", "count"], *([f, 12] for f in FORMULAS)]}))
    )
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert not any("externalLink" in name for name in book.namelist())
    (opened,) = load_workbook(book.fp).worksheets
    held = list(opened.iter_rows(min_row=2))
    assert [row[0].data_type for row in held] == ["s"] * len(FORMULAS)
    assert [row[1].value for row in held] == [12] * len(FORMULAS)
    assert held[0][0].value == "=1+1"


def test_the_head_of_a_workbook_stays_in_sight_and_columns_are_as_wide_as_their_words():
    table = [["id", "asked"], ["q", "word " * 100]]
    (sheet,) = load_workbook(io.BytesIO(as_workbook({"T": table}))).worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width < 8
    assert 40 < sheet.column_dimensions["B"].width < 70
    assert sheet["B2"].alignment.wrap_text


def test_what_no_workbook_can_hold_is_cut_or_replaced_and_nothing_is_lost_beside_it():
    table = [["x" * (LONGEST_CELL + 5), "a\ud800b\uffffc", "kept"]]
    ((long, odd, kept),) = cells(as_workbook({"T": table}))
    assert len(long) == LONGEST_CELL
    assert long.endswith("…")
    assert odd == "a\ufffdb\ufffdc"
    assert kept == "kept"


def test_an_empty_table_is_a_file_as_well():
    assert as_csv([]) == b"\xef\xbb\xbf"
    assert cells(as_workbook({"T": []})) in ([], [[None]])

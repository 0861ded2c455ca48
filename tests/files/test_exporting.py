"""Tables for spreadsheets: nothing in them runs, and names stay as they are."""

import csv
import io
import re
from zipfile import ZipFile

import pytest

from reportedly.files.exporting import as_csv, as_workbook

NAMES = ["Zoë", "李雷", "O'Brien", 'He said "no"', "two\nlines"]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_names_come_back_from_a_csv_as_they_were():
    assert read(as_csv([NAMES])) == [NAMES]


def test_spreadsheets_are_told_that_it_is_utf_8():
    assert as_csv([NAMES]).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_csv_begins_like_a_formula(cell):
    ((written,),) = read(as_csv([[cell]]))
    assert written == f"'{cell}"


def test_a_workbook_holds_text_and_numbers_and_no_formula_or_link():
    book = ZipFile(
        io.BytesIO(as_workbook({"Answers": [["name", "count"], *([f, "12"] for f in FORMULAS)]}))
    )
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert not any("externalLink" in name for name in book.namelist())
    assert "=1+1" in strings
    assert len(re.findall(r"<v>12</v>", sheet)) == len(FORMULAS)

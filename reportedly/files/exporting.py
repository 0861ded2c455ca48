"""Tables as files for spreadsheets, in which no cell runs as a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from reportedly.classroom.record import Cell

Table = Sequence[Sequence[Cell]]

CSV_TYPE = "text/csv"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold."""
_WIDEST = 60
"""Characters across which a column is drawn; longer texts wrap."""

_STARTS = "=+-@|%"
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"[;\t\r\n]")


def as_csv(table: Table) -> bytes:
    """Comma-separated, in UTF-8 with the mark by which spreadsheets know it.

    Without the mark, Excel takes the file for one of the country's old encodings and garbles names.
    """
    written = io.StringIO(newline="")
    csv.writer(written).writerows([_plain(cell) for cell in row] for row in table)
    # A half of a character, which JSON can carry, is no UTF-8; it becomes a question mark.
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace")


def _plain(cell: Cell) -> str:
    if _is_empty(cell):
        return ""
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _is_empty(cell: Cell) -> bool:
    """Also a figure that could not be reckoned."""
    return cell is None or (isinstance(cell, float) and not isfinite(cell))


def harmless(text: str) -> str:
    """The text as a cell of a CSV that no spreadsheet takes for a formula.

    An apostrophe comes before what would begin one: at the start, and behind whatever a
    spreadsheet that expects another separator would take for the end of a cell.
    """
    cut = [0, *(found.end() for found in _BREAK.finditer(text))]
    pieces = [text[begin:end] for begin, end in zip(cut, [*cut[1:], len(text)], strict=True)]
    safe = "".join(f"'{piece}" if _begins_formula(piece) else piece for piece in pieces)
    # Some programs take such a character off and look at the next one.
    return f"'{safe}" if text[:1] in ("\t", "\r", "\n") else safe


def _begins_formula(piece: str) -> bool:
    for character in piece:
        # Blanks, controls and marks that are not seen are skipped by one program or another, and
        # quotation marks are taken off.
        if unicodedata.category(character)[0] in "CZ" or character in "\"'":
            continue
        # The wide forms of East Asian keyboards count as well.
        return unicodedata.normalize("NFKC", character)[:1] in tuple(_STARTS)
    return False


def as_workbook(sheets: Mapping[str, Table]) -> bytes:
    """An Excel workbook with a sheet for each table; every cell is text or a number.

    The first row stays in sight, and columns are as wide as what they hold, up to a limit.

    Args:
        sheets: By name; a name has at most 31 characters.
    """
    # Imported when somebody exports: pages do without.
    import xlsxwriter  # type: ignore[import-untyped]

    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        # As text, so that opening a cell to look at it does not make a formula of it either.
        words = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        number = book.add_format({"valign": "top"})
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(table):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str):
                        sheet.write_string(row, column, _fitting(cell), head if row == 0 else words)
                    elif not _is_empty(cell):
                        sheet.write_number(row, column, cell, number)
            sheet.freeze_panes(1, 0)
            for column, width in enumerate(_widths(table)):
                sheet.set_column(column, column, width)
    return written.getvalue()


def _fitting(text: str) -> str:
    """As much of a text as fits, without what no XML can hold."""
    text = _NOT_IN_XML.sub("\ufffd", text)
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def _widths(table: Table) -> list[int]:
    """Of each column, in characters."""
    columns: list[Any] = [[] for _ in max(table, key=len, default=[])]
    for row in table:
        for column, cell in enumerate(row):
            columns[column].append(_across(cell))
    return [min(_WIDEST, max(lengths, default=0) + 2) for lengths in columns]


def _across(cell: Cell) -> int:
    """How many columns of letters it takes; an East Asian one takes two."""
    lines = "" if cell is None else str(cell)
    return max(
        (
            sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
            for line in lines.split("\n")
        ),
        default=0,
    )

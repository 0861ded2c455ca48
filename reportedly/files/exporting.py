"""Tables as files for spreadsheets, in which no cell runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from reportedly.classroom.record import harmless

Table = Sequence[Sequence[str]]


def as_csv(table: Table) -> bytes:
    """Comma-separated, in UTF-8 with the mark by which spreadsheets know it."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([harmless(cell) for cell in row] for row in table)
    return written.getvalue().encode("utf-8-sig")


def as_workbook(sheets: Mapping[str, Table]) -> bytes:
    """An Excel workbook with a sheet for each table; every cell is text or a number."""
    # Imported when somebody exports: pages do without.
    import xlsxwriter  # type: ignore[import-untyped]

    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(table):
                for column, cell in enumerate(cells):
                    if cell.isascii() and cell.isdecimal():
                        sheet.write_number(row, column, int(cell))
                    else:
                        sheet.write_string(row, column, cell)
            sheet.freeze_panes(1, 0)
            sheet.autofit(300)
    return written.getvalue()

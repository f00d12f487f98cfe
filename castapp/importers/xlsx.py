"""Reading workbooks: the values of every visible sheet, guarded against hostile archives."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

from castapp.domain.checks import Invalid
from castapp.importers.table import MOST_COLUMNS, MOST_ROWS, Table, table_of

LARGEST_UNPACKED = 300_000_000
MOST_PARTS = 3000
STEEPEST = 200
_UNREADABLE = (
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    EOFError,
    MemoryError,
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_xlsx(content: bytes, source: str) -> list[Table]:
    """A table for every visible sheet with text in it. Raises Invalid or BadRows."""
    check_archive(content, source)
    try:
        sheets = list(_sheets(content))
    except Invalid:
        raise
    except _UNREADABLE as wrong:
        raise Invalid(f"{source} is not a workbook Castapp can read; save it again.") from wrong
    several = len(sheets) > 1
    tables = [
        table_of(f"{source}, sheet {name}" if several else source, lines, lettered=True)
        for name, lines in sheets
    ]
    found = [table for table in tables if table is not None]
    if not found:
        raise Invalid(f"{source} is empty.")
    return found


def check_archive(content: bytes, source: str) -> None:
    """Refuse an archive that would unpack to something enormous, by its own table of contents."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except _UNREADABLE as wrong:
        raise Invalid(f"{source} is not a workbook; save it as .xlsx or .csv.") from wrong
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    steep = unpacked > 20_000_000 and unpacked > STEEPEST * max(1, packed)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or steep:
        raise Invalid(f"{source} would unpack to {unpacked / 1e6:.0f} MB; it is not read.")


def _sheets(content: bytes) -> Iterator[tuple[str, list[tuple[int, list[str]]]]]:
    from openpyxl import load_workbook  # 0.2 s: only when a workbook is read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    rows = sheet.iter_rows(
                        max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True
                    )
                    yield (
                        str(sheet.title),
                        [
                            (line, [_text(value) for value in row])
                            for line, row in enumerate(rows, start=1)
                            if any(value is not None for value in row)
                        ],
                    )
        finally:
            book.close()


def _text(value: Any) -> str:
    """A cell's value as it would stand in a CSV file: 2024-10-15, 19:30, 8, text as it is."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

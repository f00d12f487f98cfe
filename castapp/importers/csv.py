"""Reading CSV: whatever separator its heading shows, in whatever encoding it came."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from castapp.domain.checks import Invalid
from castapp.importers.table import Table, table_of
from castapp.importers.text import decoded

SEPARATORS = (",", ";", "\t")


def read_csv(content: bytes, source: str) -> tuple[list[Table], list[str]]:
    """The table of a CSV file, and what to look at in it. Raises Invalid or BadRows."""
    text, doubts = decoded(content, source)
    table = table_of(source, _lines(text, separator(text), source))
    if table is None:
        raise Invalid(f"{source} is empty.")
    return [table], doubts


def separator(text: str) -> str:
    """The separator that parts the first line that has one, outside quotation marks."""
    for line in text.splitlines()[:20]:
        if line.lower().startswith("sep=") and line[4:5] in SEPARATORS:
            return line[4]
        outside = "".join(line.split('"')[::2])
        counts = {mark: outside.count(mark) for mark in SEPARATORS}
        best = max(SEPARATORS, key=lambda mark: counts[mark])
        if counts[best]:
            return best
    return ","


def _lines(text: str, mark: str, source: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise Invalid(
                f"{source}, line {line}: a quotation mark is in the wrong place or is not closed."
            ) from None
        if cells is None:
            return
        if line == 1 and cells and cells[0].lower().startswith("sep="):
            continue
        yield line, cells

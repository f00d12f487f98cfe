"""The neutral table every reader makes of a file: headings, rows, and where each cell stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from castapp.domain.checks import Invalid, clean
from castapp.importers.words import field_of

MOST_ROWS = 200_000
MOST_COLUMNS = 400
MOST_NAMED = 20
TITLE_ROWS = 10
GUARDED = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, counted from 1, and its cleaned cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file, or one sheet of it. `lettered` cells are also known by letters (B5)."""

    source: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    heading_line: int = 1
    lettered: bool = False

    @property
    def fields(self) -> tuple[str | None, ...]:
        """What each column stands for, None for one that is no known heading."""
        return tuple(field_of(heading) for heading in self.headings)

    def address(self, line: int, column: int | None = None) -> str:
        """Where a cell stands: line 5, Time (in a workbook: line 5, Time (B5))."""
        if column is None:
            return f"line {line}"
        heading = self.headings[column] if column < len(self.headings) else ""
        letters = f"{column_letters(column)}{line}" if self.lettered else ""
        named = heading or f"column {column + 1}"
        return f"line {line}, {named}{f' ({letters})' if letters else ''}"


class Stranger(Invalid):
    """Somebody or some room nobody here knows, where newcomers could have been let in."""


class BadRows(Invalid):
    """Rows that cannot be brought in, each named by file, line and cell.

    `strangers` tells whether some of them could come in if newcomers were let in.
    """

    def __init__(self, source: str, lines: Sequence[str], *, strangers: bool = False) -> None:
        named = list(lines[:MOST_NAMED])
        if len(lines) > MOST_NAMED:
            named.append(f"and {len(lines) - MOST_NAMED} more.")
        self.lines = tuple(named)
        self.strangers = strangers
        body = f"{source}, {named[0]}" if len(named) == 1 else "\n  ".join([f"{source}:", *named])
        super().__init__(f"{body}\nNothing was written.")


@dataclass(slots=True)
class Complaints:
    """Collects what is wrong with a table, so that all of it is named at once."""

    table: Table
    _found: dict[tuple[int, int, str], str] = field(default_factory=dict)
    _strangers: bool = False

    def add(self, line: int, column: int | None, sentence: object) -> None:
        """Name what is wrong in one cell, or in a whole row."""
        text = f"{self.table.address(line, column)}: {sentence}"
        self._strangers = self._strangers or isinstance(sentence, Stranger)
        self._found[(line, -1 if column is None else column, text)] = text

    def spoil(self, line: int) -> bool:
        """Whether anything in a row was wrong so far."""
        return any(bad == line for bad, _, _ in self._found)

    def settle(self) -> None:
        """Raise BadRows if anything was wrong."""
        if self._found:
            lines = [self._found[key] for key in sorted(self._found)]
            raise BadRows(self.table.source, lines, strangers=self._strangers)


def table_of(
    source: str, lines: Iterable[tuple[int, Sequence[str]]], *, lettered: bool = False
) -> Table | None:
    """The table in these lines; None if there is no text at all.

    The heading is the first of the leading rows in which two headings are known, else the first
    row. Raises BadRows for cells no company file may hold, Invalid for too many rows.
    """
    rows: list[Row] = []
    wrong: list[tuple[int, int, Invalid]] = []
    for line, cells in lines:
        if len(rows) >= MOST_ROWS:
            raise Invalid(f"{source} has more than {MOST_ROWS:,} rows; bring it in by parts.")
        tidy = _tidy(line, cells, wrong)
        if any(tidy):
            rows.append(Row(line, tidy))
    if not rows and not wrong:
        return None
    start = _heading_row(rows)
    headings = _trimmed(rows[start].cells) if rows else ()
    heading_line = rows[start].line if rows else 1
    table = Table(source, headings, tuple(rows[start + 1 :]), heading_line, lettered)
    complaints = Complaints(table)
    for line, column, sentence in wrong:
        complaints.add(line, column, sentence)
    complaints.settle()
    _check_shape(table)
    return table


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: A … Z, AA …"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _tidy(
    line: int, cells: Sequence[str], wrong: list[tuple[int, int, Invalid]]
) -> tuple[str, ...]:
    tidy: list[str] = []
    for column, cell in enumerate(cells[:MOST_COLUMNS]):
        try:
            text = _legible(clean(cell))
        except Invalid as bad:
            wrong.append((line, column, bad))
            text = ""
        guarded = text.startswith("'") and text[1:].startswith(GUARDED)
        tidy.append(text[1:] if guarded else text)
    return tuple(tidy)


def _legible(text: str) -> str:
    if "\ufffd" in text:
        raise Invalid(f"“{text}” holds a letter that cannot be read; save the file in UTF-8.")
    return text


def _heading_row(rows: list[Row]) -> int:
    for place, row in enumerate(rows[:TITLE_ROWS]):
        known = {field_of(cell) for cell in row.cells} - {None}
        if len(known) > 1:
            return place
    return 0


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    used = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return cells[: used + 1]


def _check_shape(table: Table) -> None:
    complaints = Complaints(table)
    seen: dict[str, str] = {}
    for column, (heading, known) in enumerate(zip(table.headings, table.fields, strict=True)):
        if known and known != "our_own":
            if known in seen:
                complaints.add(
                    table.heading_line,
                    column,
                    f"“{seen[known]}” and “{heading}” say the same; keep one of the columns.",
                )
            seen[known] = heading
    width = len(table.headings)
    for row in table.rows:
        if any(row.cells[width:]):
            complaints.add(
                row.line,
                None,
                f"the row has more cells than {_counted(width)}; a text with the separator in it "
                "needs quotation marks.",
            )
    complaints.settle()


def _counted(width: int) -> str:
    return f"the {width} headings" if width > 1 else "the one heading"

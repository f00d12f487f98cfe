"""Spreadsheets: the call sheet and the casting sheet, texts as texts and times as times."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from castapp.export.callboard import Block, Card, bare, said
from castapp.export.callsheet import TENTATIVE, CallSheet
from castapp.export.castingsheet import CastingSheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
SHEET_PAPER = {"A4": 9, "Letter": 1}
LARGE_PAPER = {"A4": 8, "Letter": 3}
CALL_HEADS = ("Start", "End", "Where", "Call", "Who", "Coach", "Pianist", "State", "Changed")
TIME, DAY_MINUTES = "hh:mm", 24 * 60
NAME_HEADS = ("Rank", "Name", "Today", "Calls", "Changed")


@dataclass(frozen=True, slots=True)
class _Book:
    workbook: Workbook
    bold: Format
    title: Format
    wrapped: Format
    marked: Format
    time: Format
    marked_time: Format


Cell = str | int


def call_sheet_xlsx(sheet: CallSheet, paper: str, at: datetime) -> bytes:
    """A call sheet as a workbook: the calls, the rest of the day, everybody's name."""
    file = io.BytesIO()
    book = _opened(file, at)
    rows = [
        (
            card.start,
            card.end,
            column.name,
            said(card.head),
            _who(card),
            card.coach,
            card.pianist,
            "tentative" if card.tentative else "not for dancers" if card.staff_only else "firm",
            "changed" if card.changed else "",
        )
        for column in sheet.columns
        for card in column.cards
    ]
    rows.sort(key=lambda row: row[0])
    head = (sheet.masthead.company, sheet.masthead.title, _issue(sheet.masthead.issue))
    _table(book, "Calls", head, CALL_HEADS, rows, (7, 7, 14, 34, 60, 14, 12, 14, 10), paper)
    day = [("Class", one.label, said(one.words)) for one in sheet.classes]
    for block in (*sheet.upper, *sheet.lower):
        day += _block_rows(block)
    _table(book, "Day", head, ("Block", "When", "What"), day, (44, 14, 90), paper)
    names = [
        (group.rank, entry.name, entry.tonight, entry.times, "changed" if entry.changed else "")
        for group in sheet.names
        for entry in group.entries
    ]
    _table(book, "Find your name", head, NAME_HEADS, names, (18, 24, 26, 60, 10), paper)
    book.workbook.close()
    return file.getvalue()


def casting_xlsx(sheet: CastingSheet, paper: str, at: datetime) -> bytes:
    """A casting sheet as a workbook: roles by shows with covers below, then each corps map."""
    file = io.BytesIO()
    book = _opened(file, at)
    heads = ("Act", "Role", "", *(f"{one.day} {one.about}" for one in sheet.heads), "Shows each")
    rows: list[tuple[str, ...]] = []
    marks: set[tuple[int, int]] = set()
    for band in sheet.bands:
        for row in band.rows:
            marks |= {
                (len(rows), number + 3) for number, cell in enumerate(row.cells) if cell.changed
            }
            dancing = (cell.dancing for cell in row.cells)
            rows.append((band.title, row.name, "dances", *dancing, row.counter))
            if any(cell.covers for cell in row.cells):
                covers = (cell.covers for cell in row.cells)
                rows.append((band.title, row.name, "covers", *covers, ""))
    head = (sheet.masthead.company, f"{sheet.masthead.title} {sheet.masthead.light}",
            _issue(sheet.masthead.issue))  # fmt: skip
    widths = (14, 22, 8, *[22] * len(sheet.heads), 36)
    _table(book, "Casting", head, heads, rows, widths, paper, marks=marks, large=True)
    for number, one in enumerate(sheet.maps, 1):
        shows = tuple(f"{show.day} {show.about.split(' · ')[0]}" for show in sheet.heads)
        map_heads = ("Spot", *(f"Map {letter}" for letter, _ in one.maps), *shows)
        if not one.is_told:
            continue
        told = [f"map {letter}" if letter else "" for _, letter in one.shows]
        letters = [("", *[""] * len(one.maps), *told)] if any(told) else []
        spots = [
            (
                name,
                *(names[spot - 1] for _, names in one.maps),
                *(
                    found.name if (found := one.exceptions.get((show_id, spot))) else ""
                    for show_id, _ in one.shows
                ),
            )
            for spot, name in enumerate(one.spots, 1)
        ]
        columns = (8, *[20] * (len(map_heads) - 1))
        _table(book, f"Spots {number}", (*head[:2], one.role), map_heads, [*letters, *spots],
               columns, paper, large=True)  # fmt: skip
    book.workbook.close()
    return file.getvalue()


def _opened(file: io.BytesIO, at: datetime) -> _Book:
    from xlsxwriter import Workbook

    workbook = Workbook(file, OPTIONS)
    workbook.set_properties({"author": "Castapp", "created": at.replace(tzinfo=None)})
    return _Book(
        workbook,
        workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        workbook.add_format({"bold": True, "font_size": 14}),
        workbook.add_format({"text_wrap": True, "valign": "top"}),
        workbook.add_format({"text_wrap": True, "valign": "top", "bold": True, "left": 5}),
        workbook.add_format({"valign": "top", "align": "left", "num_format": TIME}),
        workbook.add_format(
            {"valign": "top", "align": "left", "num_format": TIME, "bold": True, "left": 5}
        ),
    )


def _table(
    book: _Book,
    name: str,
    head: Sequence[str],
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    paper: str,
    *,
    marks: set[tuple[int, int]] | None = None,
    large: bool = False,
) -> None:
    """A sheet: three lines of head, the column heads, the rows; set up to be printed.

    A number in a row is minutes since midnight and becomes a time.
    """
    sheet = book.workbook.add_worksheet(name)
    company, title, issue = head
    sheet.write_string(0, 0, company)
    sheet.write_string(1, 0, title, book.title)
    sheet.write_string(2, 0, issue)
    for column, head_text in enumerate(heads):
        if head_text:
            sheet.write_string(4, column, bare(head_text), book.bold)
    for row, texts in enumerate(rows):
        changed = "changed" in texts[-1:]
        for column, text in enumerate(texts):
            marked = changed or (marks is not None and (row, column) in marks)
            dress = book.marked if marked else book.wrapped
            if isinstance(text, int):
                clock = book.marked_time if marked else book.time
                sheet.write_number(5 + row, column, text % DAY_MINUTES / DAY_MINUTES, clock)
            elif text:
                sheet.write_string(5 + row, column, bare(text), dress)
            else:
                sheet.write_blank(5 + row, column, None, dress)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(5, 0)
    sheet.repeat_rows(4)
    sheet.set_landscape()
    sheet.set_paper((LARGE_PAPER if large else SHEET_PAPER)[paper])
    sheet.fit_to_pages(1, 0)


def _block_rows(block: Block) -> list[tuple[str, str, str]]:
    return [(block.title, entry.label, said(entry.words)) for entry in block.entries]


def _who(card: Card) -> str:
    """Who is called; that it is tentative has its own column."""
    lines = (tuple(run for run in words if run.text != TENTATIVE) for words in card.lines)
    return "; ".join(text for line in lines if (text := said(line).strip()))


def _issue(issue: str) -> str:
    return f"Issue {issue}" if issue else "Draft, not posted"

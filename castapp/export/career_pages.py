"""The career record laid out: totals, then a band for each ballet and a row for each role."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.export.callboard import NO_BREAK, plain
from castapp.export.careersheet import CareerRow, CareerSheet, when_words
from castapp.export.manner import Manner
from castapp.export.page_frame import Frame, draw_masthead, frame, numbered
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.typeset import Measure, Pen, elided

MM = PT_PER_MM
ROLE_SHARE, WHERE_SHARE = 0.24, 0.20
DAY, TIMES = 25 * MM, 14 * MM
HEAD, BAND, ROLE = Type(7.5, 700), Type(7.5, 700, tracking=0.06), Type(9.5, 600)
CELL, FIGURES, DEBUT = Type(9), Type(9, figures=True), Type(7.5, 700)
NUMBER, COUNTED = Type(14, 800), Type(8.5)
LEADING, BAND_HEIGHT, HEAD_HEIGHT, PAD, GAP = 11.6, 14.0, 20.0, 4.0, 6.0
TOTALS = 30.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each column begins, in points."""

    role: float
    where: float
    first: float
    last: float
    times: float
    partners: float
    right: float


def career_pages(sheet: CareerSheet, size: Size, manner: Manner, measure: Measure) -> list[Sheet]:
    """The record on as many pages as it needs; a ballet's band is repeated where it goes on."""
    room = frame(size)
    columns = _columns(room)
    pens = [_new_page(sheet, size, columns, measure, first=True)]
    y = room.top + TOTALS + HEAD_HEIGHT
    for part in sheet.parts:
        begun = False
        for row in part.rows:
            need = _height(pens[-1], row, columns) + (0 if begun else BAND_HEIGHT)
            turned = y + need > room.bottom
            if turned:
                pens.append(_new_page(sheet, size, columns, measure, first=False))
                y = room.top + HEAD_HEIGHT
            if turned or not begun:
                y = _band(pens[-1], f"{part.work} (continued)" if begun else part.work, y, room)
                begun = True
            y = _row(pens[-1], row, y, columns, manner)
    return numbered(size, sheet.footer, pens)


def _columns(room: Frame) -> _Columns:
    where = room.left + room.width * ROLE_SHARE
    first = where + room.width * WHERE_SHARE
    times = first + 2 * DAY
    return _Columns(room.left, where, first, first + DAY, times, times + TIMES, room.right)


def _new_page(
    sheet: CareerSheet, size: Size, columns: _Columns, measure: Measure, *, first: bool
) -> Pen:
    pen = Pen(measure)
    draw_masthead(pen, size, sheet.masthead)
    y = frame(size).top
    if first:
        _totals(pen, sheet, y, columns)
        y += TOTALS
        pen.rule(columns.role, y, columns.right, y, 0.6)
    heads = ((columns.role, "Role"), (columns.where, "Where"), (columns.first, "First"),
             (columns.last, "Last"), (columns.partners, "Partners"))  # fmt: skip
    for x, text in heads:
        pen.text(x, y + HEAD_HEIGHT - 6, text, HEAD)
    end = columns.partners - GAP * 2
    pen.text(end, y + HEAD_HEIGHT - 6, "Shows", HEAD, right=True)
    pen.rule(columns.role, y + HEAD_HEIGHT, columns.right, y + HEAD_HEIGHT, 1.0)
    return pen


def _totals(pen: Pen, sheet: CareerSheet, y: float, columns: _Columns) -> None:
    step = (columns.right - columns.role) / len(sheet.totals)
    for number, (figure, word) in enumerate(sheet.totals):
        x = columns.role + number * step
        used = pen.text(x, y + 20, figure, NUMBER)
        pen.text(x + used + 4, y + 20, word, COUNTED)


def _band(pen: Pen, work: str, y: float, room: Frame) -> float:
    pen.box(room.left, y, room.width, BAND_HEIGHT, fill=0.07)
    title = elided(work.upper(), BAND, room.width - 8, pen.measure)
    pen.text(room.left + 4, y + 10, title, BAND)
    pen.rule(room.left, y + BAND_HEIGHT, room.right, y + BAND_HEIGHT, 0.6)
    return y + BAND_HEIGHT


def _partners(row: CareerRow) -> str:
    return ", ".join(name.replace(" ", NO_BREAK) for name in row.partners)


def _height(pen: Pen, row: CareerRow, columns: _Columns) -> float:
    lines = (
        pen.height(plain(row.role), ROLE, columns.where - columns.role - GAP, LEADING),
        pen.height(plain(row.where), CELL, columns.first - columns.where - GAP, LEADING),
        pen.height(plain(_partners(row)), CELL, columns.right - columns.partners, LEADING),
        2 * LEADING if row.debut else LEADING,
    )
    return max(lines) + 2 * PAD


def _row(pen: Pen, row: CareerRow, y: float, columns: _Columns, manner: Manner) -> float:
    height, top = _height(pen, row, columns), y + PAD
    line = top + LEADING - 3
    pen.words(columns.role, top, plain(row.role), ROLE, columns.where - columns.role - GAP, LEADING)
    pen.words(columns.where, top, plain(row.where), CELL, columns.first - columns.where - GAP,
              LEADING)  # fmt: skip
    pen.text(columns.first, line, when_words(row.first, manner), FIGURES)
    if row.debut:
        pen.text(columns.first, line + LEADING - 1, "debut", DEBUT)
    pen.text(columns.last, line, when_words(row.last, manner), FIGURES)
    pen.text(columns.partners - GAP * 2, line, str(row.times), FIGURES, right=True)
    pen.words(columns.partners, top, plain(_partners(row)), CELL, columns.right - columns.partners,
              LEADING)  # fmt: skip
    pen.rule(columns.role, y + height, columns.right, y + height, 0.4, 0.4)
    return y + height

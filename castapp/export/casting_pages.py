"""The casting sheet laid out: the grid of roles and shows, then the spot maps."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.export.band_blocks import band_height, draw_band
from castapp.export.callboard import plain
from castapp.export.castingsheet import ActBand, CastingSheet, Cell, Head, RoleRow
from castapp.export.page_frame import Frame, draw_masthead, frame, numbered
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.spot_pages import draw_spots
from castapp.export.typeset import Measure, Pen, baseline, elided

TITLE, SMALL_TITLE = Type(26, 800), Type(19, 800)
ROLE_WIDTH, COUNTER_WIDTH = 32 * PT_PER_MM, 47 * PT_PER_MM
MOST_COLUMNS = 9
LEAST_WIDTH = 34 * PT_PER_MM
WIDEST = 60 * PT_PER_MM
DAY = Type(12, 800)
ABOUT = Type(10)
ROLE = Type(10, 700)
DETAIL = Type(10)
DANCER = Type(10.5, 600)
CHANGED = Type(10.5, 800)
COVER = Type(10, grey=0.2)
BAND = Type(10, 700, tracking=0.04)
LEADING = 12.2
HEAD_HEIGHT, BAND_HEIGHT, PAD = 32.0, 14.0, 3.2
BAR = 2.6 * PT_PER_MM
SCALE = 1.3


@dataclass(frozen=True, slots=True)
class _Line:
    """A row to be drawn, or the head of a band if it has none."""

    band: str
    row: RoleRow | None
    height: float


def casting_pages(sheet: CastingSheet, size: Size, measure: Measure) -> list[Sheet]:
    """The pages: at most nine shows beside each other, then the corps and their spots."""
    pens: list[Pen] = []
    count = max(1, -(-len(sheet.heads) // MOST_COLUMNS))
    per_page = -(-len(sheet.heads) // count) or 1
    for start in range(0, max(1, len(sheet.heads)), per_page):
        last = start + per_page >= len(sheet.heads)
        pens += _grid_pages(sheet, start, start + per_page, size, measure, last=last)
    pens += draw_spots(sheet, size, measure)
    return numbered(size, sheet.footer, pens)


def fits_one_page(sheet: CastingSheet, size: Size, measure: Measure) -> bool:
    """Whether a short casting sheet can stand on one page of this size, columns no narrower."""
    room = frame(size).width - ROLE_WIDTH - COUNTER_WIDTH
    narrow = len(sheet.heads) * LEAST_WIDTH > room
    return not narrow and len(casting_pages(sheet, size, measure)) == 1


def _grid_pages(
    sheet: CastingSheet, start: int, stop: int, size: Size, measure: Measure, *, last: bool
) -> list[Pen]:
    room = frame(size)
    heads = sheet.heads[start:stop]
    width = min(WIDEST, (room.width - ROLE_WIDTH - COUNTER_WIDTH) / max(1, len(heads)))
    scratch = Pen(measure)
    lines = [
        line for band in sheet.bands for line in _lines(scratch, band, start, stop, width, room)
    ]
    blocks = sheet.blocks if last else ()
    sides = (room.width / max(1, len(blocks)),) * 2
    under = band_height(scratch, blocks, room.width, sides, SCALE) if blocks else 0.0
    height = room.bottom - room.top - HEAD_HEIGHT - 4
    pages = _paged(lines, height)
    if blocks and sum(line.height for line in pages[-1]) + under + 4 > height:
        pages.append([])
    pens = []
    for number, page in enumerate(pages):
        pen = Pen(measure)
        draw_masthead(pen, size, sheet.masthead, TITLE if size.scale > 1 else SMALL_TITLE)
        y = room.top
        if page:
            _draw_heads(pen, sheet, heads, width, room)
            y += HEAD_HEIGHT
        for line in page:
            _draw_line(pen, line, start, stop, y, width, room)
            y += line.height
        if blocks and number == len(pages) - 1:
            draw_band(pen, blocks, room.left, y, room.width, sides, under, SCALE)
        pens.append(pen)
    return pens


def _lines(
    pen: Pen, band: ActBand, start: int, stop: int, width: float, room: Frame
) -> list[_Line]:
    rows = [
        _Line(band.title, row, _row_height(pen, row, row.cells[start:stop], width, room))
        for row in band.rows
    ]
    return [_Line(band.title, None, BAND_HEIGHT), *rows]


def _row_height(
    pen: Pen, row: RoleRow, cells: tuple[Cell, ...], width: float, room: Frame
) -> float:
    role = pen.height(plain(row.name), ROLE, ROLE_WIDTH - 6, LEADING)
    role += pen.height(plain(row.detail), DETAIL, ROLE_WIDTH - 6, LEADING)
    counter = pen.height(plain(row.counter), DETAIL, _counter_width(len(cells), width, room),
                         LEADING)  # fmt: skip
    return max(role, counter, *(_cell_height(pen, cell, width) for cell in cells)) + 2 * PAD


def _counter_width(columns: int, width: float, room: Frame) -> float:
    return room.width - ROLE_WIDTH - columns * width - 8


def _cell_height(pen: Pen, cell: Cell, width: float) -> float:
    room = width - BAR - 6
    kind = CHANGED if cell.changed else DANCER
    used = pen.height(plain(cell.dancing), kind, room, LEADING)
    return used + pen.height(plain(_covers(cell)), COVER, room, LEADING)


def _covers(cell: Cell) -> str:
    return f"c. {cell.covers}" if cell.covers else ""


def _paged(lines: list[_Line], height: float) -> list[list[_Line]]:
    """Rows in pages; a band goes on under its own head."""
    pages: list[list[_Line]] = [[]]
    used = 0.0
    for number, line in enumerate(lines):
        need = line.height
        if line.row is None and number + 1 < len(lines):
            need += lines[number + 1].height
        if pages[-1] and used + need > height:
            pages.append([])
            used = 0.0
            if line.row is not None:
                pages[-1].append(_Line(f"{line.band} (continued)", None, BAND_HEIGHT))
                used = BAND_HEIGHT
        pages[-1].append(line)
        used += line.height
    return pages


def _draw_heads(
    pen: Pen, sheet: CastingSheet, heads: tuple[Head, ...], width: float, room: Frame
) -> None:
    top = room.top
    name, count = sheet.corner
    pen.text(room.left, top + 15, elided(name, ROLE, ROLE_WIDTH - 6, pen.measure), ROLE)
    pen.text(room.left, top + 27, count, ABOUT)
    for number, head in enumerate(heads):
        x = room.left + ROLE_WIDTH + number * width
        pen.rule(x, top, x, top + HEAD_HEIGHT, 0.6)
        pen.text(x + BAR / 2 + 2, top + 15, head.day, DAY)
        about = elided(head.about, ABOUT, width - BAR / 2 - 4, pen.measure)
        pen.text(x + BAR / 2 + 2, top + 27, about, ABOUT)
    x = room.left + ROLE_WIDTH + len(heads) * width
    pen.rule(x, top, x, top + HEAD_HEIGHT, 0.6)
    pen.text(x + 4, top + 27, "Shows each", ROLE)
    pen.rule(room.left, top + HEAD_HEIGHT, room.right, top + HEAD_HEIGHT, 1.0)


def _draw_line(
    pen: Pen, line: _Line, start: int, stop: int, y: float, width: float, room: Frame
) -> None:
    if line.row is None:
        pen.box(room.left, y, room.width, line.height, fill=0.07)
        pen.rule(room.left, y, room.right, y, 0.4)
        pen.text(room.left + 3, baseline(y, BAND.size, line.height), line.band.upper(), BAND)
    else:
        _draw_row(pen, line.row, line.row.cells[start:stop], y, line.height, width, room)
    pen.rule(room.left, y + line.height, room.right, y + line.height, 0.4)


def _draw_row(
    pen: Pen,
    row: RoleRow,
    cells: tuple[Cell, ...],
    y: float,
    height: float,
    width: float,
    room: Frame,
) -> None:
    top = y + PAD
    used = pen.words(room.left, top, plain(row.name), ROLE, ROLE_WIDTH - 6, LEADING)
    pen.words(room.left, top + used, plain(row.detail), DETAIL, ROLE_WIDTH - 6, LEADING)
    for number, cell in enumerate(cells):
        x = room.left + ROLE_WIDTH + number * width
        pen.rule(x, y, x, y + height, 0.6)
        if cell.changed:
            pen.bar(x, y, height, BAR)
        kind = CHANGED if cell.changed else DANCER
        left, inner = x + BAR / 2 + 2, width - BAR - 6
        left += BAR / 2 if cell.changed else 0
        used = pen.words(left, top, plain(cell.dancing), kind, inner, LEADING)
        pen.words(left, top + used, plain(_covers(cell)), COVER, inner, LEADING)
    x = room.left + ROLE_WIDTH + len(cells) * width
    pen.rule(x, y, x, y + height, 0.6)
    pen.words(x + 4, top, plain(row.counter), DETAIL, room.right - x - 4, LEADING)

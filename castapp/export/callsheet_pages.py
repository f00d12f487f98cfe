"""The call sheet laid out: the grid page, the bands, and what gives way when space is short."""

from __future__ import annotations

from dataclasses import dataclass, replace

from castapp.export.band_blocks import band_height, draw_band
from castapp.export.callboard import BAR, BOLD, Block, Card, Column, Entry, Run, Words
from castapp.export.callsheet import MOST_COLUMNS, CallSheet
from castapp.export.callsheet_cards import Placed, card_height, draw_card, lanes, names_takers
from castapp.export.callsheet_halves import halved
from castapp.export.names_pages import draw_names
from castapp.export.page_frame import LABEL, Frame, draw_masthead, frame, numbered
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.time_axis import CLOSED, LUNCH, Axis, Demand, axis, spread
from castapp.export.typeset import Measure, Pen, baseline, elided

TIME_WIDTH = 12 * PT_PER_MM
QUARTER, QUARTER_ON_LETTER, LEAST_QUARTER, MOST_QUARTER = 5.7, 5.9, 2.0, 15.0
LUNCH_BAND, CLOSED_BAND = 5 * PT_PER_MM, 3 * PT_PER_MM
HEAD_HEIGHT = 6.6 * PT_PER_MM
SIDES = (74 * PT_PER_MM, 62 * PT_PER_MM)
HEAD = Type(9.5, 700)
HEAD_ABOUT = Type(7)
CLASS = Type(8.5)
TIME = Type(8, 700, figures=True)
LUNCH_TYPE = Type(8, 700, tracking=0.05)
LABEL_LINE, HALF_HOUR = 10.5, 30
BODY = 8.0
ROOMY = (10.0, 9.5, 9.0, 8.5)


@dataclass(frozen=True, slots=True)
class Squeeze:
    """How far a page gives way: size of type, least quarter hour, blocks cut, bands apart."""

    size: float = BODY
    quarter: float = QUARTER
    cut: bool = False
    bands_apart: bool = False


def squeezes(size: Size) -> list[Squeeze]:
    """What is tried in turn until the grid fits its page: a light day has larger type."""
    quarter = QUARTER_ON_LETTER if size.name.startswith("Letter") else QUARTER
    whole = Squeeze(quarter=quarter)
    return [
        *(replace(whole, size=one, quarter=quarter * one / BODY) for one in ROOMY),
        whole,
        replace(whole, cut=True),
        replace(whole, cut=True, size=7.5),
        replace(whole, cut=True, size=7.0),
        replace(whole, bands_apart=True),
        replace(whole, bands_apart=True, size=7.0),
        replace(whole, bands_apart=True, size=7.0, quarter=LEAST_QUARTER),
    ]


@dataclass(frozen=True, slots=True)
class _Grid:
    axis: Axis
    cards: tuple[tuple[Placed, ...], ...]
    column: float


def call_sheet_pages(sheet: CallSheet, size: Size, measure: Measure) -> list[Sheet]:
    """The pages of a call sheet: the grid, its bands, and everybody's name."""
    pens: list[Pen] = []
    groups = _column_groups(len(sheet.columns))
    for rooms in groups:
        pens += _grid_pages(sheet, rooms, size, measure, last=rooms == groups[-1])
    pens += draw_names(sheet, size, measure)
    return numbered(size, sheet.footer, pens)


def _column_groups(columns: int) -> list[slice]:
    """At most six rooms to a page, as evenly as can be."""
    pages = max(1, -(-columns // MOST_COLUMNS))
    per_page = max(1, -(-columns // pages))
    return [slice(start, start + per_page) for start in range(0, max(1, columns), per_page)]


def _grid_pages(
    sheet: CallSheet, rooms: slice, size: Size, measure: Measure, *, last: bool
) -> list[Pen]:
    """A page for these rooms, or several one after another in time; bands under the last."""
    pen = Pen(measure)
    room = frame(size)
    columns = sheet.columns[rooms]
    draw_masthead(pen, size, sheet.masthead)
    top = _draw_classes(pen, sheet.classes, room)
    upper, lower = (sheet.upper, sheet.lower) if last else ((), ())
    for squeeze in squeezes(size):
        kept = tuple(block for block in upper if not (squeeze.cut and block.cut))
        under = 0.0 if squeeze.bands_apart else _bands_height(pen, (kept, lower), room, squeeze)
        grid = _grid(pen, sheet, columns, room.width, squeeze)
        space = room.bottom - top - HEAD_HEIGHT - under - 2
        fits = grid is None or grid.axis.height <= space
        if fits and grid and squeeze.size > BODY:
            fits = _all_named(pen, grid, squeeze.size)
        if fits:
            break
    halves = () if fits else halved(sheet)
    if halves:
        early, late = halves
        first = _grid_pages(early, rooms, size, measure, last=False)
        return first + _grid_pages(late, rooms, size, measure, last=last)
    bottom = _draw_grid(pen, sheet, columns, grid, room, top, space, squeeze)
    if not squeeze.bands_apart:
        _draw_bands(pen, (kept, lower), room, bottom, squeeze)
        return [pen]
    apart = Pen(measure)
    draw_masthead(apart, size, sheet.masthead)
    _draw_bands(apart, (upper, lower), room, room.top + 6, Squeeze())
    return [pen, apart] if upper or lower else [pen]


def _draw_classes(pen: Pen, entries: tuple[Entry, ...], room: Frame) -> float:
    """The class line under the masthead; answers where the grid may begin."""
    if not entries:
        return room.top
    classes = [_class_words(entry) for entry in entries]
    left, width = room.left + TIME_WIDTH + 4, room.width - TIME_WIDTH - 4
    per_row = len(classes)
    while per_row > 1 and any(
        pen.height(words, CLASS, width / per_row - 6, 1) > 1 for words in classes
    ):
        per_row -= 1
    y = room.top + 3
    for start in range(0, len(classes), per_row):
        row = classes[start : start + per_row]
        used = max(pen.height(words, CLASS, width / per_row - 6, 12) for words in row)
        for number, words in enumerate(row):
            x = left + number * width / per_row
            pen.words(x, y, words, CLASS, width / per_row - 6, 12)
        y += used
    pen.text(room.left, baseline(room.top + 3, 7, 12), "CLASS", LABEL)
    pen.rule(room.left, y + 3, room.right, y + 3, 0.6)
    return y + 3


def _class_words(entry: Entry) -> Words:
    bar: Words = (Run("", sign=BAR), Run(" ")) if entry.changed else ()
    return (*bar, Run(f"{entry.label} ", BOLD), *entry.words)


def _grid(
    pen: Pen, sheet: CallSheet, columns: tuple[Column, ...], inner: float, squeeze: Squeeze
) -> _Grid | None:
    """The axis that all cards of these columns fit on; None if there is not a card."""
    width = (inner - TIME_WIDTH) / max(1, len(columns))
    placed = tuple(tuple(lanes(column.cards)) for column in columns)
    every = [one for cards in placed for one in cards]
    if not every:
        return None
    demands = [
        Demand(
            one.card.start,
            one.card.end,
            card_height(pen, one.card, width / one.lanes, squeeze.size),
        )
        for one in every
    ]
    busy = _busy(sheet)
    quarter = squeeze.quarter * PT_PER_MM
    return _Grid(axis(demands, busy, sheet.lunch, quarter, LUNCH_BAND, CLOSED_BAND), placed, width)


def _all_named(pen: Pen, grid: _Grid, size: float) -> bool:
    """Whether larger type leaves room for the names of all who take the calls."""
    return all(
        names_takers(pen, one.card, grid.column / one.lanes, size)
        or not names_takers(pen, one.card, grid.column / one.lanes, BODY)
        for cards in grid.cards
        for one in cards
    )


def _busy(sheet: CallSheet) -> list[tuple[int, int]]:
    """When anything stands on the grid, the same on each of its pages.

    What is not for dancers is shown as far as dancers are called, or whole if it lies apart.
    """
    cards = [card for column in sheet.columns for card in column.cards]
    spans = [(card.start, card.end) for card in cards if not card.staff_only]
    others = [(card.start, card.end) for card in cards if card.staff_only]
    if not spans:
        return others
    first, last = min(spans)[0], max(end for _, end in spans)
    return spans + [
        (max(first, start), min(last, end)) if start < last and end > first else (start, end)
        for start, end in others
    ]


def _draw_grid(
    pen: Pen,
    sheet: CallSheet,
    columns: tuple[Column, ...],
    grid: _Grid | None,
    room: Frame,
    top: float,
    space: float,
    squeeze: Squeeze,
) -> float:
    """Heads, lines and cards; answers where the grid ends."""
    if grid is None:
        pen.text(room.left, top + 24, "No calls.", Type(13, 800))
        return top + 40
    _draw_heads(pen, columns, grid.column, room, top)
    y = top + HEAD_HEIGHT
    stretched = spread(grid.axis, space, MOST_QUARTER * PT_PER_MM)
    for number in range(len(columns)):
        x = room.left + TIME_WIDTH + number * grid.column
        pen.rule(x, top, x, y + stretched.height, 0.4, 0.3)
    _draw_axis(pen, sheet, stretched, room, y)
    for number, cards in enumerate(grid.cards):
        x = room.left + TIME_WIDTH + number * grid.column
        for one in cards:
            start, end = stretched.at(one.card.start), stretched.at(_shown_end(one.card, sheet))
            wide = grid.column / one.lanes
            draw_card(
                pen, one.card, x + one.lane * wide, y + start, wide, end - start, squeeze.size
            )
    return y + stretched.height


def _shown_end(card: Card, sheet: CallSheet) -> int:
    """Where a card ends on the axis: what is not for dancers does not hang into the lunch band."""
    if card.staff_only and sheet.lunch and sheet.lunch[0] < card.end <= sheet.lunch[1]:
        return sheet.lunch[0]
    return card.end


def _draw_heads(
    pen: Pen, columns: tuple[Column, ...], width: float, room: Frame, top: float
) -> None:
    y = top + HEAD_HEIGHT / 2 + 3.5
    for number, column in enumerate(columns):
        x = room.left + TIME_WIDTH + number * width + 5
        used = pen.text(x, y, elided(column.name, HEAD, width - 8, pen.measure), HEAD)
        left = width - used - 14
        if column.about and left > 12:
            pen.text(x + used + 4, y, elided(column.about, HEAD_ABOUT, left, pen.measure),
                     HEAD_ABOUT)  # fmt: skip
    pen.rule(room.left, top + HEAD_HEIGHT, room.right, top + HEAD_HEIGHT, 1.0)


def _draw_axis(pen: Pen, sheet: CallSheet, given: Axis, room: Frame, top: float) -> None:
    y, after = top, ""
    for one in given.stretches:
        if one.kind == LUNCH:
            pen.box(room.left + TIME_WIDTH, y, room.width - TIME_WIDTH, one.height, fill=0.04)
            pen.rule(room.left, y, room.right, y, 0.6)
            pen.rule(room.left, y + one.height, room.right, y + one.height, 0.6)
            said = f"LUNCH  {sheet.lunch_words}"
            middle = (room.left + TIME_WIDTH + room.right - pen.measure(said, LUNCH_TYPE)) / 2
            pen.text(middle, baseline(y, LUNCH_TYPE.size, one.height), said, LUNCH_TYPE)
        elif one.kind == CLOSED:
            _draw_break(pen, room, y, one.height)
        elif one.start % HALF_HOUR == 0:
            pen.rule(room.left, y, room.left + TIME_WIDTH, y, 0.8)
            pen.rule(room.left + TIME_WIDTH, y, room.right, y, 0.3, 0.7)
        else:
            pen.rule(room.left, y, room.left + TIME_WIDTH, y, 0.3, 0.7)
        if one.kind == LUNCH or one.start % HALF_HOUR == 0 or after == LUNCH:
            line = min(one.height, LABEL_LINE)
            pen.text(room.left, baseline(y, TIME.size, line), sheet.manner.clock(one.start), TIME)
        after = one.kind
        y += one.height


def _draw_break(pen: Pen, room: Frame, y: float, height: float) -> None:
    """Two slanting strokes in the time column: here time is left out."""
    for shift in (0.0, 3.0):
        x = room.left + TIME_WIDTH / 2 + shift
        pen.rule(x - 2, y + height - 1, x + 2, y + 1, 0.6)


def _bands_height(
    pen: Pen, rows: tuple[tuple[Block, ...], ...], room: Frame, squeeze: Squeeze
) -> float:
    scale = squeeze.size / BODY
    return sum(band_height(pen, row, room.width, SIDES, scale) for row in rows if row)


def _draw_bands(
    pen: Pen, rows: tuple[tuple[Block, ...], ...], room: Frame, top: float, squeeze: Squeeze
) -> None:
    scale = squeeze.size / BODY
    for row in rows:
        if row:
            height = band_height(pen, row, room.width, SIDES, scale)
            draw_band(pen, row, room.left, top, room.width, SIDES, height, scale)
            top += height

"""Find your name, laid out in four columns by rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from castapp.export.callboard import BOLD, Run, plain
from castapp.export.callsheet import CallSheet
from castapp.export.callsheet_names import NameEntry
from castapp.export.page_frame import LABEL, Frame, draw_masthead, frame
from castapp.export.sheet import Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.typeset import BAR_WIDTH, Measure, Pen, baseline, fitted_name

COLUMNS = 4
GUTTER = 7 * PT_PER_MM
INDENT = BAR_WIDTH + 3
NAME = Type(9.5, 700)
TONIGHT = Type(8)
TIMES = Type(8.5)
NAME_LEADING, TIMES_LEADING, HEADING = 12.3, 10.3, 15.0
ABOVE = 5.0
LEAST_NAME = 60.0
SCALES, LARGER = (1.0, 0.94, 0.88), (1.5, 1.4, 1.3, 1.2, 1.1)
STEP = 6.0


@dataclass(frozen=True, slots=True)
class _Setting:
    """The width of a column and how far the type is scaled down."""

    width: float
    scale: float

    @property
    def name(self) -> Type:
        return replace(NAME, size=NAME.size * self.scale)

    @property
    def tonight(self) -> Type:
        return replace(TONIGHT, size=TONIGHT.size * self.scale)

    @property
    def times(self) -> Type:
        return replace(TIMES, size=TIMES.size * self.scale)

    @property
    def name_leading(self) -> float:
        return NAME_LEADING * self.scale

    @property
    def leading(self) -> float:
        return TIMES_LEADING * self.scale


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading or an entry with its height; a heading keeps two entries with it."""

    height: float
    heading: str = ""
    entry: NameEntry | None = None
    note: str = ""


def draw_names(sheet: CallSheet, size: Size, measure: Measure) -> list[Pen]:
    """As few pages as everybody's names can do with, in the largest type that they hold."""
    if not sheet.names:
        return []
    room = frame(size)
    width = (room.width - (COLUMNS - 1) * GUTTER) / COLUMNS
    scratch = Pen(measure)
    height = room.bottom - room.top - 6
    tried = {}
    for scale in (*SCALES, *LARGER):
        rows = list(_rows(sheet, scratch, _Setting(width, scale)))
        tried[scale] = rows, _pages(list(_columns(rows, height)))
    least = min(pages for _, pages in tried.values())
    chosen = next(one for one in (*LARGER, *SCALES) if tried[one][1] == least)
    setting, rows = _Setting(width, chosen), tried[chosen][0]
    columns = _evened(rows, height, least) if least > 1 else list(_columns(rows, height))
    pens = []
    for start in range(0, len(columns), COLUMNS):
        pen = Pen(measure)
        draw_masthead(pen, size, sheet.names_head)
        for number, rows in enumerate(columns[start : start + COLUMNS]):
            x = room.left + number * (width + GUTTER)
            if number:
                line = x - GUTTER / 2
                pen.rule(line, room.top + 4, line, room.bottom - 4, 0.6)
            _draw_column(pen, rows, x, room, setting)
        pens.append(pen)
    return pens


def _pages(columns: list[list[_Row]]) -> int:
    return -(-len(columns) // COLUMNS)


def _evened(rows: list[_Row], height: float, pages: int) -> list[list[_Row]]:
    """Columns as short as they can be on so many pages, so that none stands nearly empty."""
    columns = list(_columns(rows, height))
    while height > STEP:
        height -= STEP
        shorter = list(_columns(rows, height))
        if _pages(shorter) > pages:
            break
        columns = shorter
    return columns


def _rows(sheet: CallSheet, pen: Pen, setting: _Setting) -> Iterator[_Row]:
    for group in sheet.names:
        yield _Row(HEADING, heading=group.rank)
        for entry in group.entries:
            yield _Row(_entry_height(pen, entry, setting), heading=group.rank, entry=entry)
    if sheet.short_forms:
        text = pen.height(plain(sheet.short_forms), setting.tonight, setting.width, setting.leading)
        yield _Row(HEADING + text, heading="Short forms", note=sheet.short_forms)


def _entry_height(pen: Pen, entry: NameEntry, setting: _Setting) -> float:
    words = _words(entry, apart=_too_wide(pen, entry, setting))
    used = pen.height(words, setting.times, setting.width - INDENT, setting.leading)
    return setting.name_leading + used + 2


def _too_wide(pen: Pen, entry: NameEntry, setting: _Setting) -> bool:
    """Whether what tonight holds must stand on a line of its own."""
    kind = replace(setting.tonight, weight=BOLD if entry.changed else 400)
    room = setting.width - INDENT - min(pen.measure(entry.name, setting.name), LEAST_NAME) - 6
    return pen.measure(entry.tonight, kind) > room


def _columns(rows: list[_Row], height: float) -> Iterator[list[_Row]]:
    """Rows in columns no higher than `height`; a rank that goes on is headed again."""
    column: list[_Row] = []
    used = 0.0
    for number, row in enumerate(rows):
        need = row.height
        if row.entry is None and not row.note:
            need += sum(follower.height for follower in rows[number + 1 : number + 3])
        if column and used + need > height:
            yield column
            column, used = [], 0.0
            if row.entry is not None:
                column.append(_Row(HEADING, heading=f"{row.heading} (continued)"))
                used = HEADING
        column.append(row)
        used += row.height + (ABOVE if row.entry is None else 0.0)
    if column:
        yield column


def _draw_column(pen: Pen, rows: list[_Row], x: float, room: Frame, setting: _Setting) -> None:
    width = setting.width
    y = room.top + 4
    for number, row in enumerate(rows):
        y += ABOVE if number and row.entry is None else 0.0
        if row.entry is not None:
            _draw_entry(pen, row, row.entry, x, y, setting)
        else:
            pen.text(x, baseline(y, LABEL.size, HEADING - 2), row.heading.upper(), LABEL)
            pen.rule(x, y + HEADING - 2, x + width, y + HEADING - 2, 1.0)
        if row.note:
            pen.words(x, y + HEADING, plain(row.note), setting.tonight, width, setting.leading)
        y += row.height


def _draw_entry(
    pen: Pen, row: _Row, entry: NameEntry, x: float, y: float, setting: _Setting
) -> None:
    width = setting.width
    if entry.changed:
        pen.bar(x, y + 1.5, row.height - 3)
    kind = replace(setting.tonight, weight=BOLD if entry.changed else 400)
    apart = _too_wide(pen, entry, setting)
    line = baseline(y + 1, setting.name.size, setting.name_leading)
    said = 0.0
    if not apart:
        said = pen.text(x + width, line, entry.tonight, kind, right=True) + 6
    name = fitted_name(entry.name, setting.name, width - INDENT - said, pen.measure)
    pen.text(x + INDENT, line, name, setting.name)
    words = _words(entry, apart=apart)
    top = y + 1 + setting.name_leading
    pen.words(x + INDENT, top, words, setting.times, width - INDENT, setting.leading)
    pen.rule(x, y + row.height, x + width, y + row.height, 0.4, 0.3)


def _words(entry: NameEntry, *, apart: bool) -> tuple[Run, ...]:
    """The own calls, after what tonight holds where that does not fit beside the name."""
    said = " · ".join(filter(None, (entry.tonight if apart else "", entry.times)))
    return (Run(said, BOLD if entry.changed else 400),)

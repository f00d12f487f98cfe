"""The week sheet laid out on one page across."""

from __future__ import annotations

from dataclasses import dataclass, replace

from castapp.export.callboard import plain
from castapp.export.page_frame import LABEL, Frame, draw_masthead, frame, numbered
from castapp.export.sheet import DASHED, Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.typeset import BAR_WIDTH, Measure, Pen, baseline, elided
from castapp.export.weeksheet import WeekDay, WeekLine, WeekSheet

DAY_WIDTH, CLASS_WIDTH, EVENING_WIDTH = (20 * PT_PER_MM, 29 * PT_PER_MM, 49 * PT_PER_MM)
HEAD_HEIGHT = 18.0
HEAD, HEAD_ABOUT = Type(9.5, 700), Type(7)
DAY, ABOUT = Type(13, 800), Type(7.5)
BODY, SHOW = 8.8, 11.0
LEADING, PAD, GAP = 1.22, 4.5, 2.0
SCALES = (1.0, 0.94, 0.88, 0.82)
PREVIEW = Type(8)
PREVIEW_LEADING = 9.8
FREE_HEIGHT = 22.0


@dataclass(frozen=True, slots=True)
class _Setting:
    """The column widths and how far the type is scaled down."""

    room: Frame
    widths: tuple[float, ...]
    scale: float

    def type(self, line: WeekLine) -> Type:
        return Type((SHOW if line.show else BODY) * self.scale)


def week_pages(week: WeekSheet, size: Size, measure: Measure) -> list[Sheet]:
    """The week on one page: first the type gives way, then the preview; then it takes two."""
    room = frame(size)
    studios = len(week.columns) - 2
    across = room.width - DAY_WIDTH - CLASS_WIDTH - EVENING_WIDTH
    widths = (CLASS_WIDTH, *[across / max(1, studios)] * studios, EVENING_WIDTH)
    if not studios:
        widths = (CLASS_WIDTH, EVENING_WIDTH + across)
    pen = _new_page(week, size, widths, measure)
    preview = _preview_height(pen, week, room) + 6
    for scale, under in ((one, height) for height in (preview, 0.0) for one in SCALES):
        setting = _Setting(room, widths, scale)
        heights = [_day_height(pen, day, setting) for day in week.days]
        space = room.bottom - room.top - HEAD_HEIGHT - under
        if sum(heights) <= space:
            break
    spare = max(0.0, min(10.0, (space - sum(heights)) / max(1, len(heights))))
    pens, y = [pen], room.top + HEAD_HEIGHT
    for day, height in zip(week.days, heights, strict=True):
        if y + height > room.bottom:
            pen = _new_page(week, size, widths, measure)
            pens.append(pen)
            y = room.top + HEAD_HEIGHT
        _draw_day(pen, day, y, height + (0 if day.word else spare), setting)
        y += height + (0 if day.word else spare)
    if under:
        _draw_preview(pen, week, y + 6, room)
    return numbered(size, week.footer, pens)


def _new_page(week: WeekSheet, size: Size, widths: tuple[float, ...], measure: Measure) -> Pen:
    pen = Pen(measure)
    draw_masthead(pen, size, week.masthead)
    room = frame(size)
    y = room.top + HEAD_HEIGHT
    x = room.left + DAY_WIDTH
    for (name, about), width in zip(week.columns, widths, strict=True):
        pen.rule(x, room.top, x, y, 0.6)
        used = pen.text(x + 5, y - 5.5, elided(name, HEAD, width - 8, pen.measure), HEAD)
        if about and width - used > 24:
            said = elided(about, HEAD_ABOUT, width - used - 12, pen.measure)
            pen.text(x + used + 9, y - 5.5, said, HEAD_ABOUT)
        x += width
    pen.rule(room.left, y, room.right, y, 1.0)
    return pen


def _day_height(pen: Pen, day: WeekDay, setting: _Setting) -> float:
    if day.word:
        return FREE_HEIGHT
    cells = [
        sum(_line_height(pen, line, width, setting) + GAP for line in cell)
        for cell, width in zip(day.cells, setting.widths, strict=True)
    ]
    return max(26.0, *cells) + 2 * PAD


def _line_height(pen: Pen, line: WeekLine, width: float, setting: _Setting) -> float:
    kind = setting.type(line)
    inner = _inner(line, width)
    return pen.height(line.words, kind, inner, kind.size * LEADING)


def _inner(line: WeekLine, width: float) -> float:
    return width - 9 - (BAR_WIDTH + 2 if line.changed else 0)


def _draw_day(pen: Pen, day: WeekDay, y: float, height: float, setting: _Setting) -> None:
    room = setting.room
    pen.text(room.left, y + 16, day.name, DAY)
    pen.text(room.left, y + 27, day.about, ABOUT)
    x = room.left + DAY_WIDTH
    if day.word:
        pen.box(x, y, room.right - x, height, fill=0.04)
        kind = Type(9.5, 700, tracking=0.04)
        middle = (x + room.right) / 2 - pen.measure(day.word, kind) / 2
        pen.text(middle, baseline(y, kind.size, height), day.word, kind)
    else:
        for cell, width in zip(day.cells, setting.widths, strict=True):
            if any(line.show for line in cell):
                pen.box(x, y, width, height, fill=0.07)
            pen.rule(x, y, x, y + height, 0.6)
            _draw_cell(pen, cell, x, y + PAD, width, setting)
            x += width
    for edge in (y, y + height):
        pen.rule(room.left, edge, room.right, edge, 0.8)


def _draw_cell(
    pen: Pen, cell: tuple[WeekLine, ...], x: float, top: float, width: float, setting: _Setting
) -> None:
    for line in cell:
        kind = setting.type(line)
        height = _line_height(pen, line, width, setting)
        left = x + 5
        if line.changed:
            pen.bar(left, top, height)
            left += BAR_WIDTH + 2
        if line.tentative:
            pen.box(x + 2.5, top - 0.8, width - 5, height + 1.6, frame=0.8, style=DASHED)
        pen.words(left, top, line.words, kind, _inner(line, width), kind.size * LEADING)
        top += height + GAP


def _preview_height(pen: Pen, week: WeekSheet, room: Frame) -> float:
    width = room.width / max(1, len(week.preview)) - 8
    said = max(
        (pen.height(plain(words), PREVIEW, width, PREVIEW_LEADING) for _, words in week.preview),
        default=0.0,
    )
    return 14 + PREVIEW_LEADING + said + 6


def _draw_preview(pen: Pen, week: WeekSheet, y: float, room: Frame) -> None:
    """What is known of the next week, in a dashed frame: it binds nobody."""
    height = _preview_height(pen, week, room) - 14
    pen.text(room.left, baseline(y, LABEL.size, 12), week.preview_title.upper(), LABEL)
    y += 13
    pen.box(room.left, y, room.width, height, frame=0.8, style=DASHED)
    width = room.width / max(1, len(week.preview))
    for number, (day, words) in enumerate(week.preview):
        x = room.left + number * width
        if number:
            pen.rule(x, y, x, y + height, 0.4, 0.3)
        pen.text(x + 4, baseline(y + 2, 8, PREVIEW_LEADING), day, replace(PREVIEW, weight=700))
        top = y + 2 + PREVIEW_LEADING
        pen.words(x + 4, top, plain(words), PREVIEW, width - 8, PREVIEW_LEADING)

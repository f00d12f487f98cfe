"""Somebody's own week laid out on one small upright page."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.export.callboard import BOLD, Run, Words, bold, plain
from castapp.export.dancerday import DayLine
from castapp.export.dancerweek import DancerWeek, OwnDay
from castapp.export.page_frame import Frame, draw_masthead, frame, numbered
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.typeset import BAR_WIDTH, Measure, Pen, baseline, elided

DAY_WIDTH, TIME_WIDTH = 19 * PT_PER_MM, 23 * PT_PER_MM
LEAST_PLACE, MOST_PLACE = 13 * PT_PER_MM, 36 * PT_PER_MM
TOTALS_HEIGHT = 29.0
FIGURE, COUNTED = Type(12, 800), Type(7)
DAY, ABOUT = Type(11, 800), Type(7.5)
BODY, SCALES = 8.5, (1.0, 0.95, 0.9, 0.85)
SUMMARY = Type(7.5, grey=0.2)
LEADING, SUMMARY_LEADING, PAD = 12.4, 11.0, 3.4
ABOVE_COMING = 4.0


@dataclass(frozen=True, slots=True)
class _Setting:
    """The page's room and how far its type is scaled down."""

    room: Frame
    scale: float
    place: float

    @property
    def body(self) -> Type:
        return Type(BODY * self.scale)

    @property
    def leading(self) -> float:
        return LEADING * self.scale


def dancer_week_pages(week: DancerWeek, size: Size, measure: Measure) -> list[Sheet]:
    """One page if the type can be made small enough, else more; a day never splits."""
    room = frame(size)
    pen = _new_page(week, size, measure)
    pens = [pen]
    y = _draw_totals(pen, week, room)
    for scale in SCALES:
        setting = _Setting(room, scale, _place_width(pen, week, scale))
        days = sum(_day_height(pen, day, setting) for day in week.days)
        if y + days + _coming_height(pen, week, setting) <= room.bottom:
            break
    for day in week.days:
        height = _day_height(pen, day, setting)
        if y + height > room.bottom + 0.1:
            pen = _new_page(week, size, measure)
            pens.append(pen)
            y = room.top
        _draw_day(pen, day, y, setting)
        y += height
        pen.rule(room.left, y, room.right, y, 0.6)
    if week.coming:
        if y + _coming_height(pen, week, setting) > room.bottom + 0.1:
            pen = _new_page(week, size, measure)
            pens.append(pen)
            y = room.top
        words, leading = _coming_words(week), setting.leading
        pen.words(room.left, y + ABOVE_COMING, words, setting.body, room.width, leading)
    return numbered(size, week.footer, pens)


def _place_width(pen: Pen, week: DancerWeek, scale: float) -> float:
    """As wide as the longest place needs, within reason; a longer one takes more lines."""
    kind = Type(BODY * scale, 700)
    places = [line.place for day in week.days for line in day.lines]
    widest = max((pen.measure(one, kind) for one in places), default=0.0)
    return min(MOST_PLACE, max(LEAST_PLACE, widest + 8))


def _coming_words(week: DancerWeek) -> Words:
    return (Run("Coming: ", BOLD), Run(f"{week.coming}."))


def _coming_height(pen: Pen, week: DancerWeek, setting: _Setting) -> float:
    if not week.coming:
        return 0.0
    width, leading = setting.room.width, setting.leading
    return pen.height(_coming_words(week), setting.body, width, leading) + ABOVE_COMING


def _new_page(week: DancerWeek, size: Size, measure: Measure) -> Pen:
    pen = Pen(measure)
    draw_masthead(pen, size, week.masthead)
    return pen


def _draw_totals(pen: Pen, week: DancerWeek, room: Frame) -> float:
    top = room.top + 6
    width = room.width / len(week.totals)
    pen.box(room.left, top, room.width, TOTALS_HEIGHT, frame=0.6)
    for number, (figure, counted) in enumerate(week.totals):
        x = room.left + number * width
        if number:
            pen.rule(x, top, x, top + TOTALS_HEIGHT, 0.6)
        pen.text(x + 5, top + 14, figure, FIGURE)
        pen.text(x + 5, top + 24, counted, COUNTED)
    return top + TOTALS_HEIGHT + 2


def _day_height(pen: Pen, day: OwnDay, setting: _Setting) -> float:
    lines = sum(_line_height(pen, line, setting) for line in day.lines)
    summary = SUMMARY_LEADING * setting.scale if day.summary else 0
    return max(2 * setting.leading, lines + summary) + 2 * PAD * setting.scale


def _line_height(pen: Pen, line: DayLine, setting: _Setting) -> float:
    leading = setting.leading
    place = pen.height(bold(line.place), setting.body, setting.place - 4, leading)
    said = pen.height(line.words, setting.body, _width(line, setting), leading)
    return max(leading, place, said)


def _width(line: DayLine, setting: _Setting) -> float:
    taken = DAY_WIDTH + (TIME_WIDTH + setting.place if line.time else 0)
    return setting.room.width - taken - 2


def _draw_day(pen: Pen, day: OwnDay, y: float, setting: _Setting) -> None:
    room, leading = setting.room, setting.leading
    top = y + PAD * setting.scale
    pen.text(room.left, baseline(top, DAY.size, leading), day.name, DAY)
    pen.text(room.left, baseline(top + leading, ABOUT.size, leading), day.about, ABOUT)
    for line in day.lines:
        top += _draw_line(pen, line, top, setting)
    if day.summary:
        left = room.left + DAY_WIDTH
        height = SUMMARY_LEADING * setting.scale
        said = elided(day.summary, SUMMARY, room.right - left, pen.measure)
        pen.text(left, baseline(top, SUMMARY.size, height), said, SUMMARY)


def _draw_line(pen: Pen, line: DayLine, top: float, setting: _Setting) -> float:
    """Draw a line with its marks; answers its height."""
    room, leading, size = setting.room, setting.leading, setting.body.size
    left = room.left + DAY_WIDTH
    height = _line_height(pen, line, setting)
    if line.tinted:
        pen.box(left - 3, top, room.right - left + 3, height, fill=0.07)
    if line.changed:
        pen.bar(left - BAR_WIDTH - 3, top, height)
    weight = 700 if line.changed or line.tinted else 400
    down = baseline(top, size, leading)
    time = Type(size, 700, italic=line.tentative, figures=True)
    pen.text(left, down, line.time, time)
    place = Type(size, weight, italic=line.tentative)
    pen.words(left + TIME_WIDTH, top, plain(line.place), place, setting.place - 4, leading)
    x = left + (TIME_WIDTH + setting.place if line.time else 0)
    pen.words(x, top, line.words, setting.body, _width(line, setting), leading)
    return height

"""The told list laid out: a box to tick, everything in one row, room for time and initials."""

from __future__ import annotations

from castapp.export.page_frame import Frame, draw_masthead, frame, numbered
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.told import ToldLine, ToldSheet
from castapp.export.typeset import Measure, Pen, elided

MM = PT_PER_MM
BOX, NAME, BY, HOW, TIME = 11 * MM, 38 * MM, 25 * MM, 19 * MM, 18 * MM
HEAD, GROUP, SURNAME = Type(7.5, 700), Type(7.5, 700, tracking=0.06), Type(11, 700)
BESIDE, WHAT, WHEN, SOON = Type(8, grey=0.2), Type(9), Type(8.5), Type(8.5, 700)
UNREACHED = 26.0
WHAT_LEADING, GROUP_HEIGHT, HEAD_HEIGHT, PAD = 11.2, 14.0, 22.0, 5.0


def told_pages(sheet: ToldSheet, size: Size, measure: Measure) -> list[Sheet]:
    """The list on as many pages as it needs; a rank is repeated where it goes on."""
    room = frame(size)
    pens: list[Pen] = []
    y = room.bottom
    for name, lines in sheet.groups:
        begun = False
        for line in lines:
            need = _height(line, room, measure) + (0 if begun else GROUP_HEIGHT)
            if y + need > room.bottom:
                pens.append(_new_page(sheet, size, measure))
                y = room.top + HEAD_HEIGHT
                name_here = f"{name} (continued)" if begun else name
                y = _group(pens[-1], name_here, y, room)
                begun = True
            elif not begun:
                y = _group(pens[-1], name, y, room)
                begun = True
            y = _line(pens[-1], line, y, room)
    _unreached(pens, sheet, y, size, measure)
    return numbered(size, sheet.footer, pens)


def _unreached(pens: list[Pen], sheet: ToldSheet, y: float, size: Size, measure: Measure) -> None:
    """Under the last line, room to write down who was tried and not reached."""
    room = frame(size)
    if not pens or not sheet.unreached:
        return
    if y + UNREACHED > room.bottom:
        pens.append(_new_page(sheet, size, measure))
        y = room.top + HEAD_HEIGHT
    used = pens[-1].text(room.left, y + 16, sheet.unreached, WHEN)
    pens[-1].rule(room.left + used + 5, y + 18, room.right, y + 18, 0.4)


def _columns(room: Frame) -> tuple[float, float, float, float, float]:
    time = room.right - TIME
    how = time - HOW
    by = how - BY
    return room.left + BOX, room.left + BOX + NAME, by, how, time


def _new_page(sheet: ToldSheet, size: Size, measure: Measure) -> Pen:
    pen = Pen(measure)
    draw_masthead(pen, size, sheet.masthead)
    room = frame(size)
    who, what, by, how, time = _columns(room)
    y = room.top + HEAD_HEIGHT
    heads = ((room.left + 3, "Told"), (who, "Who"), (what, "What changed for this person"),
             (by, "By when"), (how + 3, "How"), (time + 3, "Time, by"))  # fmt: skip
    for x, text in heads:
        pen.text(x, y - 6, text, HEAD)
    pen.rule(room.left, y, room.right, y, 1.0)
    return pen


def _group(pen: Pen, name: str, y: float, room: Frame) -> float:
    pen.box(room.left, y, room.width, GROUP_HEIGHT, fill=0.07)
    pen.text(room.left + 4, y + 10, name.upper(), GROUP)
    pen.rule(room.left, y + GROUP_HEIGHT, room.right, y + GROUP_HEIGHT, 0.6)
    return y + GROUP_HEIGHT


def _height(line: ToldLine, room: Frame, measure: Measure) -> float:
    _, what, by, _, _ = _columns(room)
    pen = Pen(measure)
    least = 22.0 if _fits_beside(line, measure) else 32.0
    return max(least, pen.height(line.what, WHAT, by - what - 8, WHAT_LEADING) + 2 * PAD)


def _line(pen: Pen, line: ToldLine, y: float, room: Frame) -> float:
    who, what, by, how, time = _columns(room)
    height = _height(line, room, pen.measure)
    pen.box(room.left + 5, y + 5, 12.5, 12.5, frame=1.0)
    if line.told:
        _tick(pen, room.left + 5, y + 5)
    name = elided(line.name, SURNAME, NAME - 6, pen.measure)
    used = pen.text(who, y + 15, name, SURNAME)
    if _fits_beside(line, pen.measure):
        pen.text(who + used + 5, y + 15, line.beside, BESIDE)
    else:
        pen.text(who, y + 26, elided(line.beside, BESIDE, NAME - 6, pen.measure), BESIDE)
    pen.words(what, y + PAD, line.what, WHAT, by - what - 8, WHAT_LEADING)
    kind = SOON if line.soon else WHEN
    if line.soon:
        pen.box(by - 3, y + 4, pen.measure(line.by, kind) + 6, 14, frame=1.0)
    pen.text(by, y + 14.5, line.by, kind)
    for number, words in enumerate(line.told.split(", ", 1) if line.told else ()):
        told = elided(words, BESIDE, room.right - time - 6, pen.measure)
        pen.text(time + 3, y + 11 + 10 * number, told, BESIDE)
    for x in (how, time):
        pen.rule(x, y, x, y + height, 0.4)
    pen.rule(room.left, y + height, room.right, y + height, 0.4)
    return y + height


def _fits_beside(line: ToldLine, measure: Measure) -> bool:
    """Whether the first name or duty stands behind the surname; else it stands under it."""
    used = measure(line.name, SURNAME) + measure(line.beside, BESIDE)
    return not line.beside or used <= NAME - 10


def _tick(pen: Pen, x: float, y: float) -> None:
    """A tick in a box."""
    pen.rule(x + 2.5, y + 6.5, x + 5.2, y + 9.6, 1.6)
    pen.rule(x + 5.2, y + 9.6, x + 10.2, y + 2.8, 1.6)

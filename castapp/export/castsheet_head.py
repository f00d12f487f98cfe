"""The head and the foot of a cast sheet, both about the middle of the page."""

from __future__ import annotations

from dataclasses import replace

from castapp.export.castsheet import CastSheet
from castapp.export.page_frame import Frame
from castapp.export.sheet import Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.typeset import Pen, elided

COMPANY, TITLE, ABOUT = Type(8.5, 700, tracking=0.16), Type(30, 800), Type(9)
WHEN, FACTS, REVISED = Type(10.5, 600), Type(8.5), Type(8.5, 700)
FOOT = Type(7)
LEAST_TITLE = 14.0
FOOT_ROOM = 28.0
ALPHABETICAL = "Every rank is listed alphabetically."


def whole(size: Size) -> Frame:
    """The room of a page that has no head."""
    mm = PT_PER_MM
    return Frame(size.side * mm, size.top * mm, (size.width - size.side) * mm,
                 (size.height - size.bottom) * mm - FOOT_ROOM)  # fmt: skip


def draw_head(pen: Pen, sheet: CastSheet, size: Size) -> Frame:
    """Company, title, when and who conducts, and that it is revised; answers the room left."""
    room = whole(size)
    y = room.top + 12
    _line(pen, room, y, sheet.company.upper(), COMPANY)
    title = sheet.title.upper()
    kind = TITLE
    while kind.size > LEAST_TITLE and pen.measure(title, kind) > room.width:
        kind = replace(kind, size=kind.size - 1)
    y += 6 + kind.size
    _line(pen, room, y, title, kind)
    y += 4
    for about in sheet.works[0].about if len(sheet.works) == 1 else ():
        y += 11.5
        _line(pen, room, y, about, ABOUT)
    y += 10
    pen.rule(room.left, y, room.right, y, 0.8)
    y += 15
    _line(pen, room, y, sheet.when, WHEN)
    for text, type_ in ((sheet.facts, FACTS), (sheet.revised, REVISED)):
        if text:
            y += 12
            _line(pen, room, y, text, type_)
    y += 8
    pen.rule(room.left, y, room.right, y, 0.8)
    return replace(room, top=y + 7)


def draw_foot(pen: Pen, sheet: CastSheet, size: Size, page: int, pages: int) -> None:
    """As of when it is correct on the first side; the house overleaf. Pages count from 1."""
    room = whole(size)
    y = room.bottom + 6
    pen.rule(room.left, y, room.right, y, 1.2)
    if page == 1:
        lines = sheet.foot
    else:
        lines = (ALPHABETICAL, f"{sheet.company}  ·  {sheet.title}, {sheet.when}")
    if pages > 2:
        lines = (lines[0], f"{lines[1]}  ·  page {page}/{pages}")
    for number, line in enumerate(lines):
        _line(pen, room, y + 9.5 + number * 9, line, FOOT)


def _line(pen: Pen, room: Frame, y: float, text: str, kind: Type) -> None:
    shown = elided(text, kind, room.width, pen.measure)
    centre = (room.left + room.right) / 2
    pen.text(centre - pen.measure(shown, kind) / 2, y, shown, kind)

"""What every page has: the masthead with its issue box, and the foot with its page number."""

from __future__ import annotations

from dataclasses import dataclass, replace

from castapp.export.callboard import Footer, Masthead
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.typeset import Pen, broken, elided, line_width

KICKER = Type(7.5, 600, 0.2)
TITLE = Type(19, 800)
RIGHT = Type(7.5)
LABEL = Type(7, 700, tracking=0.05)
ISSUE = Type(12, 800)
DRAFT = Type(9, 800)
FOOT = Type(7)
FOOT_REF = Type(7, 600)
RIGHT_LEADING = 12.5
MASTHEAD, FOOT_ROOM = 39.0, 14.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The room left for a page's content, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left


def frame(size: Size) -> Frame:
    """The room between the masthead and the foot of a page."""
    mm = PT_PER_MM
    return Frame(
        size.side * mm,
        size.top * mm + MASTHEAD * size.scale,
        (size.width - size.side) * mm,
        (size.height - size.bottom) * mm - FOOT_ROOM * size.scale,
    )


def scaled(kind: Type, size: Size) -> Type:
    """A frame's type on this page: larger where the page is made to be copied smaller."""
    return replace(kind, size=kind.size * size.scale)


def draw_masthead(pen: Pen, size: Size, head: Masthead, title: Type = TITLE) -> None:
    """The company and the kind of paper, the title, three lines at the right, the issue box."""
    room = frame(size)
    small, kicker_type = scaled(RIGHT, size), scaled(KICKER, size)
    leading = RIGHT_LEADING * size.scale
    edge = room.right
    if head.boxed:
        edge = _issue_box(pen, size, room, head.issue) - 5 * PT_PER_MM
    lines = [broken(words, small, room.width * 0.5, pen.measure) for words in head.right]
    widest = max((line_width(line) for block in lines for line in block), default=0.0)
    left_room = edge - widest - 8 - room.left
    kicker = "  ·  ".join(filter(None, (head.company, head.kind, head.about)))
    shown = elided(kicker, kicker_type, left_room, pen.measure)
    pen.text(room.left, size.top * PT_PER_MM + 8 * size.scale, shown, kicker_type)
    line = room.top - 8.5
    used = pen.text(room.left, line, elided(head.title, title, left_room, pen.measure), title)
    if head.light:
        light = Type(title.size, 400)
        said = elided(head.light, light, left_room - used - 8, pen.measure)
        pen.text(room.left + used + 8, line, said, light)
    y = room.top - 3.5 - leading * sum(len(block) for block in lines)
    for words in head.right:
        y += pen.words(edge - widest, y, words, small, widest + 0.5, leading, right=True)
    pen.rule(room.left, room.top, room.right, room.top, 1.5)


def _issue_box(pen: Pen, size: Size, room: Frame, issue: str) -> float:
    """Draw the issue box at the far right; answers where it begins."""
    scale = size.scale
    width, height = 13 * PT_PER_MM * scale, 10 * PT_PER_MM * scale
    left, top = room.right - width, room.top - height - 5
    pen.box(left, top, width, height, frame=1.2)
    middle = left + width / 2
    figure, kind = ("DRAFT", scaled(DRAFT, size)) if not issue else (issue, scaled(ISSUE, size))
    y = top + height / 2 + 0.364 * kind.size
    if issue:
        label = scaled(LABEL, size)
        pen.text(middle - pen.measure("ISSUE", label) / 2, top + 10 * scale, "ISSUE", label)
        y = top + 23.5 * scale
    pen.text(middle - pen.measure(figure, kind) / 2, y, figure, kind)
    return left


def draw_footer(pen: Pen, size: Size, foot: Footer, page: int, pages: int) -> None:
    """The rule, the note at the left and, never cut, `paper · issue n · page n/m` at the right."""
    room = frame(size)
    kind = scaled(FOOT, size)
    y = room.bottom + 5 * size.scale
    line = y + 9 * size.scale
    pen.rule(room.left, y, room.right, y, 0.4)
    bold = scaled(FOOT_REF, size)
    ref = f"{elided(foot.ref, bold, room.width * 0.6, pen.measure)} · page {page}/{pages}"
    used = pen.text(room.right, line, ref, bold, right=True)
    pen.text(room.left, line, elided(foot.note, kind, room.width - used - 12, pen.measure), kind)


def numbered(size: Size, foot: Footer, pens: list[Pen]) -> list[Sheet]:
    """The pages with their feet, now that it is known how many there are."""
    for number, pen in enumerate(pens, 1):
        draw_footer(pen, size, foot, number, len(pens))
    return [Sheet(size, tuple(pen.items)) for pen in pens]

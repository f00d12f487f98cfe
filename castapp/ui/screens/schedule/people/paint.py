"""A row of the People view in paint: mark, name, the day's blocks, the figures, the sign."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QLine, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from castapp.ui import fonts, icons
from castapp.ui.screens.schedule.cards import SHOW
from castapp.ui.screens.schedule.ground import SOFT, SPINE, Grounds, Shape, inks
from castapp.ui.screens.schedule.lettering import advance, face, fitting, write
from castapp.ui.screens.schedule.people.plan import ROW, PeoplePlan
from castapp.ui.screens.schedule.people.rests import Rest, rests
from castapp.ui.screens.schedule.people.rows import Block, PersonRow
from castapp.ui.screens.schedule.people.sums import COLUMNS, REHEARSAL, WORK, figure
from castapp.ui.screens.schedule.shortening import shorter
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.marks import SIZE, paint_participation

_LEAST_TEXT = 14
_TICK, _GAP = 3, 4


def paint_lines(painter: QPainter, plan: PeoplePlan, top: int, bottom: int, tokens: Tokens) -> None:
    """The hours behind all rows."""
    painter.setPen(QPen(tokens.line, 0))
    hours = range(plan.first + -plan.first % 60, plan.last + 1, 60)
    painter.drawLines([QLine(plan.x(hour), top, plan.x(hour), bottom) for hour in hours])


def paint_row(
    painter: QPainter,
    row: PersonRow,
    plan: PeoplePlan,
    top: int,
    tokens: Tokens,
    grounds: Grounds,
    *,
    selected: bool = False,
    chosen: Collection[str] = (),
    current: int | None = None,
) -> None:
    """Paint a row whose upper edge is at `top`. Blocks of `chosen` records wear the ring;
    `current` is the block the keyboard is on.
    """
    if not row.person_id:
        _head(painter, row, plan, top, tokens)
        return
    if selected:
        painter.fillRect(QRect(0, top, plan.width, ROW - 1), tokens.sel)
    painter.fillRect(QRect(0, top + ROW - 1, plan.width, 1), tokens.hair)
    paint_participation(painter, row.status, 16, top + (ROW - SIZE) // 2)
    room = (36, top, plan.x(plan.first) - 42, ROW - 1)
    write(painter, row.name, face(fonts.BODY), room, tokens.t1)
    for rest in rests(row):
        _rest(painter, plan, top, rest, tokens)
    for start, end in row.ways:
        _way(painter, plan, top, start, end, tokens)
    ratio = painter.device().devicePixelRatio()
    for number, block in enumerate(row.blocks):
        left, down, width, height = plan.block(block)
        rect = QRect(left, top + down, width, height)
        _block(painter, block, rect, tokens, grounds, ratio)
        if block.ref.id in chosen or number == current:
            _ring(painter, rect, tokens)
    _figures(painter, row, plan, top, tokens)


def _head(painter: QPainter, row: PersonRow, plan: PeoplePlan, top: int, tokens: Tokens) -> None:
    painter.fillRect(QRect(0, top, plan.width, ROW), tokens.panel)
    painter.fillRect(QRect(0, top + ROW - 1, plan.width, 1), tokens.line)
    bold = face(fonts.LABEL, 600)
    taken = write(painter, row.name, bold, (16, top, 240, ROW), tokens.t2)
    write(painter, str(row.count), face(fonts.LABEL), (20 + taken, top, 40, ROW), tokens.t2)


def _block(
    painter: QPainter, block: Block, rect: QRect, tokens: Tokens, grounds: Grounds, ratio: float
) -> None:
    look = SOFT if block.look == SHOW else block.look
    shape = Shape(look, block.colour, block.state)
    grounds.lay(painter, shape, rect, tokens, ratio)
    if block.clash:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.findings["hard"].ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()
    if rect.height() < _LEAST_TEXT:
        return
    room = rect.width() - SPINE - 2
    of = face(fonts.LABEL, 600 if block.look == SHOW else 400)
    text = fitting(shorter(block.text), room - 2, of)
    if not text:
        of = face(fonts.TINY)
        text = fitting(shorter(block.text), room, of)
    left = rect.left() + SPINE + (3 if advance(text, of) < room - 2 else 1)
    write(painter, text, of, (left, rect.top(), room, rect.height()), inks(shape, tokens)[0])


def _ring(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), 4, 4)
    painter.restore()


def _way(
    painter: QPainter, plan: PeoplePlan, top: int, start: int, end: int, tokens: Tokens
) -> None:
    """On the way to another site: a dotted line from block to block."""
    painter.setPen(QPen(tokens.t2, 1, Qt.PenStyle.DotLine))
    middle = top + ROW // 2
    painter.drawLine(plan.x(start) + 1, middle, max(plan.x(start) + 6, plan.x(end) - 2), middle)


def _rest(painter: QPainter, plan: PeoplePlan, top: int, rest: Rest, tokens: Tokens) -> None:
    """A break: a measure from block to block, with its length where there is room."""
    left, right = plan.x(rest.start) + 3, plan.x(rest.end) - 4
    if right - left < 4:
        return
    middle = top + ROW // 2
    of = face(fonts.TINY, figures=True)
    text = fitting(rest.words, right - left - 12, of)
    wide = advance(text, of)
    at = left + (right - left - wide) // 2
    gap = _GAP if text else 0
    painter.setPen(QPen(tokens.line, 1))
    painter.drawLines(
        [QLine(end, middle - _TICK, end, middle + _TICK) for end in (left, right)]
        + [QLine(left, middle, at - gap, middle), QLine(at + wide + gap, middle, right, middle)]
    )
    write(painter, text, of, (at, top, wide + _GAP, ROW - 1), tokens.t2)


def _figures(painter: QPainter, row: PersonRow, plan: PeoplePlan, top: int, tokens: Tokens) -> None:
    usual, bold = face(fonts.TABLE, figures=True), face(fonts.TABLE, 600, figures=True)
    for column in COLUMNS:
        minutes = row.sums.of(column)
        if minutes is None and column != REHEARSAL:
            continue
        left, width = plan.figures[column]
        severity = row.over.get(column, "")
        ink = tokens.findings[severity].ink if severity else tokens.t2
        if column == WORK and not severity:
            ink = tokens.t1
        of = bold if severity else usual
        write(painter, figure(minutes), of, (left, top, width, ROW - 1), ink, right=True)
    if row.severity:
        signal = tokens.findings[row.severity]
        icons.paint_icon(painter, signal.icon, signal.ink, plan.sign + 10, top + 4)

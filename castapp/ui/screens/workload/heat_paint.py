"""How a row of the heat map is drawn: in the table, and pinned above it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.workload.columns import ROW, Columns
from castapp.ui.screens.workload.present import HeatRow, Square
from castapp.ui.tokens import Band, Tokens
from castapp.ui.widgets.drawing import hatch, plate, words
from castapp.ui.widgets.marks import SIZE, paint_participation

MARGIN, GAP = 16, 10
ROOMY = 21
"""From this width on (logical pixels) a half beside its hours stands clear of the next day."""
_KEPT = 600
_drawn: dict[tuple[object, ...], QPixmap] = {}


def paint_name(painter: QPainter, rect: QRect, row: HeatRow) -> None:
    """The mark of participation and the name."""
    top = rect.center().y() - SIZE // 2 + 1
    paint_participation(painter, row.status, rect.x() + MARGIN, top)
    room = rect.adjusted(MARGIN + SIZE + GAP, 0, -4, 0)
    words(painter, room, row.name, fonts.font(fonts.BODY), theme.current().t1)


def paint_total(painter: QPainter, rect: QRect, row: HeatRow) -> None:
    """The seven days' sum."""
    face = fonts.font(fonts.TABLE, 500, figures=True)
    right = Qt.AlignmentFlag.AlignRight
    words(painter, rect.adjusted(0, 0, -8, 0), row.total, face, theme.current().t1, right)


def paint_word(painter: QPainter, rect: QRect, row: HeatRow) -> None:
    """The arrow and the word."""
    tokens = theme.current()
    left = rect.x()
    if row.arrow:
        top = rect.center().y() - icons.INLINE / 2 + 1
        icons.paint_icon(painter, row.arrow, tokens.t2, left, top, icons.INLINE)
        left += icons.INLINE + 4
    room = QRect(left, rect.y(), rect.right() - left + 1, rect.height())
    words(painter, room, row.word, fonts.font(fonts.TABLE), tokens.t2)


def square_pixmap(square: Square, width: int, ratio: float, tokens: Tokens) -> QPixmap:
    """A day's cell; what was drawn once is kept."""
    key = (tokens.name, ratio, width, square.text, square.band, square.planned, square.off,
           square.unknown)  # fmt: skip
    found = _drawn.get(key)
    if found is None:
        if len(_drawn) > _KEPT:
            _drawn.clear()
        found = _drawn[key] = _draw(square, width, ROW, ratio, tokens)
    return found


def paint_row(painter: QPainter, top: int, height: int, row: HeatRow, laid: Columns) -> None:
    """A whole row at once, in the table and pinned above it."""
    paint_name(painter, QRect(0, top, laid.name, height), row)
    tokens, ratio = theme.current(), painter.device().devicePixelRatio()
    left, inner = laid.day_left(0), top + (height - ROW) // 2
    for square in row.squares:
        painter.drawPixmap(left, inner, square_pixmap(square, laid.pitch, ratio, tokens))
        left += laid.pitch
    paint_total(painter, QRect(laid.total_left, top, laid.total, height), row)
    paint_word(painter, QRect(laid.word_left, top, laid.word - MARGIN, height), row)


def band_of(tokens: Tokens, band: str) -> Band:
    """A band's colours by its word; none is the grey of the usual."""
    return tokens.load[(band or "usual").replace(" ", "_")]


def _draw(square: Square, width: int, height: int, ratio: float, tokens: Tokens) -> QPixmap:
    drawn = QPixmap(round(width * ratio), round(height * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    inset = 2 if square.planned else 1
    box = QRect(inset - 1, inset, width - 2 * inset + 1, height - 2 * inset)
    if square.planned:
        box.adjust(1, 0, 0, 0)
    colours = band_of(tokens, square.band)
    fill = tokens.hair if square.off else tokens.surface if square.unknown else colours.fill
    ink = tokens.t3 if square.off else tokens.t1 if square.unknown else colours.ink
    plate(painter, box, fill, radius=3.0 if square.planned else 0.0)
    if square.unknown:
        hatch(painter, box, tokens.line2, step=4)
    if square.text:
        face = fonts.font(fonts.LABEL, figures=True)
        if width < ROOMY:
            face.setPixelSize(face.pixelSize() - 1)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(
            QRect(-4, 0, width + 8, height), int(Qt.AlignmentFlag.AlignCenter), square.text
        )
    painter.end()
    return drawn

"""One card in paint: tint, spine, words by height, signs; kept as a picture until it changes."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.schedule.cards import QUIET, SHOW, Card, card_lines
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import hatch

RADIUS = 4.0
SPINE = 4
CHANGED = 3
TITLE, PITCH = 15, 13
_SIGN = 14
MOST_BYTES = 24_000_000


class CardPictures:
    """Cards drawn once per size, palette and screen ratio. The oldest go when there are many."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._most = most_bytes
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def draw(self, painter: QPainter, card: Card, rect: QRect, *, week: bool) -> None:
        """Draw a card into `rect`."""
        tokens = theme.current()
        ratio = painter.device().devicePixelRatio()
        key = (card, rect.width(), rect.height(), week, tokens.name, ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = _picture(card, rect, tokens, ratio, week=week)
            self._keep(key, picture)
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), picture)

    def _keep(self, key: tuple[object, ...], picture: QPixmap) -> None:
        self._kept[key] = picture
        self.bytes += _size(picture)
        while self.bytes > self._most and len(self._kept) > 1:
            self.bytes -= _size(self._kept.popitem(last=False)[1])


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


def _picture(card: Card, rect: QRect, tokens: Tokens, ratio: float, *, week: bool) -> QPixmap:
    picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_card(painter, card, QRect(0, 0, rect.width(), rect.height()), tokens, week=week)
    painter.end()
    return picture


def paint_card(
    painter: QPainter, card: Card, rect: QRect, tokens: Tokens, *, week: bool = False
) -> None:
    """Paint a card into `rect`, without the ring of selection; `week` is its one-line form."""
    radius = 3.0 if rect.height() <= 18 else RADIUS
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, soft = _ground(painter, card, rect, shape, radius, tokens)
    painter.restore()
    if week:
        _week_words(painter, card, rect, ink)
    else:
        _day_words(painter, card, rect, ink, soft, tokens)
    _over(painter, card, rect, radius, tokens)


def _ground(
    painter: QPainter, card: Card, rect: QRect, shape: QPainterPath, radius: float, tokens: Tokens
) -> tuple[QColor, QColor]:
    """Fill, hatch, border and spine. Returns the inks of the title and of the other lines."""
    if card.text.look == SHOW:
        block = tokens.show_block(card.text.colour)
        painter.fillPath(shape, block.fill)
        return block.ink, block.ink
    pair = tokens.pair(card.text.colour)
    quiet = card.text.look == QUIET
    fill, border = (tokens.panel, tokens.line) if quiet else (pair.tint, pair.line)
    spine, ink = (tokens.line2, tokens.t2) if quiet else (pair.spine, pair.text)
    painter.fillPath(shape, fill)
    painter.setClipPath(shape)
    if card.tentative:
        hatch(painter, rect, tokens.line2 if quiet else pair.line)
    pen = QPen(tokens.t3 if card.tentative or card.cancelled else border, 1)
    if card.tentative or card.cancelled:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.fillRect(QRect(rect.left(), rect.top(), SPINE, rect.height()), spine)
    return ink, tokens.t2


def _over(painter: QPainter, card: Card, rect: QRect, radius: float, tokens: Tokens) -> None:
    """The bar of a change and the frame of a clash, over the words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if card.changed:
        bar = QRect(rect.right() - CHANGED + 1, rect.top(), CHANGED, rect.height())
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(rect), radius, radius)
        painter.setClipPath(clip)
        painter.fillRect(bar, tokens.accent_t)
    if card.severity == "hard":
        painter.setPen(QPen(tokens.findings["hard"].ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def _week_words(painter: QPainter, card: Card, rect: QRect, ink: QColor) -> None:
    face = fonts.font(fonts.LABEL if rect.height() > 13 else fonts.TINY, _weight(card))
    room = rect.adjusted(SPINE + 3, 0, -1, 0)
    _line(painter, card.text.short, face, room, ink, struck=card.cancelled)


def _day_words(
    painter: QPainter, card: Card, rect: QRect, ink: QColor, soft: QColor, tokens: Tokens
) -> None:
    left = rect.left() + (10 if card.text.look == SHOW else SPINE + 6)
    signs = _signs(painter, card, rect, ink, tokens)
    room = QRect(left, rect.top(), rect.right() - 5 - left, rect.height())
    lines = card_lines(card, rect.height())
    head = QRect(room)
    head.setRight(room.right() - signs)
    if rect.height() < 34:
        _title(painter, card, head, ink, small=rect.height() < 18)
        return
    pitch = PITCH + 2 if card.text.look == SHOW and rect.height() >= 110 else PITCH
    spare = rect.height() - TITLE - pitch * len(lines)
    top = rect.top() + max(1, min(5 if pitch == PITCH else 10, spare // 2))
    head.setTop(top)
    head.setHeight(TITLE)
    _title(painter, card, head, ink)
    face = fonts.font(fonts.LABEL, figures=True)
    for number, line in enumerate(lines):
        slot = QRect(room.left(), top + TITLE + pitch * number, room.width(), pitch)
        _line(painter, line, face, slot, ink if number == 0 else soft)


def _title(painter: QPainter, card: Card, rect: QRect, ink: QColor, *, small: bool = False) -> None:
    kind = fonts.TINY if small else fonts.TABLE
    light, bold = fonts.font(kind, 400), fonts.font(kind, 600)
    room = QRect(rect)
    if card.text.work:
        taken = _line(painter, card.text.work, light if card.text.what else bold, room, ink,
                      struck=card.cancelled)  # fmt: skip
        room.setLeft(room.left() + taken + 4)
    if card.text.what and room.width() > 12:
        _line(painter, card.text.what, bold, room, ink, struck=card.cancelled)


def _line(
    painter: QPainter, text: str, face: QFont, rect: QRect, ink: QColor, *, struck: bool = False
) -> int:
    if struck:
        face = QFont(face)
        face.setStrikeOut(True)
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(face)
    painter.setPen(ink)
    base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
    painter.drawText(QPointF(rect.left(), base), shown)
    return metrics.horizontalAdvance(shown)


def _signs(painter: QPainter, card: Card, rect: QRect, ink: QColor, tokens: Tokens) -> int:
    """Icons at the top right: a finding's, and the question mark of a tentative call."""
    if rect.height() < 16 or rect.width() < 48:
        return 0
    taken = CHANGED if card.changed else 0
    top = rect.top() + (4 if rect.height() >= 34 else (rect.height() - _SIGN) // 2)
    found = tokens.findings.get(card.severity) if card.severity != "note" else None
    on_block = card.text.look == SHOW
    names = [(found.icon, ink if on_block else found.ink)] if found else []
    if card.tentative:
        names.append(("circle-question-mark", tokens.t2))
    for name, colour in names:
        taken += _SIGN + 4
        icons.paint_icon(painter, name, colour, rect.right() - taken - 1, top, _SIGN)
    return taken + 2 if names else taken


def _weight(card: Card) -> int:
    return 600 if card.text.look == SHOW else 400

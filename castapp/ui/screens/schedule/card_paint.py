"""One card in paint: its ground, words by height, signs of what is found and changed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from castapp.ui import fonts, icons
from castapp.ui.screens.schedule.cards import SHOW, Card, card_lines
from castapp.ui.screens.schedule.ground import RADIUS, SPINE, Grounds, Shape, inks
from castapp.ui.screens.schedule.lettering import Face, advance, face, fitting, write
from castapp.ui.screens.schedule.shortening import shorter
from castapp.ui.tokens import Tokens
from castapp.ui.widgets.drawing import plate

CHANGED = 3
TITLE, PITCH = 15, 13
_SIGN = 14
_LEAST_TEXT, _TELLING = 9, 5


class CardPainter:
    """Paints cards; keeps the grounds they stand on."""

    def __init__(self) -> None:
        self.grounds = Grounds()

    def paint(
        self, painter: QPainter, card: Card, rect: QRect, tokens: Tokens, *, week: bool
    ) -> None:
        """Paint a card into `rect`, without the ring of selection; `week` is its one-line form."""
        shape = Shape(card.text.look, card.text.colour, card.state)
        self.grounds.lay(painter, shape, rect, tokens, painter.device().devicePixelRatio())
        ink, soft = inks(shape, tokens)
        if week:
            _week_words(painter, card, rect, ink)
        else:
            _day_words(painter, card, rect, ink, soft, tokens)
        if card.changed or card.severity == "hard":
            _over(painter, card, rect, tokens)


def _over(painter: QPainter, card: Card, rect: QRect, tokens: Tokens) -> None:
    """The bar of a change and the frame of a clash, over the words."""
    radius = 3.0 if rect.height() <= 18 else RADIUS
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if card.changed:
        bar = QRect(rect.right() - CHANGED + 1, rect.top(), CHANGED, rect.height())
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(rect), radius, radius)
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.fillRect(bar, tokens.accent_t)
    if card.severity == "hard":
        painter.setPen(QPen(tokens.findings["hard"].ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def _week_words(painter: QPainter, card: Card, rect: QRect, ink: QColor) -> None:
    """One line in the longest words there is room for, none on a sliver."""
    height = rect.height()
    if height < _LEAST_TEXT:
        return
    kind = fonts.LABEL if height > 13 else fonts.TINY
    of = face(kind, 600 if card.text.look == SHOW else 400, struck=card.cancelled)
    left = rect.left() + SPINE + 3
    width = rect.right() - left - (CHANGED if card.changed else 0)
    text = fitting(shorter(card.text.short), width, of)
    write(painter, text, of, (left, rect.top(), width, height), ink)


def _day_words(
    painter: QPainter, card: Card, rect: QRect, ink: QColor, soft: QColor, tokens: Tokens
) -> None:
    height = rect.height()
    left = rect.left() + (10 if card.text.look == SHOW else SPINE + 6)
    signs = _signs(painter, card, rect, ink, tokens)
    width = rect.right() - 4 - left
    lines = card_lines(card, height)
    if height < 34:
        room = (left, rect.top(), width - signs, height)
        _title(painter, card, room, ink, small=height < 18)
        return
    pitch = PITCH + 2 if card.text.look == SHOW and height >= 110 else PITCH
    spare = height - TITLE - pitch * len(lines)
    top = rect.top() + max(1, min(5 if pitch == PITCH else 10, spare // 2))
    _title(painter, card, (left, top, width - signs, TITLE), ink)
    of = face(fonts.LABEL, figures=True)
    for number, line in enumerate(lines):
        room = (left, top + TITLE + pitch * number, width, pitch)
        write(painter, line, of, room, ink if number == 0 else soft)


def _title(
    painter: QPainter,
    card: Card,
    room: tuple[int, int, int, int],
    ink: QColor,
    *,
    small: bool = False,
) -> None:
    kind, struck = fonts.TINY if small else fonts.TABLE, card.cancelled
    bold = face(kind, 600, struck=struck)
    left, top, width, height = room
    taken = 0
    if card.text.work and not _crowded(card, width, kind, bold):
        first = face(kind, 400, struck=struck) if card.text.what else bold
        taken = write(painter, card.text.work, first, room, ink) + 4
    if card.text.what and width - taken > 12:
        rest = (left + taken, top, width - taken, height)
        write(painter, _what(card.text.what, width - taken, bold), bold, rest, ink)


def _crowded(card: Card, width: int, kind: fonts.Type, bold: Face) -> bool:
    """Whether the ballet's name would leave no room for what of it: then its colour says it."""
    if not card.text.what:
        return False
    texts = shorter(card.text.what)
    beside = fitting(texts, width - advance(card.text.work, face(kind, 400)) - 4, bold)
    return len(beside) < _TELLING and beside != fitting(texts, width, bold)


def _what(text: str, width: int, of: Face) -> str:
    """What a call is for, in shorter words where the whole is too long; never cut to letters."""
    return fitting(shorter(text), width, of)


def paint_trace(painter: QPainter, card: Card, rect: QRect, tokens: Tokens) -> None:
    """Where a card in the hand came from."""
    paint_was(painter, card.title, f"was {card.time}", rect, tokens)


def paint_was(painter: QPainter, title: str, was: str, rect: QRect, tokens: Tokens) -> None:
    """A dashed place with what stood there, and when."""
    plate(painter, rect, tokens.surface, tokens.t3, dashed=True)
    of, height = face(fonts.LABEL, figures=True), rect.height()
    if height < _LEAST_TEXT:
        return
    if height < 32:
        room = (rect.left() + 8, rect.top(), rect.width() - 12, height)
        write(painter, fitting(shorter(title), room[2], of), of, room, tokens.t2)
        return
    for number, line in enumerate((title, was)):
        room = (rect.left() + 9, rect.top() + 3 + PITCH * number, rect.width() - 14, PITCH)
        write(painter, line, of, room, tokens.t2)


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

"""The stage as the house sees it, alternates at its side: plates to be dragged and swapped."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.casting.stage.facts import StageFacts, beside
from castapp.ui.screens.casting.stage.piece import HEIGHT, WIDTH, Piece
from castapp.ui.widgets.drawing import plate, words

ASIDE = 136
STEP = 2.0
"""Percent that an arrow key moves a place."""
_EDGE, _FOOT, _GAP = 20, 28, 8
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Floor(QWidget):
    """`swapped` two spots; `stood_in` a spot and the alternate for it; `moved` a spot to a place;
    `wanted` a spot's picking list with what was typed; `emptied` a spot; `chosen` a spot;
    `taken` names the spot that stands already where another was to be moved.
    """

    swapped = Signal(int, int)
    stood_in = Signal(int, str)
    moved = Signal(int, float, float)
    wanted = Signal(int, str)
    emptied = Signal(int)
    chosen = Signal(int)
    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Stage")
        self.setMinimumSize(420, 220)
        self._facts: StageFacts | None = None
        self._pieces: list[Piece] = []
        self._picked: Piece | None = None
        self.editing = False

    def show_facts(self, facts: StageFacts) -> None:
        """Show a map, keeping the keyboard on its spot."""
        wanted = len(facts.stands) + len(facts.alternates)
        while len(self._pieces) > wanted:
            gone = self._pieces.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._pieces) < wanted:
            self._pieces.append(self._new_piece())
        self._facts = facts
        self._put_down()
        when = facts.column.when
        for piece, stand in zip(self._pieces, facts.stands, strict=False):
            piece.show_stand(stand, when)
        for piece, one in zip(self._pieces[len(facts.stands) :], facts.alternates, strict=True):
            piece.show_alternate(one)
        self._arrange()

    @property
    def pieces(self) -> list[Piece]:
        """The spots in order, then the alternates."""
        return list(self._pieces)

    def piece(self, spot: int) -> Piece | None:
        """The plate of a spot."""
        return next((one for one in self._pieces if one.spot == spot), None)

    def cancel(self) -> bool:
        """Put back what is being dragged or was picked up. False if nothing was."""
        busy = self._picked is not None or any(one.dragging for one in self._pieces)
        for piece in self._pieces:
            piece.let_go()
        self._put_down()
        self._arrange()
        return busy

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        stage = self._stage()
        plate(painter, stage.adjusted(-10, -10, 10, 10), tokens.panel, tokens.line2)
        painter.setPen(QPen(tokens.line, 1, Qt.PenStyle.DashLine))
        painter.drawLine(stage.center().x(), stage.top(), stage.center().x(), stage.bottom())
        foot = QRect(stage.left(), self.height() - _FOOT, stage.width(), 16)
        face = fonts.font(fonts.LABEL)
        middle = Qt.AlignmentFlag.AlignHCenter
        words(painter, foot, "Front of the stage, as the house sees it", face, tokens.t2, middle)
        if self._facts and self._facts.alternates:
            side = QRect(self.width() - ASIDE, 12, ASIDE - 16, 16)
            words(painter, side, "Alternates", fonts.font(fonts.LABEL, 600), tokens.t2)

    def _new_piece(self) -> Piece:
        made = Piece(self)
        made.dragged.connect(self._on_dragged)
        made.dropped.connect(self._on_dropped)
        made.keyed.connect(self._on_key)
        made.chosen.connect(self._on_chosen)
        made.show()
        return made

    def _stage(self) -> QRect:
        aside = ASIDE if self._facts and self._facts.alternates else 0
        return self.rect().adjusted(_EDGE + 10, _EDGE, -_EDGE - 10 - aside, -_FOOT - 16)

    def _arrange(self) -> None:
        facts = self._facts
        if facts is None:
            return
        for piece, stand in zip(self._pieces, facts.stands, strict=False):
            piece.move(self._corner(stand.across, stand.depth))
        for place, piece in enumerate(self._pieces[len(facts.stands) :]):
            piece.move(self.width() - ASIDE, 34 + place * (HEIGHT + _GAP))
        self.update()

    def _corner(self, across: float, depth: float) -> QPoint:
        """Where the plate of a place has its upper left corner."""
        stage = self._stage()
        right, up = max(1, stage.width() - WIDTH), max(1, stage.height() - HEIGHT)
        x = stage.left() + right * across / 100
        return QPoint(round(x), round(stage.bottom() - HEIGHT - up * depth / 100))

    def _place(self, piece: Piece, across: float, depth: float) -> None:
        """Let a place stand there, unless another would be covered by it."""
        there = QRect(self._corner(across, depth), piece.size())
        before = self._overlap(piece, QRect(self._stand_corner(piece), piece.size()))
        other = max(
            (one for one in self._pieces if one.spot and one is not piece),
            key=lambda one: _shared(one.geometry(), there), default=None,
        )  # fmt: skip
        if other is not None and _shared(other.geometry(), there) > before:
            self.taken.emit(other.spot)
        else:
            self.moved.emit(piece.spot, across, depth)

    def _stand_corner(self, piece: Piece) -> QPoint:
        stand = self._facts.stands[piece.spot - 1] if self._facts else None
        return self._corner(stand.across, stand.depth) if stand else piece.pos()

    def _overlap(self, piece: Piece, rect: QRect) -> int:
        """How much of the other places a plate covers at most, in square pixels."""
        others = (one for one in self._pieces if one.spot and one is not piece)
        return max((_shared(one.geometry(), rect) for one in others), default=0)

    def _on_dragged(self, piece: Piece) -> None:
        target = None if self._places_only(piece) else self._under(piece)
        for one in self._pieces:
            one.mark(target=one is target)

    def _on_dropped(self, piece: Piece) -> None:
        target = self._under(piece)
        for one in self._pieces:
            one.mark(target=False)
        if self._places_only(piece):
            self._place(piece, *self._percent(piece.pos()))
        elif target is not None:
            self._join(piece, target)
        self._arrange()

    def _places_only(self, piece: Piece) -> bool:
        return self.editing and piece.spot > 0

    def _join(self, piece: Piece, target: Piece) -> None:
        if piece.spot and target.spot:
            self.swapped.emit(piece.spot, target.spot)
        elif piece.spot or target.spot:
            alternate, spot = (piece, target.spot) if target.spot else (target, piece.spot)
            self.stood_in.emit(spot, alternate.person_id or "")

    def _under(self, piece: Piece) -> Piece | None:
        """The plate the middle of a dragged one is over, the nearest of several."""
        middle = piece.geometry().center()
        over = [one for one in self._pieces if one is not piece and one.geometry().contains(middle)]
        return min(
            over,
            key=lambda one: (one.geometry().center() - middle).manhattanLength(),
            default=None,
        )

    def _percent(self, pos: QPoint) -> tuple[float, float]:
        stage = self._stage()
        across = 100 * (pos.x() - stage.left()) / max(1, stage.width() - WIDTH)
        up = max(1, stage.height() - HEIGHT)
        depth = 100 * (stage.bottom() - HEIGHT - pos.y()) / up
        return round(min(max(across, 0), 100)), round(min(max(depth, 0), 100))

    def _on_chosen(self, piece: Piece) -> None:
        if piece.spot:
            self.chosen.emit(piece.spot)

    def _on_key(self, piece: Piece, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modified = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if modified:
            return
        if key in _ARROWS:
            self._step(piece, *_ARROWS[key])
        elif key == Qt.Key.Key_Space:
            self._pick_or_join(piece)
        elif key == Qt.Key.Key_Escape:
            if not self.cancel():
                return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._picked is not None:
                self._pick_or_join(piece)
            elif piece.spot:
                self.wanted.emit(piece.spot, "")
        elif piece.spot and event.text().isalpha():
            self.wanted.emit(piece.spot, event.text())
        else:
            return
        event.accept()

    def _step(self, piece: Piece, right: int, back: int) -> None:
        facts = self._facts
        if facts is None:
            return
        if not piece.spot:
            place = self._pieces.index(piece) - back
            wanted = piece if right == 0 else self._pieces[len(facts.stands) - 1]
            if right == 0 and len(facts.stands) <= place < len(self._pieces):
                wanted = self._pieces[place]
            wanted.setFocus()
            return
        if self.editing:
            stand = facts.stands[piece.spot - 1]
            self._place(piece, stand.across + right * STEP, stand.depth + back * STEP)
            return
        spot = beside(facts.stands, piece.spot, right, back)
        target = self.piece(spot)
        if spot == piece.spot and right > 0 and facts.alternates:
            target = self._pieces[len(facts.stands)]
        if target is not None:
            target.setFocus()

    def _pick_or_join(self, piece: Piece) -> None:
        picked = self._picked
        if picked is None:
            self._picked = piece
            piece.mark(picked=True)
            return
        self._put_down()
        if picked is not piece:
            self._join(picked, piece)

    def _put_down(self) -> None:
        self._picked = None
        for one in self._pieces:
            one.mark(picked=False, target=False)


def _shared(one: QRect, other: QRect) -> int:
    """The square pixels two plates share."""
    both = one.intersected(other)
    return both.width() * both.height() if both.isValid() else 0

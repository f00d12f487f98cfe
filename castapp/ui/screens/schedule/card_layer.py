"""All cards as tiles: painted once, laid down as they are until a card on them changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from castapp.ui import theme
from castapp.ui.screens.schedule.card_paint import CardPainter, paint_trace
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.geometry import Box
from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.tokens import Tokens

TILE = 128
MOST_BYTES = 48_000_000
_NOTHING: frozenset[str] = frozenset()


class CardLayer:
    """Strips of the board as wide as the board and TILE pixels high. The oldest go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.painter = CardPainter()
        self._tiles: OrderedDict[int, QPixmap] = OrderedDict()
        self._spare: list[QPixmap] = []
        self._most = most_bytes
        self._made_for: tuple[object, ...] = ()
        self._layout: Layout | None = None
        self._without = _NOTHING
        self._traced = False
        self.painted = 0

    @property
    def bytes(self) -> int:
        """The room the tiles take."""
        return sum(tile.width() * tile.height() * 4 for tile in self._tiles.values())

    def draw(
        self,
        painter: QPainter,
        layout: Layout,
        seen: QRect,
        without: frozenset[str] = _NOTHING,
        *,
        traced: bool = False,
    ) -> None:
        """Draw the cards that `seen` shows; `traced` leaves a trace of those in the hand."""
        tokens = theme.current()
        ratio = painter.device().devicePixelRatio()
        self._settle(layout, without, (tokens.name, ratio), traced=traced)
        for number in range(max(0, seen.top()) // TILE, max(0, seen.bottom()) // TILE + 1):
            tile = self._tiles.get(number)
            if tile is None:
                tile = self._tiles[number] = self._paint(layout, number, tokens, ratio)
            else:
                self._tiles.move_to_end(number)
            painter.drawPixmap(0, number * TILE, tile)
        self._spare.clear()
        while self.bytes > self._most and len(self._tiles) > 1:
            self._tiles.popitem(last=False)

    def _settle(
        self, layout: Layout, without: frozenset[str], look: tuple[str, float], *, traced: bool
    ) -> None:
        """Throw away the tiles on which something is not as it was."""
        wanted = (layout.geometry, look)
        before = self._layout
        if before is None or wanted != self._made_for:
            self._spare = list(self._tiles.values())
            self._tiles.clear()
        elif layout is not before:
            self._drop(_changed(before, layout))
        if (without, traced) != (self._without, self._traced):
            gone = without | self._without if traced != self._traced else without ^ self._without
            self._drop(box for one in gone if (box := layout.boxes.get(one)) is not None)
        self._made_for, self._layout = wanted, layout
        self._without, self._traced = without, traced

    def _drop(self, boxes: Iterable[Box]) -> None:
        for box in boxes:
            for number in range(box.y // TILE, box.bottom // TILE + 1):
                tile = self._tiles.pop(number, None)
                if tile is not None:
                    self._spare.append(tile)

    def _paint(self, layout: Layout, number: int, tokens: Tokens, ratio: float) -> QPixmap:
        top, bottom = number * TILE, (number + 1) * TILE
        tile = self._blank(round(layout.geometry.width * ratio), round(TILE * ratio), ratio)
        painter = QPainter(tile)
        painter.translate(0, -top)
        week = not layout.geometry.down
        for card, box in layout.placed:
            if box.y >= bottom or top >= box.y + box.h:
                continue
            rect = QRect(box.x, box.y, box.w, box.h)
            if card.id not in self._without:
                self.painter.paint(painter, card, rect, tokens, week=week)
            elif self._traced:
                paint_trace(painter, card, rect, tokens)
        painter.end()
        self.painted += 1
        return tile

    def _blank(self, width: int, height: int, ratio: float) -> QPixmap:
        """An empty tile: one just thrown away, if it has this size, for new ones are slow."""
        spare = self._spare.pop() if self._spare else None
        if spare is None or (spare.width(), spare.height()) != (width, height):
            spare = QPixmap(width, height)
        spare.setDevicePixelRatio(ratio)
        spare.fill(Qt.GlobalColor.transparent)
        return spare


def _changed(before: Layout, after: Layout) -> list[Box]:
    """Where a card was, or is, that is not as it was."""
    old: dict[str, tuple[Card, Box]] = {card.id: (card, box) for card, box in before.placed}
    boxes: list[Box] = []
    for card, box in after.placed:
        was = old.pop(card.id, None)
        if was is None:
            boxes.append(box)
        elif was != (card, box):
            boxes += [was[1], box]
    return [*boxes, *(box for _, box in old.values())]

"""The board without calls: what belongs there, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from castapp.ui.screens.schedule.empty_words import EmptyWords
from castapp.ui.widgets.empty import EmptyState

_ICONS = {"work": "calendar-days", "template": "clipboard-list"}


class Emptiness(QObject):
    """Holds the card in the middle of the board; rebuilt when its words change.

    `chosen` carries the key of the way taken, one of those in `empty_words`.
    """

    chosen = Signal(str)

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._card: EmptyState | None = None
        self.words: EmptyWords | None = None
        ground.installEventFilter(self)

    def show_words(self, words: EmptyWords | None) -> None:
        """Show these words, or nothing."""
        if words == self.words:
            return
        self.words = words
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if words is not None:
            self._card = self._made(words)
            self._card.show()
            self._settle()

    def set_aside(self, aside: bool) -> None:
        """Get out of the way while something is being dragged."""
        if self._card is not None:
            self._card.setVisible(not aside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _made(self, words: EmptyWords) -> EmptyState:
        ways = tuple(
            (way.key, _ICONS.get(way.key, "copy"), way.link, way.about) for way in words.ways
        )
        icon = "plus" if words.start == "new" else "settings"
        card = EmptyState(
            "calendar-days",
            words.heading,
            words.text,
            words.button,
            button_icon=icon,
            aside=words.aside,
            ways=ways,
            parent=self._ground,
        )
        card.started.connect(lambda: self.chosen.emit(words.start))
        card.chosen.connect(self.chosen)
        return card

    def _settle(self) -> None:
        """Put the card where the board's middle is now."""
        if self._card is not None:
            self._card.adjustSize()
            room = self._ground.size() - self._card.size()
            self._card.move(max(8, room.width() // 2), max(8, room.height() // 3))

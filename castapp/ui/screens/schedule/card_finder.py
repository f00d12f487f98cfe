"""The field that finds a card or a dancer of what is shown (Ctrl+F), at the view's top right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from castapp.ui import fonts, theme
from castapp.ui.announce import say
from castapp.ui.reading import plain
from castapp.ui.screens.schedule.model import begun
from castapp.ui.screens.schedule.modes import PEOPLE
from castapp.ui.screens.schedule.tray import Tray
from castapp.ui.screens.schedule.views import Views
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.label import Label

WIDTH = 340
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardFinder(QFrame):
    """Letters go to the first that has them, Enter and the arrows to the next; Esc ends it there.

    The keyboard then is on what was found.
    """

    def __init__(self, views: Views, tray: Tray) -> None:
        super().__init__(views)
        self._views = views
        self._tray = tray
        self._found: list[str] = []
        self._at = 0
        self.line = _Line(self)
        self.line.setPlaceholderText("Find by ballet, role, dancer or coach")
        self.count = Label("", fonts.TABLE, "t2")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.line.textChanged.connect(lambda _text: self._search())
        views.installEventFilter(self)
        views.currentChanged.connect(self.end)
        self.hide()

    def open(self) -> None:
        """Show the field, empty, with the keyboard in it."""
        what = "dancer" if self._views.mode == PEOPLE else "card"
        self.line.setAccessibleName(f"Find a {what}")
        self.line.setAccessibleDescription("Enter goes to the next. Esc ends it.")
        self.line.clear()
        self._search()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def step(self, way: int) -> None:
        """Go to the next found (1) or the one before (-1), round and round."""
        if self._found:
            self._at = (self._at + way) % len(self._found)
            self._go()

    def end(self) -> None:
        """Go away; the keyboard goes to what was found."""
        if not self.isHidden():
            inside = self.line.hasFocus()
            self.hide()
            if inside:
                waits = self._views.mode != PEOPLE and self._tray.selected_id()
                (self._tray.list if waits else self._views.shown).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        plate(QPainter(self), self.rect(), tokens.raised, tokens.line2)

    def _place(self) -> None:
        self.setFixedWidth(min(WIDTH, self._views.width() - 16))
        self.adjustSize()
        self.move(self._views.width() - self.width() - 16, 44)

    def _search(self) -> None:
        text = self.line.text().strip()
        self._found = self._named(text)
        self._at = 0
        self.count.setText("")
        if self._found:
            self._go()
        elif text:
            self.count.setText("None")
            say(self.line, f"Nothing here with “{text}”.")

    def _named(self, text: str) -> list[str]:
        if self._views.mode != PEOPLE:
            return self._views.board.cards.named(text) + self._tray.list.cards.named(text)
        wanted, rows = plain(text).split(), self._views.people.people.rows
        return [
            row.person_id
            for row in rows
            if row.person_id and wanted and begun(plain(row.name).split(), wanted)
        ]

    def _go(self) -> None:
        found, place = self._found[self._at], f"{self._at + 1} of {len(self._found)}"
        self.count.setText(place)
        if self._views.mode == PEOPLE:
            self._views.people.select_person(found)
            here = self._views.people.currentIndex()
        elif self._tray.select(found):
            here = self._tray.list.currentIndex()
        else:
            self._views.board.go_to(found)
            here = self._views.board.currentIndex()
        say(self.line, f"{place}. {here.data(_SPOKEN)}")


_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class _Line(QLineEdit):
    def __init__(self, finder: CardFinder) -> None:
        super().__init__(finder)
        self._finder = finder

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._finder.end()
        elif key in _ENTERS:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._finder.step(-1 if back else 1)
        elif key in _STEPS:
            self._finder.step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._finder.end()

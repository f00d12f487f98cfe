"""A window with the schedule in it, and a mouse and a keyboard to work it with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.services.desk import Desk
from castapp.ui.screens import ENTRIES
from castapp.ui.screens.schedule.screen import ScheduleScreen
from castapp.ui.strip_feed import findings_of
from castapp.ui.theme import Theme
from castapp.ui.window import MainWindow
from tests.builders import THURSDAY
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs

NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Works the schedule of a book as a person would."""

    def __init__(self, book: Book, today: date = THURSDAY, kept: QSettings | None = None) -> None:
        self.desk = FakeDesk(book)
        self.dialogs = FakeDialogs()
        app = cast(QApplication, QApplication.instance())
        entries = [entry for entry in ENTRIES if entry.name == "schedule"]
        desk = cast(Desk, self.desk)
        self.window = MainWindow(
            desk, entries, self.dialogs, Theme(app), today, findings=findings_of, geometry=kept
        )
        self.window.show_screen("schedule")
        self.window.resize(1440, 900)
        self.window.show()
        self.screen = cast(ScheduleScreen, self.window.screen_widget("schedule"))
        self.board = self.screen.board
        self.settle()

    @property
    def book(self) -> Book:
        return self.desk.book

    def call(self, call_id: str) -> Call:
        return self.book.get(Call, call_id)

    def settle(self) -> None:
        """Let the window lay itself out."""
        for _ in range(4):
            QApplication.processEvents()

    def point(self, studio_id: str, minute: int, day: date = THURSDAY) -> QPoint:
        """Where a time of a studio is in the viewport, in the middle of its column or lane."""
        plan, board = self.board.plan, self.board
        for x in range(4, plan.width, 4) if plan.down else [plan.pixels(minute)]:
            for y in [plan.pixels(minute)] if plan.down else range(4, plan.height, 4):
                spot = plan.spot(x, y)
                if (spot.day, spot.studio_id) == (day, studio_id):
                    aside = QPoint(40, 0) if plan.down else QPoint(0, 4)
                    offset = QPoint(board.horizontalOffset(), board.verticalOffset())
                    return QPoint(x, y) + aside - offset
        raise AssertionError(f"{studio_id} is not on the board")

    def middle(self, record_id: str) -> QPoint:
        """The middle of a card in the viewport."""
        row = self.board.cards.row_of(record_id)
        assert row is not None
        return self.board.visualRect(self.board.cards.index(row)).center()

    def edge(self, record_id: str, *, top: bool) -> QPoint:
        """A point on a card's upper or lower edge."""
        row = self.board.cards.row_of(record_id)
        assert row is not None
        rect = self.board.visualRect(self.board.cards.index(row))
        return QPoint(rect.center().x(), rect.top() + 2 if top else rect.bottom() - 2)

    def press(self, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, point, keys)

    def move(self, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self._mouse(QEvent.Type.MouseMove, point, keys)

    def release(self, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, point, keys)
        self.settle()

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.press(start, keys)
        self.move((start + end) / 2, keys)
        self.move(end, keys)
        self.release(end, keys)

    def click(self, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.press(point, keys)
        self.release(point, keys)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(self.board, key, keys)
        self.settle()

    def type_in(self, field: QWidget, text: str) -> None:
        """Replace what stands in a field and press Enter."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def enter(self) -> None:
        """Enter in the field that writes a call."""
        QTest.keyClick(self.screen.writer.field.line, Qt.Key.Key_Return)
        self.settle()

    def selected(self) -> Sequence[str]:
        return self.board.selected_ids()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()

    def _mouse(self, kind: QEvent.Type, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        viewport = self.board.viewport()
        where = QPointF(viewport.mapToGlobal(point))
        moving = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moving else LEFT
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        event = QMouseEvent(kind, QPointF(point), where, button, held, keys)
        QApplication.sendEvent(viewport, event)

"""One person before the running program: mouse, keyboard, and what is to be read on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from castapp import app
from castapp.domain.book import Book
from castapp.services.desk import Desk
from castapp.settings import Settings
from castapp.ui.errands import Doors
from castapp.ui.program import Folders, Program
from castapp.ui.screen import Screen
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.window import MainWindow
from tests.ui.fake_dialogs import FakeDialogs

S = TypeVar("S", bound=Screen)
W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


class Sitting:
    """Works the program as a person does; its own files are below `folder`."""

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir()
        self.folder = folder
        self.dialogs = FakeDialogs()
        doors = Doors(app.open_desk, app.new_company, app.new_sample, app.back_up, app.bring)
        folders = Folders(folder / "settings.toml", folder / "window.ini", folder)
        self.program = Program(doors, Settings(name=name, scheme="light"), folders, self.dialogs)

    @property
    def window(self) -> MainWindow:
        assert self.program.window is not None
        return self.program.window

    @property
    def desk(self) -> Desk:
        assert self.program.desk is not None
        return self.program.desk

    @property
    def book(self) -> Book:
        return self.desk.book

    @property
    def banner(self) -> str:
        """The sentence under the top bar, "" when none is shown."""
        banner = self.window.frame.banner
        return "" if banner.isHidden() else banner.sentence

    @property
    def labels(self) -> list[str]:
        """What was done, the last first."""
        return [entry.label for entry in self.desk.history()]

    def open(self, path: Path) -> None:
        """Open a company file."""
        self.program.begin(str(path))
        self.window.resize(1440, 900)
        self.settle()

    def go(self, name: str, kind: type[S]) -> S:
        """Bring a screen up through the rail."""
        self.window.frame.rail.chosen.emit(name)
        found = self.window.screen_widget(name)
        assert isinstance(found, kind)
        self.settle()
        return found

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Click the newest button seen that is called this, or begins so."""
        QTest.mouseClick(self.button(words, within), LEFT)
        self.settle()

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """The newest button seen that bears these words."""
        self.settle()
        seen = [one for one in self._seen(QAbstractButton, within) if one.isEnabled()]
        for matches in (str.__eq__, str.startswith):
            for one in reversed(seen):
                if matches(one.text(), words) or matches(one.accessibleName(), words):
                    return one
        raise AssertionError(f"no button “{words}” among {[one.text() for one in seen]}")

    def field(self, name: str, within: QWidget | None = None) -> QLineEdit:
        """The newest field seen of this name."""
        self.settle()
        for one in reversed(self._seen(QLineEdit, within)):
            if one.accessibleName().startswith(name):
                return one
        raise AssertionError(f"no field “{name}”")

    def fill(self, field: QLineEdit, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type over what stands in a field, and go on with a key."""
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, key)
        self.settle()

    def choose(self, name: str, key: str, within: QWidget | None = None) -> None:
        """Take an entry of the newest closed list seen of this name."""
        self.settle()
        lists = [one for one in self._seen(ChoiceField, within) if one.accessibleName() == name]
        chosen = lists[-1]
        place = chosen.findData(key)
        assert place >= 0, [chosen.itemText(n) for n in range(chosen.count())]
        chosen.setFocus()
        chosen.setCurrentIndex(place)
        chosen.activated.emit(place)
        self.settle()

    def take_from_menu(self, words: str) -> None:
        """Take the entry that begins so from the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().startswith(words))
        assert isinstance(action, QAction)
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.settle()

    def settle(self) -> None:
        """Let the windows lay themselves out, and wait for work that goes on aside."""
        for _ in range(4):
            QApplication.processEvents()
        while self.program.window is not None and self.program.window.jobs.running:
            QApplication.processEvents()

    def seen(self, within: QWidget | None = None) -> str:
        """Every word shown and read out: labels, buttons, fields, tables, lists, tips."""
        self.settle()
        return "\n".join(text for text in self._texts(within or self.window) if text)

    def leave(self) -> None:
        """Close what is open."""
        self.program.leave()
        if self.program.welcome is not None:
            self.program.welcome.close()

    def _seen(self, kind: type[W], within: QWidget | None) -> list[W]:
        return [one for one in (within or self.window).findChildren(kind) if one.isVisible()]

    def _texts(self, within: QWidget) -> Iterator[str]:
        for one in (within, *self._seen(QWidget, within)):
            yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
            yield one.windowTitle()
            if isinstance(one, QLabel | QAbstractButton | QLineEdit):
                yield one.text()
            if isinstance(one, QPlainTextEdit):
                yield one.toPlainText()
            if isinstance(one, QAbstractItemView):
                yield from _read_out(one)


def _read_out(view: QAbstractItemView) -> Iterator[str]:
    """All texts of a table, list or board, through the model and the accessibility interface."""
    model = view.model()
    if isinstance(model, QAbstractItemModel):
        for row in range(model.rowCount()):
            for column in range(columns(model)):
                index = model.index(row, column)
                for role in (
                    Qt.ItemDataRole.DisplayRole,
                    Qt.ItemDataRole.ToolTipRole,
                    Qt.ItemDataRole.AccessibleTextRole,
                ):
                    yield str(index.data(role) or "")
    spoken = QAccessible.queryAccessibleInterface(view)
    for n in range(min(spoken.childCount(), 400)):
        child = spoken.child(n)
        if child is not None:
            yield child.text(QAccessible.Text.Name)


def columns(model: QAbstractItemModel) -> int:
    """How many columns a model has; a list has one."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


class Mouse:
    """Presses, moves and lets go in one widget."""

    def __init__(self, widget: QWidget, sitting: Sitting) -> None:
        self._widget = widget
        self._sitting = sitting

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self._widget, LEFT, pos=point)
        self._sitting.settle()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press at one point, go to the other, let go."""
        QTest.mousePress(self._widget, LEFT, pos=start)
        for step in (1, 2, 3):
            QTest.mouseMove(self._widget, start + (end - start) * step / 3)
        QTest.mouseRelease(self._widget, LEFT, pos=end)
        self._sitting.settle()

"""The menus, made from the rows of `actions`: behind Alt, F10 and the button in the top bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from castapp.ui import icons, theme
from castapp.ui.actions import ACTIONS, MENUS, Action
from castapp.ui.screen import ScreenEntry

if TYPE_CHECKING:
    from castapp.ui.screens.welcome.present import RecentFile


class Menus:
    """Builds the QActions once; `show_for` keeps those of the screen that is up."""

    def __init__(self, window: QMainWindow, do: Callable[[str], None]) -> None:
        self._window = window
        self._do = do
        self._bar = window.menuBar()
        self._bar.hide()
        self._before: QWidget | None = None
        self._menus: dict[str, QMenu] = {}
        self._recent = QMenu("Open recent", window)
        self._whole = QMenu(window)
        self._whole.setAccessibleName("Menu")
        self.actions: dict[str, QAction] = {}
        titles = [each for each in MENUS if each != "Help"]
        own = dict.fromkeys(each.menu for each in ACTIONS if each.menu not in MENUS)
        for title in [*titles, *own, "Help"]:
            self._add_menu(title)
        for action in ACTIONS:
            self._add(action)
            if action.id == "file.open":
                self._menus["File"].addMenu(self._recent)

    def add_screens(self, entries: tuple[ScreenEntry, ...]) -> dict[str, str]:
        """Put the screens into Go; returns the shortcut of each by name."""
        keys: dict[str, str] = {}
        self._menus["Go"].addSeparator()
        for place, entry in enumerate(entries, start=1):
            numbered = "Alt+0" if entry.under else f"Alt+{place}"
            shortcut = "Ctrl+," if entry.at_foot else numbered
            keys[entry.name] = shortcut
            row = Action(f"screen.{entry.name}", entry.label, "Go", shortcut, entry.icon)
            self._add(row)
        return keys

    def show_for(self, screen: str) -> None:
        """Enable what belongs to this screen, hide the menus of the others."""
        for row in ACTIONS:
            if row.screen:
                self.actions[row.id].setEnabled(row.screen == screen)
                self._menus[row.menu].menuAction().setVisible(row.screen == screen)

    def open(self) -> None:
        """Show the bar in today's colours and open its first menu; it goes when no menu is open."""
        self._tint()
        self._before = QApplication.focusWidget()
        self._bar.show()
        self._bar.setActiveAction(self._menus["File"].menuAction())

    def open_below(self, button: QWidget) -> None:
        """Open all the menus as one, under a button of the window."""
        self._tint()
        self._before = None
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        self._whole.popup(corner - QPoint(self._whole.sizeHint().width(), 0))

    def list_recent(
        self, files: Callable[[], Sequence[RecentFile]], open_address: Callable[[str], None]
    ) -> None:
        """Say what Open recent lists, asked whenever it opens, and what choosing one does."""

        def fill() -> None:
            self._recent.clear()
            for each in files():
                said = f"{each.name}  –  {each.place}".replace("&", "&&")
                line = self._recent.addAction(said)
                line.triggered.connect(lambda _=False, at=each.address: open_address(at))
            if self._recent.isEmpty():
                self._recent.addAction("Nothing else was open before").setEnabled(False)

        self._recent.aboutToShow.connect(fill)

    def _tint(self) -> None:
        ink = theme.current().t2
        for action in self.actions.values():
            name = str(action.data() or "")
            if name:
                action.setIcon(icons.icon(name, ink))

    def _add_menu(self, title: str) -> None:
        menu = self._bar.addMenu(f"&{title}")
        self._whole.addMenu(menu)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self._window, self._close_if_left))
        self._menus[title] = menu

    def _add(self, row: Action) -> None:
        action = QAction(row.text, self._window)
        action.setData(row.icon)
        action.setShortcuts([QKeySequence(keys) for keys in (row.keys, row.also) if keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda: self._do(row.id))
        menu = self._menus[row.menu]
        if row.rule_before:
            menu.addSeparator()
        menu.addAction(action)
        self._window.addAction(action)
        self.actions[row.id] = action

    def _close_if_left(self) -> None:
        if QApplication.activePopupWidget() is None:
            self._bar.hide()
            if self._before is not None:
                self._before.setFocus()

"""The frame of the window: where rail, bars, body, inspector and findings have their places."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from castapp.ui.screen import Screen
from castapp.ui.widgets.banner import Banner
from castapp.ui.widgets.clash import ClashPanel
from castapp.ui.widgets.findings import FindingsStrip
from castapp.ui.widgets.inspector import Fold
from castapp.ui.widgets.rail import Rail
from castapp.ui.widgets.topbar import TopBar

READ_FIRST = "read_first"
L = TypeVar("L", QHBoxLayout, QVBoxLayout)


class Frame(QWidget):
    """Lays the parts out and puts a screen's own parts among them. It decides nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.rail = Rail()
        self.top_bar = TopBar()
        self.stack = QStackedWidget()
        self.stack.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack.setBackgroundRole(QPalette.ColorRole.Base)
        self.stack.setAutoFillBackground(True)
        self.banner = Banner(self)
        self.banner.lie_over(self.stack)
        self.findings = FindingsStrip()
        self.fold = Fold()
        self._tools = _column()
        body = _column(self._tools, self.stack, self.findings)
        body.setStretch(1, 1)
        middle = _row(body, self.fold)
        middle.setStretch(0, 1)
        right = _column(self.top_bar, middle)
        right.setStretch(1, 1)
        whole = _row(self.rail, right)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def place(self, screen: Screen) -> None:
        """Show this screen with its tool row and inspector; what was said is done with."""
        self.banner.clear()
        if self.stack.indexOf(screen) < 0:
            self.stack.addWidget(screen)
            if screen.tool_row is not None:
                self._tools.addWidget(screen.tool_row)
        for place in range(self._tools.count()):
            item = self._tools.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(widget is screen.tool_row)
        self.stack.setCurrentWidget(screen)
        self.fold.show_inspector(screen.inspector, screen.inspector_width)
        self.findings.setVisible(screen.shows_findings)
        self.focus_body()

    def focus_body(self) -> None:
        """Give the keyboard to the screen."""
        _focus_first(self.stack)

    def focus_next_part(self) -> None:
        """Move the keyboard on: body, what is asked, inspector, findings, rail, top bar, banner."""
        asked = self.fold.findChildren(ClashPanel)
        parts = [self.stack, *asked, self.fold, self.findings, self.rail, self.top_bar, self.banner]
        shown = [part for part in parts if part.isVisible()]
        at = next((n for n, part in enumerate(shown) if _holds_focus(part)), -1)
        for step in range(1, len(shown) + 1):
            if _focus_first(shown[(at + step) % len(shown)]):
                return

    def tab(self, direction: int) -> bool:
        """Go to the next stop of the Tab key (1) or the one before (-1), in reading order: top bar,
        tool row, body, inspector, findings, rail; round and round. False from anywhere else.
        """
        stops, focused = self.stops(), QApplication.focusWidget()
        inside = [n for n, stop in enumerate(stops) if focused and stop.isAncestorOf(focused)]
        at = next((n for n, stop in enumerate(stops) if stop is focused), max(inside, default=-1))
        if at < 0:
            return False
        to = stops[(at + direction) % len(stops)]
        onwards, back = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
        to.setFocus(onwards if direction > 0 else back)
        return True

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in reading order; within a part as its widgets stand in it.

        A widget that lies over its neighbours and is to be read before them says so with the
        property READ_FIRST.
        """
        rows = (self._tools.itemAt(place) for place in range(self._tools.count()))
        tools = [row.widget() for row in rows if row is not None]
        parts = [self.top_bar, self.banner, *tools, self.stack, self.fold, self.findings, self.rail]
        return [stop for part in parts if part is not None for stop in _stops_in(part)]


def _stops_in(part: QWidget) -> list[QWidget]:
    if not part.isVisible():
        return []
    inside = [one for one in part.children() if isinstance(one, QWidget) and not one.isWindow()]
    inside.sort(key=lambda one: not one.property(READ_FIRST))
    own = [part] if _is_stop(part) else []
    return own + [stop for one in inside for stop in _stops_in(one)]


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and not widget.focusProxy()


def _holds_focus(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))


def _focus_first(part: QWidget) -> bool:
    for widget in part.findChildren(QWidget):
        reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if reachable and widget.isVisibleTo(part) and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _column(*parts: QWidget | QHBoxLayout | QVBoxLayout) -> QVBoxLayout:
    return _filled(QVBoxLayout(), parts)


def _row(*parts: QWidget | QHBoxLayout | QVBoxLayout) -> QHBoxLayout:
    return _filled(QHBoxLayout(), parts)


def _filled(layout: L, parts: tuple[QWidget | QHBoxLayout | QVBoxLayout, ...]) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout

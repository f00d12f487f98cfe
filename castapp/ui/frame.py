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
from castapp.ui.widgets.focus import bring_focus
from castapp.ui.widgets.inspector import Fold
from castapp.ui.widgets.rail import Rail
from castapp.ui.widgets.topbar import TopBar

READ_FIRST = "read_first"
_TAB = Qt.FocusReason.TabFocusReason
_SHORTCUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
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
        self.findings = FindingsStrip()
        self.fold = Fold()
        self._tools = _column()
        self._screen: Screen | None = None
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
        for row in self._tool_rows():
            row.setVisible(row is screen.tool_row)
        self.stack.setCurrentWidget(screen)
        self._screen = screen
        self.banner.lie_over(screen.parts[0])
        self.fold.show_inspector(screen.inspector, screen.inspector_width)
        self.findings.setVisible(screen.shows_findings)
        self.focus_body(_TAB if self._by_keyboard() else Qt.FocusReason.OtherFocusReason)

    def focus_body(self, reason: Qt.FocusReason = _TAB) -> None:
        """Give the keyboard to the screen: where it asks for it, else to its first stop."""
        if self._screen is None or not _focus_part(self._screen, reason):
            _focus_first(self.stack, reason)

    def leave_part(self) -> bool:
        """Take the keyboard back to where the screen wants it. False if it is there already."""
        focused = QApplication.focusWidget()
        home = (self._screen.focusProxy() if self._screen is not None else None) or self.stack
        if focused is None or focused is home or home.isAncestorOf(focused):
            return False
        self.focus_body()
        return True

    def focus_next_part(self, way: int = 1) -> None:
        """Move the keyboard on (1) or back (-1): tool row, the parts of the body, what is asked,
        inspector, findings, rail, top bar, banner.
        """
        body = self._screen.parts if self._screen is not None else ()
        asked = self.fold.findChildren(ClashPanel)
        parts = [*self._tool_rows(), *body, *asked, self.fold, self.findings, self.rail,
                 self.top_bar, self.banner]  # fmt: skip
        shown = [part for part in parts if part.isVisible()]
        at = next((n for n, part in enumerate(shown) if _holds_focus(part)), self._before_body())
        for step in range(1, len(shown) + 1):
            if _focus_part(shown[(at + way * step) % len(shown)]):
                return

    def _by_keyboard(self) -> bool:
        """Whether another screen is asked for by keyboard: then it shows where the keyboard is."""
        keys = QApplication.keyboardModifiers() & _SHORTCUT
        return bool(keys) or self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def _before_body(self) -> int:
        """Where to go on from when the keyboard is in no part: what is next is the body."""
        return sum(row.isVisible() for row in self._tool_rows()) - 1

    def _tool_rows(self) -> list[QWidget]:
        rows = (self._tools.itemAt(place) for place in range(self._tools.count()))
        widgets = (row.widget() for row in rows if row is not None)
        return [widget for widget in widgets if widget is not None]

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
        onwards, back = _TAB, Qt.FocusReason.BacktabFocusReason
        bring_focus(to, onwards if direction > 0 else back)
        return True

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at, in reading order; within a part as its widgets stand in it.

        A widget that lies over its neighbours and is to be read before them says so with the
        property READ_FIRST.
        """
        tools = self._tool_rows()
        parts = [self.top_bar, self.banner, *tools, self.stack, self.fold, self.findings, self.rail]
        return [stop for part in parts for stop in _stops_in(part)]


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


def _focus_part(part: QWidget, reason: Qt.FocusReason = _TAB) -> bool:
    """Go to where a part asks for the keyboard, else to its first stop."""
    proxy = part.focusProxy()
    if proxy is not None and proxy.isVisible():
        bring_focus(proxy, reason)
        return True
    return _focus_first(part, reason)


def _focus_first(part: QWidget, reason: Qt.FocusReason) -> bool:
    for widget in part.findChildren(QWidget):
        reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if reachable and widget.isVisibleTo(part) and widget.isEnabled():
            bring_focus(widget, reason)
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

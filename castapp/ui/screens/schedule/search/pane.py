"""The inspector's panes of a search: the best places with their reasons; who is free."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.screens.schedule.call_facts import NameRow
from castapp.ui.screens.schedule.names import NameList
from castapp.ui.screens.schedule.search.found import Found, PlaceRow
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.drawing import focus_ring, plate, words
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label

_WRAP = int(Qt.TextFlag.TextWordWrap)


class PlacesPane(QWidget):
    """`taken` carries the place chosen; `marked` the one the pointer or the keyboard is on;
    `all_taken` takes the tray's as one step; `wider` looks in the whole week; `left` ends it;
    `covered` says that something else is shown in its place.
    """

    taken = Signal(object)
    marked = Signal(int)
    all_taken = Signal()
    wider = Signal()
    left = Signal()
    covered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._section = Section("Best places")
        self._take_all = Button("Place them all", "check")
        self._take_all.clicked.connect(self.all_taken)
        self._wider = Button("Look in the whole week", kind=Kind.LINK)
        self._wider.clicked.connect(self.wider)
        back = Button("Leave it", kind=Kind.LINK)
        back.clicked.connect(self.left)
        ways = Section()
        ways.add(self._take_all)
        ways.add_row(self._wider, back, QWidget(), stretches=(0, 0, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._section, ways):
            column.addWidget(part)

    def show_found(self, found: Found, *, wider: bool) -> None:
        """Show what was found; `wider` offers to look in the whole week."""
        self._section.clear()
        together = found.placing is not None
        aside = "" if together else "Enter takes the first"
        self._section.set_heading("Best places" if found.rows else "No place", aside)
        self._rows = [_Row(row, self, takes=not together) for row in found.rows]
        self._section.add(*self._rows)
        self._section.add(*(Label(one, fonts.TABLE, wrap=True) for one in found.nowhere))
        self._take_all.setVisible(together and bool(found.rows))
        self._wider.setVisible(wider)

    def focus_first(self) -> None:
        """Put the keyboard on the best place, or on the button that takes all."""
        if self._take_all.isVisible():
            self._take_all.setFocus()
        elif self._rows:
            self._rows[0].setFocus()
        else:
            self._wider.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self.covered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def step(self, row: QWidget, way: int) -> None:
        """Go to the place below or above."""
        at = next(n for n, one in enumerate(self._rows) if one is row)
        self._rows[(at + way) % len(self._rows)].setFocus()


class _Row(QPushButton):
    """One place: rank, time and studio, and below it the reasons."""

    def __init__(self, row: PlaceRow, pane: PlacesPane, *, takes: bool) -> None:
        super().__init__()
        self._row = row
        self._pane = pane
        self.setAccessibleName(row.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if takes:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: pane.taken.emit(row.held))

    def sizeHint(self) -> QSize:
        return QSize(120, 24 + self._why_height(296))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._pane.step(self, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._pane.marked.emit(self._row.rank)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._pane.marked.emit(self._row.rank)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter, row = theme.current(), QPainter(self), self._row
        if self.underMouse() or self.hasFocus():
            plate(painter, self.rect(), tokens.sel)
        badge = QRect(4, 5, 16, 16)
        plate(painter, badge, tokens.focus, radius=8)
        painter.setPen(tokens.surface)
        painter.setFont(fonts.font(fonts.TINY, 600, figures=True))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(row.rank))
        right = self.width() - 6
        if row.free:
            icons.paint_icon(painter, "check", tokens.findings["note"].ink, right - 14, 6, 14)
            right -= 18
        face = fonts.font(fonts.TABLE, 600, figures=True)
        room = QRect(28, 3, right - 28, 18)
        taken = words(painter, room, row.when, face, tokens.t1)
        room.setLeft(room.left() + taken + 8)
        words(painter, room, row.where, fonts.font(fonts.TABLE), tokens.t2)
        painter.setFont(fonts.font(fonts.LABEL))
        painter.setPen(tokens.t2)
        height = self.height() - 22
        painter.drawText(QRect(28, 21, self.width() - 34, height), _WRAP, row.why)
        if self.hasFocus():
            focus_ring(painter, self.rect())

    def _why_height(self, width: int) -> int:
        metrics = QFontMetrics(fonts.font(fonts.LABEL))
        room = QRect(0, 0, width - 34, 400)
        return metrics.boundingRect(room, _WRAP, self._row.why).height() + 4


class FreePane(QWidget):
    """Who is free for a span. `person_opened` carries whom; `wanted` asks for a call there."""

    person_opened = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._free = Section("Who is free")
        self.names = NameList()
        self.names.setAccessibleName("Who is free, by rank")
        self.names.opened.connect(self.person_opened)
        make = Button("New call here", "plus")
        make.clicked.connect(self.wanted)
        first = Section()
        typed = Label("or type it", fonts.TABLE, "t2")
        typed.setMinimumHeight(make.sizeHint().height())
        first.add_row(make, typed, stretches=(0, 1))
        self._free.add(self.names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (first, self._free):
            column.addWidget(part)

    def show_free(self, rows: Sequence[NameRow]) -> None:
        """Show these people."""
        count = sum(bool(row.person_id) for row in rows)
        told = "nobody" if not count else f"{count} dancer" if count == 1 else f"{count} dancers"
        self._free.set_heading("Who is free", told)
        self.names.show_rows(rows)

"""The findings strip: one list for the whole program, counted by severity, walked by F8."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, icons, theme
from castapp.ui.finding_rows import FindingRow
from castapp.ui.tokens import SEVERITIES
from castapp.ui.widgets.drawing import focus_ring, shows_focus
from castapp.ui.widgets.findings_delegate import ROW_HEIGHT, FindingsDelegate
from castapp.ui.widgets.findings_filter import FilterRow
from castapp.ui.widgets.findings_model import FindingsModel

ROWS_SHOWN = 4
_WORDS = {
    "hard": ("clash", "clashes"),
    "breach": ("rule", "rules"),
    "warning": ("warning", "warnings"),
    "note": ("note", "notes"),
}


class FindingsStrip(QWidget):
    """`shown` asks to jump to a row's source, `acted` means its link was pressed."""

    shown = Signal(object)
    acted = Signal(object)
    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FindingsModel(self)
        self._all: tuple[FindingRow, ...] = ()
        self._head = _Head()
        self._head.clicked.connect(lambda: self.open(not self.is_open))
        self.filter = FilterRow()
        self.filter.changed.connect(self._show_wanted)
        self._list = _List(self._model)
        self._list.hide()
        self._list.activated.connect(lambda index: self.shown.emit(self._row(index)))
        self._list.linked.connect(lambda index: self.acted.emit(self._row(index)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._head, 1)
        head.addWidget(self.filter)
        column.addLayout(head)
        column.addWidget(self._list)
        self.filter.hide()

    @property
    def is_open(self) -> bool:
        """Whether the rows are shown, not only their count."""
        return not self._list.isHidden()

    @property
    def model(self) -> FindingsModel:
        """The rows."""
        return self._model

    def show_findings(self, rows: Sequence[FindingRow], about: str = "") -> None:
        """Show those of these findings that are wanted, keeping the current one if it is there;
        `about` names the days they are of.
        """
        self._all = tuple(rows)
        self._head.about = about
        self.filter.offer(rows)
        self._show_wanted()

    def _show_wanted(self) -> None:
        wanted, current = self.filter.wanted, self._current()
        shown = [row for row in self._all if wanted.shows(row)]
        self._model.show_rows(shown)
        if current in shown:
            self._select(shown.index(current))
        accepted = sum(bool(row.accepted) for row in self._all if row not in shown)
        self._head.show_counts(_counts(shown), len(self._all) - len(shown) - accepted, accepted)
        self._fit()

    def open(self, on: bool) -> None:
        """Show or hide the rows."""
        self._list.setVisible(on and bool(self._all))
        self._head.turn(self.is_open)
        self._fit()
        self.toggled.emit(self.is_open)

    def walk(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) finding, round and round, and show it."""
        rows = self._model.rows
        if not rows:
            return
        at = self._list.currentIndex().row()
        start = at if at >= 0 else (-1 if direction > 0 else 0)
        self._select((start + direction) % len(rows))
        self.open(True)
        self.shown.emit(self._current())

    def _current(self) -> FindingRow | None:
        return self._row(self._list.currentIndex())

    def _row(self, index: QModelIndex) -> FindingRow | None:
        return self._model.rows[index.row()] if index.isValid() else None

    def _select(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row, 1))

    def _fit(self) -> None:
        self._list.setVisible(self.is_open and bool(self._all))
        self.filter.setVisible(self.is_open or bool(self.filter.wanted))
        self._list.setFixedHeight(min(len(self._model.rows), ROWS_SHOWN) * ROW_HEIGHT)


def _counts(rows: Sequence[FindingRow]) -> list[tuple[str, int, str]]:
    count = Counter(row.severity for row in rows)
    return [
        (severity, count[severity], _WORDS[severity][count[severity] != 1])
        for severity in SEVERITIES
        if count[severity]
    ]


class _List(QTreeView):
    linked = Signal(QModelIndex)

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("Findings")
        self.setAccessibleDescription(
            "Enter shows a finding; Right or Ctrl+Enter accepts a broken rule with a reason, or "
            "takes that back."
        )
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(FindingsDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        fit, stretch = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
        modes = {4: stretch, 5: fit, 6: fit}
        for column in range(model.columnCount()):
            header.setSectionResizeMode(column, modes.get(column, QHeaderView.ResizeMode.Fixed))
        for column, width in enumerate((40, 120, 152, 144)):
            header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter or Right presses the link of the row; Enter shows the row."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.currentIndex().isValid() and (event.key() == Qt.Key.Key_Right or (enter and held)):
            self.linked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The Menu key may come as this alone."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key and self.currentIndex().isValid():
            self.linked.emit(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.column() == 6:
            self.linked.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_link = self.indexAt(event.position().toPoint()).column() == 6
        pointing = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(pointing if on_link else Qt.CursorShape.ArrowCursor)


class _Head(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self._counts: list[tuple[str, int, str]] = []
        self._hidden = 0
        self._accepted = 0
        self.about = ""
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_counts([])

    def show_counts(
        self, counts: list[tuple[str, int, str]], hidden: int = 0, accepted: int = 0
    ) -> None:
        """Show these counts, how many more the filter hides, and how many are lived with."""
        self._counts, self._hidden, self._accepted = counts, hidden, accepted
        words = ", ".join(f"{count} {word}" for _, count, word in counts)
        nothing = "none of these" if hidden else "nothing found"
        more = f", {hidden} not shown" if hidden else ""
        more += f", {accepted} accepted" if accepted else ""
        about = f", {self.about}" if self.about else ""
        self.setAccessibleName(f"Findings{about}: {words or nothing}{more}")
        self.update()

    def turn(self, is_open: bool) -> None:
        self._open = is_open
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, ROW_HEIGHT + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, self.width(), 1, tokens.line2)
        chevron = "chevron-down" if self._open else "chevron-right"
        icons.paint_icon(painter, chevron, tokens.t2, 13, 7, icons.INLINE)
        x = self._say(painter, 36, "Findings", fonts.font(fonts.TABLE, 600), "t1") + 8
        about = fonts.font(fonts.TABLE, figures=True)
        x = self._say(painter, x, self.about, about, "t2") + 16
        for severity, count, word in self._counts:
            signal = tokens.findings[severity]
            icons.paint_icon(painter, signal.icon, signal.ink, x, 7, icons.INLINE)
            x = self._say(painter, x + 19, str(count), fonts.font(fonts.TABLE, 600), "t1")
            x = self._say(painter, x + 4, word, fonts.font(fonts.TABLE), "t2") + 16
        for count, word in ((self._hidden, "not shown"), (self._accepted, "accepted")):
            if count:
                face = fonts.font(fonts.TABLE)
                x = self._say(painter, x, f"{count} {word}", face, "t2") + 16
        nothing = "None of these" if self._hidden else "Nothing found"
        aside = "F8 next" if self._counts else nothing
        face = fonts.font(fonts.TABLE)
        width = QFontMetrics(face).horizontalAdvance(aside)
        self._say(painter, self.width() - 16 - width, aside, face, "t2")
        if shows_focus(self):
            focus_ring(painter, self.rect())

    def _say(self, painter: QPainter, x: int, text: str, face: QFont, tone: str) -> int:
        painter.setFont(face)
        painter.setPen(theme.current().tone(tone))
        width = painter.fontMetrics().horizontalAdvance(text)
        room = QRect(x, 1, width + 1, ROW_HEIGHT)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        return x + width

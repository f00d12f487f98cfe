"""What an edit would break, asked in place: give a reason and keep it, or put it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, icons, theme
from castapp.ui.announce import announce
from castapp.ui.finding_rows import FindingRow
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label

SHOWN = 4


class ClashPanel(QWidget):
    """`kept` carries the reason; `put_back` takes the edit away. Esc puts back.

    It never takes the keyboard by itself: whoever types on elsewhere types no reason.
    """

    kept = Signal(str)
    put_back = Signal()

    def __init__(
        self,
        label: str,
        rows: Sequence[FindingRow],
        *,
        keep: str = "Keep anyway",
        back: str = "Put back",
    ) -> None:
        super().__init__()
        self._severity = rows[0].severity
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{label}. {rows[0].sentence}")
        self.reason = _Reason()
        self.reason.setPlaceholderText("e.g. agreed with the dancer")
        self.reason.setMaxLength(500)
        self._keep = Button(keep)
        self._keep.setEnabled(False)
        self._leave = Button(back)
        self.reason.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._on_keep)
        self._keep.clicked.connect(self._on_keep)
        self._leave.clicked.connect(self.put_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 13)
        column.setSpacing(8)
        column.addWidget(Label(label, fonts.LABEL, "t2"))
        for row in rows[:SHOWN]:
            column.addWidget(_Finding(row))
        if len(rows) > SHOWN:
            column.addWidget(Label(f"and {len(rows) - SHOWN} more", fonts.TABLE, "t2"))
        column.addWidget(Field("Reason, kept with it", self.reason))
        buttons = QHBoxLayout()
        buttons.addWidget(self._keep)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def announce(self) -> None:
        """Tell that the question stands; Tab leads to it from where the keyboard is."""
        before = QApplication.focusWidget()
        if before is not None and before.window() is self.window():
            for after in (self.reason, self._keep, self._leave):
                QWidget.setTabOrder(before, after)
                before = after
        announce(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its wrapped words are in this width: nothing of a finding is cut."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_back.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.findings[self._severity].wash)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line2)

    def _on_keep(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.kept.emit(reason)


class _Reason(QLineEdit):
    """Leaves Ctrl+Z to the window until something was typed here."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and not self.isUndoAvailable():
            undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
            if undo:
                event.ignore()
                return True
        return super().event(event)


class _Finding(QWidget):
    def __init__(self, row: FindingRow) -> None:
        super().__init__()
        self._row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(1)
        head = ", ".join(part for part in (row.kind, row.who, row.when) if part)
        column.addWidget(Label(head, fonts.TABLE, row.severity, weight=600))
        column.addWidget(Label(row.what, fonts.TABLE, wrap=True))
        if row.clause:
            column.addWidget(Label(row.clause, fonts.LABEL, "t2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        signal = theme.current().findings[self._row.severity]
        icons.paint_icon(QPainter(self), signal.icon, signal.ink, 0, 0)

"""What an edit would break, asked in place: give a reason and keep it, or put it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, icons, theme
from castapp.ui.announce import announce, say
from castapp.ui.finding_rows import FindingRow
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label

SHOWN = 4
HINT = "Enter leads to the reason, Esc leaves all as it was."
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ClashPanel(QWidget):
    """`kept` carries the reason; `put_back` takes the edit away, `without` only those people who
    cannot be there. Esc puts back.

    `take_keyboard` takes the keyboard from all but a field, but not into the reason: whoever types
    on types none. Enter or Tab leads there.
    """

    kept = Signal(str)
    put_back = Signal()
    without = Signal()

    def __init__(
        self,
        label: str,
        rows: Sequence[FindingRow],
        *,
        keep: str = "Keep anyway",
        back: str = "Put back",
        without: str = "",
    ) -> None:
        super().__init__()
        self._severity = rows[0].severity
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        count = f"1 of {len(rows)}: " if len(rows) > 1 else ""
        self.setAccessibleName(f"{label}. {count}{rows[0].sentence}")
        self.reason = _Reason()
        self.reason.setAccessibleDescription(self.accessibleName())
        self.reason.setPlaceholderText("e.g. agreed with the dancer")
        self.reason.setMaxLength(500)
        self._hint = Label(HINT, fonts.LABEL, "t2", wrap=True)
        self._keep = Button(keep)
        self._keep.setEnabled(False)
        self._leave = Button(back)
        self._buttons = [self._keep, self._leave]
        waive = Button(without) if without else None
        self.reason.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._on_keep)
        self._keep.clicked.connect(self._on_keep)
        self._leave.clicked.connect(self.put_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 13)
        column.setSpacing(8)
        column.addWidget(Label(label, fonts.LABEL, "t2", wrap=True))
        if len(rows) > 1:
            column.addWidget(Label(f"{len(rows)} findings", fonts.TABLE, weight=600))
        for row in rows[:SHOWN]:
            column.addWidget(_Finding(row))
        self._rest = [_Finding(row) for row in rows[SHOWN:]]
        for finding in self._rest:
            finding.hide()
            column.addWidget(finding)
        self.more = Button(f"and {len(self._rest)} more", "chevron-down", kind=Kind.QUIET)
        self.more.setVisible(bool(self._rest))
        self.more.clicked.connect(self._show_rest)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        if waive is not None:
            waive.clicked.connect(self.without)
            self._buttons.append(waive)
            column.addWidget(waive)
        column.addWidget(Field("Reason, kept with it", self.reason))
        column.addWidget(self._hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self._keep)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def announce(self) -> None:
        """Tell that the question stands; Tab leads to it from where the keyboard is."""
        before = QApplication.focusWidget()
        if before is not None and before.window() is self.window():
            for after in (self.more, self.reason, *self._buttons):
                QWidget.setTabOrder(before, after)
                before = after
        announce(self)

    @property
    def buttons(self) -> list[str]:
        """The ways out of it, in words."""
        return [button.text() for button in self._buttons]

    def take_keyboard(self) -> bool:
        """Take the keyboard, unless somebody is typing in a field."""
        typing = isinstance(QApplication.focusWidget(), (QLineEdit, QTextEdit, QPlainTextEdit))
        if not typing:
            self.show()  # A layout shows it only later, and what is hidden gets no keyboard.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return not typing

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in here."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its wrapped words are in this width: nothing of a finding is cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_back.emit()
        elif self.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.hasFocus() and event.text().isalnum() and not event.modifiers() & _COMMAND:
            say(self, HINT)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.findings[self._severity].wash)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line2)
        if self.hasFocus():
            painter.setPen(tokens.focus)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _show_rest(self) -> None:
        for finding in self._rest:
            finding.show()
        self.more.hide()
        self._fit()

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
        head = ", ".join(part for part in (row.kind, row.named or row.who, row.when) if part)
        column.addWidget(Label(head, fonts.TABLE, row.severity, weight=600, wrap=True))
        column.addWidget(Label(row.what, fonts.TABLE, wrap=True))
        if row.clause:
            column.addWidget(Label(row.clause, fonts.LABEL, "t2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        signal = theme.current().findings[self._row.severity]
        icons.paint_icon(QPainter(self), signal.icon, signal.ink, 0, 0)

"""A closed list (combo box) and a tick (check box), drawn in our look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QWidget

from castapp.ui import fonts, icons, theme
from castapp.ui.widgets.drawing import focus_ring, plate, words

HEIGHT = 28


class ChoiceField(QComboBox):
    """One of a few. `chosen` carries the key a person picked. The wheel does not change it."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(fonts.font())
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.show_choices(choices)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    @property
    def key(self) -> str:
        """The key of what is chosen, "" when nothing is."""
        return str(self.currentData() or "")

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words), keeping the chosen key if it is among them."""
        offered = [(self.itemData(n), self.itemText(n)) for n in range(self.count())]
        if offered == list(choices):
            return
        key = self.key
        self.clear()
        for each, text in choices:
            self.addItem(text, each)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Show this key as chosen; an unknown one shows nothing."""
        self.setCurrentIndex(self.findData(key))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        texts = [self.itemText(n) for n in range(self.count())]
        width = max((metrics.horizontalAdvance(text) for text in texts), default=40)
        return QSize(width + 38, HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Be known by its name: a reader takes it from a label alone, not from the field."""
        super().showEvent(event)
        parent = self.parentWidget()
        named = parent is None or any(one.buddy() is self for one in _labels(parent))
        if self.accessibleName() and not named:
            label = QLabel(self.accessibleName(), parent)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(self)
            label.hide()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        on = self.isEnabled()
        plate(painter, self.rect(), tokens.surface if on else tokens.panel, tokens.line2)
        room = self.rect().adjusted(9, 0, -26, 0)
        words(painter, room, self.currentText(), self.font(), tokens.t1 if on else tokens.t3)
        left, top = self.width() - 22, (self.height() - icons.INLINE) / 2
        icons.paint_icon(painter, "chevron-down", tokens.t3, left, top, icons.INLINE)
        if self.hasFocus():
            focus_ring(painter, self.rect())


def _labels(parent: QWidget) -> list[QLabel]:
    return parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)


class Tick(QCheckBox):
    """A box with a check and its words."""

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or text)
        self.setFont(fonts.font())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(width + 28 if self.text() else 20, 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, 22)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        box = QRect(2, (self.height() - 16) // 2, 16, 16)
        checked = self.isChecked()
        plate(painter, box, tokens.t2 if checked else tokens.surface, tokens.t3, 3)
        if checked:
            icons.paint_icon(painter, "check", tokens.surface, box.x() + 2, box.y() + 2, 12)
        ink = tokens.t1 if self.isEnabled() else tokens.t3
        words(painter, self.rect().adjusted(26, 0, 0, 0), self.text(), self.font(), ink)
        if self.hasFocus():
            focus_ring(painter, box.adjusted(-2, -2, 2, 2))

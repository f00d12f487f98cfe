"""The inspector: what is selected, edited in place, in sections; and the column that folds it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from castapp.ui import fonts, theme
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.button import icon_button
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.marks import Swatch

STRIP = 32


class Inspector(QWidget):
    """Head (kind and title), sections that scroll, a foot that stays."""

    def __init__(self, name: str = "Inspector", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._dot = Swatch()
        self._kind = Label("", fonts.TABLE, "t2")
        self._title = Label("", fonts.TITLE)
        self._aside = QHBoxLayout()
        self._head = Section()
        self._sections = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._area = QScrollArea()
        self._lay_out()
        self.show_head("", "")

    def show_head(self, kind: str, title: str, *, colour: str = "") -> None:
        """Say what is selected: a small line (kind, place) and its name below."""
        self._dot.show_colour(colour)
        self._dot.setVisible(bool(colour))
        self._kind.setText(kind)
        self._title.setText(title)
        self._head.setVisible(bool(kind or title))

    def set_badge(self, widget: QWidget) -> None:
        """Put a widget (a state, a button) at the right of the head's first line."""
        self._aside.addWidget(widget)

    def add_head(self, *widgets: QWidget) -> None:
        """Put widgets below the title, inside the head."""
        self._head.add(*widgets)

    def section(self, heading: str = "", aside: str = "", ground: str = "") -> Section:
        """A new section below those there are."""
        made = Section(heading, aside, ground)
        self._sections.insertWidget(self._sections.count() - 1, made)
        return made

    def add(self, widget: QWidget) -> None:
        """Put any widget below the sections there are."""
        self._sections.insertWidget(self._sections.count() - 1, widget)

    def clear(self) -> None:
        """Take all sections away; the head and the foot stay."""
        while self._sections.count() > 1:
            item = self._sections.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def set_foot(self, widget: QWidget) -> None:
        """Keep a widget at the foot, below what scrolls."""
        if not self._foot.count():
            self._foot.addWidget(Rule())
        self._foot.addWidget(widget)

    def keep_place(self) -> None:
        """Stay where it is scrolled to while the same thing is shown anew."""
        bar = self._area.verticalScrollBar()
        place = bar.value()
        QTimer.singleShot(0, bar, lambda: bar.setValue(place))

    def to_top(self) -> None:
        """Begin at the first section again: something else is shown."""
        self._area.verticalScrollBar().setValue(0)

    def sections(self) -> list[QWidget]:
        """The sections there are, in order."""
        items = (self._sections.itemAt(n) for n in range(self._sections.count() - 1))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().surface)

    def _lay_out(self) -> None:
        kind = QHBoxLayout()
        kind.setSpacing(8)
        kind.addWidget(self._dot)
        kind.addWidget(self._kind, 1)
        kind.addLayout(self._aside)
        title = QWidget()
        lines = QVBoxLayout(title)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addLayout(kind)
        lines.addWidget(self._title)
        self._head.add(title)
        inside = QWidget()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._sections.addStretch(1)
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._foot.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(area, 1)
        column.addLayout(self._foot)


class Fold(QWidget):
    """The right column. Shows one inspector; folds to a 32 px strip; opens for an alarm.

    `toggled` tells when a person folded or opened it.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = 328
        self._folded = False
        self._shown: QWidget | None = None
        self._alarm: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._strip = _Strip()
        self._strip.opener.clicked.connect(lambda: self._toggle(False))
        self._pages = QWidget()
        self._stack = QStackedLayout(self._pages)
        self._alarms = QVBoxLayout()
        self._alarms.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._alarms)
        column.addWidget(self._pages, 1)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._strip)
        row.addLayout(column, 1)
        self._arrange()

    @property
    def folded(self) -> bool:
        """Whether only the strip is shown."""
        return self._folded

    def show_inspector(self, inspector: QWidget | None, width: int = 328) -> None:
        """Show this inspector in a column of this width; None shows nothing at all."""
        self._shown = inspector
        self._width = width
        if inspector is not None:
            if self._stack.indexOf(inspector) < 0:
                self._stack.addWidget(inspector)
            self._stack.setCurrentWidget(inspector)
        self._arrange()

    def fold(self, folded: bool) -> None:
        """Fold or open the column."""
        self._folded = folded
        self._arrange()

    def toggle(self) -> None:
        """Do as if a person had pressed the strip."""
        self._toggle(not self._folded)

    def show_alarm(self, panel: QWidget) -> None:
        """Put a panel that needs an answer above the inspector, opening the column if folded."""
        self.end_alarm()
        self._alarm = panel
        self._alarms.addWidget(panel)
        self._arrange()

    def end_alarm(self) -> None:
        """Take the panel away."""
        if self._alarm is not None:
            self._alarms.removeWidget(self._alarm)
            self._alarm.hide()
            self._alarm.deleteLater()
            self._alarm = None
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, 0, 1, self.height(), tokens.line2)

    def _toggle(self, folded: bool) -> None:
        self.fold(folded)
        self.toggled.emit(folded)

    def _arrange(self) -> None:
        open_ = self._alarm is not None or not self._folded
        self._strip.setVisible(not open_)
        self._pages.setVisible(open_ and self._shown is not None)
        self.setVisible(self._shown is not None or self._alarm is not None)
        self.setFixedWidth(self._width if open_ else STRIP)


class _Strip(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.opener = icon_button("panel-right-open", "Open the inspector (F4)")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.panel)
        painter.setFont(fonts.font(fonts.LABEL, 500))
        painter.setPen(tokens.t2)
        painter.translate(self.width() / 2 + 4, 48)
        painter.rotate(90)
        painter.drawText(0, 4, "Inspector")

"""The picking list: a field over the cell, and under it the dancers, best first, with reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from castapp.ui import fonts, theme
from castapp.ui.announce import announce
from castapp.ui.screens.casting.pick_lines import PickLine, chosen_at_first
from castapp.ui.screens.casting.pick_paint import PickDelegate
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.drawing import plate
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.line_model import LineModel
from castapp.ui.widgets.tips import plain_tip

WIDTH = 440
HEIGHT = 520
WHY_HEIGHT = 66
AS_COVER = "Ctrl+Enter as cover"
_Index = QModelIndex | QPersistentModelIndex
Finder = Callable[[str], Sequence[PickLine]]


class PickModel(LineModel[PickLine]):
    """The lines of the list; headings cannot be chosen."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.lines[index.row()].person_id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Picker(QFrame):
    """`taken` carries the person and whether as cover; `passed` says Tab went on to the next cell
    (1) or back (-1); `entered` that the person was taken by Enter alone; `closed` that the
    keyboard may go back to the grid.
    """

    taken = Signal(str, bool)
    passed = Signal(int)
    entered = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setAccessibleName("Who could dance it")
        self._find: Finder = lambda _: ()
        self._model = PickModel(self)
        self.field = QLineEdit(parent)
        self.field.setAccessibleName("Dancer")
        self.field.hide()
        self._title = Label("", fonts.TABLE)
        self._count = Label("", fonts.TABLE, "t2", align=Qt.AlignmentFlag.AlignRight)
        self._scope = Label("", fonts.LABEL, "t2")
        self._control = Label(AS_COVER, fonts.TABLE, "t2")
        self._why = Label("", fonts.LABEL, wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._why.setFixedHeight(WHY_HEIGHT)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(PickDelegate(self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("Dancers, best first")
        self._list.viewport().setAutoFillBackground(False)
        self._lay_out()
        self._list.selectionModel().currentChanged.connect(self._say_why)
        self._list.clicked.connect(lambda index: self._take(index, as_cover=False))
        self.field.textEdited.connect(self._search)
        self.field.installEventFilter(self)
        self.hide()

    def open(
        self,
        cell: QRect,
        title: str,
        count: str,
        scope: str,
        find: Finder,
        typed: str = "",
        *,
        in_all: str = "",
    ) -> None:
        """Open over a cell (in the parent's coordinates). `scope` says what the pick changes,
        `in_all` what Ctrl+Enter does if that is not to take a cover.
        """
        self._find = find
        self._title.setText(title)
        self._count.setText(count)
        self._scope.setText(scope)
        self._scope.setVisible(bool(scope))
        self._control.setText(in_all or AS_COVER)
        self.field.setText(typed)
        self.field.setPlaceholderText("Type a name")
        self._search(typed)
        self._place(cell)
        self.field.show()
        self.field.raise_()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def lines(self) -> tuple[PickLine, ...]:
        """What is shown now."""
        return self._model.lines

    @property
    def current(self) -> PickLine | None:
        """The line Enter would take."""
        index = self._list.currentIndex()
        return self._model.lines[index.row()] if index.isValid() else None

    def leave(self) -> None:
        """Close and say so."""
        if not self.isHidden():
            self.hide()
            self.field.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() == QEvent.Type.FocusOut and not self.isHidden():
                self.leave()
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            if event.type() == QEvent.Type.KeyPress:
                return self._on_key(cast(QKeyEvent, event))
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        plate(painter, self.rect(), tokens.raised, tokens.line2)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            chosen = self.current
            self._take(self._list.currentIndex(), as_cover=control)
            if chosen is not None and not control:
                self.entered.emit(chosen.person_id)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._pass_on(1 if key == Qt.Key.Key_Tab else -1)
        elif key in steps:
            self._move(steps[key])
        else:
            return False
        return True

    def _pass_on(self, step: int) -> None:
        if self.field.text().strip():
            if self.current is None:
                self._say_nobody()
                return
            self._take(self._list.currentIndex(), as_cover=False)
        self.leave()
        self.passed.emit(step)

    def _take(self, index: QModelIndex, *, as_cover: bool) -> None:
        if index.isValid() and self._model.lines[index.row()].person_id:
            person_id = self._model.lines[index.row()].person_id
            self.leave()
            self.taken.emit(person_id, as_cover)
        else:
            self._say_nobody()

    def _move(self, step: int) -> None:
        row = self._list.currentIndex().row()
        while 0 <= row + step < len(self.lines):
            row += step
            if self.lines[row].person_id:
                self._list.setCurrentIndex(self._model.index(row))
                return

    def _search(self, typed: str) -> None:
        self._model.show_lines(self._find(typed))
        first = chosen_at_first(self.lines, typed)
        place = QModelIndex() if first is None else self._model.index(first)
        self._list.setCurrentIndex(place)
        self._say_why(place)
        if first is None and typed.strip():
            self._why.setText(self._nobody())
        self._list.scrollToTop()

    def _say_nobody(self) -> None:
        """Say that what was typed is nobody's name; nothing is taken."""
        self._why.setText(self._nobody())
        announce(self._why)

    def _nobody(self) -> str:
        said = self.lines[0].text if self.lines else "Nobody here to choose"
        return f"{said}; choose one with Down, or type another name."

    def _say_why(self, index: QModelIndex) -> None:
        said = self.lines[index.row()].whole if index.isValid() else ""
        self._why.setText(said)
        self._why.setToolTip(plain_tip(said))

    def _place(self, cell: QRect) -> None:
        bounds = self._ground.rect()
        self.field.setGeometry(cell.x(), cell.y(), max(cell.width(), 120), 28)
        height = min(HEIGHT, bounds.height() - 48)
        below = cell.y() + 30
        top = below if below + height <= bounds.height() - 4 else cell.y() - height - 2
        if top < 4:
            top = max(4, min(below, bounds.height() - height - 4))
        left = max(4, min(cell.x(), bounds.width() - WIDTH - 4))
        if top <= cell.y() < top + height:
            aside = cell.x() + max(cell.width(), 120) + 4
            left = aside if aside + WIDTH <= bounds.width() else max(4, cell.x() - WIDTH - 4)
        self.setGeometry(left, top, WIDTH, height)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 7, 12, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        scope = QHBoxLayout()
        scope.setContentsMargins(12, 0, 12, 0)
        scope.addWidget(self._scope)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.setSpacing(16)
        for words in ("Enter takes it", "Tab next cell"):
            foot.addWidget(Label(words, fonts.TABLE, "t2"))
        foot.addWidget(self._control)
        foot.addStretch(1)
        foot.addWidget(Label("Esc", fonts.TABLE, "t2"))
        why = QHBoxLayout()
        why.setContentsMargins(12, 3, 12, 0)
        why.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(3)
        column.addLayout(head)
        column.addLayout(scope)
        column.addWidget(Rule(tone="line"))
        column.addWidget(self._list, 1)
        column.addWidget(Rule(tone="line"))
        column.addLayout(why)
        column.addWidget(Rule(tone="line"))
        column.addLayout(foot)

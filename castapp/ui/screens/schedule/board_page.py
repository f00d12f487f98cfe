"""The board with its heads beside it, so that both are found by the keyboard and read out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.geometry import AXIS, HEADER, LABEL, RULER
from castapp.ui.screens.schedule.head_words import first_room, hours_words
from castapp.ui.screens.schedule.heads import Heads


class BoardPage(QWidget):
    """Lays the heads over the board's edges. `day_wanted` carries a day whose head was pressed."""

    day_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heads = Heads(self)
        self.board = Board(self)
        self._hours = QWidget(self)
        self._hours.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)
        for over in (self.heads, self._hours):
            over.raise_()
        board, heads = self.board, self.heads
        heads.lane_wanted.connect(self._enter_lane)
        heads.day_wanted.connect(self.day_wanted)
        board.side.day_wanted.connect(self.day_wanted)
        heads.menu_wanted.connect(board.top.menu_wanted)
        heads.left.connect(board.setFocus)
        board.laid.connect(self._lay)
        for bar in (board.verticalScrollBar(), board.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)

    def _lay(self) -> None:
        """The board has been laid out: the heads stand where its edges are."""
        plan, width, height = self.board.plan, self.board.width(), self.board.height()
        left, top = (RULER, HEADER) if plan.down else (LABEL, AXIS)
        above = QRect(left, 0, max(0, width - left), top)
        beside = QRect(0, top, left, max(0, height - top))
        self.heads.setGeometry(above if plan.down else beside)
        self._hours.setGeometry(beside if plan.down else above)
        self._hours.setAccessibleName(hours_words(plan))
        self.heads.show_view(self.board.view, plan)
        self._follow()

    def _follow(self) -> None:
        board = self.board
        if board.plan.down:
            self.heads.follow(board.horizontalOffset(), 0)
        else:
            self.heads.follow(0, board.verticalOffset())

    def _enter_lane(self, day: date, studio_id: str | None) -> None:
        """Choose the first empty place of a lane, and take the keyboard there."""
        board = self.board
        opens = max(board.plan.first, (board.view.hours or (board.plan.first, 0))[0])
        board.setFocus(Qt.FocusReason.OtherFocusReason)
        board.choose_room(first_room(board.view, day, studio_id, opens))
        board.show_room()

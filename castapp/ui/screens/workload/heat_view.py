"""The heat map's table, and the head above it with the days and the dancer pinned."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.workload.columns import ROW, Columns, columns
from castapp.ui.screens.workload.heat_paint import MARGIN, paint_row
from castapp.ui.screens.workload.model import HeatModel
from castapp.ui.screens.workload.present import HeatRow
from castapp.ui.widgets.drawing import focus_ring, words
from castapp.ui.widgets.table import DataTable

HEAD, PINNED = 44, 28
PLANNED = "from today, planned"
_Index = QModelIndex | QPersistentModelIndex


class HeatView(DataTable):
    """Cells by the arrows; `day_chosen` carries the day of the current cell."""

    day_chosen = Signal(object)
    laid_out = Signal()

    def __init__(self, model: HeatModel) -> None:
        super().__init__("Workload by dancer and day", row_height=ROW)
        self._heat = model
        self.today: date | None = None
        self.laid = columns(900, 28)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setModel(model)
        model.modelReset.connect(self._lay_out)

    @property
    def today_left(self) -> int | None:
        """Where today's column begins; None if today is not shown."""
        days = self._heat.days
        return self.laid.day_left(days.index(self.today)) if self.today in days else None

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        place = current.column() - 1
        if 0 <= place < len(self._heat.days):
            self.day_chosen.emit(self._heat.days[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows in one pass: a thousand cells, each drawn once and kept."""
        tokens, height = theme.current(), self.viewport().height()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), tokens.surface)
        painter.translate(-self.horizontalScrollBar().value(), 0)
        chosen = self.currentIndex().row()
        for place in range(max(0, self.rowAt(0)), len(self._heat.rows)):
            top = self.rowViewportPosition(place)
            if top > height:
                break
            if place == chosen:
                painter.fillRect(0, top, sum(self.laid.widths), ROW, tokens.sel)
            paint_row(painter, top, ROW, self._heat.rows[place], self.laid)
        left = self.today_left
        if left is not None:
            painter.fillRect(left - 1, 0, 1, min(height, len(self._heat.rows) * ROW),
                             tokens.accent_t)  # fmt: skip
        painter.resetTransform()
        if self.hasFocus() and self.currentIndex().isValid():
            focus_ring(painter, self.visualRect(self.currentIndex()))

    def _lay_out(self) -> None:
        self.laid = columns(self.viewport().width(), max(1, len(self._heat.days)))
        header = self.horizontalHeader()
        for column, width in enumerate(self.laid.widths[: header.count()]):
            if header.sectionSize(column) != width:
                header.resizeSection(column, width)
        self.laid_out.emit()


class HeatHead(QWidget):
    """Months and days, and the dancer selected on top; it moves sideways with the table."""

    def __init__(self, table: HeatView, model: HeatModel) -> None:
        super().__init__()
        self._table = table
        self._heat = model
        self._row: HeatRow | None = None
        self._sum_words = ("7 days", "")
        self._usual = True
        self.setFixedHeight(HEAD + PINNED + 2)
        table.laid_out.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(self.update)

    def show_pinned(self, row: HeatRow | None, sum_words: tuple[str, str], *, usual: bool) -> None:
        """Pin this dancer; `sum_words` stand over the sums, `usual` names the last column."""
        self._row = row
        self._usual = usual
        self._sum_words = sum_words
        self.setAccessibleName(f"Selected: {row.words}" if row else "Nobody selected")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, laid = theme.current(), self._table.laid
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), HEAD, tokens.panel)
        painter.fillRect(0, HEAD - 1, self.width(), 1, tokens.line2)
        painter.fillRect(0, HEAD, self.width(), PINNED, tokens.sel if self._row else tokens.panel)
        painter.fillRect(0, HEAD + PINNED, self.width(), 2, tokens.line2)
        painter.translate(-self._table.horizontalScrollBar().value(), 0)
        self._paint_names(painter, laid)
        self._paint_days(painter, laid)
        if self._row is not None:
            paint_row(painter, HEAD, PINNED, self._row, laid)
        left = self._table.today_left
        if left is not None:
            painter.fillRect(left - 1, 6, 1, HEAD + PINNED - 6, tokens.accent_t)

    def _paint_names(self, painter: QPainter, laid: Columns) -> None:
        tokens = theme.current()
        face, small = fonts.font(fonts.TABLE, 600), fonts.font(fonts.LABEL)
        right = Qt.AlignmentFlag.AlignRight
        words(painter, QRect(MARGIN, 22, laid.name - MARGIN, 18), "Dancer", face, tokens.t1)
        total = QRect(laid.total_left - 8, 6, laid.total, 16)
        words(painter, total, self._sum_words[0], face, tokens.t1, right)
        words(painter, total.translated(0, 16), self._sum_words[1], small, tokens.t2, right)
        word = QRect(laid.word_left, 6, laid.word - 8, 16)
        if self._usual:
            words(painter, word, "against", face, tokens.t1)
            words(painter, word.translated(0, 16), "week before", face, tokens.t1)

    def _paint_ahead(
        self, painter: QPainter, laid: Columns, days: list[date], at: int, room: QRect
    ) -> None:
        """From today on: that it is planned, and over its first day the month that comes next."""
        tokens, bold = theme.current(), fonts.font(fonts.LABEL, 600)
        turn = _new_month(days, at)
        if turn is not None:
            month = QRect(laid.day_left(turn) + 4, 4, (len(days) - turn) * laid.pitch - 4, 16)
            face, name = fonts.font(fonts.LABEL), f"{days[turn]:%B}"
            if QFontMetrics(face).horizontalAdvance(name) + 8 > month.width():
                name = f"{days[turn]:%b}"
            words(painter, month, name, face, tokens.t2)
            room.setRight(month.left() - 8)
        wide = QFontMetrics(bold).horizontalAdvance(PLANNED) <= room.width()
        words(painter, room, PLANNED if wide else "planned", bold, tokens.accent_t)

    def _paint_days(self, painter: QPainter, laid: Columns) -> None:
        tokens, days, today = theme.current(), self._heat.days, self._table.today
        if not days:
            return
        at = days.index(today) if today in days else None
        past = at if at is not None else len(days) if today and days[-1] < today else 0
        small = fonts.font(fonts.LABEL)
        start, room = laid.day_left(0), laid.day_left(past) - laid.day_left(0)
        words(painter, QRect(start + 4, 4, room - 8, 16), _months(days[:past]), small, tokens.t2)
        ahead = QRect(laid.day_left(past) + 4, 4, (len(days) - past) * laid.pitch - 4, 16)
        if at is not None:
            self._paint_ahead(painter, laid, days, at, ahead)
        elif past < len(days):
            text = _months(days[past:]).replace("danced", "planned")
            words(painter, ahead, text, small, tokens.t2)
        for place, day in enumerate(days):
            own = day == today
            painter.setFont(fonts.font(fonts.LABEL, 600 if own else 400, figures=True))
            painter.setPen(tokens.accent_t if own else tokens.t2)
            box = QRect(laid.day_left(place), 22, laid.pitch, 18)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(day.day))


def _new_month(days: list[date], start: int) -> int | None:
    """The place of the first day of the next month after a place."""
    return next((n for n in range(start + 1, len(days)) if days[n].day == 1), None)


def _months(days: list[date]) -> str:
    """October, danced; September – October, danced."""
    if not days:
        return ""
    first, last = f"{days[0]:%B}", f"{days[-1]:%B}"
    return f"{first}, danced" if first == last else f"{first} – {last}, danced"

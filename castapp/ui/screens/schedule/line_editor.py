"""One line of who is called, opened from its chip: casts, covers, except, joins and leaves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.programme import casts
from castapp.domain.repertory import Role
from castapp.ui import fonts
from castapp.ui.screens.schedule.call_facts import line_text
from castapp.ui.widgets.choice import Tick
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.flow import FlowLayout
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import ClockField


class LineEditor(QWidget):
    """`changed` carries the line's id and the fields to set, as a dict."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._line: Called | None = None
        self._title = Label("", fonts.TABLE, weight=600)
        self._casts: dict[str, Tick] = {}
        self._cast_ticks, ticks = QWidget(), QWidget()
        self._cast_flow = FlowLayout(self._cast_ticks, spacing=8)
        flow = FlowLayout(ticks, spacing=8)
        self._covers = Tick("with covers")
        self._as_cover = Tick("as cover")
        self._exclude = Tick("not called")
        self._joins = ClockField("Joins at", optional=True)
        self._leaves = ClockField("Released at", optional=True)
        self.joins = Field("Joins", self._joins)
        self.leaves = Field("Released", self._leaves)
        for tick, name in (
            (self._covers, "covers"),
            (self._as_cover, "as_cover"),
            (self._exclude, "exclude"),
        ):
            tick.clicked.connect(lambda on, name=name: self._set(name, bool(on)))
            flow.addWidget(tick)
        self._joins.committed.connect(lambda minute: self._set("joins", minute))
        self._leaves.committed.connect(lambda minute: self._set("leaves", minute))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        section = Section(ground="panel")
        section.add(self._title, self._cast_ticks, ticks)
        section.add_row(self.joins, self.leaves)
        column.addWidget(section)
        self.hide()

    @property
    def line_id(self) -> str:
        """The line that is open, "" for none."""
        return self._line.id if self._line is not None and not self.isHidden() else ""

    def show_line(self, book: Book, call: Call, line: Called) -> None:
        """Open a line."""
        self._line = line
        self._title.setText(line_text(book, call, line).text)
        self._show_casts(book, call, line)
        many = line.whom in ("role", "production")
        self._covers.setVisible(many)
        self._as_cover.setVisible(line.whom == "person")
        self._covers.setChecked(line.covers)
        self._as_cover.setChecked(line.as_cover)
        self._exclude.setChecked(line.exclude)
        self._joins.show_value(line.joins)
        self._leaves.show_value(line.leaves)
        self.show()

    def _show_casts(self, book: Book, call: Call, line: Called) -> None:
        role = book.find(Role, line.role_id)
        work = role.production_id if role else call.production_id
        wanted = casts(book, work or "") if line.whom in ("role", "production") else ()
        for old in self._casts.values():
            self._cast_flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._casts = {}
        for cast in wanted if len(wanted) > 1 else ():
            tick = Tick(cast.name, name=f"{cast.name} cast")
            tick.setChecked(not line.cast_ids or cast.id in line.cast_ids)
            tick.clicked.connect(self._set_casts)
            self._cast_flow.addWidget(tick)
            tick.show()
            self._casts[cast.id] = tick
        self._cast_ticks.setVisible(bool(self._casts))

    def _set_casts(self) -> None:
        ticked = tuple(cast_id for cast_id, tick in self._casts.items() if tick.isChecked())
        self._set("cast_ids", () if len(ticked) == len(self._casts) else ticked)

    def _set(self, name: str, value: object) -> None:
        if self._line is not None:
            self.changed.emit(self._line.id, {name: value})

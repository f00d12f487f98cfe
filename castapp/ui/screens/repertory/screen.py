"""The repertory screen: productions at the left, one of three tables, the inspector."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Danced, Override, Performance
from castapp.domain.company import Season
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import CareerLine, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.repertory import Template, add_production, production_from
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.repertory.model import LinesModel
from castapp.ui.screens.repertory.present import (
    HEADS,
    KNOWN,
    ROLES,
    SECTIONS,
    lines,
    work_lines,
)
from castapp.ui.screens.repertory.side import Side
from castapp.ui.screens.repertory.templates_menu import TemplatesMenu
from castapp.ui.widgets.bar import Rule, ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button
from castapp.ui.widgets.empty import EmptyState
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.table import DataTable

LIST_WIDTH = 252
_WIDTHS = {ROLES: (152, 66, 88, 160, 56, 66, 72), SECTIONS: (320, 72, 80, 96),
           KNOWN: (220, 120, 90, 120, 160)}  # fmt: skip
_STRETCH = {ROLES: 3, SECTIONS: 0, KNOWN: 0}
_SHOWN = (
    Production, Section, Role, BillItem, Performance, Cast, Casting, Override, Danced, Person,
    CareerLine, Season,
)  # fmt: skip
_FREE_TITLE = "New production"


class RepertoryScreen(Screen):
    """What the company dances."""

    inspector_width: ClassVar[int] = 300

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._day = context.today
        self._work = ""
        self._view = ROLES
        self.side = Side(context, self)
        self.inspector = self.side.inspector
        self.works = _table("Productions", 48, ("Production",), (LIST_WIDTH,), 0)
        self.works.horizontalHeader().hide()
        self.tables = {
            view: _table(word, 40 if view == ROLES else 28, HEADS[view], _WIDTHS[view],
                         _STRETCH[view])
            for view, word in ((ROLES, "Roles"), (SECTIONS, "Sections"), (KNOWN, "Who knows it"))
        }  # fmt: skip
        self.nothing = EmptyState(
            "music",
            "What does the company dance?",
            "A production says what is danced: its acts and sections with their minutes, and the "
            "roles, with how many dance them and what they ask. Casting, calls and papers all "
            "read it from here.",
            "From a template",
            button_icon="file-text",
            ways=(("new", "plus", "An empty production", "with one act, to be written"),),
        )
        self.no_roles = EmptyState(
            "crown",
            "No role yet",
            "Write down each role once, in billing order: how many dance it, in which sections, "
            "and what it asks. A role that bears two names (Odette, Odile) is one role.",
            "New role",
        )
        self._lay_out()
        self._make_tools()
        self._connect()

    def heading(self) -> Heading:
        return Heading("Repertory")

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is not None and not edit.touches(*_SHOWN):
            return
        shown = work_lines(book, self._day)
        _model(self.works).show_lines(shown)
        if book.find(Production, self._work) is None:
            self._work = next((line.key for line in shown if line.key), "")
        self.works.select_key(self._work)
        self._pages.setCurrentIndex(0 if shown else 1)
        table = self.tables[self._view]
        known_by = min(self._day, self.context.today)
        _model(table).show_lines(lines(book, self._work, self._view, known_by))
        bare = self._view != SECTIONS and not _model(table).lines
        self._stack.setCurrentWidget(self._bare if bare else table)
        for button in self._needing_work:
            button.setEnabled(bool(self._work))
        self._show_side()

    def show_day(self, day: date) -> None:
        self._day = day

    def reveal(self, ref: Ref) -> bool:
        record = self.context.book.find(ref.kind, ref.id)
        if isinstance(record, Production):
            self.show_work(record.id)
            return True
        if isinstance(record, Section | Role):
            self._work = record.production_id
            self.show_view(ROLES if isinstance(record, Role) else SECTIONS)
            return self.tables[self._view].select_key(record.id)
        return False

    def act(self, action: str) -> bool:
        if action == "repertory.new":
            self._new()
            return True
        if action == "edit.delete" and self._work:
            return self.side.remove()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.side.move(step):
            return
        super().keyPressEvent(event)

    def show_work(self, production_id: str) -> None:
        """Show a production."""
        self._work = production_id
        self.tables[self._view].clearSelection()
        self.tables[self._view].setCurrentIndex(_model(self.tables[self._view]).index(-1, -1))
        self.present(self.context.book, None)

    def show_view(self, view: str) -> None:
        """Show the roles, the sections, or who knows them."""
        self._view = view
        self._switch.choose(view)
        self._role.setVisible(view == ROLES)
        self._section.setVisible(view == SECTIONS)
        self.present(self.context.book, None)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for table in self.tables.values():
            self._stack.addWidget(table)
        self._bare = _centred(self.no_roles)
        self._stack.addWidget(self._bare)
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.works.setFixedWidth(LIST_WIDTH)
        row.addWidget(self.works)
        line = Rule(upright=True)
        line.setMaximumHeight(16_777_215)
        row.addWidget(line)
        row.addWidget(self._stack, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(full)
        self._pages.addWidget(_centred(self.nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _make_tools(self) -> None:
        views = ((ROLES, "Roles"), (SECTIONS, "Sections"), (KNOWN, "Who knows it"))
        self._switch = Segment(views, name="Table")
        self._role = Button("New role", "plus", height=TOOL_HEIGHT)
        self._section = Button("New section", "plus", height=TOOL_HEIGHT)
        self._template = Button("From a template", "file-text", height=TOOL_HEIGHT, arrow=True)
        self._fresh = Button("New production", "plus", height=TOOL_HEIGHT)
        self._needing_work = (self._role, self._section)
        tools = ToolRow()
        tools.add_left(self._switch, tools.rule(), self._role, self._section)
        tools.add_right(self._template, self._fresh)
        self.tool_row = tools
        self._section.hide()

    def _connect(self) -> None:
        self.works.selected.connect(self._on_work)
        for table in self.tables.values():
            table.selected.connect(self._show_side)
            table.opened.connect(self._edit_first)
        self._switch.chosen.connect(self.show_view)
        self._role.clicked.connect(self.side.add_role)
        self._section.clicked.connect(self.side.add_section)
        self._template.clicked.connect(lambda: self._choose_template(self._template))
        self._fresh.clicked.connect(self._new)
        self.no_roles.started.connect(self._new_role)
        self.nothing.started.connect(lambda: self._choose_template(self.nothing))
        self.nothing.chosen.connect(lambda _: self._new())
        self.side.made.connect(self._show_made)

    def _new_role(self) -> None:
        self.show_view(ROLES)
        self.side.add_role()

    def _on_work(self, key: str) -> None:
        if key and key != self._work:
            self.show_work(key)

    def _show_made(self, key: str) -> None:
        self.tables[self._view].select_key(key)
        self.side.focus_field("Name")

    def _edit_first(self) -> None:
        self.side.focus_field("Minutes" if self._view == SECTIONS else "Name")

    def _show_side(self) -> None:
        key = self.tables[self._view].key.split("|")[-1] if self._view != KNOWN else ""
        self.side.show_record(self.context.book, self._work, key)

    def _choose_template(self, below: QWidget) -> None:
        menu = TemplatesMenu(self)
        menu.chosen.connect(self._take)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _take(self, template: Template) -> None:
        self._add(production_from(self.context.book, template))

    def _new(self) -> None:
        taken = {work.title for work in self.context.book.all(Production)}
        title, number = _FREE_TITLE, 2
        while title in taken:
            title, number = f"{_FREE_TITLE} {number}", number + 1
        self._add(add_production(self.context.book, title))
        self.side.focus_field("Title")

    def _add(self, edit: Edit) -> None:
        fresh = next(one.id for one in edit.of(Production))
        self.context.commit(edit, written=lambda: self.show_work(fresh))


def _centred(widget: QWidget) -> QWidget:
    holder = QWidget()
    QVBoxLayout(holder).addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    return holder


def _table(
    name: str, height: int, heads: tuple[str, ...], widths: tuple[int, ...], stretch: int
) -> DataTable:
    table = DataTable(name, height)
    table.setModel(LinesModel(heads, table))
    table.horizontalHeader().setStretchLastSection(False)
    table.set_widths(*widths, stretch=stretch)
    return table


def _model(table: DataTable) -> LinesModel:
    model = table.model()
    if not isinstance(model, LinesModel):
        raise TypeError("a table of the repertory shows lines")
    return model

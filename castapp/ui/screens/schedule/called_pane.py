"""Who is called, in the inspector: chips of sets, exceptions, late and early; then the names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.services.calls import add_called, change_called, drop_called, mark_attendance
from castapp.ui import fonts
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.call_facts import CallFacts, LineText
from castapp.ui.screens.schedule.called_choices import choices, line_of
from castapp.ui.screens.schedule.line_editor import LineEditor
from castapp.ui.screens.schedule.names import NameList
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of


class CalledPane(QWidget):
    """The sections "Called" and "Resolved" of a call."""

    def __init__(self, context: ScreenContext, again: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._again = again
        self._call: Call | None = None
        self.sets = ChipFlow("Called")
        self.exclusions = ChipFlow("Except")
        self.timed = ChipFlow("Late and early")
        self.add = PickField(finder_of(()), name="Call a role, a group or a person")
        self.editor = LineEditor()
        self.names = NameList()
        self._called = Section("Called")
        self._resolved = Section("Resolved")
        self._except = Label("Except", fonts.LABEL, "t2")
        self._late = Label("Late and early", fonts.LABEL, "t2")
        self._add_field = Field("Call more people", self.add)
        self._lay_out()
        self._connect()

    def show_call(self, book: Book, call: Call, facts: CallFacts) -> None:
        """Show who is called to a call."""
        turned = self._call is None or self._call.id != call.id
        self._call = call
        self._called.set_heading("Called", facts.dancers)
        self.sets.show_chips(_chips(facts.sets))
        self.exclusions.show_chips(_chips(facts.exclusions))
        self.timed.show_chips(_chips(facts.timed))
        for label, flow in ((self._except, self.exclusions), (self._late, self.timed)):
            label.setVisible(bool(flow.chips()))
            flow.setVisible(bool(flow.chips()))
        self.sets.setVisible(bool(facts.sets))
        self.add.set_finder(finder_of([Option(*one) for one in choices(book, call)]))
        self.names.show_rows(facts.names)
        self._resolved.set_heading("Resolved", facts.coming)
        self._resolved.setVisible(bool(facts.names))
        line = book.find(Called, self.editor.line_id)
        if turned or line is None or line.call_id != call.id:
            self.editor.hide()
        else:
            self.editor.show_line(book, call, line)

    def _lay_out(self) -> None:
        self.add.setPlaceholderText("Role, group or name")
        self._called.add(self.sets, self._add_field, self._except, self.exclusions)
        self._called.add(self._late, self.timed)
        self._resolved.add(self.names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._called, self.editor, self._resolved):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.add.picked.connect(self._add)
        self.editor.changed.connect(self._change)
        self.names.opened.connect(lambda key: self._context.jump(Ref(Person, key)))
        self.names.marked.connect(self._mark)
        for flow in (self.sets, self.exclusions, self.timed):
            flow.activated.connect(self._open)
            flow.removed.connect(
                lambda key: self._edit(lambda book, _call: drop_called(book, (key,)))
            )

    def _open(self, line_id: str) -> None:
        """A chip was pressed: open its line, or close it if it is open."""
        line = self._context.book.find(Called, line_id)
        if line is None or self._call is None or self.editor.line_id == line_id:
            self.editor.hide()
            return
        self.editor.show_line(self._context.book, self._call, line)

    def _add(self, key: str) -> None:
        self.add.show_option(None)
        if key and self._call is not None:
            line = line_of(self._call, key)
            self._edit(lambda book, call: add_called(book, call.id, (line,)))

    def _change(self, line_id: str, fields: dict[str, Any]) -> None:
        self._edit(lambda book, _call: change_called(book, line_id, **fields))

    def _mark(self, person_id: str, state: str) -> None:
        self._edit(lambda book, call: mark_attendance(book, call.id, person_id, state))

    def _edit(self, make: Callable[[Book, Call], Edit]) -> None:
        if self._call is None:
            return
        try:
            edit = make(self._context.book, self._call)
        except Invalid as wrong:
            self._add_field.refuse(str(wrong))
            return
        self._add_field.refuse("")
        self._context.commit(edit, put_back=self._again)


def _chips(lines: Sequence[LineText]) -> list[ChipText]:
    return [
        ChipText(line.id, line.text, line.icon, dashed=line.dashed, removable=True)
        for line in lines
    ]

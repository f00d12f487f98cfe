"""The History screen: the journal by day, found by words and by person, and taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.services.history import Entry, Told, ToldRecord
from castapp.ui import fonts
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.history.model import HistoryModel
from castapp.ui.screens.history.present import EntryDetail, detail, people, rows
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.empty import EmptyState, stacked
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.table import DataTable

PAGE = 200
ONLY_THIS = (
    "Only this one; what came after it stays. If later changes stand on it, nothing happens."
)


class HistoryScreen(Screen):
    """Every entry of the journal, newest first; the inspector tells one in words."""

    shows_findings = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._entries: list[Entry] = []
        self._person = ""
        self.model = HistoryModel()
        self.table = DataTable("History", row_height=28)
        self.table.setModel(self.model)
        self.table.set_widths(72, 480, 144, 96, stretch=1)
        self.table.selected.connect(self._show_entry)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find in the history")
        self.search.setAccessibleName("Find in the history")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._show_rows)
        self.who = PickField(finder_of(()), name="Changes that touch")
        self.who.setPlaceholderText("Anybody")
        self.who.setFixedWidth(200)
        self.who.picked.connect(self._choose_person)
        self.older = Button("Older", "chevron-down")
        self.older.clicked.connect(self._read_older)
        self.tool_row = ToolRow()
        self.tool_row.add_left(self.search, self.who)
        self.tool_row.add_right(self.older)
        self._empty = EmptyState(
            "history",
            "Nothing to tell yet",
            "Every change to the company is written down here: what, who and when. "
            "Each can be taken back.",
        )
        self.inspector: Inspector = Inspector("The change selected")
        self._lay_out()

    def heading(self) -> Heading:
        return Heading("History")

    def present(self, book: Book, edit: Edit | None) -> None:
        held = len(self._entries)
        self._entries = self.context.desk.history(max(PAGE, held))
        self.who.set_finder(finder_of([Option(key, name) for key, name in people(book)]))
        self._show_rows()
        self._show_entry(self.table.key)

    def reveal(self, ref: Ref) -> bool:
        person = self.context.book.find(Person, ref.id) if ref.kind is Person else None
        if person is None:
            return False
        self.who.show_option(Option(person.id, person.name))
        self._choose_person(person.id)
        return True

    def act(self, action: str) -> bool:
        if action == "edit.find":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
            return True
        return False

    def _lay_out(self) -> None:
        self._stack = stacked(self, self.table, self._empty)

    def _choose_person(self, person_id: str) -> None:
        self._person = person_id
        self._show_rows()

    def _show_rows(self) -> None:
        book = self.context.book
        found = rows(book, self._entries, self.search.text(), self._person)
        self.model.show_rows(found)
        searching = bool(self.search.text() or self._person)
        if searching:
            self._empty.say("Nothing found", "No change answers to these words and this person.")
        self._stack.setCurrentIndex(0 if found else 1)
        self.older.setEnabled(bool(self._entries) and self._entries[-1].sequence > 1)
        if found and not self.table.key:
            self.table.setCurrentIndex(self.model.index(1, 0))

    def _read_older(self) -> None:
        if self._entries:
            oldest = self._entries[-1].sequence
            self._entries += self.context.desk.history(PAGE, before=oldest)
            self._show_rows()

    def _show_entry(self, key: str) -> None:
        told = detail(self.context.book, self._entries, int(key)) if key else None
        self.inspector.clear()
        if told is None:
            self.inspector.show_head("", "")
            return
        self.inspector.show_head(told.when, told.what)
        self._add_records(told)
        if told.can_be_taken_back and not self.context.desk.read_only:
            self._offer(int(key), told.question)

    def _offer(self, sequence: int, question: str) -> None:
        """The button that takes a change back; with a question it asks once, in its place."""
        section = self.inspector.section()
        button = Button("Take this change back", "undo-2")
        words = Label(ONLY_THIS, fonts.TABLE, "t2", wrap=True)
        section.add(button, words)
        if not question:
            button.clicked.connect(lambda: self._take_back(sequence))
            return
        sure = Button("Take the posting back", "undo-2")
        leave = Button("Leave it")
        asking = (sure, leave)

        def ask(*, on: bool) -> None:
            button.setHidden(on)
            words.setText(question if on else ONLY_THIS)
            for one in asking:
                one.setVisible(on)
            (leave if on else button).setFocus()

        section.add_row(sure, leave)
        for one in asking:
            one.hide()
        button.clicked.connect(lambda: ask(on=True))
        leave.clicked.connect(lambda: ask(on=False))
        sure.clicked.connect(lambda: self._take_back(sequence))

    def _add_records(self, told: EntryDetail) -> None:
        for record in told.records:
            section = self.inspector.section(_sentence(record.what), record.verb)
            for field in record.fields:
                section.add(_field_line(record, field))
        if told.more:
            self.inspector.section().add(Label(f"and {told.more} more records", fonts.TABLE, "t2"))

    def _take_back(self, sequence: int) -> None:
        from castapp.services.desk import Refused

        try:
            self.context.desk.take_back(sequence)
        except Refused as refused:
            self.context.say(str(refused))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _field_line(record: ToldRecord, field: Told) -> Label:
    if record.verb == "changed":
        words = f"{field.field}: {field.before or '–'} → {field.after or '–'}"
    else:
        words = f"{field.field}: {field.after or field.before}"
    return Label(words, fonts.TABLE, wrap=True)

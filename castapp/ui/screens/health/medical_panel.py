"""The medical part in the inspector: locked, being set up, or open on one dancer's records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.roster import company
from castapp.services import injuries
from castapp.services.desk import Refused
from castapp.services.injuries import InjuryNotes
from castapp.services.medical import Vault, erase
from castapp.ui import fonts
from castapp.ui.medical_session import MedicalSession
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.health.injury_form import InjuryForm, Logged
from castapp.ui.screens.health.key_forms import KeyForm, same_twice
from castapp.ui.screens.health.present import Facts
from castapp.ui.screens.health.sealed_records import SealedRecord
from castapp.ui.screens.health.setting_up import SettingUp
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label

LOCKED = (
    "Injuries, diagnosis, notes and rates open only for medical staff, with their own "
    "passphrase. Nothing from there appears on this board, on paper or in history."
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the panel shows, so that it is rebuilt only when that is another."""

    state: str
    person_id: str = ""
    records: tuple[object, ...] = ()
    form: str = ""


class MedicalPanel(Section):
    """A grey section. What is inside is built when open and destroyed when locked.

    `opened` tells that a person asked for something in it.
    """

    opened = Signal()

    def __init__(self, context: ScreenContext, session: MedicalSession) -> None:
        super().__init__("Medical", "locked", "panel")
        self._context = context
        self._session = session
        self._facts: Facts | None = None
        self._day = context.today
        self._state = ""
        self._form = ""
        self._shown: _Shown | None = None
        self._inside = QWidget()
        self.add(self._inside)
        session.changed.connect(self._on_session)

    def show_person(self, book: Book, facts: Facts | None, day: date) -> None:
        """Show one dancer's part; None for nobody. A form that was open for another closes."""
        if (facts.person_id if facts else "") != (self._facts.person_id if self._facts else ""):
            self._form = ""
        self._facts = facts
        self._day = day
        self._present(book)

    def log(self) -> None:
        """Open an empty form for the dancer shown."""
        if self._session.is_open and self._facts is not None:
            self._open_form("new")
            form = self._inside.findChild(InjuryForm)
            if form is not None:
                form.area.setFocus()

    def set_state(self, state: str) -> None:
        """Show the fields of "unlock", "set up" or "recover"; "" the box alone."""
        self._state = state
        self._present(self._context.book)
        for form in self._inside.findChildren(KeyForm):
            form.begin()
        if state:
            self.opened.emit()

    def _on_session(self) -> None:
        self._state = ""
        self._form = ""
        self._shown = None
        self._present(self._context.book)
        if self._session.is_open:
            self.opened.emit()

    def _present(self, book: Book) -> None:
        vault = self._session.vault
        person_id = self._facts.person_id if self._facts else ""
        if vault is None:
            self._rebuild(_Shown(self._state or "locked", person_id), self._locked)
        elif self._facts is None:
            self._rebuild(_Shown("nobody"), _nothing)
        else:
            self._session.touch()
            found = injuries.records(book, vault, person_id)
            now = _Shown("open", person_id, found, self._form)
            self._rebuild(now, lambda column: self._open(column, vault, found))

    def _rebuild(self, now: _Shown, fill: Callable[[QVBoxLayout], None]) -> None:
        if now == self._shown:
            return
        self._shown = now
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        self._inside.setAccessibleName("Medical")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        fill(column)
        self.add(self._inside)
        self.set_heading("Medical", "open" if self._session.is_open else "locked")

    def _locked(self, column: QVBoxLayout) -> None:
        if self._state == "set up":
            name = company(self._context.book).name
            form = SettingUp(self._session, self._context.dialogs, name)
            form.left.connect(lambda: self.set_state(""))
            column.addWidget(form)
            return
        if self._state in ("unlock", "recover"):
            column.addWidget(self._key_form(recover=self._state == "recover"))
            if self._state == "unlock":
                lost = Button("Passphrase lost?", kind=Kind.LINK)
                lost.clicked.connect(lambda: self.set_state("recover"))
                column.addWidget(lost)
            return
        column.addWidget(Label(LOCKED, fonts.TABLE, "t2", wrap=True))
        try:
            ready = self._session.is_set_up
        except Refused as refused:
            column.addWidget(Label(str(refused), fonts.TABLE, "hard", wrap=True))
            return
        if not ready and self._context.desk.read_only:
            return
        start = Button("Unlock…" if ready else "Set up…", "key-round")
        start.clicked.connect(lambda: self.set_state("unlock" if ready else "set up"))
        column.addWidget(start)

    def _key_form(self, *, recover: bool) -> KeyForm:
        if recover:
            form = KeyForm(
                "Type the recovery key that was printed, and a new passphrase.",
                (
                    ("Recovery key", False),
                    ("New passphrase", True),
                    ("The same again", True),
                ),
                "Open",
                lambda typed: self._session.recover(typed[0], same_twice(typed)),
            )
        else:
            form = KeyForm(
                "", (("Passphrase", True),), "Unlock", lambda typed: self._session.unlock(typed[0])
            )
        form.left.connect(lambda: self.set_state(""))
        return form

    def _open(self, column: QVBoxLayout, vault: Vault, found: tuple[injuries.Opened, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        lock = Button("Lock", "lock")
        lock.clicked.connect(self._session.lock)
        row.addWidget(lock)
        row.addStretch(1)
        column.addLayout(row)
        if self._form == "new":
            self._add_form(column, InjuryNotes(self._context.today), "")
        elif not found:
            text = "Nothing is kept here about this dancer."
            column.addWidget(Label(text, fonts.TABLE, "t2", wrap=True))
        for opened in found:
            if self._form == opened.record.id and opened.notes is not None:
                self._add_form(column, opened.notes, opened.record.id)
                continue
            record = SealedRecord(opened)
            record.changed.connect(self._open_form)
            record.removed.connect(self._remove)
            record.staged.connect(self._stage)
            column.addWidget(record)
        if found and self._form == "":
            erase = Button("Erase all of it…", "trash-2", Kind.QUIET)
            erase.clicked.connect(self._ask_erase)
            column.addWidget(erase)

    def _add_form(self, column: QVBoxLayout, notes: InjuryNotes, record_id: str) -> None:
        form = InjuryForm(notes, self._context.today, new=not record_id)
        form.left.connect(lambda: self._open_form(""))
        form.used.connect(self._session.touch)
        form.kept.connect(lambda logged: self._keep(form, logged, record_id))
        column.addWidget(form)

    def _open_form(self, which: str) -> None:
        self._form = which
        self._present(self._context.book)

    def _keep(self, form: InjuryForm, logged: Logged, record_id: str) -> None:
        vault = self._session.vault
        if vault is None or self._facts is None:
            return
        try:
            edit = self._edit(vault, self._facts, logged, record_id)
        except (Refused, Invalid) as wrong:
            form.refuse(str(wrong))
            return
        form_before, self._form = self._form, ""
        if not self._context.commit(edit, judged=False):
            self._form = form_before

    def _edit(self, vault: Vault, facts: Facts, logged: Logged, record_id: str) -> Edit:
        book, person_id = self._context.book, facts.person_id
        if record_id:
            return injuries.change_record(book, vault, record_id, logged.notes)
        if not logged.status:
            return injuries.add_record(book, vault, person_id, logged.notes)
        keeps = logged.status != "off"
        return injuries.log_injury(
            book,
            vault,
            person_id,
            logged.notes,
            since=logged.notes.day,
            status=logged.status,
            restrictions=facts.restrictions if keeps else (),
            review=logged.review,
            since_clock=logged.since_clock,
        )

    def _stage(self, record_id: str, stage: int) -> None:
        vault, facts = self._session.vault, self._facts
        if vault is None or facts is None:
            return
        for opened in injuries.records(self._context.book, vault, facts.person_id):
            if opened.record.id == record_id and opened.notes is not None:
                day = min(self._day, self._context.today)
                notes = injuries.at_stage(opened.notes, day, stage)
                edit = injuries.change_record(self._context.book, vault, record_id, notes)
                self._context.commit(edit, judged=False)
                return

    def _ask_erase(self) -> None:
        """Ask before what no undo brings back."""
        if self._facts is not None:
            name, person_id = self._facts.name, self._facts.person_id
            self._context.dialogs.confirm(
                self,
                f"Erase everything sealed about {name}? The key is destroyed with it: no undo "
                "makes it legible again. Backups made before still hold it.",
                "Erase",
                lambda: self._erase(person_id),
            )

    def _erase(self, person_id: str) -> None:
        try:
            erase(self._context.desk, person_id)
        except Refused as refused:
            self._context.say(str(refused))

    def _remove(self, record_id: str) -> None:
        self._context.commit(injuries.remove_record(self._context.book, record_id), judged=False)


def _nothing(column: QVBoxLayout) -> None:
    """With nobody chosen there is nothing to show."""

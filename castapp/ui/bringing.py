"""Bringing tables and calendars in: seen first, taken in after a yes, shown afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Casting, Override, Performance
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.repertory import Production
from castapp.services.company import found_company
from castapp.services.tally import tally
from castapp.ui.dialogs import Dialogs
from castapp.ui.errand_words import FILES, SUFFIX, TABLES
from castapp.ui.preview import Preview

if TYPE_CHECKING:
    from castapp.ui.errands import Doors
    from castapp.ui.program import Program

SHOWN_ON = (
    ("casting", (Performance, Casting, Override)),
    ("schedule", (Call,)),
    ("company", (Person,)),
    ("repertory", (Production,)),
)


class Bringing:
    """Asks for a table, shows what it holds, and takes it into the company that is open.

    If none is open one is made, after the yes and nowhere before.
    """

    def __init__(self, program: Program, doors: Doors, dialogs: Dialogs) -> None:
        self._program = program
        self._doors = doors
        self._dialogs = dialogs

    def ask(self) -> None:
        """Ask for a table or calendar."""
        title = "Bring a spreadsheet or a calendar"
        parent = self._program.parent_widget()
        self._dialogs.open_file(parent, title, TABLES, lambda path: self.bring([path]))

    def bring(self, inputs: Sequence[Path]) -> None:
        """Show what these files would bring in, and wait for a yes."""
        parent = self._program.parent_widget()
        desk = self._program.desk
        name = ", ".join(path.name for path in inputs)
        try:
            book = desk.book if desk is not None else empty_company(inputs[0].stem)
            edit, doubts = self._doors.bring(book, inputs)
        except Invalid as wrong:
            lines = tuple(line.strip() for line in str(wrong).splitlines())
            self._dialogs.preview(parent, Preview(f"{name} was not brought in", (("", lines),)))
            return
        if not edit:
            said = ("Everything in this file is in the company already.", *doubts)
            self._dialogs.preview(parent, Preview(name, (("", said),)))
            return
        self._dialogs.preview(parent, in_words(name, edit, doubts), lambda: self._take(inputs))

    def _take(self, inputs: Sequence[Path]) -> None:
        if self._program.desk is not None:
            self._write(inputs)
            return
        title, name = "Where to keep the company", f"{inputs[0].stem}{SUFFIX}"

        def found(path: Path) -> None:
            if self._program.open(lambda: self._doors.found(str(path), path.stem)):
                self._write(inputs)

        self._dialogs.save_file(self._program.parent_widget(), title, name, FILES, found)

    def _write(self, inputs: Sequence[Path]) -> None:
        desk, window = self._program.desk, self._program.window
        if desk is None or window is None:
            return
        try:
            edit, _ = self._doors.bring(desk.book, inputs)
        except Invalid as wrong:
            self._program.tell(str(wrong))
            return
        if window.context.commit(edit, judged=False):
            window.show_screen(screen_for(edit))
            self._program.tell(f"Brought in: {', '.join(tally(edit))}.")


def empty_company(name: str) -> Book:
    """A company not kept anywhere yet, to read tables against."""
    return Book.of(()).apply(found_company(name or "Company", "UTC"))


def in_words(name: str, edit: Edit, doubts: Sequence[str]) -> Preview:
    """What comes in, kind by kind, and every doubt."""
    parts = [("What comes in", tally(edit) or (f"{len(edit.changes)} records",))]
    if doubts:
        parts.append((f"Look at {'this' if len(doubts) == 1 else 'these'}", tuple(doubts)))
    return Preview(f"Bring in {name}", tuple(parts), yes="Take it in")


def screen_for(edit: Edit) -> str:
    """The screen that shows most plainly what an edit brought."""
    kinds = {change.kind for change in edit.changes}
    return next((screen for screen, shown in SHOWN_ON if kinds & set(shown)), "today")

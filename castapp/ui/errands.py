"""What the File menu and the welcome page ask: open, found, bring tables, back up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.ui.dialogs import Dialogs

if TYPE_CHECKING:
    from castapp.services.desk import Desk
    from castapp.ui.program import Program
    from castapp.ui.screens.welcome.present import NewCompany

FILES = "Castapp companies (*.castapp)"
TABLES = "Tables and calendars (*.csv *.xlsx *.ics *.txt)"
SUFFIX = ".castapp"
DOUBTS_SHOWN = 12


class Bring(Protocol):
    """Reads tables against a book: the edit they make, and doubts in a sentence each."""

    def __call__(self, book: Book, inputs: Sequence[Path]) -> tuple[Edit, list[str]]: ...


class Found(Protocol):
    """Makes a company at an address and opens it."""

    def __call__(self, address: str, name: str, **fields: object) -> Desk: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways to a desk and what else the program around the window does for it."""

    open: Callable[[str], Desk]
    found: Found
    sample: Callable[[str, date], Desk]
    back_up: Callable[[str, Path], Path]
    bring: Bring


class Errands:
    """Asks for files and carries them through the doors."""

    def __init__(self, program: Program, doors: Doors, dialogs: Dialogs, documents: Path) -> None:
        self._program = program
        self._doors = doors
        self._dialogs = dialogs
        self._documents = documents

    def sample(self) -> None:
        """Open the sample company, made on the first time."""
        named = str(self._documents / f"Sample company{SUFFIX}")
        if Path(named).exists():
            self._program.open(lambda: self._doors.open(named))
            return
        Path(named).parent.mkdir(parents=True, exist_ok=True)
        self._program.open(lambda: self._doors.sample(named, datetime.now().astimezone().date()))

    def open(self) -> None:
        """Ask for a company file."""
        self._dialogs.open_file(
            self._program.parent_widget(), "Open a company", FILES, self.open_path
        )

    def open_path(self, path: Path) -> None:
        """Open a company file, or bring a table in."""
        if path.suffix.lower() in (SUFFIX, ""):
            self._program.open(lambda: self._doors.open(str(path)))
        else:
            self._bring([path])

    def found(self, founded: NewCompany) -> None:
        """Ask where to keep a new company, and make it."""

        def made(path: Path) -> None:
            self._program.open(
                lambda: self._doors.found(
                    str(path),
                    founded.name,
                    zone=founded.zone,
                    first_weekday=founded.first_weekday,
                    paper=founded.paper,
                    ranks=founded.ranks,
                )
            )

        title, name = "Where to keep the company", f"{founded.name}{SUFFIX}"
        self._dialogs.save_file(self._program.parent_widget(), title, name, FILES, made)

    def tables(self) -> None:
        """Ask for a table or calendar to bring in."""
        title = "Bring a spreadsheet or a calendar"
        self._dialogs.open_file(
            self._program.parent_widget(), title, TABLES, lambda path: self._bring([path])
        )

    def _bring(self, inputs: Sequence[Path]) -> None:
        if self._program.desk is None:
            title, name = "Where to keep the company", f"{inputs[0].stem}{SUFFIX}"

            def found(path: Path) -> None:
                if self._program.open(lambda: self._doors.found(str(path), path.stem)):
                    self._bring(inputs)

            self._dialogs.save_file(self._program.parent_widget(), title, name, FILES, found)
            return
        try:
            edit, doubts = self._doors.bring(self._program.desk.book, inputs)
        except Invalid as wrong:
            self._dialogs.tell(self._program.parent_widget(), str(wrong))
            return
        self._ask_take(edit, doubts)

    def _ask_take(self, edit: Edit, doubts: Sequence[str]) -> None:
        if not edit:
            self._dialogs.tell(
                self._program.parent_widget(), "Everything in this file is in the company already."
            )
            return
        about = [f"{edit.label}: {len(edit.changes)} records.", *doubts[:DOUBTS_SHOWN]]
        if len(doubts) > DOUBTS_SHOWN:
            about.append(f"and {len(doubts) - DOUBTS_SHOWN} more doubts")
        self._dialogs.confirm(
            self._program.parent_widget(), "\n".join(about), "Take it in", lambda: self._take(edit)
        )

    def _take(self, edit: Edit) -> None:
        if self._program.window is not None:
            self._program.window.context.commit(edit, judged=False)

    def back_up(self) -> None:
        """Ask for a folder, and copy the company that is open there."""
        from castapp.services.desk import Refused

        desk = self._program.desk
        if desk is None:
            return

        def back_up(folder: Path) -> None:
            try:
                made = self._doors.back_up(desk.address, folder)
            except Refused as refused:
                self._program.tell(str(refused))
            else:
                self._program.note_backup()
                self._program.tell(f"Backed up and read back: {made.name}.")

        self._dialogs.choose_folder(
            self._program.parent_widget(), "Where to keep the backup", back_up
        )

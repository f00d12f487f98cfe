"""What the File menu and the welcome page ask: open, found, bring tables, back up, restore."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.ui.dialogs import Dialogs
from castapp.ui.errand_words import FILES, SUFFIX

if TYPE_CHECKING:
    from castapp.services.desk import Desk
    from castapp.ui.bringing import Bringing
    from castapp.ui.program import Program
    from castapp.ui.screens.welcome.present import NewCompany


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
            self.open_address(str(path))
        else:
            self._bringing().bring([path])

    def open_address(self, address: str) -> None:
        """Open the company at a path or an address."""
        self._program.open(lambda: self._doors.open(address))

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
        self._bringing().ask()

    def _bringing(self) -> Bringing:
        from castapp.ui.bringing import Bringing

        return Bringing(self._program, self._doors, self._dialogs)

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

    def restore(self) -> None:
        """Ask for a backup, then put it in the place of the company file that is open.

        A shared company is not replaced: its backup becomes a company file of its own.
        """
        parent = self._program.parent_widget()
        self._dialogs.open_file(parent, "Which backup to restore", FILES, self._restore)

    def _restore(self, copy: Path) -> None:
        parent, desk = self._program.parent_widget(), self._program.desk
        if desk is None or "://" in desk.address:
            title, name = "Where to keep what is restored", f"{copy.stem} restored{SUFFIX}"
            self._dialogs.save_file(
                parent, title, name, FILES, lambda path: self._put_in_place(copy, path)
            )
            return
        target = Path(desk.address)
        asked = (
            f"Put the backup {copy.name} in the place of {target.name}? "
            "What is there now is kept beside it under another name."
        )
        self._dialogs.confirm(parent, asked, "Restore", lambda: self._put_in_place(copy, target))

    def _put_in_place(self, copy: Path, target: Path) -> None:
        from castapp.services.desk import Refused
        from castapp.services.safekeeping import restore

        desk = self._program.desk
        before = "" if desk is None else desk.address
        self._program.put_away()
        try:
            kept = restore(copy, target, replacing=True)
        except Refused as refused:
            if before:
                self.open_address(before)
            self._program.tell(str(refused))
            return
        self.open_address(str(target))
        aside = f" What was there before is kept as {kept.name}." if kept else ""
        self._program.tell(f"{target.name} is as it was in {copy.name}.{aside}")

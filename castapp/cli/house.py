"""What the command line is given by the program around it, so that it need not know how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from castapp.domain.book import Book
from castapp.domain.edit import Edit

if TYPE_CHECKING:
    from castapp.services.desk import Desk

PAPERS = ("callsheet", "week", "casting", "dancer", "slip", "cast-sheet", "told", "career")
FORMS = ("pdf", "xlsx", "ics", "txt", "csv")


@dataclass(frozen=True, slots=True)
class Order:
    """A paper asked for: which, as what, over which days, for whom, into which folder.

    `sequence` is the journal's number at the time; calendars carry it. `performance_id` narrows a
    cast sheet or a slip to one show.
    """

    paper: str
    form: str
    first: date
    last: date
    dancer_id: str | None
    folder: Path
    sequence: int = 0
    performance_id: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """The program's own doings. An address is a path, or that of a shared company.

    `open_window(address or None)` gives the exit status; `found(address, edits)`, each edit an
    entry of the history, and `new_sample(address, today)` make a company that was not there and
    give a desk on it; `zone()` is the time zone of this computer;
    `export` writes a paper and gives its files; `demo(folder)` the files it made; `bench()`
    figures by name.
    """

    open_window: Callable[[str | None], int]
    open_desk: Callable[[str], Desk]
    found: Callable[[str, Sequence[Edit]], Desk]
    zone: Callable[[], str]
    new_sample: Callable[[str, date], Desk]
    export: Callable[[Book, Order], list[Path]]
    demo: Callable[[Path], list[Path]]
    bench: Callable[[], Mapping[str, Any]]

"""The journal as rows by day, and one entry as sections of the inspector. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from castapp.domain.book import Book
from castapp.domain.company import Company
from castapp.domain.people import Person
from castapp.domain.programme import zone
from castapp.services.history import (
    Entry,
    ToldRecord,
    edit_of,
    is_founding,
    label_words,
    posts,
    tell,
    touches_person,
)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day over its entries."""

    words: str
    count: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry: when, who, what, and a word if it takes another back or was taken back."""

    sequence: int
    time: str
    author: str
    what: str
    state: str


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """One entry whole: its heading, the records it changed, and whether it can be taken back.

    `question` is asked before it is; empty where nobody need be asked.
    """

    what: str
    when: str
    records: tuple[ToldRecord, ...]
    more: int
    can_be_taken_back: bool
    question: str = ""


TAKE_DOWN = (
    "This posting is on the board, and its files stay where they are. Taking it back only takes "
    "it out of the book: tell whoever has read it."
)


def rows(
    book: Book, entries: Sequence[Entry], find: str = "", person_id: str = ""
) -> list[DayRow | EntryRow]:
    """The entries, newest first, under their days; only those that answer to both filters."""
    kept = [entry for entry in entries if _answers(entry, find, person_id)]
    undone = {entry.takes_back for entry in entries if entry.takes_back is not None}
    days: dict[str, list[EntryRow]] = {}
    for entry in kept:
        at = local(book, entry.at)
        days.setdefault(_day(at), []).append(
            EntryRow(
                entry.sequence,
                f"{at.hour}.{at.minute:02d}",
                entry.author,
                label_words(entry),
                _state(entry, undone),
            )
        )
    result: list[DayRow | EntryRow] = []
    for words, below in days.items():
        result.append(DayRow(words, f"{len(below)}"))
        result.extend(below)
    return result


def detail(book: Book, entries: Iterable[Entry], sequence: int) -> EntryDetail | None:
    """One entry whole, None if it is not among these."""
    known = list(entries)
    entry = next((one for one in known if one.sequence == sequence), None)
    if entry is None:
        return None
    at = local(book, entry.at)
    when = f"{entry.author}, {_day(at)}, {at.hour}.{at.minute:02d}"
    undone = any(one.takes_back == sequence for one in known)
    edit = edit_of(entry)
    told = tell(book, edit) if edit else ()
    more = len(edit.changes) - len(told) if edit else 0
    can_be = edit is not None and not undone and not is_founding(entry)
    question = TAKE_DOWN if edit and posts(edit) else ""
    return EntryDetail(label_words(entry), when, told, more, can_be, question)


def people(book: Book) -> list[tuple[str, str]]:
    """Everybody, id and name, alphabetical, for the filter."""
    return [(one.id, one.name) for one in sorted(book.all(Person), key=lambda who: who.sort_key)]


def local(book: Book, at: datetime) -> datetime:
    """A moment on the company's clock."""
    return at.astimezone(ZoneInfo(zone(book, None) if book.count(Company) else "UTC"))


def _answers(entry: Entry, find: str, person_id: str) -> bool:
    words = f"{label_words(entry)} {entry.author}".casefold()
    if find and not all(part in words for part in find.casefold().split()):
        return False
    if not person_id:
        return True
    edit = edit_of(entry)
    return edit is not None and touches_person(edit, person_id)


def _state(entry: Entry, undone: set[int]) -> str:
    if entry.sequence in undone:
        return "taken back"
    return "" if entry.takes_back is None else "takes back"


def _day(at: datetime) -> str:
    return f"{at:%A} {at.day} {at:%B %Y}"

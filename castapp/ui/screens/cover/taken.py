"""What was taken and what follows from it: who is told, put-in calls, whether it stands. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from castapp.domain.book import Book
from castapp.domain.calls import Called
from castapp.domain.casting import Override, Performance
from castapp.domain.edit import Edit
from castapp.domain.office import Note
from castapp.domain.people import Person
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.services import covering
from castapp.services.cover.putin import PutIn
from castapp.services.cover.request import Request
from castapp.services.cover.solution import NO_RECASTING, Solution
from castapp.services.cover.take import ToTell, told_at, told_of
from castapp.services.papers import Request as Paper
from castapp.services.reason import short_day
from castapp.ui.house_clock import house_clock
from castapp.ui.screens.cover.card_lines import CardLine


@dataclass(frozen=True, slots=True)
class Taken:
    """A solution that was written. `edit` is None if that was before this screen was opened.

    `back` are those to tell that somebody is on again, with what they are told; None if it is no
    coming back.
    """

    label: str
    request: Request
    solution: Solution
    put_ins: tuple[PutIn, ...] = ()
    edit: Edit | None = None
    back: tuple[ToTell, ...] | None = None

    def told(self, book: Book) -> tuple[ToTell, ...]:
        """Who must be told, as the records stand."""
        return told_of(book, self.request) if self.back is None else self.back


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Somebody to be told: what changed for them, by when, and when they were told, by whom.

    A desk nobody of the company sits at has no `person_id`; its `key` is its name.
    """

    person_id: str
    name: str
    desk: str
    texts: tuple[str, ...]
    by: str
    at: str = ""
    key: str = ""


def taken_before(book: Book, request: Request) -> Taken | None:
    """What was taken earlier for those asked about and still stands; None if nothing."""
    if not told_of(book, request):
        return None
    solution = covering.standing_solution(book, request) or NO_RECASTING
    names = " and ".join(book.get(Person, one).surname for one in request.people)
    return Taken(f"Cover for {names}", request, solution)


def stands(book: Book, taken: Taken) -> bool:
    """Whether what was taken is still in the book (undone, it is not)."""
    changes = taken.edit.changes if taken.edit else ()
    if taken.back is not None:
        gone = [change for change in changes if change.after is None]
        return not any(book.find(change.kind, change.id) is not None for change in gone)
    made = [change for change in changes
            if change.kind in (Override, Called, Note) and change.before is None]  # fmt: skip
    return any(book.find(change.kind, change.id) is not None for change in made)


def told_rows(book: Book, taken: Taken, today: date) -> tuple[ToldRow, ...]:
    """Everybody to be told, dancers by rank, then the desks."""
    found = []
    for one in taken.told(book):
        who = book.find(Person, one.person_id)
        day = "" if one.day == today else f"{short_day(one.day)}, "
        by = f"{day}at once" if one.at_once else f"by {day}{clock(one.by)}"
        at = _told(book, one, today)
        name = who.name if who else one.desk.capitalize()
        desk = one.desk if who else ""
        found.append(ToldRow(one.person_id, name, desk, one.texts, by, at, one.key))
    return tuple(found)


def told_words(rows: tuple[ToldRow, ...]) -> str:
    """How many of them know: 3 of 11 told; desks nobody of the company sits at count too."""
    return f"{sum(bool(row.at) for row in rows)} of {len(rows)} told"


def to_tell_lines(book: Book, people: tuple[ToTell, ...]) -> tuple[CardLine, ...]:
    """Everybody to be told of what is not taken yet, each with all of it."""
    return tuple(
        CardLine("phone", inside_name(book, one.person_id) or one.desk.capitalize(),
                 "; ".join(one.texts))
        for one in people
    )  # fmt: skip


def is_added(book: Book, put_in: PutIn) -> bool:
    """Whether a proposed call is on the schedule."""
    return book.find(type(put_in.call), put_in.call.id) is not None


def paper_request(book: Book, taken: Taken, paper: str, day: date) -> Paper:
    """The paper of the days that changed; of this day if none did."""
    return nights_paper(book, taken.solution, taken.told(book), paper, day)


def nights_paper(
    book: Book, solution: Solution, to_tell: tuple[ToTell, ...], paper: str, day: date
) -> Paper:
    """The paper of the nights of a solution; a told list of all the days there is to tell of."""
    moved = (book.find(Performance, move.performance_id) for move in solution.moves)
    days = sorted(show.day for show in moved if show is not None)
    spoken = sorted(item.last or item.day for one in to_tell for item in one.items)
    days = sorted((*days, *spoken)) if paper == "told" else days or spoken
    days = days or [day]
    return Paper(paper, days[0], days[-1])


def _told(book: Book, one: ToTell, today: date) -> str:
    """When somebody was told, and by whom: 16.21, Jana Mills; empty if they do not know all."""
    note = told_at(book, one)
    if note is None or not note.at:
        return ""
    at = datetime.fromisoformat(note.at)
    day = "" if at.date() == today else f"{short_day(at.date())}, "
    return ", ".join(filter(None, (f"{day}{house_clock(book, at)}", note.by)))

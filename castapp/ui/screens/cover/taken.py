"""What was taken and what follows from it: who is told, put-in calls, whether it stands. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.slot import clock
from castapp.services.cover.putin import PutIn
from castapp.services.cover.solution import Solution
from castapp.services.cover.take import Told
from castapp.services.papers import Request as Paper
from castapp.services.reason import short_day


@dataclass(frozen=True, slots=True)
class Taken:
    """A solution that was written. `heard` holds, per person told, the clock minute."""

    edit: Edit
    solution: Solution
    told: tuple[Told, ...]
    put_ins: tuple[PutIn, ...]
    heard: Mapping[str, int] = field(default_factory=dict)

    def with_heard(self, person_id: str, minute: int | None) -> Taken:
        """The same with somebody told at a clock minute, or not told after all."""
        heard = {key: value for key, value in self.heard.items() if key != person_id}
        return replace(self, heard=heard if minute is None else {**heard, person_id: minute})


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Somebody to be told: what changed for them, by when, and when they were."""

    person_id: str
    name: str
    desk: str
    texts: tuple[str, ...]
    by: str
    at: str = ""


def stands(book: Book, taken: Taken) -> bool:
    """Whether what was taken is still in the book (undone, it is not)."""
    made = [change.id for change in taken.edit.changes
            if change.kind is Override and change.after is not None]  # fmt: skip
    return all(book.find(Override, one) is not None for one in made)


def told_rows(book: Book, taken: Taken, today: date) -> tuple[ToldRow, ...]:
    """Everybody to be told, dancers by rank, then the desks."""
    found = []
    for one in taken.told:
        who = book.find(Person, one.person_id)
        if who is not None:
            day = "" if one.day == today else f"{short_day(one.day)}, "
            minute = taken.heard.get(one.person_id)
            at = clock(minute) if minute is not None else ""
            by = f"by {day}{clock(one.by)}"
            found.append(ToldRow(who.id, who.name, one.desk, one.texts, by, at))
    return tuple(found)


def told_words(rows: tuple[ToldRow, ...]) -> str:
    """How many of them know: 3 of 11 told."""
    done = sum(bool(row.at) for row in rows)
    return f"{done} of {len(rows)} told"


def is_added(book: Book, put_in: PutIn) -> bool:
    """Whether a proposed call is on the schedule."""
    return book.find(type(put_in.call), put_in.call.id) is not None


def paper_request(book: Book, taken: Taken, paper: str) -> Paper:
    """The paper of the nights that changed."""
    moved = (book.find(Performance, move.performance_id) for move in taken.solution.moves)
    days = sorted(show.day for show in moved if show is not None)
    return Paper(paper, days[0], days[-1])

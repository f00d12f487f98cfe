"""Who is free for a span of a day: people by rank, with what they come from and go to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from castapp.domain.agenda import Stint, agenda
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.roster import dancers, engagement, is_dancer, rank
from castapp.domain.slot import clock, overlap, span
from castapp.domain.standing import standing
from castapp.domain.wording import call_short, short_place


@dataclass(frozen=True, slots=True)
class Free:
    """Somebody free: rank or title, what they may do (one word), and the stints around the span.

    `minutes` is what they have of the day's work already.
    """

    person_id: str
    rank: str
    status: str
    before: Stint | None
    after: Stint | None
    minutes: int
    words: str


def who_is_free(
    book: Book, day: date, start: int, end: int, *, staff: bool = False
) -> tuple[Free, ...]:
    """Everybody under contract who can be called and is wanted nowhere from start to end.

    Dancers by rank; with `staff` the others by title and name. Times are clock minutes. Raises
    Invalid for a span that ends before it begins.
    """
    if end <= start:
        amiss = "has no length" if end == start else "ends before it begins"
        raise Invalid(f"{span(start, end)} {amiss}; give the span first to last.")
    people = _staff(book, day) if staff else dancers(book, day)
    return tuple(_free(book, people, day, (start, end)))


def _free(
    book: Book,
    people: Iterable[Person],
    day: date,
    wanted: tuple[int, int],
) -> Iterable[Free]:
    now = agenda(book, day)
    start, end = wanted
    for person in people:
        state = standing(book, person.id, day)
        stints = now.get(person.id, ())
        taken = any(overlap(start, end, one.start, one.end) for one in stints)
        if taken or not state.can_be_called:
            continue
        before = max((one for one in stints if one.end <= start), key=_end, default=None)
        after = min((one for one in stints if one.start >= end), key=_start, default=None)
        yield Free(
            person.id,
            rank(book, person.id, day),
            state.word,
            before,
            after,
            sum(one.minutes for one in stints),
            _words(book, before, after),
        )


def _end(stint: Stint) -> int:
    return stint.end


def _start(stint: Stint) -> int:
    return stint.start


def _words(book: Book, before: Stint | None, after: Stint | None) -> str:
    if before is None and after is None:
        return "nothing else that day"
    told = []
    if before is not None:
        told.append(f"from {_thing(book, before)} until {clock(before.end)}")
    if after is not None:
        told.append(f"to {_thing(book, after)} at {clock(after.start)}")
    return ", ".join(told)


def _thing(book: Book, stint: Stint) -> str:
    if stint.performance is not None:
        return f"the show {title(book, stint.performance)}"
    if stint.call is None:
        return ""
    place = short_place(book, stint.call.studio_id)
    return f"{call_short(book, stint.call)} ({place})" if place else call_short(book, stint.call)


def _staff(book: Book, day: date) -> list[Person]:
    found = [
        who
        for who in book.all(Person)
        if not is_dancer(who) and engagement(book, who.id, day) is not None
    ]
    return sorted(found, key=lambda who: (rank(book, who.id, day), who.sort_key))

"""An issue of a paper in words, as it was posted: what stood where, and who was called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.office import PostedLine, Posting
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import span
from castapp.export.posted import Wanted, postings, wanted


@dataclass(frozen=True, slots=True)
class PostedDay:
    """The lines of one day; without a day those whose call or show is no longer there."""

    day: date | None
    lines: tuple[str, ...]


def as_posted(book: Book, posting: Posting) -> tuple[PostedDay, ...]:
    """What an issue said, day by day. Private bookings are left out, as on every paper."""
    public = next(
        (one for one in postings(book, posting.day, posting.paper) if one.id == posting.id), posting
    )
    days: dict[date | None, list[str]] = {}
    for line in public.lines:
        days.setdefault(_day(book, posting, line), []).append(_words(book, line))
    ordered = sorted(days.items(), key=lambda one: one[0] or date.max)
    return tuple(PostedDay(day, tuple(lines)) for day, lines in ordered)


def _day(book: Book, posting: Posting, line: PostedLine) -> date | None:
    """A call sheet is of one day; other papers tell by what the line is about."""
    if posting.paper == "callsheet":
        return posting.day
    record = book.find(Call, line.ref_id) or book.find(Performance, line.ref_id)
    return record.day if record else None


def _words(book: Book, line: PostedLine) -> str:
    head = ", ".join(
        part
        for part in (span(line.start, line.start + line.minutes), line.what, line.place)
        if part
    )
    who = [_who(book, line, one) for one in wanted(line)]
    return f"{head}: {', '.join(sorted(who))}" if who else head


def _who(book: Book, line: PostedLine, one: Wanted) -> str:
    person = book.find(Person, one.person_id)
    name = inside_name(book, one.person_id) if person else "somebody no longer here"
    role = book.find(Role, one.role_id)
    if role is not None:
        return f"{role.name} {name} (cover)" if one.cover else f"{role.name} {name}"
    if (one.start, one.end) != (line.start, line.start + line.minutes):
        return f"{name} {span(one.start, one.end)}"
    return name

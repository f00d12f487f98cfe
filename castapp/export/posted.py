"""What a day's call sheet says in short, to be kept with its posting and compared later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.agenda import call_stints
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.office import PostedLine, Posting
from castapp.domain.programme import parts, running_minutes, title
from castapp.domain.wording import call_title, place

PRIVATE_KINDS = ("physio", "conditioning")
UNPOSTED_KINDS = (*PRIVATE_KINDS, "free day")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One person on a posted line: from when to when, and in a show as what."""

    person_id: str
    start: int
    end: int
    role_id: str = ""
    spot: int = 0
    cover: int = 0


@dataclass(frozen=True, slots=True)
class Issue:
    """Which issue a page is: `number` counts from 1; a draft has no posting of its own.

    `base` is the issue it replaces, against which changes are marked.
    """

    number: int
    posted: Posting | None
    base: Posting | None


def posted_lines(book: Book, day: date) -> tuple[PostedLine, ...]:
    """A day's calls and shows as its call sheet has them; private bookings are left out."""
    lines = [
        _call_line(book, call)
        for call in book.where(Call, "day", day)
        if call.state != "cancelled" and call.kind not in UNPOSTED_KINDS
    ]
    shows = [show for show in book.where(Performance, "day", day) if show.state != "cancelled"]
    lines += show_lines(book, shows)
    return tuple(sorted(lines, key=lambda line: (line.start, line.place, line.ref_id)))


def show_lines(book: Book, shows: Iterable[Performance]) -> tuple[PostedLine, ...]:
    """Shows in time order, with who has which part."""
    ordered = sorted(shows, key=lambda show: (show.day, show.curtain, show.id))
    return tuple(_show_line(book, show) for show in ordered)


def postings(book: Book, day: date, paper: str = "callsheet") -> list[Posting]:
    """The issues of a day's paper so far, first to last, without what is private by now.

    A call that was taken out and made again just as it was stands in them as the one there is now.
    """
    found = [_public(book, one) for one in book.where(Posting, "day", day) if one.paper == paper]
    return sorted((_rebuilt(book, one) for one in found), key=lambda posting: posting.issue)


def _rebuilt(book: Book, posting: Posting) -> Posting:
    """An issue whose lines of calls that are gone bear the id of the same call made again: the
    same time, place, words and people.
    """
    if posting.paper == "casting" or not any(_is_gone(book, line) for line in posting.lines):
        return posting
    now = week_lines if posting.paper == "week" else posted_lines
    known = {line.ref_id for line in posting.lines}
    fresh = {
        replace(line, ref_id=""): line.ref_id
        for line in now(book, posting.day)
        if line.ref_id not in known
    }
    lines = tuple(
        replace(line, ref_id=fresh.pop(replace(line, ref_id=""), line.ref_id))
        if _is_gone(book, line)
        else line
        for line in posting.lines
    )
    return replace(posting, lines=lines)


def _is_gone(book: Book, line: PostedLine) -> bool:
    return book.find(Call, line.ref_id) is None and book.find(Performance, line.ref_id) is None


def _public(book: Book, posting: Posting) -> Posting:
    lines = tuple(line for line in posting.lines if not _is_private(book, line))
    return posting if len(lines) == len(posting.lines) else replace(posting, lines=lines)


def _is_private(book: Book, line: PostedLine) -> bool:
    call = book.find(Call, line.ref_id)
    return call is not None and call.kind in PRIVATE_KINDS


def week_lines(book: Book, first: date) -> tuple[PostedLine, ...]:
    """The seven days from `first` as their week sheet has them."""
    return tuple(
        line for offset in range(7) for line in posted_lines(book, first + timedelta(days=offset))
    )


def issue_of(book: Book, day: date) -> Issue:
    """The issue the call sheet of a day is now: the last one posted, or the draft of the next."""
    return _issue(postings(book, day), posted_lines(book, day))


def week_issue_of(book: Book, first: date) -> Issue:
    """The issue the week sheet of the week from `first` is now."""
    return _issue(postings(book, first, "week"), week_lines(book, first))


def _issue(issues: list[Posting], lines: tuple[PostedLine, ...]) -> Issue:
    last = issues[-1] if issues else None
    if last is not None and last.lines == lines:
        return Issue(last.issue, last, issues[-2] if len(issues) > 1 else None)
    return Issue(last.issue + 1 if last else 1, None, last)


def wanted(line: PostedLine) -> tuple[Wanted, ...]:
    """The people of a posted line with their own times."""
    return tuple(_wanted(line, entry) for entry in line.people)


def own_days(lines: Iterable[PostedLine]) -> dict[str, frozenset[tuple[object, ...]]]:
    """Person id → what a page says of that person's day, in a form to be compared."""
    days: dict[str, set[tuple[object, ...]]] = {}
    for line in lines:
        for who in wanted(line):
            days.setdefault(who.person_id, set()).add((line.ref_id, line.place, who))
    return {person_id: frozenset(found) for person_id, found in days.items()}


def changed_people(before: Iterable[PostedLine], now: Iterable[PostedLine]) -> set[str]:
    """The people whose own day differs between two issues."""
    old, new = own_days(before), own_days(now)
    return {one for one in old.keys() | new.keys() if old.get(one) != new.get(one)}


def _call_line(book: Book, call: Call) -> PostedLine:
    people = []
    for stint in call_stints(book, call):
        own = (stint.start, stint.end) != (call.start, call.end)
        times = f"|{stint.start}|{stint.end}" if own else ""
        people.append(f"{stint.person_id}{times}")
    return PostedLine(
        call.id,
        call.start,
        call.minutes,
        place(book, call.studio_id),
        call_title(book, call).text,
        tuple(sorted(people)),
    )


def _show_line(book: Book, show: Performance) -> PostedLine:
    people = sorted(
        f"{part.person_id}|{part.role_id}|{part.spot}|{part.cover}"
        for part in parts(book, show)
        if part.person_id
    )
    return PostedLine(
        show.id,
        show.curtain,
        running_minutes(book, show),
        place(book, show.venue_id),
        title(book, show),
        tuple(people),
    )


def _wanted(line: PostedLine, entry: str) -> Wanted:
    person_id, *rest = entry.split("|")
    end = line.start + line.minutes
    if len(rest) == 3:
        role_id, spot, cover = rest
        return Wanted(person_id, line.start, end, role_id, int(spot), int(cover))
    if len(rest) == 2:
        return Wanted(person_id, int(rest[0]), int(rest[1]))
    return Wanted(person_id, line.start, end)

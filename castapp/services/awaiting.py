"""The larger papers still to go up: the next week's sheet, and castings of coming shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Performance
from castapp.domain.office import Posting
from castapp.domain.programme import parts
from castapp.domain.repertory import Production
from castapp.domain.roster import company
from castapp.domain.slot import week_start
from castapp.export.posted import show_lines, week_issue_of, week_lines

CASTING_AHEAD = 42
"""Days ahead within which a ballet's casting is expected on the board."""


@dataclass(frozen=True, slots=True)
class WeekAwaited:
    """A week sheet not up as it stands. `calls` and `unplaced` count what it holds."""

    first: date
    issue: int
    state: str
    calls: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class CastingAwaited:
    """A ballet's casting not up as it stands: coming shows, parts still open, the first show."""

    production_id: str
    name: str
    issue: int
    shows: int
    open_parts: int
    first: date


def awaited_week(book: Book, today: date) -> WeekAwaited | None:
    """Next week's sheet, unless it is up as it stands or there is nothing in it yet."""
    first = week_start(today, company(book).first_weekday) + timedelta(weeks=1)
    if not week_lines(book, first):
        return None
    issue = week_issue_of(book, first)
    if issue.posted is not None and issue.posted.state == "firm":
        return None
    calls = [
        call
        for offset in range(7)
        for call in book.where(Call, "day", first + timedelta(days=offset))
        if call.state != "cancelled" and call.kind != "free day"
    ]
    standing = issue.posted or issue.base
    unplaced = sum(call.studio_id is None for call in calls)
    return WeekAwaited(
        first, issue.number, standing.state if standing else "draft", len(calls), unplaced
    )


def awaited_castings(book: Book, today: date) -> tuple[CastingAwaited, ...]:
    """The ballets with shows within six weeks whose casting is not up, the next show first."""
    found = []
    for work in book.all(Production):
        shows = _coming(book, work.id, today)
        if not shows:
            continue
        last = max(_issues(book, work.id), key=lambda one: one.issue, default=None)
        if last is not None and _covers(book, last, shows):
            continue
        found.append(
            CastingAwaited(
                work.id,
                work.short or work.title,
                last.issue + 1 if last else 1,
                len(shows),
                _open_parts(book, work.id, shows),
                shows[0].day,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.first, one.name)))


def _coming(book: Book, production_id: str, today: date) -> list[Performance]:
    until = today + timedelta(days=CASTING_AHEAD)
    found = [
        show
        for item in book.where(BillItem, "production_id", production_id)
        if (show := book.find(Performance, item.performance_id))
        and today <= show.day <= until
        and show.state != "cancelled"
    ]
    return sorted(found, key=lambda show: (show.day, show.curtain))


def _issues(book: Book, production_id: str) -> list[Posting]:
    found = book.where(Posting, "production_id", production_id)
    return [one for one in found if one.paper == "casting"]


def _covers(book: Book, posting: Posting, shows: list[Performance]) -> bool:
    posted = {line.ref_id: line for line in posting.lines}
    return all(posted.get(line.ref_id) == line for line in show_lines(book, shows))


def _open_parts(book: Book, production_id: str, shows: list[Performance]) -> int:
    return sum(
        not part.person_id and part.cover == 0
        for show in shows
        for part in parts(book, show)
        if part.production_id == production_id
    )

"""Posting: what is put on the board, what has changed since, and what must be posted when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Performance
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.office import PostedLine, Posting
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.domain.records import KINDS
from castapp.domain.repertory import Production
from castapp.domain.roster import by_rank, company
from castapp.domain.slot import week_start
from castapp.export.callsheet_changes import change_word
from castapp.export.manner import Manner
from castapp.export.person_changes import lines_of_all
from castapp.export.posted import (
    changed_people,
    posted_lines,
    postings,
    show_lines,
    week_lines,
)

DAYS_AHEAD = 7
LONGEST_REST = 7


@dataclass(frozen=True, slots=True)
class CallDrift:
    """A call or show that is not as it was posted. `word` says how: new, moved, taken out …"""

    ref_id: str
    start: int
    place: str
    what: str
    word: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class DancerDrift:
    """Somebody whose day is not as it was posted, with everything that changed in it."""

    person_id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed since an issue. `issue` is 0 if the day has never been posted."""

    issue: int = 0
    calls: tuple[CallDrift, ...] = ()
    people: tuple[DancerDrift, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.calls)


@dataclass(frozen=True, slots=True)
class Due:
    """A call sheet that must be posted: which issue, as what, and until when.

    `by_clock` is minutes since midnight of `by_day`; `changes` counts what has changed since a
    firm issue, 0 if there is none yet.
    """

    day: date
    issue: int
    state: str
    by_day: date
    by_clock: int
    changes: int = 0


def post_day(book: Book, day: date, state: str, author: str, at: datetime) -> Edit:
    """Post the call sheet of a day as it stands, tentative or firm; `at` must know its zone.

    Raises Invalid if the last issue already says all of it.
    """
    lines = posted_lines(book, day)
    return _posted(
        book, "callsheet", day, state, author, at, lines,
        f"the call sheet of {Manner().day(day)}",
    )  # fmt: skip


def post_week(book: Book, day: date, state: str, author: str, at: datetime) -> Edit:
    """Post the week sheet of the week a day lies in; kept under its first day.

    Raises Invalid if the last issue already says all of it.
    """
    first = week_start(day, company(book).first_weekday)
    lines = week_lines(book, first)
    return _posted(
        book, "week", first, state, author, at, lines, f"the week of {Manner().day(first)}"
    )


def _posted(
    book: Book,
    paper: str,
    day: date,
    state: str,
    author: str,
    at: datetime,
    lines: tuple[PostedLine, ...],
    what: str,
) -> Edit:
    issues = postings(book, day, paper)
    last = issues[-1] if issues else None
    if last and last.lines == lines and last.state == state:
        raise Invalid(f"Issue {last.issue} stands: nothing has changed since it was posted.")
    issue = last.issue + 1 if last else 1
    posting = Posting(new_id(), paper, day, issue, state, _stamp(at), author, lines=lines)
    draft = Draft(book)
    draft.put(posting)
    return draft.edit(f"Post {what}, issue {issue}, {state}")


def post_casting(
    book: Book, production_id: str, first: date, last: date, author: str, at: datetime
) -> Edit:
    """Post the casting of a production's shows from `first` to `last`; kept under `first`."""
    found = [
        show
        for item in book.where(BillItem, "production_id", production_id)
        if (show := book.find(Performance, item.performance_id))
        and first <= show.day <= last
        and show.state != "cancelled"
    ]
    if not found:
        raise Invalid("There is no show in these days to post the casting of.")
    earlier = [
        one for one in book.where(Posting, "production_id", production_id) if one.paper == "casting"
    ]
    issue = 1 + max((one.issue for one in earlier), default=0)
    posting = Posting(
        new_id(), "casting", first, issue, "firm", _stamp(at), author, production_id,
        show_lines(book, found),
    )  # fmt: skip
    draft = Draft(book)
    draft.put(posting)
    work = book.get(Production, production_id)
    return draft.edit(f"Post the casting of {work.short or work.title}, issue {issue}")


def drift(book: Book, day: date) -> Drift:
    """What has changed on a day since its last issue, per call and per person."""
    kept = book.cache("drift", *KINDS)
    if day not in kept:
        kept[day] = _drift(book, day)
    found: Drift = kept[day]
    return found


def _drift(book: Book, day: date) -> Drift:
    last = _last(book, day)
    if last is None:
        return Drift()
    now = posted_lines(book, day)
    if now == last.lines:
        return Drift(last.issue)
    manner = Manner(company(book).paper)
    told = lines_of_all(book, changed_people(last.lines, now), last.lines, now, manner)
    people = (person for one in told if (person := book.find(Person, one)))
    return Drift(
        last.issue,
        tuple(_call_drifts(book, last.lines, now, manner)),
        tuple(DancerDrift(one.id, told[one.id]) for one in by_rank(book, people, day)),
    )


def due(book: Book, today: date, days: int = DAYS_AHEAD) -> tuple[Due, ...]:
    """The call sheets of the coming days that are not up as they should be, the nearest first.

    A day is to be firm by the posting hour of the last working day before it.
    """
    found = []
    for offset in range(days + 1):
        day = today + timedelta(days=offset)
        lines = posted_lines(book, day)
        last = _last(book, day)
        if not lines and last is None:
            continue
        if last and last.state == "firm" and last.lines == lines:
            continue
        firm = last is not None and last.state == "firm"
        found.append(
            Due(
                day,
                last.issue + 1 if last else 1,
                "firm",
                working_day_before(book, day),
                company(book).posting_clock,
                len(drift(book, day).calls) if firm else 0,
            )
        )
    return tuple(found)


def working_day_before(book: Book, day: date) -> date:
    """The last day before on which anybody works, a week back at most; else the day before."""
    for back in range(1, LONGEST_REST + 1):
        earlier = day - timedelta(days=back)
        if any(
            call.state != "cancelled" and call.kind != "free day"
            for call in book.where(Call, "day", earlier)
        ) or book.where(Performance, "day", earlier):
            return earlier
    return day - timedelta(days=1)


def _call_drifts(
    book: Book, was: Iterable[PostedLine], now: Iterable[PostedLine], manner: Manner
) -> Iterable[CallDrift]:
    before = {line.ref_id: line for line in was}
    after = {line.ref_id: line for line in now}
    for ref_id, line in after.items():
        if before.get(ref_id) != line:
            word = change_word(book, before.get(ref_id), line, manner)
            yield CallDrift(ref_id, line.start, line.place, line.what, word)
    for ref_id, line in before.items():
        if ref_id not in after:
            yield CallDrift(ref_id, line.start, line.place, line.what, "taken out", line.minutes)


def _last(book: Book, day: date) -> Posting | None:
    issues = postings(book, day)
    return issues[-1] if issues else None


def _stamp(at: datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("the moment of posting must know its zone")
    return at.astimezone(UTC).isoformat(timespec="seconds")

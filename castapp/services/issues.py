"""What of a paper is posted: its issues, whether the last one stands, what changed since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Performance
from castapp.domain.finding import Finding
from castapp.domain.office import PAPERS_POSTED, AcceptedBreach, PostedLine, Posting
from castapp.domain.people import Person
from castapp.domain.roster import by_rank, company
from castapp.domain.slot import days_between
from castapp.export.manner import Manner
from castapp.export.person_changes import person_lines
from castapp.export.posted import (
    changed_people,
    posted_lines,
    postings,
    show_lines,
    week_lines,
)
from castapp.export.request import Request
from castapp.export.runs import GAP_IN_RUN, run_of
from castapp.services.findings import apart
from castapp.services.publish import DancerDrift, drift

__all__ = [
    "PAPERS_POSTED", "DancerDrift", "Request", "changes", "issues", "lines_now", "posted_despite",
    "run_at", "runs", "stands",
]  # fmt: skip

Run = tuple[date, date]


def issues(book: Book, request: Request) -> tuple[Posting, ...]:
    """The issues of a paper so far, first to last; a paper that is not posted has none.

    The week sheet is asked for by the first day of its week.
    """
    if request.paper not in PAPERS_POSTED:
        return ()
    if request.paper != "casting":
        return tuple(postings(book, request.first, request.paper))
    found = book.where(Posting, "production_id", request.production_id)
    return tuple(
        sorted((one for one in found if one.paper == "casting"), key=lambda one: one.issue)
    )


def lines_now(book: Book, request: Request) -> tuple[PostedLine, ...]:
    """What the paper would say if it were posted now; nothing for one that is not posted."""
    if request.paper == "callsheet":
        return posted_lines(book, request.first)
    if request.paper == "week":
        return week_lines(book, request.first)
    if request.paper == "casting":
        shows = run_of(book, request.production_id, request.first, request.until)
        return show_lines(book, shows)
    return ()


def stands(book: Book, request: Request) -> bool:
    """Whether the last issue says everything as it is now."""
    posted = issues(book, request)
    return bool(posted) and posted[-1].lines == lines_now(book, request)


def posted_despite(book: Book, posting: Posting, finding: Finding) -> tuple[AcceptedBreach, ...]:
    """The reasons an issue went out with a finding (gathered or not); none if it did not."""
    kept = [
        next(iter(book.where(AcceptedBreach, "key", f"{posting.id}|{one.key}")), None)
        for one in apart(finding)
    ]
    reasons = tuple(one for one in kept if one is not None)
    return reasons if len(reasons) == len(kept) else ()


def changes(book: Book, request: Request) -> tuple[DancerDrift, ...]:
    """Everybody whose days differ from the last issue, by rank, with what differs.

    A paper of several days names the day before each sentence. Somebody's own week differs
    from the call sheets that are up.
    """
    if request.paper == "callsheet":
        return drift(book, request.first).people
    if request.paper == "dancer":
        return _own_changes(book, request)
    posted = issues(book, request)
    if not posted:
        return ()
    was, now = posted[-1].lines, lines_now(book, request)
    changed = (book.find(Person, one) for one in changed_people(was, now))
    found = by_rank(book, (one for one in changed if one), request.first)
    return tuple(DancerDrift(one.id, _day_by_day(book, one.id, was, now)) for one in found)


def runs(book: Book, production_id: str) -> tuple[Run, ...]:
    """A production's runs, each by its first and last day; a gap of a fortnight parts two."""
    items = book.where(BillItem, "production_id", production_id)
    shows = (book.find(Performance, item.performance_id) for item in items)
    days = sorted({show.day for show in shows if show and show.state != "cancelled"})
    found: list[Run] = []
    for one in days:
        if found and one - found[-1][1] <= timedelta(days=GAP_IN_RUN):
            found[-1] = (found[-1][0], one)
        else:
            found.append((one, one))
    return tuple(found)


def run_at(book: Book, production_id: str, day: date) -> Run | None:
    """The run that is on or comes next, else the last one; None if there is no show at all."""
    found = runs(book, production_id)
    return next((run for run in found if run[1] >= day), found[-1] if found else None)


def _own_changes(book: Book, request: Request) -> tuple[DancerDrift, ...]:
    manner = Manner(company(book).paper)
    told = [
        f"{manner.short_day(day)}: {sentence}"
        for day in days_between(request.first, request.until)
        for one in drift(book, day).people
        if one.person_id == request.person_id
        for sentence in one.lines
    ]
    return (DancerDrift(request.person_id, tuple(told)),) if told else ()


def _day_by_day(
    book: Book, person_id: str, was: Iterable[PostedLine], now: Iterable[PostedLine]
) -> tuple[str, ...]:
    manner = Manner(company(book).paper)
    before, after = _by_day(book, was), _by_day(book, now)
    told = []
    for day in sorted(before.keys() | after.keys(), key=lambda one: one or date.max):
        head = f"{manner.short_day(day)}: " if day else ""
        said = person_lines(book, person_id, before.get(day, ()), after.get(day, ()), manner)
        told += [head + sentence for sentence in said]
    return tuple(told)


def _by_day(book: Book, lines: Iterable[PostedLine]) -> dict[date | None, list[PostedLine]]:
    """Lines under the day their call or show has now; None if it is no longer there."""
    days: dict[date | None, list[PostedLine]] = {}
    for line in lines:
        record = book.find(Call, line.ref_id) or book.find(Performance, line.ref_id)
        days.setdefault(record.day if record else None, []).append(line)
    return days

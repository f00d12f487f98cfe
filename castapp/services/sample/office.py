"""The sample's office: what has been posted, remarks, and a breach accepted with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.office import AcceptedBreach, Note, PostedLine, Posting
from castapp.domain.record import Record
from castapp.domain.slot import utc_minutes
from castapp.export.posted import posted_lines
from castapp.rules.judge import findings
from castapp.services.sample.data import ident
from castapp.services.sample.plot import next_working_day

AUTHOR = "Judith Marlowe"
DAYS_POSTED = 10
TENTATIVE_AT = 17 * 60 + 40
FIRM_AT = 15 * 60
MOVED_MINUTES = 75


def postings(book: Book, today: date) -> Iterator[Record]:
    """The sheets of the last days and of today as they went up; two tentative ones to come.

    Tomorrow's has changed since: a duet was moved, and one call is new.
    """
    for back in range(DAYS_POSTED, -1, -1):
        day = today - timedelta(days=back)
        lines = posted_lines(book, day)
        if lines:
            yield _posting(book, day, 1, "firm", day - timedelta(days=1), FIRM_AT, lines)
    day = next_working_day(today)
    lines = tuple(_as_first_posted(book, day))
    yield _posting(book, day, 1, "tentative", today - timedelta(days=1), TENTATIVE_AT, lines)
    after = next_working_day(day)
    lines = posted_lines(book, after)
    yield _posting(book, after, 1, "tentative", today - timedelta(days=1), TENTATIVE_AT, lines)
    yield Note(ident("note", "piano"), "Piano in Studio 2 tuned on Monday at 9.00.", day=today)
    yield Note(
        ident("note", "tour"), "Wardrobe asks for all swan bodices by the end of the week.",
        day=day,
    )  # fmt: skip


def accepted(book: Book, today: date) -> Iterator[AcceptedBreach]:
    """The short lunch of the coming day, accepted with its reason."""
    day = next_working_day(today)
    for found in findings(book, [day]):
        if found.rule == "meal":
            yield AcceptedBreach(
                ident("accepted", found.key), found.rule, found.key,
                "Agreed with her; half an hour is given back after the last show.", AUTHOR, day,
            )  # fmt: skip


def _as_first_posted(book: Book, day: date) -> Iterator[PostedLine]:
    for line in posted_lines(book, day):
        call = book.find(Call, line.ref_id)
        if call is not None and call.title == "Duet I":
            yield replace(line, start=line.start + MOVED_MINUTES)
        elif call is None or call.title != "Fitting":
            yield line


def _posting(
    book: Book,
    day: date,
    issue: int,
    state: str,
    posted_on: date,
    clock: int,
    lines: tuple[PostedLine, ...],
) -> Posting:
    moment = utc_minutes(posted_on, clock, book.get(Company, COMPANY_ID).zone) * 60
    at = datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")
    return Posting(
        ident("posting", day, issue), "callsheet", day, issue, state, at, AUTHOR, lines=lines
    )

"""The days a screen is about, by which the findings strip is filled. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Cast, Performance
from castapp.domain.company import Company
from castapp.domain.finding import Finding, Ref
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import company
from castapp.domain.slot import week_start


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another; with a production only what concerns it."""

    first: date
    last: date
    production_id: str = ""

    def words(self, book: Book) -> str:
        """How the span is called: 12 – 18 October; Lake, 8 – 24 October."""
        work = book.find(Production, self.production_id)
        days = _days(self.first, self.last)
        return f"{work.short or work.title}, {days}" if work else days

    def of(self, book: Book, finding: Finding) -> bool:
        """Whether a finding of these days concerns the production, if one is asked for."""
        if not self.production_id:
            return True
        return any(self.production_id in _works(book, ref) for ref in finding.refs)


def week_around(book: Book, day: date) -> Span:
    """The company's week that a day lies in."""
    first = week_start(day, company(book).first_weekday if book.count(Company) else 0)
    return Span(first, first + timedelta(days=6))


def _days(first: date, last: date) -> str:
    if first == last:
        return f"{first:%A} {first.day} {first:%B}"
    month = "" if (first.month, first.year) == (last.month, last.year) else f" {first:%B}"
    return f"{first.day}{month} – {last.day} {last:%B}"


def _works(book: Book, ref: Ref) -> set[str]:
    """The productions of a call, a role, a cast, or all on the bill of a performance."""
    record = book.find(ref.kind, ref.id)
    if isinstance(record, Performance):
        return {one.production_id for one in book.where(BillItem, "performance_id", record.id)}
    if isinstance(record, Call | Cast | Role):
        return {record.production_id or ""}
    return {ref.id} if ref.kind is Production else set()

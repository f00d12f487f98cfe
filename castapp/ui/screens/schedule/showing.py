"""What the book has of the days shown: the board's view, and what is found of each record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.company import Company
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.services.findings import accepted_findings, findings
from castapp.ui.screens.schedule.cards import by_record
from castapp.ui.screens.schedule.modes import WEEK
from castapp.ui.screens.schedule.posted import changes, taken_out, week_state
from castapp.ui.screens.schedule.present import BoardView, day_view, week_of, week_view


class Showing:
    """Reads a day or a week, and what is found there. A day does not wait for its week."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._by_record: Mapping[str, tuple[Finding, ...]] = {}
        self._book: Book | None = None
        self._days: tuple[date, ...] = ()

    def view(self, book: Book, mode: str, day: date) -> BoardView:
        """The board of the day, or of its week in the week's view."""
        week = week_of(book, day)
        days = week if mode == WEEK else (day,)
        self._book, self._days = book, week
        shown = self._found(week) if mode == WEEK else self.on(day)
        self._by_record = by_record(shown)
        changed = {key: was for one in days for key, was in changes(book, one).items()}
        if mode != WEEK:
            return day_view(book, day, shown, changed, taken_out(book, day))
        states = {one: week_state(book, one, self._today) for one in days}
        return week_view(book, day, self._today, shown, changed, states)

    def on(self, day: date) -> tuple[Finding, ...]:
        """What was found of one day; what adds up a week is of none."""
        return tuple(one for one in self._found((day,)) if one.about != "week")

    def with_week(self, day: date) -> tuple[Finding, ...]:
        """What was found of one day and of its week."""
        found = self._found(self._days)
        return tuple(one for one in found if one.day == day or one.about == "week")

    def _found(self, days: Sequence[date]) -> tuple[Finding, ...]:
        if self._book is None or not self._book.count(Company):
            return ()
        return tuple(findings(self._book, days[0], days[-1]))

    def of(self, record_id: str) -> tuple[Finding, ...]:
        """What was found of a call or a show."""
        return self._by_record.get(record_id, ())

    def accepted(self, record_id: str) -> tuple[tuple[Finding, AcceptedBreach], ...]:
        """What was found of a call or a show in this week, and accepted."""
        if self._book is None or not self._book.count(AcceptedBreach):
            return ()
        found = accepted_findings(self._book, self._days[0], self._days[-1])
        return tuple(
            (one, breach) for one, breach in found if any(ref.id == record_id for ref in one.refs)
        )

"""A dancer's day in figures, and what the rules allow of each. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from castapp.domain.agenda import Stint, agenda
from castapp.domain.book import Book
from castapp.domain.calls import REHEARSAL_KINDS
from castapp.domain.finding import SEVERITIES, Finding
from castapp.services.board import PersonRow as Counted

REHEARSAL, WORK, WEEK, SPAN, BREAK = "rehearsal", "work", "week", "span", "break"
COLUMNS = (REHEARSAL, WORK, WEEK, SPAN, BREAK)
WORDS = {
    REHEARSAL: "Rehearsal",
    WORK: "Work",
    WEEK: "Week",
    SPAN: "Span",
    BREAK: "Break",
}
OF_RULE: Mapping[str, str] = {
    "show_day": REHEARSAL,
    "two_show_day": REHEARSAL,
    "hours_a_day": WORK,
    "hours_a_week": WEEK,
    "span": SPAN,
    "meal": BREAK,
    "consecutive": BREAK,
}


@dataclass(frozen=True, slots=True)
class Sums:
    """Minutes: rehearsed and worked today, worked in the week, from first to last, longest break.

    None where there is nothing to add up.
    """

    rehearsal: int | None = None
    work: int | None = None
    week: int | None = None
    span: int | None = None
    pause: int | None = None

    def of(self, column: str) -> int | None:
        """The figure of a column."""
        return self.pause if column == BREAK else getattr(self, column)


NOTHING = Sums()


def sums(book: Book, row: Counted, day: date) -> Sums:
    """The figures of a dancer's day as the rules count them."""
    week = row.week.minutes or None
    if not row.bars:
        return Sums(week=week)
    stints = agenda(book, day).get(row.person_id, ())
    return Sums(
        _rehearsed(stints) or None,
        row.today.minutes or None,
        week,
        row.span.minutes or None,
        row.longest_break.minutes or None,
    )


def medians(found: Iterable[Sums]) -> Sums:
    """The middle of each figure among those who have one."""
    rows = list(found)

    def middle(column: str) -> int | None:
        values = [value for one in rows if (value := one.of(column)) is not None]
        return median_low(values) if values else None

    return Sums(*(middle(column) for column in COLUMNS))


def overs(findings: Iterable[Finding]) -> dict[str, str]:
    """The columns that are against a rule, with the worst severity of each."""
    worst: dict[str, str] = {}
    for one in findings:
        column = OF_RULE.get(one.rule)
        if column is None:
            continue
        known = worst.get(column)
        if known is None or SEVERITIES.index(one.severity) < SEVERITIES.index(known):
            worst[column] = one.severity
    return worst


def figure(minutes: int | None) -> str:
    """Minutes as the columns write them: 2 h 15, 0 h 45, – for none."""
    return "–" if minutes is None else f"{minutes // 60} h {minutes % 60:02d}"


def _rehearsed(stints: Iterable[Stint]) -> int:
    """Rehearsed minutes, overlaps counted once."""
    total, over = 0, 0
    for one in stints:
        if one.call is not None and one.call.kind in REHEARSAL_KINDS:
            total += max(0, one.end - max(one.start, over))
            over = max(over, one.end)
    return total

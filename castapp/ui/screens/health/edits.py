"""What the inspector's fields mean as edits of participation. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from castapp.domain.availability import Restriction
from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.services.absences import remove_participation, set_participation
from castapp.ui.screens.health.present import Facts

REVIEW_AFTER = timedelta(days=7)
LIMITED = ("modified", "rehab only")


def to_status(book: Book, facts: Facts, day: date, status: str) -> Edit:
    """Set somebody to a status from a day on; what is limited gets a day of review."""
    limits = facts.restrictions if status in LIMITED else ()
    return _from_day(book, facts, day, status, limits)


def with_limits(book: Book, facts: Facts, day: date, restrictions: Sequence[Restriction]) -> Edit:
    """Other restrictions from a day on."""
    status = facts.status if facts.status in LIMITED else "modified"
    return _from_day(book, facts, day, status, restrictions)


def with_dates(
    book: Book, facts: Facts, *, since: date, review: date | None, until: date | None
) -> Edit:
    """Other dates for what is in force now: the record itself changes. Raises Invalid."""
    record = facts.record
    if record is None:
        raise ValueError("there is no record to change the dates of")
    clock = record.since_clock if since == record.since else None
    changed = set_participation(
        book,
        facts.person_id,
        since,
        record.status,
        record.restrictions,
        review=review,
        until=until,
        since_clock=clock,
    )
    if since == record.since:
        return changed
    return remove_participation(book, record.id).then(changed, changed.label)


def _from_day(
    book: Book, facts: Facts, day: date, status: str, restrictions: Sequence[Restriction]
) -> Edit:
    record = facts.record
    same_day = record is not None and record.since == day
    keeps = status != "full"
    review = facts.review if keeps and facts.review and facts.review >= day else None
    if keeps and review is None:
        review = day + REVIEW_AFTER
    return set_participation(
        book,
        facts.person_id,
        day,
        status,
        restrictions,
        review=review,
        until=facts.until if keeps and facts.until and facts.until >= day else None,
        since_clock=record.since_clock if record and same_day else None,
    )

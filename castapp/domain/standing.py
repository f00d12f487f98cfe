"""What somebody may do on a day: engaged or not, away or not, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS
from castapp.domain.people import Engagement
from castapp.domain.roster import engagement

_TREATED_AT = {"off": ("physio",), "rehab only": ("physio", "conditioning")}


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's availability on one day. `since_clock` is set if it began within that day."""

    engaged: bool
    absence: Absence | None
    status: str
    restrictions: tuple[Restriction, ...]
    since: date | None
    review: date | None
    needs_review: bool
    since_clock: int | None = None
    until: date | None = None

    @property
    def can_be_called(self) -> bool:
        """Whether any danced call or show is possible at all."""
        return self.engaged and self.absence is None and self.status in ("full", "modified")

    def overdue(self, today: date) -> bool:
        """Whether a limit has passed its day, as of the real today, whatever day is looked at."""
        due = [limit for limit in (self.review, self.until) if limit is not None]
        return self.status != "full" and bool(due) and min(due) < today

    def treated_at(self, kind: str) -> bool:
        """Whether a kind of call is what somebody off or in rehab comes to, and no dancing."""
        return kind in _TREATED_AT.get(self.status, ())

    def comes_to(self, kind: str) -> bool:
        """Whether somebody can be expected at a kind of call: who is off does not dance."""
        if not self.engaged or self.absence is not None:
            return False
        return self.can_be_called or kind not in DANCED_KINDS or self.treated_at(kind)

    @property
    def word(self) -> str:
        """The one word staff use: full, modified, rehab only, off, away, not engaged."""
        if not self.engaged:
            return "not engaged"
        return "away" if self.absence else self.status


def standing(book: Book, person_id: str, day: date) -> Standing:
    """What the records say of somebody on a day; no record at all means full."""
    kept = book.cache("standing", Engagement, Absence, Participation)
    found = kept.get((person_id, day))
    if found is None:
        found = kept[(person_id, day)] = _standing(book, person_id, day)
    answer: Standing = found
    return answer


def _standing(book: Book, person_id: str, day: date) -> Standing:
    contracted = bool(book.where(Engagement, "person_id", person_id))
    engaged = engagement(book, person_id, day) is not None or not contracted
    away = next(
        (
            absence
            for absence in book.where(Absence, "person_id", person_id)
            if absence.first <= day and (absence.last is None or day <= absence.last)
        ),
        None,
    )
    current = participation(book, person_id, day)
    if current is None:
        return Standing(engaged, away, "full", (), None, None, False)
    due = [limit for limit in (current.review, current.until) if limit is not None]
    return Standing(
        engaged=engaged,
        absence=away,
        status=current.status,
        restrictions=current.restrictions,
        since=current.since,
        review=current.review or current.until,
        needs_review=current.status != "full" and bool(due) and min(due) < day,
        since_clock=current.since_clock if current.since == day else None,
        until=current.until,
    )


def participation(book: Book, person_id: str, day: date) -> Participation | None:
    """The record of participation that counts on a day: the last begun."""
    begun = [
        record
        for record in book.where(Participation, "person_id", person_id)
        if record.since <= day
    ]
    return max(begun, key=lambda record: (record.since, record.since_clock or 0), default=None)

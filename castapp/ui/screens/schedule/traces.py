"""Where calls stood that were posted and have been taken out since. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.company import Studio
from castapp.domain.slot import span
from castapp.services.publish import CallDrift
from castapp.ui.screens.schedule.geometry import Stand


@dataclass(frozen=True, slots=True)
class Trace:
    """Where something stood that was posted and has been taken out."""

    stand: Stand
    title: str
    place: str

    @property
    def was(self) -> str:
        """was 15.30–16.30."""
        return f"was {span(self.stand.start, self.stand.end)}"

    @property
    def words(self) -> str:
        """Giselle Peasant pas de deux, was 15.30–16.30, Studio 3."""
        return ", ".join(part for part in (self.title, self.was, self.place) if part)


def traces(book: Book, day: date, gone: Sequence[CallDrift]) -> tuple[Trace, ...]:
    """Where on a day what has been taken out stood; a place that is no studio stands nowhere."""
    studios = {studio.name: studio.id for studio in book.all(Studio)}
    return tuple(
        Trace(
            Stand(day, studios.get(one.place), one.start, one.start + one.minutes),
            one.what,
            one.place,
        )
        for one in gone
    )

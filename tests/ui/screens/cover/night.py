"""One night of the small company with somebody off, answered in full."""

from __future__ import annotations

from collections.abc import Iterable

from castapp.domain.availability import Absence
from castapp.domain.record import Record
from castapp.services.cover.request import Locks, Request
from castapp.ui.screens.cover.answer import Answer, work_out
from tests.builders import THURSDAY, casting, company_book

SHOW = "show-2026-10-15-1170"
NIGHT = Request(("vega",), THURSDAY, 16 * 60, THURSDAY)


def quiet(part: float, words: str) -> None:
    """Nobody listens to the progress."""


def answer(*more: Iterable[Record], request: Request = NIGHT, locks: Locks | None = None) -> Answer:
    """The answer on the small company and whatever else is given."""
    return work_out(company_book(*more), request, locks or Locks(), quiet)


def chain() -> list[Record]:
    """Moss away, so that Fox leaves the Spirits for the Queen."""
    return [Absence("a", "moss", THURSDAY), casting("cast-2", "queen", 1, "fox", 3)]

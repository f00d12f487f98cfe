"""What is asked for: which paper, of which days, of whom or of which ballet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from castapp.export.careersheet import Career


@dataclass(frozen=True, slots=True)
class Request:
    """A paper of a day or of several. Without a `size` ("A4", "Letter") it is the company's.

    `sequence` is the journal's number at the time of writing; calendars carry it so that a
    later file replaces an earlier one. `performance_id` narrows a cast sheet or a slip to one show;
    `at` is the moment of making, where a paper says it; `careers` are what a career record prints.
    """

    paper: str
    first: date
    last: date | None = None
    person_id: str = ""
    production_id: str = ""
    size: str = ""
    sequence: int = 0
    performance_id: str = ""
    at: datetime | None = None
    careers: tuple[Career, ...] = ()

    @property
    def until(self) -> date:
        """The last day, or the first if there is only one."""
        return self.last or self.first

"""The papers and the formats each is made in, as data: the table of contents of this package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from castapp.domain.book import Book
from castapp.export.career_making import career_records, career_tables
from castapp.export.castsheet_making import cast_sheets, cast_texts
from castapp.export.laying import (
    Pages,
    call_sheets,
    casting_sheets,
    dancer_weeks,
    week_sheets,
)
from castapp.export.making import (
    Made,
    call_sheet_workbooks,
    casting_workbooks,
    dancer_calendar,
    printed,
    whole_week_calendar,
)
from castapp.export.request import Request
from castapp.export.slip_making import change_slips, slip_texts, told_lists

Lay = Callable[[Book, Request], list[Pages]]
Make = Callable[[Book, Request, datetime], list[Made]]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the company: its name in commands, its title, and how each format is made.

    `lay` gives its pages as they are shown and printed.
    """

    name: str
    title: str
    lay: Lay
    forms: tuple[tuple[str, Make], ...]

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats it is made in: pdf, xlsx, ics, txt, csv."""
        return tuple(form for form, _ in self.forms)

    def make(self, form: str) -> Make | None:
        """How a format is made, or None if this paper does not come in it."""
        return dict(self.forms).get(form)


PAPERS: tuple[Paper, ...] = (
    Paper(
        "callsheet",
        "Call sheet",
        call_sheets,
        (("pdf", printed(call_sheets)), ("xlsx", call_sheet_workbooks)),
    ),
    Paper(
        "week",
        "Week sheet",
        week_sheets,
        (("pdf", printed(week_sheets)), ("ics", whole_week_calendar)),
    ),
    Paper(
        "casting",
        "Casting sheet",
        casting_sheets,
        (("pdf", printed(casting_sheets)), ("xlsx", casting_workbooks)),
    ),
    Paper(
        "dancer",
        "Own week",
        dancer_weeks,
        (("pdf", printed(dancer_weeks)), ("ics", dancer_calendar)),
    ),
    Paper(
        "slip",
        "Change slip",
        change_slips,
        (("pdf", printed(change_slips)), ("txt", slip_texts)),
    ),
    Paper(
        "cast-sheet",
        "Cast sheet",
        cast_sheets,
        (("pdf", printed(cast_sheets)), ("txt", cast_texts)),
    ),
    Paper("told", "Told list", told_lists, (("pdf", printed(told_lists)),)),
    Paper(
        "career",
        "Career record",
        career_records,
        (("pdf", printed(career_records)), ("csv", career_tables)),
    ),
)


def paper_named(name: str) -> Paper | None:
    """The paper with this name in commands, or None."""
    return next((paper for paper in PAPERS if paper.name == name), None)

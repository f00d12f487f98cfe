"""The runs of a production in a season: a gap of a fortnight parts two. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.services.issues import runs
from castapp.ui.screens.casting.columns import Column, season_of

Run = tuple[date, date]
"""The first and the last day of a run."""


def season_runs(book: Book, production_id: str, day: date) -> tuple[Run, ...]:
    """The runs of a production in the season a day lies in."""
    season = season_of(book, day)
    return tuple(
        run
        for run in runs(book, production_id)
        if season is None or (season.first <= run[1] and run[0] <= season.last)
    )


def in_run(columns: Sequence[Column], run: Run | None) -> tuple[Column, ...]:
    """The nights of a run, casts all of them; without a run every one."""
    return tuple(
        one for one in columns if run is None or one.day is None or run[0] <= one.day <= run[1]
    )

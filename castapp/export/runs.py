"""Which shows a casting sheet is about: a run of a production, from a day on."""

from __future__ import annotations

from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance

GAP_IN_RUN = 14


def run_of(book: Book, production_id: str, first: date, last: date) -> tuple[Performance, ...]:
    """The shows of a production from `first` to `last`.

    If both are one day: the run that begins or goes on there, until a gap of a fortnight.
    """
    shows = sorted(
        (
            show
            for item in book.where(BillItem, "production_id", production_id)
            if (show := book.find(Performance, item.performance_id))
            and show.state != "cancelled"
            and show.day >= first
        ),
        key=lambda show: (show.day, show.curtain, show.id),
    )
    if last > first:
        return tuple(show for show in shows if show.day <= last)
    run: list[Performance] = []
    for show in shows:
        if run and show.day - run[-1].day > timedelta(days=GAP_IN_RUN):
            break
        run.append(show)
    return tuple(run)


def productions_cast(book: Book, first: date, last: date) -> tuple[str, ...]:
    """The productions with shows in these days, or with a run that goes on over them."""
    shows = sorted(
        (show.day, show.curtain, item.order, item.production_id)
        for item in book.all(BillItem)
        if (show := book.find(Performance, item.performance_id)) and show.state != "cancelled"
    )
    within = [one for one in shows if first <= one[0] <= last]
    if not within:
        before = {one[3]: one[0] for one in shows if one[0] < first}
        within = [
            one
            for one in shows
            if one[0] > last
            and one[3] in before
            and one[0] - before[one[3]] <= timedelta(days=GAP_IN_RUN)
        ]
    return tuple(dict.fromkeys(one[3] for one in within))

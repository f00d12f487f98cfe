"""The bar on top in words: which show has nobody, and how long it is to the curtain. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import HALF, title
from castapp.domain.slot import clock, length
from castapp.services.cover.openings import Gap
from castapp.services.cover.request import Request
from castapp.services.cover.solution import Move
from castapp.services.reason import short_day
from castapp.ui.screens.cover.asking import off_words
from castapp.ui.screens.cover.nights import evening
from castapp.ui.screens.cover.places import gap_words


@dataclass(frozen=True, slots=True)
class Countdown:
    """What the bar says: a severity ("" for all well), a sentence, an aside, and the times."""

    severity: str
    sentence: str
    aside: str
    times: tuple[str, ...]


def before_asking(book: Book, day: date, minute: int) -> Countdown:
    """What the bar says while nobody is named: the show of the day and its times."""
    show = next_show(book, day, minute)
    if show is None:
        return Countdown("note", f"No performance on {short_day(day)}", "", ())
    return Countdown("note", evening(book, show, day), "", _times(day, minute, show))


def next_show(book: Book, day: date, minute: int) -> Performance | None:
    """The show of a day that has not begun, else its last one; None without any."""
    shows = [one for one in book.where(Performance, "day", day) if one.state != "cancelled"]
    shows.sort(key=lambda one: one.curtain)
    coming = [one for one in shows if one.curtain > minute]
    return coming[0] if coming else shows[-1] if shows else None


def countdown(
    book: Book,
    request: Request,
    gaps: tuple[Gap, ...],
    now: datetime,
    *,
    taken: bool,
    still_open: tuple[Move, ...] = (),
) -> Countdown:
    """What is open, since when, and how long it is to the half and the curtain.

    `still_open` is what a taken solution left so.
    """
    minute = now.hour * 60 + now.minute if now.date() == request.first else request.clock
    opened: tuple[Gap | Move, ...] = (*gaps, *still_open)
    show = book.find(Performance, opened[0].performance_id) if opened else None
    show = show or next_show(book, request.first, minute)
    said = off_words(book, request)
    if show is None:
        return Countdown("", "No show on that day", said, ())
    when = evening(book, show, request.first)
    if opened:
        parts = [gap_words(book, one.role_id, one.spot) for one in opened
                 if one.performance_id == show.id]  # fmt: skip
        more = f" and {len(parts) - 1} more" if len(parts) > 1 else ""
        sentence, severity = f"{when} has no {parts[0]}{more}", "hard"
    elif taken:
        sentence, severity = f"{when} is recast", ""
    else:
        sentence, severity = f"Nothing of {title(book, show)} opens", ""
    return Countdown(severity, sentence, said, _times(request.first, minute, show))


def _times(day: date, minute: int, show: Performance) -> tuple[str, ...]:
    half = f"the half {clock(show.curtain - HALF)}"
    away = (show.day - day) // timedelta(days=1)
    if away:
        days = "tomorrow" if away == 1 else f"in {away} days"
        return (short_day(show.day), half, f"curtain {clock(show.curtain)}, {days}")
    left = show.curtain - minute
    curtain = f"curtain {clock(show.curtain)}"
    said = f"{curtain}, in {length(left)}" if left > 0 else f"{curtain}, {length(-left)} ago"
    return (clock(minute), half, said)

"""Shows in words: tonight; 14.00 on a day with two; Sat 17 Oct, 14.00. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import title
from castapp.domain.slot import clock
from castapp.services.reason import short_day

EVENING = 17 * 60
MOST_NAMED = 3


def one_of_several(book: Book, show: Performance) -> bool:
    """Whether another show is given that day, so that the day alone does not tell which."""
    held = [one for one in book.where(Performance, "day", show.day) if one.state != "cancelled"]
    return len(held) > 1


def night_words(book: Book, show: Performance, today: date) -> str:
    """When a show is: tonight; at 14.00; Sat 17 Oct; Sat 17 Oct, 14.00."""
    several = one_of_several(book, show)
    if show.day != today:
        return f"{short_day(show.day)}, {clock(show.curtain)}" if several else short_day(show.day)
    if several:
        return f"at {clock(show.curtain)}"
    return "tonight" if show.curtain >= EVENING else "today"


def evening(book: Book, show: Performance, today: date) -> str:
    """A show as it is spoken of: Swan Lake tonight; Swan Lake Sat 17 Oct, 14.00."""
    return f"{title(book, show)} {night_words(book, show, today)}"


def nights_words(book: Book, show_ids: Sequence[str], today: date) -> str:
    """Several shows: tonight; Thu 15 and Thu 22 Oct; 4 shows from Thu 15 Oct."""
    shows = [book.get(Performance, one) for one in dict.fromkeys(show_ids)]
    shows.sort(key=lambda one: (one.day, one.curtain))
    if len(shows) > MOST_NAMED:
        return f"{len(shows)} shows from {short_day(shows[0].day)}"
    if len(shows) > 1 and not any(one_of_several(book, one) for one in shows):
        last = shows[-1].day
        said = [f"{day:%a} {day.day}" if day.month == last.month else short_day(day)
                for day in (one.day for one in shows[:-1])]  # fmt: skip
        return f"{', '.join(said)} and {short_day(last)}"
    words = [night_words(book, one, today) for one in shows]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))

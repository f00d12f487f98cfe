"""Who of a run has been told what they dance, and who not: nights, people, words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.roster import inside_name
from castapp.services.telling import News, casting_news, last_told, told
from castapp.ui.house_clock import house_time
from castapp.ui.screens.casting.columns import Column


@dataclass(frozen=True, slots=True)
class ToldNight:
    """A night of the run: how many of how many know what they dance."""

    key: str
    when: str
    told: int
    people: int

    @property
    def words(self) -> str:
        """31 of 45 told; nobody in it."""
        return f"{self.told} of {self.people} told" if self.people else "nobody in it"

    @property
    def all_know(self) -> bool:
        """Whether nobody is left to tell."""
        return self.people > 0 and self.told == self.people


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Somebody to be told: the words, whether they know them, when they were told, or what else.

    `stale` holds the older words of somebody who was told otherwise.
    """

    news: News
    name: str
    known: bool
    when: str = ""
    stale: str = ""


@dataclass(frozen=True, slots=True)
class ToldRun:
    """The nights of a run, and the people of the one chosen: who is left to tell first."""

    nights: tuple[ToldNight, ...]
    chosen: str = ""
    lines: tuple[ToldLine, ...] = ()

    @property
    def left(self) -> tuple[News, ...]:
        """What is left to tell that night."""
        return tuple(line.news for line in self.lines if not line.known)


def told_run(book: Book, columns: tuple[Column, ...], chosen: str, today: date) -> ToldRun:
    """The nights to come as told; without a choice the first with somebody left to tell."""
    nights = []
    shows: dict[str, Performance] = {}
    for column in columns:
        show = book.find(Performance, column.performance_id)
        if show is None or show.day < today or show.state in ("cancelled", "given"):
            continue
        shows[column.key] = show
        news = casting_news(book, show)
        known = sum(_knows(book, one) for one in news)
        nights.append(ToldNight(column.key, column.brief, known, len(news)))
    if chosen not in shows:
        chosen = next((one.key for one in nights if not one.all_know), "")
        chosen = chosen or next(iter(shows), "")
    if not chosen:
        return ToldRun(tuple(nights))
    lines = [_line(book, one) for one in casting_news(book, shows[chosen])]
    return ToldRun(tuple(nights), chosen, tuple(sorted(lines, key=lambda one: one.known)))


def _knows(book: Book, news: News) -> bool:
    return told(book, news.person_id, news.ref_id, news.what) is not None


def _line(book: Book, news: News) -> ToldLine:
    name = inside_name(book, news.person_id)
    last = last_told(book, news.person_id, news.ref_id)
    if last is None:
        return ToldLine(news, name, False)
    if last.what != news.what:
        return ToldLine(news, name, False, stale=last.what)
    return ToldLine(news, name, True, _when(book, last.at))


def _when(book: Book, stamp: str) -> str:
    if not stamp:
        return ""
    there = house_time(book, datetime.fromisoformat(stamp))
    return f"{there.day} {there:%b} {there.hour}.{there.minute:02d}"

"""What Ctrl+K can find: people, productions and roles, performances, calls, dates, commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QKeySequence

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.repertory import Production, Role
from castapp.domain.slot import clock, span
from castapp.services.calls import call_name
from castapp.ui.actions import actions_of
from castapp.ui.reading import day_words, find_days, short_day, words_of
from castapp.ui.screen import Jump, ScreenEntry
from castapp.ui.widgets.command_palette import Found, Source

MOST = 6


def matches(typed: str, *texts: str) -> bool:
    """Whether every word typed begins a word of the texts (accents and case aside)."""
    parts = words_of(" ".join(texts))
    return all(any(part.startswith(word) for part in parts) for word in words_of(typed))


def people(book: Book, jump: Jump) -> Source:
    """Everyone in the company file, by any part of their name."""

    def find(typed: str) -> list[Found]:
        if not typed:
            return []
        found = [
            person
            for person in book.all(Person)
            if matches(typed, person.given, person.family, person.stage_name)
        ]
        found.sort(key=lambda person: person.sort_key)
        return [_person(person, jump) for person in found[:MOST]]

    return find


def repertory(book: Book, jump: Jump) -> Source:
    """Productions, and roles by their own name or with the ballet's."""

    def find(typed: str) -> list[Found]:
        if not typed:
            return []
        works = [
            Found("music", work.title, work.choreography, "Production", _to(jump, work))
            for work in book.all(Production)
            if matches(typed, work.title, work.short, work.code)
        ]
        roles = [
            Found("crown", role.name, work.short or work.title, "Role", _to(jump, role))
            for role in book.all(Role)
            if (work := book.find(Production, role.production_id)) is not None
            and matches(typed, role.name, work.short, work.title)
            and not matches(typed, work.short, work.title)
        ]
        return [*works[:MOST], *roles[:MOST]]

    return find


def performances(book: Book, today: date, jump: Jump) -> Source:
    """Shows by ballet and day, those nearest to today first."""

    def find(typed: str) -> list[Found]:
        if not typed:
            return []
        named = [
            (show, title(book, show))
            for show in book.all(Performance)
            if matches(typed, title(book, show), day_words(show.day))
        ]
        named.sort(key=lambda each: (abs((each[0].day - today).days), each[0].curtain))
        return [
            Found("star", name, _moment(show.day, clock(show.curtain)), "Show", _to(jump, show))
            for show, name in named[:MOST]
        ]

    return find


def calls(book: Book, today: date, jump: Jump) -> Source:
    """Calls by what is rehearsed, those nearest to today first."""

    def find(typed: str) -> list[Found]:
        if len(typed) < 2:
            return []
        named = [(call, call_name(book, call)) for call in book.all(Call)]
        hits = [(call, name) for call, name in named if matches(typed, name, call.kind)]
        hits.sort(key=lambda each: (abs((each[0].day - today).days), each[0].start))
        return [
            Found(
                "calendar-days",
                name,
                _moment(call.day, span(call.start, call.end)),
                "Call",
                _to(jump, call),
            )
            for call, name in hits[:MOST]
        ]

    return find


def dates(today: date, go_to: Callable[[date], None]) -> Source:
    """Days as people say them: fri, +3w, 14 oct."""

    def find(typed: str) -> list[Found]:
        return [_day(day, today, go_to) for day in find_days(typed, today)]

    return find


def screens(entries: tuple[ScreenEntry, ...], do: Callable[[str], None]) -> Source:
    """The screens whose name begins with what is typed: they come before all that holds it."""

    def find(typed: str) -> list[Found]:
        return [
            Found(entry.icon, entry.label, "", "Screen", _do(do, f"screen.{entry.name}"))
            for entry in entries
            if _begins(entry, typed)
        ]

    return find


def _begins(entry: ScreenEntry, typed: str) -> bool:
    return len(typed) > 1 and " ".join(words_of(entry.label)).startswith(" ".join(words_of(typed)))


def commands(screen: str, entries: tuple[ScreenEntry, ...], do: Callable[[str], None]) -> Source:
    """The screens and every action in force; all of them while nothing is typed."""

    def find(typed: str) -> list[Found]:
        screens = [
            Found(entry.icon, entry.label, "", "Screen", _do(do, f"screen.{entry.name}"))
            for entry in entries
            if matches(typed, entry.label) and not _begins(entry, typed)
        ]
        actions = [
            Found(
                action.icon or "chevron-right",
                action.text,
                QKeySequence(action.keys).toString(QKeySequence.SequenceFormat.NativeText),
                action.menu,
                _do(do, action.id),
            )
            for action in actions_of(screen)
            if action.id != "go.search" and matches(typed, action.text)
        ]
        return [*screens, *actions]

    return find


def _person(person: Person, jump: Jump) -> Found:
    duties = ", ".join(person.duties)
    return Found("user-round", person.name, duties, "Person", _to(jump, person))


def _day(day: date, today: date, go_to: Callable[[date], None]) -> Found:
    away = (day - today).days
    detail = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(away, _far(away))
    return Found("calendar-days", day_words(day), detail, "Day", lambda: go_to(day))


def _far(days: int) -> str:
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def _moment(day: date, hour: str) -> str:
    return f"{short_day(day)}, {hour}"


def _to(jump: Jump, record: Person | Production | Role | Performance | Call) -> Callable[[], None]:
    return lambda: jump(Ref(type(record), record.id))


def _do(do: Callable[[str], None], action: str) -> Callable[[], None]:
    return lambda: do(action)

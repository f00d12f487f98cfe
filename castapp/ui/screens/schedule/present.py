"""A day or a week of the book as the board shows it: columns, bands, cards, the tray."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.casting import Performance
from castapp.domain.company import COMPANY_ID, Company, Studio
from castapp.domain.finding import Finding
from castapp.domain.slot import clock, length, week_start
from castapp.domain.wording import short_place
from castapp.services.house_hours import usual_hours
from castapp.services.publish import CallDrift
from castapp.ui.screens.schedule.all_day.lines import is_travel, short_lines
from castapp.ui.screens.schedule.cards import (
    Card,
    by_record,
    call_card,
    half_of,
    show_card,
)
from castapp.ui.screens.schedule.lanes import lanes
from castapp.ui.screens.schedule.lunch import lunch
from castapp.ui.screens.schedule.traces import Trace, traces

Changes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A studio's head: its name, its letter in narrow places, and what the day holds there."""

    studio_id: str | None
    name: str
    short: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A day's label in the week: its name, what kind of day it is, how far it is posted."""

    day: date
    name: str
    kind: str
    state: str = ""
    strong: bool = False
    today: bool = False
    free: bool = False
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Half:
    """The half of a show, written across its column."""

    studio_id: str | None
    minute: int
    text: str


@dataclass(frozen=True, slots=True)
class BoardView:
    """Everything a board paints for a day or a week."""

    days: tuple[date, ...]
    columns: tuple[Column, ...]
    cards: tuple[Card, ...]
    tray: tuple[Card, ...]
    bands: tuple[Band, ...] = ()
    lunch: tuple[int, int] | None = None
    halves: tuple[Half, ...] = ()
    free: frozenset[date] = field(default_factory=frozenset)
    hours: tuple[int, int] | None = None
    weights: tuple[int, ...] = ()
    traces: tuple[Trace, ...] = ()

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every card."""
        return [(card.stand.start, card.stand.end) for card in self.cards]

    @property
    def studios(self) -> tuple[str | None, ...]:
        return tuple(column.studio_id for column in self.columns)


def day_view(
    book: Book,
    day: date,
    findings: Sequence[Finding] = (),
    changes: Changes | None = None,
    gone: Sequence[CallDrift] = (),
) -> BoardView:
    """The board of one day. `changes` has what was posted otherwise, by the call's id; `gone` what
    was posted and has been taken out.
    """
    cards = _cards(book, (day,), findings, changes or {})
    halves = tuple(
        Half(card.stand.studio_id, half_of(card), f"The half {clock(half_of(card))}")
        for card in cards
        if not card.is_call and not card.cancelled
    )
    return BoardView(
        (day,),
        _columns(book, cards, notes=True),
        cards,
        tray(book, week_of(book, day)),
        lunch=lunch(book, day),
        halves=halves,
        free=_free_days(book, (day,)),
        hours=_hours(book, day, cards),
        traces=traces(book, day, gone),
    )


def _hours(book: Book, day: date, cards: Sequence[Card]) -> tuple[int, int] | None:
    """The hours of work of a day: the house's usual ones, and whatever is called or danced."""
    if not book.count(Company):
        return None
    first, last = usual_hours(book, day)
    placed = [card.stand for card in cards if not card.cancelled]
    return (
        min([first, *(stand.start for stand in placed)]),
        max([last, *(stand.end for stand in placed)]),
    )


def week_view(
    book: Book,
    day: date,
    today: date,
    findings: Sequence[Finding] = (),
    changes: Changes | None = None,
    states: Mapping[date, tuple[str, bool]] | None = None,
) -> BoardView:
    """The board of the week a day lies in. `states` has each day's posting in words, and whether
    it asks for attention.
    """
    days = week_of(book, day)
    cards = _cards(book, days, findings, changes or {})
    free = _free_days(book, days)
    told = states or {}
    bands = tuple(
        Band(
            each,
            f"{each:%a} {each.day}",
            day_kind(book, each),
            told.get(each, ("", False))[0],
            told.get(each, ("", False))[1],
            today=each == today,
            free=each in free,
            more=short_lines(book, each),
        )
        for each in days
    )
    low = frozenset(each for each in free if not any(card.stand.day == each for card in cards))
    columns = _columns(book, cards, notes=False)
    hours = _hours(book, days[0], ())
    return BoardView(days, columns, cards, tray(book, days), bands, free=low, hours=hours)


def week_of(book: Book, day: date) -> tuple[date, ...]:
    """The seven days of the company's week a day lies in."""
    company = book.find(Company, COMPANY_ID)
    first = week_start(day, company.first_weekday if company else 0)
    return tuple(first + timedelta(days=n) for n in range(7))


def legend(view: BoardView) -> list[tuple[str, str]]:
    """The productions on the board with their colours, in the order of their first card."""
    works = {card.text.work or card.title: card.text.colour for card in view.cards}
    return [(name, colour) for name, colour in works.items() if colour]


def tray(book: Book, days: Sequence[date]) -> tuple[Card, ...]:
    """Calls of these days that need a place, by production, then by day."""
    waiting = [
        call_card(book, call)
        for day in days
        for call in book.where(Call, "day", day)
        if call.studio_id is None
        and call.state != "cancelled"
        and call.kind != "free day"
        and not is_travel(call)
    ]
    return tuple(sorted(waiting, key=lambda card: (card.text.work, card.stand.day, card.title)))


def day_kind(book: Book, day: date) -> str:
    """What kind of day it is: Rehearsal day, Show 19.30, Two shows, Free day, No calls."""
    shows = [one for one in book.where(Performance, "day", day) if one.state != "cancelled"]
    if len(shows) > 1:
        return {2: "Two shows", 3: "Three shows"}.get(len(shows), f"{len(shows)} shows")
    if shows:
        return f"Show {clock(shows[0].curtain)}"
    calls = [one for one in book.where(Call, "day", day) if one.state != "cancelled"]
    if any(call.kind == "free day" for call in calls):
        return "Free day"
    return "Rehearsal day" if any(call.kind in DANCED_KINDS for call in calls) else "No calls"


def _free_days(book: Book, days: Sequence[date]) -> frozenset[date]:
    return frozenset(
        day
        for day in days
        if any(
            call.kind == "free day" and call.state != "cancelled"
            for call in book.where(Call, "day", day)
        )
    )


def _cards(
    book: Book, days: Sequence[date], findings: Sequence[Finding], changes: Changes
) -> tuple[Card, ...]:
    marks = by_record(findings)
    cards: list[Card] = []
    known = {studio.id for studio in book.all(Studio)}
    for day in days:
        found = [
            call_card(book, call, marks.get(call.id, ()), changes.get(call.id))
            for call in book.where(Call, "day", day)
            if call.studio_id is not None and call.kind != "free day"
        ]
        found += [
            show_card(book, show, marks.get(show.id, ()))
            for show in book.where(Performance, "day", day)
        ]
        cards.extend(_in_lanes([_at_known_place(card, known) for card in found]))
    return tuple(cards)


def _at_known_place(card: Card, known: set[str]) -> Card:
    if card.stand.studio_id in known:
        return card
    return replace(card, stand=replace(card.stand, studio_id=None))


def _in_lanes(cards: list[Card]) -> list[Card]:
    by_studio: dict[str | None, list[Card]] = {}
    for card in cards:
        by_studio.setdefault(card.stand.studio_id, []).append(card)
    result: list[Card] = []
    for some in by_studio.values():
        some.sort(key=lambda card: (card.stand.start, card.stand.end, card.id))
        placed = lanes([(card.stand.start, card.stand.end) for card in some])
        for card, (lane, count) in zip(some, placed, strict=True):
            result.append(replace(card, stand=replace(card.stand, lane=lane, lanes=count)))
    return result


def _columns(book: Book, cards: Sequence[Card], *, notes: bool) -> tuple[Column, ...]:
    studios = sorted(book.all(Studio), key=lambda one: (one.order, one.name))
    columns = [
        Column(
            one.id,
            one.name,
            _narrow(short_place(book, one.id)),
            _note(cards, one.id) if notes else "",
        )
        for one in studios
    ]
    if any(card.stand.studio_id is None for card in cards):
        columns.append(Column(None, "Elsewhere", "–", _note(cards, None) if notes else ""))
    return tuple(columns)


def _narrow(short: str) -> str:
    """A studio's name for a lane: its number if it is called S1 or Studio 1."""
    digits = short.lstrip("Ss").removeprefix("tudio").strip()
    return digits if digits.isdigit() else short[:2]


def _note(cards: Sequence[Card], studio_id: str | None) -> str:
    here = [card for card in cards if card.stand.studio_id == studio_id and not card.cancelled]
    shows = [card for card in here if not card.is_call]
    if shows:
        word = "Show" if len(shows) == 1 else "Shows"
        return f"{word} {', '.join(clock(card.stand.start) for card in shows)}"
    booked = sum(card.stand.end - card.stand.start for card in here)
    return f"{length(booked)} booked" if booked else "free"

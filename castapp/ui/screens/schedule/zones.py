"""What a place costs: what is held judged where it would stand, and spans of a day by price."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.company import Studio
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.slot import overlap
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import landed

Judge = Callable[[Book, Edit], Sequence[Finding]]

FREE, COST, CLASH = "free", "cost", "clash"
STEP = 15

_WORDS = {
    "person_twice": "clash",
    "studio_twice": "taken",
    "lead_twice": "coach busy",
    "pianist_twice": "pianist busy",
    "travel": "travel",
    "absent": "away",
    "not_available": "not available",
    "not_under_contract": "no contract",
    "restriction": "restriction",
    "hours_a_day": "overtime",
    "hours_a_week": "week’s hours",
    "span": "overtime",
    "consecutive": "no break",
    "meal": "lunch",
    "overnight_rest": "night’s rest",
    "show_day": "show day",
    "two_show_day": "two shows",
    "free_days": "free day",
}
_HEADS = {
    "hard": "Clash",
    "breach": "Breaks a rule",
    "warning": "No breach, but look",
    "note": "No cost",
}


@dataclass(frozen=True, slots=True)
class Price:
    """What a place costs: free, cost or clash; its one word; and the findings behind it."""

    level: str
    word: str
    findings: tuple[Finding, ...] = ()

    @property
    def severity(self) -> str:
        """The severity of finding that gives it its colour and icon."""
        if self.level != FREE:
            return "hard" if self.level == CLASH else "breach"
        warned = any(one.severity == "warning" for one in self.findings)
        return "warning" if warned else "note"


@dataclass(frozen=True, slots=True)
class Zone:
    """A span of a studio's day in which every start has the same price."""

    day: date
    studio_id: str | None
    start: int
    end: int
    level: str
    word: str


@dataclass(frozen=True, slots=True)
class Tip:
    """The whole sentence under the pointer."""

    severity: str
    head: str
    lines: tuple[str, ...]
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Lifted:
    """The book with what is held taken off it, and what is against the rules where it stood."""

    book: Book
    states: Mapping[str, str]
    known: Mapping[str, float]


def lift(book: Book, held: Sequence[Held], judge: Judge) -> Lifted:
    """Take what is held off the board, so that every place can be judged as if it were new."""
    draft = Draft(book)
    states = {}
    for one in held:
        call = book.get(Call, one.id)
        states[one.id] = call.state
        draft.set(call, state="cancelled")
    off = book.apply(draft.edit("Lift"))
    lifted = Lifted(off, states, {})
    found = judge(off, put_down(lifted, held))
    return Lifted(off, states, {one.key: one.over for one in found})


def put_down(lifted: Lifted, held: Sequence[Held]) -> Edit:
    """The edit that puts what is held where it would stand, as it was."""
    draft = Draft(lifted.book)
    draft.take(landed(lifted.book, held))
    for one in held:
        call = draft.find(Call, one.id)
        if call is not None:
            draft.put(replace(call, state=lifted.states[one.id]))
    return draft.edit("Put down")


def price_at(lifted: Lifted, held: Sequence[Held], judge: Judge) -> Price:
    """What it costs to put down here: every clash, and whatever else was not so before."""
    return price(
        one
        for one in judge(lifted.book, put_down(lifted, held))
        if one.severity == "hard" or one.over > lifted.known.get(one.key, -1.0)
    )


def price(findings: Iterable[Finding]) -> Price:
    """What these findings amount to."""
    worst = tuple(sorted(findings, key=lambda one: one.order))
    if not worst or worst[0].severity in ("warning", "note"):
        return Price(FREE, "no cost", worst)
    level = CLASH if worst[0].severity == "hard" else COST
    return Price(level, _WORDS.get(worst[0].rule, "rule"), worst)


def tip(judged: Price, most: int = 3) -> Tip:
    """The price in words: at most so many sentences, and how many more there are."""
    severity = judged.severity
    head = _HEADS[severity]
    if judged.level != FREE and judged.word != head.lower():
        head = f"{head}: {judged.word}"
    lines = list(dict.fromkeys(one.what for one in judged.findings))
    shown = lines[:most]
    if len(lines) > most:
        shown.append(f"and {len(lines) - most} more")
    clause = judged.findings[0].clause if judged.findings else ""
    return Tip(severity, head, tuple(shown), clause)


def scan(
    lifted: Lifted,
    held: Held,
    day: date,
    studios: Sequence[str | None],
    hours: tuple[int, int],
    judge: Judge,
) -> Iterator[list[Zone]]:
    """Judge every start of a day step by step; yields all zones found so far after each.

    One start is judged once per site, since rooms of a site differ only in being taken, which is
    seen without a rule. Starts where a room is taken get no zone: a card stands there.
    """
    rooms_of = _sites(lifted.book, studios)
    busy = {studio_id: _busy(lifted.book, day, studio_id) for studio_id in studios}
    found: dict[str | None, list[Zone]] = {studio_id: [] for studio_id in studios}
    first, last = hours
    for start in range(first + -first % STEP, last - held.minutes + 1, STEP):
        end = start + held.minutes
        for rooms in rooms_of:
            free = [
                room for room in rooms if not any(overlap(start, end, *span) for span in busy[room])
            ]
            if not free:
                continue
            judged = price_at(lifted, [Held(held.id, day, free[0], start, end)], judge)
            for room in free:
                zone = Zone(day, room, start, start + STEP, judged.level, judged.word)
                _extend(found[room], zone)
            yield [zone for zones in found.values() for zone in zones]


def _extend(zones: list[Zone], new: Zone) -> None:
    """Add a step to the last zone if it costs the same."""
    last = zones[-1] if zones else None
    if last is not None and (last.end, last.level, last.word) == (new.start, new.level, new.word):
        zones[-1] = replace(last, end=new.end)
    else:
        zones.append(new)


def _sites(book: Book, studios: Sequence[str | None]) -> list[list[str]]:
    """The studios shown, together by site."""
    sites: dict[str, list[str]] = {}
    for studio_id in studios:
        studio = book.find(Studio, studio_id)
        if studio is not None:
            sites.setdefault(studio.site_id, []).append(studio.id)
    return list(sites.values())


def _busy(book: Book, day: date, studio_id: str | None) -> list[tuple[int, int]]:
    return [
        (other.start, other.end)
        for other in book.where(Call, "day", day)
        if other.studio_id == studio_id and other.state != "cancelled"
    ]

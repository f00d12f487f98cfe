"""What a place costs: what is held judged where it would stand, and spans of a day by price."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

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
    """What is said under the pointer: a head, and a sentence a line, each with its severity in
    `signs` ("" for what is only told).
    """

    severity: str
    head: str
    lines: tuple[str, ...]
    clause: str = ""
    signs: tuple[str, ...] = ()

    def then(self, lines: Iterable[str], sign: str = "", *, first: bool = False) -> Tip:
        """The same with more lines after its own, or before them."""
        more = tuple(lines)
        own = tuple(zip_longest(self.lines, self.signs[: len(self.lines)], fillvalue=""))
        new = tuple((line, sign) for line in more)
        both = (*new, *own) if first else (*own, *new)
        return replace(
            self, lines=tuple(line for line, _ in both), signs=tuple(one for _, one in both)
        )


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


def lift_new(book: Book, making: Edit, call_id: str) -> Lifted:
    """The book with a call that `making` makes, not yet on the board: it can be judged anywhere."""
    draft = Draft(book)
    draft.take(making)
    call = draft.find(Call, call_id)
    if call is None:
        raise KeyError(call_id)
    draft.put(replace(call, state="cancelled"))
    return Lifted(book.apply(draft.edit("Lift")), {call_id: call.state}, {})


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

"""The heat map as data: a row a dancer, a cell a day. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.baseline import BANDS
from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import dancers, rank
from castapp.domain.slot import days_between
from castapp.domain.standing import Standing, standing
from castapp.domain.usual import (
    CHANGE_WORDS,
    LOAD,
    MINUTES,
    RETURNING,
    UNKNOWN,
    UNPLANNED,
    Cell,
    heat,
)
from castapp.ui.reading import short_day

BACK, AHEAD = 14, 14
"""Days shown before the day of the screen, and from it on."""
NARROW_BACK = 7
"""Days before where there is less room."""

USUAL_FIRST, RANK_FIRST = "unusual", "rank"
ARROWS = {
    "far below": "chevrons-down",
    "below": "chevron-down",
    "usual": "minus",
    "above": "chevron-up",
    "far above": "chevrons-up",
}
AU_STEP = 100
"""Load stands in the cells in hundreds of AU."""


@dataclass(frozen=True, slots=True)
class Square:
    """One day of one dancer. `band` is empty where there is none; `off` has no number.

    `spoken` is the cell read out.
    """

    text: str
    band: str
    planned: bool
    off: bool
    unknown: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One dancer's days; the sum of the seven days to the row's day, a word and its arrow."""

    person_id: str
    name: str
    rank: str
    status: str
    squares: tuple[Square, ...]
    total: str
    word: str
    arrow: str
    order: tuple[float, ...]

    @property
    def words(self) -> str:
        """The row read out: the name, the sum and the word."""
        said = (self.name, self.rank, self.status, self.total, self.word)
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Question:
    """What the map shows: the day in its middle, today, the measure, whether bands may be, and
    whether the medical part is open.
    """

    day: date
    today: date
    measure: str = MINUTES
    banded: bool = False
    back: int = BACK
    unlocked: bool = False

    @property
    def days(self) -> list[date]:
        """The days shown."""
        last = self.day + timedelta(days=AHEAD - 1)
        return days_between(self.day - timedelta(days=self.back), last)

    @property
    def sum_day(self) -> date:
        """The day to which the seven days at the row's end count: the week from the day on."""
        return self.day + timedelta(days=6)


def heat_rows(book: Book, asked: Question) -> tuple[HeatRow, ...]:
    """Every dancer under contract, in the order of the ranks."""
    days = asked.days
    people = dancers(book, asked.day)
    found = heat(
        book, [who.id for who in people], days[0], days[-1], asked.measure, _rated_by(asked)
    )
    return tuple(_row(book, who, found[who.id], asked) for who in people)


def arranged(rows: Sequence[HeatRow], sort: str, of_rank: str = "") -> tuple[HeatRow, ...]:
    """The rows of one rank (all if empty), as given or the most unusual first."""
    kept = [row for row in rows if of_rank in ("", row.rank)]
    return tuple(sorted(kept, key=lambda row: row.order) if sort == USUAL_FIRST else kept)


def half_hours(minutes: float) -> str:
    """Hours to the nearest half as the map writes them: 4½, 5; nothing for none."""
    halves = int(minutes / 30 + 0.5)
    whole, half = divmod(halves, 2)
    if not halves:
        return "½" if minutes >= 10 else ""
    return f"{whole or ''}{'½' if half else ''}"


def long_hours(minutes: float) -> str:
    """A sum of hours: 27 h 30, 9 h 00."""
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest:02d}"


def amount_words(amount: float, measure: str) -> str:
    """An amount in full: 27 h 30, or 2 700 AU."""
    if measure == LOAD:
        return f"{round(amount):,} AU".replace(",", " ")
    return long_hours(amount)


def _rated_by(asked: Question) -> date | None:
    return asked.today - timedelta(days=1) if asked.measure == LOAD else None


def _row(book: Book, who: Person, cells: Sequence[Cell], asked: Question) -> HeatRow:
    status = standing(book, who.id, asked.day).word
    squares = tuple(_square(book, who.id, cell, asked) for cell in cells)
    end = next(cell for cell in cells if cell.day == asked.sum_day)
    word, arrow = _word(end, standing(book, who.id, asked.sum_day), asked)
    amount = amount_words(end.usual.amount, asked.measure).removesuffix(" AU")
    return HeatRow(
        who.id,
        who.name,
        rank(book, who.id, asked.day),
        "full" if status == "not engaged" else status,
        squares,
        "–" if word in ("off", "away") else amount,
        word,
        arrow,
        _order(end, word),
    )


def _square(book: Book, person_id: str, cell: Cell, asked: Question) -> Square:
    now = standing(book, person_id, cell.day)
    planned = cell.day >= asked.today
    gone = now.word in ("off", "away", "not engaged")
    state = cell.usual.state
    blank = (gone and not cell.amount) or state == UNPLANNED
    unknown = asked.banded and state == UNKNOWN and not blank
    band = _band(state) if asked.banded and not blank else ""
    said = amount_words(cell.amount, asked.measure) if cell.amount else "nothing"
    parts = [
        short_day(cell.day),
        now.word if blank and gone else said,
        "planned" if planned else "danced",
        f"{CHANGE_WORDS[band]} against the week before" if band else "",
    ]
    if cell.shows:
        parts.append("1 show" if cell.shows == 1 else f"{cell.shows} shows")
    if unknown:
        parts.append("less than half rated")
    text = "" if blank else _number(cell.amount, asked.measure)
    return Square(text, band, planned, blank, unknown, ", ".join(p for p in parts if p))


def _number(amount: float, measure: str) -> str:
    if measure == LOAD:
        return str(round(amount / AU_STEP)) if amount else ""
    return half_hours(amount)


def _band(state: str) -> str:
    return state if state in BANDS else "usual"


def _word(cell: Cell, now: Standing, asked: Question) -> tuple[str, str]:
    """The word at the end of a row and its arrow; participation needs no band to be said."""
    if now.absence or now.status == "off":
        return ("away" if now.absence else "off"), ""
    if not asked.banded:
        return "", ""
    state = cell.usual.state
    if state in ARROWS:
        return CHANGE_WORDS[state], ARROWS[state]
    return (state if state in (RETURNING, UNKNOWN, UNPLANNED) else _few(cell)), ""


def _few(cell: Cell) -> str:
    weeks = cell.usual.weeks
    return "no spread" if not cell.usual.note.startswith("building") else f"{weeks} of 8 weeks"


def _order(cell: Cell, word: str) -> tuple[float, ...]:
    """Who comes back first, then by how far the week lies from the usual; who is off last."""
    far = abs(cell.usual.z or 0.0)
    places = {RETURNING: 0, "much more": 1, "much less": 1, "more": 2, "less": 2, "usual": 3}
    return (places.get(word, 4), -far)

"""What a place costs: what is held judged where it would stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.services.findings import is_accepted
from castapp.services.house_hours import USUAL, outside_words, usual_hours
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import copied, created_ids, landed

Judge = Callable[[Book, Edit], Sequence[Finding]]

FREE, LOOK, COST, CLASH, LOOKING = "free", "look", "cost", "clash", "looking"

AS_NOW = "as now"

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
    """What a place costs: free, a look (outside the usual hours, which `outside` tells), cost or
    clash; its one word; and the findings behind it.

    `kept` is what stays against the rules as it is now, `accepted` the keys of what was accepted.
    """

    level: str
    word: str
    findings: tuple[Finding, ...] = ()
    kept: tuple[Finding, ...] = ()
    accepted: frozenset[str] = frozenset()
    outside: str = ""

    @property
    def severity(self) -> str:
        """The severity of finding that gives it its colour and icon."""
        if self.level in (COST, CLASH):
            return "hard" if self.level == CLASH else "breach"
        warned = self.level == LOOK or any(one.severity == "warning" for one in self.findings)
        return "warning" if warned else "note"


@dataclass(frozen=True, slots=True)
class Zone:
    """A span of a studio's day in which every start has the same price, or none yet (LOOKING)."""

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
    """The book with what is held taken off it, what is against the rules where it stood, and
    which of that was accepted; and the hours the house usually keeps.
    """

    book: Book
    states: Mapping[str, str]
    known: Mapping[str, float]
    accepted: frozenset[str] = frozenset()
    usual: tuple[int, int] = USUAL


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
    accepted = frozenset(one.key for one in found if is_accepted(book, one))
    known = {one.key: one.over for one in found}
    return Lifted(off, states, known, accepted, usual_hours(book, held[0].day))


def lift_new(book: Book, making: Edit, call_id: str) -> Lifted:
    """The book with a call that `making` makes, not yet on the board: it can be judged anywhere."""
    draft = Draft(book)
    draft.take(making)
    call = draft.find(Call, call_id)
    if call is None:
        raise KeyError(call_id)
    draft.put(replace(call, state="cancelled"))
    usual = usual_hours(book, call.day)
    return Lifted(book.apply(draft.edit("Lift")), {call_id: call.state}, {}, usual=usual)


def lift_copies(book: Book, held: Sequence[Held]) -> tuple[Lifted, tuple[Held, ...]]:
    """The book with copies of what is held, not yet on the board, and those as things held."""
    making = copied(book, held)
    made = created_ids(making)
    draft = Draft(book)
    draft.take(making)
    states = {}
    for copy_id in made:
        call = draft.find(Call, copy_id)
        if call is not None:
            states[copy_id] = call.state
            draft.put(replace(call, state="cancelled"))
    off = book.apply(draft.edit("Lift"))
    mine = (replace(one, id=copy_id) for one, copy_id in zip(held, made, strict=True))
    return Lifted(off, states, {}, usual=usual_hours(book, held[0].day)), tuple(mine)


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
    """What it costs to put down here: every clash, and whatever else was not so before; what stays
    as it is now is told apart.
    """
    new: list[Finding] = []
    kept: list[Finding] = []
    for one in judge(lifted.book, put_down(lifted, held)):
        worse = one.severity == "hard" or one.over > lifted.known.get(one.key, -1.0)
        (new if worse else kept).append(one)
    judged = _in_hours(price(new), held, lifted.usual)
    breaches = tuple(one for one in kept if one.severity == "breach")
    if not breaches:
        return judged
    word = AS_NOW if judged.level == FREE else judged.word
    return replace(judged, word=word, kept=breaches, accepted=lifted.accepted)


def _in_hours(judged: Price, held: Sequence[Held], usual: tuple[int, int]) -> Price:
    """What is outside the usual hours of the house is never simply free."""
    first, last = min(one.start for one in held), max(one.end for one in held)
    said = outside_words(first, last, usual)
    if not said:
        return judged
    if judged.level != FREE:
        return replace(judged, outside=said)
    return replace(judged, level=LOOK, word="late" if last > usual[1] else "early", outside=said)


def price(findings: Iterable[Finding]) -> Price:
    """What these findings amount to."""
    worst = tuple(sorted(findings, key=lambda one: one.order))
    if not worst or worst[0].severity in ("warning", "note"):
        return Price(FREE, "no cost", worst)
    level = CLASH if worst[0].severity == "hard" else COST
    return Price(level, _WORDS.get(worst[0].rule, "rule"), worst)

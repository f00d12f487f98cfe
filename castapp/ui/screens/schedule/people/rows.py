"""A day by people: a row for each dancer under the head of a rank, with blocks of time. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from castapp.domain.agenda import Stint, agenda
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.finding import SEVERITIES, Finding, Ref
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.roster import dancers, rank
from castapp.domain.slot import clock, span
from castapp.domain.standing import standing
from castapp.services.board import PersonRow as Counted
from castapp.services.board import people_rows
from castapp.services.board.peoplerows import TRAVEL
from castapp.ui.screens.schedule.call_facts import plural_rank
from castapp.ui.screens.schedule.cards import QUIET, SHOW, call_text, show_card
from castapp.ui.screens.schedule.lanes import lanes
from castapp.ui.screens.schedule.people.filters import Filter, chosen
from castapp.ui.screens.schedule.people.sums import (
    COLUMNS,
    NOTHING,
    WORDS,
    Sums,
    figure,
    medians,
    overs,
    sums,
)

STATUSES = ("full", "modified", "rehab only", "off", "away")
FIRST, LAST = 10 * 60, 22 * 60 + 30
_SHORT = {"class": "Class", "warm-up": "Wu", "fitting": "Fit", "conditioning": "Cond."}
_LETTERS = {
    "pas de deux": "pdd",
    "pas de trois": "pdt",
    "Pas de deux": "Pdd",
    "Pas de trois": "Pdt",
}
_ACT = re.compile(r"^(Prologue|Acts? [IVX]+(( & |, )[IVX]+)*)[ ,;]*")


@dataclass(frozen=True, slots=True)
class Block:
    """One thing of a person's day. `look` is a card's; a cover's presence is quiet."""

    ref: Ref
    start: int
    end: int
    text: str
    whole: str
    colour: str = ""
    look: str = QUIET
    state: str = "firm"
    place: str = ""
    clash: bool = False
    lane: int = 0
    lanes: int = 1

    @property
    def spoken(self) -> str:
        """How it is read out."""
        state = "" if self.state in ("firm", "scheduled", "") else self.state
        parts = (span(self.start, self.end), self.whole, self.place, state)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A dancer's day, or (without an id) the rank above the next ones and how many they are."""

    person_id: str
    name: str
    status: str = "full"
    word: str = ""
    blocks: tuple[Block, ...] = ()
    ways: tuple[tuple[int, int], ...] = ()
    sums: Sums = NOTHING
    over: Mapping[str, str] = field(default_factory=dict)
    severity: str = ""
    troubles: tuple[str, ...] = ()
    count: int = 0

    @property
    def spoken(self) -> str:
        """How it is read out: name, status, each call, the sums, what is found."""
        if not self.person_id:
            return f"{self.name}, {self.count}"
        said = [self.name, self.word, *(block.spoken for block in self.blocks)]
        if not self.blocks:
            said.append("not called")
        said += [
            f"{WORDS[column]} {figure(value)}"
            for column in COLUMNS
            if (value := self.sums.of(column)) is not None
        ]
        return ". ".join([*said, *self.troubles]) + "."


@dataclass(frozen=True, slots=True)
class PeopleView:
    """All that the People view shows of a day."""

    day: date
    rows: tuple[PersonRow, ...] = ()
    summary: str = ""
    count: int = 0
    middle: Sums = NOTHING
    first: int = FIRST
    last: int = LAST


def people_view(
    book: Book, day: date, findings: Iterable[Finding] = (), wanted: Filter | None = None
) -> PeopleView:
    """The dancers who pass the filter, by rank. `findings` are those of the day and its week."""
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        for person_id in finding.people:
            told.setdefault(person_id, []).append(finding)
    who = chosen(book, day, wanted or Filter())
    counted = people_rows(book, day, [one.id for one in who])
    rows = [
        _row(book, one, row, day, told.get(one.id, ()))
        for one, row in zip(who, counted, strict=True)
    ]
    headed: list[PersonRow] = []
    ranks = {one.id: rank(book, one.id, day) for one in who}
    for held, some in groupby(rows, key=lambda row: ranks[row.person_id]):
        group = list(some)
        headed += [PersonRow("", plural_rank(held) if held else "Others", count=len(group)), *group]
    blocks = [block for row in rows for block in row.blocks]
    return PeopleView(
        day,
        tuple(headed),
        summary(book, day),
        len(rows),
        medians(row.sums for row in rows if row.blocks),
        min([FIRST, *(block.start - block.start % 60 for block in blocks)]),
        max([LAST, *(block.end + -block.end % 30 for block in blocks)]),
    )


def summary(book: Book, day: date) -> str:
    """How many are called, off, away, and not called: 58 called · 2 off · 2 not called."""
    called = agenda(book, day)
    counts = {"called": 0, "off": 0, "on leave or away": 0, "not called": 0}
    for person in dancers(book, day):
        word = standing(book, person.id, day).word
        if person.id in called:
            counts["called"] += 1
        elif word in ("off", "rehab only"):
            counts["off"] += 1
        elif word in ("away", "not engaged"):
            counts["on leave or away"] += 1
        else:
            counts["not called"] += 1
    return " · ".join(f"{count} {word}" for word, count in counts.items() if count)


def person_blocks(
    book: Book, person_id: str, day: date, findings: Iterable[Finding] = ()
) -> tuple[Block, ...]:
    """A dancer's day as blocks; what overlaps stands in lanes."""
    clashing = {
        ref.id for one in findings if one.severity == "hard" for ref in one.refs if one.people
    }
    stints = agenda(book, day).get(person_id, ())
    places = lanes([(one.start, one.end) for one in stints])
    return tuple(
        _block(book, stint, stint.ref_id in clashing, lane, count)
        for stint, (lane, count) in zip(stints, places, strict=True)
    )


def _row(
    book: Book, person: Person, row: Counted, day: date, findings: Sequence[Finding]
) -> PersonRow:
    stand = standing(book, person.id, day)
    worst = min(findings, key=lambda one: SEVERITIES.index(one.severity), default=None)
    return PersonRow(
        person.id,
        person.name,
        stand.word if stand.word in STATUSES else "away",
        stand.word,
        person_blocks(book, person.id, day, findings),
        tuple((bar.start, bar.end) for bar in row.bars if bar.kind == TRAVEL),
        sums(book, row, day),
        overs(findings),
        worst.severity if worst and worst.severity != "note" else "",
        tuple(dict.fromkeys(one.what for one in findings)),
    )


def _block(book: Book, stint: Stint, clash: bool, lane: int, count: int) -> Block:
    show, call = stint.performance, stint.call
    if show is not None:
        card = show_card(book, show)
        said = f"{title(book, show)} {clock(show.curtain)}"
        whole = f"{title(book, show)}, show" + (", as cover" if stint.standby else "")
        return Block(
            Ref(Performance, show.id), max(stint.start, show.curtain), stint.end, said, whole,
            card.text.colour, QUIET if stint.standby else SHOW, "firm", card.place,
            clash, lane, count,
        )  # fmt: skip
    if call is None:
        raise ValueError("A stint is a call's or a show's.")
    text = call_text(book, call)
    studio = book.find(Studio, call.studio_id)
    short = _SHORT.get(call.kind) or _narrow(text.what or text.short)
    return Block(
        Ref(Call, call.id), stint.start, stint.end, short, f"{text.work} {text.what}".strip(),
        text.colour, text.look, call.state, studio.name if studio else "no studio yet",
        clash, lane, count,
    )  # fmt: skip


def _narrow(what: str) -> str:
    """What a call is for without its act, the pas by their letters: Pdd, Wilis."""
    bare = _ACT.sub("", what) or what
    for whole, letters in _LETTERS.items():
        bare = bare.replace(whole, letters)
    return bare[:1].upper() + bare[1:]

"""The change slip of a show and its texts for the public: what stands on them, unlaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.repertory import Role
from castapp.domain.roster import company, outside_name
from castapp.export.callboard import BOLD, Footer, Masthead, Run, Words, plain, said
from castapp.export.manner import Manner
from castapp.export.recastings import (
    Recasting,
    is_billed,
    part_name,
    recastings,
    since_words,
    state_of,
)

SAME = "The rest of the cast remains the same."
NO_CAUSE = "The reason is one word (indisposed / unavailable). No cause, no body part."
EVENING = 17 * 60
BEFORE_DOORS, BEFORE_CURTAIN = 60, 2


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A part with the new name, and whom it replaces."""

    part: str
    name: str
    replaces: str


@dataclass(frozen=True, slots=True)
class Errand:
    """Somebody who needs the slip or its texts: where, what, by when."""

    where: str
    what: str
    by: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A show's slip and the page of texts that goes with it."""

    show_id: str
    company: str
    title: str
    when: str
    opening: tuple[str, ...]
    rows: tuple[SlipRow, ...]
    announcement: Words
    mid_show: Words
    notice: Words
    errands: tuple[Errand, ...]
    masthead: Masthead
    footer: Footer


def slips(book: Book, first: date, last: date, paper: str, performance_id: str = "") -> list[Slip]:
    """A slip for each show of these days, or for that one, in which billed parts are recast.

    Raises Invalid if none is.
    """
    by_show: dict[str, list[Recasting]] = {}
    for one in recastings(book, first, last):
        if one.in_id and is_billed(book, one) and performance_id in ("", one.show.id):
            by_show.setdefault(one.show.id, []).append(one)
    if not by_show:
        manner = Manner(paper)
        days = manner.day(first) if first == last else f"{manner.day(first)} – {manner.day(last)}"
        raise Invalid(f"Nobody is replaced in a billed part on {days}; there is no slip to print.")
    return [_slip(book, changes, Manner(paper)) for changes in by_show.values()]


def slip_text(found: Sequence[Slip]) -> str:
    """The texts alone, to be pasted into a web page or read aloud."""
    blocks = []
    for slip in found:
        lines = [
            f"{slip.title}, {slip.when}",
            "",
            "TO BE READ BEFORE CURTAIN UP",
            said(slip.announcement),
        ]
        if slip.mid_show:
            lines += ["", "IF THE CHANGE FALLS DURING THE PERFORMANCE", said(slip.mid_show)]
        lines += ["", "FOYER BOARD, WEBSITE AND BOX OFFICE", said(slip.notice)]
        blocks.append("\n".join(lines))
    return "\n\n\n".join(blocks) + "\n"


def _slip(book: Book, changes: list[Recasting], manner: Manner) -> Slip:
    show = changes[0].show
    name = title(book, show)
    when = f"{manner.long_day(show.day)}, {manner.exact(show.curtain)}"
    house = company(book).name
    return Slip(
        show.id,
        house,
        name,
        when,
        _opening(book, changes),
        tuple(_row(book, one) for one in changes),
        _announcement(book, changes),
        _during(book, [one for one in changes if one.mid_show]),
        _notice(book, changes, f"{name}, {when}"),
        _errands(book, changes, manner),
        Masthead(house, "CAST CHANGE", "texts", f"{name}, {when}", boxed=False),
        Footer(NO_CAUSE, f"{name}, {manner.day(show.day)}"),
    )


def _row(book: Book, one: Recasting) -> SlipRow:
    part = ", ".join(filter(None, (part_name(book, one), since_words(book, one))))
    out = book.find(Person, one.out_id)
    return SlipRow(part, _name(book, one.in_id), f"replaces {out.name}" if out else "")


def _opening(book: Book, changes: list[Recasting]) -> tuple[str, ...]:
    sentence = said(_off(book, changes))
    roles = "The role below" if len(changes) == 1 else "The roles below"
    return tuple(filter(None, (sentence, f"{roles} will be danced as follows:")))


def _off(book: Book, changes: list[Recasting]) -> Words:
    """Who cannot dance, a sentence a word; empty if the record does not tell."""
    states: dict[str, list[str]] = {}
    for person_id in dict.fromkeys(one.off_id for one in changes if one.off_id):
        state = state_of(book, person_id, changes[0].show.day)
        states.setdefault(state, []).append(_name(book, person_id))
    runs: list[Run] = []
    for number, (state, names) in enumerate(states.items()):
        runs += plain(" and " if number else "")
        runs += _listed([(Run(name, BOLD),) for name in names])
        runs += plain(f" {'is' if len(names) == 1 else 'are'} {state}")
    return (*runs, Run(".")) if runs else ()


def _announcement(book: Book, changes: list[Recasting]) -> Words:
    evening = changes[0].show.curtain >= EVENING
    hour = "evening" if evening else "afternoon"
    off = _off(book, changes)
    runs: list[Run] = [Run(f"“Ladies and gentlemen, good {hour}. At this {hour}’s performance ")]
    runs += [*off, Run(" ")] if off else []
    runs += _danced(book, changes, capital=bool(off))
    return (*runs, Run(f". {SAME} Thank you.”"))


def _danced(book: Book, changes: list[Recasting], *, capital: bool) -> Words:
    single = book.get(Role, changes[0].role_id).kind in ("single", "character")
    opening = ("The role of " if capital else "the role of ") if single else ""
    clauses: list[Words] = []
    for number, one in enumerate(changes):
        since = since_words(book, one)
        part = f"{opening if not number else ''}"
        verb = " will be danced" if not number else ""
        clauses.append(
            (
                *plain(part),
                Run(part_name(book, one), BOLD),
                Run(f"{verb}{f', {since},' if since else ''} by "),
                Run(_name(book, one.in_id), BOLD),
            )
        )
    return _listed(clauses)


def _during(book: Book, changes: list[Recasting]) -> Words:
    if not changes:
        return ()
    names = [_name(book, one) for one in dict.fromkeys(c.off_id for c in changes) if one]
    runs: list[Run] = [Run("“Ladies and gentlemen, ")]
    if names:
        runs += [Run("owing to the indisposition of ")]
        runs += [*_listed([(Run(name, BOLD),) for name in names]), Run(", ")]
    return (*runs, *_danced(book, changes, capital=False), Run(". Thank you.”"))


def _notice(book: Book, changes: list[Recasting], what: str) -> Words:
    clauses: list[Words] = []
    for one in changes:
        out = book.find(Person, one.out_id)
        since = since_words(book, one)
        verb = f"replaces {out.name} as" if out else "dances"
        tail = f", {since}" if since else ""
        clauses.append(plain(f"{_name(book, one.in_id)} {verb} {part_name(book, one)}{tail}"))
    return (Run(f"Cast change: {what}.", BOLD), Run(" "), *_listed(clauses), Run(f". {SAME}"))


def _errands(book: Book, changes: list[Recasting], manner: Manner) -> tuple[Errand, ...]:
    show = changes[0].show
    day = manner.short_day(show.day)
    doors = f"{day} {manner.clock(show.curtain - BEFORE_DOORS)}"
    half = f"{day} {manner.clock(show.curtain - manner.half)}"
    new = ", ".join(dict.fromkeys(outside_name(book, one.in_id) for one in changes))
    read = manner.clock(show.curtain - BEFORE_CURTAIN)
    return (
        Errand("Front of house", "slips into the programmes", doors),
        Errand("Stage manager", f"announcement, read at {read}", half),
        Errand("Foyer board and screens", "board text", doors),
        Errand("Website, box office", "board text", "at once"),
        Errand("Conductor", f"{_conductor(book, show)}new tempi: {new}", half),
        Errand("Wardrobe, wigs, dressers", f"costumes: {new}", "at once"),
        Errand("Press office", "no other word than the announcement’s", "at once"),
    )


def _conductor(book: Book, show: Performance) -> str:
    name = outside_name(book, show.conductor_id)
    return f"{name}: " if name else ""


def _name(book: Book, person_id: str | None) -> str:
    who = book.find(Person, person_id)
    return who.name if who else ""


def _listed(parts: Sequence[Words]) -> Words:
    """Words as a list: a, b, and c; two are joined by and."""
    runs: list[Run] = []
    for number, words in enumerate(parts):
        if number:
            last = number == len(parts) - 1
            comma = "," if len(parts) > 2 else ""
            runs.append(Run(f"{comma} and " if last else ", "))
        runs += words
    return tuple(runs)

"""Who needs the change slip and its texts: where, what, by when."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.roster import outside_name
from castapp.export.manner import Manner
from castapp.export.recastings import Recasting

BEFORE_DOORS, BEFORE_CURTAIN = 60, 2


@dataclass(frozen=True, slots=True)
class Errand:
    """Somebody who needs the slip or its texts: where, what, by when."""

    where: str
    what: str
    by: str


def errands(
    book: Book, changes: list[Recasting], manner: Manner, during: str
) -> tuple[Errand, ...]:
    """Everybody who needs the slip or its texts, and by when; `during` is where in the show the
    change falls, "" before it.
    """
    show = changes[0].show
    day = f"{show.day:%a}"
    doors = f"{day} {manner.clock(show.curtain - BEFORE_DOORS)}"
    half = f"{day} {manner.clock(show.curtain - manner.half)}"
    new = ", ".join(dict.fromkeys(outside_name(book, one.in_id) for one in changes))
    read = manner.clock(show.curtain - BEFORE_CURTAIN)
    if during:
        conductor = f"{_conductor(book, show)}new tempi: {new}"
        return (
            Errand("Stage manager", f"announcement, read before {during}", "at once"),
            Errand("Front of house", "board text at the doors, in the interval", "at once"),
            Errand("Foyer board and screens", "board text", "at once"),
            Errand("Conductor", conductor, "at once"),
            Errand("Wardrobe, wigs, dressers", f"costumes: {new}", "at once"),
            Errand("Website, press office", "board text, no other word", "tomorrow"),
        )
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

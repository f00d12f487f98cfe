"""Who cannot dance in a run, as far as the company lets a posted sheet say so: never why."""

from __future__ import annotations

from datetime import date, timedelta

from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.roster import company, dancers, inside_name
from castapp.domain.standing import Standing, standing
from castapp.export.callboard import Block, Entry, bound, plain
from castapp.export.callsheet_status import OFF, status_label
from castapp.export.manner import Manner

GUEST = "guest engagement"


def away_block(book: Book, shows: tuple[Performance, ...], manner: Manner) -> Block | None:
    """Who is away on a show day of the run and, where the company puts its off list on papers,
    who is off or modified with what not to do and the review; None if there is nobody.
    """
    if not shows:
        return None
    days = list(dict.fromkeys(show.day for show in shows))
    entries = [
        Entry(plain(bound(book, f"{inside_name(book, who.id)} {words}.")))
        for who in dancers(book, days[0])
        if (words := _words(book, who, days, manner))
    ]
    return Block("Not available", tuple(entries)) if entries else None


def _words(book: Book, who: Person, days: list[date], manner: Manner) -> str:
    told: list[str] = []
    absences: list[Absence] = []
    for day in days:
        stands = standing(book, who.id, day)
        if stands.absence is not None:
            if stands.absence not in absences:
                absences.append(stands.absence)
        elif company(book).off_list_on_papers and not told and status_label(stands):
            told.append(_limits(stands, day, days, manner))
    return "; ".join([*told, *(_away(one, days, manner) for one in absences)])


def _away(absence: Absence, days: list[date], manner: Manner) -> str:
    """away from Fri 16, back Mon 19 (guest); of any other reason only that somebody is away."""
    said = ["away"]
    if absence.first > days[0]:
        said.append(f"from {manner.day_among(absence.first, days)}")
    words = " ".join(said)
    if absence.last is not None:
        back = absence.last + timedelta(days=1)
        words += f", back {manner.day_among(back, days)}"
    return f"{words} (guest)" if absence.kind == GUEST else words


def _limits(stands: Standing, day: date, days: list[date], manner: Manner) -> str:
    """off, review Fri 16; no jumps, review Mon 19."""
    said = ["off"] if status_label(stands) == OFF else [one.words for one in stands.restrictions]
    if day > days[0]:
        said.append(f"from {manner.day_among(day, days)}")
    if stands.review is not None:
        word = "review due" if stands.needs_review else "review"
        said.append(f"{word} {manner.day_among(stands.review, days)}")
    return ", ".join(said or ["modified"])

"""The list of who is off, modified or away: what not to do and when it is reviewed, never why."""

from __future__ import annotations

from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import dancers, inside_name
from castapp.domain.standing import Standing, standing
from castapp.export.callboard import Block, Entry, bold, bound, plain
from castapp.export.manner import Manner

OFF, MODIFIED, AWAY = "OFF", "MOD", "AWAY"


def status_label(found: Standing) -> str:
    """OFF, MOD, AWAY, or nothing for somebody who dances in full."""
    if found.absence is not None:
        return AWAY
    return {"off": OFF, "rehab only": OFF, "modified": MODIFIED}.get(found.status, "")


def status_block(book: Book, day: date, manner: Manner) -> Block | None:
    """OFF, MOD and AWAY in that order, each alphabetical, what is new that day first."""
    found = []
    for person in dancers(book, day):
        stands = standing(book, person.id, day)
        label = status_label(stands)
        if label:
            since = stands.absence.first if stands.absence else stands.since
            new = since == day
            order = (OFF, MODIFIED, AWAY).index(label)
            entry = _entry(book, person, stands, label, manner, new=new)
            found.append(((order, not new, person.sort_key), entry))
    if not found:
        return None
    entries = tuple(entry for _, entry in sorted(found, key=lambda one: one[0]))
    return Block("Off and modified (what not to do; review date)", entries)


def _entry(
    book: Book, person: Person, stands: Standing, label: str, manner: Manner, *, new: bool
) -> Entry:
    words = [inside_name(book, person.id)]
    if stands.absence is not None:
        words.append(_away(stands, manner))
    else:
        words += [restriction.words for restriction in stands.restrictions]
        if stands.review is not None:
            word = "review due" if stands.needs_review else "review"
            words.append(f"{word} {manner.short_day(stands.review)}")
    text = bound(book, " – ".join(filter(None, words)))
    return Entry(bold(text) if new else plain(text), label, changed=new)


def _away(stands: Standing, manner: Manner) -> str:
    absence = stands.absence
    if absence is None or absence.last is None:
        return ""
    guest = "guesting, " if absence.kind == "guest engagement" else ""
    return f"{guest}back {manner.short_day(absence.last + timedelta(days=1))}"

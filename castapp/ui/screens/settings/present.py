"""What the settings say: their sections, sentences and the words of their choices. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from zoneinfo import available_timezones

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Journey, Season, Site, Studio
from castapp.domain.people import Engagement
from castapp.domain.roster import company
from castapp.services.ranks import holders

COMPANY, PLACES, SEASONS, RULES, ACCESS, YOURS, BACKUPS = (
    "company", "places", "seasons", "rules", "access", "yours", "backups",
)  # fmt: skip
SECTIONS = (
    (COMPANY, "Company"),
    (PLACES, "Places"),
    (SEASONS, "Seasons"),
    (RULES, "Rules"),
    (ACCESS, "Who can read what"),
    (YOURS, "Your settings"),
    (BACKUPS, "Backups and history"),
)
WEEKDAYS = tuple(
    enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
)
SCHEME_WORDS = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
_FILE = (
    "Whoever can read this file can read everything in it but the medical part: names, contacts, "
    "contracts, calls, who is off and what they may not do. Castapp asks nobody who they are; it "
    "cannot keep one reader of the file from what another may see."
)
_SEALED = (
    "It is encrypted, record by record, under its own passphrase and recovery key. Without one of "
    "the two nobody can read it, not even from a backup. It locks itself after a while."
)
_ADVICE = (
    "Keep the file in a folder that only those may open who may know all this. Give everybody an "
    "account of their own at the computer, and switch the encryption of its disk on."
)
_HISTORY = (
    "It names whoever made a change by the name in their settings, which anybody can type. It "
    "helps to find out what happened; it proves nothing."
)
ACCESS_WORDS = (
    ("A company file", _FILE),
    ("The medical part", _SEALED),
    ("What to do", _ADVICE),
    ("The history", _HISTORY),
)


@dataclass(frozen=True, slots=True)
class RankRow:
    """A rank and how many hold or held it."""

    name: str
    held: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class StudioRow:
    """A studio and what is in it."""

    studio: Studio
    used: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Two sites, and the minutes between them if they are known."""

    first: Site
    second: Site
    journey: Journey | None

    @property
    def words(self) -> str:
        return f"{self.first.name} – {self.second.name}"


def rank_rows(book: Book) -> list[RankRow]:
    """The ladder, highest first."""
    ranks = company(book).ranks
    return [
        RankRow(name, _people(holders(book, name)), place == 0, place == len(ranks) - 1)
        for place, name in enumerate(ranks)
    ]


def stray_ranks(book: Book) -> list[str]:
    """Ranks that contracts name and the ladder does not."""
    known = {str(one) for one in book.values(Engagement, "rank")}
    return sorted(known - {"", *company(book).ranks})


def sites(book: Book) -> list[Site]:
    """The sites by name, the one with the most studios first."""
    return sorted(
        book.all(Site), key=lambda one: (-len(book.where(Studio, "site_id", one.id)), one.name)
    )


def studio_rows(book: Book, site_id: str) -> list[StudioRow]:
    """The studios of a site in the order of the board."""
    order = [one.id for one in studios(book)]
    return [
        StudioRow(one, _used(book, one), one.id == order[0], one.id == order[-1])
        for one in studios(book)
        if one.site_id == site_id
    ]


def studios(book: Book) -> list[Studio]:
    """Every studio in the order of the board."""
    return sorted(book.all(Studio), key=lambda one: (one.order, one.name, one.id))


def ways(book: Book) -> list[Way]:
    """Every two sites, with the journey between them."""
    return [Way(one, two, _journey(book, one, two)) for one, two in combinations(sites(book), 2)]


def seasons(book: Book) -> list[Season]:
    """The seasons, the latest first."""
    return sorted(book.all(Season), key=lambda one: one.first, reverse=True)


def zones() -> Sequence[str]:
    """Every time zone by name, those of regions before the odd ones."""
    return sorted(available_timezones(), key=lambda name: ("/" not in name, name))


def said(day: date) -> str:
    """A day in words: 1 Aug 2026."""
    return f"{day.day} {day:%b} {day.year}"


def backup_words(backed_up: datetime | None, now: datetime) -> str:
    """When the last backup was made, in a sentence."""
    if backed_up is None:
        return "No backup of this company has been made from here yet."
    days = (now.date() - backed_up.date()).days
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
    at = f"{backed_up.hour}.{backed_up.minute:02d}"
    return f"Last backed up {ago}, {said(backed_up.date())} at {at}."


def _journey(book: Book, one: Site, two: Site) -> Journey | None:
    ends = {one.id, two.id}
    return next(
        (way for way in book.all(Journey) if {way.from_site_id, way.to_site_id} == ends), None
    )


def _used(book: Book, studio: Studio) -> str:
    calls = len(book.where(Call, "studio_id", studio.id))
    shows = len(book.where(Performance, "venue_id", studio.id))
    said_calls = f"{calls} call{'' if calls == 1 else 's'}" if calls else ""
    said_shows = f"{shows} show{'' if shows == 1 else 's'}" if shows else ""
    return ", ".join(part for part in (said_calls, said_shows) if part) or "not used yet"


def _people(count: int) -> str:
    return "nobody" if count == 0 else f"{count} {'person' if count == 1 else 'people'}"

"""What the welcome page says, and what the form for a new company asks. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from castapp.domain.company import PAPERS
from castapp.ui.reading import MONTHS, WEEKDAYS, Unread, plain

RANKS = ("Principal", "First soloist", "Soloist", "Coryphée", "Corps", "Apprentice")
PAPER_CHOICES = tuple((paper, paper) for paper in PAPERS)
WEEKDAY_CHOICES = tuple((str(n), day.capitalize()) for n, day in enumerate(WEEKDAYS))


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A company opened before. `address` comes back when it is chosen."""

    address: str
    name: str
    place: str
    opened: str = ""


@dataclass(frozen=True, slots=True)
class NewCompany:
    """What was filled in for a new company; the file's place is asked afterwards."""

    name: str
    zone: str
    first_weekday: int
    paper: str
    ranks: tuple[str, ...]


def opened_words(opened: str, now: datetime) -> str:
    """When a file was last open: "today 8.21", "30 August", "30 August 2025"; "" if unknown."""
    try:
        at = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    at = at.astimezone(now.tzinfo) if at.tzinfo and now.tzinfo else at
    if at.date() == now.date():
        return f"today {at.hour}.{at.minute:02d}"
    words = f"{at.day} {MONTHS[at.month - 1].capitalize()}"
    return words if at.year == now.year else f"{words} {at.year}"


def read_ranks(text: str) -> tuple[str, ...]:
    """Ranks from lines or commas, highest first. Raises Unread if one stands twice or none."""
    ranks = tuple(
        part.strip() for line in text.splitlines() for part in line.split(",") if part.strip()
    )
    if not ranks:
        raise Unread("Name at least one rank, the highest first.")
    for rank in ranks:
        if sum(plain(rank) == plain(other) for other in ranks) > 1:
            raise Unread(f"“{rank}” stands there twice.")
    return ranks


def read_zone(text: str, zones: frozenset[str]) -> str:
    """The zone named, whatever its case. Raises Unread."""
    typed = plain(text.strip()).replace(" ", "_")
    for zone in zones:
        if plain(zone) == typed:
            return zone
    raise Unread("Choose a time zone from the list, like Europe/Madrid.")

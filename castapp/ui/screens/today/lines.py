"""What a block of the morning page is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.finding import Ref

FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Line:
    """One line and the place it leads to: a record, a day, or the screen named.

    `start` stands in a first column of its own; the mark before the words is one of a production's
    colour, a participation status, an icon, a finding's severity, or a character.
    """

    target: Ref | date | None
    main: str
    about: str = ""
    side: str = ""
    start: str = ""
    colour: str = ""
    status: str = ""
    icon: str = ""
    icon_tone: str = "t2"
    finding: str = ""
    mark: str = ""
    tone: str = "t1"
    side_tone: str = "t2"
    screen: str = ""

    @property
    def words(self) -> str:
        """The whole line, read out."""
        said = (self.start, self.finding, self.main, self.about, self.side)
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class ShowLine:
    """A show as a band in its production's colours."""

    target: Ref
    title: str
    about: str
    leads: str
    conductor: str
    curtain: str
    colour: str

    @property
    def words(self) -> str:
        """The whole band, read out."""
        said = (self.title, self.curtain, self.about, self.leads, self.conductor)
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, words beside it, lines, and what is said when there are none.

    `aligned`: what is said about each stands in a column of its own.
    """

    heading: str
    aside: str
    lines: tuple[Line, ...]
    empty: str = ""
    aligned: bool = False


def day_words(day: date) -> str:
    """Wednesday 14 October."""
    return f"{day:%A} {day.day} {day:%B}"


def near_day(day: date, today: date) -> str:
    """Wed 14 for a day within a fortnight, 14 Oct for one further off."""
    if abs((day - today).days) <= FORTNIGHT:
        return f"{day:%a} {day.day}"
    return f"{day.day} {day:%b}"

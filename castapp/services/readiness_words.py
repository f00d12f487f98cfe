"""A readiness as a line that can be corrected: of whom or what, which step, what it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.services.readiness import Readiness
from castapp.services.reason import short_day


@dataclass(frozen=True, slots=True)
class Stated:
    """How ready somebody is: the step that counts, the one the record gives, what it stands on.

    `key` is the person or the role the line is for, `text` their name.
    """

    key: str
    text: str
    state: str
    derived: str
    why: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether it was said by hand, against the record."""
        return self.state != self.derived


def stated(key: str, text: str, one: Readiness) -> Stated:
    """A readiness under somebody's name, or a role's."""
    told = (
        counted(one.shows, "show"),
        counted(one.rehearsals, "rehearsal"),
        f"last {short_day(one.last)}" if one.last else "",
    )
    why = ", ".join(part for part in told if part) or "nothing recorded yet"
    return Stated(key, text, one.state, one.derived, why)


def counted(number: int, what: str) -> str:
    """1 show, 9 shows; nothing for none."""
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""

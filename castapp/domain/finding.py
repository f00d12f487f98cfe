"""A finding: what is wrong, how badly, for whom, when, and where to look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.record import Record

SEVERITIES = ("hard", "breach", "warning", "note")


@dataclass(frozen=True, slots=True)
class Ref:
    """Points at a record a screen can show."""

    kind: type[Record]
    id: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says. `start` and `end` are clock minutes of `day`, or None for the day.

    `people` are person ids; `what` is the sentence; `over` says by how much in the rule's unit,
    so that a finding that grows worse is a new one. `about` is set where a day or a week is added
    up: its refs are then places to look, and no part of what makes it the same finding.
    """

    rule: str
    severity: str
    what: str
    day: date
    people: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    clause: str = ""
    refs: tuple[Ref, ...] = ()
    over: float = 0.0
    about: str = ""

    @property
    def key(self) -> str:
        """What makes it the same finding tomorrow: the rule, the day, the people, the records."""
        subject = (self.about,) if self.about else tuple(ref.id for ref in self.refs)
        parts = (self.rule, self.day.isoformat(), *self.people, *subject)
        return "|".join(parts)

    @property
    def order(self) -> tuple[int, date, int, str]:
        """Worst first, then in time order."""
        return (SEVERITIES.index(self.severity), self.day, self.start or 0, self.what)

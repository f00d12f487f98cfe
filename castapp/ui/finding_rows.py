"""Findings in words for the strip and the clash panel: who, what kind, when. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import Person
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, span
from castapp.ui.reading import short_day


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in words. `action` is the link at the end; `source` comes back in signals.

    `people` are all the names, `who` may shorten them; `named` is the first few as the house says
    them. `accepted` says who lives with it and why.
    """

    severity: str
    kind: str
    who: str
    when: str
    what: str
    clause: str = ""
    action: str = "Show"
    source: object = None
    day: date | None = None
    people: tuple[str, ...] = ()
    accepted: str = ""
    named: str = ""

    @property
    def sentence(self) -> str:
        """The whole row read out."""
        parts = (self.kind, self.who, self.when, self.what, self.accepted, self.clause)
        return ", ".join(part for part in parts if part)


ACCEPTED = "accepted"
NAMED = 3


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which rows are shown: of one day, of one person, of one severity; unset ones of all.

    What is accepted is shown only when it is asked for.
    """

    day: date | None = None
    person: str = ""
    severity: str = ""

    def __bool__(self) -> bool:
        return bool(self.day or self.person or self.severity)

    def shows(self, row: FindingRow) -> bool:
        """Whether a row is among those wanted."""
        return (
            (self.day is None or row.day == self.day)
            and (not self.person or self.person in row.people)
            and self._is_kind(row)
        )

    def _is_kind(self, row: FindingRow) -> bool:
        if row.accepted or self.severity == ACCEPTED:
            return bool(row.accepted) and self.severity == ACCEPTED
        return not self.severity or row.severity == self.severity


_KINDS = {
    "person_twice": "Clash",
    "studio_twice": "Studio clash",
    "lead_twice": "Coach clash",
    "pianist_twice": "Pianist clash",
    "travel": "Way too short",
    "absent": "Absent",
    "not_available": "Not available",
    "not_under_contract": "No contract",
    "restriction": "Restriction",
    "two_roles": "Two roles",
    "uncast": "Role open",
    "uncovered": "No cover",
    "spot_twice": "Spot twice",
    "leads_in_a_row": "Leads close",
    "hours_a_day": "Hours a day",
    "hours_a_week": "Hours a week",
    "span": "Span",
    "consecutive": "No break",
    "meal": "Meal",
    "overnight_rest": "Rest",
    "show_day": "Show-day hours",
    "two_show_day": "Two-show day",
    "free_days": "Free day",
}


def finding_rows(book: Book, findings: Iterable[Finding]) -> list[FindingRow]:
    """The findings as rows, worst first, then in time order."""
    return [finding_row(book, each) for each in sorted(findings, key=lambda each: each.order)]


def finding_row(book: Book, finding: Finding) -> FindingRow:
    """One finding as a row; its link asks for a reason where a rule may be waived."""
    names = _names(book, finding.people)
    return FindingRow(
        severity=finding.severity,
        kind=_KINDS.get(finding.rule, finding.rule.replace("_", " ").capitalize()),
        who=_who(names),
        when=_when(finding),
        what=finding.what,
        clause=finding.clause,
        action="Accept with reason…" if finding.severity == "breach" else "Show",
        source=finding,
        day=finding.day,
        people=names,
        named=few_names(book, finding.people),
    )


def accepted_row(book: Book, finding: Finding, breach: AcceptedBreach) -> FindingRow:
    """A finding somebody lives with, as a row; its link takes that back."""
    by = f"accepted by {breach.by}" if breach.by else "accepted"
    return replace(finding_row(book, finding), accepted=f"{by}: {breach.reason}", action="Withdraw")


def few_names(book: Book, people: Iterable[str]) -> str:
    """People as the house says them: Byrne, Gagnon, Ito and 1 more."""
    found = sorted({name for who in people if (name := inside_name(book, who))})
    if len(found) <= NAMED:
        return ", ".join(found)
    return f"{', '.join(found[:NAMED])} and {len(found) - NAMED} more"


def _names(book: Book, people: Iterable[str]) -> tuple[str, ...]:
    found = [person for who in people if (person := book.find(Person, who)) is not None]
    return tuple(person.name for person in sorted(found, key=lambda one: one.sort_key))


def _who(names: tuple[str, ...]) -> str:
    if len(names) > 2:
        return f"{names[0]} and {len(names) - 1} more"
    return ", ".join(names)


def _when(finding: Finding) -> str:
    day = f"{finding.day:%a} {finding.day.day}"
    if finding.start is None:
        return short_day(finding.day)
    if finding.end is None:
        return f"{day}, {clock(finding.start)}"
    return f"{day}, {span(finding.start, finding.end)}"

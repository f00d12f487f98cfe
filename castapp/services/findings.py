"""What is wrong, for screens and the command line: a week's findings, counts, acceptance."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import SEVERITIES, Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.record import new_id
from castapp.domain.roster import company
from castapp.domain.slot import days_between, week_start
from castapp.rules import judge

_ONE_AND_MANY = {
    "hard": ("clash", "clashes"),
    "breach": ("rule", "rules"),
    "warning": ("warning", "warnings"),
    "note": ("note", "notes"),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of each severity."""

    hard: int = 0
    breach: int = 0
    warning: int = 0
    note: int = 0

    @property
    def words(self) -> str:
        """The counts that are not nothing: 1 clash · 2 rules · 2 warnings."""
        said = (
            f"{count} {_ONE_AND_MANY[name][count != 1]}"
            for name in SEVERITIES
            if (count := getattr(self, name))
        )
        return " · ".join(said)


def findings(
    book: Book, first: date, last: date, people: Collection[str] | None = None
) -> list[Finding]:
    """What stands against the rules from one day to another, worst first; accepted ones not.

    What is hard is never settled: it stays, whatever reason was given for keeping it.

    What adds up a week is told on the week's first day. Raises Invalid for an unknown rule pack.
    """
    return [
        one
        for one in judge.findings(book, days_between(first, last), people)
        if one.severity == "hard" or judge.accepted(book, one) is None
    ]


def week_findings(book: Book, day: date) -> list[Finding]:
    """The open findings of the company's week that a day lies in."""
    first = week_start(day, company(book).first_weekday)
    return findings(book, first, first + timedelta(days=6))


def new_findings(book: Book, edit: Edit) -> list[Finding]:
    """What an edit would newly break or make worse, worst first."""
    return judge.new_findings(book, edit)


def accepted_findings(book: Book, first: date, last: date) -> list[tuple[Finding, AcceptedBreach]]:
    """The breaches found from one day to another and accepted, each with who did so and why."""
    return [
        (one, breach)
        for one in judge.findings(book, days_between(first, last))
        if one.severity != "hard" and (breach := judge.accepted(book, one)) is not None
    ]


def is_accepted(book: Book, finding: Finding) -> bool:
    """Whether somebody decided to live with a finding."""
    return judge.accepted(book, finding) is not None


def counts(found: Iterable[Finding]) -> Counts:
    """How many of each severity."""
    severities = [one.severity for one in found]
    return Counts(*(severities.count(name) for name in SEVERITIES))


def gathered(found: Iterable[Finding]) -> list[Finding]:
    """Findings that differ in nothing but the person, put into one with all of them, in order."""
    groups: dict[Finding, list[Finding]] = {}
    for one in found:
        refs = () if one.about else one.refs
        groups.setdefault(replace(one, people=(), refs=refs), []).append(one)
    return [
        replace(group[0], people=tuple(who for one in group for who in one.people))
        for group in groups.values()
    ]


def apart(finding: Finding) -> list[Finding]:
    """A gathered finding as one for each person, as the rules told it."""
    if len(finding.people) < 2:
        return [finding]
    return [replace(finding, people=(who,)) for who in finding.people]


def accept(book: Book, finding: Finding, reason: str, by: str = "", posting_id: str = "") -> Edit:
    """Live with a finding (gathered or not), for a reason. Raises Invalid if there is none.

    With a posting the reason is that issue's alone: it is kept beside it, and the finding stays
    open for whatever is posted next.
    """
    if not reason.strip():
        raise Invalid("Say why this is accepted; the reason is kept with it.")
    draft = Draft(book)
    for one in apart(finding):
        key = f"{posting_id}|{one.key}" if posting_id else one.key
        known = next(iter(book.where(AcceptedBreach, "key", key)), None)
        breach_id = known.id if known else new_id()
        draft.put(AcceptedBreach(breach_id, one.rule, key, reason.strip(), by, one.day))
    return draft.edit(f"Accept: {finding.what}")


def withdraw(book: Book, finding: Finding) -> Edit:
    """Take an acceptance back, so that the finding is open again."""
    draft = Draft(book)
    for one in apart(finding):
        for breach in book.where(AcceptedBreach, "key", one.key):
            draft.drop(breach)
    return draft.edit(f"No longer accept: {finding.what}")

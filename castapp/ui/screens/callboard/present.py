"""What the callboard says of its papers: state lines, headings, changes, obstacles. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding, Ref
from castapp.domain.office import Posting
from castapp.domain.people import Person
from castapp.domain.repertory import Production
from castapp.domain.roster import inside_name
from castapp.services.findings import findings, gathered
from castapp.services.issues import (
    Request,
    changes,
    issues,
    lines_now,
    posted_despite,
    stands,
)
from castapp.ui.screens.callboard.wanted import (
    CALL_SHEET,
    CAST_SHEET,
    CASTING,
    DANCER,
    HANDED_OUT,
    WEEK,
    Wanted,
    request_for,
)

ICONS = {
    CALL_SHEET: "file-text", WEEK: "calendar-range", CASTING: "crown", DANCER: "user-round",
    CAST_SHEET: "users-round",
}  # fmt: skip
IN_THE_WAY = ("hard", "breach")
TOGETHER = 4


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in the list: its name in commands, its title, its sign, how far it is."""

    name: str
    title: str
    icon: str
    state: str


@dataclass(frozen=True, slots=True)
class Change:
    """What changed for somebody, or for several in the same way; `people` counts them."""

    who: str
    lines: tuple[str, ...]
    people: int = 1


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A finding that should be settled before posting, in words, and where to look.

    `despite` says why the issue that stands went out with it; empty if it did not.
    """

    severity: str
    who: str
    what: str
    target: Ref | date
    source: Finding
    when: str = ""
    despite: str = ""

    @property
    def head(self) -> str:
        """Who it is about, and on what day if the paper is about several."""
        return ", ".join(part for part in (self.who, self.when) if part)

    @property
    def sentence(self) -> str:
        return f"{self.head}: {self.what}" if self.head else self.what


def paper_rows(
    book: Book, wanted: Wanted, papers: Sequence[tuple[str, str]]
) -> tuple[PaperRow, ...]:
    """The papers there are (name, title), each with how far it is for what is chosen."""
    return tuple(
        PaperRow(
            name, title, ICONS.get(name, "file-text"), state_line(book, replace(wanted, paper=name))
        )
        for name, title in papers
    )


def state_line(book: Book, wanted: Wanted) -> str:
    """A paper's state in a few words: Thu 15, issue 2 draft; week 42, issue 1 firm."""
    request = request_for(book, wanted)
    about = _about(book, wanted, request)
    if wanted.paper in HANDED_OUT:
        return about or ("no dancers yet" if wanted.paper == DANCER else "no shows yet")
    posted = issues(book, request)
    if not posted:
        if not lines_now(book, request):
            return f"{about}, nothing yet" if about else "no shows yet"
        return f"{about}, draft"
    last = posted[-1]
    if not stands(book, request):
        return f"{about}, issue {last.issue + 1} draft"
    return f"{about}, issue {last.issue}" + (" tentative" if last.state == "tentative" else "")


def heading(book: Book, wanted: Wanted) -> str:
    """The top bar: the day, the week, or the ballet with its run."""
    request = request_for(book, wanted)
    if wanted.paper in (CALL_SHEET, CAST_SHEET):
        return _long(request.first, year=True)
    if wanted.paper == CASTING:
        work = book.find(Production, request.production_id)
        named = f"{work.short or work.title}, " if work else ""
        return f"{named}{_span(request.first, request.until)}"
    return _span(request.first, request.first + timedelta(days=6))


def inspector_title(book: Book, wanted: Wanted) -> str:
    """What the inspector stands for: a day, a week, a ballet, or a dancer."""
    if wanted.paper == CALL_SHEET:
        return _long(wanted.day, year=False)
    if wanted.paper == CAST_SHEET:
        return _long(request_for(book, wanted).first, year=False)
    if wanted.paper == DANCER:
        person = book.find(Person, wanted.person_id)
        return person.name if person else ""
    return heading(book, wanted)


def changed(book: Book, request: Request) -> tuple[Change, ...]:
    """What changed since the last issue, per dancer; many with the same are told together."""
    together: dict[tuple[str, ...], list[str]] = {}
    for one in changes(book, request):
        together.setdefault(one.lines, []).append(one.person_id)
    found: list[Change] = []
    for lines, people in together.items():
        said = tuple(line[:1].upper() + line[1:] for line in lines)
        if len(people) >= TOGETHER:
            names = ", ".join(inside_name(book, one) for one in people)
            found.append(Change(names, said, len(people)))
        else:
            found += [Change(book.get(Person, one).name, said) for one in people]
    return tuple(found)


def in_the_way(book: Book, request: Request) -> tuple[Obstacle, ...]:
    """The open clashes and breaches of the days the paper is about, the worst first.

    A casting answers for its shows alone.
    """
    if request.paper in HANDED_OUT:
        return ()
    last = request.first + timedelta(days=6) if request.paper == WEEK else request.until
    found = findings(book, request.first, last)
    open_ = [one for one in found if one.severity in IN_THE_WAY]
    if request.paper == CASTING:
        shows = {line.ref_id for line in lines_now(book, request)}
        open_ = [one for one in open_ if _is_about(one, shows)]
    posted = issues(book, request)
    last_issue = posted[-1] if posted and stands(book, request) else None
    dated = request.paper != CALL_SHEET
    return tuple(_obstacle(book, one, last_issue, dated=dated) for one in gathered(open_))


def _is_about(finding: Finding, shows: set[str]) -> bool:
    refs = finding.refs
    return any(ref.id in shows for ref in refs) and not any(ref.kind is Call for ref in refs)


def _obstacle(book: Book, finding: Finding, posting: Posting | None, *, dated: bool) -> Obstacle:
    names = [person.name for one in finding.people if (person := book.find(Person, one))]
    who = f"{names[0]} and {len(names) - 1} more" if len(names) > 2 else ", ".join(names)
    target = finding.refs[0] if finding.refs else finding.day
    when = f"{finding.day:%a} {finding.day.day} {finding.day:%b}" if dated else ""
    kept = posted_despite(book, posting, finding)[:1] if posting else ()
    despite = ", ".join(part for one in kept for part in (one.reason, one.by) if part)
    return Obstacle(finding.severity, who, finding.what, target, finding, when, despite)


def _about(book: Book, wanted: Wanted, request: Request) -> str:
    if wanted.paper == CALL_SHEET:
        return f"{wanted.day:%a} {wanted.day.day}"
    if wanted.paper == CAST_SHEET:
        shown = [one for one in book.where(Performance, "day", request.first)
                 if one.state != "cancelled"]  # fmt: skip
        return f"{request.first:%a} {request.first.day}" if shown else ""
    if wanted.paper == WEEK:
        middle = request.first + timedelta(days=3)
        return f"week {middle.isocalendar().week}"
    if wanted.paper == CASTING:
        work = book.find(Production, request.production_id)
        return (work.short or work.title) if work else ""
    person = book.find(Person, request.person_id)
    return person.name if person else ""


def _long(day: date, *, year: bool) -> str:
    return f"{day:%A} {day.day} {day:%B}" + (f" {day.year}" if year else "")


def _span(first: date, last: date) -> str:
    """Mon 12 – Sun 18 October 2026."""
    if first == last:
        return _long(first, year=True)
    start = f"{first:%a} {first.day}"
    if (first.month, first.year) != (last.month, last.year):
        start += f" {first:%B}" + (f" {first.year}" if first.year != last.year else "")
    return f"{start} – {last:%a} {last.day} {last:%B} {last.year}"

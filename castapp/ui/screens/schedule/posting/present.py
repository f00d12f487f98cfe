"""What stands against posting a day: findings, tentative calls, calls without a place. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.agenda import agenda
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Finding
from castapp.domain.office import Posting
from castapp.domain.slot import clock
from castapp.services.findings import counts, findings, gathered
from castapp.services.publish import CallDrift, drift
from castapp.ui.finding_rows import FindingRow, finding_rows
from castapp.ui.reading import short_day
from castapp.ui.screens.schedule.posted import last_posting

IN_THE_WAY = ("hard", "breach")


@dataclass(frozen=True, slots=True)
class Question:
    """What to look at before a day is posted. Falsy if there is nothing.

    `open` needs a reason before the sheet goes up firm; `may_be_tentative` while no issue is.
    `out` says what goes out and how many must be told, `changed` what is not as posted last.
    """

    title: str
    open: tuple[Finding, ...] = ()
    rows: tuple[FindingRow, ...] = ()
    points: tuple[str, ...] = ()
    may_be_tentative: bool = False
    out: str = ""
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.points)

    @property
    def spoken(self) -> str:
        """The question read out."""
        how = "Give a reason to post it." if self.open else "Enter posts it."
        open_ = ". ".join(self.points)
        return f"Not posted yet: {self.title}. {open_}. {self.out} {how} Esc leaves it."


def question(book: Book, day: date, posting: Posting) -> Question:
    """What is still broken, tentative or unplaced on a day, by number, and what `posting` would
    send out.
    """
    found = [one for one in findings(book, day, day) if one.severity in IN_THE_WAY]
    calls = [one for one in book.where(Call, "day", day) if one.state != "cancelled"]
    tentative = sum(one.state == "tentative" for one in calls)
    waiting = sum(one.studio_id is None and one.kind != "free day" for one in calls)
    points = (
        f"{counts(found).words} open" if found else "",
        _many(tentative, "call is tentative", "calls are tentative"),
        _many(waiting, "call has no place", "calls have no place"),
    )
    last = last_posting(book, day)
    open_ = tuple(gathered(found))
    return Question(
        f"{short_day(day)}, issue {posting.issue}",
        open_,
        tuple(finding_rows(book, open_)),
        tuple(one for one in points if one),
        last is None or last.state != "firm",
        _out(book, day, posting),
        tuple(_changed(one) for one in drift(book, day).calls),
    )


def _out(book: Book, day: date, posting: Posting) -> str:
    """4 calls go out, 2 changed since issue 1; 5 people must be told."""
    since = drift(book, day)
    told = len(since.people) if since.issue else _called(book, day, posting)
    count = len(since.calls) or "none"
    changed = f", {count} changed since issue {since.issue}" if since.issue else ""
    calls = sum(book.find(Call, line.ref_id) is not None for line in posting.lines)
    shows = len(posting.lines) - calls
    parts = (_many(calls, "call", "calls"), _many(shows, "show", "shows"))
    what = " and ".join(one for one in parts if one) or "Nothing"
    goes = "goes" if len(posting.lines) < 2 else "go"
    people = _many(told, "person", "people") or "nobody"
    return f"{what} {goes} out{changed}; {people} must be told."


def _called(book: Book, day: date, posting: Posting) -> int:
    """How many people have something of a posting in their day."""
    refs = {line.ref_id for line in posting.lines}
    return sum(
        any(one.call is None or one.call.id in refs for one in stints)
        for stints in agenda(book, day).values()
    )


def _changed(one: CallDrift) -> str:
    """11.45 Duet I, Studio 2: moved."""
    place = f", {one.place}" if one.place else ""
    return f"{clock(one.start)} {one.what}{place}: {one.word}"


def _many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""

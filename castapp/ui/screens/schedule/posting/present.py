"""What stands against posting a day: findings, tentative calls, calls without a place. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Finding
from castapp.services.findings import counts, findings, gathered
from castapp.ui.finding_rows import FindingRow, finding_rows
from castapp.ui.reading import short_day
from castapp.ui.screens.schedule.posted import last_posting

IN_THE_WAY = ("hard", "breach")


@dataclass(frozen=True, slots=True)
class Question:
    """What to look at before a day is posted. Falsy if there is nothing.

    `open` needs a reason before the sheet goes up firm; `may_be_tentative` while no issue is.
    """

    title: str
    open: tuple[Finding, ...] = ()
    rows: tuple[FindingRow, ...] = ()
    points: tuple[str, ...] = ()
    may_be_tentative: bool = False

    def __bool__(self) -> bool:
        return bool(self.points)

    @property
    def spoken(self) -> str:
        """The question read out."""
        how = "Give a reason to post it." if self.open else "Enter posts it."
        return f"Not posted yet: {self.title}. {'. '.join(self.points)}. {how} Esc leaves it."


def question(book: Book, day: date, number: int) -> Question:
    """What is still broken, tentative or unplaced on a day, by number."""
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
        f"{short_day(day)}, issue {number}",
        open_,
        tuple(finding_rows(book, open_)),
        tuple(one for one in points if one),
        last is None or last.state != "firm",
    )


def _many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""

"""Days of the same kind: past days with the same pattern of shows, to lay a new one out like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.slot import clock, span
from castapp.services.board.copying import Preview, copy_days

STANDARD = ("class", "warm-up", "conditioning")
BACK = 120
MOST = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """A past day of the same kind: its class, its blocks of rehearsal, how many calls, why."""

    day: date
    classes: tuple[tuple[int, int], ...]
    blocks: tuple[tuple[int, int], ...]
    calls: int
    words: str


def days_alike(book: Book, day: date, most: int = MOST) -> tuple[Alike, ...]:
    """The nearest past days with calls whose shows are at the same times, same weekday first.

    Looks back BACK days. Empty if there is none.
    """
    wanted = _shows(book, day)
    found: list[tuple[bool, int, date]] = []
    for back in range(1, BACK + 1):
        there = day - timedelta(days=back)
        if _shows(book, there) == wanted and _placed(book, there):
            found.append((there.weekday() != day.weekday(), back, there))
    return tuple(_alike(book, there, wanted) for _, _, there in sorted(found)[:most])


def lay_out(book: Book, like: date, day: date, kinds: Collection[str] = STANDARD) -> Preview:
    """Give a day the class and the other standing calls of a day like it, whatever it has.

    What already stands at the same time in the same studio is not put there twice. Raises
    Invalid if the other day has none of these kinds, or is the day itself.
    """
    preview = copy_days(book, {like: day}, kinds=kinds)
    if not preview.calls:
        said = f"{like:%a} {like.day} {like:%b}"
        raise Invalid(f"{said} has nothing of that kind to lay out; choose another day.")
    taken = {
        (call.studio_id, call.start, call.kind)
        for call in book.where(Call, "day", day)
        if call.state != "cancelled"
    }
    again = [call.id for call in preview.calls if (call.studio_id, call.start, call.kind) in taken]
    if not again:
        return preview
    left = tuple(call for call in preview.calls if call.id not in again)
    kept = set(again)
    findings = tuple(one for one in preview.findings if not kept & {ref.id for ref in one.refs})
    return Preview(preview.without(again), left, findings, preview.of_call, preview.notes)


def _shows(book: Book, day: date) -> tuple[int, ...]:
    return tuple(
        sorted(
            show.curtain
            for show in book.where(Performance, "day", day)
            if show.state != "cancelled"
        )
    )


def _placed(book: Book, day: date) -> list[Call]:
    return [
        call
        for call in book.where(Call, "day", day)
        if call.state != "cancelled" and call.studio_id and call.kind != "free day"
    ]


def _alike(book: Book, day: date, shows: tuple[int, ...]) -> Alike:
    calls = _placed(book, day)
    classes = sorted({(one.start, one.end) for one in calls if one.kind == "class"})
    spans = Counter((one.start, one.end) for one in calls if one.kind in ("rehearsal", "coaching"))
    blocks = sorted(one for one, count in spans.items() if count > 1 or len(spans) < MOST)
    told = f"show at {' and '.join(map(clock, shows))}" if shows else "no show"
    if classes:
        told += f", class {span(*classes[0])}"
    count = "1 call" if len(calls) == 1 else f"{len(calls)} calls"
    return Alike(day, tuple(classes), tuple(blocks), len(calls), f"{told}, {count}")

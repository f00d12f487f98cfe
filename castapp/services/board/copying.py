"""Copying days and weeks, with a preview of what would clash before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import CALL_KINDS, Call
from castapp.domain.checks import Invalid
from castapp.domain.company import Studio
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.roster import company
from castapp.domain.slot import days_between, week_start
from castapp.services.board.known_calls import clock_notes, short_day
from castapp.services.calls import call_name, copy_call
from castapp.services.findings import gathered, new_findings

Tell = Callable[[float, str], None]

_CLASHING = ("hard", "breach")


@dataclass(frozen=True, slots=True)
class Preview:
    """What copying would do: the edit, the new calls with what each clashes with, and notes.

    `findings` are all that would be new, those of many people gathered; `of_call` those of each
    new call by its id; `notes` are sentences about clocks.
    """

    edit: Edit
    calls: tuple[Call, ...] = ()
    findings: tuple[Finding, ...] = ()
    of_call: Mapping[str, tuple[Finding, ...]] | None = None
    notes: tuple[str, ...] = ()

    @property
    def clashing(self) -> tuple[str, ...]:
        """The ids of the new calls that clash or break a rule."""
        found = self.of_call or {}
        return tuple(
            call.id
            for call in self.calls
            if any(one.severity in _CLASHING for one in found.get(call.id, ()))
        )

    def without(self, call_ids: Collection[str]) -> Edit:
        """The edit with some of the new calls left out, their lines with them."""
        gone = set(call_ids)
        return Edit(
            self.edit.label,
            tuple(
                change
                for change in self.edit.changes
                if change.id not in gone
                and getattr(change.record, "call_id", None) not in gone
            ),
        )  # fmt: skip


def copy_week(
    book: Book,
    source: date,
    target: date,
    *,
    kinds: Collection[str] = CALL_KINDS,
    tentative: bool = False,
    clashes: bool = True,
    tick: Tell = lambda _part, _words: None,
) -> Preview:
    """Copy the company's week that a day lies in to the week of another day, weekday to weekday.

    Cancelled calls stay behind; `kinds` says which are taken; `tentative` makes all copies
    tentative; `clashes` asks the rules; `tick` is told how far it is (0 to 1), and in words.
    Raises Invalid for a week onto itself.
    """
    first_weekday = company(book).first_weekday
    first, there = week_start(source, first_weekday), week_start(target, first_weekday)
    if first == there:
        raise Invalid("That is the same week; choose another to copy it to.")
    days = days_between(first, first + timedelta(days=6))
    label = f"Copy the week of {short_day(first)} to {short_day(there)}"
    pairs = {day: day + (there - first) for day in days}
    return copy_days(
        book, pairs, label, kinds=kinds, tentative=tentative, clashes=clashes, tick=tick
    )


def copy_days(
    book: Book,
    pairs: Mapping[date, date],
    label: str = "",
    *,
    kinds: Collection[str] = CALL_KINDS,
    tentative: bool = False,
    clashes: bool = True,
    tick: Tell = lambda _part, _words: None,
) -> Preview:
    """Copy days onto days (from → to) as one edit, previewed like a week.

    Calls whose studio is gone arrive without a place; those in an hour the clock skips stay
    behind, and a note says so. Raises Invalid for a day onto itself.
    """
    if any(day == there for day, there in pairs.items()):
        raise Invalid("That is the same day; choose another to copy it to.")
    draft, gone = Draft(book), 0
    lost: list[str] = []
    for number, (day, there) in enumerate(pairs.items()):
        tick(number / len(pairs) / 4, f"Copying {short_day(day)}")
        for call in book.where(Call, "day", day):
            if call.state != "cancelled" and call.kind in kinds:
                studio = book.find(Studio, call.studio_id)
                gone += call.studio_id is not None and studio is None
                place = studio.id if studio else None
                try:
                    draft.take(copy_call(book, call.id, there, call.start, place))
                except Invalid as skipped:
                    lost.append(f"{call_name(book, call)} stays behind: {skipped}")
    edit = draft.edit(label or _label(pairs))
    if tentative:
        edit = _tentative(edit)
    tick(0.25, "Looking what would clash")
    return preview_of(book, edit, lost, _gone_note(gone), clashes=clashes)


def preview_of(
    book: Book,
    edit: Edit,
    first: Iterable[str] = (),
    last: Iterable[str] = (),
    *,
    clashes: bool = True,
) -> Preview:
    """What an edit that makes calls would do; `first` and `last` are notes around those of clocks.

    `clashes` asks the rules.
    """
    made = tuple(change.after for change in edit.of(Call) if isinstance(change.after, Call))
    found = new_findings(book, edit) if clashes else []
    notes = (*first, *clock_notes(book, made), *last)
    return Preview(edit, made, tuple(gathered(found)), _by_call(made, found), notes)


def _gone_note(gone: int) -> tuple[str, ...]:
    if not gone:
        return ()
    count = "1 call" if gone == 1 else f"{gone} calls"
    return (f"{count} had a studio that is no longer there; they wait for a place.",)


def _label(pairs: Mapping[date, date]) -> str:
    day, there = next(iter(pairs.items()))
    if len(pairs) == 1:
        return f"Copy the calls of {short_day(day)} to {short_day(there)}"
    return f"Copy {len(pairs)} days to {short_day(there)}"


def _tentative(edit: Edit) -> Edit:
    changes = tuple(
        replace(change, after=replace(change.after, state="tentative"))
        if isinstance(change.after, Call)
        else change
        for change in edit.changes
    )
    return Edit(edit.label, changes)


def _by_call(made: tuple[Call, ...], found: list[Finding]) -> dict[str, tuple[Finding, ...]]:
    ids = {call.id for call in made}
    by_call: dict[str, list[Finding]] = {}
    for one in found:
        for ref in one.refs:
            if ref.id in ids:
                by_call.setdefault(ref.id, []).append(one)
    return {call_id: tuple(gathered(ones)) for call_id, ones in by_call.items()}

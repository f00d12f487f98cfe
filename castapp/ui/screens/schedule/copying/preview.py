"""What copying would do, in words. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.edit import Change, Edit
from castapp.domain.slot import clock
from castapp.domain.wording import call_title
from castapp.services.board import Preview, copy_days, copy_week
from castapp.ui.screens.schedule.call_facts import Trouble, troubles

MOST = 8


@dataclass(frozen=True, slots=True)
class CopyWords:
    """How many calls come, which of them clash and with what; `notes` tell of clocks, `more` is
    how many sentences are not told.
    """

    preview: Preview
    count: int
    clashing: int
    troubles: tuple[tuple[str, Trouble], ...] = ()
    notes: tuple[str, ...] = ()
    more: int = 0

    @property
    def heading(self) -> str:
        """31 calls, 3 would clash."""
        clash = "" if not self.clashing else f", {self.clashing} would clash or break a rule"
        return f"{calls_words(self.count)}{clash}"

    @property
    def spoken(self) -> str:
        """How it is read out: how many, the first that clashes, the notes."""
        first = [f"{when}: {one.text}" for when, one in self.troubles[:1]]
        fine = ["Nothing would clash"] if self.count and not self.troubles else []
        said = (self.heading, *first, *fine, *self.notes)
        return " ".join(one if one.endswith(".") else f"{one}." for one in said)

    @property
    def whole(self) -> Edit:
        """All copies; those that clash come as tentative, and what they clash with stays open."""
        clashing, edit = set(self.preview.clashing), self.preview.edit
        return Edit(
            edit.label,
            tuple(
                Change(one.before, replace(one.after, state="tentative"))
                if one.id in clashing and isinstance(one.after, Call)
                else one
                for one in edit.changes
            ),
        )

    def copied_words(self, target: date, *, whole: bool) -> str:
        """What was copied, and where to: 73 calls copied to the week of Mon 19 October."""
        count = self.count if whole else self.count - self.clashing
        days = {call.day for call in self.preview.calls}
        week = "the week of " if len(days) > 1 else ""
        when = f"{target:%a} {target.day} {target:%B}"
        told = f"{calls_words(count)} copied to {week}{when}."
        if not whole or not self.clashing:
            return told
        verb = "clashes, and is" if self.clashing == 1 else "clash, and are"
        return f"{told} {self.clashing} {verb} tentative."

    @property
    def without(self) -> Edit:
        """The copies but for those that clash."""
        return self.preview.without(self.preview.clashing)


def copy_words(
    book: Book,
    days: Sequence[date],
    target: date,
    *,
    tentative: bool = False,
    tick: Callable[[float, str], None] = lambda _part, _words: None,
) -> CopyWords:
    """What copying a day, or the week the days are, to another would do; `tick` is told how far
    it is. Raises Invalid for a day or a week onto itself.
    """
    if len(days) > 1:
        preview = copy_week(book, days[0], target, tentative=tentative, tick=tick)
    else:
        preview = copy_days(book, {days[0]: target}, tentative=tentative, tick=tick)
    tick(0.9, "Putting it into words")
    return preview_words(book, preview)


def preview_words(book: Book, preview: Preview) -> CopyWords:
    """What a preview says, in words: of the first calls that clash, when and with what."""
    after = book.apply(preview.edit)
    told = []
    found = preview.of_call or {}
    for call in sorted(preview.calls, key=lambda one: (one.day, one.start)):
        if call.id in preview.clashing:
            name = call_title(after, call).text
            when = f"{call.day:%a} {clock(call.start)} {name}"
            told += [(when, one) for one in troubles(after, found.get(call.id, ()))]
    return CopyWords(
        preview, len(preview.calls), len(preview.clashing), tuple(told[:MOST]), preview.notes,
        max(0, len(told) - MOST),
    )  # fmt: skip


def usual_target(days: Sequence[date]) -> date:
    """The same weekday a week later."""
    return days[0] + timedelta(days=7)


def rest_words(count: int) -> str:
    """The 1 call that does not clash, the 8 calls that do not clash."""
    return f"the {calls_words(count)} that {'does' if count == 1 else 'do'} not clash"


def calls_words(count: int) -> str:
    """1 call, 31 calls."""
    return f"{count} call" if count == 1 else f"{count} calls"

"""What follows from a way out, in lines of its card: covers, calls, put-ins. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.impact import CALLED
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.domain.wording import place
from castapp.services.cover.handing import Handed, called_when, handed_words
from castapp.services.cover.putin import PutIn
from castapp.services.cover.refilling import Refilled, until_words
from castapp.ui.screens.cover.answer import Answer, WayOut
from castapp.ui.screens.cover.nights import nights_words
from castapp.ui.screens.cover.places import gap_words

MOST_CALLS = 3


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card: a sign, words in bold, words."""

    icon: str
    bold: str
    text: str
    tone: str = "t1"

    @property
    def spoken(self) -> str:
        return f"{self.bold} {self.text}".strip()


def cover_lines(answer: Answer, way: WayOut) -> list[CardLine]:
    """Who stands by now: Lindqvist is the cover of Giselle until the entry as Myrtha in Act II."""
    groups: dict[tuple[str | None, str, int, str], list[Refilled]] = {}
    for one in way.after.covers:
        until = until_words(answer.book, one)
        groups.setdefault((one.in_id, one.role_id, one.spot, until), []).append(one)
    found = []
    for (in_id, role_id, spot, until), places in groups.items():
        part = gap_words(answer.book, role_id, spot)
        nights = nights_words(answer.book, [one.performance_id for one in places],
                              answer.request.first)  # fmt: skip
        if in_id is None:
            found.append(CardLine("shield-check", part, f"has no cover left, {nights}", "warning"))
            continue
        text = f"is the cover of {part} {until}".rstrip()
        found.append(CardLine("shield-check", inside_name(answer.book, in_id), f"{text}, {nights}"))
    return found


def call_lines(book: Book, calls: Sequence[Handed]) -> list[CardLine]:
    """The calls handed on, each by itself; those only left are counted, unless it is one."""
    moved = [one for one in calls if one.to_id]
    bare = [one for one in calls if not one.to_id and one.as_what != CALLED]
    left = [one for one in calls if not one.to_id and one.as_what == CALLED]
    groups: dict[tuple[str, str], list[Handed]] = {}
    for one in moved:
        groups.setdefault((one.call_id, one.as_what), []).append(one)
    lines = [_call(book, group) for group in list(groups.values())[:MOST_CALLS]]
    more = len(groups) - MOST_CALLS
    if more > 0:
        some = "1 more call" if more == 1 else f"{more} more calls"
        lines.append(CardLine("calendar-clock", "", f"and {some}"))
    if len(left) > 1:
        names = " and ".join(dict.fromkeys(inside_name(book, one.off_id) for one in left))
        verb = "is" if len({one.off_id for one in left}) == 1 else "are"
        lines.append(CardLine("calendar-clock", names, f"{verb} taken out of {len(left)} calls"))
    else:
        lines += [_call(book, [one]) for one in left]
    if len(bare) > 1:
        text = f"{len(bare)} calls have nobody free to take or play for them"
        lines.append(CardLine("circle-alert", "", text, "warning"))
    else:
        lines += [replace(_call(book, [one]), tone="warning") for one in bare]
    return lines


def _call(book: Book, group: Sequence[Handed]) -> CardLine:
    """A call, and who comes to it now; two who are off from it are one line."""
    day, start, what = called_when(book, group[0])
    when = f"{day:%a} {day.day}, {clock(start)}"
    words = handed_words(book, group[0])
    if len(group) > 1 and all(one.to_id for one in group):
        names = " and ".join(inside_name(book, one.to_id) for one in group)
        words = words.replace(inside_name(book, group[0].to_id), names)
    return CardLine("calendar-clock", when, f"{what}: {words}")


def put_in_lines(book: Book, put_ins: Sequence[PutIn]) -> list[CardLine]:
    """The calls that should be added, when and where."""
    found = []
    for one in put_ins:
        call = one.call
        what = f"{call.title[:1].lower()}{call.title[1:]}, {place(book, call.studio_id)}"
        when = f"{call.day:%a} {call.day.day}, {clock(call.start)}"
        found.append(CardLine("calendar-days", when, what.rstrip(", ")))
    return found

"""What the field says of a text: chips of what was read, a line of what would be made. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.slot import length, span
from castapp.domain.wording import call_title, place
from castapp.services.calltext import Completion, Reading

ICONS = {
    "cast": "users-round",
    "person": "user-round",
    "studio": "door-open",
    "group": "users-round",
    "kind": "calendar-days",
    "section": "music",
    "role": "crown",
    "act": "music",
}


@dataclass(frozen=True, slots=True)
class SaidChip:
    """One thing that was read; `sure` is False for a word only begun, `other` what to read it as
    instead.
    """

    words: str
    icon: str = ""
    sure: bool = True
    other: Completion | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What stands under the field: the chips, the outcome, what is amiss."""

    chips: tuple[SaidChip, ...] = ()
    outcome: str = ""
    trouble: str = ""
    warning: str = ""

    @property
    def read(self) -> str:
        """What was read, as it is said aloud."""
        words = ", ".join(chip.words for chip in self.chips)
        return f"Read: {words}" if words else ""


def said(book: Book, reading: Reading) -> Said:
    """A reading in words."""
    chips = tuple(
        SaidChip(piece.words, ICONS.get(piece.kind, ""), piece.sure, piece.other)
        for piece in reading.pieces
    )
    trouble = reading.problem or " ".join(one.sentence for one in reading.unread)
    outcome = outcome_words(book, reading) if reading.call is not None else ""
    return Said(chips, outcome, trouble, reading.note)


def outcome_words(book: Book, reading: Reading) -> str:
    """What Enter makes: Giselle Wilis · Thu 15 Oct, 14.00–15.15, 1 h 15 · Studio 1 · 27 dancers."""
    call = reading.call
    if call is None:
        return ""
    draft = Draft(book)
    draft.put(call)
    for line in reading.called:
        draft.put(line)
    with_it = book.apply(draft.edit(""))
    count = len(called_people(with_it, with_it.get(Call, call.id)))
    people = "" if not count else f"{count} dancer" if count == 1 else f"{count} dancers"
    day = f"{call.day:%a} {call.day.day} {call.day:%b}"
    when = f"{day}, {span(call.start, call.end)}, {length(call.minutes)}"
    parts = (call_title(with_it, call).text, when, place(book, call.studio_id), people)
    return " · ".join(part for part in parts if part)

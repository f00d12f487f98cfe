"""What the field says of a text: chips of what was read, a line of what would be made. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.slot import length, span
from castapp.domain.wording import call_title, place
from castapp.services.calltext import Reading

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
class Said:
    """What stands under the field: the chips (words, icon, sure), the outcome, what is amiss."""

    chips: tuple[tuple[str, str, bool], ...] = ()
    outcome: str = ""
    trouble: str = ""
    warning: str = ""

    @property
    def spoken(self) -> str:
        """How it is read out."""
        read = ", ".join(words for words, _, _ in self.chips)
        parts = (f"Read: {read}" if read else "", self.outcome, self.trouble, self.warning)
        return ". ".join(part for part in parts if part)


def said(book: Book, reading: Reading) -> Said:
    """A reading in words."""
    chips = tuple((piece.words, ICONS.get(piece.kind, ""), piece.sure) for piece in reading.pieces)
    trouble = reading.problem or " ".join(one.sentence for one in reading.unread)
    outcome = outcome_words(book, reading) if reading.call is not None else ""
    return Said(chips, outcome, trouble, reading.note)


def outcome_words(book: Book, reading: Reading) -> str:
    """What Enter makes: Giselle Act II Wilis · 14.00–15.15, 1 h 15 · Studio 1 · 27 dancers."""
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
    when = f"{span(call.start, call.end)}, {length(call.minutes)}"
    parts = (call_title(with_it, call).text, when, place(book, call.studio_id), people)
    return " · ".join(part for part in parts if part)

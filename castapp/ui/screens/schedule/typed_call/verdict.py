"""What a typed call would break or cost, judged as a drop is, in one line. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.services.findings import gathered, new_findings
from castapp.ui.screens.schedule.consequences import past_words
from castapp.ui.screens.schedule.edits import created_ids
from castapp.ui.screens.schedule.price_words import tip
from castapp.ui.screens.schedule.typed_call.place import typed_edit
from castapp.ui.screens.schedule.zones import price

if TYPE_CHECKING:
    from castapp.services.calltext import Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """The worst thing a call would do, how bad it is, and how many findings there would be."""

    severity: str = "note"
    words: str = ""


def verdict(book: Book, reading: Reading, today: date) -> Verdict:
    """Judge a reading where it would stand; no words for what is no call."""
    try:
        edit = typed_edit(book, reading, keep_unread=True)
    except Invalid as wrong:
        return Verdict("hard", str(wrong))
    if edit is None or reading.call is None:
        return Verdict()
    found = new_findings(book, edit)
    past = past_words((reading.call.day,), today)
    if not found:
        return Verdict("warning", past[0]) if past else Verdict("note", "No finding.")
    told = tip(price(found), book, created_ids(edit) or (reading.call.id,))
    worst = " ".join(line for line in told.lines[:1])
    count = len(gathered(found))
    more = f" {count} findings." if count > 1 else ""
    return Verdict(told.severity, " ".join((f"{told.head}. {worst}{more}", *past)))

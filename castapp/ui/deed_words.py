"""A deed in a sentence: where a call would go, or where it stands now and what is found. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.slot import clock
from castapp.domain.wording import call_title, place
from castapp.ui.reading import short_day


def deed_words(book: Book, edit: Edit) -> str:
    """What was done; of calls that were put somewhere also where, and what is found there.

    `book` has the edit in it already.
    """
    placed = _placed(edit)
    if not placed:
        return f"{edit.label}."
    if len(placed) > 1:
        return f"{edit.label}. {found_words(_found(book, placed))}."
    before, call = placed[0]
    day = "" if before is not None and before.day == call.day else f"{short_day(call.day)}, "
    name = call_title(book, call).text
    return f"{name}: {day}{_where(book, call)}. {found_words(_found(book, placed))}."


def whither(book: Book, edit: Edit) -> str:
    """Where an edit would put what it moves: to Fri 16 Oct, 13.00 to 14.15, Studio 3; "" if it
    moves nothing.
    """
    placed = [call for before, call in _placed(edit) if before is not None]
    if not placed:
        return ""
    first = min(placed, key=lambda one: (one.day, one.start))
    said = f"to {short_day(first.day)}, {_where(book, first)}"
    return said if len(placed) == 1 else f"the first {said}"


def found_words(findings: Sequence[Finding]) -> str:
    """How much was found: No finding; 2 findings."""
    if not findings:
        return "No finding"
    return "1 finding" if len(findings) == 1 else f"{len(findings)} findings"


def _placed(edit: Edit) -> list[tuple[Call | None, Call]]:
    """The calls that are new or stand elsewhere, as they were and as they are."""
    found = []
    for change in edit.of(Call):
        before, after = change.before, change.after
        was = before if isinstance(before, Call) else None
        if isinstance(after, Call) and (was is None or _stand(was) != _stand(after)):
            found.append((was, after))
    return found


def _stand(call: Call) -> tuple[object, ...]:
    return call.day, call.start, call.minutes, call.studio_id


def _where(book: Book, call: Call) -> str:
    return f"{clock(call.start)} to {clock(call.end)}, {place(book, call.studio_id) or 'no studio'}"


def _found(book: Book, placed: Sequence[tuple[Call | None, Call]]) -> list[Finding]:
    """What is open against these calls on their days."""
    from castapp.services.findings import findings

    ids = {call.id for _, call in placed}
    days = {call.day for _, call in placed}
    return [
        one
        for day in sorted(days)
        for one in findings(book, day, day)
        if any(ref.id in ids for ref in one.refs)
    ]

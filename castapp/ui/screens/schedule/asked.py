"""What waits for a reason, as it is shown on the board where it was let go."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.edit import Edit
from castapp.domain.slot import span
from castapp.services.findings import new_findings
from castapp.ui.screens.schedule.cards import call_card
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.ghost_paint import Ghost


def placed_calls(edit: Edit) -> list[Call]:
    """The calls that an edit makes or puts elsewhere, as they would be."""
    return [
        change.after
        for change in edit.of(Call)
        if isinstance(change.after, Call) and _stand(change.before) != _stand(change.after)
    ]


def asked_ghosts(book: Book, edit: Edit) -> tuple[Ghost, ...]:
    """Each call of an edit that is not kept yet, where it would stand, marked as badly as it is."""
    calls = placed_calls(edit)
    if not calls:
        return ()
    after = book.apply(edit)
    found = new_findings(book, edit)
    mark = found[0].severity if found else ""
    return tuple(
        Ghost(
            Held(call.id, call.day, call.studio_id, call.start, call.end),
            call_card(after, call, found),
            f"{span(call.start, call.end)} · not kept yet",
            mark,
        )
        for call in calls
    )


def _stand(record: object) -> tuple[object, ...]:
    if not isinstance(record, Call):
        return ()
    return record.day, record.start, record.minutes, record.studio_id

"""What becomes of an edit that breaks something and is wanted all the same. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.calling import line_people
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.record import new_id

WAIVED = ("absent", "not_available", "not_under_contract", "restriction", "person_twice")


def kept(book: Book, edit: Edit, findings: Sequence[Finding]) -> Edit:
    """The edit as it may be kept: its calls that cannot be so as they are become tentative.

    A hard finding is never settled by a reason; it stays open, and its call says that it is no
    promise yet.
    """
    draft = Draft(book)
    draft.take(edit)
    for call_id in _touched(edit, [one for one in findings if one.severity == "hard"]):
        call = draft.find(Call, call_id)
        if call is not None and call.state == "firm":
            draft.set(call, state="tentative")
    return draft.edit(edit.label)


def without_them(book: Book, edit: Edit, findings: Sequence[Finding]) -> Edit | None:
    """The edit with its calls wanting none of those who cannot come; None if it names nobody.

    A line of their own goes; who is called by a group or a role as well is left out of it.
    """
    draft = Draft(book)
    draft.take(edit)
    after = book.apply(edit)
    for one in findings:
        if one.rule in WAIVED:
            for call_id in _touched(edit, [one]):
                for person_id in one.people:
                    _leave_out(after, draft, call_id, person_id)
    made = draft.edit(edit.label)
    return made if made.changes != edit.changes else None


def _touched(edit: Edit, findings: Sequence[Finding]) -> list[str]:
    """The calls these findings are about, as far as the edit changes them or who is called."""
    changed = {change.id for change in edit.of(Call)}
    for change in edit.of(Called):
        for line in (change.before, change.after):
            if isinstance(line, Called):
                changed.add(line.call_id)
    named = (ref.id for one in findings for ref in one.refs if ref.kind is Call)
    return [one for one in dict.fromkeys(named) if one in changed]


def _leave_out(after: Book, draft: Draft, call_id: str, person_id: str) -> None:
    call = draft.find(Call, call_id)
    if call is None:
        return
    if call.lead_id == person_id:
        call = draft.set(call, lead_id=None)
    if call.pianist_id == person_id:
        draft.set(call, pianist_id=None)
    in_a_set = False
    for line in after.where(Called, "call_id", call_id):
        if line.exclude:
            continue
        if line.whom == "person":
            if line.person_id == person_id:
                draft.drop(line)
        elif any(who.person_id == person_id for who in line_people(after, call, line)):
            in_a_set = True
    if in_a_set:
        draft.put(Called(new_id(), call_id, "person", person_id=person_id, exclude=True))

"""What a screen does with a way out of it besides taking it: calls added and calls left."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.repertory import Role
from castapp.services.cover.openings import missed
from castapp.services.cover.putin import PutIn
from castapp.services.cover.recast import release
from castapp.services.cover.request import Request


def add_put_in(book: Book, put_in: PutIn) -> Edit:
    """A proposed put-in call on the schedule. Raises Invalid if a role of it is no longer there."""
    if any(line.role_id and book.find(Role, line.role_id) is None for line in put_in.lines):
        raise Invalid("The role of this call is no longer there.")
    draft = Draft(book)
    draft.put(put_in.call)
    for line in put_in.lines:
        draft.put(line)
    return draft.edit(f"Call added: {put_in.call.title}")


def leave_calls(book: Book, request: Request) -> Edit | None:
    """Those who are off out of the calls that miss them; None if no call does."""
    if not missed(book, request):
        return None
    edit = release(book, request)
    return edit if edit.changes else None

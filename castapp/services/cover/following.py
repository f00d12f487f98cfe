"""What follows from a solution in sentences: calls, covers and put-ins, before it is taken."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.cover.aftermath import Aftermath
from castapp.services.cover.handing import call_words, handed_words
from castapp.services.cover.refilling import Refilled, until_words
from castapp.services.reason import short_day


def following(book: Book, after: Aftermath) -> list[str]:
    """Every call handed on, every cover's place filled and every put-in, a sentence each."""
    calls = [f"{call_words(book, one)}: {handed_words(book, one)}" for one in after.calls]
    covers = [_cover(book, one) for one in after.covers if one.in_id or not one.others]
    return [*calls, *covers, *(one.text for one in after.put_ins)]


def _cover(book: Book, one: Refilled) -> str:
    show = book.get(Performance, one.performance_id)
    role = book.get(Role, one.role_id)
    part = f"{role.name} {role.spot_name(one.spot)}".strip()
    new = inside_name(book, one.in_id)
    who = f"{new} covers it {until_words(book, one)}".rstrip() if new else "has no cover left"
    return f"{short_day(show.day)}, {part}: {who}"

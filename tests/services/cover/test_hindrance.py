"""What time itself keeps somebody from: at home with minutes to go."""

from __future__ import annotations

from collections.abc import Iterable

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.record import Record
from castapp.services.cover.able import Able
from castapp.services.cover.hindrance import hindrance
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.request import Locks, Request
from castapp.services.cover.stage import posts_of
from tests.builders import THURSDAY, call, casting, company_book, dancer

SHOW = "show-2026-10-15-1170"
KNOWS = [*dancer("Nora Ash"), casting("cast-2", "queen", 1, "ash", 3)]


def kept_from(minute: int, person_id: str, *more: Iterable[Record]) -> str:
    book: Book = company_book(KNOWS, *more)
    request = Request(("vega",), THURSDAY, minute, THURSDAY)
    able = Able(book, request, Locks(), Knowing(book, THURSDAY, minute))
    posts = posts_of(book, request, book.get(Performance, SHOW))
    queen = next(post for post in posts if post.role_id == "queen")
    first = queen.turns[0].start
    assert first - minute < 60
    return hindrance(able, person_id, queen)


def test_who_is_at_home_needs_time_to_come() -> None:
    said = "Not in the building: on in 5 min, 30 to come in"
    assert kept_from(19 * 60 + 25, "ash") == said
    assert kept_from(19 * 60, "ash") == ""


def test_who_is_called_then_is_there() -> None:
    there = call("c", 19 * 60, 60, people=["ash"])
    assert kept_from(19 * 60 + 25, "ash", there) == ""

"""What a part adds to somebody's days."""

from __future__ import annotations

from collections.abc import Iterable

from castapp.domain.casting import Performance
from castapp.domain.record import Record
from castapp.services.cover.able import Able
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.request import Locks, Request
from castapp.services.cover.stage import posts_of
from castapp.services.cover.strain import (
    CROWDED,
    NIGHTS_RUNNING,
    TWO_SHOWS,
    Changed,
    Facts,
    strains,
)
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show

SHOW = "show-2026-10-15-1170"


def adds(
    *more: Iterable[Record], given: Changed | None = None, lost: Changed | None = None
) -> dict[str, str]:
    """What the queen's part adds for Moss."""
    book = company_book(*more)
    request = Request(("vega",), THURSDAY, 9 * 60)
    facts = Facts(Able(book, request, Locks(), Knowing(book, THURSDAY)))
    posts = posts_of(book, request, book.get(Performance, SHOW))
    queen = next(post for post in posts if post.role_id == "queen")
    found = strains(facts, "moss", queen, given or {}, lost or {})
    return {part.name: part.text for part in found}


def test_a_night_by_itself_adds_nothing() -> None:
    assert adds() == {}


def test_two_shows_a_day_and_leads_on_following_nights_are_told() -> None:
    assert adds(show(curtain=14 * 60, cast_id="cast-2")) == {
        TWO_SHOWS: "Two shows that day, also 14.00"
    }
    assert adds(show(FRIDAY, cast_id="cast-2")) == {NIGHTS_RUNNING: "Show Fri 16, the night after"}


def test_shows_given_by_the_solution_count_and_those_lost_do_not() -> None:
    run = [*show(FRIDAY), *show(SATURDAY)]
    friday, saturday = "show-2026-10-16-1170", "show-2026-10-17-1170"
    assert adds(run) == {}
    assert adds(run, given={"moss": {friday, saturday}}).keys() == {NIGHTS_RUNNING, CROWDED}
    other = show(FRIDAY, cast_id="cast-2")
    assert adds(other, lost={"moss": {friday}}) == {}

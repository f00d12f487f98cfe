"""Measures Cover tonight: three solutions for a run and for a night, and their quality."""

from __future__ import annotations

from castapp.bench.emergencies import FIRST_NIGHT, emergency, run_book
from castapp.bench.figure import Figure
from castapp.bench.inside import seconds
from castapp.services.cover.request import Request
from castapp.services.cover.solve import fewest, solutions

LEAD = "d-000"
EMERGENCIES = 200


def cover_figures() -> list[Figure]:
    """Every figure, and what it was measured on."""
    run = "80 dancers, 12 performances of 60 spots, a lead off"
    planted = f"{EMERGENCIES} generated nights with a way out planted in each"
    return [
        Figure("a run, three solutions", whole_run(), "ms", 1000, run),
        Figure("tonight, three solutions", tonight(), "ms", 200, run),
        Figure("emergencies not solved as planted", quality(), "", 0, planted),
    ]


def whole_run() -> float:
    """Three solutions for a lead who is off for a run of twelve nights, in milliseconds."""
    book = run_book()
    request = Request((LEAD,), FIRST_NIGHT, 9 * 60)
    return seconds(lambda: solutions(book, request)) * 1000


def tonight() -> float:
    """Three solutions for one night, asked for the second time that day, in milliseconds."""
    book = run_book()
    request = Request((LEAD,), FIRST_NIGHT, 16 * 60, FIRST_NIGHT)
    return min(seconds(lambda: solutions(book, request)) for _ in range(3)) * 1000


def quality(count: int = EMERGENCIES) -> int:
    """In how many generated emergencies the fewest changes are not complete within the planted
    number.
    """
    return sum(not as_planted(seed) for seed in range(count))


def as_planted(seed: int) -> bool:
    """Whether the fewest changes fill everything, in no more changes than were planted."""
    case = emergency(seed)
    found = fewest(case.book, Request(case.people, case.day, 9 * 60, case.day))
    return found is not None and found.complete and found.changes <= case.planted

"""Measures Cover tonight: three solutions for a run and for a night, and their quality."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial

from castapp.bench.emergencies import FIRST_NIGHT, emergency, run_book
from castapp.bench.figure import Figure
from castapp.bench.inside import seconds
from castapp.domain.casting import Performance
from castapp.domain.programme import parts
from castapp.services.cover.request import Request
from castapp.services.cover.solve import fewest, solutions
from castapp.services.sample import sample_book

LEAD = "d-000"
EMERGENCIES = 200
SAMPLE_DAY = date(2026, 10, 14)


def cover_figures() -> list[Figure]:
    """Every figure, and what it was measured on."""
    run = "80 dancers, 12 performances of 60 spots, a lead off"
    single = "every single emergency of the sample's two-show Saturday, the slowest"
    planted = f"{EMERGENCIES} generated nights with a way out planted in each"
    return [
        Figure("a run, three solutions", whole_run(), "ms", 1000, run),
        Figure("tonight, three solutions", tonight(), "ms", 200, run),
        Figure("a two-show Saturday, the slowest", saturday(), "ms", 1000, single),
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


def saturday() -> float:
    """Three solutions for whoever dances on the sample's next day of two shows and takes longest,
    in milliseconds.
    """
    book = sample_book(SAMPLE_DAY)
    shows = [one for one in book.all(Performance) if one.state != "cancelled"]
    held = Counter(one.day for one in shows)
    day = min(day for day, many in held.items() if many > 1 and day >= SAMPLE_DAY)
    people = {
        part.person_id
        for show in shows
        if show.day == day
        for part in parts(book, show)
        if part.person_id and part.cover == 0
    }
    asked = [Request((one,), day, 9 * 60, day) for one in sorted(people)]
    return max(seconds(partial(solutions, book, request)) for request in asked) * 1000


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

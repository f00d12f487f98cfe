"""The engine asked what houses were really asked."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import parts
from castapp.rules.judge import findings
from castapp.services.cover.recast import recast
from castapp.services.cover.request import Locks, Must, Request
from castapp.services.cover.solution import Solution
from castapp.services.cover.solve import fewest, solutions
from tests.services.cover.cases import (
    EVENING,
    MATINEE,
    cinderella,
    february_2015,
    june_2018,
    mixed_week,
)


def changed(solution: Solution | None) -> set[tuple[str, str, str | None, str | None]]:
    assert solution is not None
    return {(move.performance_id, move.role_id, move.out_id, move.in_id) for move in solution.moves}


def after(book: Book, solution: Solution | None) -> Book:
    assert solution is not None
    return book.apply(recast(book, solution))


def test_two_colleagues_take_three_dates_and_the_rest_stays() -> None:
    book = june_2018()
    request = Request(("cuthbertson",), date(2018, 6, 1), 9 * 60, date(2018, 6, 30))
    found = solutions(book, request)
    best = next(one for one in found if one.kind == "fewest changes")
    assert best.complete
    assert changed(best) == {
        (f"2018-06-02-{EVENING}", "swan-1", "cuthbertson", "lamb"),
        (f"2018-06-08-{EVENING}", "swan-1", "cuthbertson", "lamb"),
        (f"2018-06-18-{EVENING}", "swan-1", "cuthbertson", "naghdi"),
    }


def test_no_one_leads_twice_a_day_so_the_matinee_changes_hands_as_it_did() -> None:
    book = february_2015()
    day = date(2015, 2, 19)
    request = Request(("lamb",), day, 9 * 60, day)
    found = solutions(book, request)
    assert all(solution.complete for solution in found)
    assert changed(fewest(book, request)) == {
        (f"2015-02-19-{EVENING}", "swan-1", "lamb", "marquez")
    }
    as_it_was = fewest(
        book, request, Locks(must=(Must("nuñez", "swan-1", 1, f"2015-02-19-{EVENING}"),))
    )
    assert changed(as_it_was) == {
        (f"2015-02-19-{EVENING}", "swan-1", "lamb", "nuñez"),
        (f"2015-02-19-{MATINEE}", "swan-1", "nuñez", "marquez"),
    }


def test_no_prince_back_to_back_and_no_cinderella_her_own_godmother() -> None:
    book = cinderella()
    request = Request(("cao",), date(2012, 11, 28), 9 * 60)
    found = solutions(book, request)
    assert len(found) == 3
    for solution in found:
        assert solution.complete
        then = after(book, solution)
        led: dict[str, list[tuple[date, int]]] = {}
        for show in sorted(then.all(Performance), key=lambda one: (one.day, one.curtain)):
            dancing = [part for part in parts(then, show) if part.person_id]
            assert len({part.person_id for part in dancing}) == len(dancing)
            for part in dancing:
                if part.role_id == "cin-2":
                    led.setdefault(part.person_id or "", []).append((show.day, show.curtain))
        assert "cao" not in led
        for nights in led.values():
            for (day, curtain), (later, start) in pairwise(nights):
                gap = (later - day) / timedelta(hours=1) + (start - curtain) / 60
                assert gap >= 20


def test_a_week_of_mixed_bills_with_several_roles_a_night() -> None:
    book = mixed_week()
    request = Request(("bay",), date(2026, 1, 20), 9 * 60, date(2026, 1, 25))
    solution = fewest(book, request)
    assert solution is not None
    assert solution.complete
    assert solution.proved
    then = after(book, solution)
    for show in then.all(Performance):
        held = Counter(part.person_id for part in parts(then, show))
        assert held["bay"] == 0
        assert None not in held
    days = [date(2026, 1, day) for day in range(20, 26)]
    assert not [one for one in findings(then, days) if one.rule == "two_roles"]

"""Who dances with whom, and what everybody has danced here."""

from __future__ import annotations

from castapp.services.pairs import danced_here, pairs
from tests.builders import (
    FRIDAY,
    SATURDAY,
    THURSDAY,
    WEDNESDAY,
    call,
    company_book,
    role_line,
    show,
)


def test_pairs_with_roles_shows_and_rehearsals() -> None:
    book = company_book(
        show(FRIDAY),
        call("c", 660, 60, role_line("l", "couple", "cast-1"), production_id="lake"),
    )
    found = {frozenset(one.people): one for one in pairs(book)}
    pair = found[frozenset(("paz", "orr"))]
    assert pair.roles == ["Duet"]
    assert pair.days == [THURSDAY, FRIDAY]
    assert pair.last == FRIDAY
    assert pair.rehearsals == 1


def test_only_the_days_asked_for() -> None:
    book = company_book(show(SATURDAY, cast_id="cast-2"))
    assert {frozenset(one.people) for one in pairs(book, SATURDAY)} >= {frozenset(("paz", "hart"))}
    assert frozenset(("paz", "orr")) not in {frozenset(one.people) for one in pairs(book, SATURDAY)}


def test_what_was_danced_here() -> None:
    book = company_book(show(FRIDAY))
    found = danced_here(book, THURSDAY, SATURDAY, THURSDAY)
    (duet,) = found["paz"]
    assert (duet.role_id, duet.days, duet.partners) == ("couple", [THURSDAY], ["orr"])
    assert danced_here(book, THURSDAY, SATURDAY, WEDNESDAY) == {}

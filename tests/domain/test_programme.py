"""A performance's parts: the cast's, laid over with what is different that night."""

from __future__ import annotations

from castapp.domain.casting import BillItem, Override, Performance
from castapp.domain.programme import (
    BILL_INTERVAL,
    Part,
    parts,
    running_minutes,
    section_starts,
    title,
    zone,
)
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Section
from tests.builders import THURSDAY, casting, company_book

SHOW = f"show-{THURSDAY.isoformat()}-1170"


def slot(role_id: str, spot: int, *more: Record, cover: int = 0) -> list[Part]:
    book = company_book(more)
    return [
        part
        for part in parts(book, book.get(Performance, SHOW))
        if (part.role_id, part.spot, part.cover) == (role_id, spot, cover)
    ]


def test_the_cast_dances() -> None:
    (queen,) = slot("queen", 1)
    assert (queen.person_id, queen.override, queen.cast_id) == ("vega", False, "cast-1")


def test_covers_follow() -> None:
    (cover,) = slot("queen", 1, cover=1)
    assert cover.person_id == "moss"


def test_an_override_stands_in_place_of_the_cast() -> None:
    (queen,) = slot("queen", 1, Override("o", SHOW, "queen", 1, "moss", why="guesting"))
    assert (queen.person_id, queen.override, queen.why) == ("moss", True, "guesting")


def test_an_override_may_leave_the_spot_open() -> None:
    (queen,) = slot("queen", 1, Override("o", SHOW, "queen", 1, None))
    assert queen.person_id is None


def test_somebody_takes_over_mid_show() -> None:
    first, second = slot(
        "queen", 1, Override("o", SHOW, "queen", 1, "moss", from_section_id="lake-ii")
    )
    assert (first.person_id, first.until_section_id) == ("vega", "lake-ii")
    assert (second.person_id, second.from_section_id) == ("moss", "lake-ii")


def test_an_open_spot_is_there_to_be_seen() -> None:
    book = company_book()
    empty = Performance("empty", THURSDAY, 840, "stage")
    item = BillItem("b", "empty", "lake")
    book = company_book([empty, item])
    found = parts(book, empty)
    assert len(found) == 6
    assert all(part.person_id is None for part in found)


def test_a_spot_filled_twice_shows_both() -> None:
    both = slot("queen", 1, casting("cast-1", "queen", 1, "paz"))
    assert {part.person_id for part in both} == {"vega", "paz"}


def test_a_mixed_bill_runs_on() -> None:
    more = [
        Production("wave", work="Wave", title="Wave"),
        Section("wave-1", "wave", 1, "Act I", "Wave", 30),
        BillItem("second", SHOW, "wave", 1),
    ]
    book = company_book(more)
    show = book.get(Performance, SHOW)
    assert running_minutes(book, show) == 95 + BILL_INTERVAL + 30
    assert section_starts(book, show)["wave-1"] == show.curtain + 95 + BILL_INTERVAL
    assert title(book, show) == "Lake / Wave"


def test_a_site_may_keep_its_own_time() -> None:
    assert zone(company_book(), "stage") == "Europe/London"

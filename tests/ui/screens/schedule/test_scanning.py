from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.services.findings import new_findings
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.scanning import Scan, moves, resizes
from castapp.ui.screens.schedule.zones import (
    CLASH,
    FREE,
    LOOKING,
    Price,
    Zone,
    lift,
    lift_copies,
    price_at,
)
from tests.builders import THURSDAY, call, company_book

STUDIOS = ("studio-1", "studio-2", "studio-a")
HOURS = (600, 900)
TWO = (
    call("duet", 600, 60, people=["vega"]),
    call("solo", 720, 60, people=["vega"], studio_id="studio-2"),
)
BOOK = company_book(*TWO)
DUET = Held("duet", THURSDAY, "studio-1", 600, 660)
SOLO = Held("solo", THURSDAY, "studio-2", 720, 780)


def scanning(book: Book, *held: Held) -> Scan:
    lifted = lift(book, held, new_findings)
    tries = list(moves(held, THURSDAY, STUDIOS, HOURS))
    return Scan(
        lifted.book, THURSDAY, tries, STUDIOS, lambda one: price_at(lifted, one, new_findings)
    )


def scanned(book: Book, *held: Held) -> tuple[Zone, ...]:
    return through(scanning(book, *held))


def through(scan: Scan) -> tuple[Zone, ...]:
    while not scan.done:
        scan.step()
    return scan.zones()


def level_at(zones: tuple[Zone, ...], studio_id: str, minute: int) -> str:
    here = (one for one in zones if one.studio_id == studio_id and one.start <= minute < one.end)
    return next((one.level for one in here), "")


def test_the_day_is_told_in_spans_by_price() -> None:
    zones = [one for one in scanned(BOOK, DUET) if one.studio_id == "studio-1"]
    assert [one.level for one in zones] == [FREE, CLASH, FREE]
    assert [(one.start, one.end) for one in zones] == [(600, 675), (675, 780), (780, 855)]


def test_a_taken_room_is_told_as_taken() -> None:
    zones = [one for one in scanned(BOOK, DUET) if one.studio_id == "studio-2"]
    taken = [(one.start, one.end, one.level) for one in zones if one.word == "taken"]
    assert taken == [(675, 780, CLASH)]


def test_a_room_with_a_show_in_it_is_taken_and_late_is_no_simple_freedom() -> None:
    lifted = lift(BOOK, [DUET], new_findings)
    tries = list(moves([DUET], THURSDAY, ("studio-1", "stage"), (1080, 1320)))
    scan = Scan(lifted.book, THURSDAY, tries, ("studio-1", "stage"),
                lambda one: price_at(lifted, one, new_findings))  # fmt: skip
    zones = through(scan)
    assert level_at(zones, "stage", 1200) == CLASH
    assert level_at(zones, "studio-1", 1080) != FREE


def test_the_price_agrees_with_each_place_judged_alone() -> None:
    lifted = lift(BOOK, [DUET], new_findings)
    for zone in scanned(BOOK, DUET):
        for start in range(zone.start, zone.end, 15):
            there = replace(DUET, studio_id=zone.studio_id, start=start, end=start + 60)
            alone = price_at(lifted, [there], new_findings)
            assert alone.level == zone.level


def test_what_is_not_judged_yet_says_so_and_what_is_near_comes_first() -> None:
    scan = scanning(BOOK, DUET)
    assert {one.level for one in scan.zones() if one.word != "taken"} == {LOOKING}
    scan.near = ("studio-1", 750)
    scan.step()
    known = [one for one in scan.zones() if one.level == CLASH and one.studio_id == "studio-1"]
    assert [(one.start, one.end) for one in known] == [(750, 765)]


def test_a_group_is_judged_whole_and_keeps_its_shape() -> None:
    book = company_book(*TWO, call("other", 840, 60, studio_id="studio-a"))
    zones = scanned(book, DUET, SOLO)
    assert level_at(zones, "studio-1", 600) == FREE
    assert level_at(zones, "studio-2", 660) == FREE
    assert level_at(zones, "studio-2", 720) == CLASH
    assert level_at(zones, "studio-a", 600) == ""


def test_a_copy_is_judged_beside_what_it_is_copied_from() -> None:
    lifted, mine = lift_copies(BOOK, [DUET])
    tries = list(moves(mine, THURSDAY, STUDIOS, HOURS))
    scan = Scan(lifted.book, THURSDAY, tries, STUDIOS,
                lambda one: price_at(lifted, one, new_findings))  # fmt: skip
    zones = through(scan)
    assert level_at(zones, "studio-1", 600) == CLASH
    assert level_at(zones, "studio-a", 600) == CLASH
    assert level_at(zones, "studio-1", 660) != CLASH


def test_an_edge_is_judged_in_its_own_column() -> None:
    def cost(held: tuple[Held, ...]) -> Price:
        return Price(CLASH if held[0].end > 720 else FREE, "")

    def ends(part: str, one: Held) -> list[tuple[str | None, int, int, str]]:
        scan = Scan(BOOK, THURSDAY, list(resizes(one, part, (540, 780))), STUDIOS, cost)
        return [(each.studio_id, each.start, each.end, each.level) for each in through(scan)]

    apart = Held("new", THURSDAY, "studio-a", 600, 660)
    assert ends("end", apart) == [
        ("studio-a", 600, 720, FREE), ("studio-a", 720, 780, CLASH),
    ]  # fmt: skip
    assert ends("start", apart) == [("studio-a", 540, 660, FREE)]

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Finding, Ref
from castapp.services.findings import findings
from castapp.ui.screens.schedule.cards import QUIET, SHOW
from castapp.ui.screens.schedule.people.filters import CALLED, NOT_CALLED, Filter
from castapp.ui.screens.schedule.people.rows import PersonRow, people_view, summary
from castapp.ui.screens.schedule.people.sums import BREAK, REHEARSAL, WORK, figure
from tests.builders import FRIDAY, THURSDAY, call, company_book

BOOK = company_book(
    call("solo", 11 * 60, 60, people=["vega"], production_id="lake", sections=("lake-ii",)),
    call("duet", 13 * 60, 90, people=["vega", "okoro"], studio_id="studio-a"),
)


def row_of(book: Book, person_id: str, *found: Finding, day: date = THURSDAY) -> PersonRow:
    rows = people_view(book, day, found).rows
    return next(one for one in rows if one.person_id == person_id)


def test_people_stand_under_their_rank_in_order() -> None:
    rows = people_view(BOOK, THURSDAY).rows
    heads = [(row.name, row.count) for row in rows if not row.person_id]
    assert heads == [("Principals", 4), ("Soloists", 2), ("Corps", 4)]
    names = [row.name for row in rows if row.person_id]
    assert names[:2] == ["Dan Lund", "Cleo Moss"]


def test_a_day_is_blocks_with_the_show_from_its_curtain_and_the_way_between_sites() -> None:
    row = row_of(BOOK, "vega")
    assert [(one.ref.id, one.start, one.end) for one in row.blocks[:2]] == [
        ("solo", 660, 720),
        ("duet", 780, 870),
    ]
    last = row.blocks[-1]
    assert (last.look, last.start, last.text) == (SHOW, 19 * 60 + 30, "Lake 19.30")
    assert row.ways[0] == (760, 780)


def test_a_cover_is_there_without_dancing() -> None:
    assert row_of(BOOK, "moss").blocks[-1].look == QUIET


def test_sums_are_the_rules_own() -> None:
    sums = row_of(BOOK, "vega").sums
    assert sums.of(REHEARSAL) == 150
    assert sums.of(BREAK) == 18 * 60 + 55 - 870 - 20
    assert row_of(BOOK, "fox").sums.of(REHEARSAL) is None
    assert row_of(BOOK, "fox", day=FRIDAY).sums.of(BREAK) is None
    assert figure(None) == "–"
    assert figure(135) == "2 h 15"


def test_what_is_against_a_rule_marks_its_column_and_its_row() -> None:
    book = company_book(*(call(f"c{n}", 9 * 60 + 60 * n, 60, people=["vega"]) for n in range(8)))
    found = findings(book, THURSDAY, THURSDAY)
    row = next(one for one in people_view(book, THURSDAY, found).rows if one.person_id == "vega")
    assert row.over[WORK] == "breach"
    assert row.severity == "breach"
    assert any("over 6 h a day" in one for one in row.troubles)


def test_two_calls_at_once_stand_in_lanes_and_clash() -> None:
    book = company_book(
        call("one", 660, 60, day=FRIDAY, people=["vega"]),
        call("two", 690, 60, day=FRIDAY, people=["vega"], studio_id="studio-2"),
    )
    refs = (Ref(Call, "one"), Ref(Call, "two"))
    found = Finding("person_twice", "hard", "Twice.", FRIDAY, ("vega",), refs=refs)
    row = row_of(book, "vega", found, day=FRIDAY)
    assert [(one.lane, one.lanes, one.clash) for one in row.blocks] == [(0, 2, True), (1, 2, True)]


def test_the_foot_has_the_median_of_those_called() -> None:
    book = company_book(
        call("long", 600, 120, day=FRIDAY, people=["vega"]),
        call("short", 600, 60, day=FRIDAY, people=["okoro", "moss"]),
    )
    assert people_view(book, FRIDAY).middle.of(WORK) == 60


def test_people_are_filtered() -> None:
    called = people_view(BOOK, FRIDAY, wanted=Filter(presence=CALLED))
    assert called.count == 0
    idle = people_view(BOOK, FRIDAY, wanted=Filter(presence=NOT_CALLED))
    assert idle.count == 10
    corps = people_view(BOOK, THURSDAY, wanted=Filter(rank="Corps"))
    assert corps.count == 4
    cast = people_view(BOOK, THURSDAY, wanted=Filter(production_id="lake", cast_id="cast-1"))
    assert {"vega", "okoro"} <= {row.person_id for row in cast.rows}


def test_a_row_is_read_out_whole() -> None:
    spoken = row_of(BOOK, "vega").spoken
    assert spoken.startswith("Ada Vega. full. 11.00–12.00, Lake Act II, Studio 1.")
    assert "Rehearsal 2 h 30" in spoken
    idle = row_of(company_book(), "vega", day=FRIDAY).spoken
    assert idle.startswith("Ada Vega. full. not called.")


def test_the_summary_counts_everybody_once() -> None:
    assert summary(company_book(), FRIDAY) == "10 not called"
    book = company_book(call("solo", 660, 60, day=FRIDAY, people=["vega"]))
    assert summary(book, FRIDAY) == "1 called · 9 not called"

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.company import Studio
from castapp.importers.table import BadRows
from castapp.services.show import calls
from tests.builders import THURSDAY, call, company_book, role_line
from tests.importers.tables import brought, new_book, written

HEAD = "Date,Start,End,Studio,What,Production,Section,Répétiteur,Pianist,Who\n"
ROW = "2026-10-20,10:30,11:45,S1,Rehearsal,The Lake,Act I,Hall,Ito,{}\n"


def one_call(who: str) -> tuple[Call, set[str]]:
    book = company_book()
    book = book.apply(brought(book, HEAD + ROW.format(who)).edit)
    made = next(one for one in book.all(Call) if one.day == date(2026, 10, 20))
    return made, {one.person_id for one in called_people(book, made)}


def test_a_call_has_all_it_says() -> None:
    made, people = one_call("Vega; Okoro")
    assert (made.start, made.minutes, made.studio_id, made.kind) == (
        630,
        75,
        "studio-1",
        "rehearsal",
    )
    assert (made.production_id, made.lead_id, made.pianist_id) == ("lake", "hall", "ito")
    assert made.sections == ("lake-i-1", "lake-i-2")
    assert people == {"vega", "okoro"}


@pytest.mark.parametrize(
    ("who", "people"),
    [
        ("Queen", {"vega", "moss"}),
        ("Queen 1st cast", {"vega"}),
        ("Queen 1st cast + covers", {"vega", "moss"}),
        ("Spirits 2", {"gia-kim", "hana-kim"}),
        ("Queen; Hart (cover)", {"vega", "moss", "hart"}),
        ("Queen; no Moss", {"vega"}),
        ("men", {"okoro", "lund", "orr", "hart"}),
        ("Soloists", {"paz", "orr"}),
        ("full call; no Spirits", {"vega", "moss", "okoro", "lund", "paz", "orr", "hart"}),
    ],
)
def test_who_is_called(who: str, people: set[str]) -> None:
    assert one_call(who)[1] == people


def test_the_same_table_again_changes_nothing() -> None:
    book = company_book()
    text = HEAD + ROW.format("Queen 1st cast; Orr")
    book = book.apply(brought(book, text).edit)
    assert not brought(book, text).edit


def test_a_call_known_by_its_place_is_renewed() -> None:
    book = company_book()
    book = book.apply(brought(book, HEAD + ROW.format("Vega")).edit)
    later = ROW.format("Moss").replace("11:45", "12:00")
    book = book.apply(brought(book, HEAD + later).edit)
    (made,) = (one for one in book.all(Call) if one.day == date(2026, 10, 20))
    assert made.minutes == 90
    assert [one.person_id for one in book.where(Called, "call_id", made.id)] == ["moss"]


def test_a_new_company_gets_the_rooms_of_its_calls() -> None:
    book = new_book()
    text = "Datum;Von;Bis;Saal;Art\n20.10.2026;10.00;11.30;Grosser Saal;Training\n"
    found = brought(book, text, newcomers=True)
    book = book.apply(found.edit)
    (made,) = book.all(Call)
    assert (made.kind, made.minutes) == ("class", 90)
    assert book.get(Studio, made.studio_id or "").name == "Grosser Saal"
    assert any("Grosser Saal" in doubt for doubt in found.doubts)


@pytest.mark.parametrize("heading", ["Lead", "Teacher", "Taken by", "Répétiteur"])
def test_who_takes_a_call_is_understood(heading: str) -> None:
    book = company_book()
    text = f"Date,Time,Minutes,Kind,{heading},Notes\n2026-10-20,10:30,60,class,Hall,slowly\n"
    found = brought(book, text)
    (made,) = book.apply(found.edit).all(Call)
    assert (made.lead_id, made.note) == ("hall", "slowly")
    assert found.doubts == ()


def test_columns_that_are_not_taken_are_named() -> None:
    text = "Date,Time,Minutes,Kind,Banana,Height,Empty\n2026-10-20,10:30,60,class,x,168,\n"
    assert brought(company_book(), text).doubts == (
        "The column “Banana” is not known and was left out.",
        "The column “Height” has no place among calls and was left out.",
    )


@pytest.mark.parametrize(
    ("what", "kind", "production_id", "title"),
    [
        ("Pas de deux", "rehearsal", None, "Pas de deux"),
        ("Class", "class", None, ""),
        ("The Lake rehearsal", "rehearsal", "lake", ""),
        ("Lake: Act II, swans", "rehearsal", "lake", "Act II, swans"),
        ("Physio for the knee", "physio", None, ""),
    ],
)
def test_what_a_call_is_for(what: str, kind: str, production_id: str | None, title: str) -> None:
    book = company_book()
    text = f'Date,Time,Minutes,What\n2026-10-20,10:30,60,"{what}"\n'
    (made,) = book.apply(brought(book, text).edit).all(Call)
    assert (made.kind, made.production_id, made.title) == (kind, production_id, title)


def test_what_show_prints_comes_in_again_and_changes_nothing() -> None:
    line = role_line("set", "queen", "cast-1")
    book = company_book(
        call("duet", 630, 75, line, production_id="lake", sections=("lake-ii",), lead_id="hall"),
        call("class", 540, 75, kind="class", people=["vega"], pianist_id="ito"),
        call("knee", 720, 30, kind="physio", people=["vega"]),
        call("talk", 800, 30, kind="press", title="Radio", note="live", state="tentative"),
    )
    rows = calls(book, THURSDAY, THURSDAY)
    cells = [
        ["; ".join(value) if isinstance(value, list) else str(value) for value in row.values()]
        for row in rows
    ]
    found = brought(book, written([list(rows[0]), *cells]))
    assert not found.edit.changes
    assert found.doubts == ("Booked time stays as it is; its rows were left out.",)


def test_a_length_and_an_end_that_differ_are_told() -> None:
    book = company_book()
    text = "Date,Time,End,Minutes,Kind\n2026-10-20,10:30,11:30,75,class\n"
    found = brought(book, text)
    (made,) = book.apply(found.edit).all(Call)
    assert made.minutes == 60
    assert found.doubts == ("Line 2: the length says 75 minutes, the end 60; the end counts.",)


def test_an_unknown_room_is_a_stranger_that_may_be_let_in() -> None:
    book = company_book()
    text = "Date,Time,Minutes,Kind,Studio\n2026-10-20,10:30,60,class,Studio 9\n"
    with pytest.raises(BadRows, match="no studio is called “Studio 9”; nearest: Studio") as caught:
        brought(book, text)
    assert caught.value.strangers
    found = brought(book, text, newcomers=True)
    assert "“Studio 9” is new among the studios of Opera house." in found.doubts
    with pytest.raises(BadRows) as caught:
        brought(book, text.replace("10:30", "25:00").replace("Studio 9", "S1"))
    assert not caught.value.strangers


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("11:45", "9:45", "line 2, End: the end, “9:45”, comes before the start, 10.30."),
        ("11:45", "10:30", "line 2, End: the end, “10:30”, is the start."),
        ("10:30", "25:00", "line 2, Start: “25:00” is not a time of day"),
        ("10:30", "", "line 2, Start: the time is missing"),
        ("2026-10-20", "", "line 2, Date: the day is missing"),
        ("11:45", "", "the length is missing; give minutes or the end"),
        ("S1", "S9", "line 2, Studio: no studio is called “S9”"),
        ("Rehearsal", "Classs", "line 2, What: “Classs” is no kind of call; nearest: class"),
        ("The Lake", "The Lakes", "line 2, Production: no ballet is called “The Lakes”"),
        ("Act I", "Act IX", "line 2, Section: there is no section “Act IX”"),
        ("Hall", "Hull", "line 2, Répétiteur: nobody here is called “Hull”; nearest: "),
        ("Vega", "Vegas", "line 2, Who: “Vegas” is neither a person, a role nor a group; nearest"),
        ("Vega", "Queen 7th cast", "line 2, Who: there is no 7th cast of it"),
    ],
)
def test_a_bad_cell_is_named(old: str, new: str, sentence: str) -> None:
    with pytest.raises(BadRows) as caught:
        brought(company_book(), HEAD + ROW.format("Vega").replace(old, new))
    assert sentence in str(caught.value)


def test_an_hour_the_clock_skips_is_refused() -> None:
    text = "Date,Time,Minutes,Kind\n2027-03-28,01:30,60,class\n"
    with pytest.raises(BadRows, match=r"Time: The clock is put forward on Sun 28 Mar: .* no 1\.30"):
        brought(company_book(), text)


def test_minus_five_minutes_are_refused() -> None:
    text = "Date,Time,Minutes,Kind\n2026-10-20,10:30,-5,class\n"
    with pytest.raises(BadRows, match="line 2, Minutes: “-5” is not a length"):
        brought(company_book(), text)

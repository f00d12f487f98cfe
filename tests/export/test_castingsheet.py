from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.casting import Override
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.domain.office import Posting
from castapp.domain.people import CareerLine
from castapp.domain.repertory import Role, RoleSection
from castapp.export.callboard import bare, said
from castapp.export.castingsheet import (
    Cell,
    RoleRow,
    casting_sheet,
)
from castapp.export.runs import productions_cast, run_of
from castapp.services.publish import post_casting
from tests.builders import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    casting,
    company_book,
    dancer,
    show,
)
from tests.export.day import full_day, override, reissued_day
from tests.export.neutral import as_text, golden

AT = datetime(2026, 10, 8, 15, tzinfo=UTC)


def rows(book: Book, first: date = THURSDAY) -> dict[str, RoleRow]:
    sheet = casting_sheet(book, "lake", run_of(book, "lake", first, first))
    return {row.name: row for band in sheet.bands for row in band.rows}


def test_the_whole_sheet() -> None:
    book = reissued_day()
    sheet = casting_sheet(book, "lake", run_of(book, "lake", THURSDAY, THURSDAY))
    assert as_text(sheet) == golden("casting.txt")


def test_a_first_time_is_starred_once() -> None:
    queen = rows(company_book(show(FRIDAY), show(SATURDAY, cast_id="cast-2")))["Queen"]
    assert [cell.dancing for cell in queen.cells] == ["Vega*", "Vega", "Moss*"]
    assert queen.counter == "Vega\u00a02, Moss\u00a01"


def test_covers_stand_under_who_dances_and_never_cover_themselves() -> None:
    assert rows(full_day(override()))["Queen"].cells[0] == Cell("Moss*", "")
    assert rows(full_day())["Queen"].cells[0] == Cell("Vega*", "Moss")


def quartet(**covers: Any) -> Cell:
    """The cell of a group of four; `covers` maps s1 … to who covers that spot."""
    role = Role("four", production_id="lake", order=8, name="Four", kind="group", spots=4,
                genders="F", sections=(RoleSection("lake-ii"),))  # fmt: skip
    on = [casting("cast-1", "four", spot, who)
          for spot, who in enumerate(("paz", "fox", "gia-kim", "hana-kim"), 1)]  # fmt: skip
    behind = [casting("cast-1", "four", int(spot[1:]), who, cover=1)
              for spot, who in covers.items()]  # fmt: skip
    return rows(company_book([role], on, behind))["Four"].cells[0]


def test_in_a_group_it_is_said_who_covers_whom() -> None:
    assert (
        quartet(s1="vega", s2="moss", s4="vega").covers == "Vega for Paz, Kim\u00a0H.; Moss for Fox"
    )
    assert quartet(s1="vega", s2="vega", s3="vega", s4="vega").covers == "Vega"
    assert quartet(s1="vega", s2="fox").covers == "Vega for Paz"


def test_days_have_their_month_where_a_run_goes_over_two() -> None:
    over = company_book(show(date(2026, 11, 1), cast_id="cast-2"), show(date(2026, 10, 22)))
    run = run_of(over, "lake", THURSDAY, date(2026, 11, 2))
    heads = casting_sheet(over, "lake", run).heads
    assert [head.day for head in heads] == ["Thu 15 Oct", "Thu 22 Oct", "Sun 1 Nov"]


def test_nothing_is_overleaf_where_nobody_stands_on_a_spot() -> None:
    role = Role("swans", production_id="lake", order=9, name="Swans", kind="corps", spots=9,
                genders="F", sections=(RoleSection("lake-ii"),))  # fmt: skip
    assert rows(company_book([role]))["Swans 1–9"].detail == ""
    assert rows(corps())["Swans 1–9"].detail == "spots overleaf"


def test_no_star_while_nothing_is_known_of_the_past() -> None:
    book = company_book()
    draft = Draft(book)
    draft.drop(book.get(CareerLine, "career-hall"))
    assert rows(book.apply(draft.edit("forget")))["Queen"].cells[0].dancing == "Vega"
    assert rows(book)["Spirits"].cells[0].dancing == "Fox, Kim\u00a0G."


def test_a_run_ends_at_a_long_gap() -> None:
    later = date(2026, 11, 20)
    book = company_book(show(FRIDAY), show(later))
    assert [one.day for one in run_of(book, "lake", MONDAY, MONDAY)] == [THURSDAY, FRIDAY]
    assert [one.day for one in run_of(book, "lake", FRIDAY, later)] == [FRIDAY, later]


def test_the_productions_of_some_days_or_of_a_run_that_goes_on() -> None:
    book = company_book(show(SATURDAY))
    assert productions_cast(book, MONDAY, FRIDAY) == ("lake",)
    assert productions_cast(book, FRIDAY, FRIDAY) == ("lake",)
    assert productions_cast(book, MONDAY, MONDAY) == ()
    assert productions_cast(company_book(show(date(2026, 11, 20))), FRIDAY, FRIDAY) == ()
    assert productions_cast(book, date(2027, 5, 1), date(2027, 5, 2)) == ()


def test_changes_since_the_last_issue_are_barred_and_told() -> None:
    book = full_day()
    book = book.apply(post_casting(book, "lake", THURSDAY, FRIDAY, "H. Ashworth", AT))
    posted = casting_sheet(book, "lake", run_of(book, "lake", THURSDAY, THURSDAY))
    assert posted.masthead.issue == "1"
    changed = company_book(show(FRIDAY, cast_id="cast-2"), override(), _posting(book))
    sheet = casting_sheet(changed, "lake", run_of(changed, "lake", THURSDAY, THURSDAY))
    assert sheet.masthead.issue == ""
    queen = rows(changed)["Queen"]
    assert [cell.changed for cell in queen.cells] == [True, False]
    assert not any(cell.changed for cell in rows(changed)["Prince"].cells)
    [entry] = sheet.blocks[0].entries
    assert said(entry.words) == "Thu 15 Queen Moss for Vega."


def _posting(book: Book) -> list[Any]:
    return list(book.all(Posting))


def corps() -> Book:
    """A corps of nine, another map in the second cast, one exception on Friday."""
    names = [f"Corps{letter}" for letter in "ABCDEFGHI"]
    people = [record for name in names for record in dancer(f"Ann {name}")]
    ids = [name.lower() for name in names]
    role: list[Any] = [
        Role("swans", production_id="lake", order=9, name="Swans", kind="corps", spots=9,
             genders="F", sections=(RoleSection("lake-ii"),)),
        Override("fri", performance_id=f"show-{FRIDAY}-1170", role_id="swans", spot=3,
                 person_id="hart"),
    ]  # fmt: skip
    first = [casting("cast-1", "swans", spot, who) for spot, who in enumerate(ids, 1)]
    second = [casting("cast-2", "swans", spot, who) for spot, who in enumerate(ids[::-1], 1)]
    return company_book(people, role, first, second, show(FRIDAY), show(SATURDAY, cast_id="cast-2"))


def test_a_corps_is_told_by_its_map_and_the_exceptions() -> None:
    row = rows(corps())["Swans 1–9"]
    assert [cell.dancing for cell in row.cells] == ["map A", "map A, 3\u00a0Hart", "map B"]
    assert row.counter == "map A\u00a02, map B\u00a01"


def test_the_map_itself_is_on_its_own_page() -> None:
    book = corps()
    [one] = casting_sheet(book, "lake", run_of(book, "lake", THURSDAY, THURSDAY)).maps
    assert [letter for letter, _ in one.maps] == ["A", "B"]
    assert dict(one.maps)["A"][0] == "CorpsA"
    assert {spot: found.name for (_, spot), found in one.exceptions.items()} == {3: "Hart"}


def five(*more: Any) -> Book:
    """A group of five in both casts, danced three times."""
    role = Role("five", production_id="lake", order=8, name="Five", kind="group", spots=5,
                genders="FFFMM", sections=(RoleSection("lake-ii"),))  # fmt: skip
    ones = ("paz", "fox", "gia-kim", "orr", "hart")
    twos = ("paz", "fox", "hana-kim", "orr", "lund")
    on = [casting(cast, "five", spot, who)
          for cast, names in (("cast-1", ones), ("cast-2", twos))
          for spot, who in enumerate(names, 1)]  # fmt: skip
    return company_book([role], on, show(FRIDAY), show(SATURDAY, cast_id="cast-2"), more)


def blocks(book: Book) -> dict[str, list[str]]:
    sheet = casting_sheet(book, "lake", run_of(book, "lake", THURSDAY, THURSDAY))
    return {one.title: [said(entry.words) for entry in one.entries] for one in sheet.blocks}


def test_a_group_of_five_is_told_by_its_maps() -> None:
    instead = Override("fri", performance_id=f"show-{FRIDAY}-1170", role_id="five", spot=2,
                       person_id="moss")  # fmt: skip
    book = five(instead)
    row = rows(book)["Five"]
    assert [bare(cell.dancing) for cell in row.cells][1:] == [
        "Map A, Moss* for Fox",
        "Map B, Kim H.*, Lund*",
    ]
    assert row.counter == "Map A\u00a02, Map B\u00a01"
    assert [bare(one) for one in blocks(book)["Maps"]] == [
        "Five, map A Paz, Fox, Kim G. with Orr, Hart.",
        "Five, map B Paz, Fox, Kim H. with Orr, Lund.",
    ]


def test_a_set_danced_once_is_named_in_its_cell() -> None:
    book = five()
    sheet = casting_sheet(book, "lake", run_of(book, "lake", SATURDAY, SATURDAY))
    assert "Maps" not in {one.title for one in sheet.blocks}


def test_who_is_away_is_told_and_never_why() -> None:
    away = [
        Absence("a", person_id="orr", first=MONDAY, last=FRIDAY, kind="illness", note="flu"),
        Absence("b", person_id="lund", first=FRIDAY, kind="guest engagement", where="Paris"),
        Absence("c", person_id="moss", first=SUNDAY, kind="leave"),
    ]
    assert blocks(five(*away))["Not available"] == [
        "Lund away from Fri 16 (guest).",
        "Orr away, back Sat 17.",
    ]


def test_who_is_off_stands_on_it_only_where_the_company_says_so() -> None:
    off = [
        Participation("p", person_id="orr", since=MONDAY, status="off", review=SATURDAY),
        Participation("q", person_id="fox", since=FRIDAY, status="modified",
                      restrictions=(Restriction("no_jumps"),)),
    ]  # fmt: skip
    book = five(*off)
    assert "Not available" not in blocks(book)
    draft = Draft(book)
    draft.set(book.get(Company, COMPANY_ID), off_list_on_papers=True)
    assert blocks(book.apply(draft.edit("list")))["Not available"] == [
        "Orr off, review Sat 17.",
        "Fox no jumps, from Fri 16.",
    ]

"""The public cast sheet: who dances, in public order, and what was recast."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, RoleSection
from castapp.export.castsheet import CastSheet, cast_sheet
from castapp.export.castsheet_company import company_groups
from castapp.export.castsheet_pages import cast_pages
from castapp.export.castsheet_roles import CastLine
from castapp.export.castsheet_text import cast_text
from castapp.export.request import Request
from castapp.export.sheet import Box, Type
from castapp.export.sizes import size_of
from castapp.services.papers import pages, write
from tests.builders import FRIDAY, THURSDAY, casting, company_book, dancer, show, staff
from tests.export.day import SHOW_ID
from tests.export.neutral import as_text, golden
from tests.export.test_pages import hostile, inside
from tests.export.test_recastings import OFF, posted, recast

AT = datetime(2026, 10, 15, 15, 20, tzinfo=UTC)
CHAIN = (recast("queen", "fox"), recast("couple", "hana-kim", f"{OFF}, for Eva Paz"))


def sheet(*records: Record | Sequence[Record], paper: str = "A4") -> CastSheet:
    return of(company_book(*([one] if isinstance(one, Record) else one for one in records)), paper)


def of(book: Book, paper: str = "A4") -> CastSheet:
    return cast_sheet(book, book.get(Performance, SHOW_ID), paper, AT)


def lines(made: CastSheet) -> dict[str, CastLine]:
    return {line.role: line for work in made.works for act in work.acts for line in act.lines}


def test_the_whole_revised_sheet() -> None:
    assert as_text(sheet(*CHAIN)) == golden("cast-sheet.txt")


def test_the_words_for_the_web() -> None:
    assert cast_text(sheet(*CHAIN)) == golden("cast-sheet-web.txt")


def test_a_sheet_as_announced_marks_nothing() -> None:
    made = sheet()
    assert made.revised == ""
    assert not any(line.changed for line in lines(made).values())


def test_a_cast_changed_after_it_was_posted_is_marked() -> None:
    made = lines(sheet(posted("moss")))
    assert made["Queen"].names == ("Ada Vega",)
    assert made["Queen"].instead == "replaces Cleo Moss"


def test_who_was_announced_is_replaced_not_who_stands_in_the_cast() -> None:
    assert lines(sheet(recast("queen", "fox"), posted("moss")))["Queen"].instead == (
        "replaces Cleo Moss"
    )


def test_mid_show_it_says_from_where() -> None:
    queen = lines(sheet(recast("queen", "moss", from_section_id="lake-ii")))["Queen"]
    assert queen.names == ("Ada Vega", "Cleo Moss (from Act II Spirits on)")
    assert queen.instead == "replaces Ada Vega from Act II Spirits on"


def test_an_open_part_is_announced_later() -> None:
    queen = lines(sheet(recast("queen", None)))["Queen"]
    assert queen.names == ("To be announced",)
    assert queen.instead == "replaces Ada Vega"


def test_a_large_group_is_a_paragraph_by_name_and_women_stand_before_men() -> None:
    role = Role("six", production_id="lake", order=9, name="Six", kind="group", spots=5,
                sections=(RoleSection("lake-ii"),))  # fmt: skip
    on = [casting("cast-1", "six", spot, who)
          for spot, who in enumerate(("paz", "moss", "fox", "hart"), 1)]  # fmt: skip
    made = lines(sheet([role], on))
    assert made["Six"].paragraph
    assert made["Six"].names == ("Isa Fox", "Jon Hart", "Cleo Moss", "Eva Paz")
    assert made["Duet"].names == ("Eva Paz", "Finn Orr")


def test_a_mixed_bill_names_each_ballet() -> None:
    other = [
        Production("tide", work="Tide", title="Tidewater", choreography="Ana Reyes"),
        Role("lead", production_id="tide", order=1, name="Lead", genders="F"),
        BillItem("second", performance_id=SHOW_ID, production_id="tide", order=2),
    ]
    made = sheet(other)
    assert [work.title for work in made.works] == ["The Lake", "Tidewater"]
    assert lines(made)["Lead"].names == ("To be announced",)
    assert made.works[1].about == ("Choreography Ana Reyes",)


def test_nothing_on_the_bill_is_a_sentence() -> None:
    book = company_book([Performance("bare", day=FRIDAY, curtain=1170)])
    with pytest.raises(Invalid, match=r"Nothing is on the bill of Friday 16 October 2026, 19\.30"):
        cast_sheet(book, book.get(Performance, "bare"), "A4")


def test_no_rank_no_star_and_nothing_of_the_body_in_public() -> None:
    words = cast_text(sheet(*CHAIN)).casefold()
    assert "*" not in words
    assert not any(word in words for word in ("principal", "injur", "indisposed", " off"))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("make", [lambda: company_book(CHAIN), hostile])
def test_everything_stands_inside_the_margins(
    size: str, make: Callable[[], Book], measure: Callable[[str, Type], float]
) -> None:
    found = cast_pages(of(make(), size), size_of(size, "small"), measure)
    assert len(found) >= 2
    for page in found:
        inside(page, measure)


def test_a_changed_role_has_a_bar_and_no_other(measure: Callable[[str, Type], float]) -> None:
    front, back = cast_pages(sheet(*CHAIN), size_of("A4", "small"), measure)
    assert sum(isinstance(item, Box) and item.fill == 1.0 for item in front.items) == 2
    assert not any(isinstance(item, Box) for item in back.items)
    assert "THE COMPANY" in back.words


def test_a_crowd_goes_on_overleaf_and_loses_nobody(measure: Callable[[str, Type], float]) -> None:
    names = [f"Anna Maximiliana Person{n:02}" for n in range(90)]
    people = [record for name in names for record in dancer(name)]
    role = Role("mass", production_id="lake", order=9, name="Mass", kind="corps", spots=90,
                sections=(RoleSection("lake-ii"),))  # fmt: skip
    on = [casting("cast-1", "mass", n + 1, f"person{n:02}") for n in range(90)]
    more = [Role(f"r{n}", production_id="lake", order=10 + n, name=f"Part {n}", kind="character",
                 sections=(RoleSection("lake-ii"),)) for n in range(50)]  # fmt: skip
    found = cast_pages(sheet(people, [role], on, more), size_of("A4", "small"), measure)
    words = "\n".join(page.words for page in found).replace("\u00a0", " ").replace("\n", " ")
    assert all(f"Part {n}" in words for n in range(50))
    assert all(name in words for name in names)
    assert f"page 1/{len(found)}" in found[0].words


@pytest.mark.usefixtures("qapp")
def test_another_program_reads_the_file(tmp_path: Path) -> None:
    book = company_book(CHAIN)
    request = Request("cast-sheet", THURSDAY)
    pdf, txt = write(book, request, ["pdf", "txt"], tmp_path, AT)
    assert (pdf.name, txt.name) == ("cast-sheet-2026-10-15-1930-the-lake.pdf",
                                    "cast-sheet-2026-10-15-1930-the-lake.txt")  # fmt: skip
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout  # fmt: skip
    for words in ("THE LAKE", "Thursday 15 October 2026, 19.30", "Isa Fox", "replaces Ada Vega",
                  "Revised Thu 15 Oct 16.20", "2 changes, marked"):  # fmt: skip
        assert words in said, words
    fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True,
                           encoding="utf-8").stdout.splitlines()[2:]  # fmt: skip
    assert fonts
    assert all("Inter" in line for line in fonts)


@pytest.mark.usefixtures("qapp")
def test_one_of_two_shows_is_asked_for_by_itself(tmp_path: Path) -> None:
    book = company_book(show(curtain=840))
    both = write(book, Request("cast-sheet", THURSDAY), ["txt"], tmp_path, AT)
    assert [path.name[:27] for path in both] == ["cast-sheet-2026-10-15-1400-",
                                                "cast-sheet-2026-10-15-1930-"]  # fmt: skip
    one = replace(Request("cast-sheet", THURSDAY), performance_id=SHOW_ID)
    assert len(write(book, one, ["txt"], tmp_path, AT)) == 1
    assert len(pages(book, one)) == 2


def test_a_title_too_long_is_set_smaller(measure: Callable[[str, Type], float]) -> None:
    book = company_book()
    draft = Draft(book)
    draft.set(book.get(Production, "lake"), title="A midsummer night’s dream by the lake")
    draft.set(book.get(Person, "vega"), family="Vega-Fitzgerald-Okonkwo-Oyelaran")
    made = of(book.apply(draft.edit("long")))
    for page in cast_pages(made, size_of("A4", "small"), measure):
        inside(page, measure)


def test_who_has_two_duties_is_named_once() -> None:
    book = company_book(staff("Rafael Quiroga", "répétiteur", "ballet master"))
    named = [name for group in company_groups(book, THURSDAY) for name in group.names]
    assert named.count("Rafael Quiroga") == 1

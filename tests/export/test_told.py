"""The told list: everybody once, with everything, and by when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from castapp.domain.checks import Invalid
from castapp.domain.office import Told
from castapp.export.callboard import bare, said
from castapp.export.sheet import Text, Type
from castapp.export.sizes import size_of
from castapp.export.told import ToldSheet, told_sheet
from castapp.export.told_pages import told_pages
from castapp.export.told_people import to_tell
from tests.builders import FRIDAY, THURSDAY, company_book, staff
from tests.export.test_recastings import OFF, recast

CHAIN = (recast("queen", "fox"), recast("spirits", "hana-kim", f"{OFF}, for Isa Fox"))


def told() -> ToldSheet:
    book = company_book(CHAIN, staff("Sam Till", "stage manager"))
    return told_sheet(book, THURSDAY, THURSDAY, "A4")


def test_dancers_by_rank_then_desks_each_with_everything() -> None:
    lines = [
        (group, line.name, bare(said(line.what))) for group, held in told().groups for line in held
    ]
    when = "Thu 15 19.30 Lake:"
    everything = f"{when} Queen Fox for Vega; {when} Spirits 1 Kim H. for Fox"
    left = f"{when} leaves Spirits 1, Kim H. dances it"
    assert lines == [
        ("Principal", "Okoro", f"{when} Queen is Fox, for Vega"),
        ("Principal", "Vega", f"{when} leaves Queen, Fox dances it"),
        ("Corps", "Fox", f"{when} dances Queen, for Vega; {left}"),
        ("Corps", "Kim", f"{when} dances Spirits 1, for Fox"),
        ("Staff and others", "Till", everything),
        ("Staff and others", "Reyes", everything),
        ("Staff and others", "Wardrobe, wigs", everything),
        ("Staff and others", "Front of house", f"{when} Queen Fox for Vega"),
    ]


def test_the_first_night_is_boxed_with_its_half() -> None:
    lines = [line for _, held in told().groups for line in held]
    assert {line.by for line in lines[:-1]} == {"Thu 15 18.55"}
    assert lines[-1].by == "Thu 15 18.30"
    assert all(line.soon for line in lines)


def test_who_knows_is_ticked_with_the_time_and_by_whom(
    measure: Callable[[str, Type], float],
) -> None:
    book = company_book(CHAIN)
    fox = next(one for one in to_tell(book, THURSDAY, THURSDAY) if one.person_id == "fox")
    notes = [Told(f"t-{ref}", "fox", ref, what, "2026-10-15T15:10:00+00:00", "Jana Mills")
             for ref, what in fox.matters]  # fmt: skip
    sheet = told_sheet(company_book(CHAIN, notes), THURSDAY, THURSDAY, "A4")
    lines = {line.name: line.told for _, held in sheet.groups for line in held}
    assert lines["Fox"] == "16.10, Jana Mills"
    assert lines["Okoro"] == ""
    (page,) = told_pages(sheet, size_of("A4", "upright"), measure)
    assert "Jana Mills" in page.words
    assert "Not reached by then" in page.words


def test_nobody_to_tell_is_a_sentence() -> None:
    with pytest.raises(Invalid, match="Nobody is replaced on Fri 16 Oct"):
        told_sheet(company_book(CHAIN), FRIDAY, FRIDAY, "A4")


def test_a_long_list_repeats_its_rank_on_the_next_page(
    measure: Callable[[str, Type], float],
) -> None:
    sheet = told()
    name, lines = sheet.groups[0]
    long = replace(sheet, groups=((name, lines * 20),))
    pages = told_pages(long, size_of("A4", "upright"), measure)
    assert len(pages) > 1
    assert "PRINCIPAL (CONTINUED)" in pages[1].words
    names = [item.text for page in pages for item in page.items
             if isinstance(item, Text) and item.text == "Okoro"]  # fmt: skip
    assert len(names) == 20
    assert all(
        item.y < page.size.height / 25.4 * 72
        for page in pages for item in page.items if isinstance(item, Text)
    )  # fmt: skip

"""The told list: everybody once, with everything, and by when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from castapp.domain.checks import Invalid
from castapp.export.callboard import bare, said
from castapp.export.sheet import Text, Type
from castapp.export.sizes import size_of
from castapp.export.told import ToldSheet, told_sheet
from castapp.export.told_pages import told_pages
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
    everything = "Thu 15 Lake Queen Fox for Vega; Thu 15 Lake Spirits 1 Kim H. for Fox"
    left = "Thu 15 Lake Spirits 1 taken out: Kim H. dances it"
    assert lines == [
        ("Principal", "Okoro", "Thu 15 Lake Queen is Fox"),
        ("Principal", "Vega", "Thu 15 Lake Queen taken out: Fox dances it"),
        ("Corps", "Fox", f"Thu 15 Lake Queen, for Vega; {left}"),
        ("Corps", "Kim", "Thu 15 Lake Spirits 1, for Fox"),
        ("Staff and others", "Till", everything),
        ("Staff and others", "Reyes", everything),
    ]


def test_the_first_night_is_boxed_with_its_half() -> None:
    lines = [line for _, held in told().groups for line in held]
    assert {line.by for line in lines} == {"Thu 15 18.55"}
    assert all(line.soon for line in lines)


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

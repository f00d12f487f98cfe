"""Every paper laid out: nothing hangs over an edge, nothing is lost, the pages are counted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from castapp.domain.book import Book
from castapp.domain.company import Studio
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production
from castapp.export.band_blocks import band_height, draw_band
from castapp.export.callboard import Block, Entry, plain
from castapp.export.callsheet import call_sheet
from castapp.export.catalogue import PAPERS
from castapp.export.request import Request
from castapp.export.sheet import Box, Rule, Sheet, Text, Type
from castapp.export.sizes import PT_PER_MM
from castapp.export.typeset import Pen
from tests.builders import THURSDAY, call, company_book, dancer, show
from tests.export.day import LAKE, full_day, reissued_day

Measure = Callable[[str, Type], float]
NAMES = [f"Person{letter} Fitzgerald-{letter}okonkwo" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


def laid(paper: str, book: Book, size: str = "A4", day: date = THURSDAY) -> list[Sheet]:
    kind = next(one for one in PAPERS if one.name == paper)
    request = Request(paper, day, person_id="moss", size=size)
    return [sheet for pages in kind.lay(book, request) for sheet in pages.sheets]


def crowd() -> list[Record]:
    return [record for name in NAMES for record in dancer(name)]


def crowded(calls: int) -> Book:
    """A day on which every studio has `calls` calls of many people with long names."""
    named = [name.rpartition(" ")[2].lower() for name in NAMES]
    records: list[Record] = []
    for number in range(calls):
        for studio in ("studio-1", "studio-2", "studio-a", "stage"):
            records += call(
                f"{studio}-{number}", 600 + number * 30, 30, people=named[number % 9 :][:14],
                title=f"Act II swans and whatever else is called number {number}",
                studio_id=studio, note="Please bring both pairs of shoes", **LAKE,
            )  # fmt: skip
    return company_book(crowd(), records)


def hostile() -> Book:
    """Names and titles that no page is made for."""
    book = full_day(call("odd", 720, 60, people=("vega",), title="W" * 300, studio_id="studio-a"),
                    name="A very long name of a company indeed " * 8)  # fmt: skip
    draft = Draft(book)
    names = {
        "vega": "X" * 200,
        "okoro": "<b>Bo</b>",
        "moss": "=1+1",
        "fox": "שלום עולם",
        "paz": "van der " * 12 + "Westhuizen",
        "hall": "Y" * 90,
        "reyes": "Z" * 120,
    }
    for person_id, family in names.items():
        draft.put(replace(book.get(Person, person_id), family=family.strip()))
    draft.put(replace(book.get(Studio, "studio-1"), name="S" * 120, about="T" * 120))
    draft.put(replace(book.get(Production, "lake"), title="U" * 200, short="U" * 200, code=""))
    return book.apply(draft.edit("odd names"))


def inside(sheet: Sheet, measure: Measure) -> None:
    """Everything stands within the paper's margins (the frame of a box may lie on them)."""
    width, height = sheet.size.width * PT_PER_MM, sheet.size.height * PT_PER_MM
    edge = sheet.size.side * PT_PER_MM - 1.5
    for item in sheet.items:
        if isinstance(item, Text):
            reach = item.x + measure(item.text, item.type)
            assert edge <= item.x, item
            assert reach <= width - edge, (item, reach)
            assert item.type.size <= item.y <= height - 8, item
        elif isinstance(item, Box):
            assert edge <= item.x, item
            assert item.x + item.width <= width - edge, item
            assert item.y + item.height <= height - 8, item
        else:
            assert isinstance(item, Rule)
            assert max(item.y1, item.y2) <= height - 8, item


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("paper", ["callsheet", "week", "casting", "dancer"])
@pytest.mark.parametrize("make", [full_day, reissued_day, hostile, lambda: crowded(9)])
def test_everything_stands_inside_the_margins(
    paper: str, size: str, make: Callable[[], Book], measure: Measure
) -> None:
    sheets = laid(paper, make(), size)
    assert sheets
    for number, sheet in enumerate(sheets, 1):
        inside(sheet, measure)
        assert f"page {number}/{len(sheets)}" in sheet.words
        assert min(item.type.size for item in sheet.items if isinstance(item, Text)) >= 7


@pytest.mark.parametrize(
    ("paper", "size", "wide", "high"),
    [
        ("callsheet", "A4", 297, 210),
        ("callsheet", "Letter", 279.4, 215.9),
        ("week", "A4", 297, 210),
        ("casting", "A4", 297, 210),
        ("casting", "Letter", 279.4, 215.9),
        ("dancer", "A4", 148, 210),
        ("dancer", "Letter", 139.7, 215.9),
    ],
)
def test_the_sizes_of_the_papers(
    paper: str, size: str, wide: float, high: float, qapp: object
) -> None:
    assert {(one.size.width, one.size.height) for one in laid(paper, full_day(), size)} == {
        (wide, high)
    }


@pytest.mark.parametrize(("size", "wide"), [("A4", 420), ("Letter", 431.8)])
def test_a_long_casting_sheet_takes_the_large_page(size: str, wide: float, qapp: object) -> None:
    nights = [show(THURSDAY + timedelta(days=one)) for one in range(1, 8)]
    assert {one.size.width for one in laid("casting", company_book(*nights), size)} == {wide}


def test_a_title_over_two_lines_makes_its_block_higher(measure: Measure) -> None:
    pen = Pen(measure)
    title = Block("Tomorrow, Thursday 26 November – not yet posted by anybody",
                  (Entry(plain("One. " * 30)),))  # fmt: skip
    row = (Block("A", (Entry(plain("x")),)), title)
    sides = (400.0, 0.0)
    height = band_height(pen, row, 560.0, sides, 1.0)
    draw_band(pen, row, 0, 0, 560.0, sides, height, 1.0)
    assert max(item.y for item in pen.items if isinstance(item, Text)) < height


def test_few_names_are_never_left_alone_on_a_page(qapp: object) -> None:
    for count in range(76, 100, 4):
        names = [f"Given {chr(65 + number % 26)}{number}" for number in range(count)]
        people = [record for name in names for record in dancer(name)]
        sheets = laid("callsheet", full_day(people))
        pages = [one.words for one in sheets if "Find your name" in one.words]
        shown = [sum(bool(re.fullmatch(r"[A-Z]\d+", line)) for line in one.split("\n"))
                 for one in pages]  # fmt: skip
        assert min(shown) * 2 >= max(shown), (count, shown)


def test_a_light_day_has_larger_type(qapp: object) -> None:
    light = company_book(call("one", 720, 60, people=("fox",), **LAKE))
    sizes = []
    for book in (light, crowded(9)):
        texts = [one for one in laid("callsheet", book)[0].items if isinstance(one, Text)]
        [first, *_] = [one for one in texts if one.text.startswith("LAKE") and one.x > 60]
        sizes.append(first.type.size)
    assert sizes[0] > sizes[1]


def test_an_ordinary_day_takes_two_pages(qapp: object) -> None:
    first, second = laid("callsheet", reissued_day(off_list_on_papers=True))
    assert "LUNCH  13.00–14.00" in first.words
    assert "CAST CHANGES TONIGHT" in first.words
    assert "PRINCIPALS" in second.words


def test_what_may_not_be_cut_is_there_on_a_crowded_day(qapp: object) -> None:
    book = crowded(9)
    words = "\n".join(sheet.words for sheet in laid("callsheet", book))
    sheet = call_sheet(book, THURSDAY)
    for column in sheet.columns:
        for card in column.cards:
            assert card.time in words
    surnames = {name.rpartition("-")[2] for name in NAMES}
    assert all(name in words for name in surnames)


def test_cards_do_not_stand_on_each_other(qapp: object) -> None:
    grids = [
        [item for item in sheet.items if isinstance(item, Box) and item.frame == 0.5]
        for sheet in laid("callsheet", crowded(6))
    ]
    assert sum(map(len, grids)) == 24
    for one, other in (pair for boxes in grids for pair in itertools.combinations(boxes, 2)):
        assert (
            one.x + one.width <= other.x + 0.01
            or other.x + other.width <= one.x + 0.01
            or one.y + one.height <= other.y + 0.01
            or other.y + other.height <= one.y + 0.01
        )


def test_each_text_of_a_card_stands_inside_its_card(measure: Measure) -> None:
    first = laid("callsheet", reissued_day())[0]
    boxes = [item for item in first.items if isinstance(item, Box) and item.frame in (0.5, 0.8)]
    for said in ("Vega, Okoro", "1st cast Paz, Orr", "[moved, was 14.00]"):
        text = next(one for one in first.items if isinstance(one, Text) and said in one.text)
        reach = text.x + measure(text.text, text.type)
        assert any(
            box.x < text.x and reach < box.x + box.width and box.y < text.y < box.y + box.height
            for box in boxes
        ), said


def test_more_than_six_rooms_go_on_more_pages(qapp: object) -> None:

    rooms: list[Any] = [
        Studio(f"room-{number}", site_id="site-annexe", name=f"Barn {number}", order=10 + number)
        for number in range(5)
    ]
    records = [rooms] + [
        call(f"call-{number}", 720, 60, people=("fox",), studio_id=f"room-{number}", **LAKE)
        for number in range(5)
    ]
    sheets = laid("callsheet", full_day(*records))
    with_grid = [one for one in sheets if "Find your name" not in one.words]
    assert len(with_grid) == 2
    assert sum("THIS EVENING" in one.words for one in sheets) == 1


def test_many_names_fill_more_columns_under_the_same_head(qapp: object) -> None:
    many = [
        record
        for first in "ABCDEF"
        for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for record in dancer(f"Given {first}{last.lower()}son")
    ]
    sheets = laid("callsheet", full_day(many))
    assert any("CORPS (CONTINUED)" in one.words for one in sheets)
    words = "\n".join(one.words for one in sheets)
    assert "Azson" in words
    assert "Fzson" in words

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.ui.screens.casting.new_nights import make_nights, next_night, read_nights
from tests.builders import FRIDAY, SATURDAY, THURSDAY, WEDNESDAY, company_book, show

BOOK = company_book(show(FRIDAY))
SUNDAY = date(2026, 10, 18)


def test_the_next_day_nothing_is_on_is_proposed_with_the_usual_curtain() -> None:
    assert next_night(BOOK, "lake", FRIDAY, WEDNESDAY) == (SATURDAY, 1170)
    assert next_night(BOOK, "lake", None, THURSDAY) == (SATURDAY, 1170)
    assert next_night(company_book(show(FRIDAY), show(SATURDAY)), "lake", FRIDAY, WEDNESDAY) == (
        SUNDAY, 1170,
    )  # fmt: skip
    assert next_night(BOOK, "none", None, WEDNESDAY) == (WEDNESDAY, 1170)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Fri 16", [(FRIDAY, 1170)]),
        ("Fri 16, Sat 17 14.00 19.30", [(FRIDAY, 1170), (SATURDAY, 840), (SATURDAY, 1170)]),
        ("sat 17 14:00; 18", [(SATURDAY, 840), (SUNDAY, 1170)]),
        ("30, Sun 1", [(date(2026, 10, 30), 1170), (date(2026, 11, 1), 1170)]),
        ("3 nov 20.00", [(date(2026, 11, 3), 1200)]),
        ("Tue 3 Nov", [(date(2026, 11, 3), 1170)]),
        ("saturday", [(SATURDAY, 1170)]),
    ],
)
def test_several_nights_are_read(text: str, found: list[tuple[date, int]]) -> None:
    assert read_nights(text, (THURSDAY, 1170)) == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Fri 17", "17 October 2026 is a Saturday, not Fri."),
        ("someday", "“someday” is not a day; type it like Fri 16, or 16 oct."),
        ("16 25.00", "“25.00” is not a time of day; the last is 23.59."),
        ("45", "“45” is not a day of the month."),
    ],
)
def test_what_is_no_day_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Invalid) as wrong:
        read_nights(text, (THURSDAY, 1170))
    assert str(wrong.value) == sentence


def test_several_are_one_edit_and_none_is_made_twice() -> None:
    nights = [(SATURDAY, 840), (SATURDAY, 1170)]
    edit = make_nights(BOOK, nights, "stage", ["lake"], None)
    assert edit.label == "2 new performances of Lake"
    after = BOOK.apply(edit)
    assert after.count(Performance) == BOOK.count(Performance) + 2
    with pytest.raises(Invalid, match=r"Lake is on Fri 16 Oct 19\.30 already\."):
        make_nights(BOOK, [(FRIDAY, 1170)], "stage", ["lake"], None)
    with pytest.raises(Invalid, match=r"Lake is on Sat 17 Oct 19\.30 already\."):
        make_nights(BOOK, [(SATURDAY, 1170)] * 2, "stage", ["lake"], None)

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.finding import Finding
from castapp.domain.people import Person
from castapp.ui.finding_rows import finding_row, finding_rows

DAY = date(2026, 10, 15)
BOOK = Book.of(
    [
        Person("popov", given="Iveta", family="Popov"),
        Person("okabe", given="Kenji", family="Okabe"),
        Person("marsh", given="Aidan", family="Marsh"),
    ]
)


def test_a_finding_is_told_in_words() -> None:
    finding = Finding(
        "person_twice", "hard", "Two calls at once", DAY, ("popov",), 855, 900, "CA · double call"
    )
    row = finding_row(BOOK, finding)
    assert (row.kind, row.who, row.when) == ("Clash", "Iveta Popov", "Thu 15, 14.15–15.00")
    assert row.source is finding
    assert row.action == "Show"
    assert row.sentence == (
        "Clash, Iveta Popov, Thu 15, 14.15–15.00, Two calls at once, CA · double call"
    )


def test_many_people_are_counted_and_lost_ones_left_out() -> None:
    many = Finding("meal", "breach", "No lunch", DAY, ("popov", "okabe", "marsh"))
    assert finding_row(BOOK, many).who == "Aidan Marsh and 2 more"
    assert finding_row(BOOK, many).action == "Accept with reason…"
    lost = Finding("meal", "breach", "No lunch", DAY, ("gone", "okabe"))
    assert finding_row(BOOK, lost).who == "Kenji Okabe"


def test_a_rule_without_a_word_of_its_own_is_still_readable() -> None:
    assert finding_row(BOOK, Finding("late_night", "note", "…", DAY)).kind == "Late night"
    assert finding_row(BOOK, Finding("late_night", "note", "…", DAY)).when == "Thu 15 Oct"


def test_the_worst_stands_first() -> None:
    found = [
        Finding("meal", "note", "c", DAY),
        Finding("meal", "hard", "b", DAY, start=900),
        Finding("meal", "hard", "a", DAY, start=600),
    ]
    assert [row.what for row in finding_rows(BOOK, found)] == ["a", "b", "c"]

"""Career records from another company's file: once, by name, with first and last kept."""

from __future__ import annotations

import pytest

from castapp.domain.book import Book
from castapp.domain.career import experience
from castapp.domain.people import CareerLine, Person
from castapp.importers.files import read_content
from castapp.importers.kinds import kind_of
from castapp.importers.table import BadRows
from castapp.services.careerlines import lines_of
from tests.builders import FRIDAY, company_book, show
from tests.importers.tables import brought

HEAD = "Dancer,Ballet,Role,Where,First danced,Last danced,Times,Debut,Partner\n"
LIST = HEAD + "Ada Vega,Lake,Queen,Aldwyn Ballet,2019-03-01,2024-11-30,7,yes,Bo Okoro\n"


def lines(book: Book, person_id: str = "vega") -> list[tuple[str, ...]]:
    found = book.where(CareerLine, "person_id", person_id)
    return sorted(
        (one.when, one.work, one.role, one.where, str(one.times), one.partner) for one in found
    )


def after(text: str, book: Book | None = None, kind: str = "auto") -> Book:
    start = book or company_book()
    return start.apply(brought(start, text, kind).edit)


def test_the_first_and_the_last_time_are_kept() -> None:
    assert lines(after(LIST)) == [
        ("2019-03-01", "Lake", "Queen", "Aldwyn Ballet", "1", "Bo Okoro"),
        ("2024-11-30", "Lake", "Queen", "Aldwyn Ballet", "6", "Bo Okoro"),
    ]


def test_it_counts_as_knowing_the_role() -> None:
    book = after(LIST)
    assert experience(book, "vega", "queen", FRIDAY).record == 7


def test_twice_adds_nothing() -> None:
    book = after(LIST)
    assert not brought(book, LIST).edit.changes


def test_a_later_record_takes_its_place() -> None:
    book = after(LIST.replace("2024-11-30,7", "2026-01-10,9"), after(LIST))
    assert [one[0] for one in lines(book)] == ["2019-03-01", "2026-01-10"]
    assert sum(int(one[4]) for one in lines(book)) == 9


def test_an_earlier_record_changes_nothing() -> None:
    book = after(LIST)
    assert not brought(book, LIST.replace("2024-11-30,7", "2022-01-10,3")).edit.changes


@pytest.mark.parametrize(
    "text",
    [
        "Rolle;Stück;Tänzerin;Anzahl;Zuletzt;Wo\nGötterkind;Das Märchen;Ada Vega;3;2018;Köln\n",
        "Fois;Rôle;Ballet;Où;Danseuse;Dernière fois\n3;Götterkind;Das Märchen;Köln;Vega;2018\n",
    ],
)
def test_any_order_semicolons_and_windows_letters(text: str) -> None:
    book = company_book()
    tables, _ = read_content(text.encode("cp1252"), "career.csv", book)
    assert [kind_of(one) for one in tables] == ["career"]
    after_ = book.apply(brought(book, text).edit)
    assert lines(after_) == [("2018", "Das Märchen", "Götterkind", "Köln", "3", "")]


def test_an_unknown_dancer_is_named_with_the_nearest() -> None:
    with pytest.raises(BadRows, match=r"line 2, Dancer: nobody here is called “Ada Vegas”; "
                                      r"nearest: Ada Vega"):  # fmt: skip
        brought(company_book(), LIST.replace("Ada Vega,", "Ada Vegas,"))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (",7,", ",seven,", "“seven” is not a number of shows"),
        ("Queen", "", "the role is missing"),
        ("Lake", "", "the ballet is missing"),
        ("2019-03-01", "2025-03-01", "the last time comes before the first"),
        ("2019-03-01", "2019-02-30", "2019-02-30"),
    ],
)
def test_what_is_wrong_is_named_by_cell(old: str, new: str, sentence: str) -> None:
    with pytest.raises(BadRows, match=sentence):
        brought(company_book(), LIST.replace(old, new, 1))


def test_what_this_company_counts_itself_is_left_out() -> None:
    text = LIST.replace("Aldwyn Ballet", "Meridian Ballet").replace("2024-11-30", "2026-09-30")
    early = company_book(show(FRIDAY.replace(month=9)))
    found = brought(early, text)
    assert not found.edit.changes
    assert "What was danced at Meridian Ballet is counted from its own shows." in found.doubts
    assert len(lines(after(text))) == 2


def test_whoever_is_not_here_comes_in_where_newcomers_are_let_in() -> None:
    text = LIST.replace("Ada Vega,", "Zoe Quill,")
    start = company_book()
    book = start.apply(brought(start, text, newcomers=True).edit)
    (zoe,) = [who for who in book.all(Person) if who.name == "Zoe Quill"]
    (line,) = lines_of(book, [zoe.id], FRIDAY)[zoe.id]
    assert (line.first, line.last, line.times) == ("2019-03-01", "2024-11-30", 7)
    assert line.debut
    assert line.partners == ("Bo Okoro",)

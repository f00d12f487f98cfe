from __future__ import annotations

from dataclasses import replace

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.people import Engagement
from castapp.domain.record import Record
from castapp.domain.repertory import Role
from castapp.services.findings import accept
from castapp.ui.screens.casting.cells import TROUBLE, UNCOVERED, Cell
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.counters import overview
from castapp.ui.screens.casting.present import CASTS, PERFORMANCES, grid
from castapp.ui.screens.casting.spot_facts import spot_facts
from castapp.ui.screens.casting.troubles import night_findings
from tests.builders import MONDAY, SUNDAY, THURSDAY, company_book

NIGHT = "bill-show-2026-10-15-1170"


def limited(person_id: str, status: str, *codes: str) -> Participation:
    limits = tuple(Restriction(code) for code in codes)
    return Participation(f"p-{person_id}", person_id, MONDAY, status, limits)


def cell_of(book: Book, key: str, view: str = PERFORMANCES) -> Cell:
    shown = grid(book, "lake", view, THURSDAY, {"couple", "spirits"})
    row = next(n for n, one in enumerate(shown.rows) if one.key == key)
    return shown.cells[row][0]


def attention(book: Book) -> list[tuple[str, str, str]]:
    made = overview(book, "lake", performance_columns(book, "lake", THURSDAY))
    return [(one.what, one.when, one.severity) for one in made.missing if one.state == TROUBLE]


def with_record(*records: Record) -> Book:
    return company_book(records)


def test_somebody_off_is_marked_that_night_and_listed() -> None:
    book = with_record(limited("vega", "off"))
    made = cell_of(book, "queen")
    assert (made.state, made.severity, made.word) == (TROUBLE, "hard", "off")
    assert "Vega: off" in made.spoken
    assert attention(book) == [("Vega off, Queen", "Thu 15", "hard")]
    assert cell_of(book, "queen", CASTS).state == ""


def test_what_somebody_lives_with_stays_marked_with_the_reason() -> None:
    book = with_record(limited("vega", "off"))
    column = performance_columns(book, "lake", THURSDAY)[0]
    found = night_findings(book, column)["vega"]
    kept = book.apply(accept(book, found[0], "she marks it"))
    made = cell_of(kept, "queen")
    assert (made.state, made.severity, made.word) == ("", "hard", "off")
    assert "Vega: off, kept: she marks it" in made.spoken
    assert attention(kept) == [("Vega off, Queen", "Thu 15", "hard")]
    facts = spot_facts(kept, kept.get(Role, "queen"), 1, column, THURSDAY)
    assert [why.told for _, why in facts.against] == ["off, kept: she marks it"]


def test_what_is_settled_needs_no_attention_and_a_cover_for_it_covers() -> None:
    people = ("fox", "moss")
    book = with_record(*(limited(who, "modified", "no_jumps") for who in people))
    column = performance_columns(book, "lake", THURSDAY)[0]
    found = night_findings(book, column)
    for who in people:
        for one in found.get(who, ()):
            book = book.apply(accept(book, one, "agreed"))
    assert (cell_of(book, "spirits|1").state, cell_of(book, "spirits|1").word) == ("", "no jumps")
    assert attention(book) == []


def test_somebody_away_or_without_contract_is_marked() -> None:
    assert cell_of(with_record(Absence("a", "vega", MONDAY, SUNDAY)), "queen").word == "away"
    book = company_book()
    ended = [replace(one, last=MONDAY) for one in book.where(Engagement, "person_id", "vega")]
    assert ended
    assert cell_of(with_record(*ended), "queen").word == "no contract"


def test_a_restriction_counts_against_what_the_spot_asks() -> None:
    assert cell_of(with_record(limited("fox", "modified", "no_jumps")), "spirits|1").word == (
        "no jumps"
    )
    assert cell_of(with_record(limited("fox", "modified", "no_lifting")), "spirits|1").state == ""


def test_a_cover_who_is_off_covers_nobody() -> None:
    book = with_record(limited("moss", "off"))
    made = cell_of(book, "queen")
    assert (made.state, made.cover) == (UNCOVERED, "Moss off")
    assert attention(book) == []


def test_a_group_names_who_it_is() -> None:
    made = cell_of(with_record(limited("fox", "off")), "spirits")
    assert made.state == TROUBLE
    assert made.word in ("off", "Fox off")

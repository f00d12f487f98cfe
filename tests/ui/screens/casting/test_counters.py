from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.repertory import Role
from castapp.services.rulebook import put_number, put_severity
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.counters import overview, tally
from tests.builders import FRIDAY, SATURDAY, SUNDAY, THURSDAY, casting, company_book, show

RUN = company_book(
    show(FRIDAY), show(SATURDAY), show(SATURDAY, 14 * 60, "cast-2"), show(SUNDAY, cast_id=None)
)


def test_shows_of_the_leads_and_uneven_casts() -> None:
    made = overview(RUN, "lake", performance_columns(RUN, "lake", THURSDAY))
    assert [one.heading for one in made.tallies] == ["Queen", "Prince"]
    assert made.tallies[0].rows == (("Vega", 3, True), ("Moss", 1, True))
    assert made.tallies[0].note == "Shows are uneven: 3 · 1."


def test_even_casts_need_no_note() -> None:
    book = company_book(show(FRIDAY, cast_id="cast-2"))
    columns = performance_columns(book, "lake", THURSDAY)
    assert tally(book, book.get(Role, "queen"), columns).note == ""


def test_debuts_leads_first() -> None:
    made = overview(RUN, "lake", performance_columns(RUN, "lake", THURSDAY))
    assert made.debuts[:3] == (
        ("Vega", "Queen", "Thu 15"),
        ("Okoro", "Prince", "Thu 15"),
        ("Moss", "Queen", "Sat 17 mat."),
    )


def test_missing_places_lead_to_their_cells() -> None:
    made = overview(RUN, "lake", performance_columns(RUN, "lake", THURSDAY))
    first = made.missing[0]
    assert (first.state, first.what, first.when) == ("uncovered", "Duet 1, cover", "Thu 15")
    assert first.place == ("couple", 1, "bill-show-2026-10-15-1170")
    assert {one.what for one in made.missing if one.state == "open"} >= {"Queen", "Spirits 2"}


def test_partnerships_of_the_leads() -> None:
    made = overview(RUN, "lake", performance_columns(RUN, "lake", THURSDAY))
    assert made.pairs == (("Vega – Okoro", 3, True), ("Moss – Lund", 1, True))


def test_without_a_night_nothing_is_counted() -> None:
    book = company_book()
    assert overview(book, "nothing", ()).nights == 0
    assert overview(RUN, "lake", performance_columns(RUN, "lake", THURSDAY)).nights == 5


def test_casts_are_balanced_or_not() -> None:
    made = overview(RUN, "lake", performance_columns(RUN, "lake", THURSDAY))
    assert made.casts.rows == (("1st cast", 3, False), ("2nd cast", 1, False))
    assert made.casts.note == "Casts are uneven: 3 · 1."


def test_leads_night_after_night_are_named_and_many_in_two_shows_counted() -> None:
    made = overview(RUN, "lake", performance_columns(RUN, "lake", THURSDAY))
    told = [(one.who, one.what, one.when) for one in made.close]
    assert ("Vega", "3 leads in 3 days", "Thu 15–Sat 17") in told
    assert [who for who, _, _ in told].count("Vega") == 1
    assert ("Paz", "two shows", "Sat 17") in told
    first = next(one for one in made.close if one.who == "Vega")
    assert first.place == ("queen", 1, "bill-show-2026-10-15-1170")


def test_a_few_in_two_shows_are_named_and_many_counted() -> None:
    book = company_book(show(THURSDAY, 14 * 60))
    made = overview(book, "lake", performance_columns(book, "lake", THURSDAY))
    assert [one.who for one in made.close if one.what == "two shows"] == [
        "Paz", "Orr", "Fox", "Kim G."
    ]  # fmt: skip
    assert [one.who for one in made.close if one.what == "2 leads"] == ["Vega", "Okoro"]
    spirits = replace(book.get(Role, "spirits"), spots=3)
    many = [spirits, casting("cast-1", "spirits", 3, "hana-kim")]
    book = company_book(show(THURSDAY, 14 * 60), many)
    made = overview(book, "lake", performance_columns(book, "lake", THURSDAY))
    assert [one.who for one in made.close] == ["Vega", "Okoro", "5 dancers"]


def test_covers_are_missed_as_the_rules_ask_and_as_badly() -> None:
    columns = performance_columns(RUN, "lake", THURSDAY)

    def covers(book: Book) -> dict[str, str]:
        made = overview(book, "lake", columns).missing
        return {one.what: one.severity for one in made if one.state == "uncovered"}

    assert "Spirits 1, cover" not in covers(RUN)
    asked = RUN.apply(put_number(RUN, "uncovered", "corps", 1))
    worse = asked.apply(put_severity(asked, "uncovered", "warning"))
    assert covers(asked)["Spirits 1, cover"] == "note"
    assert covers(worse)["Spirits 1, cover"] == "warning"

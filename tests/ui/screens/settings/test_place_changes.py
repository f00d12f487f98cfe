"""Places and seasons: made under free names, ordered, joined, taken out."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.company import Journey, Season, Site, Studio
from castapp.ui.screens.settings.place_changes import (
    move_studio,
    new_season,
    new_site,
    new_studio,
    remove_season,
    set_minutes,
)
from castapp.ui.screens.settings.present import studios
from tests.builders import FRIDAY, company_book

BOOK = company_book()


def test_new_places_have_names_of_their_own() -> None:
    book = BOOK.apply(new_site(BOOK))
    book = book.apply(new_site(book))
    assert {"New site", "New site 2"} <= {site.name for site in book.all(Site)}
    book = book.apply(new_studio(book, "site-annexe"))
    fresh = studios(book)[-1]
    assert (fresh.name, fresh.site_id) == ("New studio", "site-annexe")


def test_a_studio_moves_among_those_of_its_site() -> None:
    book = BOOK.apply(move_studio(BOOK, "stage", -1))
    assert [one.id for one in studios(book)] == ["studio-1", "stage", "studio-2", "studio-a"]
    assert [one.order for one in studios(book)] == [1, 2, 3, 4]
    assert not move_studio(BOOK, "studio-1", -1)
    assert not move_studio(BOOK, "studio-a", 1)


def test_minutes_between_sites_come_change_and_go() -> None:
    book = BOOK.apply(set_minutes(BOOK, "site-annexe", "site-main", 25))
    assert [way.minutes for way in book.all(Journey)] == [25]
    book = book.apply(set_minutes(book, "site-main", "site-annexe", None))
    assert book.count(Journey) == 0
    book = book.apply(set_minutes(book, "site-main", "site-annexe", 0))
    assert [way.minutes for way in book.all(Journey)] == [0]
    assert not set_minutes(book, "site-main", "site-annexe", 0)


def test_a_new_season_follows_the_last() -> None:
    book = BOOK.apply(new_season(BOOK, FRIDAY))
    fresh = max(book.all(Season), key=lambda one: one.first)
    assert (fresh.name, fresh.first, fresh.last) == (
        "2027/28", date(2027, 7, 12), date(2028, 7, 11)
    )  # fmt: skip
    assert book.apply(remove_season(book, fresh.id)) == BOOK


def test_the_first_season_of_a_company() -> None:
    (season,) = Book.of(()).apply(new_season(Book.of(()), FRIDAY)).all(Season)
    assert (season.name, season.first) == ("2026/27", date(2026, 8, 1))


def test_studios_keep_their_records() -> None:
    book = BOOK.apply(move_studio(BOOK, "stage", -1))
    assert book.get(Studio, "stage").kind == "stage"

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.company import Site, Studio
from castapp.ui.screens.schedule.sites import away


def test_only_studios_away_from_the_main_site_are_named() -> None:
    book = Book.of(
        [
            Site("house", "Opera house"),
            Site("docks", "Docklands"),
            Studio("a", "docks", "Studio A", order=0),
            Studio("one", "house", "Studio 1", order=1),
            Studio("two", "house", "Studio 2", order=2),
        ]
    )
    assert away(book) == {"a": "Docklands"}


def test_one_site_needs_no_word() -> None:
    assert away(Book.of([Site("house", "Opera house"), Studio("one", "house", "Studio 1")])) == {}

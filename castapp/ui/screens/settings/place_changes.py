"""What a change of places and seasons does to the book: made, ordered, joined. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.company import Journey, Season, Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.services.company import put_place
from castapp.ui.screens.settings.present import seasons, studios, ways


def new_site(book: Book) -> Edit:
    """A site more, under a name of its own."""
    return put_place(book, Site(new_id(), _free("New site", (one.name for one in book.all(Site)))))


def new_studio(book: Book, site_id: str) -> Edit:
    """A studio more on a site, last on the board."""
    name = _free("New studio", (one.name for one in book.all(Studio)))
    last = max((one.order for one in book.all(Studio)), default=0)
    return put_place(book, Studio(new_id(), site_id, name, order=last + 1))


def move_studio(book: Book, studio_id: str, step: int) -> Edit:
    """A studio earlier (-1) or later (1) among those of its site on the board."""
    ordered = studios(book)
    studio = book.get(Studio, studio_id)
    near = [one for one in ordered if one.site_id == studio.site_id]
    place = near.index(studio) + step
    draft = Draft(book)
    if 0 <= place < len(near):
        here, there = ordered.index(studio), ordered.index(near[place])
        ordered.insert(there, ordered.pop(here))
        for order, one in enumerate(ordered, start=1):
            draft.set(one, order=order)
    return draft.edit(f"Move {studio.name} on the board")


def set_minutes(book: Book, one_id: str, two_id: str, minutes: int | None) -> Edit:
    """The minutes between two sites; None when they are not known."""
    way = next(each for each in ways(book) if {each.first.id, each.second.id} == {one_id, two_id})
    if minutes is not None:
        known = way.journey.id if way.journey else new_id()
        return put_place(book, Journey(known, way.first.id, way.second.id, minutes))
    draft = Draft(book)
    if way.journey is not None:
        draft.drop(way.journey)
    return draft.edit("Remove the way between two sites")


def new_season(book: Book, today: date) -> Edit:
    """A season more, from the day after the last one, a year long."""
    known = seasons(book)
    first = known[0].last + timedelta(days=1) if known else date(today.year, 8, 1)
    last = date(first.year + 1, first.month, min(first.day, 28)) - timedelta(days=1)
    name = _free(f"{first.year}/{(first.year + 1) % 100:02d}", (one.name for one in known))
    return put_place(book, Season(new_id(), name, first, last))


def remove_season(book: Book, season_id: str) -> Edit:
    """A season less; what was planned in it stays."""
    season = book.get(Season, season_id)
    draft = Draft(book)
    draft.drop(season)
    return draft.edit(f"Remove the season {season.name}")


def _free(name: str, taken: Iterable[str]) -> str:
    known, made, number = set(taken), name, 2
    while made in known:
        made, number = f"{name} {number}", number + 1
    return made

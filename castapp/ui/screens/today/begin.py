"""What a company that has just been founded does first. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.repertory import Production


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do first: the program's command for it or the screen it is done on."""

    way: str
    icon: str
    link: str
    about: str
    done: bool = False


def first_steps(book: Book) -> tuple[Step, ...]:
    """People, a ballet, a show. Empty once there is one of each."""
    people, works, shows = (bool(book.count(kind)) for kind in (Person, Production, Performance))
    if people and works and shows:
        return ()
    return (
        _step("file.import", "users-round", "Bring your people", "from a spreadsheet", people),
        _step("screen.repertory", "music", "Take a ballet", "with its acts and roles", works),
        _step("screen.casting", "crown", "Put a performance on", "and cast it", shows),
    )


def _step(way: str, icon: str, link: str, about: str, done: bool) -> Step:
    return Step(way, "circle-check", link, "done", True) if done else Step(way, icon, link, about)

"""Who has been told what they dance in a show, or of a call: in which words, when, by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.office import Told
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.domain.roster import by_rank, inside_name
from castapp.domain.tellings import NOT_IN_IT, casting_words, last_told, told, words_of_all

__all__ = [
    "NOT_IN_IT", "News", "casting_news", "casting_words", "last_told", "tell", "tell_all", "told",
    "untell",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class News:
    """What one person is to know of a show or call: its id, and the words to tell."""

    person_id: str
    ref_id: str
    what: str


def tell(book: Book, person_id: str, ref_id: str, what: str, at: datetime, by: str = "") -> Edit:
    """Note that somebody was told (`at` is an aware moment); older words on the same go."""
    return tell_all(book, [News(person_id, ref_id, what)], at, by)


def tell_all(book: Book, news: Iterable[News], at: datetime, by: str = "") -> Edit:
    """Note for each that they were told, as one edit; what they know already stays as it is."""
    draft = Draft(book)
    people = []
    for one in news:
        if told(book, one.person_id, one.ref_id, one.what) is None:
            _forget(book, draft, one.person_id, one.ref_id)
            stamp = at.astimezone(UTC).isoformat(timespec="seconds")
            draft.put(Told(new_id(), one.person_id, one.ref_id, one.what, stamp, by))
            people.append(one.person_id)
    return draft.edit(f"Told {_names(book, list(dict.fromkeys(people)))}")


def untell(book: Book, person_id: str, ref_id: str) -> Edit:
    """Take back that somebody was told of a show or call; an empty edit if nobody said so."""
    draft = Draft(book)
    _forget(book, draft, person_id, ref_id)
    return draft.edit(f"{inside_name(book, person_id)} not told after all")


def casting_news(book: Book, performance: Performance) -> tuple[News, ...]:
    """Everybody to be told of a show, by rank: who is in it, and who was told they were."""
    words = dict(words_of_all(book, performance))
    for known in book.where(Told, "ref_id", performance.id):
        words.setdefault(known.person_id, NOT_IN_IT)
    people = (who for one in words if (who := book.find(Person, one)))
    return tuple(
        News(who.id, performance.id, words[who.id])
        for who in by_rank(book, people, performance.day)
    )


def _forget(book: Book, draft: Draft, person_id: str, ref_id: str) -> None:
    for one in book.where(Told, "ref_id", ref_id):
        if one.person_id == person_id:
            draft.drop(one)


def _names(book: Book, people: list[str]) -> str:
    if len(people) > 2:
        return f"{len(people)} people"
    return " and ".join(inside_name(book, one) for one in people)

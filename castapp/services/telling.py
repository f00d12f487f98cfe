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
from castapp.domain.programme import Part, parts
from castapp.domain.record import new_id
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import by_rank, inside_name
from castapp.domain.wording import act_words

NOT_IN_IT = "nothing any more"


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
    return draft.edit(f"Told {_names(book, people)}")


def untell(book: Book, person_id: str, ref_id: str) -> Edit:
    """Take back that somebody was told of a show or call; an empty edit if nobody said so."""
    draft = Draft(book)
    _forget(book, draft, person_id, ref_id)
    return draft.edit(f"{inside_name(book, person_id)} not told after all")


def told(book: Book, person_id: str, ref_id: str, what: str) -> Told | None:
    """The note that somebody was told exactly this; None if they know nothing, or other words."""
    known = last_told(book, person_id, ref_id)
    return known if known is not None and known.what == what else None


def last_told(book: Book, person_id: str, ref_id: str) -> Told | None:
    """What somebody was last told of a show or call, whether or not it still stands."""
    found = [one for one in book.where(Told, "ref_id", ref_id) if one.person_id == person_id]
    return max(found, key=lambda one: one.at, default=None)


def casting_words(book: Book, performance: Performance, person_id: str) -> str:
    """What somebody dances and covers in a show, as they are told it; "" if they are not in it.

    Cover tonight tells these same words, so that whoever was told there counts as told here.
    """
    return _words_of_all(book, performance).get(person_id, "")


def casting_news(book: Book, performance: Performance) -> tuple[News, ...]:
    """Everybody to be told of a show, by rank: who is in it, and who was told they were."""
    words = dict(_words_of_all(book, performance))
    for known in book.where(Told, "ref_id", performance.id):
        words.setdefault(known.person_id, NOT_IN_IT)
    people = (who for one in words if (who := book.find(Person, one)))
    return tuple(
        News(who.id, performance.id, words[who.id])
        for who in by_rank(book, people, performance.day)
    )


def _words_of_all(book: Book, performance: Performance) -> dict[str, str]:
    if performance.state == "cancelled":
        return {}
    found: dict[str, list[str]] = {}
    for part in sorted(parts(book, performance), key=lambda one: one.cover > 0):
        if part.person_id:
            found.setdefault(part.person_id, []).append(_part_words(book, part))
    return {
        person_id: ", ".join(dict.fromkeys(said for said in words if said))
        for person_id, words in found.items()
    }


def _part_words(book: Book, part: Part) -> str:
    role = book.find(Role, part.role_id)
    if role is None:
        return ""
    name = f"{role.name} {role.spot_name(part.spot)}".strip()
    name = f"cover {name}" if part.cover else name
    since = _section_words(book, part.from_section_id)
    until = _section_words(book, part.until_section_id)
    return f"{name} from {since}" if since else f"{name} until {until}" if until else name


def _section_words(book: Book, section_id: str | None) -> str:
    section = book.find(Section, section_id)
    if section is None:
        return ""
    return ", ".join(part for part in (act_words([section.act]), section.name) if part)


def _forget(book: Book, draft: Draft, person_id: str, ref_id: str) -> None:
    for one in book.where(Told, "ref_id", ref_id):
        if one.person_id == person_id:
            draft.drop(one)


def _names(book: Book, people: list[str]) -> str:
    if len(people) > 2:
        return f"{len(people)} people"
    return " and ".join(inside_name(book, one) for one in people)

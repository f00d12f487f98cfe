"""What somebody is told of a show in words, and what they have been told already."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.office import Told
from castapp.domain.programme import Part, parts
from castapp.domain.repertory import Role, Section
from castapp.domain.wording import act_words

NOT_IN_IT = "nothing any more"


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
    return words_of_all(book, performance).get(person_id, "")


def words_of_all(book: Book, performance: Performance) -> dict[str, str]:
    """The same of everybody in a show, by person."""
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

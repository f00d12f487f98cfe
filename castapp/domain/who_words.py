"""The words for who is called: casts, roles as sets, groups, names in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.programme import casts
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name

ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The call to be worded; brief: whom its lines take away, and the cast its title names."""

    book: Book
    call: Call
    gone: frozenset[str] = frozenset()
    titled: str = ""
    brief: bool = False


def titled_cast(title: str) -> str:
    """The cast a call's title names: 2nd cast for "Trio, second cast"; empty if it names none."""
    found = re.search(r"\b(\w+) cast\b", title.casefold())
    ordinal = ORDINALS.get(found.group(1), found.group(1)) if found else ""
    return f"{ordinal} cast" if ordinal in ORDINALS.values() else ""


def cast_words(book: Book, production_id: str, cast_ids: Iterable[str]) -> str:
    """Casts in words: 1st cast; 1st & 2nd casts; all casts; nothing if there is only one."""
    known = casts(book, production_id)
    wanted = [cast for cast in known if cast.id in set(cast_ids)] or list(known)
    if len(known) < 2:
        return ""
    if len(wanted) == len(known) > 2:
        return "all casts"
    ordinals = [cast.name.removesuffix(" cast") for cast in wanted]
    if len(wanted) > 1:
        return f"{joined(ordinals)} casts"
    name = ordinals[0]
    return f"{name} cast" if re.match(r"\d|\w{3}", name) else f"cast {name}"


def role_name(book: Book, role: Role, section_ids: Iterable[str]) -> str:
    """A role's name in the acts of these sections: Odile where only act III is called."""
    chosen = (book.find(Section, one) for one in section_ids)
    acts = {section.act for section in chosen if section}
    names = {
        place.name or role.name
        for place in role.sections
        if (section := book.find(Section, place.section_id)) and section.act in acts
    }
    return names.pop() if len(names) == 1 else role.name


def role_set(book: Book, role: Role, spots: tuple[int, ...], section_ids: Iterable[str]) -> str:
    """A role as a set: Swans 1–24; Swans 7, 9; Odile where the sections say so."""
    name = role_name(book, role, section_ids)
    if spots and len(spots) < role.spots:
        return f"{name} {', '.join(role.spot_name(spot) for spot in spots)}"
    return f"{name} 1–{role.spots}" if role.kind == "corps" and role.spots > 1 else name


def group_words(group: str) -> str:
    """A group at the head of a line: Full company; Women; First soloists."""
    if group == "company":
        return "Full company"
    head, of, rest = group.partition(" of ")
    plural = head if head.endswith("s") or group in ("women", "men") else f"{head}s"
    return plural[:1].upper() + plural[1:] + of + rest


def joined(words: Sequence[str]) -> str:
    """Words in a row, the last after an ampersand: 1st, 2nd & 3rd."""
    return " & ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def names_of(book: Book, people: Iterable[str | None]) -> str:
    """Names in a row, as they are used inside."""
    return ", ".join(inside_name(book, one) for one in people if one)

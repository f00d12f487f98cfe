"""Who a call wants, for the narrowest places: casts and counts, few names."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calls import Call, Called
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.who import cast_words, group_words, titled_cast

MOST_NAMES = 3


def sets_called(book: Book, call: Call) -> str:
    """1st & 2nd casts w. covers; full call; Popov, Kuznetsov; 7 dancers."""
    lines = [one for one in called_lines(book, call) if not one.exclude]
    words = [said for said in _casts(book, lines) if said != titled_cast(call.title)]
    words += [group_words(one.group) for one in lines if one.whom == "group"]
    people = [one.person_id for one in lines if one.whom == "person"]
    if len(people) > MOST_NAMES:
        words.append(f"{len(people)} dancers")
    elif people:
        words.append(", ".join(inside_name(book, one) for one in people))
    covers = " w. covers" if any(one.covers for one in lines) else ""
    return (", ".join(words) + covers).strip()


def _casts(book: Book, lines: list[Called]) -> list[str]:
    if any(one.whom == "production" for one in lines):
        return ["full call"]
    called = [one for one in lines if one.whom == "role"]
    role = next((role for one in called if (role := book.find(Role, one.role_id))), None)
    if role is None:
        return []
    wanted: set[str] = set()
    for one in called:
        wanted |= set(one.cast_ids)
    every = any(not one.cast_ids for one in called)
    said = cast_words(book, role.production_id, () if every else wanted)
    return [said] if said else []

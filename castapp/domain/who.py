"""Who a call wants, in words: sets × casts, covers, exclusions, late and early, substitutions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calling import line_people
from castapp.domain.calls import Call, Called
from castapp.domain.programme import casts
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock as clock24
from castapp.domain.who_late import MOST_NAMES, Clock, is_late, timed_lines
from castapp.domain.who_swaps import swaps
from castapp.domain.who_words import (
    Asked,
    cast_words,
    group_words,
    joined,
    names_of,
    role_name,
    role_set,
    titled_cast,
)

__all__ = [
    "Line", "Phrase", "call_who", "cast_words", "group_words", "joined", "role_name", "role_set",
    "titled_cast", "who_lines",
]  # fmt: skip

SMALL_SET = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a line; a strong one is set bold."""

    text: str
    strong: bool = False


Line = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class _Worded:
    """A line in words; the people it stands for, and whether each of them is named in it."""

    line: Line
    people: frozenset[str]
    named: bool = False


def call_who(
    book: Book, call: Call, clock: Clock = clock24, *, brief: bool = False
) -> tuple[str, ...]:
    """Who is wanted, a line each: the sets, those who come late, those released first, swaps.

    In full, it can be read back as it was typed. A brief one leaves out what goes without
    saying: who is taken away from a list of names, a cast that the title has named.
    """
    lines = _lines(book, call, clock, brief=brief)
    return tuple("".join(phrase.text for phrase in line) for line in lines)


def who_lines(book: Book, call: Call, clock: Clock = clock24) -> tuple[Line, ...]:
    """The lines of a brief call_who with the words about covers marked strong."""
    return _lines(book, call, clock, brief=True)


def _lines(book: Book, call: Call, clock: Clock, *, brief: bool) -> tuple[Line, ...]:
    lines = called_lines(book, call)
    swapped_words, swapped = swaps(book, call, lines)
    rest = [line for line in lines if line.id not in swapped]
    asked = [line for line in rest if not line.exclude]
    without = [line for line in rest if line.exclude]
    q = Asked(book, call)
    if brief:
        gone = frozenset(who for line in without for who in _people(book, call, line))
        q = Asked(book, call, gone, titled_cast(call.title), brief=True)
    worded = _plain_lines(q, asked)
    for line in without:
        _leave_out(q, worded, line)
    result = [one.line for one in worded]
    result.extend((Phrase(text),) for text in timed_lines(q, asked, clock))
    result.extend((Phrase(text),) for text in swapped_words)
    return tuple(result)


def _plain_lines(q: Asked, asked: list[Called]) -> list[_Worded]:
    """Everybody wanted from start to end, one line a set; covers follow who they cover."""
    plain = [line for line in asked if not is_late(q.call, line)]
    bundles = _bundles(line for line in plain if line.whom == "role")
    result: list[_Worded] = []
    for bundle in bundles:
        result += _bundle_lines(q, bundle, bundles)
    for line in plain:
        if line.whom in ("production", "group"):
            words = group_words(line.group)
            if line.whom == "production":
                words = ", ".join(filter(None, ("Full call", _casts(q, line))))
            strong = (Phrase(" w. covers", strong=True),) if line.covers else ()
            result.append(_Worded((Phrase(words), *strong), _people(q.book, q.call, line)))
    persons = [line for line in plain if line.whom == "person" and line.person_id not in q.gone]
    people = [line.person_id for line in persons if not line.as_cover and line.person_id]
    if people:
        also = "also " if result else ""
        result.append(_named((Phrase(also + names_of(q.book, people)),), people))
    covering = [line.person_id for line in persons if line.as_cover and line.person_id]
    if covering:
        word = "w. cover" if len(covering) == 1 else "w. covers"
        last = result.pop() if result else _named((), ())
        blank = " " if last.line else ""
        phrase = Phrase(f"{blank}{word} {names_of(q.book, covering)}", strong=True)
        result.append(replace(last, line=(*last.line, phrase)))
    return result


def _leave_out(q: Asked, worded: list[_Worded], line: Called) -> None:
    """Say whom a line takes away where its set stands; not where everybody else is named."""
    people = _people(q.book, q.call, line)
    words = _excluded(q, line)
    standing = list(enumerate(worded)) if q.brief else []
    hosts = [place for place, one in standing if people & one.people and not one.named]
    said = any(people & one.people for _, one in standing if one.named)
    if not words or (said and not hosts):
        return
    if not worded:
        worded.append(_named((Phrase(f"no {words}"),), ()))
        return
    host = hosts[0] if hosts else -1
    line_so_far = worded[host].line
    worded[host] = replace(worded[host], line=(*line_so_far, Phrase(f", no {words}")))


def _people(book: Book, call: Call, line: Called) -> frozenset[str]:
    return frozenset(who.person_id for who in line_people(book, call, line))


def _named(line: Line, people: Iterable[str]) -> _Worded:
    return _Worded(line, frozenset(people), named=True)


def _bundles(lines: Iterable[Called]) -> list[list[Called]]:
    """Role lines that say the same of different roles, put together."""
    found: dict[tuple[object, ...], list[Called]] = {}
    for line in lines:
        key = (line.cast_ids, line.covers, line.joins, line.leaves)
        found.setdefault(key, []).append(line)
    return list(found.values())


def _bundle_lines(q: Asked, bundle: list[Called], among: list[list[Called]]) -> list[_Worded]:
    """One bundle in words: names while they are few, else the sets' names and their casts."""
    known = [(line, role) for line in bundle if (role := q.book.find(Role, line.role_id))]
    if not known:
        return []
    production_id = known[0][1].production_id
    wanted = bundle[0].cast_ids or tuple(cast.id for cast in casts(q.book, production_id))
    by_cast = {cast_id: _bundle_people(q, bundle, cast_id) for cast_id in wanted}
    left = {one: [who for who in found if who not in q.gone] for one, found in by_cast.items()}
    spots = sum(len(line.spots) or role.spots for line, role in known)
    covers = (Phrase(" w. covers", strong=True),) if bundle[0].covers else ()
    few = all(role.kind != "corps" for _, role in known) and all(left.values())
    alone = len(wanted) == 1 and len(left[wanted[0]]) <= MOST_NAMES
    if few and wanted and (alone or (spots <= SMALL_SET and len(wanted) <= SMALL_SET)):
        head = _roles_words(known, among) if q.brief else ""
        heads = [head, *[""] * len(wanted)]
        return [
            _named((Phrase(start + _cast_names(q, production_id, one, left[one])), *covers),
                   by_cast[one])
            for start, one in zip(heads, wanted, strict=False)
        ]  # fmt: skip
    sets = ", ".join(role_set(q.book, role, line.spots, q.call.sections) for line, role in known)
    said = _cast_said(q, production_id, bundle[0].cast_ids)
    everybody = frozenset(who for line in bundle for who in _people(q.book, q.call, line))
    return [_Worded((Phrase(f"{sets}, {said}" if said else sets), *covers), everybody)]


def _roles_words(known: list[tuple[Called, Role]], among: list[list[Called]]) -> str:
    """The roles before their dancers' names, where others are called beside them."""
    own = {role.id for _, role in known}
    others = {line.role_id for bundle in among for line in bundle} - own
    if not others or len(known) > SMALL_SET:
        return ""
    return f"{joined([role.name for _, role in known])}, "


def _cast_names(q: Asked, production_id: str, cast_id: str, people: list[str]) -> str:
    said = _cast_said(q, production_id, (cast_id,))
    return f"{said} {names_of(q.book, people)}".strip()


def _cast_said(q: Asked, production_id: str, cast_ids: tuple[str, ...]) -> str:
    """Casts in words, unless the title has said so."""
    said = cast_words(q.book, production_id, cast_ids)
    return "" if said == q.titled else said


def _bundle_people(q: Asked, bundle: list[Called], cast_id: str) -> list[str]:
    return list(
        dict.fromkeys(
            who.person_id
            for line in bundle
            for who in line_people(q.book, q.call, line)
            if who.cover == 0 and who.cast_id == cast_id
        )
    )


def _excluded(q: Asked, line: Called) -> str:
    if line.whom == "person":
        return inside_name(q.book, line.person_id)
    if line.whom == "group":
        return line.group
    role = q.book.find(Role, line.role_id)
    if role is None:
        return _casts(q, line)
    said = cast_words(q.book, role.production_id, line.cast_ids) if line.cast_ids else ""
    if len(line.spots) < role.spots and line.spots:
        name = role_set(q.book, role, line.spots, q.call.sections)
    else:
        name = role_name(q.book, role, q.call.sections)
    return f"{said} {name}".strip()


def _casts(q: Asked, line: Called) -> str:
    if not line.cast_ids or q.call.production_id is None:
        return ""
    return cast_words(q.book, q.call.production_id, line.cast_ids)

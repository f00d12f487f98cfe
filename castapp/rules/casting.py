"""The casting of one performance: open roles, missing covers, two roles at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.covers import Busy, Named, busy, covers
from castapp.domain.finding import SEVERITIES, Finding, Ref
from castapp.domain.programme import (
    Part,
    bill,
    cast_parts,
    parts,
    running_minutes,
    section_starts,
    title,
)
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import inside_name
from castapp.rules.limits import Limits
from castapp.rules.view import View
from castapp.rules.words import few


def uncast(view: View, limits: Limits) -> Iterator[Finding]:
    """A performance has no cast for a work, or a role of it is open."""
    for show in view.shows:
        name = title(view.book, show)
        castless = [item for item in bill(view.book, show.id) if item.cast_id is None]
        open_roles = _by_role(
            part for part in parts(view.book, show) if part.cover == 0 and part.person_id is None
        )
        for item in castless:
            work = view.book.find(Production, item.production_id)
            mine = [one for one in open_roles if _production(view.book, one) == item.production_id]
            if mine and work:
                yield _of_show(view, limits, "uncast", show, f"{work.title}: no cast chosen",
                               Ref(Production, work.id), sum(len(open_roles.pop(one))
                                                             for one in mine))  # fmt: skip
        for role_id, spots in open_roles.items():
            role = view.book.get(Role, role_id)
            text = f"{name}: {_spots(role, spots)} open"
            yield _of_show(view, limits, "uncast", show, text, Ref(Role, role_id), len(spots))


def uncovered(view: View, limits: Limits) -> Iterator[Finding]:
    """A cast role has fewer covers than the limit for its kind of role asks. Where it asks none,
    only that all who are named for a spot cannot go on.

    Somebody on stage in those sections, or with too little time to change, covers nobody.
    """
    for show in view.shows:
        able, taken = covers(view.book, show), busy(view.book, show)
        named = {(role_id, spot): who for role_id, spot, who in taken}
        short: dict[str, list[int]] = {}
        for part in parts(view.book, show):
            place = (part.role_id, part.spot)
            if part.person_id and part.cover == 0 and part.from_section_id is None:
                asked = max(limits[view.book.get(Role, part.role_id).kind], place in named)
                if len(able.get(place, ())) < asked:
                    short.setdefault(part.role_id, []).append(part.spot)
        for role_id, doubled in short.items():
            spots = list(dict.fromkeys(doubled))
            text = f"{title(view.book, show)}: {_uncovered(view, limits, role_id, spots, taken)}"
            yield _of_show(view, limits, "uncovered", show, text, Ref(Role, role_id), len(spots))


def _uncovered(
    view: View, limits: Limits, role_id: str, spots: list[int], taken: Mapping[Named, Busy]
) -> str:
    """No cover for Queen (Moss dances Duet 1 then): with who is named and why that is none; where
    no cover is asked for, cover of Swans 2 cannot go on (...).
    """
    book = view.book
    role = book.get(Role, role_id)
    said: dict[str, str] = {}
    for (one, spot, who), why in taken.items():
        if one == role_id and spot in spots:
            said.setdefault(who, f"{inside_name(book, who)} {_doing(book, why)}")
    named = f" ({few(said.values())})" if said else ""
    if not limits[role.kind]:
        return f"cover of {_spots(role, spots)} cannot go on{named}"
    return f"no cover for {_spots(role, spots)}{named}"


def _doing(book: Book, why: Busy) -> str:
    return why.words(book) if why.gap is None else f"has {why.words(book)}"


def spot_twice(view: View, limits: Limits) -> Iterator[Finding]:
    """Two dancers stand in one spot of a performance."""
    for show in view.shows:
        over = {
            (one.role_id, one.spot)
            for one in view.book.where(Override, "performance_id", show.id)
            if one.cover == 0 and one.from_section_id is None
        }
        for item in bill(view.book, show.id):
            slots = cast_parts(view.book, item.cast_id) if item.cast_id else {}
            for (role_id, spot, cover), castings in slots.items():
                role = view.book.find(Role, role_id)
                if role and cover == 0 and len(castings) > 1 and (role_id, spot) not in over:
                    text = (
                        f"{title(view.book, show)}: {_spots(role, [spot])} has "
                        f"{len(castings)} dancers"
                    )
                    for casting in castings:
                        yield _of_show(
                            view, limits, "spot_twice", show, text, Ref(Role, role_id),
                            person_id=casting.person_id, about=f"{show.id}|{role_id}|{spot}",
                        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Appearance:
    """A part danced in one section, in clock minutes."""

    part: Part
    role: Role
    section_id: str
    start: int
    end: int


def two_roles(view: View, limits: Limits) -> Iterator[Finding]:
    """One dancer has two roles in a performance whose sections overlap, or with too little time
    to change between them (one grade milder). Roles danced together by policy are one.
    """
    for show in view.shows:
        for person_id, held in _held(view, show).items():
            if len({(part.role_id, part.spot) for part in held}) > 1:
                yield from _doubled(view, limits, show, person_id, held)


def _held(view: View, show: Performance) -> dict[str, list[Part]]:
    held: dict[str, list[Part]] = {}
    for part in parts(view.book, show):
        if part.cover > 0 or part.person_id is None:
            continue
        if view.people is None or part.person_id in view.people:
            held.setdefault(part.person_id, []).append(part)
    return held


def _doubled(
    view: View, limits: Limits, show: Performance, person_id: str, held: list[Part]
) -> Iterator[Finding]:
    turns = sorted(
        (turn for part in held for turn in _turns(view.book, show, part)),
        key=lambda turn: (turn.start, turn.end, turn.role.order, turn.part.spot),
    )
    worst: dict[str, Finding] = {}
    for index, first in enumerate(turns):
        for second in turns[index + 1 :]:
            found = _pair(view, limits, show, person_id, first, second)
            if found and (found.about not in worst or found.over > worst[found.about].over):
                worst[found.about] = found
    yield from worst.values()


def _pair(
    view: View,
    limits: Limits,
    show: Performance,
    person_id: str,
    first: _Appearance,
    second: _Appearance,
) -> Finding | None:
    same_spot = (first.role.id, first.part.spot) == (second.role.id, second.part.spot)
    together = first.role.together and (
        (first.role.production_id, first.role.together)
        == (second.role.production_id, second.role.together)
    )
    if same_spot or together:
        return None
    gap = second.start - first.end
    if gap >= 0 and (gap >= second.role.change_minutes or first.role.id == second.role.id):
        return None
    names = f"{_spots(first.role, [first.part.spot])} and {_spots(second.role, [second.part.spot])}"
    if gap < 0:
        section = view.book.get(Section, second.section_id)
        text, severity, over = f"{names} overlap in {section.name}", limits.severity, 1000.0 - gap
    else:
        text = f"{gap} of {second.role.change_minutes} min to change between {names}"
        severity, over = _milder(limits.severity), float(second.role.change_minutes - gap)
    pair = sorted(f"{one.role.id}.{one.part.spot}" for one in (first, second))
    return Finding(
        "two_roles",
        severity,
        f"{title(view.book, show)}: {text}",
        view.day,
        (person_id,),
        min(first.end, second.start),
        max(first.end, second.start) if gap >= 0 else min(first.end, second.end),
        limits.clause,
        (Ref(Performance, show.id), Ref(Role, first.role.id), Ref(Role, second.role.id)),
        over,
        about="|".join((show.id, *pair)),
    )


def _turns(book: Book, show: Performance, part: Part) -> Iterator[_Appearance]:
    """The sections a part is danced in, from where it is taken over to where it is handed on."""
    starts = section_starts(book, show)
    role = book.get(Role, part.role_id)
    since = starts.get(part.from_section_id or "", 0)
    until = starts.get(part.until_section_id or "", 100_000)
    for place in role.sections:
        section = book.find(Section, place.section_id)
        start = starts.get(place.section_id, -1)
        if section is not None and since <= start < until:
            yield _Appearance(part, role, section.id, start, start + section.minutes)


def _milder(severity: str) -> str:
    place = SEVERITIES.index(severity)
    return SEVERITIES[min(place + 1, len(SEVERITIES) - 1)]


def _by_role(open_parts: Iterable[Part]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for part in open_parts:
        spots = found.setdefault(part.role_id, [])
        if part.spot not in spots:
            spots.append(part.spot)
    return found


def _production(book: Book, role_id: str) -> str:
    return book.get(Role, role_id).production_id


def _spots(role: Role, spots: list[int]) -> str:
    """A role with the spots meant: Myrtha; Wilis 3, 7; Swans (all)."""
    if role.spots == 1 or len(spots) == role.spots:
        return role.name
    return f"{role.name} {few(role.spot_name(spot) for spot in spots)}"


def _of_show(
    view: View,
    limits: Limits,
    rule: str,
    show: Performance,
    text: str,
    ref: Ref,
    over: float = 0.0,
    person_id: str = "",
    about: str = "",
) -> Finding:
    return Finding(
        rule,
        limits.severity,
        text,
        view.day,
        (person_id,) if person_id else (),
        show.curtain,
        show.curtain + running_minutes(view.book, show),
        limits.clause,
        (Ref(Performance, show.id), ref),
        over,
        about,
    )

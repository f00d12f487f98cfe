"""Who comes late to a call and who is released first, in words."""

from __future__ import annotations

from collections.abc import Callable

from castapp.domain.calling import line_people
from castapp.domain.calls import Call, Called
from castapp.domain.repertory import Role
from castapp.domain.who_words import Asked, cast_words, group_words, names_of, role_set

MOST_NAMES = 8
Clock = Callable[[int], str]


def is_late(call: Call, line: Called) -> bool:
    """Whether a line's people join after the start."""
    return line.joins is not None and line.joins > call.start


def timed_lines(q: Asked, asked: list[Called], clock: Clock) -> list[str]:
    """Those who come late, by time, then those released first, by time."""
    late: dict[tuple[int, str], list[str]] = {}
    early: dict[tuple[int, str], list[str]] = {}
    punctual = [line for line in asked if not is_late(q.call, line)] if q.brief else []
    on_time = {cast_id for line in punctual for cast_id in line.cast_ids}
    for line in asked:
        leaves_early = line.leaves is not None and line.leaves < q.call.end
        if not leaves_early and not is_late(q.call, line):
            continue
        label, people = _label(q, line, on_time)
        left = [one for one in people if one not in q.gone]
        if people and not left:
            continue
        if line.joins is not None and is_late(q.call, line):
            late.setdefault((line.joins, label), []).extend(left)
        if line.leaves is not None and leaves_early:
            early.setdefault((line.leaves, label), []).extend(left)
    result = []
    for (minute, label), people in sorted(late.items()):
        names = names_of(q.book, people) if len(people) <= MOST_NAMES else ""
        if label:
            verb = "joins" if label.endswith("cast") or not label.endswith("s") else "join"
            result.append(f"{label} {verb} {clock(minute)}" + (f": {names}" if names else ""))
        else:
            result.append(f"{names} {'join' if len(people) > 1 else 'joins'} {clock(minute)}")
    for (minute, label), people in sorted(early.items()):
        result.append(f"{label or names_of(q.book, people)} released first, {clock(minute)}")
    return result


def _label(q: Asked, line: Called, on_time: set[str]) -> tuple[str, list[str]]:
    """What a timed line is called, and its people; a person's own line is called by the name.

    A cast of which others come on time is called by its role.
    """
    people = list(dict.fromkeys(who.person_id for who in line_people(q.book, q.call, line)))
    if line.whom == "person":
        return "", people
    if line.whom == "group":
        return group_words(line.group), []
    role = q.book.find(Role, line.role_id)
    if role is None:
        return "Full call", []
    if len(line.cast_ids) == 1 and not (is_late(q.call, line) and on_time & set(line.cast_ids)):
        said = cast_words(q.book, role.production_id, line.cast_ids)
        if said:
            return said, people
    return role_set(q.book, role, line.spots, q.call.sections), people

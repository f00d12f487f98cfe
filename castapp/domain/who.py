"""Who a call wants, in words: sets × casts, covers, exclusions, late and early, substitutions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.calling import line_people
from castapp.domain.calls import Call, Called
from castapp.domain.programme import casts
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock as clock24

MOST_NAMES = 8
SMALL_SET = 3
Clock = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a line; a strong one is set bold."""

    text: str
    strong: bool = False


Line = tuple[Phrase, ...]


def call_who(book: Book, call: Call, clock: Clock = clock24) -> tuple[str, ...]:
    """Who is wanted, a line each: the sets, those who come late, those released first, swaps."""
    return tuple("".join(phrase.text for phrase in line) for line in who_lines(book, call, clock))


def who_lines(book: Book, call: Call, clock: Clock = clock24) -> tuple[Line, ...]:
    """The lines of call_who with the words about covers marked strong."""
    lines = book.where(Called, "call_id", call.id)
    swaps, swapped = _swaps(book, call, lines)
    rest = [line for line in lines if line.id not in swapped]
    asked = [line for line in rest if not line.exclude]
    result = _plain_lines(book, call, asked)
    without = [_excluded(book, call, line) for line in rest if line.exclude]
    if any(without):
        words = ", ".join(f"no {text}" for text in without if text)
        start = ", " if result else ""
        last = result.pop() if result else ()
        result.append((*last, Phrase(start + words)))
    result.extend((Phrase(text),) for text in _timed_lines(book, call, asked, clock))
    result.extend((Phrase(text),) for text in swaps)
    return tuple(result)


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


def _plain_lines(book: Book, call: Call, asked: list[Called]) -> list[Line]:
    """Everybody wanted from start to end, one line a set; covers follow who they cover."""
    plain = [line for line in asked if not _late(call, line)]
    result: list[Line] = []
    for bundle in _bundles(line for line in plain if line.whom == "role"):
        texts = _set_texts(book, call, bundle)
        covers = Phrase(" w. covers", strong=True)
        result.extend((Phrase(text), covers) if bundle[0].covers else (Phrase(text),)
                      for text in texts)  # fmt: skip
    for line in plain:
        if line.whom == "production":
            words = ", ".join(filter(None, ("Full call", _casts(book, call, line))))
            strong = (Phrase(" w. covers", strong=True),) if line.covers else ()
            result.append((Phrase(words), *strong))
        elif line.whom == "group":
            result.append((Phrase(group_words(line.group)),))
    named = [line for line in plain if line.whom == "person"]
    people = _names(book, (line.person_id for line in named if not line.as_cover))
    if people:
        result.append((Phrase(("also " if result else "") + people),))
    covering = [line.person_id for line in named if line.as_cover]
    if covering:
        word = "w. cover" if len(covering) == 1 else "w. covers"
        last = result.pop() if result else ()
        blank = " " if last else ""
        result.append((*last, Phrase(f"{blank}{word} {_names(book, covering)}", strong=True)))
    return result


def _bundles(lines: Iterable[Called]) -> list[list[Called]]:
    """Role lines that say the same of different roles, put together."""
    found: dict[tuple[object, ...], list[Called]] = {}
    for line in lines:
        key = (line.cast_ids, line.covers, line.joins, line.leaves)
        found.setdefault(key, []).append(line)
    return list(found.values())


def _set_texts(book: Book, call: Call, bundle: list[Called]) -> list[str]:
    """One bundle in words: names while they are few, else the sets' names and their casts."""
    known = [(line, role) for line in bundle if (role := book.find(Role, line.role_id))]
    if not known:
        return []
    production_id = known[0][1].production_id
    wanted = bundle[0].cast_ids or tuple(cast.id for cast in casts(book, production_id))
    by_cast = {cast_id: _bundle_people(book, call, bundle, cast_id) for cast_id in wanted}
    spots = sum(len(line.spots) or role.spots for line, role in known)
    few = all(role.kind != "corps" for _, role in known) and all(by_cast.values())
    if few and len(wanted) == 1 and len(by_cast[wanted[0]]) <= MOST_NAMES:
        return [_cast_names(book, production_id, wanted[0], by_cast[wanted[0]])]
    if few and wanted and spots <= SMALL_SET and len(wanted) <= SMALL_SET:
        return [_cast_names(book, production_id, one, by_cast[one]) for one in wanted]
    sets = ", ".join(role_set(book, role, line.spots, call.sections) for line, role in known)
    said = cast_words(book, production_id, bundle[0].cast_ids)
    return [f"{sets}, {said}" if said else sets]


def _cast_names(book: Book, production_id: str, cast_id: str, people: list[str]) -> str:
    return f"{cast_words(book, production_id, (cast_id,))} {_names(book, people)}".strip()


def _bundle_people(book: Book, call: Call, bundle: list[Called], cast_id: str) -> list[str]:
    return list(
        dict.fromkeys(
            who.person_id
            for line in bundle
            for who in line_people(book, call, line)
            if who.cover == 0 and who.cast_id == cast_id
        )
    )


def _late(call: Call, line: Called) -> bool:
    return line.joins is not None and line.joins > call.start


def _early(call: Call, line: Called) -> bool:
    return line.leaves is not None and line.leaves < call.end


def _timed_lines(book: Book, call: Call, asked: list[Called], clock: Clock) -> list[str]:
    """Those who come late, by time, then those released first, by time."""
    late: dict[tuple[int, str], list[str]] = {}
    early: dict[tuple[int, str], list[str]] = {}
    for line in asked:
        label, people = _label(book, call, line)
        if line.joins is not None and _late(call, line):
            late.setdefault((line.joins, label), []).extend(people)
        if line.leaves is not None and _early(call, line):
            early.setdefault((line.leaves, label), []).extend(people)
    result = []
    for (minute, label), people in sorted(late.items()):
        names = _names(book, people) if len(people) <= MOST_NAMES else ""
        if label:
            verb = "joins" if label.endswith("cast") or not label.endswith("s") else "join"
            result.append(f"{label} {verb} {clock(minute)}" + (f": {names}" if names else ""))
        else:
            result.append(f"{names} {'join' if len(people) > 1 else 'joins'} {clock(minute)}")
    for (minute, label), people in sorted(early.items()):
        result.append(f"{label or _names(book, people)} released first, {clock(minute)}")
    return result


def _label(book: Book, call: Call, line: Called) -> tuple[str, list[str]]:
    """What a timed line is called, and its people; a person's own line is called by the name."""
    people = list(dict.fromkeys(who.person_id for who in line_people(book, call, line)))
    if line.whom == "person":
        return "", people
    if line.whom == "group":
        return group_words(line.group), []
    role = book.find(Role, line.role_id)
    if role is None:
        return "Full call", []
    if len(line.cast_ids) == 1:
        said = cast_words(book, role.production_id, line.cast_ids)
        if said:
            return said, people
    return role_set(book, role, line.spots, call.sections), people


def _excluded(book: Book, call: Call, line: Called) -> str:
    if line.whom == "person":
        return inside_name(book, line.person_id)
    if line.whom == "group":
        return line.group
    role = book.find(Role, line.role_id)
    if role is None:
        return _casts(book, call, line)
    said = cast_words(book, role.production_id, line.cast_ids) if line.cast_ids else ""
    if len(line.spots) < role.spots and line.spots:
        name = role_set(book, role, line.spots, call.sections)
    else:
        name = role_name(book, role, call.sections)
    return f"{said} {name}".strip()


def _casts(book: Book, call: Call, line: Called) -> str:
    if not line.cast_ids or call.production_id is None:
        return ""
    return cast_words(book, call.production_id, line.cast_ids)


def _swaps(book: Book, call: Call, lines: tuple[Called, ...]) -> tuple[list[str], set[str]]:
    """Substitutions within a set (Swans 7 Fox for Cho), and the ids of the lines they take up."""
    texts: list[str] = []
    used: set[str] = set()
    gone = {line.person_id: line for line in lines if line.exclude and line.whom == "person"}
    for new in lines:
        role = book.find(Role, new.role_id)
        if new.exclude or new.whom != "person" or role is None or len(new.spots) != 1:
            continue
        spot = new.spots[0]
        holder = _holder(book, call, lines, role.id, spot, gone)
        if holder is not None:
            name = f"{role.name} {role.spot_name(spot)}".strip()
            who = f"{inside_name(book, new.person_id)} for {inside_name(book, holder)}"
            texts.append(f"{name} {who}")
            used |= {new.id, gone[holder].id}
    return texts, used


def _holder(
    book: Book,
    call: Call,
    lines: tuple[Called, ...],
    role_id: str,
    spot: int,
    gone: dict[str | None, Called],
) -> str | None:
    """The excluded person whom a role line of this call would put in the spot."""
    for line in lines:
        if line.whom == "role" and line.role_id == role_id and not line.exclude:
            for who in line_people(book, call, line):
                if who.spot == spot and who.cover == 0 and who.person_id in gone:
                    return who.person_id
    return None


def _names(book: Book, people: Iterable[str | None]) -> str:
    return ", ".join(inside_name(book, one) for one in people if one)

"""The casting sheet of a run: roles by act down, performances across, counters at the right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.career import is_debut
from castapp.domain.casting import Performance
from castapp.domain.office import Posting
from castapp.domain.programme import Part, parts, roles, sections
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import company, inside_name
from castapp.domain.wording import act_words
from castapp.export.callboard import (
    BAR,
    BOLD,
    NO_BREAK,
    Block,
    Footer,
    Masthead,
    Run,
    Words,
    bound,
    isolated,
    plain,
)
from castapp.export.casting_away import away_block
from castapp.export.casting_changes import CellChanges, cell_changes
from castapp.export.casting_covers import cover_words
from castapp.export.casting_open import open_block
from castapp.export.castingsets import RoleSets, is_set, role_sets, sets_block
from castapp.export.manner import Manner
from castapp.export.posted import show_lines
from castapp.export.spotmaps import SpotMap, is_mapped, map_names, spot_maps

OPEN = "–"


@dataclass(frozen=True, slots=True)
class Head:
    """A performance over its column."""

    performance_id: str
    day: str
    about: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Who dances a role in a performance, a `*` at a first time, and who covers."""

    dancing: str
    covers: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role with a cell for each performance, and how many shows each dancer has."""

    name: str
    detail: str
    cells: tuple[Cell, ...]
    counter: str


@dataclass(frozen=True, slots=True)
class ActBand:
    """An act and the roles danced in it."""

    title: str
    rows: tuple[RoleRow, ...]


@dataclass(frozen=True, slots=True)
class CastingSheet:
    """Everything on the casting sheet of a run."""

    masthead: Masthead
    corner: tuple[str, str]
    heads: tuple[Head, ...]
    bands: tuple[ActBand, ...]
    blocks: tuple[Block, ...]
    maps: tuple[SpotMap, ...]
    footer: Footer


def casting_sheet(
    book: Book, production_id: str, shows: tuple[Performance, ...], paper: str = ""
) -> CastingSheet:
    """The casting of these shows as it stands, with what changed since the last issue."""
    house, work = company(book), book.get(Production, production_id)
    manner = Manner(paper or house.paper)
    changes, posting, base = _issue(book, production_id, shows)
    maps = spot_maps(book, production_id, shows, changes)
    sets = {
        role.id: found
        for role in roles(book, production_id)
        if is_set(role) and (found := role_sets(book, role, shows))
    }
    title = (work.short or work.title).upper()
    number = str(posting.issue) if posting else ""
    days = manner.days(shows[0].day, shows[-1].day) if shows else ""
    return CastingSheet(
        Masthead(
            house.name,
            "CASTING SHEET – internal, not for front of house",
            "",
            title,
            days,
            _right(book, posting, base, changes, manner),
            number,
        ),
        (work.short or work.title, f"{len(shows)} show" + ("s" if len(shows) != 1 else "")),
        tuple(_head(book, show, shows, manner) for show in shows),
        tuple(_bands(book, production_id, shows, maps, sets, changes)),
        tuple(filter(None, (_changes_block(book, shows, changes, manner),
                            sets_block(book, tuple(sets.values())),
                            away_block(book, shows, manner),
                            open_block(book, production_id, shows, manner)))),
        maps,
        Footer(
            "Whole-ballet roles first, then acts in order. Covers in the order they go on.",
            f"{work.short or work.title} casting · {f'issue {number}' if number else 'draft'}",
        ),
    )  # fmt: skip


def _issue(
    book: Book, production_id: str, shows: tuple[Performance, ...]
) -> tuple[CellChanges, Posting | None, Posting | None]:
    """The changed cells, the posting this sheet is (None for a draft), the one it replaces."""
    found = sorted(
        (
            one
            for one in book.where(Posting, "production_id", production_id)
            if one.paper == "casting"
        ),
        key=lambda one: one.issue,
    )
    now = {line.ref_id: line for line in show_lines(book, shows)}
    last = found[-1] if found else None
    stands = last is not None and all(now.get(line.ref_id, line) == line for line in last.lines)
    if last is not None and stands and now.keys() <= {line.ref_id for line in last.lines}:
        base = found[-2] if len(found) > 1 else None
        return cell_changes(base, now), last, base
    return cell_changes(last, now), None, last


def _right(
    book: Book,
    posting: Posting | None,
    base: Posting | None,
    changes: CellChanges,
    manner: Manner,
) -> tuple[Words, ...]:
    zone = company(book).zone
    first: Words = (Run("DRAFT", BOLD), Run(" · not posted"))
    if posting:
        by = f", {posting.by}" if posting.by else ""
        first = (Run(f"issued {manner.stamp(posting.at, zone)}", BOLD), Run(by))
    if base:
        first = (*first, Run(f" · replaces issue {base.issue}"))
    key: list[Run] = [Run("* first time in the role", BOLD), Run(" · c. cover")]
    if base and changes.count:
        word = "change" if changes.count == 1 else "changes"
        key += [Run(" · "), Run("", sign=BAR), Run(" bar = changed", BOLD)]
        key.append(Run(f" ({changes.count} {word})"))
    return first, tuple(key), plain("covers: first named goes on; in a group, for whom")


def _head(book: Book, show: Performance, shows: tuple[Performance, ...], manner: Manner) -> Head:
    conductor = inside_name(book, show.conductor_id)
    about = " · ".join(filter(None, (manner.clock(show.curtain), isolated(conductor))))
    return Head(show.id, manner.day_among(show.day, (one.day for one in shows)), about)


def _bands(
    book: Book,
    production_id: str,
    shows: tuple[Performance, ...],
    maps: tuple[SpotMap, ...],
    sets: dict[str, RoleSets],
    changes: CellChanges,
) -> list[ActBand]:
    """Whole-ballet roles, then acts in order; each role in the band of the acts it dances in."""
    acts = list(dict.fromkeys(one.act for one in sections(book, production_id) if one.act))
    by_part: dict[str, dict[str, list[Part]]] = {}
    for show in shows:
        for part in parts(book, show):
            by_part.setdefault(part.role_id, {}).setdefault(show.id, []).append(part)
    found: dict[tuple[int, ...], list[RoleRow]] = {}
    for role in roles(book, production_id):
        own = by_part.get(role.id, {})
        row = _row(book, role, shows, own, maps, sets.get(role.id), changes)
        found.setdefault(_place(book, role, acts), []).append(row)
    return [ActBand(_band_title(acts, place), tuple(rows)) for place, rows in sorted(found.items())]


def _place(book: Book, role: Role, acts: list[str]) -> tuple[int, ...]:
    """The places of a role's acts; (-1,) for the whole ballet, or for one without sections."""
    own = {
        acts.index(section.act)
        for place in role.sections
        if (section := book.find(Section, place.section_id)) and section.act in acts
    }
    whole = len(own) == len(acts) or (len(acts) > 2 and len(own) >= len(acts) - 1)
    return (-1,) if whole or not own else tuple(sorted(own))


def _band_title(acts: list[str], place: tuple[int, ...]) -> str:
    return "Whole ballet" if place == (-1,) else act_words([acts[one] for one in place])


def _row(
    book: Book,
    role: Role,
    shows: tuple[Performance, ...],
    own: dict[str, list[Part]],
    maps: tuple[SpotMap, ...],
    sets: RoleSets | None,
    changes: CellChanges,
) -> RoleRow:
    name = f"{role.name} 1–{role.spots}" if is_mapped(role) else role.name
    if is_mapped(role):
        told = map_names(role, maps, shows)
        cells = tuple(
            Cell(bound(book, told[show.id]) or OPEN, "", changes.touches(show.id, role.id))
            for show in shows
        )
        counter = _counted([told[show.id].split(",")[0] for show in shows if told[show.id]])
        own_map = next(one for one in maps if one.role_id == role.id)
        return RoleRow(name, "spots overleaf" if own_map.is_told else "", cells, counter)
    cells = tuple(_cell(book, show, role, own.get(show.id, []), changes) for show in shows)
    if sets:
        cells = tuple(
            replace(cell, dancing=sets.cells.get(show.id, cell.dancing))
            for show, cell in zip(shows, cells, strict=True)
        )
        return RoleRow(name, _detail(role), cells, _counted(list(sets.numbers)))
    dancing = [
        inside_name(book, part.person_id)
        for show in shows
        for part in own.get(show.id, [])
        if part.cover == 0 and part.person_id
    ]
    return RoleRow(name, _detail(role), cells, bound(book, _counted(dancing)))


def _cell(
    book: Book, show: Performance, role: Role, found: list[Part], changes: CellChanges
) -> Cell:
    names = []
    for part in found:
        if part.cover == 0:
            name = inside_name(book, part.person_id) or OPEN
            first = part.person_id and is_debut(book, show, part.person_id, role.id)
            section = book.find(Section, part.from_section_id)
            since = f" (from {section.act or section.name})" if section else ""
            names.append(f"{name}{'*' if first else ''}{since}")
    if names and set(names) == {OPEN}:
        names = [OPEN]
    return Cell(
        bound(book, ", ".join(names)),
        bound(book, "; ".join(cover_words(book, role, found))),
        changes.touches(show.id, role.id),
    )


def _counted(names: list[str]) -> str:
    """Popov 2, Vega 1: the most first, then as they appear."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts.items(), key=lambda one: -one[1])
    return ", ".join(f"{name}{NO_BREAK}{count}" for name, count in ordered)


def _detail(role: Role) -> str:
    """What a role is made of: the names of its spots, or how many women and men."""
    if role.spot_names:
        return ", ".join(role.spot_names)
    if role.spots == 1 or role.kind == "couple":
        return ""
    women = sum(role.gender(spot) == "F" for spot in range(1, role.spots + 1))
    men = sum(role.gender(spot) == "M" for spot in range(1, role.spots + 1))
    said = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in ((women, "woman", "women"), (men, "man", "men"))
        if count
    ]
    return ", ".join(said) or f"{role.spots} dancers"


def _changes_block(
    book: Book, shows: tuple[Performance, ...], changes: CellChanges, manner: Manner
) -> Block | None:
    days = [show.day for show in shows]
    return changes.block(book, {show.id: manner.day_among(show.day, days) for show in shows})

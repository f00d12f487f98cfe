"""Generated nights for measuring Cover tonight: a full run, and emergencies with a planted way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.company import COMPANY_ID, Company, Season, Site, Studio
from castapp.domain.people import Engagement, Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, RoleSection, Section

FIRST_NIGHT = date(2026, 11, 5)
CURTAIN = 19 * 60 + 30
DANCERS = 80
NIGHTS = 12
RANKS = ("Principal", "Soloist", "Corps")

_ACTS = (("Act I", 4), ("Act II", 4), ("Act III", 4))
_ROLES: tuple[tuple[str, str, int, str, tuple[int, ...], float], ...] = (
    ("Queen", "single", 1, "F", (1, 5, 6, 10), 9),
    ("Prince", "single", 1, "M", (1, 5, 6, 10), 8),
    ("Magician", "single", 1, "M", (4, 7, 11), 6),
    ("Spirit", "single", 1, "F", (6,), 7),
    ("Regent", "character", 1, "F", (0, 8), 2),
    ("Tutor", "character", 1, "M", (0, 2), 2),
    ("Friends", "group", 4, "FFMM", (2,), 7),
    ("Waltz", "corps", 12, "F", (1, 3), 5),
    ("Escorts", "corps", 8, "M", (1, 3), 5),
    ("Four", "group", 4, "F", (5,), 6),
    ("Night", "corps", 16, "F", (4, 6, 7), 6),
    ("Czardas", "group", 6, "FFFMMM", (9,), 6),
    ("Duet", "couple", 2, "FM", (8,), 6),
    ("Suite", "couple", 2, "FM", (11,), 6),
)


@dataclass(frozen=True)
class Emergency:
    """A night on which somebody is off, and the number of changes of a way out that exists."""

    book: Book
    people: tuple[str, ...]
    day: date
    planted: int


def run_book(seed: int = 1) -> Book:
    """80 dancers, one ballet of 60 spots, three casts with covers, twelve nights and a matinee."""
    dice = Random(seed)
    people = _people(DANCERS)
    roles = list(_ballet())
    records: list[Record] = [*_house(), *people, *_sections(), *roles]
    for number in range(3):
        records += _cast(roles, number, dice)
    for number, day in enumerate(_days()):
        records += _show(number, day, CURTAIN, f"cast-{number % 3}")
        records += _calls(number, day)
    return Book.of(records)


def emergency(seed: int) -> Emergency:
    """One night on which a chain of so many changes fills what opens; others may be shorter.

    The first few people of the chain each dance something at the same time; the last is free.
    Around it there are covers who cannot, and covers who lead nowhere.
    """
    dice = Random(seed)
    roles = list(_ballet())
    spots = [(role, spot) for role in roles for spot in range(1, role.spots + 1)]
    dancing: dict[tuple[str, int], str] = {}
    busy: dict[str, list[Role]] = {}
    for role, spot in spots:
        person = f"d-{len(busy):03d}"
        if role.kind in ("couple", "group") and busy and dice.random() < 0.3:
            person = _doubling(dice, busy, role) or person
        dancing[(role.id, spot)] = person
        busy.setdefault(person, []).append(role)
    known: set[tuple[str, int, str]] = set()
    start = dice.choice(spots)
    planted = 1 + dice.randrange(4)
    out = dancing[(start[0].id, start[1])]
    gaps = [place for place, person in dancing.items() if person == out]
    changes = 0
    reserve = len(busy)
    used = {out}
    for gap in gaps:
        place = gap
        for step in range(planted):
            changes += 1
            taker = None
            if step < planted - 1:
                taker = _in_the_way(dice, roles, dancing, place, used, busy)
            if taker is None:
                known.add((*place, f"d-{reserve:03d}"))
                reserve += 1
                break
            used.add(taker[1])
            known.add((*place, taker[1]))
            place = taker[0]
        else:
            continue
    for _ in range(dice.randrange(40)):
        role, spot = dice.choice(spots)
        known.add((role.id, spot, f"d-{dice.randrange(reserve):03d}"))
    records: list[Record] = [*_house(), *_people(reserve), *_sections(), *roles]
    records += [Cast("cast-0", "ballet", "1st", 1), Cast("cast-1", "ballet", "2nd", 2)]
    records += [
        Casting(f"c-{role_id}-{spot}", "cast-0", role_id, spot, person)
        for (role_id, spot), person in dancing.items()
    ]
    records += [
        Casting(f"k-{role_id}-{spot}-{person}", "cast-1", role_id, spot, person, 1)
        for role_id, spot, person in sorted(known)
        if dancing[(role_id, spot)] != person
    ]
    records += _show(0, FIRST_NIGHT, CURTAIN, "cast-0")
    return Emergency(Book.of(records), (out,), FIRST_NIGHT, changes)


def _doubling(dice: Random, busy: dict[str, list[Role]], role: Role) -> str | None:
    """Somebody already on that night whose roles leave time for this one."""
    able = [
        person
        for person, held in busy.items()
        if len(held) == 1 and not _meet(held[0], role) and held[0].id != role.id
    ]
    return dice.choice(able) if able else None


def _in_the_way(
    dice: Random,
    roles: list[Role],
    dancing: dict[tuple[str, int], str],
    place: tuple[str, int],
    used: set[str],
    busy: dict[str, list[Role]],
) -> tuple[tuple[str, int], str] | None:
    """A spot danced at the same time as a place by somebody who has only that, and who."""
    named = {role.id: role for role in roles}
    found = [
        (other, person)
        for other, person in dancing.items()
        if person not in used and len(busy[person]) == 1 and _meet(named[other[0]], named[place[0]])
    ]
    return dice.choice(found) if found else None


def _meet(one: Role, other: Role) -> bool:
    """Whether two roles share a section or follow each other too closely to change."""
    mine, theirs = ([int(place.section_id[2:]) for place in role.sections] for role in (one, other))
    return any(abs(a - b) <= 1 for a in mine for b in theirs)


def _house() -> list[Record]:
    return [
        Company(COMPANY_ID, name="Bench Ballet", ranks=RANKS),
        Site("site", name="Opera house"),
        Studio("stage", "site", "Stage", "St", "stage", 0),
        Studio("studio-1", "site", "Studio 1", "S1", "studio", 1),
        Studio("studio-2", "site", "Studio 2", "S2", "studio", 2),
        Season("season", "2026/27", date(2026, 8, 31), date(2027, 7, 4)),
    ]


def _people(count: int) -> list[Record]:
    records: list[Record] = []
    for number in range(count):
        rank = RANKS[0] if number < 12 else RANKS[1] if number < 28 else RANKS[2]
        person = Person(f"d-{number:03d}", f"Given{number:03d}", f"Family{number:03d}",
                        gender="FM"[number % 2], height_cm=160 + number % 25)  # fmt: skip
        records += [person, Engagement(f"e-{person.id}", person.id, date(2020, 8, 1), rank=rank)]
    return records


def _sections() -> list[Record]:
    records: list[Record] = [Production("ballet", "The Ballet", "The Ballet", "Ballet", "BL")]
    number = order = 0
    for act, count in _ACTS:
        for _ in range(count):
            records.append(Section(f"s-{number}", "ballet", order, act, f"Number {number + 1}", 9))
            number, order = number + 1, order + 1
        records.append(Section(f"i-{order}", "ballet", order, "", "Interval", 20, interval=True))
        order += 1
    return records


def _ballet() -> list[Role]:
    return [
        Role(
            f"role-{order}",
            "ballet",
            order,
            name,
            kind=kind,
            spots=spots,
            genders=genders,
            sections=tuple(RoleSection(f"s-{one}") for one in sections),
            demands=("jumps",) if kind != "single" else ("partnering", "jumps"),
            effort=effort,
            change_minutes=8,
        )
        for order, (name, kind, spots, genders, sections, effort) in enumerate(_ROLES, 1)
    ]


def _cast(roles: list[Role], number: int, dice: Random) -> list[Record]:
    cast = Cast(f"cast-{number}", "ballet", f"{number + 1}", number)
    records: list[Record] = [cast]
    shift = number * 7
    pools = {sex: [f"d-{n:03d}" for n in range(DANCERS) if "FM"[n % 2] == sex] for sex in "FM"}
    on: dict[str, list[Role]] = {}
    for role in roles:
        for spot in range(1, role.spots + 1):
            pool = pools[role.gender(spot)]
            turned = pool[shift % len(pool) :] + pool[: shift % len(pool)]
            free = [one for one in turned if not any(_meet(held, role) for held in on.get(one, ()))]
            person = free[0]
            on.setdefault(person, []).append(role)
            records.append(Casting(f"{cast.id}-{role.id}-{spot}", cast.id, role.id, spot, person))
            covers = 2 if role.kind == "single" else 1
            for cover in range(1, covers + 1):
                other = dice.choice([one for one in pool if one != person])
                records.append(
                    Casting(f"{cast.id}-{role.id}-{spot}-{cover}", cast.id, role.id, spot, other,
                            cover)
                )  # fmt: skip
    return records


def _days() -> list[date]:
    """Three nights a week, Thursday to Saturday."""
    return [
        FIRST_NIGHT + timedelta(days=7 * (number // 3) + number % 3) for number in range(NIGHTS)
    ]


def _show(number: int, day: date, curtain: int, cast_id: str) -> list[Record]:
    show = Performance(f"show-{number:02d}", day, curtain, "stage")
    return [show, BillItem(f"bill-{number:02d}", show.id, "ballet", 0, cast_id)]


def _calls(number: int, day: date) -> list[Record]:
    records: list[Record] = []
    for half, start in enumerate((10 * 60 + 30, 12 * 60 + 15)):
        call = Call(f"call-{number}-{half}", day, start, 75, "class" if not half else "rehearsal",
                    f"studio-{half + 1}", production_id="ballet" if half else None)  # fmt: skip
        group = "company" if not half else "women"
        records += [call, Called(f"line-{call.id}", call.id, "group", group=group)]
    return records

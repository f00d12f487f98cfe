"""A generated season for measuring: 8,000 calls, 120,000 called lines, always the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.company import COMPANY_ID, Company, Journey, Season, Site, Studio
from castapp.domain.people import Engagement, Person
from castapp.domain.record import Record
from castapp.domain.repertory import COLOURS, Production, Role, RoleSection, Section

FIRST_DAY = date(2026, 8, 31)
WEEKS = 40
DANCERS = 80
CALLS = 8_000
LINES = 120_000
PRODUCTIONS = 6
CASTS = 3
RANKS = ("Principal", "Soloist", "Corps")

_STUDIOS = ("Studio 1", "Studio 2", "Studio 3", "Studio 4", "Studio 5", "Studio 6", "Stage")
_CLASS = (10 * 60 + 15, 75)
_SLOTS = ((705, 40), (750, 40), (855, 40), (900, 40), (960, 40), (1005, 30))
_ROOMS = 6
_CURTAIN = 19 * 60 + 30
_GENDERS = "FM"


def season_book(seed: int = 1) -> Book:
    """The season as a book."""
    return Book.of(season_records(seed))


def season_records(seed: int = 1) -> list[Record]:
    """Every record of the season, in an order safe to write; the same for the same seed."""
    dice = Random(seed)
    house = list(_house())
    people = list(_people())
    works = list(_works())
    casts = list(_casts(works, dice))
    shows = list(_shows())
    calls, lines = _calls(casts, dice)
    return [*house, *people, *works, *casts, *shows, *calls, *lines]


def _house() -> Iterator[Record]:
    yield Company(COMPANY_ID, name="Bench Ballet", ranks=RANKS)
    yield Site("site-1", name="Opera house")
    yield Site("site-2", name="Annexe")
    yield Journey("journey", from_site_id="site-1", to_site_id="site-2", minutes=15)
    for place, name in enumerate(_STUDIOS):
        kind = "stage" if name == "Stage" else "studio"
        yield Studio(f"studio-{place}", "site-1", name, name, kind, place)
    yield Season("season", "2026/27", FIRST_DAY, FIRST_DAY + timedelta(days=7 * WEEKS - 1))


def _people() -> Iterator[Record]:
    for number in range(DANCERS):
        rank = RANKS[0] if number < 12 else RANKS[1] if number < 30 else RANKS[2]
        person = Person(
            f"dancer-{number:02d}",
            given=f"Given{number:02d}",
            family=f"Family{number:02d}",
            gender=_GENDERS[number % 2],
        )
        yield person
        yield Engagement(f"e-{person.id}", person.id, FIRST_DAY, rank=rank)
    for number in range(12):
        duties = ("répétiteur",) if number < 6 else ("pianist",)
        person = Person(f"staff-{number:02d}", "Given", f"Staff{number:02d}", duties=duties)
        yield person
        yield Engagement(f"e-{person.id}", person.id, FIRST_DAY, title=duties[0])


def _works() -> Iterator[Record]:
    for number in range(PRODUCTIONS):
        work = Production(
            f"work-{number}",
            work=f"Ballet {number + 1}",
            title=f"Ballet {number + 1}",
            code=f"B{number + 1}",
            colour=COLOURS[number],
        )
        yield work
        sections = [
            Section(f"{work.id}-s{order}", work.id, order, f"Act {order // 3 + 1}",
                    f"Section {order + 1}", 20, interval=order == 3)
            for order in range(7)
        ]  # fmt: skip
        yield from sections
        danced = [section.id for section in sections if not section.interval]
        for order in range(8):
            leads = order < 4
            places = danced if leads else danced[order - 4 : order - 2]
            yield Role(
                f"{work.id}-r{order}",
                work.id,
                order,
                f"Role {order + 1}",
                kind="single" if leads else "corps",
                spots=1 if leads else 6,
                genders=_GENDERS[order % 2],
                sections=tuple(map(RoleSection, places)),
                demands=("jumps", "pointe") if order % 2 == 0 else ("big_jumps", "lifting"),
                effort=8.0 if leads else 6.0,
            )


def _casts(works: list[Record], dice: Random) -> Iterator[Record]:
    dancers = [[f"dancer-{n:02d}" for n in range(DANCERS) if n % 2 == sex] for sex in (0, 1)]
    roles = [role for role in works if isinstance(role, Role)]
    for number in range(PRODUCTIONS):
        mine = [role for role in roles if role.production_id == f"work-{number}"]
        for place in range(CASTS):
            cast = Cast(f"work-{number}-c{place}", f"work-{number}", f"{place + 1}.", place)
            yield cast
            pools = [dice.sample(people, len(people)) for people in dancers]
            for role in mine:
                pool = pools[_GENDERS.index(role.genders)]
                for spot in range(1, role.spots + 1):
                    for cover in range(2 if role.kind == "single" else 1):
                        person_id = pool.pop()
                        yield Casting(f"{role.id}-{place}-{spot}-{cover}", cast.id, role.id, spot,
                                      person_id, cover)  # fmt: skip


def _shows() -> Iterator[Record]:
    """Three shows a week in every other week, each production in turn."""
    number = 0
    for week in range(1, WEEKS, 2):
        for weekday in (3, 4, 5):
            day = FIRST_DAY + timedelta(days=7 * week + weekday)
            show = Performance(f"show-{number:03d}", day, _CURTAIN, "studio-6")
            work = week // 2 % PRODUCTIONS
            yield show
            yield BillItem(
                f"bill-{number:03d}", show.id, f"work-{work}", 0, f"work-{work}-c{number % CASTS}"
            )
            number += 1


def _calls(casts: list[Record], dice: Random) -> tuple[list[Call], list[Called]]:
    """Two classes and then slots of rehearsals a day, Monday to Saturday; nobody called twice."""
    roles = {(one.person_id, one.cast_id): one.role_id for one in casts if isinstance(one, Casting)}
    days = [FIRST_DAY + timedelta(days=n) for n in range(7 * WEEKS) if n % 7 != 6]
    calls: list[Call] = []
    lines: list[Called] = []
    for number, day in enumerate(days):
        size = _share(CALLS, number, len(days))
        for call, people in _day_calls(day, size, _share(LINES, number, len(days)), dice):
            calls.append(call)
            for person_id in people:
                role_id = roles.get((person_id, f"{call.production_id}-c{len(calls) % CASTS}"))
                lines.append(
                    Called(f"l{len(lines)}", call.id, "person", role_id, person_id=person_id)
                )
    return calls, lines


def _share(total: int, number: int, parts: int) -> int:
    return total * (number + 1) // parts - total * number // parts


def _day_calls(day: date, size: int, lines: int, dice: Random) -> Iterator[tuple[Call, list[str]]]:
    dancers = [f"dancer-{n:02d}" for n in range(DANCERS)]
    for half in range(2):
        start, minutes = _CLASS
        yield (
            Call(f"c-{day:%m%d}-class-{half}", day, start, minutes, "class", f"studio-{half}",
                 lead_id=f"staff-{half:02d}", pianist_id=f"staff-{6 + half:02d}"),
            dancers[half::2],
        )  # fmt: skip
    for made in range(size - 2):
        slot, room = divmod(made, _ROOMS)
        if room == 0:
            dice.shuffle(dancers)
            rooms = min(_ROOMS, size - 2 - made)
            rest = lines - DANCERS * (slot + 1)
            called = min(DANCERS, rest)
        start, minutes = _SLOTS[slot]
        work = dice.randrange(PRODUCTIONS)
        call = Call(
            f"c-{day:%m%d}-{made:02d}",
            day,
            start,
            minutes,
            studio_id=f"studio-{room}",
            production_id=f"work-{work}",
            sections=(f"work-{work}-s{dice.randrange(3)}",),
            lead_id=f"staff-{room:02d}",
            pianist_id=f"staff-{6 + room:02d}",
        )
        yield call, dancers[called * room // rooms : called * (room + 1) // rooms]

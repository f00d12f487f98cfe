"""Small books for tests: a company with two sites, a short ballet, two casts and a show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.company import COMPANY_ID, Company, Journey, Season, Site, Studio
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, RoleSection, Section

MONDAY = date(2026, 10, 12)
TUESDAY = date(2026, 10, 13)
WEDNESDAY = date(2026, 10, 14)
THURSDAY = date(2026, 10, 15)
FRIDAY = date(2026, 10, 16)
SATURDAY = date(2026, 10, 17)
SUNDAY = date(2026, 10, 18)

RANKS = ("Principal", "Soloist", "Corps")


def house(zone: str = "Europe/London") -> list[Record]:
    """A company with two studios and a stage on one site, and an annexe 20 minutes away."""
    return [
        Company(COMPANY_ID, name="Meridian Ballet", zone=zone, ranks=RANKS),
        Site("site-main", name="Opera house"),
        Site("site-annexe", name="Annexe"),
        Journey("journey", from_site_id="site-main", to_site_id="site-annexe", minutes=20),
        Studio("studio-1", site_id="site-main", name="Studio 1", short="S1", order=1),
        Studio("studio-2", site_id="site-main", name="Studio 2", short="S2", order=2),
        Studio("studio-a", site_id="site-annexe", name="Annexe", short="A", order=3),
        Studio("stage", site_id="site-main", name="Stage", short="St", kind="stage", order=4),
        Season("season", name="2026/27", first=date(2026, 8, 31), last=date(2027, 7, 11)),
    ]


def dancer(name: str, rank: str = "Corps", gender: str = "F", **fields: Any) -> list[Record]:
    """A dancer engaged since 2020; the id is the family name in small letters.

    The two Kims, namesakes on purpose, are gia-kim and hana-kim.
    """
    given, _, family = name.rpartition(" ")
    person_id = f"{given}-{family}".lower() if family == "Kim" else family.lower()
    person = Person(person_id, given=given, family=family, gender=gender, **fields)
    return [
        person,
        Engagement(f"e-{person.id}", person_id=person.id, first=date(2020, 8, 1), rank=rank),
    ]


def staff(name: str, *duties: str) -> list[Record]:
    """Somebody who does not dance; the id is the family name in small letters."""
    given, _, family = name.rpartition(" ")
    person = Person(family.lower(), given=given, family=family, duties=duties)
    return [
        person,
        Engagement(f"e-{person.id}", person_id=person.id, first=date(2015, 8, 1), title=duties[0]),
    ]


def people() -> list[Record]:
    """Two principal pairs, two soloists, four of the corps, and the staff."""
    return [
        *dancer("Ada Vega", "Principal"),
        *dancer("Bo Okoro", "Principal", "M"),
        *dancer("Cleo Moss", "Principal"),
        *dancer("Dan Lund", "Principal", "M"),
        *dancer("Eva Paz", "Soloist"),
        *dancer("Finn Orr", "Soloist", "M"),
        *dancer("Gia Kim"),
        *dancer("Hana Kim"),
        *dancer("Isa Fox"),
        *dancer("Jon Hart", gender="M"),
        *staff("Rosa Hall", "répétiteur", "teacher"),
        *staff("Ken Ito", "pianist"),
        *staff("Leo Reyes", "conductor"),
        CareerLine("career-hall", "hall", work="Giselle", role="Myrtha", when="1998"),
    ]


def ballet() -> list[Record]:
    """A ballet of two acts: leads throughout, a couple in act I, two spirits in act II."""
    return [
        Production("lake", work="Lake", title="The Lake", short="Lake", code="LK"),
        Section("lake-i-1", production_id="lake", order=1, act="Act I", name="Waltz", minutes=20),
        Section("lake-i-2", production_id="lake", order=2, act="Act I", name="Duet", minutes=15),
        Section(
            "lake-int",
            production_id="lake",
            order=3,
            act="",
            name="Interval",
            minutes=20,
            interval=True,
        ),
        Section("lake-ii", production_id="lake", order=4, act="Act II", name="Spirits", minutes=40),
        Role(
            "queen",
            production_id="lake",
            order=1,
            name="Queen",
            genders="F",
            sections=tuple(map(RoleSection, ("lake-i-1", "lake-ii"))),
            demands=("pointe", "jumps", "lifted"),
            effort=8.0,
        ),
        Role(
            "prince",
            production_id="lake",
            order=2,
            name="Prince",
            genders="M",
            sections=tuple(map(RoleSection, ("lake-i-1", "lake-ii"))),
            demands=("big_jumps", "lifting"),
            effort=8.0,
        ),
        Role(
            "couple",
            production_id="lake",
            order=3,
            name="Duet",
            kind="couple",
            spots=2,
            genders="FM",
            sections=(RoleSection("lake-i-2"),),
            demands=("partnering",),
            change_minutes=10,
        ),
        Role(
            "spirits",
            production_id="lake",
            order=4,
            name="Spirits",
            kind="corps",
            spots=2,
            genders="F",
            sections=(RoleSection("lake-ii"),),
            demands=("pointe", "jumps"),
            change_minutes=10,
        ),
    ]


def castings() -> list[Record]:
    """Two casts of the lake; the second covers the first and the other way round."""
    first = {("queen", 1): "vega", ("prince", 1): "okoro", ("couple", 1): "paz",
             ("couple", 2): "orr", ("spirits", 1): "fox", ("spirits", 2): "gia-kim"}  # fmt: skip
    second = {("queen", 1): "moss", ("prince", 1): "lund", ("couple", 1): "paz",
              ("couple", 2): "hart", ("spirits", 1): "fox", ("spirits", 2): "hana-kim"}  # fmt: skip
    records: list[Record] = [
        Cast("cast-1", production_id="lake", name="1st", order=1),
        Cast("cast-2", production_id="lake", name="2nd", order=2),
    ]
    for cast_id, dancing, covering in (("cast-1", first, second), ("cast-2", second, first)):
        for (role_id, spot), person_id in dancing.items():
            records.append(casting(cast_id, role_id, spot, person_id))
            cover = covering[(role_id, spot)]
            if cover != person_id:
                records.append(casting(cast_id, role_id, spot, cover, 1))
    return records


def casting(cast_id: str, role_id: str, spot: int, person_id: str, cover: int = 0) -> Casting:
    """A casting whose id tells what it is."""
    return Casting(
        f"{cast_id}-{role_id}-{spot}-{cover}-{person_id}", cast_id=cast_id, role_id=role_id,
        spot=spot, person_id=person_id, cover=cover,
    )  # fmt: skip


def show(
    day: date = THURSDAY, curtain: int = 19 * 60 + 30, cast_id: str | None = "cast-1"
) -> list[Record]:
    """A performance of the lake on the stage; its id is `show-` and the day and curtain."""
    performance_id = f"show-{day.isoformat()}-{curtain}"
    return [
        Performance(
            performance_id, day=day, curtain=curtain, venue_id="stage", conductor_id="reyes"
        ),
        BillItem(
            f"bill-{performance_id}", performance_id=performance_id, production_id="lake",
            cast_id=cast_id,
        ),
    ]  # fmt: skip


def call(
    call_id: str,
    start: int,
    minutes: int,
    *lines: Called,
    day: date = THURSDAY,
    people: Iterable[str] = (),
    **fields: Any,
) -> list[Record]:
    """A call on Thursday in studio 1, with its lines and the people named."""
    values = {"studio_id": "studio-1", "lead_id": None, **fields}
    named = [
        Called(f"{call_id}-{person_id}", call_id=call_id, whom="person", person_id=person_id)
        for person_id in people
    ]
    joined = [replace(line, call_id=call_id) for line in lines]
    return [Call(call_id, day=day, start=start, minutes=minutes, **values), *named, *joined]


def role_line(line_id: str, role_id: str, *cast_ids: str, **fields: Any) -> Called:
    """A line that calls a role of these casts (all if none is given)."""
    return Called(line_id, call_id="", whom="role", role_id=role_id, cast_ids=cast_ids, **fields)


def company_book(*more: Iterable[Record]) -> Book:
    """The whole small company, with a show on Thursday, and whatever else is given."""
    records = [*house(), *people(), *ballet(), *castings(), *show()]
    for some in more:
        records.extend(some)
    return Book.of(records)

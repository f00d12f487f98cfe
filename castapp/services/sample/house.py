"""The sample's house: company, sites, studios, season, people, contracts and careers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from castapp.domain.company import COMPANY_ID, Company, Journey, Season, Site, Studio
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.record import Record
from castapp.services.sample.data import day_of, ident, person_id, table, toml

FIRST_WEEK = -14
SEASON_WEEKS = 45


def house(today: date) -> Iterator[Record]:
    """The company itself, its places and its season."""
    values = toml("house")
    company = dict(values["company"])
    yield Company(COMPANY_ID, company.pop("name"), ranks=tuple(company.pop("ranks")), **company)
    for site in values["site"]:
        yield Site(ident("site", site["key"]), site["name"], address=site["address"])
    for way in values["journey"]:
        ends = (ident("site", way["from"]), ident("site", way["to"]))
        yield Journey(ident("journey", *ends), *ends, way["minutes"])
    for order, studio in enumerate(values["studio"], start=1):
        yield Studio(
            studio_id(studio["key"]), ident("site", studio["site"]), studio["name"],
            studio["short"], studio.get("kind", "studio"), order, studio.get("about", ""),
        )  # fmt: skip
    first = day_of(today, FIRST_WEEK, 0)
    last = first + timedelta(weeks=SEASON_WEEKS, days=-1)
    yield Season(ident("season"), f"{first.year}/{(first.year + 1) % 100:02d}", first, last)


def studio_id(key: str) -> str:
    """The id of a studio by the key the files use."""
    return ident("studio", key)


def dancer_keys() -> dict[str, dict[str, str]]:
    """Every dancer's row by the name the files use: the family name, or both for namesakes."""
    rows = table("dancers")
    shared = Counter(row["family"] for row in rows)
    return {
        (f"{row['given']} {row['family']}" if shared[row["family"]] > 1 else row["family"]): row
        for row in rows
    }


def people(today: date) -> Iterator[Record]:
    """Staff and dancers (their coaches first) with their contracts, and past careers."""
    values = toml("house")
    for order, member in enumerate(values["staff"]):
        yield from _staff(today, order, member)
    duties = {one["dancer"]: tuple(one["duties"]) for one in values["also"]}
    for order, (key, row) in enumerate(dancer_keys().items()):
        yield _dancer(today, order, key, row, duties.get(key, ("dancer",)))
        yield Engagement(
            ident("engagement", key), person_id(key), _joined(today, int(row["years"])),
            rank=row["rank"],
        )  # fmt: skip
    for order, line in enumerate(values["career"]):
        known = {field: value for field, value in line.items() if field != "dancer"}
        yield CareerLine(ident("career", order), person_id(line["dancer"]), **known)


def _dancer(
    today: date, order: int, key: str, row: dict[str, str], duties: tuple[str, ...]
) -> Person:
    family = row["family"]
    birthday = today - timedelta(days=20 + order * 5)
    return Person(
        person_id(key),
        row["given"],
        family,
        file_under=family.rsplit(" ", 1)[-1] if family.startswith("van ") else "",
        duties=duties,
        gender=row["gender"],
        born=date(birthday.year - int(row["age"]), birthday.month, min(birthday.day, 28)),
        height_cm=int(row["height_cm"]),
        coach_id=person_id(row["coach"]),
        email=_email(row["given"], family),
        phone=f"020 7946 0{100 + order}",
    )


def _staff(today: date, order: int, member: dict[str, Any]) -> Iterator[Record]:
    given, _, family = member["name"].partition(" ")
    yield Person(
        person_id(family), given, family, duties=tuple(member["duties"]),
        email=_email(given, family), phone=f"020 7946 0{200 + order}",
    )  # fmt: skip
    yield Engagement(
        ident("engagement", family), person_id(family), _joined(today, member["years"]),
        title=member["title"],
    )  # fmt: skip


def _joined(today: date, years: int) -> date:
    """The first day of the season so many years ago; at the latest before the history begins."""
    begun = day_of(today, FIRST_WEEK, 0) - timedelta(days=7)
    return date(begun.year - years, begun.month, min(begun.day, 28))


def _email(given: str, family: str) -> str:
    return f"{given}.{family}@example.org".casefold().translate(_PLAIN).replace(" ", "")


_PLAIN = str.maketrans("áéèíëöřåüçñ", "aeeieoraucn")

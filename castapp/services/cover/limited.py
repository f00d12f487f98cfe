"""Dancers who may not dance twice a day, or only so many shows a week, as the puzzle knows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.roster import company
from castapp.domain.slot import days_between, week_start
from castapp.domain.standing import standing

DOUBLE, WEEKLY = "no_double_show", "shows_a_week"


@dataclass(frozen=True, slots=True)
class Room:
    """A week of somebody with a limit: the shows they do not dance yet, and how many they may."""

    shows: frozenset[str]
    most: int


def is_limited(book: Book, person_id: str, shows: Sequence[Performance]) -> bool:
    """Whether somebody has any restriction on the day of one of these shows."""
    return any(standing(book, person_id, day).restrictions for day in {one.day for one in shows})


def no_double_days(book: Book, person_id: str, shows: Sequence[Performance]) -> frozenset[date]:
    """The days on which somebody may dance one show only."""
    return frozenset(
        day for day in {one.day for one in shows} if _amount(book, person_id, day, DOUBLE)
        is not None
    )  # fmt: skip


def rooms(book: Book, person_id: str, shows: Sequence[Performance]) -> list[Room]:
    """Per week of these shows how many more of them somebody with a limit may dance."""
    first_weekday = company(book).first_weekday
    weeks: dict[date, list[Performance]] = {}
    for show in shows:
        weeks.setdefault(week_start(show.day, first_weekday), []).append(show)
    found = []
    for week, mine in sorted(weeks.items()):
        days = days_between(week, week + timedelta(days=6))
        limits = [one for day in days if (one := _amount(book, person_id, day, WEEKLY)) is not None]
        if limits:
            danced = {
                one.performance.id
                for day in days
                for one in stints(book, person_id, day)
                if one.performance is not None and not one.standby
            }
            most = max(0, int(min(limits)) - len(danced))
            found.append(Room(frozenset(show.id for show in mine) - danced, most))
    return found


def full_week(book: Book, person_id: str, show: Performance) -> str:
    """Why a week with a limit has no room for a show: At most 1 show a week: dances Thu 15."""
    if not standing(book, person_id, show.day).restrictions:
        return ""
    for room in rooms(book, person_id, [show]):
        if show.id in room.shows and room.most == 0:
            week = week_start(show.day, company(book).first_weekday)
            days = days_between(week, week + timedelta(days=6))
            most = min(one for day in days
                       if (one := _amount(book, person_id, day, WEEKLY)) is not None)  # fmt: skip
            danced = dict.fromkeys(
                f"{day:%a} {day.day}"
                for day in days
                for one in stints(book, person_id, day)
                if one.performance is not None and not one.standby
            )
            said = f": dances {' and '.join(danced)}" if danced else ""
            return f"At most {most:g} show{'' if most == 1 else 's'} a week{said}"
    return ""


def _amount(book: Book, person_id: str, day: date, code: str) -> float | None:
    limits = standing(book, person_id, day).restrictions
    return next((one.amount for one in limits if one.code == code), None)

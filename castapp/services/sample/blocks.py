"""The sample's rehearsals: blocks of the day filled room by room with what is next in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from castapp.domain.calls import Call, Called
from castapp.domain.slot import week_start
from castapp.services.sample.data import MONDAY, clock_of, ident, person_id
from castapp.services.sample.diary import Diary
from castapp.services.sample.fit import may_dance
from castapp.services.sample.units import Unit

PIANISTS = ("Wren", "Malmqvist")
EXCUSED_SHARE = 6
SMALL = 6
EACH_TBA = 12
DAY_AT_MOST = 120
UNPLACED_AT = (15 * 60, 15 * 60 + 45, 16 * 60 + 30)


@dataclass
class Blocks:
    """Takes rehearsals in turn: the one least often taken, of the week's ballets, comes first."""

    diary: Diary
    units: dict[str, list[Unit]]
    today: date
    taken: Counter[str] = field(default_factory=Counter)

    def fill(
        self, day: date, works: list[str], blocks: list[dict[str, Any]], rooms: list[str]
    ) -> None:
        """Fill a day's blocks; no rehearsal comes twice on one day."""
        done: set[str] = set()
        most = sum(block["minutes"] for block in blocks[:3])
        for block in blocks:
            start, places = clock_of(block["at"]), rooms[: block["rooms"]]
            for place in places:
                minutes = block["minutes"]
                if self.diary.free(place, day, start, start + minutes):
                    for unit in self._turn(works, done, large=place == places[0]):
                        if self._place(unit, day, start, min(minutes, unit.minutes), place, most):
                            done.add(unit.key)
                            break

    def leave_unplaced(self, day: date, works: list[str]) -> None:
        """Three rehearsals that still want a place, an afternoon apart from each other."""
        left: set[str] = set()
        for start in UNPLACED_AT:
            for unit in self._turn(works, left, large=False):
                if not unit.large and self._place(unit, day, start, 45, None, DAY_AT_MOST):
                    left.add(unit.key)
                    break

    def _turn(self, works: list[str], done: set[str], *, large: bool) -> list[Unit]:
        shares = Counter(works)
        waiting = [
            (unit.large != large, (self.taken[unit.key] + 1) / share, order, unit.key, unit)
            for work, share in shares.items()
            for order, unit in enumerate(self.units[work])
            if unit.key not in done
        ]
        return [entry[-1] for entry in sorted(waiting, key=lambda entry: entry[:-1])]

    def _place(
        self, unit: Unit, day: date, start: int, minutes: int, place: str | None, most: int
    ) -> bool:
        end = start + minutes
        lead = next((one for one in unit.leads if self.diary.free(one, day, start, end)), None)
        if lead is None or lead in unit.asked:
            return False
        without, busy, come = self._sorted_out(unit, day, start, minutes, most)
        if len(busy) > len(unit.asked) // EXCUSED_SHARE:
            return False
        if without and (len(unit.asked) < SMALL or 3 * len(come) < 2 * len(unit.asked)):
            return False
        self.taken[unit.key] += 1
        self.diary.put(
            self._call(unit, day, start, minutes, place, lead),
            _lines(unit, start, end, [*without, *busy]),
            come,
        )
        return True

    def _sorted_out(
        self, unit: Unit, day: date, start: int, minutes: int, most: int
    ) -> tuple[list[str], list[str], list[str]]:
        """Its people: who may not dance it, who is busy or has danced enough, and who comes."""
        without: list[str] = []
        busy: list[str] = []
        come: list[str] = []
        for person, demands in unit.asked.items():
            if not may_dance(self.diary.book, person, day, demands):
                without.append(person)
            elif not self.diary.free(person, day, start, start + minutes) or self.diary.full(
                person, day, minutes, most
            ):
                busy.append(person)
                if len(busy) > len(unit.asked) // EXCUSED_SHARE:
                    break
            else:
                come.append(person)
        return without, busy, come

    def _call(
        self, unit: Unit, day: date, start: int, minutes: int, place: str | None, lead: str
    ) -> Call:
        end = start + minutes
        players = (person_id(one) for one in PIANISTS)
        free = (one for one in players if self.diary.free(one, day, start, end))
        open_yet = day > self.today + timedelta(days=1)
        tba = open_yet and place is not None and (self.taken.total() % EACH_TBA == 0)
        return Call(
            ident("call", day, start, place),
            day,
            start,
            minutes,
            unit.kind,
            place,
            unit.production_id,
            unit.sections,
            unit.title,
            lead_id=lead,
            pianist_id=next(free, None) if unit.piano or unit.large else None,
            tba=tba,
            state="tentative" if tba or place is None or self._later(day) else "firm",
        )

    def _later(self, day: date) -> bool:
        return day >= week_start(self.today, MONDAY) + timedelta(weeks=1)


def _lines(unit: Unit, start: int, end: int, without: list[str]) -> Iterator[Called]:
    for line in unit.lines:
        joins = None if line.joins is None else start + line.joins
        leaves = None if line.leaves is None else start + line.leaves
        for role in line.roles:
            yield Called(
                "", "", "role", role_id=role, cast_ids=line.casts, covers=line.covers,
                joins=joins if joins is not None and joins < end else None,
                leaves=leaves if leaves is not None and leaves < end else None,
            )  # fmt: skip
    for person in without:
        yield Called("", "", "person", person_id=person, exclude=True)

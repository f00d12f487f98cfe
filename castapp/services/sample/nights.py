"""Who stands in for whom in the sample's performances, as the office would have entered it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.programme import Part, parts, section_starts
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import dancers, rank, rank_order
from castapp.domain.standing import standing
from castapp.services.sample.casts import role_id, section_id
from castapp.services.sample.data import comeback, ident, person_id
from castapp.services.sample.fit import Times, fits, may_cover, may_dance
from castapp.services.sample.health import BALLERINA, GUEST, injury_day
from castapp.services.sample.plot import open_places

NOON_SHOW = 17 * 60
NEAR_RANKS = 1


def stand_ins(book: Book, today: date) -> Iterator[Override]:
    """Every override, past and to come. The second ballerina's nights away are left as cast."""
    yield from open_places(today, book)
    on_stage: dict[date, set[str]] = {}
    for show in sorted(book.all(Performance), key=lambda one: (one.day, one.curtain)):
        night = _Night(book, show, today, on_stage.setdefault(show.day, set()))
        yield from night.overrides()
        on_stage[show.day] |= set(night.holding)


@dataclass
class _Night:
    """One performance while it is being filled: who holds which roles."""

    book: Book
    show: Performance
    today: date
    earlier: set[str]
    holding: dict[str, list[Role]] = field(default_factory=dict)

    def overrides(self) -> Iterator[Override]:
        """The told plot of the night, then a stand-in for each dancer who cannot."""
        told = {(one.role_id, one.spot): one for one in self._plot()}
        yield from told.values()
        found = parts(self.book, self.show)
        gaps = []
        for part in found:
            if part.cover or part.person_id is None:
                continue
            plotted = told.get((part.role_id, part.spot))
            if plotted is not None and plotted.from_section_id is None:
                self._hold(plotted.person_id, part.role_id)
            elif self._stays(part):
                self._hold(part.person_id, part.role_id)
            else:
                gaps.append(part)
        times = self._times()
        stepped_up: set[tuple[str, int, str]] = set()
        for gap in gaps:
            chosen = self._choose(gap, found, times)
            stepped_up.add((gap.role_id, gap.spot, chosen or ""))
            yield self._override(gap, chosen)
        for part in found:
            if part.cover and part.person_id:
                gone = (part.role_id, part.spot, part.person_id) in stepped_up
                role = self.book.get(Role, part.role_id)
                on_stage = not fits(role, self.holding.get(part.person_id, ()), times)
                if gone or on_stage or not self._can(part.person_id, part.role_id):
                    yield self._override(part, self._next_cover(part, found, times))

    def _plot(self) -> Iterator[Override]:
        if self.show.day == injury_day(self.today):
            yield Override(
                ident("override", self.show.id, "taken over"), self.show.id,
                role_id("giselle", "giselle"), 1, person_id("Castellane"),
                from_section_id=section_id("giselle", "I.galop"), why="took over in act I",
            )  # fmt: skip
        if self.show.curtain < NOON_SHOW:
            yield Override(
                ident("override", self.show.id, "debut"), self.show.id,
                role_id("swan_lake", "odette_odile"), 1, person_id("Sorimachi"), why="debut",
            )  # fmt: skip

    def _stays(self, part: Part) -> bool:
        hurt, back = injury_day(self.today), comeback(self.today)
        if part.person_id == person_id(BALLERINA) and (
            self.show.day == hurt or self.show.day >= back
        ):
            return True
        if part.person_id == person_id(GUEST) and self.show.day >= self.today:
            return True
        return self._can(part.person_id, part.role_id)

    def _can(self, person: str | None, role: str) -> bool:
        if person is None:
            return False
        limits = {one.code for one in standing(self.book, person, self.show.day).restrictions}
        if person in self.earlier and "no_double_show" in limits:
            return False
        return may_dance(self.book, person, self.show.day, self.book.get(Role, role).demands)

    def _hold(self, person: str | None, role: str) -> None:
        if person:
            self.holding.setdefault(person, []).append(self.book.get(Role, role))

    def _choose(self, gap: Part, found: tuple[Part, ...], times: Times) -> str | None:
        """The spot's own cover, else another cover of the role, who is free at those moments."""
        covers = [part for part in found if part.cover and part.role_id == gap.role_id]
        covers.sort(key=lambda part: (part.spot != gap.spot, part.cover, part.spot))
        role = self.book.get(Role, gap.role_id)
        for part in covers:
            person = part.person_id
            others = self.holding.get(person or "", ())
            if self._can(person, gap.role_id) and fits(role, others, times):
                self._hold(person, gap.role_id)
                return person
        return None

    def _next_cover(self, part: Part, found: tuple[Part, ...], times: Times) -> str | None:
        """Somebody else who could go on in the spot: the nearest in rank, standing by already."""
        role, day = self.book.get(Role, part.role_id), self.show.day
        gone = rank_order(self.book, part.person_id or "", day)
        standing_by = {other.person_id for other in found if other.cover}
        fit = [
            (abs(rank_order(self.book, who.id, day) - gone), who.id not in standing_by, order, who)
            for order, who in enumerate(dancers(self.book, day))
            if who.id != part.person_id
            and who.gender == role.gender(part.spot)
            and may_cover(self.book, rank(self.book, who.id, day), role)
            and self._can(who.id, role.id)
            and fits(role, self.holding.get(who.id, ()), times)
        ]
        near = [entry for entry in fit if entry[0] <= NEAR_RANKS]
        return min(near)[-1].id if near else None

    def _times(self) -> Times:
        starts = section_starts(self.book, self.show)
        return {
            key: (start, start + self.book.get(Section, key).minutes)
            for key, start in starts.items()
        }

    def _override(self, part: Part, person: str | None) -> Override:
        why = "stands in" if person and not part.cover else ""
        return Override(
            ident("override", self.show.id, part.role_id, part.spot, part.cover), self.show.id,
            part.role_id, part.spot, person, part.cover, why=why,
        )  # fmt: skip

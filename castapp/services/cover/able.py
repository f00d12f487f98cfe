"""Who could take a post and who cannot, with the reason why not in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from castapp.domain.agenda import AS_DANCER, Stint, stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import HALF, parts, running_minutes
from castapp.domain.repertory import Role
from castapp.domain.roster import by_rank, is_dancer, rank_order
from castapp.domain.slot import clock, overlap
from castapp.domain.standing import standing
from castapp.services.cover.hindrance import hindrance
from castapp.services.cover.knowing import COVER, PERFORMED, Knowing, Known
from castapp.services.cover.limited import full_week
from castapp.services.cover.request import Locks, Request, cut, is_over
from castapp.services.cover.stage import Post, neighbours
from castapp.services.reason import short_day
from castapp.services.reasons import DEMAND_WORDS

LEVEL_ORDER = {PERFORMED: 10, "knows": 20, "learning": 30}
STRANGER = 99


@dataclass
class Able:
    """The book asked who could take what, for one request and its locks.

    `barred` are people kept from a show by a rule found broken, with its words.
    """

    book: Book
    request: Request
    locks: Locks
    knowing: Knowing
    barred: dict[tuple[str, str], str] = field(default_factory=dict)
    _covers: dict[str, dict[tuple[str, int], dict[str, int]]] = field(default_factory=dict)
    _holders: dict[str, dict[tuple[str, int], str | None]] = field(default_factory=dict)
    _order: dict[date, dict[str, int]] = field(default_factory=dict)
    _people: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict)
    _ended: dict[str, list[Performance]] = field(default_factory=dict)
    _ends: dict[str, int] = field(default_factory=dict)
    _cuts: dict[str, int | None] = field(default_factory=dict)
    _busy: dict[tuple[str, str], str] = field(default_factory=dict)

    def people(self, post: Post) -> tuple[str, ...]:
        """Who knows a post and could take it, covers first, then who danced it, then the rest."""
        must = self.must(post)
        if must is not None:
            return () if self.bar(must, post) else (must,)
        key = (post.show.id, post.members[0][0], post.members[0][1], post.past, post.person_id)
        if key not in self._people:
            self._people[key] = self._found(post)
        barred = self.barred
        return tuple(one for one in self._people[key] if (one, post.show.id) not in barred)

    def order(self, person_id: str, post: Post) -> int:
        """Covers in their order, then who performed it, who knows it, who is learning it."""
        cover = self.cover(person_id, post)
        if cover:
            return cover - 1
        known = self.known(person_id, post)
        return LEVEL_ORDER[known.level] if known else STRANGER

    def cover(self, person_id: str, post: Post) -> int:
        """The place somebody has among the covers of a post that night; 0 if none."""
        covers = self._covers_of(post.show)
        found = [covers.get(member, {}).get(person_id, 0) for member in post.members]
        return max(found, default=0)

    def known(self, person_id: str, post: Post) -> Known | None:
        """What somebody has of a post; the least of the roles danced together."""
        found = [self._known(person_id, member) for member in post.members]
        if any(one is None for one in found):
            return None
        return max((one for one in found if one), key=lambda one: LEVEL_ORDER[one.level])

    def level(self, person_id: str, post: Post) -> str:
        """cover, performed, knows, learning; empty for who has nothing of it."""
        if self.cover(person_id, post):
            return COVER
        known = self.known(person_id, post)
        return known.level if known else ""

    def bar(self, person_id: str, post: Post) -> str:
        """Why somebody cannot take a post, whatever they might leave for it; empty if they can."""
        if person_id == post.person_id:
            return "Dances it"
        barred = self.barred.get((person_id, post.show.id), "") if self.barred else ""
        return barred or self._kept_off(person_id, post.show) or self._unfit(person_id, post)

    def holder(self, show: Performance, place: tuple[str, int]) -> str | None:
        """Who dances a spot of a role in a show, as it stands."""
        if show.id not in self._holders:
            self._holders[show.id] = {
                (part.role_id, part.spot): part.person_id
                for part in parts(self.book, show)
                if part.cover == 0
            }
        return self._holders[show.id].get(place)

    def dances(self, show: Performance) -> set[str | None]:
        """Everybody who dances in a show, as it stands."""
        self.holder(show, ("", 0))
        return set(self._holders[show.id].values())

    def begun(self, show: Performance) -> bool:
        """Whether some of a show is danced already."""
        return self.since(show) is not None

    def calls_left(self, person_id: str, post: Post) -> list[Stint]:
        """The calls somebody would leave for a show: as dancer, at its time."""
        return [
            one
            for one in stints(self.book, person_id, post.show.day)
            if one.call is not None and one.duty == AS_DANCER and self._meets(one, post.show)
        ]

    def _found(self, post: Post) -> tuple[str, ...]:
        day = post.show.day
        able = []
        places = self.order_of_papers(day)
        for person_id in self._knowers(post):
            place = places.get(person_id)
            order = self.order(person_id, post)
            if place is None or order == STRANGER or self.bar(person_id, post):
                continue
            able.append((order, rank_order(self.book, person_id, day), place,
                         person_id))  # fmt: skip
        return tuple(entry[-1] for entry in sorted(able))

    def _knowers(self, post: Post) -> set[str]:
        covers = self._covers_of(post.show)
        found = set(self.knowing.of(self.book.get(Role, post.role_id)))
        for member in post.members:
            found |= set(covers.get(member, ()))
        return found

    def order_of_papers(self, day: date) -> dict[str, int]:
        """Every dancer by rank and name; who has no contract kept is among them too."""
        if day not in self._order:
            everybody = filter(is_dancer, self.book.all(Person))
            listed = by_rank(self.book, everybody, day)
            self._order[day] = {who.id: place for place, who in enumerate(listed)}
        return self._order[day]

    def must(self, post: Post) -> str | None:
        """Who must take a post by your wish, whether they know it or not."""
        for one in self.locks.must:
            tonight = one.performance_id in (None, post.show.id)
            if tonight and (one.role_id, one.spot) in post.members:
                return one.person_id
        return None

    def _known(self, person_id: str, member: tuple[str, int]) -> Known | None:
        role = self.book.get(Role, member[0])
        known = self.knowing.of(role).get(person_id)
        person = self.book.find(Person, person_id)
        if known is None or person is None:
            return None
        return known if self.knowing.suits(role, member[1], person, known) else None

    def _covers_of(self, show: Performance) -> dict[tuple[str, int], dict[str, int]]:
        if show.id not in self._covers:
            found: dict[tuple[str, int], dict[str, int]] = {}
            for part in parts(self.book, show):
                if part.cover and part.person_id:
                    found.setdefault((part.role_id, part.spot), {})[part.person_id] = part.cover
            self._covers[show.id] = found
        return self._covers[show.id]

    def _away(self, person_id: str, show: Performance) -> str:
        now = standing(self.book, person_id, show.day)
        if not now.engaged:
            return "Not under contract"
        if now.absence:
            last = now.absence.last
            return f"Away until {short_day(last)}" if last else "Away, no date of return"
        if now.status not in ("full", "modified"):
            word = now.status[:1].upper() + now.status[1:]
            return f"{word} since {short_day(now.since)}" if now.since else word
        return ""

    def _limited(self, person_id: str, post: Post) -> str:
        for limit in standing(self.book, person_id, post.show.day).restrictions:
            words = limit.words[:1].upper() + limit.words[1:]
            if limit.code == "marking_only":
                return words
            for role_id, spot in post.members:
                role = self.book.get(Role, role_id)
                against = next((one for one in role.asks(spot) if limit.forbids(one)), "")
                if against:
                    return f"{words}: {DEMAND_WORDS[against]}"
        return ""

    def _kept_off(self, person_id: str, show: Performance) -> str:
        """What keeps somebody from a whole show."""
        key = (person_id, show.id)
        if key not in self._busy:
            if person_id in self.request.people:
                self._busy[key] = "Is off"
            elif person_id in self.locks.without:
                self._busy[key] = "Left out by your wish"
            else:
                self._busy[key] = (
                    self._away(person_id, show)
                    or self._busy_words(person_id, show)
                    or full_week(self.book, person_id, show)
                )
        return self._busy[key]

    def _unfit(self, person_id: str, post: Post) -> str:
        """What keeps somebody from this post of it."""
        return self._limited(person_id, post) or hindrance(self, person_id, post)

    def _busy_words(self, person_id: str, show: Performance) -> str:
        for one in stints(self.book, person_id, show.day):
            if not self._meets(one, show):
                continue
            if one.performance is not None and one.performance.id != show.id and not one.standby:
                return "On stage elsewhere at the same time"
            if one.call is not None and one.duty != AS_DANCER:
                return f"Has a call until {clock(one.end)}"
        return ""

    def over(self, show: Performance) -> list[Performance]:
        """The shows near one that are over when they go off."""
        if show.id not in self._ended:
            self._ended[show.id] = [
                one
                for one in neighbours(self.book, [show])
                if one.id != show.id and is_over(self.book, self.request, one)
            ]
        return self._ended[show.id]

    def since(self, show: Performance) -> int | None:
        """The clock minute before which all of a show is danced; None if it has not begun."""
        if show.id not in self._cuts:
            self._cuts[show.id] = cut(self.book, self.request, show)
        return self._cuts[show.id]

    def _meets(self, one: Stint, show: Performance) -> bool:
        if show.id not in self._ends:
            self._ends[show.id] = show.curtain + running_minutes(self.book, show)
        return overlap(one.start, one.end, show.curtain - HALF, self._ends[show.id])

"""Who knows a role and from where: covers, those who danced it, the other casts, the learners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import REHEARSAL_KINDS, Call
from castapp.domain.casting import Cast, Casting, Override
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.services.known import RECENT_DAYS, REHEARSED_DAYS, Record, Rehearsed, dancers_of
from castapp.services.readiness import Readiness, readiness

COVER, PERFORMED, KNOWS, LEARNING = "cover", "performed", "knows", "learning"


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody has of a role: shows danced, place in a cast, rehearsals.

    `spots` are the spots held in any cast, empty if only the record tells of it.
    """

    record: Record | None = None
    cast: str = ""
    dances: bool = False
    spots: frozenset[int] = frozenset()
    rehearsed: Rehearsed | None = None

    @property
    def level(self) -> str:
        """The most that can be said: performed, knows (cast in it), learning."""
        if self.record:
            return PERFORMED
        return KNOWS if self.spots else LEARNING


@dataclass
class Knowing:
    """The knowledge of all roles as of a clock minute of a day, looked up once a role."""

    book: Book
    day: date
    clock: int = 0
    _roles: dict[str, Mapping[str, Known]] = field(default_factory=dict)
    _rehearsed: dict[str, Mapping[str, dict[str, Rehearsed]]] = field(default_factory=dict)
    _records: dict[str, Mapping[str, Record]] = field(default_factory=dict)
    _ready: dict[str, Mapping[str, Readiness]] = field(default_factory=dict)

    def of(self, role: Role) -> Mapping[str, Known]:
        """Person id → what they have of a role; who has nothing of it is left out."""
        if role.id not in self._roles:
            self._roles[role.id] = self._of(role)
        return self._roles[role.id]

    def records(self, role: Role) -> Mapping[str, Record]:
        """Everybody who danced a role before the day."""
        if role.id not in self._records:
            self._records[role.id] = dancers_of(self.book, role, self.day)
        return self._records[role.id]

    def rehearsed(self, role: Role) -> Mapping[str, Rehearsed]:
        """Who was called to a role's rehearsals in the weeks before, those of the day with them."""
        if role.production_id not in self._rehearsed:
            self._rehearsed[role.production_id] = self._of_calls(role.production_id)
        return self._rehearsed[role.production_id].get(role.id, {})

    def ready(self, role: Role) -> Mapping[str, Readiness]:
        """How far each has come with a role."""
        if role.id not in self._ready:
            found = readiness(self.book, role.id, self.day)
            self._ready[role.id] = {one.person_id: one for one in found}
        return self._ready[role.id]

    def suits(self, role: Role, spot: int, person: Person, known: Known) -> bool:
        """Whether what somebody knows of a role is this spot of it: in a pair or a mixed group,
        a spot of the same gender.
        """
        if len(set(role.genders)) < 2:
            return True
        wanted = role.gender(spot)
        if known.spots:
            return any(role.gender(one) == wanted for one in known.spots if one <= role.spots)
        return wanted == "X" or person.gender in ("", wanted)

    def _of(self, role: Role) -> dict[str, Known]:
        records, rehearsed = self.records(role), self.rehearsed(role)
        words: dict[str, tuple[bool, int, str]] = {}
        spots: dict[str, set[int]] = {}
        for one in self.book.where(Casting, "role_id", role.id):
            spots.setdefault(one.person_id, set()).add(one.spot)
            entry = _place(self.book, one)
            words[one.person_id] = min(entry, words.get(one.person_id, entry))
        for other in self.book.where(Override, "role_id", role.id):
            if other.person_id:
                spots.setdefault(other.person_id, set()).add(other.spot)
                words.setdefault(other.person_id, (other.cover > 0, 99, "put in before"))
        people = {**records, **rehearsed, **spots}
        return {
            person_id: Known(
                records.get(person_id),
                words.get(person_id, (True, 0, ""))[2],
                not words.get(person_id, (True, 0, ""))[0],
                frozenset(spots.get(person_id, ())),
                rehearsed.get(person_id),
            )
            for person_id in people
        }

    def _of_calls(self, production_id: str) -> dict[str, dict[str, Rehearsed]]:
        since = self.day - timedelta(days=REHEARSED_DAYS)
        recent = self.day - timedelta(days=RECENT_DAYS)
        found: dict[str, dict[str, Rehearsed]] = {}
        for call in self.book.where(Call, "production_id", production_id):
            if not since <= call.day <= self.day or call.state == "cancelled":
                continue
            if call.kind not in REHEARSAL_KINDS:
                continue
            if call.day == self.day and call.end > self.clock:
                continue
            for who in called_people(self.book, call):
                if who.role_id:
                    mine = found.setdefault(who.role_id, {})
                    old = mine.get(who.person_id)
                    last = max(old.last, call.day) if old else call.day
                    mine[who.person_id] = Rehearsed(
                        (old.times if old else 0) + 1,
                        last,
                        (old.recent if old else 0) + (call.day >= recent),
                    )
        return found


def _place(book: Book, casting: Casting) -> tuple[bool, int, str]:
    cast = book.find(Cast, casting.cast_id)
    name = f"{cast.name} cast" if cast else "a cast"
    words = f"cover, {name}" if casting.cover else name
    return casting.cover > 0, cast.order if cast else 99, words

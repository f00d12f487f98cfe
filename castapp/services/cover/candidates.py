"""Who could fill a gap, best first, with the reasons and what they would leave behind; then who
was looked at and cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.domain.roster import dancers, rank, rank_order
from castapp.services.cover.able import Able
from castapp.services.cover.judging import bars_found, told
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.nights import Night, nights
from castapp.services.cover.openings import Gap
from castapp.services.cover.price import FEWEST, Prices, partner_of
from castapp.services.cover.request import Locks, Request
from castapp.services.cover.solution import Move, Solution
from castapp.services.cover.stage import Post
from castapp.services.cover.strain import Facts
from castapp.services.cover.whereabouts import Whereabouts, whereabouts
from castapp.services.cover.words import Telling
from castapp.services.reason import CANNOT, Reason

Usuals = Mapping[str, tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody for a gap. `level` is cover, performed, knows, learning or nothing.

    `reasons` say what speaks for and against; `leaves` the parts and calls they would leave,
    each to be filled in turn; `week` the minutes of the seven days to the show with this in it,
    `week_word` how that compares with their own usual.
    """

    person_id: str
    level: str
    rank: str
    reasons: tuple[Reason, ...]
    leaves: tuple[Reason, ...]
    where: Whereabouts
    week: int
    week_word: str = ""

    @property
    def can(self) -> bool:
        """Whether nothing makes it impossible."""
        return all(reason.severity != CANNOT for reason in self.reasons)

    @property
    def moves_nobody(self) -> bool:
        """Whether they could simply go on."""
        return not any(reason.kind == "leaves" for reason in self.leaves)


class Candidates:
    """The gaps of one request, each asked who could fill it."""

    def __init__(
        self, book: Book, request: Request, gaps: tuple[Gap, ...], locks: Locks | None = None
    ) -> None:
        self._able = Able(
            book, request, locks or Locks(), Knowing(book, request.first, request.clock)
        )
        self._nights = nights(self._able, gaps)
        self._telling = Telling(self._able)
        self._prices = Prices(Facts(self._able), FEWEST)

    def of(self, gap: Gap, usuals: Usuals | None = None) -> tuple[Candidate, ...]:
        """Who knows a gap's spot: covers first, then who performed it, then who knows it; fewest
        people moved first within each. Then everybody else who was looked at, each with why not:
        first those who know it, then the others, the nearest in rank first.
        """
        night, number = self._find(gap)
        post = night.posts[number]
        known = self._knowers(post)
        can = self._able.people(post)
        able = [self._candidate(night, number, one, usuals or {}) for one in can]
        found = [one for one in able if one.can]
        found.sort(key=lambda one: self._key(one, post))
        found += [one for one in able if not one.can]
        found += [self._candidate(night, number, one, usuals or {})
                  for one in known if one not in can and one != gap.person_id]  # fmt: skip
        listed = {one.person_id for one in found}
        others = [one for one in self._looked_at(gap) if one not in listed]
        return (*found, *(self._stranger(post, one, usuals or {}) for one in others))

    def _looked_at(self, gap: Gap) -> list[str]:
        """Everybody else who might be thought of for a spot, those nearest in rank first."""
        book, day = self._able.book, gap.day
        usual = book.get(Role, gap.role_id).gender(gap.spot)
        order = rank_order(book, gap.person_id, day)
        found = [
            who.id
            for who in dancers(book, day)
            if who.id not in self._able.request.people
            and (usual == "X" or who.gender in ("", usual))
        ]
        return sorted(found, key=lambda one: abs(rank_order(book, one, day) - order))

    def _stranger(self, post: Post, person_id: str, usuals: Usuals) -> Candidate:
        """Somebody who has nothing of a role, with what they dance that night and why not."""
        able = self._able
        why = able.bar(person_id, post) or "Has not learnt it"
        mine = next((part for part in parts(able.book, post.show)
                     if part.person_id == person_id and not part.cover), None)  # fmt: skip
        if mine is not None:
            role = able.book.get(Role, mine.role_id)
            night = "Tonight" if post.show.day == able.request.first else "That night"
            name = f"{role.name} {role.spot_name(mine.spot)}".strip()
            why = f"{night}’s {name}, {why[:1].lower()}{why[1:]}"
        week = self._prices.facts.week(person_id, post)
        return Candidate(
            person_id,
            "",
            rank(able.book, person_id, post.show.day),
            (Reason("cannot", why, CANNOT),),
            (),
            whereabouts(able.book, person_id, able.request.first, able.request.clock),
            week,
            _compared(week, usuals.get(person_id, (None, None))),
        )

    def _forbidden(self, post: Post, person_id: str) -> str:
        """What the rules would say against somebody who would simply go on; empty if nothing."""
        able = self._able
        moves = tuple(
            Move(post.show.id, able.book.get(Role, role_id).production_id, role_id, spot,
                 post.person_id, person_id, post.from_section_id, able.request.people[0])
            for role_id, spot in post.members
        )  # fmt: skip
        alone = Solution(FEWEST, moves)
        bars = bars_found(able, alone, told(able.book, alone))
        return bars.get((person_id, post.show.id), "")

    def _find(self, gap: Gap) -> tuple[Night, int]:
        for night in self._nights:
            number = night.places.get((gap.performance_id, gap.role_id, gap.spot))
            if number is not None:
                return night, number
        raise Invalid("That part of the show is over.")

    def _knowers(self, post: Post) -> list[str]:
        order = self._able.order_of_papers(post.show.day)
        return [person_id for person_id in order if self._able.level(person_id, post)]

    def _key(self, one: Candidate, post: Post) -> tuple[int, int, float, str]:
        order = self._able.order(one.person_id, post)
        parts = sum(reason.kind == "leaves" for reason in one.leaves)
        return (order, parts, self._prices.price(one.person_id, post), one.person_id)

    def _candidate(self, night: Night, number: int, person_id: str, usuals: Usuals) -> Candidate:
        post, able = night.posts[number], self._able
        other = night.partner(partner_of(able.book, post), post.show.id)
        mate = night.posts[other].person_id if other is not None else None
        partner_id = mate if mate not in able.request.people else None
        why = able.bar(person_id, post)
        reasons = list(self._telling.reasons(person_id, post, partner_id, self._prices))
        if why:
            reasons.insert(0, Reason("cannot", why, CANNOT))
        held = sum(1 << at for at, one in enumerate(night.posts) if one.person_id == person_id)
        left = night.clashes[number] & held
        if left and person_id in able.locks.keep:
            reasons.insert(0, Reason("kept", "Stays where they are by your wish", CANNOT))
        against = "" if why or left else self._forbidden(post, person_id)
        if against:
            reasons.insert(0, Reason("cannot", against, CANNOT))
        week = self._prices.facts.week(person_id, post)
        return Candidate(
            person_id,
            able.level(person_id, post),
            rank(able.book, person_id, post.show.day),
            tuple(reasons),
            tuple(self._telling.left(person_id, post, left, night)),
            whereabouts(able.book, person_id, able.request.first, able.request.clock),
            week,
            _compared(week, usuals.get(person_id, (None, None))),
        )


def candidates(
    book: Book, request: Request, gap: Gap, usuals: Usuals | None = None
) -> tuple[Candidate, ...]:
    """Who could fill one gap; for several of one request, ask Candidates."""
    return Candidates(book, request, (gap,)).of(gap, usuals)


def _compared(week: int, usual: tuple[float | None, float | None]) -> str:
    low, high = usual
    if low is None or high is None:
        return ""
    return "above usual" if week > high else "below usual" if week < low else "usual"

"""What a change costs: every figure of a ranking, each with its words, so that it can be opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name, rank_order
from castapp.services.cover.able import Able
from castapp.services.cover.knowing import COVER, KNOWS, PERFORMED
from castapp.services.cover.stage import Post
from castapp.services.cover.strain import WEIGHS_ON, Facts, Part, strains
from castapp.services.knowing import long_ago
from castapp.services.known import partner_place, together
from castapp.services.pairs import REGULAR, wish
from castapp.services.reasons import LEAST_TALLER

FEWEST, PARTNERS, LIGHTEST = "fewest changes", "keeps partnerships", "lightest for the dancers"
CHANGES, KNOWN, PARTNER = "changes", "knows it", "partner"
KNOWN_PRICE = {COVER: 0.0, PERFORMED: 6.0, KNOWS: 10.0, "learning": 18.0}
LONG_AGO_PRICE, NEW_PRICE = 14.0, 24.0
CHANGE_PRICE = 10.0
NEW_PAIR = 3.0
DOWN_A_RANK, UP_A_RANK = 3.0, 0.3
APART_PRICE = 300.0
"""A pair wished apart: above any other figure."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each figure counts when looking for one kind; what is told is the figure itself."""

    change: float = 1
    known: float = 1
    strain: float = 1
    pair: float = 1

    def of(self, name: str) -> float:
        """How much a figure of that name counts."""
        if name == PARTNER:
            return self.pair
        if name == CHANGES:
            return self.change
        if name == KNOWN:
            return self.known
        return self.strain if name in WEIGHS_ON else 1


WEIGHTS: Mapping[str, Weights] = {
    FEWEST: Weights(),
    PARTNERS: Weights(change=0.1, known=0.25, pair=4),
    LIGHTEST: Weights(change=0.2, known=0.25, strain=4),
}


@dataclass
class Prices:
    """The prices of one kind of solution. `given` are the shows people were given already, `lost`
    those they are taken out of.
    """

    facts: Facts
    kind: str
    given: dict[str, set[str]] = field(default_factory=dict)
    lost: dict[str, set[str]] = field(default_factory=dict)
    _least: dict[tuple[str, str, int], float] = field(default_factory=dict)
    _pairs: dict[tuple[str, str, date], Part] = field(default_factory=dict)
    _parts: dict[tuple[object, ...], tuple[Part, ...]] = field(default_factory=dict)
    _sums: dict[tuple[object, ...], float] = field(default_factory=dict)

    @property
    def able(self) -> Able:
        return self.facts.able

    @property
    def weights(self) -> Weights:
        return WEIGHTS[self.kind]

    def price(self, person_id: str, post: Post) -> float:
        """What somebody's taking a post counts for this kind, the pair aside."""
        key = self._key(person_id, post)
        if key not in self._sums:
            self._sums[key] = sum(self.counted(part) for part in self.parts(person_id, post))
        return self._sums[key]

    def counted(self, part: Part) -> float:
        """What a figure counts for this kind."""
        if part.value >= APART_PRICE:
            return part.value
        return part.value * self.weights.of(part.name)

    def least(self, post: Post) -> float:
        """What a post counts at the very least, whoever takes it."""
        key = (post.show.id, post.role_id, post.spot)
        if key not in self._least:
            people = self.able.people(post)
            known = self.counted(self._known(people[0], post)) if people else 0.0
            self._least[key] = self.counted(self._change(post)) + known
        return self._least[key]

    def parts(self, person_id: str, post: Post) -> tuple[Part, ...]:
        """The figures of somebody's taking a post, those of nothing left out."""
        key = self._key(person_id, post)
        if key not in self._parts:
            found = (
                self._change(post),
                self._known(person_id, post),
                *strains(self.facts, person_id, post, self.given, self.lost),
                *self._on_the_day(person_id, post),
                self._height(person_id, post),
                self._rank(person_id, post),
            )
            self._parts[key] = tuple(part for part in found if part.value)
        return self._parts[key]

    def _key(self, person_id: str, post: Post) -> tuple[object, ...]:
        """What the figures of somebody in a post depend on."""
        given, lost = self.given.get(person_id, ()), self.lost.get(person_id, ())
        return (post.show.id, *post.members[0], person_id, len(given), len(lost))

    def pair(self, person_id: str, partner_id: str, post: Post) -> Part:
        """What it costs that two people dance together: nothing for a regular pair."""
        key = (person_id, partner_id, post.show.day)
        if key not in self._pairs:
            self._pairs[key] = self._pair(*key)
        return self._pairs[key]

    def _pair(self, person_id: str, partner_id: str, day: date) -> Part:
        shows = together(self.able.book, person_id, partner_id, day)
        name = inside_name(self.able.book, partner_id)
        said = wish(self.able.book, person_id, partner_id)
        if said is not None and said.wish == "apart":
            return Part(PARTNER, f"Not with {name} by your wish", APART_PRICE)
        if said is not None:
            return Part(PARTNER, f"With {name} by your wish", 0.0)
        worth = round(NEW_PAIR * max(0.0, 1 - shows / REGULAR), 2)
        often = "never" if not shows else "once" if shows == 1 else f"{shows} times"
        return Part(PARTNER, f"With {name} {often}", worth)

    def _change(self, post: Post) -> Part:
        rows = len(post.members)
        return Part(CHANGES, f"{rows} change{'s' if rows > 1 else ''}", CHANGE_PRICE * rows)

    def _known(self, person_id: str, post: Post) -> Part:
        level = self.able.level(person_id, post)
        words = {
            COVER: "Covers it",
            PERFORMED: "Has danced it",
            KNOWS: "Is cast in it",
            "learning": "Is learning it",
        }
        value, text = KNOWN_PRICE.get(level, NEW_PRICE), words.get(level, "New to it")
        known = self.able.known(person_id, post) if level == PERFORMED else None
        if known and known.record and long_ago(known.record, post.show.day):
            value, text = LONG_AGO_PRICE, "Danced it long ago"
        if level == COVER:
            value += self.able.cover(person_id, post) - 1
        return Part(KNOWN, text, value)

    def _on_the_day(self, person_id: str, post: Post) -> Iterable[Part]:
        left = len(self.able.calls_left(person_id, post))
        if left:
            yield Part("calls", f"Leaves {left} call{'s' if left > 1 else ''}", 3 * left)
        if post.show.day == self.able.request.first and self._not_in(person_id, post.show):
            yield Part("not in", "Not in the building that day", 6 if post.past else 1)

    def _not_in(self, person_id: str, show: Performance) -> bool:
        return not stints(self.able.book, person_id, show.day)

    def _height(self, person_id: str, post: Post) -> Part:
        """Too little taller, or taller at all, than the partner of the night."""
        book = self.able.book
        place = partner_of(book, post)
        who = book.find(Person, person_id)
        mate = book.find(Person, self._holder(post.show, place)) if place else None
        if not who or not mate or not who.height_cm or not mate.height_cm:
            return Part("height", "", 0)
        if mate.id == who.id or mate.id in self.able.request.people:
            return Part("height", "", 0)
        man = who.gender == "M" or mate.gender == "F"
        taller = (who.height_cm - mate.height_cm) * (1 if man else -1)
        text = f"{who.height_cm / 100:.2f} m, {inside_name(book, mate.id)}"
        text += f" {mate.height_cm / 100:.2f} m"
        return Part("height", text, 2.0 if taller < LEAST_TALLER else 0)

    def _holder(self, show: Performance, place: tuple[str, int]) -> str | None:
        return self.able.holder(show, place)

    def _rank(self, person_id: str, post: Post) -> Part:
        """Like follows like: nobody goes down into the corps where one of the corps could."""
        book, day = self.able.book, post.show.day
        if post.person_id is None:
            return Part("rank", "", 0)
        down = rank_order(book, post.person_id, day) - rank_order(book, person_id, day)
        apart = abs(down)
        text = f"{apart} rank{'s' if apart > 1 else ''} {'above' if down > 0 else 'below'} them"
        return Part("rank", text, round(apart * (DOWN_A_RANK if down > 0 else UP_A_RANK), 2))


def partner_of(book: Book, post: Post) -> tuple[str, int] | None:
    """The role and spot a post is partnered by."""
    found = (partner_of_role(book, role_id, spot) for role_id, spot in post.members)
    return next((place for place in found if place is not None), None)


def partner_of_role(book: Book, role_id: str, spot: int) -> tuple[str, int] | None:
    """The role and spot a spot of a role is partnered by, looked up once."""
    kept = book.cache("cover_partner", Role)
    if (role_id, spot) not in kept:
        kept[(role_id, spot)] = partner_place(book, book.get(Role, role_id), spot)
    found: tuple[str, int] | None = kept[(role_id, spot)]
    return found

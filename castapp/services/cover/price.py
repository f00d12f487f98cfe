"""What a change costs: every figure of a ranking, each with its words, so that it can be opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from castapp.domain.agenda import stints
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name, rank_order
from castapp.domain.slot import length
from castapp.domain.workload import minutes_between
from castapp.services.cover.able import Able
from castapp.services.cover.knowing import COVER, KNOWS, PERFORMED
from castapp.services.cover.stage import Post
from castapp.services.known import partner_place, together
from castapp.services.pairs import REGULAR, wish
from castapp.services.reason import short_day
from castapp.services.reasons import LEAST_TALLER

FEWEST, PARTNERS, LIGHTEST = "fewest changes", "keeps partnerships", "lightest for the dancers"
KINDS = (FEWEST, PARTNERS, LIGHTEST)
KNOWN_PRICE = {COVER: 0.0, PERFORMED: 3.0, KNOWS: 5.0, "learning": 9.0}
APART_PRICE = 300.0
"""A pair wished apart: above any other figure."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing counts in one kind of solution."""

    change: float
    known: float
    strain: float
    load: float
    pair: float


WEIGHTS: Mapping[str, Weights] = {
    FEWEST: Weights(change=10, known=2, strain=1, load=0.1, pair=0.5),
    PARTNERS: Weights(change=1, known=0.5, strain=0.5, load=0.1, pair=12),
    LIGHTEST: Weights(change=2, known=0.5, strain=3, load=1, pair=0.5),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a price: what it is about, in words, and how much it adds."""

    name: str
    text: str
    value: float


@dataclass
class Facts:
    """What the book says of people around a show, looked up once for all kinds."""

    able: Able
    _nights: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    _weeks: dict[tuple[str, date], int] = field(default_factory=dict)

    def nights(self, person_id: str, show: Performance) -> tuple[int, ...]:
        """The other shows somebody dances around one, as days from it."""
        key = (person_id, show.id)
        if key not in self._nights:
            book = self.able.book
            self._nights[key] = tuple(
                by
                for by in range(-3, 4)
                for one in stints(book, person_id, show.day + timedelta(days=by))
                if one.performance and not one.standby and one.performance.id != show.id
            )
        return self._nights[key]

    def week(self, person_id: str, day: date) -> int:
        """Danced minutes of the seven days that end on a day."""
        key = (person_id, day)
        if key not in self._weeks:
            self._weeks[key] = minutes_between(
                self.able.book, person_id, day - timedelta(days=6), day
            )
        return self._weeks[key]


@dataclass
class Prices:
    """The prices of one kind of solution. `given` are the shows people were given already."""

    facts: Facts
    kind: str
    given: dict[str, set[str]] = field(default_factory=dict)
    _least: dict[tuple[str, str, int], float] = field(default_factory=dict)
    _pairs: dict[tuple[str, str, date], Part] = field(default_factory=dict)
    _parts: dict[tuple[str, str, int, str, int], tuple[Part, ...]] = field(default_factory=dict)

    @property
    def able(self) -> Able:
        return self.facts.able

    @property
    def weights(self) -> Weights:
        return WEIGHTS[self.kind]

    def price(self, person_id: str, post: Post) -> float:
        """What it costs that somebody takes a post, the pair aside."""
        return sum(part.value for part in self.parts(person_id, post))

    def least(self, post: Post) -> float:
        """What a post costs at the very least, whoever takes it."""
        key = (post.show.id, post.role_id, post.spot)
        if key not in self._least:
            people = self.able.people(post)
            known = self._known(people[0], post).value if people else 0.0
            self._least[key] = self._change(post).value + known
        return self._least[key]

    def parts(self, person_id: str, post: Post) -> tuple[Part, ...]:
        """The figures of that price, those of nothing left out."""
        key = (post.show.id, post.role_id, post.spot, person_id, len(self.given.get(person_id, ())))
        if key not in self._parts:
            found = (
                self._change(post),
                self._known(person_id, post),
                *self._strain(person_id, post),
                self._load(person_id, post),
                self._height(person_id, post),
                self._rank(person_id, post),
            )
            self._parts[key] = tuple(part for part in found if part.value)
        return self._parts[key]

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
            return Part("partner", f"Not with {name} by your wish", APART_PRICE)
        if said is not None:
            return Part("partner", f"With {name} by your wish", 0.0)
        worth = self.weights.pair * max(0.0, 1 - shows / REGULAR)
        often = "never" if not shows else "once" if shows == 1 else f"{shows} times"
        return Part("partner", f"With {name} {often}", worth)

    def _change(self, post: Post) -> Part:
        rows = len(post.members)
        return Part(
            "changes", f"{rows} change{'s' if rows > 1 else ''}", self.weights.change * rows
        )

    def _known(self, person_id: str, post: Post) -> Part:
        level = self.able.level(person_id, post)
        words = {
            COVER: "Covers it",
            PERFORMED: "Has danced it",
            KNOWS: "Is cast in it",
            "learning": "Is learning it",
        }
        value = KNOWN_PRICE.get(level, 12.0)
        if level == COVER:
            value += (self.able.cover(person_id, post) - 1) / 2
        return Part("knows it", words.get(level, "New to it"), self.weights.known * value)

    def _strain(self, person_id: str, post: Post) -> Iterable[Part]:
        nights = self._nights(person_id, post.show)
        weight = self.weights.strain
        same = nights.count(0)
        if same:
            yield Part("two shows", "Two shows that day", weight * (6 if post.lead else 3))
        beside = [by for by in nights if abs(by) == 1]
        if beside and post.lead:
            day = post.show.day + timedelta(days=beside[0])
            yield Part("night after night", f"Also on {short_day(day)}", weight * 5)
        close = sum(1 for by in nights if -4 < by < 4)
        if close >= 2:
            yield Part("third in four days", f"{close} other shows around it", weight * 2)
        left = len(self.able.calls_left(person_id, post))
        if left:
            yield Part("calls", f"Leaves {left} call{'s' if left > 1 else ''}", weight * 3 * left)
        if post.show.day == self.able.request.first and self._not_in(person_id, post.show):
            yield Part("not in", "Not in the building that day", weight * (6 if post.past else 1))

    def _nights(self, person_id: str, show: Performance) -> list[int]:
        """The shows somebody dances around one, as days from it, those given just now too."""
        found = list(self.facts.nights(person_id, show))
        given = self.given.get(person_id, set()) - {show.id}
        for show_id in sorted(given):
            by = (self.able.book.get(Performance, show_id).day - show.day).days
            if abs(by) < 4:
                found.append(by)
        return found

    def _not_in(self, person_id: str, show: Performance) -> bool:
        return not stints(self.able.book, person_id, show.day)

    def _load(self, person_id: str, post: Post) -> Part:
        minutes = sum(turn.end - turn.start for turn in post.turns)
        effort = self.able.book.get(Role, post.role_id).effort
        week = self.facts.week(person_id, post.show.day)
        value = minutes * effort / 100 + week / 240
        return Part("load", f"{length(week)} in seven days", self.weights.load * round(value, 2))

    def _height(self, person_id: str, post: Post) -> Part:
        """Too little taller, or taller at all, than the partner of the night."""
        book = self.able.book
        place = partner_of(book, post)
        who = book.find(Person, person_id)
        mate = book.find(Person, self._holder(post.show, place)) if place else None
        if not who or not mate or not who.height_cm or not mate.height_cm or mate.id == who.id:
            return Part("height", "", 0)
        man = who.gender == "M" or mate.gender == "F"
        taller = (who.height_cm - mate.height_cm) * (1 if man else -1)
        text = f"{who.height_cm / 100:.2f} m, {inside_name(book, mate.id)}"
        text += f" {mate.height_cm / 100:.2f} m"
        return Part("height", text, 2.0 if taller < LEAST_TALLER else 0)

    def _holder(self, show: Performance, place: tuple[str, int]) -> str | None:
        return self.able.holder(show, place)

    def _rank(self, person_id: str, post: Post) -> Part:
        """A breath in favour of the rank of the one replaced, so that like follows like."""
        book, day = self.able.book, post.show.day
        if post.person_id is None:
            return Part("rank", "", 0)
        apart = abs(rank_order(book, person_id, day) - rank_order(book, post.person_id, day))
        return Part("rank", f"{apart} rank{'s' if apart > 1 else ''} apart", 0.3 * apart)


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

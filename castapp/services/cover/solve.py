"""Three complete solutions different in kind; the best partial one where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.services.cover.able import Able
from castapp.services.cover.cheapest import Pricing, cheapest
from castapp.services.cover.judging import bars_found, told
from castapp.services.cover.knowing import Knowing
from castapp.services.cover.nights import Night, nights
from castapp.services.cover.openings import gaps
from castapp.services.cover.otherwise import other_ways, same
from castapp.services.cover.price import (
    FEWEST,
    KINDS,
    LIGHTEST,
    PARTNERS,
    Facts,
    Prices,
    partner_of,
)
from castapp.services.cover.puzzle import NEVER, Answer, Puzzle, bits
from castapp.services.cover.request import Locks, Request, check
from castapp.services.cover.search import MOST_NODES, Search, TooLong
from castapp.services.cover.solution import Move, Solution
from castapp.services.cover.stage import Post
from castapp.services.cover.watching import UNWATCHED, Watch
from castapp.services.cover.wishes import apart_bars
from castapp.services.cover.words import Telling

ROUNDS = 6
NODES = 1_200
LEAST_NODES = 60
PARTIAL_NODES = 4_000
STAYS_OPEN = 1_000.0
_SOUGHT = {FEWEST: "changes least", PARTNERS: "keeps pairs together", LIGHTEST: "is lightest"}
SLACK = {FEWEST: 0, PARTNERS: 2, LIGHTEST: 2}


@dataclass(frozen=True)
class Solved:
    """An answer for one night."""

    night: Night
    answer: Answer
    proved: bool


def solutions(
    book: Book, request: Request, locks: Locks | None = None, watch: Watch = UNWATCHED
) -> tuple[Solution, ...]:
    """Up to three complete solutions, fewest changes first; else the best partial one alone.

    Empty if nothing opens. Once the watch says it is enough, the complete ones found so far.
    Raises Invalid for a request that cannot be meant.
    """
    solver = _solver(book, request, locks, watch)
    if solver is None:
        return ()
    found: list[Solution] = []
    for number, kind in enumerate(KINDS):
        watch.tell(number / len(KINDS), f"Looking for what {_SOUGHT[kind]}")
        solution = solver.another(kind, found)
        if watch.enough():
            return tuple(one for one in found if one.complete)
        if solution is not None:
            found.append(solution)
        if not found[0].complete:
            break
    together = [one for one in found if one.complete and not apart_bars(book, one)]
    return tuple(sorted(together or found, key=lambda one: one.changes))


def fewest(book: Book, request: Request, locks: Locks | None = None) -> Solution | None:
    """The one with the fewest changes, or the best partial one; None if nothing opens.

    Raises Invalid for a request that cannot be meant.
    """
    solver = _solver(book, request, locks, UNWATCHED)
    return solver.another(FEWEST, ()) if solver else None


def _solver(book: Book, request: Request, locks: Locks | None, watch: Watch) -> _Solver | None:
    check(book, request, locks)
    opened = gaps(book, request)
    if not opened:
        return None
    able = Able(book, request, locks or Locks(), Knowing(book, request.first))
    found = nights(able, opened)
    _check_musts(able, found)
    return _Solver(able, found, watch)


def _check_musts(able: Able, found: Sequence[Night]) -> None:
    """Refuse somebody who must go on and cannot."""
    for night in found:
        for number in bits(night.gaps):
            post = night.posts[number]
            person_id = able.must(post)
            why = able.bar(person_id, post) if person_id else ""
            if person_id and why:
                name = able.book.get(Person, person_id).name
                what = Telling(able).post_name(post)
                raise Invalid(f"{name} cannot dance {what}: {why[:1].lower()}{why[1:]}.")


class _Solver:
    """One request being solved; what the rules forbid is learnt once for all kinds."""

    def __init__(self, able: Able, found: Sequence[Night], watch: Watch) -> None:
        self._able = able
        self._watch = watch
        self._nights = found
        self._nodes = max(LEAST_NODES, NODES // max(1, len(found)))
        self._fewest: dict[int, tuple[frozenset[object], Answer | None, bool]] = {}
        self._puzzles: dict[tuple[int, frozenset[tuple[str, str]]], Puzzle] = {}
        self._facts = Facts(able)
        self._telling = Telling(able)

    def another(self, kind: str, known: Sequence[Solution]) -> Solution | None:
        """The solution of a kind, made different from those known; None if there is no other."""
        solution = self._judged(kind)
        if not same(solution, known):
            return solution
        for bars in other_ways(solution, known):
            known_bars = self._able.barred
            self._able.barred = {**known_bars, **bars}
            other = self._judged(kind)
            learnt = {key: why for key, why in self._able.barred.items() if key not in bars}
            self._able.barred = learnt
            apart = apart_bars(self._able.book, other)
            if other.complete and not apart and not same(other, known):
                return other
        return None

    def _judged(self, kind: str) -> Solution:
        """Solved, shown to the rules, and solved again without what they forbid."""
        for _ in range(ROUNDS):
            solution = self._kept_apart(self._solution(kind), kind)
            findings = told(self._able.book, solution)
            bars = bars_found(self._able, solution, findings)
            if not bars or self._watch.enough():
                break
            self._able.barred.update(bars)
        return replace(solution, findings=tuple(findings))

    def _kept_apart(self, solution: Solution, kind: str) -> Solution:
        """The same without pairs that are wished apart, unless nothing else is complete."""
        known_bars = self._able.barred
        better = solution
        for _ in range(ROUNDS):
            bars = apart_bars(self._able.book, better)
            if not bars:
                break
            self._able.barred = {**self._able.barred, **bars}
            better = self._solution(kind)
        else:
            better = solution
        self._able.barred = known_bars
        return better if better.complete or not solution.complete else solution

    def _solution(self, kind: str) -> Solution:
        prices = Prices(self._facts, kind)
        moves: list[Move] = []
        proved = True
        for night in self._nights:
            solved = self._solved(night, prices)
            proved = proved and solved.proved
            moves += self._telling.moves(solved.night, solved.answer, prices)
            for number, person in solved.answer.items():
                if person is not None:
                    shows = prices.given.setdefault(person, set())
                    shows.add(night.posts[number].show.id)
        return Solution(kind, tuple(moves), proved and kind == FEWEST)

    def _solved(self, night: Night, prices: Prices) -> Solved:
        answer, proved = self._least(night)
        if answer is None:
            return self._partial(night, prices)
        best = self._priced(night, self._puzzle(night), prices, answer)
        if prices.kind == PARTNERS:
            best = self._paired(night, prices, best)
        return Solved(night, best, proved)

    def _least(self, night: Night) -> tuple[Answer | None, bool]:
        """The fewest changes of a night, kept while nobody more is barred."""
        bars = frozenset(self._able.barred)
        entry = self._fewest.get(id(night))
        if entry is None or entry[0] != bars:
            try:
                found = Search(self._puzzle(night), watch=self._watch).fewest()
                entry = (bars, found.answer if found else None, True)
            except TooLong:
                entry = (bars, self._any(night), False)
            self._fewest[id(night)] = entry
        return entry[1], entry[2]

    def _puzzle(self, night: Night, opened: int = 0) -> Puzzle:
        """The puzzle of a night, built once while nobody more is barred."""
        key = (id(night), frozenset(self._able.barred))
        if key not in self._puzzles:
            self._puzzles[key] = night.puzzle(self._able)
        puzzle = self._puzzles[key]
        return night.opening(puzzle, opened) if opened else puzzle

    def _any(self, night: Night) -> Answer | None:
        """Some complete answer, where the proof takes too long."""
        search = Search(self._puzzle(night), watch=self._watch)
        counted = Pricing(
            lambda post, person: search.puzzle.rows[post] if person else NEVER,
            lambda post: search.puzzle.rows[post],
            search.puzzle.counted,
        )
        return cheapest(search, counted, NEVER, None, MOST_NODES)

    def _priced(self, night: Night, puzzle: Puzzle, prices: Prices, known: Answer) -> Answer:
        search = Search(puzzle, watch=self._watch)
        most = puzzle.counted(known) + SLACK[prices.kind]

        pricing = Pricing(
            lambda post, person: (
                self._guide(night, puzzle, prices, post, person) if person else STAYS_OPEN
            ),
            lambda post: prices.least(night.posts[post]),
            lambda answer: self._worth(night, answer, prices),
        )
        return cheapest(search, pricing, most, known, self._nodes) or known

    def _guide(
        self, night: Night, puzzle: Puzzle, prices: Prices, number: int, person: str
    ) -> float:
        """The price of a post with the partner of the night, as long as that one stays."""
        post = night.posts[number]
        price = prices.price(person, post)
        other = night.partner(partner_of(self._able.book, post), post.show.id)
        mate = puzzle.holders[other] if other is not None else None
        if mate is None or mate == person:
            return price
        return price + prices.pair(person, mate, post).value

    def _paired(self, night: Night, prices: Prices, answer: Answer) -> Answer:
        """The same, with a whole pair changed wherever that is better than a new partner."""
        best, worth = answer, self._worth(night, answer, prices)
        opened = 0
        for number in bits(night.gaps):
            post = night.posts[number]
            other = night.partner(partner_of(self._able.book, post), post.show.id)
            if other is None or night.gaps >> other & 1:
                continue
            if self._stays(night.posts[other]):
                continue
            tried = self._with_pair(night, prices, opened | 1 << other)
            if tried is not None and self._worth(night, tried, prices) < worth:
                best, worth = tried, self._worth(night, tried, prices)
                opened |= 1 << other
        return best

    def _stays(self, post: Post) -> bool:
        """Whether a partner is not to be changed: kept by your wish, or the show has begun."""
        return post.person_id in self._able.locks.keep or self._able.begun(post.show)

    def _with_pair(self, night: Night, prices: Prices, opened: int) -> Answer | None:
        puzzle = self._puzzle(night, opened)
        try:
            found = Search(puzzle, watch=self._watch).fewest(self._nodes)
        except TooLong:
            return None
        return self._priced(night, puzzle, prices, found.answer) if found else None

    def _worth(self, night: Night, answer: Answer, prices: Prices) -> float:
        pairs = self._telling.pairs(night, answer, prices)
        return sum(part.value for part in pairs.values()) + sum(
            prices.price(person, night.posts[number])
            for number, person in answer.items()
            if person is not None
        )

    def _partial(self, night: Night, prices: Prices) -> Solved:
        """What can be filled, what matters most first."""
        search = Search(self._puzzle(night), may_stay_open=True, watch=self._watch)

        def price(post: int, person: str | None) -> float:
            if person is None:
                return STAYS_OPEN * night.posts[post].weight
            return prices.price(person, night.posts[post])

        pricing = Pricing(
            price,
            lambda post: prices.least(night.posts[post]),
            lambda answer: sum(price(post, person) for post, person in answer.items()),
        )
        nothing: Answer = dict.fromkeys(bits(night.gaps))
        best = cheapest(search, pricing, NEVER, nothing, PARTIAL_NODES)
        return Solved(night, best or nothing, proved=False)

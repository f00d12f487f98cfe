"""One request being solved: night by night, shown to the rules, and solved again without what they
forbid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from castapp.services.cover.cheapest import Pricing, cheapest
from castapp.services.cover.judging import bars_found, told
from castapp.services.cover.nights import Night
from castapp.services.cover.otherwise import Bars, same
from castapp.services.cover.price import FEWEST, LIGHTEST, PARTNERS, Prices, partner_of
from castapp.services.cover.puzzle import NEVER, Answer, Puzzle, bits
from castapp.services.cover.search import MOST_NODES, Search, TooLong
from castapp.services.cover.solution import Move, Solution
from castapp.services.cover.stage import Post
from castapp.services.cover.strain import Facts
from castapp.services.cover.watching import Watch
from castapp.services.cover.wishes import apart_bars
from castapp.services.cover.words import Telling

ROUNDS = 6
NODES, BRIEF_NODES, ANY_NODES = 800, 1_000, 2_000
LEAST_NODES = 60
OPEN_PRICE = 1_000
"""What a hole counts for each point of how bad it is: more than any changes that would fill it."""
SLACK = {FEWEST: 0, PARTNERS: 2, LIGHTEST: 2}


@dataclass(frozen=True)
class Solved:
    """An answer for one night."""

    night: Night
    answer: Answer
    proved: bool


class Solver:
    """One request being solved; what the rules forbid is learnt once for all kinds."""

    def __init__(self, facts: Facts, found: Sequence[Night], watch: Watch) -> None:
        able = facts.able
        self.able = able
        self._watch = watch
        self.able = able
        self.nights = found
        self._nodes = max(LEAST_NODES, NODES // max(1, len(found)))
        self._fewest: dict[tuple[int, frozenset[tuple[str, str]]], tuple[Answer, bool]] = {}
        self._puzzles: dict[tuple[int, frozenset[tuple[str, str]]], Puzzle] = {}
        self._holed: dict[tuple[int, frozenset[tuple[str, str]]], Puzzle] = {}
        self._apart: dict[int, tuple[Puzzle, list[tuple[int, Puzzle]]]] = {}
        self._searches: dict[int, Search] = {}
        self._facts = facts
        self._whole = False
        self._telling = Telling(able)

    def of_kind(self, kind: str) -> Solution:
        """The best of a kind, as far as the rules let it."""
        return self._judged(kind)

    def otherwise(self, kind: str, bars: Bars, known: Sequence[Solution]) -> Solution | None:
        """The best of a kind with some people barred, sought only so long; None if it is not
        complete, or known already.
        """
        known_bars = self.able.barred
        self.able.barred = {**known_bars, **bars}
        self._whole = True
        other = self._judged(kind)
        self._whole = False
        self.able.barred = {key: why for key, why in self.able.barred.items() if key not in bars}
        if not other.complete or apart_bars(self.able.book, other) or same(other, known):
            return None
        return other

    def _judged(self, kind: str) -> Solution:
        """Solved, shown to the rules, and solved again without what they forbid."""
        for _ in range(ROUNDS):
            solution = self._kept_apart(self._solution(kind), kind)
            findings = told(self.able.book, solution)
            bars = bars_found(self.able, solution, findings)
            if not bars or self._watch.enough():
                break
            self.able.barred.update(bars)
        return replace(solution, findings=tuple(findings))

    def _kept_apart(self, solution: Solution, kind: str) -> Solution:
        """The same without pairs that are wished apart, unless nothing else is complete."""
        known_bars = self.able.barred
        better = solution
        for _ in range(ROUNDS):
            bars = apart_bars(self.able.book, better)
            if not bars:
                break
            self.able.barred = {**self.able.barred, **bars}
            better = self._solution(kind)
        else:
            better = solution
        self.able.barred = known_bars
        return better if better.complete or not solution.complete else solution

    def _solution(self, kind: str) -> Solution:
        prices = Prices(self._facts, kind)
        found = []
        for night in self.nights:
            solved = self._solved(night, prices)
            found.append(solved)
            _give(solved, prices)
        moves: list[Move] = []
        for solved in found:
            moves += self._telling.moves(solved.night, solved.answer, prices)
        proved = kind == FEWEST and all(solved.proved for solved in found)
        return Solution(kind, tuple(moves), proved)

    def _solved(self, night: Night, prices: Prices) -> Solved:
        answer, proved = self._least(night)
        puzzle = self._puzzle(night)
        if None in answer.values():
            if not self._whole:
                answer = self._priced(night, self._with_holes(night), prices, answer)
            return Solved(night, answer, proved=False)
        best = self._priced(night, puzzle, prices, answer)
        if prices.kind == PARTNERS:
            best = self._paired(night, prices, best)
        return Solved(night, best, proved)

    def _least(self, night: Night) -> tuple[Answer, bool]:
        """What counts the least of a night and whether that is proved, kept while nobody more is
        barred from its shows.
        """
        key = (id(night), self._bars_of(night))
        if key not in self._fewest:
            puzzle = self._puzzle(night)
            try:
                most = BRIEF_NODES if self._whole else MOST_NODES
                found = self._search(puzzle).fewest(most)
                answer, proved = found.answer if found else None, found is not None
            except TooLong:
                answer, proved = self._any(puzzle, None), False
            if answer is None:
                nothing: Answer = dict.fromkeys(bits(night.gaps))
                answer = nothing if self._whole else self._with_fewest_holes(night)
            self._fewest[key] = (answer, proved)
        return self._fewest[key]

    def _with_fewest_holes(self, night: Night) -> Answer:
        """What leaves the least open, the worst holes first, and moves nobody without need."""
        puzzle = self._with_holes(night)
        search = self._search(puzzle)
        search.at_least = float(min(puzzle.holes))
        try:
            found = search.fewest()
        except TooLong:
            found = None
        nothing: Answer = dict.fromkeys(bits(night.gaps))
        return found.answer if found else self._any(puzzle, nothing) or nothing

    def _with_holes(self, night: Night) -> Puzzle:
        key = (id(night), self._bars_of(night))
        if key not in self._holed:
            holes = tuple(OPEN_PRICE * post.weight for post in night.posts)
            self._holed[key] = replace(self._puzzle(night), holes=holes)
        return self._holed[key]

    def _bars_of(self, night: Night) -> frozenset[tuple[str, str]]:
        """Who is barred from the shows of a night."""
        shows = {show.id for show in night.shows}
        return frozenset(key for key in self.able.barred if key[1] in shows)

    def _puzzle(self, night: Night, opened: int = 0) -> Puzzle:
        """The puzzle of a night, built once while nobody more is barred from its shows."""
        key = (id(night), self._bars_of(night))
        if key not in self._puzzles:
            self._puzzles[key] = night.puzzle(self.able)
        puzzle = self._puzzles[key]
        return night.opening(puzzle, opened) if opened else puzzle

    def _any(self, puzzle: Puzzle, known: Answer | None) -> Answer | None:
        """Some good answer, where the proof takes too long."""
        counted = Pricing(
            puzzle.cost,
            lambda post: puzzle.rows[post],
            puzzle.counted,
        )
        return cheapest(self._search(puzzle), counted, NEVER, known, ANY_NODES)

    def _priced(self, night: Night, puzzle: Puzzle, prices: Prices, known: Answer) -> Answer:
        """The cheapest that changes little more than what is known: each show by itself if what
        comes out stands together.
        """
        apart: Answer = {}
        for mine, alone in self._by_show(puzzle):
            here = {post: who for post, who in known.items() if mine >> post & 1}
            apart |= self._cheapest(night, alone, prices, here)
        if apart and puzzle.stands(apart):
            return apart
        return self._cheapest(night, puzzle, prices, known)

    def _by_show(self, puzzle: Puzzle) -> list[tuple[int, Puzzle]]:
        """Where several shows have gaps, the posts of each and the puzzle of it alone."""
        if id(puzzle) not in self._apart:
            groups = sorted({puzzle.groups[post] for post in bits(puzzle.gaps)})
            sets = [
                sum(1 << post for post, one in enumerate(puzzle.groups) if one == group)
                for group in groups
            ]
            apart = [(mine, puzzle.within(mine)) for mine in sets] if len(sets) > 1 else []
            self._apart[id(puzzle)] = (puzzle, apart)
        return self._apart[id(puzzle)][1]

    def _search(self, puzzle: Puzzle) -> Search:
        """The search of a puzzle, made once."""
        if id(puzzle) not in self._searches:
            self._searches[id(puzzle)] = Search(puzzle, self._watch)
        return self._searches[id(puzzle)]

    def _cheapest(self, night: Night, puzzle: Puzzle, prices: Prices, known: Answer) -> Answer:
        search = self._search(puzzle)
        most = puzzle.counted(known) + (0 if puzzle.holes else SLACK[prices.kind])

        pricing = Pricing(
            lambda post, person: (
                self._guide(night, puzzle, prices, post, person) if person else 0.0
            ),
            lambda post: 0.0 if puzzle.holes else prices.least(night.posts[post]),
            lambda answer: self._worth(night, answer, prices),
        )
        return cheapest(search, pricing, most, known, self._nodes) or known

    def _guide(
        self, night: Night, puzzle: Puzzle, prices: Prices, number: int, person: str
    ) -> float:
        """The price of a post with the partner of the night, as long as that one stays."""
        post = night.posts[number]
        price = prices.price(person, post)
        other = night.partner(partner_of(self.able.book, post), post.show.id)
        mate = puzzle.holders[other] if other is not None else None
        if mate is None or mate == person:
            return price
        return price + prices.counted(prices.pair(person, mate, post))

    def _paired(self, night: Night, prices: Prices, answer: Answer) -> Answer:
        """The same, with a whole pair changed wherever that is better than a new partner."""
        best, worth = answer, self._worth(night, answer, prices)
        opened = 0
        for number in bits(night.gaps):
            post = night.posts[number]
            other = night.partner(partner_of(self.able.book, post), post.show.id)
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
        return post.person_id in self.able.locks.keep or self.able.begun(post.show)

    def _with_pair(self, night: Night, prices: Prices, opened: int) -> Answer | None:
        puzzle = self._puzzle(night, opened)
        try:
            found = self._search(puzzle).fewest(self._nodes)
        except TooLong:
            return None
        return self._priced(night, puzzle, prices, found.answer) if found else None

    def _worth(self, night: Night, answer: Answer, prices: Prices) -> float:
        pairs = self._telling.pairs(night, answer, prices)
        return sum(prices.counted(part) for part in pairs.values()) + sum(
            prices.price(person, night.posts[number])
            for number, person in answer.items()
            if person is not None
        )


def _give(solved: Solved, prices: Prices) -> None:
    """Note who dances a show now who did not, and who no longer does."""
    posts, answer = solved.night.posts, solved.answer
    for number, person in answer.items():
        show = posts[number].show
        if person is not None:
            prices.given.setdefault(person, set()).add(show.id)
        out = posts[number].person_id
        stays = any(
            (answer.get(at, post.person_id)) == out
            for at, post in enumerate(posts)
            if post.show.id == show.id
        )
        if out is not None and not stays and not posts[number].past:
            prices.lost.setdefault(out, set()).add(show.id)

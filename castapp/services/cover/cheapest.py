"""The search for the cheapest answer within a number of changes: branch and bound by price."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from castapp.services.cover.puzzle import NEVER, Answer, bits
from castapp.services.cover.search import ASKED_EVERY, Search, State, TooLong

WIDEST, PRICED = 8, 16


@dataclass(frozen=True)
class Pricing:
    """What guides the search: what a post and who takes it add (nobody: it stays open), the least
    that a post adds whoever takes it, and what a whole answer is worth.
    """

    price: Callable[[int, str | None], float]
    least: Callable[[int], float]
    worth: Callable[[Answer], float]


def cheapest(
    search: Search, prices: Pricing, most: float, best: Answer | None, most_nodes: int
) -> Answer | None:
    """The answer worth the least that is found in so many steps, within `most` changes.

    `best` is an answer known already. The same every time.
    """
    return _Bounded(search, prices, most, best, most_nodes).run()


class _Bounded:
    """Branch and bound by price: of PRICED ways at each post the WIDEST cheapest."""

    def __init__(
        self,
        search: Search,
        prices: Pricing,
        most: float,
        best: Answer | None,
        most_nodes: int,
    ) -> None:
        self._search = search
        self._prices = prices
        self._most = most
        self._left = most_nodes
        self._best = best
        self._worth = NEVER if best is None else prices.worth(best)

    def run(self) -> Answer | None:
        """The best answer found."""
        with suppress(TooLong):
            self._fill(self._search.start(), 0.0)
        return self._best

    def _fill(self, state: State, spent: float) -> None:
        self._left -= 1
        if self._left < 0 or (not self._left % ASKED_EVERY and self._search.watch.enough()):
            raise TooLong
        if not state.open:
            worth = self._prices.worth(state.answer)
            if worth < self._worth:
                self._best, self._worth = state.answer, worth
            return
        search = self._search
        post = search.pick(state)
        for rise, person, left in self._ways(state, post):
            ahead = sum(self._prices.least(one) for one in bits(state.open & ~(1 << post) | left))
            if spent + rise + ahead >= self._worth:
                continue
            child = search.take(state, post, person, left)
            if search.bound(child) <= self._most:
                self._fill(child, spent + rise)

    def _ways(self, state: State, post: int) -> list[tuple[float, str | None, int]]:
        """The cheapest ways to fill a post, of those that leave the least behind."""
        least, price = self._prices.least, self._prices.price
        options = [
            (sum(least(one) for one in bits(left)), person, left)
            for person, left in self._search.options(state, post)
        ]
        options.sort(key=lambda option: option[0])
        priced = [
            (behind + (here := price(post, person)), here, person, left)
            for behind, person, left in options[:PRICED]
        ]
        priced.sort(key=lambda way: way[0])
        ways: list[tuple[float, str | None, int]] = [way[1:] for way in priced[:WIDEST]]
        if self._search.puzzle.holes:
            ways.append((price(post, None), None, 0))
        return ways

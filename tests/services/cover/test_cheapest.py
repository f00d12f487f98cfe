"""The cheapest answer, within a number of changes."""

from __future__ import annotations

from castapp.services.cover.cheapest import Pricing, cheapest
from castapp.services.cover.puzzle import Puzzle
from castapp.services.cover.search import Search


def test_the_cheapest_stays_within_the_changes() -> None:
    puzzle = Puzzle(
        (1, 1), (None, "dear"), 1, (2, 1), (("cheap", "dear"), ("cheap",)), (0, 0),
    )  # fmt: skip
    wanted = {"dear": 1.0, "cheap": 5.0}

    def price(_: int, person: str | None) -> float:
        return wanted.get(person or "", 9.0)

    pricing = Pricing(price, lambda _: 0.0, lambda one: sum(price(0, who) for who in one.values()))
    search = Search(puzzle)
    assert cheapest(search, pricing, 1, None, 100) == {0: "cheap"}
    free = Pricing(price, lambda _: 0.0, lambda one: price(0, one[0]))
    assert cheapest(search, free, 2, None, 100) == {0: "dear", 1: "cheap"}


def test_what_nobody_can_take_stays_open() -> None:
    puzzle = Puzzle(
        (1, 1), (None, None), 3, (2, 1), (("one",), ("one",)), (0, 0), holes=(100, 10),
    )  # fmt: skip
    prices = {0: 100.0, 1: 10.0}

    def price(post: int, person: str | None) -> float:
        return 1.0 if person else prices[post]

    pricing = Pricing(
        price, lambda _: 0.0, lambda one: sum(price(post, who) for post, who in one.items())
    )
    search = Search(puzzle)
    assert cheapest(search, pricing, float("inf"), None, 100) == {0: "one", 1: None}

"""Fewest changes, exactly: the search against trying everything."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from castapp.services.cover.puzzle import NEVER, Answer, Puzzle, bits, floors
from castapp.services.cover.search import Search, TooLong


def puzzle_of(dice: Random) -> Puzzle:
    """A small puzzle: two shows, clashes, people holding several posts, locks and limits."""
    size, people = dice.randint(2, 7), [f"p{n}" for n in range(dice.randint(2, 6))]
    groups = sorted(dice.randint(0, 1) for _ in range(size))
    clashes, dense = [0] * size, dice.random()
    for one in range(size):
        for other in range(one):
            if dice.random() < (dense if groups[one] == groups[other] else 0.15):
                clashes[one] |= 1 << other
                clashes[other] |= 1 << one
    holders: list[str | None] = [None] * size
    held: dict[str, int] = {}
    gaps = 0
    for post in range(size):
        free = [one for one in people if not held.get(one, 0) & clashes[post]]
        if dice.random() < 0.3 or not free:
            gaps |= 1 << post
        else:
            holders[post] = dice.choice(free)
            held[holders[post] or ""] = held.get(holders[post] or "", 0) | 1 << post
    if not gaps:
        gaps, holders[0] = 1, None
    can = tuple(
        tuple(one for one in people if one != holders[post] and dice.random() < 0.5)
        for post in range(size)
    )
    return Puzzle(
        tuple(dice.choice((1, 1, 1, 2)) for _ in range(size)),
        tuple(holders),
        gaps,
        tuple(clashes),
        can,
        tuple(groups),
        frozenset(one for one in people if dice.random() < 0.1),
        {
            one: tuple(
                sum(1 << other for other in range(size) if groups[other] != groups[post])
                for post in range(size)
            )
            for one in people
            if dice.random() < 0.1
        },
        {
            one: ((dice.getrandbits(size), dice.randint(0, 1)),)
            for one in people
            if dice.random() < 0.15
        },
    )


def stands(puzzle: Puzzle, answer: Answer) -> bool:
    """Whether nobody holds what clashes, leaves what they keep, or takes more than they may."""
    held, changed = puzzle.held(), sum(1 << post for post in answer)
    took: dict[str, int] = {}
    for post, person in answer.items():
        if person is not None:
            took[person] = took.get(person, 0) | 1 << post
    for person, posts in took.items():
        all_of_them = held.get(person, 0) & ~changed | posts
        if puzzle.full(person, posts):
            return False
        if any(puzzle.clash(person, one) & all_of_them & ~(1 << one) for one in bits(posts)):
            return False
    return not any(held.get(one, 0) & changed for one in puzzle.kept)


KEPT, OPEN = "", None
"""In a way of everything: who holds a post keeps it, or it stays open."""


def by_trying_everything(puzzle: Puzzle) -> int | None:
    ways = [
        (
            *people,
            *(() if puzzle.gaps >> post & 1 else (KEPT,)),
            *((OPEN,) if puzzle.holes else ()),
        )
        for post, people in enumerate(puzzle.can)
    ]
    answers = (
        {post: person for post, person in enumerate(way) if person != KEPT}
        for way in product(*ways)
    )
    return min(
        (puzzle.counted(answer) for answer in answers if stands(puzzle, answer)), default=None
    )


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**9))
def test_it_agrees_with_trying_everything(seed: int) -> None:
    puzzle = puzzle_of(Random(seed))
    found = Search(puzzle).fewest()
    assert (puzzle.counted(found.answer) if found else None) == by_trying_everything(puzzle)
    assert found is None or stands(puzzle, found.answer)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
@example(8283481)
def test_what_stays_open_agrees_with_trying_everything(seed: int) -> None:
    dice = Random(seed)
    puzzle = puzzle_of(dice)
    holes = tuple(1000 * dice.choice((1, 1, 4, 10)) for _ in puzzle.rows)
    puzzle = replace(puzzle, holes=holes)
    found = Search(puzzle).fewest()
    assert found is not None
    assert puzzle.counted(found.answer) == by_trying_everything(puzzle)
    assert stands(puzzle, found.answer)
    assert puzzle.stands(found.answer)


def test_a_hole_is_not_moved_to_another_post_of_the_same_worth() -> None:
    open_end = replace(chain(3), can=(("p1",), ("p2",), ()), holes=(1000, 1000, 1000))
    found = Search(open_end).fewest()
    assert found is not None
    assert found.answer == {0: None}
    worse = replace(open_end, holes=(10_000, 1000, 1000))
    found = Search(worse).fewest()
    assert found is not None
    assert found.answer == {0: "p1", 1: None}


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_the_floors_are_never_too_high(seed: int) -> None:
    puzzle = puzzle_of(Random(seed))
    least = by_trying_everything(puzzle)
    total = sum(floors(puzzle)[post] for post in bits(puzzle.gaps))
    assert total <= (NEVER if least is None else least)


def chain(length: int) -> Puzzle:
    """Each post can be taken only by who holds the next; the last by somebody free."""
    whole = (1 << length) - 1
    return Puzzle(
        (1,) * length,
        (None, *(f"p{n}" for n in range(1, length))),
        1,
        tuple(whole & ~(1 << post) for post in range(length)),
        (*((f"p{n}",) for n in range(1, length)), ("free",)),
        (0,) * length,
    )


def test_a_chain_is_followed_to_its_end() -> None:
    found = Search(chain(6)).fewest()
    assert found is not None
    assert found.answer == {0: "p1", 1: "p2", 2: "p3", 3: "p4", 4: "p5", 5: "free"}


def test_many_equal_posts_and_too_few_people_are_refused_at_once() -> None:
    posts, whole = 12, (1 << 12) - 1
    people = tuple(f"p{n}" for n in range(11))
    puzzle = Puzzle(
        (1,) * posts,
        (None,) * posts,
        whole,
        tuple(whole & ~(1 << post) for post in range(posts)),
        (people,) * posts,
        (0,) * posts,
    )
    assert Search(puzzle).fewest(most_nodes=50) is None


def test_giving_up_is_said() -> None:
    with pytest.raises(TooLong):
        Search(chain(6)).fewest(most_nodes=2)

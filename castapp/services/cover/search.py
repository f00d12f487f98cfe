"""The search for the fewest changes, with proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from castapp.services.cover.matching import most_pairs
from castapp.services.cover.puzzle import NEVER, Answer, Puzzle, bits, floors
from castapp.services.cover.watching import UNWATCHED, Watch

MOST_NODES = 60_000
ASKED_EVERY = 64


class TooLong(Exception):
    """The search was given up; what is known so far still holds."""


@dataclass
class State:
    """How far an answer has come: posts still open, posts closed, and what each person took.

    `sums` is per show what is counted already and what the open posts count at least.
    """

    open: int
    sums: dict[int, float]
    closed: int = 0
    answer: Answer = field(default_factory=dict)
    took: dict[str, int] = field(default_factory=dict)
    blocked: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """An answer, proved to count the least."""

    answer: Answer


class Search:
    """One puzzle being solved. `at_least` is what any answer is known to count."""

    def __init__(self, puzzle: Puzzle, watch: Watch = UNWATCHED) -> None:
        self.puzzle = puzzle
        self.watch = watch
        self.floors = floors(puzzle)
        self._held = puzzle.held()
        self._least: dict[int, float] = {}
        self._failed: dict[object, float] = {}
        self._next = NEVER
        self._nodes = 0
        self._most = MOST_NODES
        self.at_least = 0.0

    def fewest(self, most_nodes: int = MOST_NODES) -> Found | None:
        """An answer that counts the least, by raising the limit until there is one.

        None if nothing fills every post and none may stay open. Raises TooLong after that many
        steps.
        """
        groups = sorted({self.puzzle.groups[post] for post in bits(self.puzzle.gaps)})
        if len(groups) > 1:
            together = self._solved_apart(groups)
            if together is not None and self.puzzle.stands(together):
                return Found(together)
        self._nodes, self._most = 0, most_nodes
        limit = max(self.bound(self.start()), self.at_least)
        while limit < NEVER:
            self._next = NEVER
            self._failed.clear()
            state = self.start()
            if self._fill(state, limit):
                return Found(state.answer)
            limit = self._next
        return None

    def options(self, state: State, post: int) -> list[tuple[str, int]]:
        """Who could take an open post now, each with what they would leave."""
        puzzle, gone = self.puzzle, ~(state.open | state.closed)
        found = []
        for person in puzzle.can[post]:
            if state.blocked.get(person, 0) >> post & 1:
                continue
            left = puzzle.clash(person, post) & self._held.get(person, 0) & gone
            if left and (person in puzzle.kept or any(self.floors[y] == NEVER for y in bits(left))):
                continue
            if not puzzle.full(person, state.took.get(person, 0) | 1 << post):
                found.append((person, left))
        return found

    def pick(self, state: State) -> int:
        """The open post to be filled next: of the earliest show, the hardest to fill."""
        puzzle = self.puzzle
        return min(
            bits(state.open),
            key=lambda post: (
                puzzle.groups[post], -self.floors[post], len(puzzle.can[post]), post
            ),
        )  # fmt: skip

    def take(self, state: State, post: int, person: str | None, left: int) -> State:
        """The state after somebody takes an open post; what they leave is open then."""
        took, blocked = dict(state.took), dict(state.blocked)
        if person is not None:
            took[person] = took.get(person, 0) | 1 << post
            blocked[person] = blocked.get(person, 0) | self.puzzle.clash(person, post) | 1 << post
        sums, groups, floors = dict(state.sums), self.puzzle.groups, self.floors
        sums[groups[post]] += self.puzzle.cost(post, person) - floors[post]
        for one in bits(left):
            sums[groups[one]] = sums.get(groups[one], 0) + floors[one]
        return State(
            state.open & ~(1 << post) | left,
            sums,
            state.closed | 1 << post,
            {**state.answer, post: person},
            took,
            blocked,
        )

    def bound(self, state: State, short: float = 0, group: int | None = None) -> float:
        """No answer that goes on from here makes fewer changes.

        `short` are open posts for which nobody is left who is free; `group` the show in which
        they open others, None if it may be another than theirs.
        """
        sums = state.sums
        if group is None:
            return max(self._total(sums), sum(sums.values()) + short)
        return self._total({**sums, group: sums[group] + short} if short else sums)

    def _total(self, sums: dict[int, float]) -> float:
        least = self._least
        return sum(max(sums.get(group, 0), least.get(group, 0)) for group in {**sums, **least})

    def start(self) -> State:
        """Nothing taken yet."""
        return State(self.puzzle.gaps, _group_floors(self.puzzle, self.floors))

    def _fill(self, state: State, limit: float) -> bool:
        """Fill every open post within a limit; `state.answer` is then the answer."""
        if not state.open:
            return True
        self._nodes += 1
        if self._nodes > self._most or (not self._nodes % ASKED_EVERY and self.watch.enough()):
            raise TooLong
        key = self._key(state)
        if self._failed.get(key, -1.0) >= limit:
            return False
        post = self.pick(state)
        bound = self.bound(state, *self._short(state, post))
        if bound > limit:
            self._next = min(self._next, bound)
            self._failed[key] = limit
            return False
        ways: list[tuple[str | None, int]] = [*self.options(state, post)]
        ways.sort(key=lambda way: sum(self.floors[one] for one in bits(way[1])))
        if self.puzzle.holes:
            ways.append((None, 0))
        for person, left in ways:
            child = self.take(state, post, person, left)
            child_bound = max(bound, self.bound(child))
            if child_bound > limit:
                self._next = min(self._next, child_bound)
            elif self._fill(child, limit):
                state.answer = child.answer
                return True
        self._failed[key] = limit
        return False

    def _key(self, state: State) -> object:
        """What all that can still happen depends on; who took which of several like posts not."""
        limited = self.puzzle.limits
        people = (
            (person, posts, state.took[person] if person in limited else 0)
            for person, posts in state.blocked.items()
        )
        open_for_good = sum(1 << post for post, who in state.answer.items() if who is None)
        return state.open, state.closed, open_for_good, frozenset(people)

    def _short(self, state: State, post: int) -> tuple[float, int | None]:
        """For how many of the open posts like this one nobody is left who is free; their show, or
        None if those who could take them would leave something in another. Where there are not
        enough people at all, what it counts that the rest stays open; NEVER if it may not.
        """
        puzzle = self.puzzle
        group = puzzle.groups[post]
        shape = puzzle.clashes[post] | 1 << post
        ways = [
            self.options(state, one)
            for one in bits(state.open)
            if puzzle.clashes[one] | 1 << one == shape and self.floors[one] == puzzle.rows[one]
        ]
        lacking = len(ways) - most_pairs([[person for person, _ in way] for way in ways])
        if lacking:
            return self._lacking(lacking, shape), group
        left = 0
        for way in ways:
            for _, posts in way:
                left |= posts
        free = [[person for person, posts in way if not posts] for way in ways]
        here = all(puzzle.groups[one] == group for one in bits(left))
        return len(ways) - most_pairs(free), group if here else None

    def _lacking(self, many: int, shape: int) -> float:
        """What it counts at least, beyond filling them, that so many like posts stay open."""
        if not self.puzzle.holes:
            return NEVER
        holes, rows = self.puzzle.holes, self.puzzle.rows
        return many * min(holes[post] - rows[post] for post in bits(shape))

    def _solved_apart(self, groups: Sequence[int]) -> Answer | None:
        """Every show solved by itself, put together; None if one has no answer or takes too long.

        No answer can do with less in a show than it needs by itself: so much is learnt in passing.
        """
        together: Answer | None = {}
        for group in groups:
            mine = sum(
                1 << post for post, number in enumerate(self.puzzle.groups) if number == group
            )
            alone = Search(self.puzzle.within(mine), self.watch)
            try:
                found = alone.fewest(self._most // 10)
            except TooLong:
                together = None
                continue
            self._least[group] = self.puzzle.counted(found.answer) if found else NEVER
            together = None if found is None or together is None else together | found.answer
        return together


def _group_floors(puzzle: Puzzle, least: list[float]) -> dict[int, float]:
    sums: dict[int, float] = {}
    for post in bits(puzzle.gaps):
        sums[puzzle.groups[post]] = sums.get(puzzle.groups[post], 0) + least[post]
    return sums

"""The search for the fewest changes, with proof."""

from __future__ import annotations

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
    """How far an answer has come: posts still open, posts closed, and what each person took."""

    open: int
    closed: int = 0
    answer: Answer = field(default_factory=dict)
    took: dict[str, int] = field(default_factory=dict)
    blocked: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """An answer, whether it fills everything, and whether it is proved to be the least."""

    answer: Answer
    complete: bool
    proved: bool


class Search:
    """One puzzle being solved."""

    def __init__(
        self, puzzle: Puzzle, *, may_stay_open: bool = False, watch: Watch = UNWATCHED
    ) -> None:
        self.puzzle = puzzle
        self.watch = watch
        self.floors = floors(puzzle, may_stay_open=may_stay_open)
        self.may_stay_open = may_stay_open
        self._held = puzzle.held()
        self._least = _group_floors(puzzle, self.floors)
        self._failed: dict[object, float] = {}
        self._next = NEVER
        self._nodes = 0
        self._most = MOST_NODES

    def fewest(self, most_nodes: int = MOST_NODES) -> Found | None:
        """An answer with the fewest changes, by raising the limit until there is one.

        None if nothing fills every post. Raises TooLong after that many steps.
        """
        self._least = self._solved_apart() if len(self._least) > 1 else self._least
        self._nodes, self._most = 0, most_nodes
        limit = self.bound(State(self.puzzle.gaps))
        while limit < NEVER:
            self._next = NEVER
            self._failed.clear()
            state = State(self.puzzle.gaps)
            if self._fill(state, limit):
                return Found(state.answer, complete=True, proved=True)
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
        return State(
            state.open & ~(1 << post) | left,
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
        sums = self._spread(state)
        if group is None:
            return max(self._total(sums), sum(sums.values()) + short)
        sums[group] += short
        return self._total(sums)

    def _spread(self, state: State) -> dict[int, float]:
        sums: dict[int, float] = {}
        puzzle = self.puzzle
        for post in bits(state.closed):
            group = puzzle.groups[post]
            counted = 0 if state.answer.get(post, "") is None else puzzle.rows[post]
            sums[group] = sums.get(group, 0) + counted
        for post in bits(state.open):
            group = puzzle.groups[post]
            sums[group] = sums.get(group, 0) + (0 if self.may_stay_open else self.floors[post])
        return sums

    def _total(self, sums: dict[int, float]) -> float:
        least = {} if self.may_stay_open else self._least
        return sum(max(sums.get(group, 0), least.get(group, 0)) for group in {**sums, **least})

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
        ways = self.options(state, post)
        ways.sort(key=lambda way: sum(self.floors[one] for one in bits(way[1])))
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
        return state.open, state.closed, frozenset(people)

    def _short(self, state: State, post: int) -> tuple[float, int | None]:
        """For how many of the open posts like this one nobody is left who is free; their show, or
        None if those who could take them would leave something in another. NEVER if there are
        not enough people at all.
        """
        puzzle = self.puzzle
        group = puzzle.groups[post]
        shape = puzzle.clashes[post] | 1 << post
        ways = [
            self.options(state, one)
            for one in bits(state.open)
            if puzzle.clashes[one] | 1 << one == shape and self.floors[one] == puzzle.rows[one]
        ]
        if most_pairs([[person for person, _ in way] for way in ways]) < len(ways):
            return NEVER, group
        left = 0
        for way in ways:
            for _, posts in way:
                left |= posts
        free = [[person for person, posts in way if not posts] for way in ways]
        here = all(puzzle.groups[one] == group for one in bits(left))
        return len(ways) - most_pairs(free), group if here else None

    def _solved_apart(self) -> dict[int, float]:
        """Per show the fewest changes it needs by itself: no answer can do with less there."""
        found: dict[int, float] = {}
        for group, floor in self._least.items():
            mine = sum(
                1 << post for post, number in enumerate(self.puzzle.groups) if number == group
            )
            alone = Search(self.puzzle.within(mine), watch=self.watch)
            try:
                answer = alone.fewest(self._most // 10)
            except TooLong:
                found[group] = floor
                continue
            found[group] = NEVER if answer is None else self.puzzle.counted(answer.answer)
        return found


def _group_floors(puzzle: Puzzle, least: list[float]) -> dict[int, float]:
    sums: dict[int, float] = {}
    for post in bits(puzzle.gaps):
        sums[puzzle.groups[post]] = sums.get(puzzle.groups[post], 0) + least[post]
    return sums

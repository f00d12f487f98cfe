"""The covering problem bare of ballet: posts, who holds them, who can take them, what clashes.

A post is a number from 0, a set of posts the bits of an int. A change gives a post to somebody
who does not hold it; what they hold that clashes with it then opens in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

NEVER = float("inf")
Answer = dict[int, str | None]
Limit = tuple[int, int]


@dataclass(frozen=True)
class Puzzle:
    """What is to be solved.

    `rows` is how many changes filling a post counts; `holders` who has it (None: nobody, or they
    are off); `gaps` the posts to be filled; `clashes` per post the posts nobody can hold beside
    it; `can` per post who could take it, best first; `groups` the number of the show it is in;
    `kept` who leaves nothing; `own` further clashes of single people, per post; `limits` for
    single people a set of posts and in how many shows of it they may take any; `holes` what a
    post counts that stays open, far more than changes do (empty: none may).
    """

    rows: tuple[int, ...]
    holders: tuple[str | None, ...]
    gaps: int
    clashes: tuple[int, ...]
    can: tuple[tuple[str, ...], ...]
    groups: tuple[int, ...]
    kept: frozenset[str] = frozenset()
    own: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    limits: Mapping[str, tuple[Limit, ...]] = field(default_factory=dict)
    holes: tuple[int, ...] = ()

    def clash(self, person: str, post: int) -> int:
        """The posts somebody could not hold beside a post."""
        mine = self.own.get(person)
        return self.clashes[post] | mine[post] if mine else self.clashes[post]

    def full(self, person: str, took: int) -> bool:
        """Whether these posts, newly taken, are in more shows than somebody may dance."""
        return any(
            len({self.groups[post] for post in bits(took & among)}) > most
            for among, most in self.limits.get(person, ())
        )

    def held(self) -> dict[str, int]:
        """What everybody holds to begin with."""
        found: dict[str, int] = {}
        for post, holder in enumerate(self.holders):
            if holder is not None and not self.gaps >> post & 1:
                found[holder] = found.get(holder, 0) | 1 << post
        return found

    def within(self, posts: int) -> Puzzle:
        """The same of some posts alone: the gaps among them, and no clash beyond them."""
        return replace(
            self,
            gaps=self.gaps & posts,
            clashes=tuple(one & posts for one in self.clashes),
            own={who: tuple(one & posts for one in mine) for who, mine in self.own.items()},
            limits={},
        )

    def cost(self, post: int, person: str | None) -> int:
        """What it counts that somebody takes a post, or that it stays open."""
        return self.rows[post] if person is not None else self.holes[post]

    def counted(self, answer: Answer) -> int:
        """What an answer counts: its changes, and what it leaves open."""
        return sum(self.cost(post, person) for post, person in answer.items())

    def stands(self, answer: Answer) -> bool:
        """Whether an answer leaves nobody with posts that clash, or with more than they may."""
        held, changed = self.held(), sum(1 << post for post in answer)
        took: dict[str, int] = {}
        for post, person in answer.items():
            if person is not None:
                took[person] = took.get(person, 0) | 1 << post
        for person, posts in took.items():
            have = held.get(person, 0) & ~changed | posts
            if self.full(person, posts):
                return False
            if any(self.clash(person, post) & have for post in bits(posts)):
                return False
        return not any(held.get(person, 0) & changed for person in self.kept)


def bits(posts: int) -> Iterator[int]:
    """The posts of a set, lowest first."""
    while posts:
        low = posts & -posts
        yield low.bit_length() - 1
        posts ^= low


def floors(puzzle: Puzzle) -> list[float]:
    """Per post the least that filling it, or leaving it open, counts; NEVER if it cannot be.

    The chain of one post shares no post with that of another: a post is left by its one holder,
    for one post taken. Only who takes two posts could leave a post for both; where somebody
    could, what they leave is not counted. So the sum over open posts is never too high.
    """
    held = puzzle.held()
    takes: dict[str, int] = {}
    for post, people in enumerate(puzzle.can):
        for person in people:
            takes[person] = takes.get(person, 0) | 1 << post
    ways = [
        [
            tuple(bits(left)) if not _shared(puzzle, person, post, left, takes[person]) else ()
            for person in people
            if not (left := puzzle.clash(person, post) & held.get(person, 0))
            or person not in puzzle.kept
        ]
        for post, people in enumerate(puzzle.can)
    ]
    found: list[float] = [float(one) for one in puzzle.holes] or [NEVER for _ in puzzle.rows]
    changed = True
    while changed:
        changed = False
        for post, rows in enumerate(puzzle.rows):
            best = min((sum(found[one] for one in way) for way in ways[post]), default=NEVER)
            if rows + best < found[post]:
                found[post] = rows + best
                changed = True
    return found


def _shared(puzzle: Puzzle, person: str, post: int, left: int, takes: int) -> bool:
    """Whether somebody could take yet another post and leave one of the same posts for it."""
    others = takes & ~puzzle.clash(person, post) & ~(1 << post)
    return bool(others) and any(puzzle.clash(person, one) & others for one in bits(left))

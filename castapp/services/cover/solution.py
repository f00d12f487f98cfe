"""What comes out: moves in a chain, complete or not, with everything that speaks for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding
from castapp.domain.repertory import Role
from castapp.services.cover.price import FEWEST
from castapp.services.cover.strain import WEIGHS_ON, Part
from castapp.services.known import DEBUT_KINDS, record
from castapp.services.reason import CARE, Reason

DEBUT = "debut"


@dataclass(frozen=True, slots=True)
class Move:
    """One spot of one performance going from one dancer to another.

    Nobody in means it stays open, and the reasons say why. `from_section_id` is set when it
    changes hands mid-show. `root_id` is who is off and set the chain off; `figures` are what the
    move adds to the price.
    """

    performance_id: str
    production_id: str
    role_id: str
    spot: int
    out_id: str | None
    in_id: str | None
    from_section_id: str | None
    root_id: str
    reasons: tuple[Reason, ...] = ()
    figures: tuple[Part, ...] = ()
    gap: bool = False

    @property
    def key(self) -> tuple[str, str, int, str | None]:
        """What makes it the same move."""
        return (self.performance_id, self.role_id, self.spot, self.in_id)


@dataclass(frozen=True, slots=True)
class Solution:
    """One way out of it. `proved` tells that no complete one has fewer changes.

    `kind` is what it is found for, or in what it differs from the first; `said` what else is true
    of it, in words. `findings` is what the rules would newly say of it, worst first.
    """

    kind: str
    moves: tuple[Move, ...]
    proved: bool = False
    findings: tuple[Finding, ...] = field(default_factory=tuple)
    said: str = ""

    @property
    def complete(self) -> bool:
        """Whether every spot is danced."""
        return all(move.in_id is not None for move in self.moves)

    @property
    def open(self) -> tuple[Move, ...]:
        """What stays open."""
        return tuple(move for move in self.moves if move.in_id is None)

    @property
    def changes(self) -> int:
        """How many spots change hands."""
        return sum(move.in_id is not None for move in self.moves)

    @property
    def warnings(self) -> int:
        """How much there is to beware of: what the rules say, and each care of those put in."""
        cares = {
            (move.in_id, reason.text)
            for move in self.moves
            for reason in move.reasons
            if move.in_id and reason.severity == CARE and reason.kind != "where"
        }
        return len(self.findings) + len(cares)

    @property
    def load(self) -> float:
        """What it weighs on the dancers: two shows a day, nights running, hours over the usual."""
        return round(sum(one.value for one in self.figures if one.name in WEIGHS_ON), 2)

    @property
    def figures(self) -> tuple[Part, ...]:
        """The price, added up by what it is for; its moves' figures are what lies beneath."""
        total: dict[str, float] = {}
        for move in self.moves:
            for part in move.figures:
                total[part.name] = total.get(part.name, 0.0) + part.value
        return tuple(Part(name, "", round(value, 2)) for name, value in total.items())

    @property
    def price(self) -> float:
        """The sum the ranking stands on."""
        return round(sum(part.value for part in self.figures), 2)


NO_RECASTING = Solution(FEWEST, (), proved=True)
"""Nobody on stage moves: only calls and covers are to be seen to."""


def debuts(book: Book, solution: Solution) -> tuple[Move, ...]:
    """The first night of each who never danced a role before it, nor is cast in it earlier; not
    those in the corps. Once for each person and role.
    """
    found: dict[tuple[str, str], Move] = {}
    for move in sorted(solution.moves, key=lambda one: _starts(book, one)):
        role, show = book.get(Role, move.role_id), book.get(Performance, move.performance_id)
        new = move.in_id and role.kind in DEBUT_KINDS
        if move.in_id and new and not record(book, move.in_id, role, show.day).times:
            found.setdefault((move.in_id, role.id), move)
    return tuple(found.values())


def debuts_once(book: Book, solution: Solution) -> Solution:
    """The same with each debut told of its first night only."""
    first = {move.key for move in debuts(book, solution)}
    moves = tuple(
        move if move.key in first else replace(
            move, reasons=tuple(one for one in move.reasons if one.kind != DEBUT)
        )
        for move in solution.moves
    )  # fmt: skip
    return replace(solution, moves=moves)


def _starts(book: Book, move: Move) -> tuple[object, ...]:
    show = book.get(Performance, move.performance_id)
    return show.day, show.curtain, show.id

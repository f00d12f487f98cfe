"""Which cells of a casting sheet differ from the issue it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.office import PostedLine, Posting
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.export.callboard import BOLD, Block, Entry, Run, bound
from castapp.export.posted import wanted

Spot = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class SpotChange:
    """A spot of a role in a show with somebody else in it; `cover` 0 is who dances."""

    performance_id: str
    role_id: str
    spot: int
    cover: int
    now: str | None
    was: str | None


@dataclass(frozen=True, slots=True)
class CellChanges:
    """Every spot that changed."""

    spots: tuple[SpotChange, ...] = ()

    @property
    def count(self) -> int:
        return len(self.spots)

    def touches(self, performance_id: str, role_id: str, spot: int = 0) -> bool:
        """Whether a role, or one spot of it, changed in a show."""
        return any(
            one.performance_id == performance_id
            and one.role_id == role_id
            and spot in (0, one.spot)
            for one in self.spots
        )

    def block(self, book: Book, days: Mapping[str, str]) -> Block | None:
        """The changes in words, a line a show; None if there are none."""
        lines: dict[str, list[str]] = {}
        for one in self.spots:
            if one.performance_id in days:
                lines.setdefault(one.performance_id, []).append(_words(book, one))
        entries = tuple(
            Entry((Run(f"{days[show_id]} ", BOLD), Run(bound(book, ". ".join(said) + "."))))
            for show_id, said in lines.items()
        )
        return Block("Changes in this issue", entries) if entries else None


def cell_changes(base: Posting | None, now: Mapping[str, PostedLine]) -> CellChanges:
    """The spots whose dancer or cover differs from an issue; none without one.

    A show the issue did not have yet is not a change.
    """
    if base is None:
        return CellChanges()
    found: list[SpotChange] = []
    for line in base.lines:
        later = now.get(line.ref_id)
        if later is not None and later != line:
            old, new = _spots(line), _spots(later)
            found.extend(
                SpotChange(*key, new.get(key), old.get(key))
                for key in sorted(old.keys() | new.keys())
                if old.get(key) != new.get(key)
            )
    return CellChanges(tuple(found))


def _spots(line: PostedLine) -> dict[Spot, str]:
    return {(line.ref_id, who.role_id, who.spot, who.cover): who.person_id for who in wanted(line)}


def _words(book: Book, change: SpotChange) -> str:
    role = book.find(Role, change.role_id)
    name = f"{role.name} {role.spot_name(change.spot)}".strip() if role else ""
    cover = "cover of " if change.cover else ""
    now = inside_name(book, change.now) or "open"
    was = inside_name(book, change.was)
    return f"{cover}{name} {now}" + (f" for {was}" if was else "")

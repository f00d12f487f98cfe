"""Which studios the board shows, in which order and how wide: the person's own choice. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from castapp.ui.screens.schedule.present import Column

USUAL, LEAST, MOST = 4, 2, 10


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Studios by id: those put first in this order, those hidden, those wider or narrower."""

    order: tuple[str | None, ...] = ()
    hidden: frozenset[str | None] = frozenset()
    widths: Mapping[str | None, int] = field(default_factory=dict)

    def arranged(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The columns as chosen; never none at all."""
        place = {studio_id: number for number, studio_id in enumerate(self.order)}
        ranked = sorted(columns, key=lambda one: place.get(one.studio_id, len(place)))
        shown = tuple(one for one in ranked if one.studio_id not in self.hidden)
        return shown or tuple(ranked)

    def weights(self, columns: Sequence[Column]) -> tuple[int, ...]:
        """How wide each of these columns is beside the others."""
        return tuple(self.widths.get(one.studio_id, USUAL) for one in columns)

    def hide(self, studio_id: str | None) -> ColumnChoice:
        """Fold a studio away."""
        return replace(self, hidden=self.hidden | {studio_id})

    def show(self, studio_id: str | None = None) -> ColumnChoice:
        """Unfold a studio; all of them if none is named."""
        return replace(self, hidden=self.hidden - {studio_id} if studio_id else frozenset())

    def moved(self, studio_id: str | None, way: int, columns: Sequence[Column]) -> ColumnChoice:
        """Put a studio one place to the left (-1) or right (1) of where it stands among these."""
        order = [one.studio_id for one in columns]
        at = order.index(studio_id)
        to = min(len(order) - 1, max(0, at + way))
        order.insert(to, order.pop(at))
        return replace(self, order=tuple(order))

    def widened(self, studio_id: str | None, way: int) -> ColumnChoice:
        """Make a studio's column wider (1) or narrower (-1)."""
        width = self.widths.get(studio_id, USUAL) + way
        widths = {**self.widths, studio_id: min(MOST, max(LEAST, width))}
        return replace(self, widths=widths)

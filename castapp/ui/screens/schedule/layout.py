"""Which box every card has: worked out once for a view and a geometry. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.geometry import Box, Geometry


class Layout:
    """The cards that have a place on the board, each with its box, in their order."""

    __slots__ = ("boxes", "geometry", "placed")

    def __init__(self, cards: Sequence[Card], geometry: Geometry) -> None:
        self.geometry = geometry
        box = geometry.box
        self.placed: tuple[tuple[Card, Box], ...] = tuple(
            (card, place) for card in cards if (place := box(card.stand)) is not None
        )
        self.boxes: Mapping[str, Box] = {card.id: place for card, place in self.placed}

    def at(self, x: int, y: int) -> Card | None:
        """The card at a point of the board's own ground."""
        for card, box in self.placed:
            if box.x <= x < box.x + box.w and box.y <= y < box.y + box.h:
                return card
        return None

    def within(self, left: int, top: int, right: int, bottom: int) -> list[Card]:
        """The cards a rectangle touches; its right and bottom edges belong to it."""
        return [
            card
            for card, box in self.placed
            if box.x <= right and left < box.right and box.y <= bottom and top < box.bottom
        ]

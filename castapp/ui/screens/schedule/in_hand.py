"""A card in the hand as it is painted: with the time where it would stand. Pure."""

from __future__ import annotations

from dataclasses import replace

from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Stand
from castapp.ui.screens.schedule.model import CardModel


def unmarked(cards: CardModel, waiting: Card | None, held: Held) -> Card | None:
    """The card that is held, where it would stand; what was found where it stood does not travel
    with it. `waiting` is one that comes from the tray. None for what is no card yet.
    """
    card = waiting
    if card is None or card.id != held.id:
        row = cards.row_of(held.id)
        card = cards.cards[row] if row is not None else None
    if card is None:
        return None
    stand = Stand(held.day, held.studio_id, held.start, held.end)
    return replace(card, stand=stand, severity="", troubles=())

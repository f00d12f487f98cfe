"""Calls that have no room yet: a column of their own, or a list where a column is too many."""

from __future__ import annotations

from castapp.export.callboard import BOLD, Block, Card, Column, Entry, Run

UNPLACED = "Not yet placed"


def placed_apart(columns: tuple[Column, ...], most: int) -> tuple[tuple[Column, ...], Block | None]:
    """The columns, and the calls without a room as a list if they alone need another page."""
    loose = columns[-1] if columns and columns[-1].name == UNPLACED else None
    if loose is None or len(columns) != most + 1:
        return columns, None
    return columns[:-1], Block(UNPLACED, tuple(_entry(card) for card in loose.cards))


def _entry(card: Card) -> Entry:
    """15.00–15.45 SWAN LAKE The Queen, 3rd cast Dufour – Brandt."""
    words = [Run(f"{card.time} ", BOLD), *card.head]
    for line in card.lines:
        words += [Run(", "), *line]
    taker = " / ".join(filter(None, (card.coach, card.pianist)))
    return Entry((*words, *((Run(f" – {taker}"),) if taker else ())), changed=card.changed)

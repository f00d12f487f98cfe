"""A call sheet too full for one page, cut in time where it hurts least."""

from __future__ import annotations

from dataclasses import replace

from castapp.export.callboard import Card
from castapp.export.callsheet import CallSheet

LEAST_MINUTES = 30


def halved(sheet: CallSheet) -> tuple[CallSheet, CallSheet] | tuple[()]:
    """The day before and after a moment that few cards straddle, near its middle.

    A card that does straddle it stands in both. Nothing if the day is too short to be cut.
    """
    cards = [card for column in sheet.columns for card in column.cards]
    first, last = min(card.start for card in cards), max(card.end for card in cards)
    moments = {minute for card in cards for minute in (card.start, card.end)}
    inner = [one for one in moments if first + LEAST_MINUTES <= one <= last - LEAST_MINUTES]
    if not inner:
        return ()
    middle = (first + last) / 2
    cut = min(inner, key=lambda one: (_straddling(cards, one), abs(one - middle), one))
    return _within(sheet, first, cut), _within(sheet, cut, last)


def _straddling(cards: list[Card], minute: int) -> int:
    return sum(card.start < minute < card.end for card in cards if not card.staff_only)


def _within(sheet: CallSheet, start: int, end: int) -> CallSheet:
    """The sheet with what stands between two minutes, each card no longer than that."""
    columns = tuple(
        replace(
            column,
            cards=tuple(
                replace(card, start=max(start, card.start), end=min(end, card.end))
                for card in column.cards
                if card.start < end and start < card.end
            ),
        )
        for column in sheet.columns
    )
    return replace(sheet, columns=columns)

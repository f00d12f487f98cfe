"""What several cards come to: their order, their hours, whom they call. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.slot import length
from castapp.ui.screens.schedule.cards import Card


def in_time_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The earliest first; of the same time by place."""
    return tuple(sorted(cards, key=lambda one: (one.stand.day, one.stand.start, one.place, one.id)))


def sums(book: Book, cards: Sequence[Card]) -> str:
    """How long they are together, and how many different dancers come: 8 h 15, 43 dancers."""
    minutes = sum(card.stand.end - card.stand.start for card in cards)
    calls = (book.find(Call, card.id) for card in cards)
    people = {one.person_id for call in calls if call for one in called_people(book, call)}
    who = f", {len(people)} {'dancer' if len(people) == 1 else 'dancers'}" if people else ""
    return f"{length(minutes)}{who}"

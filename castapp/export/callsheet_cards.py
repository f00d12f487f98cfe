"""The cards on a call sheet's grid: how high each must be, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.export.callboard import Card
from castapp.export.sheet import DASHED, DOTTED, Type
from castapp.export.sizes import PT_PER_MM
from castapp.export.typeset import Pen, baseline, elided

LEFT_PAD, RIGHT_PAD = 2.6 * PT_PER_MM, 1.1 * PT_PER_MM
GAP = 0.9 * PT_PER_MM
PAD = 1.6
LEADING = 1.19
STAFF_GREY = 0.2


@dataclass(frozen=True, slots=True)
class Placed:
    """A card in its lane: which of how many lanes of its column it stands in."""

    card: Card
    lane: int
    lanes: int


def lanes(cards: tuple[Card, ...]) -> list[Placed]:
    """Cards side by side where they overlap in time, alone elsewhere."""
    placed: list[Placed] = []
    group: list[tuple[Card, int]] = []
    busy_until = -1
    for card in sorted(cards, key=lambda one: (one.start, one.end)):
        if group and card.start >= busy_until:
            placed += _closed(group)
            group = []
        free = next(
            lane
            for lane in range(len(group) + 1)
            if all(other.end <= card.start for other, used in group if used == lane)
        )
        group.append((card, free))
        busy_until = max(busy_until, card.end)
    return placed + _closed(group)


def card_height(pen: Pen, card: Card, width: float, size: float) -> float:
    """The least height of a card in points."""
    kind, leading = Type(size), size * LEADING
    inner = width - 2 * GAP - LEFT_PAD - RIGHT_PAD
    used = leading + 2 * PAD + GAP
    for words in (card.head, *card.lines):
        used += pen.height(words, kind, inner, leading)
    return used


def names_takers(pen: Pen, card: Card, width: float, size: float) -> bool:
    """Whether everybody who takes the call can be named beside its time."""
    inner = width - 2 * GAP - LEFT_PAD - RIGHT_PAD
    time = pen.measure(card.time, Type(size, 700, figures=True))
    return pen.measure(_takers(card), Type(7)) <= inner - time - 4


def draw_card(
    pen: Pen, card: Card, x: float, y: float, width: float, height: float, size: float
) -> None:
    """Draw a card into its place: frame, bar, time and coach, ballet, who."""
    x, width = x + GAP, width - 2 * GAP
    y, height = y + GAP * 0.5, height - GAP
    fill = 0.07 if card.tinted else 0.0
    style = DASHED if card.tentative else DOTTED if card.staff_only else ""
    pen.box(x, y, width, height, fill=fill, frame=0.8 if style == DASHED else 0.5, style=style)
    if card.changed:
        pen.bar(x, y, height)
    grey = STAFF_GREY if card.staff_only else 0.0
    kind, leading = Type(size, grey=grey), size * LEADING
    left, inner = x + LEFT_PAD, width - LEFT_PAD - RIGHT_PAD
    top = y + PAD
    time = Type(size, 500 if card.staff_only else 700, grey, figures=True)
    used = pen.text(left, baseline(top, size, leading), card.time, time)
    _draw_coach(pen, card, left + inner, baseline(top, size, leading), inner - used - 4, grey)
    top += leading
    for words in (card.head, *card.lines):
        top += pen.words(left, top, words, kind, inner, leading)


def _draw_coach(pen: Pen, card: Card, right: float, y: float, room: float, grey: float) -> None:
    kind = Type(7, grey=grey)
    for said in (_takers(card), card.coach):
        if pen.measure(said, kind) <= room:
            pen.text(right, y, said, kind, right=True)
            return
    pen.text(right, y, elided(card.coach, kind, room, pen.measure), kind, right=True)


def _takers(card: Card) -> str:
    return " / ".join(filter(None, (card.coach, card.pianist)))


def _closed(group: list[tuple[Card, int]]) -> list[Placed]:
    count = 1 + max((lane for _, lane in group), default=0)
    return [Placed(card, lane, count) for card, lane in group]

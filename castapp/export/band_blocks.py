"""Titled lists side by side under a grid, parted by thin rules."""

from __future__ import annotations

from dataclasses import replace

from castapp.export.callboard import Block, Entry, Run
from castapp.export.page_frame import LABEL
from castapp.export.sheet import Type
from castapp.export.sizes import PT_PER_MM
from castapp.export.typeset import BAR_WIDTH, Pen, baseline

PAD_TOP, PAD_BOTTOM, PAD_SIDE = 4.0, 5.0, 6.0
LABEL_LEADING = 10.0
BODY = Type(8)
LEADING = 10.2
LARGE, LARGE_LEADING = Type(13, 800), 16.0
LABEL_ROOM = 11 * PT_PER_MM
BAR_ROOM = BAR_WIDTH + 2.5


def widths(count: int, inner: float, sides: tuple[float, float]) -> list[float]:
    """The widths of the columns: the outer ones as given, the middle one takes the rest."""
    first, last = sides
    if count >= 3:
        return [first, *[(inner - first - last) / (count - 2)] * (count - 2), last]
    return [first, inner - first] if count == 2 else [inner]


def band_height(
    pen: Pen, blocks: tuple[Block, ...], inner: float, sides: tuple[float, float], scale: float
) -> float:
    """How high a row of blocks stands."""
    columns = widths(len(blocks), inner, sides)
    return max(
        (
            _height(pen, block, _inner(width, number), scale)
            for number, (block, width) in enumerate(zip(blocks, columns, strict=True))
        ),
        default=0.0,
    )


def draw_band(
    pen: Pen,
    blocks: tuple[Block, ...],
    left: float,
    top: float,
    inner: float,
    sides: tuple[float, float],
    height: float,
    scale: float,
) -> None:
    """Draw a row of blocks with a rule above it and rules between them."""
    pen.rule(left, top, left + inner, top, 0.6)
    x = left
    for number, (block, width) in enumerate(
        zip(blocks, widths(len(blocks), inner, sides), strict=True)
    ):
        if number:
            pen.rule(x, top, x, top + height, 0.6)
        start = x + (PAD_SIDE if number else 0)
        _draw(pen, block, start, top, _inner(width, number), scale)
        x += width


def _inner(width: float, number: int) -> float:
    """The room inside a column; all but the first stand off the rule at their left too."""
    return width - PAD_SIDE - (PAD_SIDE if number else 0.0)


def _height(pen: Pen, block: Block, width: float, scale: float) -> float:
    used = PAD_TOP + _title_height(pen, block, width, scale) + PAD_BOTTOM
    return used + sum(_entry_height(pen, block, entry, width, scale) for entry in block.entries)


def _draw(pen: Pen, block: Block, x: float, top: float, width: float, scale: float) -> None:
    y = top + PAD_TOP
    pen.words(x, y, block_title(block), _label(scale), width, LABEL_LEADING * max(1.0, scale))
    y += _title_height(pen, block, width, scale)
    for entry in block.entries:
        used = _entry_height(pen, block, entry, width, scale)
        if entry.changed:
            pen.bar(x, y + 0.4, used - 0.8)
        kind, leading = _type(entry, scale)
        start = x + (BAR_ROOM if _barred(block) else 0)
        if entry.label:
            label = Type(kind.size, 700, figures=True)
            pen.text(start, baseline(y, kind.size, leading), entry.label, label)
        indent = _label_room(entry, scale)
        room = x + width - start - indent
        pen.words(start + indent, y, entry.words, kind, room, leading)
        y += used


def _title_height(pen: Pen, block: Block, width: float, scale: float) -> float:
    leading = LABEL_LEADING * max(1.0, scale)
    return pen.height(block_title(block), _label(scale), width, leading)


def _label(scale: float) -> Type:
    """Labels grow with the type of a large page and never shrink."""
    return replace(LABEL, size=LABEL.size * max(1.0, scale))


def block_title(block: Block) -> tuple[Run, ...]:
    """The title in capitals."""
    return (Run(block.title.upper()),)


def _label_room(entry: Entry, scale: float) -> float:
    return LABEL_ROOM * max(1.0, scale) if entry.label else 0.0


def _barred(block: Block) -> bool:
    return any(entry.changed for entry in block.entries)


def _entry_height(pen: Pen, block: Block, entry: Entry, width: float, scale: float) -> float:
    kind, leading = _type(entry, scale)
    room = width - (BAR_ROOM if _barred(block) else 0) - _label_room(entry, scale)
    return pen.height(entry.words, kind, room, leading)


def _type(entry: Entry, scale: float) -> tuple[Type, float]:
    if entry.large:
        return LARGE, LARGE_LEADING
    return Type(BODY.size * scale), LEADING * scale

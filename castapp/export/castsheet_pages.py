"""The public cast sheet laid out: roles left of the middle, names right; overleaf the company."""

from __future__ import annotations

from collections.abc import Callable

from castapp.export.castsheet import CastSheet
from castapp.export.castsheet_head import draw_foot, draw_head, whole
from castapp.export.castsheet_pieces import Piece, Setting, cast_pieces, group_pieces
from castapp.export.page_frame import Frame
from castapp.export.sheet import Sheet
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.typeset import Measure, Pen

SPLIT = 0.43
SETTINGS = ((1.0, False), (0.94, False), (0.94, True), (0.88, True), (0.82, True), (0.78, True))
"""How far the type is scaled down, and whether groups are set tight: the first that fits."""


def cast_pages(sheet: CastSheet, size: Size, measure: Measure) -> list[Sheet]:
    """The cast on one page if it can be, in type that can be read; then the company."""
    back = whole(size)
    front = draw_head(Pen(measure), sheet, size)
    cast = _fitted(lambda setting: cast_pieces(setting, sheet), size, front, measure)
    groups = _fitted(lambda setting: group_pieces(setting, sheet.groups), size, back, measure)
    if sum(piece.height for piece in cast) <= front.bottom - front.top:
        pages = [cast, *_paged(groups, back, back)]
    else:
        pages = _paged([*cast, *groups], front, back)
    sheets = []
    for number, page in enumerate(pages, 1):
        pen = Pen(measure)
        y = (draw_head(pen, sheet, size) if number == 1 else back).top
        for piece in page:
            piece.draw(pen, y)
            y += piece.height
        draw_foot(pen, sheet, size, number, len(pages))
        sheets.append(Sheet(size, tuple(pen.items)))
    return sheets


def _fitted(
    make: Callable[[Setting], list[Piece]], size: Size, room: Frame, measure: Measure
) -> list[Piece]:
    """The pieces in the largest type in which they stand on the page; else in the smallest."""
    made: list[Piece] = []
    for scale, tight in SETTINGS:
        split = size.width * PT_PER_MM * SPLIT
        made = make(Setting(room.left, room.right, split, scale, measure, tight))
        if sum(piece.height for piece in made) <= room.bottom - room.top:
            break
    return made


def _paged(pieces: list[Piece], first: Frame, later: Frame) -> list[list[Piece]]:
    """The pieces in pages; a heading goes with what it heads. No pieces make no page."""
    pages: list[list[Piece]] = [[]] if pieces else []
    room = first.bottom - first.top
    for number, piece in enumerate(pieces):
        need = piece.height
        if piece.heading and number + 1 < len(pieces):
            need += pieces[number + 1].height
        if pages[-1] and need > room:
            pages.append([])
            room = later.bottom - later.top
        pages[-1].append(piece)
        room -= piece.height
    return pages

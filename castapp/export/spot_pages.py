"""The corps by spots, laid out: a row a spot, maps and shows across, and the maps as boxes."""

from __future__ import annotations

from dataclasses import replace

from castapp.export.castingsheet import CastingSheet
from castapp.export.page_frame import Frame, draw_masthead, frame
from castapp.export.sheet import Type
from castapp.export.sizes import PT_PER_MM, Size
from castapp.export.spotmaps import SpotMap
from castapp.export.typeset import Measure, Pen, baseline, elided, fitted_name

TITLE = Type(26, 800)
SPOT_WIDTH, MAP_WIDTH = 16 * PT_PER_MM, 40 * PT_PER_MM
WIDEST = 44 * PT_PER_MM
ROW, LEAST_ROW, HEAD_HEIGHT, BOX, BOXES_HEAD = 15.8, 12.5, 34.0, 28.0, 24.0
SPOT, NAME, DAY, ABOUT = Type(10, 700), Type(10, 600), Type(11, 800), Type(10)
CHANGED = Type(10, 800)
BOX_LABEL = Type(10, 700, tracking=0.04)
DOT = Type(10, grey=0.4)
BAR = 2.6 * PT_PER_MM
BOXES_ACROSS = 6
MOST_COLUMNS = 14


def draw_spots(sheet: CastingSheet, size: Size, measure: Measure) -> list[Pen]:
    """A page, or more, for every corps role that is cast by map."""
    pens = []
    for spot_map in sheet.maps:
        if not spot_map.is_told:
            continue
        count = max(1, -(-len(spot_map.shows) // MOST_COLUMNS))
        per_page = -(-len(spot_map.shows) // count) or 1
        for start in range(0, len(spot_map.shows), per_page):
            pen = Pen(measure)
            _draw_page(pen, sheet, spot_map, start, start + per_page, size)
            pens.append(pen)
    return pens


def _draw_page(
    pen: Pen, sheet: CastingSheet, spot_map: SpotMap, start: int, stop: int, size: Size
) -> None:
    room = frame(size)
    light = f"{spot_map.role}, spot by spot"
    draw_masthead(pen, size, replace(sheet.masthead, light=light), TITLE)
    shows = spot_map.shows[start:stop]
    across = room.width - SPOT_WIDTH - MAP_WIDTH * len(spot_map.maps)
    width = min(WIDEST, across / max(1, len(shows)))
    rows = _box_rows(spot_map, room)
    space = room.bottom - room.top - HEAD_HEIGHT - rows * _boxes_height(spot_map)
    row = min(ROW, space / len(spot_map.spots))
    bottom = _draw_table(pen, sheet, spot_map, start, stop, width, row, room)
    _draw_boxes(pen, spot_map, bottom + 8, rows, room)


def _draw_table(
    pen: Pen,
    sheet: CastingSheet,
    spot_map: SpotMap,
    start: int,
    stop: int,
    width: float,
    row: float,
    room: Frame,
) -> float:
    columns = [room.left + SPOT_WIDTH + number * MAP_WIDTH for number in range(len(spot_map.maps))]
    first = room.left + SPOT_WIDTH + len(columns) * MAP_WIDTH
    shows = list(zip(spot_map.shows, sheet.heads, strict=True))[start:stop]
    places = [first + number * width for number in range(len(shows))]
    top = room.top
    pen.text(room.left, top + 27, "Spot", SPOT)
    for x, (letter, _) in zip(columns, spot_map.maps, strict=True):
        pen.text(x + 4, top + 27, f"Map {letter}", DAY)
    for x, ((_, letter), head) in zip(places, shows, strict=True):
        pen.text(x + 4, top + 15, head.day, DAY)
        said = " · ".join(
            filter(None, (head.about.split(" · ")[0], f"map {letter}" if letter else ""))
        )
        pen.text(x + 4, top + 27, elided(said, ABOUT, width - 6, pen.measure), ABOUT)
    y = top + HEAD_HEIGHT
    right = places[-1] + width if places else first
    pen.rule(room.left, y, right, y, 1.0)
    for spot, name in enumerate(spot_map.spots, 1):
        line = baseline(y, NAME.size, row)
        pen.text(room.left, line, name, SPOT)
        for x, (_, names) in zip(columns, spot_map.maps, strict=True):
            pen.text(
                x + 4, line, fitted_name(names[spot - 1], NAME, MAP_WIDTH - 8, pen.measure), NAME
            )
        for x, ((show_id, _), _) in zip(places, shows, strict=True):
            _draw_spot(pen, spot_map, show_id, spot, x, y, row, width)
        y += row
        pen.rule(room.left, y, right, y, 0.6 if spot % BOXES_ACROSS == 0 else 0.3, 0.3)
    for x in (*columns, *places):
        pen.rule(x, top, x, y, 0.4)
    return y


def _draw_spot(
    pen: Pen,
    spot_map: SpotMap,
    show_id: str,
    spot: int,
    x: float,
    y: float,
    row: float,
    width: float,
) -> None:
    """A dot where the map stands, the name where it does not, nothing where nobody is cast."""
    line = baseline(y, NAME.size, row)
    found = spot_map.exceptions.get((show_id, spot))
    if found is None:
        pen.text(x + 4, line, "•" if dict(spot_map.shows)[show_id] else "", DOT)
        return
    kind = CHANGED if found.changed else NAME
    if found.changed:
        pen.bar(x, y, row, BAR)
    left = x + (BAR + 2 if found.changed else 4)
    pen.text(left, line, fitted_name(found.name, kind, x + width - left - 2, pen.measure), kind)


def _box_rows(spot_map: SpotMap, room: Frame) -> int:
    """How many rows of two maps there is room for under the table with its least rows."""
    wanted = -(-len(spot_map.maps) // 2)
    free = room.bottom - room.top - HEAD_HEIGHT - LEAST_ROW * len(spot_map.spots)
    return max(0, min(wanted, int(free // _boxes_height(spot_map))))


def _boxes_height(spot_map: SpotMap) -> float:
    return BOXES_HEAD + -(-len(spot_map.spots) // BOXES_ACROSS) * (BOX + 3)


def _draw_boxes(pen: Pen, spot_map: SpotMap, top: float, rows: int, room: Frame) -> None:
    """Each map as it stands on stage, six to a line; a tint where it differs from the first."""
    gap = 8 * PT_PER_MM
    width = (room.width - gap) / 2
    for number, (letter, names) in enumerate(spot_map.maps[: 2 * rows]):
        left = room.left + number % 2 * (width + gap)
        y = top + number // 2 * _boxes_height(spot_map)
        differs = ", tint = differs from A" if number else ", first line at the top"
        pen.text(left, y + 8, f"MAP {letter}{differs.upper()}", BOX_LABEL)
        first = spot_map.maps[0][1]
        _draw_map(pen, spot_map, names, first, left, y + 14, width / BOXES_ACROSS)


def _draw_map(
    pen: Pen,
    spot_map: SpotMap,
    names: tuple[str, ...],
    first: tuple[str, ...],
    left: float,
    top: float,
    box: float,
) -> None:
    for place, name in enumerate(names):
        x = left + place % BOXES_ACROSS * box
        y = top + place // BOXES_ACROSS * (BOX + 3)
        other = first[place] != name
        pen.box(x, y, box - 3, BOX, fill=0.07 if other else None, frame=0.6)
        pen.text(x + 3, y + 11, spot_map.spots[place], ABOUT)
        pen.text(x + 3, y + 23, fitted_name(name, NAME, box - 9, pen.measure), NAME)

"""How wide the columns of the grid are and how its rows are written, for the room there is."""

from __future__ import annotations

from castapp.ui.screens.casting.cell_words import Look, row_look
from castapp.ui.screens.casting.headers import COUNTED, ROOMY, WIDTH
from castapp.ui.screens.casting.present import CASTS, DANCERS, ROLES, Grid

NARROW, WIDE = 78, 300
TOTAL = 60
WIDTHS = {CASTS: (132, 320), DANCERS: (84, 300), ROLES: (84, 300)}
"""The least and the most width of a column in the other views."""


def column_width(grid: Grid, room: int) -> int:
    """The width of a night in so much room beside the roles."""
    low, high = WIDTHS.get(grid.view, (NARROW, WIDE))
    totals = sum(bool(one.total) for one in grid.columns)
    nights = max(1, len(grid.columns) - totals)
    return min(high, max(low, (room - totals * TOTAL) // nights))


def heads_width(grid: Grid, whole: int) -> int:
    """The width of the roles: what the widest columns leave over."""
    _, high = WIDTHS.get(grid.view, (NARROW, WIDE))
    totals = sum(bool(one.total) for one in grid.columns)
    wanted = max(1, len(grid.columns) - totals) * high + totals * TOTAL
    least = COUNTED if grid.view == DANCERS else WIDTH
    return max(least, min(ROOMY, whole - wanted))


def looks(grid: Grid, width: int) -> list[Look]:
    """How each row is written in columns of a width."""
    return [
        Look() if row.kind == "act" else row_look(cells, width)
        for row, cells in zip(grid.rows, grid.cells, strict=True)
    ]

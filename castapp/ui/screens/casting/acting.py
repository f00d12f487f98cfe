"""The commands of the menu and the keys, on the grid or on the spot map, whichever is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from castapp.ui.screens.casting.asking import Asking
from castapp.ui.screens.casting.cell_verbs import CellVerbs
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.mapping import Mapping as SpotMap
from castapp.ui.screens.casting.tools import VIEWS

VIEW_ACTIONS = {f"casting.{key}": key for key, _ in VIEWS}
"""The commands of the views."""

Verbs = Mapping[str, Callable[[], object]]


class Acting:
    """What a command does. Each answers False where it means nothing now."""

    def __init__(self, grid: CastingGrid, cells: CellVerbs, asking: Asking, spots: SpotMap) -> None:
        self._grid = grid
        self._map = spots
        self._on_grid: Verbs = {
            "edit.rename": lambda: asking.ask(grid.currentIndex()),
            "casting.cover": lambda: asking.ask(grid.currentIndex(), as_cover=True),
            "edit.delete": cells.empty,
            "edit.copy": cells.copy,
            "edit.paste": cells.paste,
            "casting.fill_right": cells.fill_right,
        }
        self._on_map: Verbs = {
            "edit.rename": lambda: spots.ask(spots.pane.spot),
            "edit.delete": spots.empty,
            "casting.places": spots.pane.edit.toggle,
        }

    def on_grid(self, action: str) -> bool:
        """Do it to the selected cells."""
        return self._do(self._on_grid, action, self._grid.currentIndex().isValid())

    def on_map(self, action: str) -> bool:
        """Do it to the chosen spot."""
        return self._do(self._on_map, action, self._map.cell is not None)

    def _do(self, verbs: Verbs, action: str, chosen: bool) -> bool:
        if action not in verbs or not chosen:
            return False
        verbs[action]()
        return True

"""The tool row of the casting screen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from castapp.ui.screens.casting.paint_bar import Legend
from castapp.ui.screens.casting.present import CASTS, PERFORMANCES
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button
from castapp.ui.widgets.segment import Segment


class CastingTools(ToolRow):
    """Emits what was pressed; `show_view` shows the buttons that belong to a view."""

    view_chosen = Signal(str)
    paint = Signal(bool)
    new_cast = Signal()
    new_performance = Signal()

    def __init__(self) -> None:
        super().__init__()
        views = ((PERFORMANCES, "Performances"), (CASTS, "Casts"))
        self.view = Segment(views, name="Columns")
        self._paint = Button("Paint cast", "paintbrush", height=TOOL_HEIGHT)
        self._paint.setCheckable(True)
        self._cast = Button("New cast", "plus", height=TOOL_HEIGHT)
        self._new = Button("New performance", "plus", height=TOOL_HEIGHT)
        self.add_left(self.view, self.rule(), self._paint, self._cast)
        self._legend = Legend()
        self.add_right(self._legend, self._new)
        self.view.chosen.connect(self.view_chosen)
        self._paint.clicked.connect(self.paint)
        self._cast.clicked.connect(self.new_cast)
        self._new.clicked.connect(self.new_performance)

    def show_view(self, view: str, *, casts: int, painting: bool, works: bool) -> None:
        """Show a view as chosen. Painting needs a cast."""
        self.view.choose(view)
        self._paint.setVisible(view == PERFORMANCES)
        self._paint.setEnabled(casts > 0)
        self._paint.setToolTip("" if casts else "Make a cast first (Casts, New cast)")
        self._paint.setChecked(painting)
        self._new.setEnabled(works)
        self._cast.setEnabled(works)
        self._cast.setVisible(view == CASTS)
        self._legend.setVisible(view == PERFORMANCES)

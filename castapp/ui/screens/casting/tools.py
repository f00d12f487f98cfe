"""The tool row of the casting screen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from castapp.ui.screens.casting.paint_bar import Legend
from castapp.ui.screens.casting.present import CASTS, DANCERS, PERFORMANCES, ROLES, STAGE
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button
from castapp.ui.widgets.segment import Segment

VIEWS = (
    (PERFORMANCES, "Performances"),
    (CASTS, "Casts"),
    (DANCERS, "Dancers"),
    (ROLES, "Roles"),
    (STAGE, "Spot map"),
)
"""The views in the order of their keys, Ctrl+1 to Ctrl+5."""


class CastingTools(ToolRow):
    """Emits what was pressed; `show_view` shows the buttons that belong to a view."""

    view_chosen = Signal(str)
    paint = Signal(bool)
    new_cast = Signal()
    copy_cast = Signal()
    new_performance = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = Segment(VIEWS, name="View")
        self._paint = Button("Paint cast", "paintbrush", height=TOOL_HEIGHT)
        self._paint.setCheckable(True)
        self._cast = Button("New cast", "plus", height=TOOL_HEIGHT)
        self.copy = Button("Copy cast", "copy", height=TOOL_HEIGHT)
        self._new = Button("New performance", "plus", height=TOOL_HEIGHT)
        self.sheet = Button("Cast sheet", "printer", height=TOOL_HEIGHT)
        self._rule = self.rule()
        self.add_left(self.view, self._rule, self._paint, self._cast, self.copy)
        self._legend = Legend()
        self.add_right(self._legend, self._new, self.sheet)
        self.view.chosen.connect(self.view_chosen)
        self._paint.clicked.connect(self.paint)
        self._cast.clicked.connect(self.new_cast)
        self.copy.clicked.connect(self.copy_cast)
        self._new.clicked.connect(self.new_performance)

    def show_view(self, view: str, *, casts: int, nights: int, painting: bool, works: bool) -> None:
        """Show a view as chosen. Painting needs a cast and a night."""
        self.view.choose(view)
        self._paint.setVisible(view == PERFORMANCES)
        self._paint.setEnabled(casts > 0 and nights > 0)
        wants = "" if nights else "There is no performance to paint over yet"
        self._paint.setToolTip(wants if casts else "Make a cast first (Casts, New cast)")
        self._paint.setChecked(painting)
        self._new.setEnabled(works)
        self._cast.setEnabled(works)
        self._cast.setVisible(view == CASTS)
        self.copy.setVisible(view == CASTS and casts > 0)
        self._rule.setVisible(view in (PERFORMANCES, CASTS))
        self._legend.setVisible(view not in (CASTS, STAGE))
        self._new.setVisible(view == PERFORMANCES)
        self.sheet.setEnabled(nights > 0)
        self.sheet.setToolTip("Print or save the cast sheet or the casting sheet" if nights else
                              "There is no performance yet")  # fmt: skip

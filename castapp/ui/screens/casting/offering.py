"""What the buttons and the title of the casting screen offer: productions, a new or copied cast."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from castapp.services import casting
from castapp.ui.screens.casting.chooser import cast_menu, production_menu
from castapp.ui.screens.casting.runs import Run
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class Offering(QObject):
    """`production` carries another production, `run` a run of it or None for all; the others ask
    for a performance, the repertory.
    """

    production = Signal(str)
    run = Signal(object)
    new_performance = Signal()
    open_repertory = Signal()

    def __init__(self, context: ScreenContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host

    def productions(
        self, shown: str, below: QWidget, runs: Sequence[Run] = (), run: Run | None = None
    ) -> None:
        """Offer every production, and the runs of the one shown."""
        menu = production_menu(self._context.book, shown, self._host, runs, run)
        menu.run_chosen.connect(self.run)
        menu.chosen.connect(self.production)
        menu.new_performance.connect(self.new_performance)
        menu.open_repertory.connect(self.open_repertory)
        menu.popup(_under(below))

    def copies(self, source: str, below: QWidget) -> None:
        """Offer where a cast can be copied to."""
        menu = cast_menu(self._context.book, source, self._host)
        menu.added.connect(lambda: write_or_say(self._context, casting.copy_cast, source))
        menu.copied.connect(
            lambda other: write_or_say(self._context, casting.copy_into, source, other)
        )
        menu.popup(_under(below))

    def new_cast(self, production_id: str) -> None:
        """Add the next cast."""
        write_or_say(self._context, casting.add_cast, production_id)


def _under(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())

"""Opening the templates from the board, for the day or the week that is shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from castapp.ui.reading import day_words
from castapp.ui.screens.schedule.modes import SPANS, WEEK
from castapp.ui.screens.schedule.period import week_words
from castapp.ui.screens.schedule.present import week_of

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.screen import ScheduleScreen
    from castapp.ui.screens.schedule.templates.keeper import Keeper


class Opening:
    """Called, it shows the templates; what works them is built the first time."""

    def __init__(self, screen: ScheduleScreen) -> None:
        self._screen = screen

    @cached_property
    def _keeper(self) -> Keeper:
        from castapp.ui.screens.schedule.templates.keeper import Keeper

        screen = self._screen
        ended = screen.looking.inspect
        return Keeper(screen.context, screen.board, screen.deeds, screen.panel, ended)

    def __call__(self) -> None:
        """Show the templates of a day, or in the week those of a week."""
        views, book = self._screen.views, self._screen.context.book
        if views.mode in SPANS:
            self._screen.context.say("Show the day or the week first (Ctrl+1, Ctrl+2).")
            return
        days = week_of(book, views.day) if views.mode == WEEK else (views.day,)
        title = week_words(days, year=False) if len(days) > 1 else day_words(days[0])
        self._keeper.begin(days, title, self._screen.board.selected_calls())

"""The ways to fill an empty board, taken from the card that stands on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from castapp.services.calls import remove_calls
from castapp.ui.reading import day_words
from castapp.ui.screens.schedule.empty_words import (
    BACK,
    COPY,
    NEW,
    STUDIOS,
    TEMPLATE,
    WORK,
    free_calls,
)

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.screen import ScheduleScreen


def begin(screen: ScheduleScreen, way: str) -> None:
    """Go this way: a new call, studios first, a day copied, or the free day taken back."""
    words, book, day = screen.views.empty.words, screen.context.book, screen.views.day
    if way == NEW:
        screen.act("schedule.new")
    elif way == STUDIOS:
        screen.context.jump(day, "settings")
    elif way == COPY and words is not None and words.source is not None:
        screen.copier.at_once(words.source, day_words(words.source), day)
    elif way in BACK:
        source = day - timedelta(days=BACK[way])
        screen.copier.at_once(source, day_words(source), day)
    elif way == TEMPLATE:
        screen.act("schedule.templates")
    elif way == WORK:
        free = [call.id for call in free_calls(book, day)]
        screen.context.commit(remove_calls(book, free))

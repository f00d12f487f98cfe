"""What the schedule does for each action of the menus, but for what is done on the board."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from castapp.ui.reading import day_words
from castapp.ui.screens.schedule.looking import calls_to_place
from castapp.ui.screens.schedule.modes import DAY, FORTNIGHT, MODES, WEEK
from castapp.ui.screens.schedule.people.hand import PeopleHand
from castapp.ui.screens.schedule.period import week_words
from castapp.ui.screens.schedule.posting.poster import Poster
from castapp.ui.screens.schedule.templates.opening import Opening
from castapp.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.drag_state import Held
    from castapp.ui.screens.schedule.screen import ScheduleScreen


def own_acts(screen: ScheduleScreen) -> dict[str, Callable[[], object]]:
    """The screen's own actions by id; the board's are in `Deeds`, the people's in `PeopleHand`."""
    PeopleHand(screen.context, screen.people, screen.deeds)
    modes: dict[str, Callable[[], object]] = {
        f"schedule.{mode}": lambda mode=mode: screen.show_mode(mode)  # type: ignore[misc]
        for mode in (*MODES, FORTNIGHT)
    }
    return modes | {
        "schedule.new": lambda: new_call(screen),
        "schedule.copy": lambda: copy_days(screen),
        "schedule.templates": Opening(screen),
        "schedule.find": lambda: screen.finder.begin(calls_to_place(screen.views, screen.tray)),
        "schedule.side": lambda: turn_side(screen),
        "schedule.repeat": lambda: repeat(screen),
        "schedule.post": Poster(screen),
        "edit.rename": lambda: screen.open_inspector(screen.panel.call.title),
        "edit.find": lambda: search(screen),
        "edit.delete": lambda: delete(screen),
        "inspect": screen.open_inspector,
    }


def new_call(screen: ScheduleScreen) -> None:
    """Write a new call on the board; nothing is made before it is known."""
    if screen.views.shown is not screen.board:
        screen.show_mode(DAY)
    screen.writer.begin_new()


def write_in(screen: ScheduleScreen, drawn: Held) -> None:
    """Write a call in a span that was drawn. The span is a place chosen; nothing is made yet."""
    screen.writer.leave()
    screen.board.choose_room(drawn)
    screen.writer.begin()


def copy_days(screen: ScheduleScreen) -> None:
    """Copy the day or the week shown to another."""
    days = screen.board.view.days
    week = screen.views.mode == WEEK
    screen.copier.begin(days, week_words(days, year=False) if week else day_words(days[0]))


def repeat(screen: ScheduleScreen) -> None:
    """Ask on which days the call comes again."""
    if screen.panel.call.isHidden():
        screen.context.say("Choose one call to repeat.")
        return
    screen.context.open_inspector()
    screen.panel.call.repeat.open()


def delete(screen: ScheduleScreen) -> None:
    """Take the chip away that the keyboard is on, else the selected calls."""
    chip = QApplication.focusWidget()
    if isinstance(chip, Chip) and chip.chip.removable:
        chip.removed.emit(chip.chip.key)
    else:
        screen.deeds.act("edit.delete")


def turn_side(screen: ScheduleScreen) -> None:
    """Open the side list and put the keyboard into it, or fold it away."""
    side = screen.side
    side.setVisible(side.isHidden())
    screen.tools.side.setChecked(not side.isHidden())
    screen.putting.begin()
    (screen.views.shown if side.isHidden() else side).setFocus()


def search(screen: ScheduleScreen) -> None:
    """Open the field that finds a card, or a dancer, of what is shown."""
    if screen.views.shown is screen.views.overview:
        screen.context.say("Show a day, a week or the people to find somebody there (Ctrl+1).")
    else:
        screen.card_finder.open()


def fill_empty(screen: ScheduleScreen, way: str) -> None:
    """Go the way that was taken from the card of an empty board."""
    from castapp.ui.screens.schedule.beginning import begin

    begin(screen, way)

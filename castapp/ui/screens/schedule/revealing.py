"""A record shown on the schedule, wherever it stands: the day turned to, the keyboard on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.finding import Ref
from castapp.ui.screens.schedule.modes import DAY

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.screen import ScheduleScreen


def reveal(screen: ScheduleScreen, ref: Ref) -> bool:
    """Select a call or a show on the board or in the tray. False if it is not to be found."""
    record = screen.context.book.find(ref.kind, ref.id)
    if isinstance(record, Called):
        return reveal(screen, Ref(Call, record.call_id))
    if not isinstance(record, Call | Performance):
        return isinstance(record, Studio)
    views, board, tray = screen.views, screen.board, screen.tray
    if views.shown is views.overview:
        screen.show_mode(DAY)
    studio_id = record.studio_id if isinstance(record, Call) else record.venue_id
    if studio_id in views.columns.hidden:
        views.columns = views.columns.show(studio_id)
        screen.show_anew()
    if record.day not in board.view.days:
        screen.context.go_to(record.day)
    if ref.kind is Call and tray.select(ref.id):
        tray.list.setFocus()
        return True
    board.select([ref.id], ref.id)
    board.scrollTo(board.currentIndex())
    views.shown.setFocus()
    return board.current_id() == ref.id

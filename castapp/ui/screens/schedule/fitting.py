"""The geometry that fits what is shown into the room there is, with bars and folded days. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from castapp.ui.screens.schedule.geometry import Geometry
from castapp.ui.screens.schedule.plans import day_plan, week_plan
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.screens.schedule.zoom import Zoom

Room = tuple[int, int]


def folded(view: BoardView, opened: Collection[date] = ()) -> frozenset[date]:
    """The days of a week that are one line: free days, and those without a call or a show.

    A week without any is left as it is, to be drawn on; so are those that have been opened.
    """
    if len(view.days) < 2:
        return frozenset()
    busy = {card.stand.day for card in view.cards}
    quiet = {day for day in view.days if day not in busy} if busy else view.free - busy
    return frozenset(quiet) - frozenset(opened)


def quiet_words(view: BoardView, day: date) -> str:
    """What the line of a folded day says: only what the plan itself says of the day."""
    return "Free day for everyone." if day in view.free else "No calls. Draw or drop one here."


def board_plan(view: BoardView, zoom: Zoom, opened: Collection[date], room: Room) -> Geometry:
    """The day or the week in a room (width, height in pixels)."""
    if len(view.days) > 1:
        low = folded(view, opened)
        return week_plan(view.days, view.studios, view.spans, low, room, zoom.week)
    return day_plan(view.days[0], view.studios, view.spans, zoom.day, room, view.weights)


def fitted(plan_for: Callable[[Room], Geometry], whole: Room, bar: int) -> tuple[Geometry, Room]:
    """The plan, and the room that is left for it beside the bars it needs, each `bar` thick.

    The room is that of the whole widget, less the bars that are needed: measured with the bars as
    they happen to be, they could come and go for ever.
    """
    width, height = whole
    plan = plan_for((width, height))
    if plan.height > height:
        width -= bar
        plan = plan_for((width, height))
    if plan.width > width:
        height -= bar
        plan = plan_for((width, height))
        if plan.height > height and width == whole[0]:
            width -= bar
            plan = plan_for((width, height))
    return plan, (width, height)

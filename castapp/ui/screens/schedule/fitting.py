"""The geometry that fits what is shown into the room there is, with bars and folded days. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from castapp.ui.screens.schedule.geometry import Geometry
from castapp.ui.screens.schedule.plans import day_plan, day_start, week_hours, week_plan
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
    free = "Free day for everyone. Nothing may be placed here without consent."
    return free if day in view.free else "No calls. Draw or drop one here."


def usual_hours(view: BoardView) -> tuple[int, int]:
    """The hours (first, last minute) that are in sight when a day or a week is turned up: the
    house's own, and whatever is called or danced.
    """
    spans = [*view.spans, *((view.hours,) if view.hours and view.cards else ())]
    if len(view.days) > 1:
        return week_hours(spans)
    return day_start(spans), max([0, *(end for _, end in spans)])


def board_plan(
    view: BoardView,
    zoom: Zoom,
    opened: Collection[date],
    room: Room,
    usual: tuple[int, int] | None = None,
) -> Geometry:
    """The day or the week in a room (width, height in pixels); `usual` are the hours in sight."""
    spans = [*view.spans, *((view.hours,) if view.hours else ())]
    if len(view.days) > 1:
        low, hours = folded(view, opened), usual or usual_hours(view)
        return week_plan(view.days, view.studios, spans, hours, low, room, zoom.week)
    return day_plan(view.days[0], view.studios, spans, zoom.day, room, view.weights)


def bar_across(plan: Geometry, usual: tuple[int, int], room: int) -> bool:
    """Whether a bar lies under the board: not where the week's `usual` hours fit its width.

    The hours before and after them are reached without it: by the wheel, at the edge, by keys.
    """
    if plan.down:
        return plan.width > room
    return plan.pixels(usual[1]) - plan.pixels(usual[0]) > room + 1


def fitted(
    plan_for: Callable[[Room], Geometry],
    whole: Room,
    bar: int,
    across: Callable[[Geometry, int], bool] = lambda plan, width: plan.width > width,
) -> tuple[Geometry, Room]:
    """The plan, and the room that is left for it beside the bars it needs, each `bar` thick.

    The room is that of the whole widget, less the bars that are needed: measured with the bars as
    they happen to be, they could come and go for ever. `across` says whether a plan needs a bar
    under a room of this width.
    """
    width, height = whole
    plan = plan_for((width, height))
    if plan.height > height:
        width -= bar
        plan = plan_for((width, height))
    if across(plan, width):
        height -= bar
        plan = plan_for((width, height))
        if plan.height > height and width == whole[0]:
            width -= bar
            plan = plan_for((width, height))
    return plan, (width, height)

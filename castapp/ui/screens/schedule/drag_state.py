"""A drag on the board as a small pure machine: pressed, moved, let go or taken back. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.ui.screens.schedule.geometry import Spot, snap, snap_down, within_day

THRESHOLD = 4
DEFAULT_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Held:
    """Something in the hand, and where it stands or would stand. A new call has no id."""

    id: str
    day: date
    studio_id: str | None
    start: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Drag:
    """What is being done: `part` is "body", "start", "end" of a card, "empty" ground, "tray", or
    "new" for what comes out of the side list.

    It is `live` once the pointer has left the press by THRESHOLD pixels; before, a release is a
    click. `held` has the one under the pointer first.
    """

    part: str
    origin: Spot
    at: Spot
    x: int
    y: int
    held: tuple[Held, ...] = ()
    copying: bool = False
    live: bool = False
    over_tray: bool = False
    step: int = 15


def press(
    part: str, spot: Spot, x: int, y: int, held: Sequence[Held] = (), *, step: int = 15
) -> Drag:
    """The button went down on a part of the board."""
    kept = tuple(held[:1]) if part in ("start", "end") else tuple(held)
    return Drag(part, spot, spot, x, y, kept, step=step)


def move(
    drag: Drag, spot: Spot, x: int, y: int, *, copying: bool = False, over_tray: bool = False
) -> Drag:
    """The pointer is elsewhere now."""
    live = drag.live or over_tray or max(abs(x - drag.x), abs(y - drag.y)) >= THRESHOLD
    carried = drag.part in ("body", "tray")
    return replace(
        drag, at=spot, live=live, copying=copying and carried, over_tray=over_tray and carried
    )


def landing(drag: Drag, studios: Sequence[str | None]) -> tuple[Held, ...]:
    """Where everything held would come to stand if it were let go now.

    A group keeps its shape: all of it moves by the same days, minutes and studios, and as far as
    its outermost member can. Over the tray nothing has a place.
    """
    if drag.over_tray:
        return tuple(replace(one, studio_id=None) for one in drag.held)
    if drag.part == "empty":
        return (_drawn(drag),)
    if drag.part in ("start", "end"):
        return (_resized(drag),)
    if drag.part in ("tray", "new"):
        return tuple(_dropped(drag, one) for one in drag.held)
    return _carried(drag, studios)


def changed(drag: Drag, studios: Sequence[str | None]) -> bool:
    """Whether letting go now would change anything."""
    return drag.live and (drag.copying or landing(drag, studios) != drag.held)


def shifted(
    held: Sequence[Held], minutes: int, places: int, studios: Sequence[str | None]
) -> tuple[Held, ...]:
    """The same things some minutes later and some studios on: the nudge of the arrow keys."""
    if not held:
        return ()
    places = _reach(held, places, studios)
    early, late = min(one.start for one in held), max(one.start for one in held)
    minutes = within_day(late + max(minutes, -early)) - late
    return tuple(
        replace(
            one,
            studio_id=_next_studio(one.studio_id, places, studios),
            start=one.start + minutes,
            end=one.end + minutes,
        )
        for one in held
    )


def _drawn(drag: Drag) -> Held:
    first = snap_down(min(drag.origin.minute, drag.at.minute), drag.step)
    last = max(drag.origin.minute, drag.at.minute)
    end = max(first + drag.step, snap(last, drag.step))
    return Held("", drag.origin.day, drag.origin.studio_id, within_day(first), end)


def _resized(drag: Drag) -> Held:
    one = drag.held[0]
    delta = drag.at.minute - drag.origin.minute
    if drag.part == "start":
        start = snap(one.start + delta, drag.step) if delta else one.start
        return replace(one, start=max(0, min(start, one.end - drag.step)))
    end = snap(one.end + delta, drag.step) if delta else one.end
    return replace(one, end=max(end, one.start + drag.step))


def _dropped(drag: Drag, one: Held) -> Held:
    start = within_day(snap_down(drag.at.minute, drag.step))
    return Held(one.id, drag.at.day, drag.at.studio_id, start, start + one.minutes)


def _carried(drag: Drag, studios: Sequence[str | None]) -> tuple[Held, ...]:
    lead = drag.held[0]
    delta = drag.at.minute - drag.origin.minute
    moved = snap(lead.start + delta, drag.step) - lead.start if abs(delta) >= drag.step / 2 else 0
    days = (drag.at.day - drag.origin.day).days
    places = 0
    if lead.studio_id in studios and drag.at.studio_id in studios:
        places = list(studios).index(drag.at.studio_id) - list(studios).index(lead.studio_id)
    placed = shifted(drag.held, moved, places, studios)
    return tuple(replace(one, day=one.day + timedelta(days=days)) for one in placed)


def _reach(held: Sequence[Held], places: int, studios: Sequence[str | None]) -> int:
    """As many columns as the outermost of them can still go."""
    stands = [list(studios).index(one.studio_id) for one in held if one.studio_id in studios]
    if not stands:
        return 0
    return max(-min(stands), min(places, len(studios) - 1 - max(stands)))


def _next_studio(studio_id: str | None, places: int, studios: Sequence[str | None]) -> str | None:
    if studio_id not in studios:
        return studio_id
    return studios[list(studios).index(studio_id) + places]

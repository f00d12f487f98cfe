from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.ui.screens.schedule.drag_state import (
    Drag,
    Held,
    changed,
    landing,
    move,
    press,
    shifted,
)
from castapp.ui.screens.schedule.geometry import Spot
from tests.builders import FRIDAY, THURSDAY

STUDIOS = ("a", "b", "c")
CALL = Held("call", THURSDAY, "a", 600, 660)
OTHER = Held("other", THURSDAY, "b", 720, 750)


def spot(minute: int, studio: str = "a", friday: bool = False) -> Spot:
    return Spot(FRIDAY if friday else THURSDAY, studio, minute)


def dragged(part: str, start: Spot, end: Spot, *held: Held, copying: bool = False) -> Drag:
    return move(press(part, start, 0, 0, held), end, 50, 50, copying=copying)


def test_a_small_movement_is_a_click() -> None:
    drag = move(press("body", spot(620), 100, 100, (CALL,)), spot(622), 102, 101)
    assert not drag.live
    assert not changed(drag, STUDIOS)


def test_a_live_drag_stays_live_over_its_origin() -> None:
    away = dragged("body", spot(620), spot(700), CALL)
    back = move(away, spot(620), 0, 0)
    assert back.live
    assert not changed(back, STUDIOS)


def test_moving_keeps_the_grip_and_snaps_to_quarters() -> None:
    drag = dragged("body", spot(620), spot(704, "b"), CALL)
    assert landing(drag, STUDIOS) == (replace(CALL, studio_id="b", start=690, end=750),)


def test_moving_aside_alone_keeps_an_odd_start() -> None:
    odd = Held("odd", THURSDAY, "a", 607, 660)
    drag = dragged("body", spot(620), spot(623, "c"), odd)
    assert landing(drag, STUDIOS) == (replace(odd, studio_id="c"),)


def test_moving_in_the_week_changes_the_day() -> None:
    drag = dragged("body", spot(620), spot(620, friday=True), CALL)
    assert landing(drag, STUDIOS)[0].day == FRIDAY


def test_a_group_keeps_its_shape_and_stops_at_the_edge() -> None:
    drag = dragged("body", spot(620), spot(680, "c"), CALL, OTHER)
    assert landing(drag, STUDIOS) == (
        replace(CALL, studio_id="b", start=660, end=720),
        replace(OTHER, studio_id="c", start=780, end=810),
    )


@pytest.mark.parametrize(
    ("part", "minute", "span"),
    [
        ("start", 630, (630, 660)),
        ("start", 900, (645, 660)),
        ("end", 720, (600, 720)),
        ("end", 300, (600, 615)),
    ],
)
def test_an_edge_resizes_but_never_turns_over(
    part: str, minute: int, span: tuple[int, int]
) -> None:
    origin = 600 if part == "start" else 660
    one = landing(dragged(part, spot(origin), spot(minute), CALL, OTHER), STUDIOS)
    assert [(held.start, held.end) for held in one] == [span]


def test_drawing_on_empty_ground_makes_a_span() -> None:
    drag = dragged("empty", spot(612), spot(700))
    assert landing(drag, STUDIOS) == (Held("", THURSDAY, "a", 600, 705),)


def test_drawing_upwards_is_the_same_span() -> None:
    down = landing(dragged("empty", spot(612), spot(700)), STUDIOS)
    up = landing(dragged("empty", spot(700), spot(612)), STUDIOS)
    assert up == down


def test_over_the_tray_nothing_has_a_place() -> None:
    drag = move(press("body", spot(620), 0, 0, (CALL,)), spot(620), 9, 900, over_tray=True)
    assert landing(drag, STUDIOS) == (replace(CALL, studio_id=None),)
    assert changed(drag, STUDIOS)


def test_out_of_the_tray_it_starts_under_the_pointer() -> None:
    waiting = replace(CALL, studio_id=None)
    drag = dragged("tray", spot(0), spot(848, "c"), waiting)
    assert landing(drag, STUDIOS) == (replace(CALL, studio_id="c", start=840, end=900),)


def test_only_what_is_carried_can_be_copied() -> None:
    assert dragged("body", spot(620), spot(700), CALL, copying=True).copying
    assert not dragged("end", spot(660), spot(700), CALL, copying=True).copying


def test_a_copy_on_the_spot_is_still_a_change() -> None:
    assert changed(dragged("body", spot(620), spot(620), CALL, copying=True), STUDIOS)


def test_a_nudge_stops_at_midnight_and_at_the_walls() -> None:
    early = Held("early", THURSDAY, "a", 5, 65)
    assert shifted((early,), -15, -1, STUDIOS) == (replace(early, start=0, end=60),)
    assert shifted((), 15, 1, STUDIOS) == ()

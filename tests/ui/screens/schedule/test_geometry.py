from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from castapp.ui.screens.schedule.geometry import (
    Box,
    DayGeometry,
    Stand,
    WeekGeometry,
    part_at,
    snap,
    snap_down,
)
from castapp.ui.screens.schedule.lanes import lanes
from tests.builders import FRIDAY, THURSDAY

STUDIOS = ("a", "b", "c", "d", "e", "f")
DAY = DayGeometry(THURSDAY, STUDIOS, 984)
WEEK = WeekGeometry((THURSDAY, FRIDAY), STUDIOS, 928)
starts = st.integers(10 * 60, 20 * 60)
lengths = st.integers(15, 150)
rooms = st.sampled_from(STUDIOS)


def test_a_column_is_164_wide_and_an_hour_48_high() -> None:
    assert DAY.column(1) == Box(164, 0, 164, DAY.height)
    assert DAY.pixels(10 * 60 + 30) - DAY.pixels(9 * 60 + 30) == 48


def test_a_card_leaves_the_lines_free() -> None:
    box = DAY.box(Stand(THURSDAY, "b", 11 * 60 + 45, 13 * 60))
    assert box == Box(164 + 5, 109, 155, 58)


def test_a_week_lane_holds_a_card_of_17() -> None:
    box = WEEK.box(Stand(FRIDAY, "c", 11 * 60, 12 * 60))
    assert box is not None
    assert (box.y, box.h) == (118 + 5 + 2 * 18, 17)


@pytest.mark.parametrize("geometry", [DAY, WEEK])
def test_what_is_not_on_the_board_has_no_box(geometry: DayGeometry | WeekGeometry) -> None:
    assert geometry.box(Stand(THURSDAY, "elsewhere", 600, 660)) is None
    assert geometry.box(Stand(date(2026, 1, 1), "a", 600, 660)) is None


@given(start=starts, minutes=lengths, room=rooms)
def test_the_middle_of_a_card_is_its_own_place_by_day(start: int, minutes: int, room: str) -> None:
    box = DAY.box(Stand(THURSDAY, room, start, start + minutes))
    assert box is not None
    spot = DAY.spot(box.x + box.w // 2, box.y + box.h // 2)
    assert spot.studio_id == room
    assert start <= spot.minute <= start + minutes


@given(start=starts, minutes=lengths, room=rooms, day=st.sampled_from([THURSDAY, FRIDAY]))
def test_the_middle_of_a_card_is_its_own_place_by_week(
    start: int, minutes: int, room: str, day: date
) -> None:
    box = WEEK.box(Stand(day, room, start, start + minutes))
    assert box is not None
    spot = WEEK.spot(box.x + box.w // 2, box.y + box.h // 2)
    assert (spot.day, spot.studio_id) == (day, room)
    assert start <= spot.minute <= start + minutes


@given(x=st.integers(-500, 3000), y=st.integers(-500, 3000))
def test_every_point_has_a_place(x: int, y: int) -> None:
    for geometry in (DAY, WEEK):
        spot = geometry.spot(x, y)
        assert spot.studio_id in STUDIOS
        assert geometry.first <= spot.minute <= geometry.last


@given(spans=st.lists(st.tuples(starts, lengths), max_size=12))
def test_lanes_never_share_a_moment(spans: list[tuple[int, int]]) -> None:
    times = [(start, start + minutes) for start, minutes in spans]
    placed = lanes(times)
    assert all(0 <= lane < count for lane, count in placed)
    for n, (start, end) in enumerate(times):
        for m, (other, over) in enumerate(times):
            if n != m and start < over and other < end:
                assert placed[n][0] != placed[m][0]
                assert placed[n][1] == placed[m][1]


def test_a_card_alone_has_the_whole_width() -> None:
    assert lanes([(600, 660), (660, 720)]) == [(0, 1), (0, 1)]


def test_lanes_share_the_width_without_touching() -> None:
    left = DAY.box(Stand(THURSDAY, "a", 600, 660, 0, 2))
    right = DAY.box(Stand(THURSDAY, "a", 600, 660, 1, 2))
    assert left is not None
    assert right is not None
    assert left.right < right.x
    assert right.right == 5 + 155


@pytest.mark.parametrize(
    ("offset", "part"), [(0, "start"), (5, "start"), (6, "body"), (51, "body"), (52, "end")]
)
def test_edges_are_six_pixels(offset: int, part: str) -> None:
    box = Box(10, 100, 155, 58)
    assert part_at(box, 50, 100 + offset, down=True) == part


def test_the_edges_of_a_low_card_leave_a_body() -> None:
    assert part_at(Box(0, 0, 100, 10), 50, 5, down=True) == "body"


@given(minute=st.integers(0, 1439), step=st.sampled_from([5, 15, 30]))
def test_snapping_is_to_the_nearest_step(minute: int, step: int) -> None:
    assert snap(minute, step) % step == 0
    assert abs(snap(minute, step) - minute) <= step / 2
    assert 0 <= minute - snap_down(minute, step) < step


@pytest.mark.parametrize("count", [1, 2, 6, 11])
def test_a_folded_day_is_a_low_band_that_still_has_its_lanes(count: int) -> None:
    studios = tuple(f"s{number}" for number in range(count))
    week = WeekGeometry((THURSDAY, FRIDAY), studios, 928, free=frozenset({THURSDAY}))
    band = week.day_box(0)
    assert band.h == 44
    assert week.spot(10, 60).day == FRIDAY
    for studio_id in studios:
        box = week.box(Stand(THURSDAY, studio_id, 660, 720))
        assert box is not None
        assert band.y < box.y
        assert box.bottom < band.bottom
        assert week.spot(box.x + 4, box.y + box.h // 2).studio_id == studio_id

from __future__ import annotations

from castapp.ui.screens.schedule.geometry import HOUR, LEAST_HOUR, MOST_HOUR
from castapp.ui.screens.schedule.zoom import Zoom


def test_the_day_and_the_week_are_zoomed_apart() -> None:
    zoom = Zoom().by(1.5, 48, down=True).by(2, 60, down=False)
    assert (zoom.day, zoom.week) == (72, 120)
    assert zoom.reset(down=True) == Zoom(HOUR, 120)


def test_hours_stay_within_what_can_be_read() -> None:
    assert Zoom().by(100, 48, down=True).day == MOST_HOUR
    assert Zoom().by(0.001, 48, down=False).week == LEAST_HOUR

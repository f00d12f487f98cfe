"""The worked numbers of the workload notes, and the edges around them."""

from __future__ import annotations

import pytest

from castapp.domain.baseline import band, change_percent, percentile, robust_z, spread

WEEKS = [24, 26, 25, 27, 23, 28, 26, 25, 29, 24, 26, 27]


def test_robust_z_of_thirty_hours() -> None:
    assert robust_z(30, WEEKS) == pytest.approx(2.698, abs=0.0005)


def test_percentile_of_twenty_eight_hours() -> None:
    assert percentile(28, WEEKS) == 87.5


def test_percentile_at_the_ends() -> None:
    assert percentile(20, WEEKS) == 0
    assert percentile(40, WEEKS) == 100


def test_spread_is_the_scaled_mad() -> None:
    assert spread(WEEKS) == pytest.approx(1.4826)


def test_without_mad_the_quartiles_decide() -> None:
    history = [20, 20, 20, 20, 20, 24, 24, 24]
    assert spread(history) == pytest.approx(4 / 1.349)
    assert robust_z(22, history) == pytest.approx(2 * 1.349 / 4)


def test_weeks_that_never_vary_have_no_spread() -> None:
    assert spread([20, 20, 20, 20, 20, 20, 20, 28]) is None
    assert robust_z(28, [20] * 8) is None
    assert spread([20]) is None


def test_change_of_six_hundred_units() -> None:
    assert change_percent(3000, 2400, 2500) == 25.0


@pytest.mark.parametrize(("before", "percent"), [(0, None), (600, None), (625, 380.0)])
def test_no_per_cent_of_next_to_nothing(before: float, percent: float | None) -> None:
    assert change_percent(3000, before, 2500) == percent


def test_a_week_of_nothing_is_a_hundred_per_cent_less() -> None:
    assert change_percent(0, 2400, 2500) == -100.0


@pytest.mark.parametrize(
    ("z", "word"),
    [
        (0, "usual"),
        (1.49, "usual"),
        (-1.49, "usual"),
        (1.5, "above"),
        (-1.5, "below"),
        (1.99, "above"),
        (2, "far above"),
        (-2, "far below"),
    ],
)
def test_bands(z: float, word: str) -> None:
    assert band(z) == word


def test_thresholds_may_be_the_company_s_own() -> None:
    assert band(1.2, 1, 2) == "above"

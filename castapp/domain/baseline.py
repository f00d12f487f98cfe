"""A dancer's own usual: robust deviations, percentiles and bands, never a risk.

Load describes work done or planned. It does not predict injury for an individual.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median, quantiles

MIN_WEEKS = 8
MAX_WEEKS = 26
UNUSUAL = 1.5
VERY_UNUSUAL = 2.0
BANDS = ("far below", "below", "usual", "above", "far above")

_MAD_TO_SD = 1.4826
_IQR_TO_SD = 1.349


def spread(history: Sequence[float]) -> float | None:
    """A robust standard deviation: 1.4826 × MAD, else IQR / 1.349, else None for no spread.

    1.4826 and 1.349 make both equal the standard deviation where weeks are normal.
    """
    middle = median(history)
    deviation = median([abs(value - middle) for value in history])
    if deviation > 0:
        return _MAD_TO_SD * deviation
    if len(history) < 2:
        return None
    low, _, high = quantiles(history, n=4, method="inclusive")
    return (high - low) / _IQR_TO_SD if high > low else None


def robust_z(value: float, history: Sequence[float]) -> float | None:
    """How many robust deviations a value lies from the median of its history; None if those do
    not vary at all.
    """
    scale = spread(history)
    return None if scale is None else (value - median(history)) / scale


def percentile(value: float, history: Sequence[float]) -> float:
    """Where a value stands among its history: 100 × (below + half of equal) / n."""
    ranked = sorted(history)
    below = bisect_left(ranked, value)
    equal = bisect_right(ranked, value) - below
    return 100 * (below + equal / 2) / len(ranked)


def band(z: float, unusual: float = UNUSUAL, very: float = VERY_UNUSUAL) -> str:
    """The word for a deviation: attention, not risk."""
    if abs(z) < unusual:
        return "usual"
    if z > 0:
        return "far above" if z >= very else "above"
    return "far below" if z <= -very else "below"


def change_percent(now: float, before: float, usual: float) -> float | None:
    """The change in per cent; None if the week before is under a quarter of the usual week."""
    if before <= 0 or before < usual / 4:
        return None
    return 100 * (now - before) / before

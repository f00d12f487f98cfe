from __future__ import annotations

from datetime import date

import pytest

from castapp.services.readiness import Readiness
from castapp.services.readiness_words import stated


@pytest.mark.parametrize(
    ("shows", "rehearsals", "last", "why"),
    [
        (9, 1, date(2026, 10, 9), "9 shows, 1 rehearsal, last Fri 9 Oct"),
        (0, 6, None, "6 rehearsals"),
        (0, 0, None, "nothing recorded yet"),
    ],
)
def test_what_a_readiness_stands_on(
    shows: int, rehearsals: int, last: date | None, why: str
) -> None:
    one = Readiness("vega", "queen", "rehearsed", "learning", shows, rehearsals, last)
    line = stated("vega", "Vega", one)
    assert (line.key, line.text, line.state, line.why) == ("vega", "Vega", "rehearsed", why)
    assert line.by_hand

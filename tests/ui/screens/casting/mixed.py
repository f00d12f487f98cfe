"""A night of two works for tests of the casting grid: the lake, then a duet of two spots."""

from __future__ import annotations

from castapp.domain.casting import BillItem, Cast
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, RoleSection, Section
from tests.builders import casting

SHOW = "show-2026-10-15-1170"


def second_work() -> list[Record]:
    """Tides, danced by Moss and Lund after the lake on Thursday; Vega covers Moss."""
    return [
        Production("tides", work="Tides", title="The Tides", short="Tides", code="TD"),
        Section("tides-1", "tides", 1, "", "Tides", 20),
        Role("wave", "tides", 1, "Wave", "couple", 2, "FM", sections=(RoleSection("tides-1"),)),
        Cast("tides-cast", "tides", "1st", 1),
        casting("tides-cast", "wave", 1, "moss"),
        casting("tides-cast", "wave", 2, "lund"),
        casting("tides-cast", "wave", 1, "vega", 1),
        BillItem("bill-tides", SHOW, "tides", 2, "tides-cast"),
    ]

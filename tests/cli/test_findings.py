"""Findings as the command line prints them."""

from __future__ import annotations

from castapp.cli.findings import finding_row, lines
from castapp.domain.availability import Absence
from castapp.services.findings import accept, findings
from tests.builders import THURSDAY, company_book

AWAY = company_book([Absence("away", "vega", THURSDAY, THURSDAY)])


def test_a_clash_somebody_lives_with_says_why() -> None:
    one = next(one for one in findings(AWAY, THURSDAY, THURSDAY) if one.severity == "hard")
    assert one.rule == "absent"
    assert "accepted" not in finding_row(AWAY, one)
    after = AWAY.apply(accept(AWAY, one, "she says yes", "JM"))
    (still,) = [each for each in findings(after, THURSDAY, THURSDAY) if each.key == one.key]
    row = finding_row(after, still)
    assert row["accepted"] == "she says yes"
    assert lines([row])[0].endswith("  (accepted: she says yes)")

"""What a row of the findings strip does: shows what it is about and says it, or lives with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from castapp.domain.finding import Finding
from castapp.ui.announce import say
from castapp.ui.finding_rows import FindingRow

if TYPE_CHECKING:
    from castapp.ui.window import MainWindow


def show_finding(window: MainWindow, row: FindingRow) -> None:
    """Show what a finding is about, and say it with its place among them."""
    finding = cast(Finding, row.source)
    reachable = [ref for ref in finding.refs if window.screen_for(ref)]
    if reachable:
        window.jump(reachable[0])
    else:
        window.jump(finding.day)
    rows = window.frame.findings.model.rows
    place = f"Finding {rows.index(row) + 1} of {len(rows)}. " if row in rows else ""
    say(window, f"{place}{row.sentence}")


def act_on_finding(window: MainWindow, row: FindingRow) -> None:
    """Press a row's link: withdraw what was accepted, ask why a rule is lived with, else show."""
    finding = cast(Finding, row.source)
    if row.accepted:
        from castapp.services.findings import withdraw

        window.committer(withdraw(window.context.book, finding), judged=False)
    elif row.severity == "breach":
        window.committer.accept(finding)
    else:
        show_finding(window, row)

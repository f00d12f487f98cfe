"""The inspector's rows of a dancer's day and of the nights that follow a cast."""

from __future__ import annotations

from castapp.ui import fonts
from castapp.ui.screens.casting.night_lines import NightLine
from castapp.ui.screens.casting.panel_rows import LineRow, Rows
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label


def show_night(inspector: Inspector, lines: tuple[NightLine, ...]) -> None:
    """The day as it is: when, what, and below it where and the time to change."""
    if not lines:
        return
    rows = Rows()
    inspector.section("That day").add(rows)
    for line in lines:
        sign = "chevron-right" if line.here else ""
        rows.add(LineRow(line.what, "", line.when, sign=sign, tone="accent_t"))
        if line.below:
            below = Label(line.below, fonts.LABEL, line.tone, wrap=True)
            below.setContentsMargins(22, 0, 0, 3)
            rows.add(below)


def show_follow(
    inspector: Inspector, nights: tuple[tuple[str, str], ...], *, with_cast: bool
) -> None:
    """The nights of the cast, and who dances the spot on each."""
    if not nights:
        return
    heading = "The nights of this cast" if with_cast else "Its cast dances also"
    rows = Rows()
    inspector.section(heading, str(len(nights))).add(rows)
    for when, who in nights:
        rows.add(LineRow(when, "", who))

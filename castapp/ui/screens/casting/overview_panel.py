"""The inspector while nothing is selected: counters, debuts, what is missing, partnerships."""

from __future__ import annotations

from collections.abc import Callable

from castapp.ui import fonts, theme
from castapp.ui.screens.casting.cells import OPEN, TROUBLE, UNCOVERED
from castapp.ui.screens.casting.counters import Close, Missing, Overview, Tally
from castapp.ui.screens.casting.panel_rows import LineRow, Rows, TallyRow
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label

SHOWN = 12
NO_NIGHT = (
    "Shows of each dancer, debuts and whatever is open are counted here once there are roles "
    "and performances."
)
ORDER = (TROUBLE, OPEN, UNCOVERED)


def show_overview(
    inspector: Inspector, kind: str, counted: Overview, go: Callable[[tuple[str, int, str]], None]
) -> None:
    """Fill the inspector. `go` is called with the place of a missing spot that is pressed."""
    inspector.clear()
    inspector.show_head(kind, "Counters")
    shown = [tally for tally in (*counted.tallies, counted.casts) if tally.rows]
    for tally in shown:
        show_tally(inspector, tally)
    if not counted.nights or not counted.tallies:
        inspector.section().add(Label(NO_NIGHT, fonts.TABLE, "t2", wrap=True))
        return
    _missing(inspector, counted.missing, go)
    _close(inspector, counted.close, go)
    _debuts(inspector, counted)
    if counted.pairs:
        rows = _rows(inspector, "Partnerships in this run")
        for names, shows, new in counted.pairs[:SHOWN]:
            count = f"{shows} show{'' if shows == 1 else 's'}"
            rows.add(LineRow(names, "new" if new else "", count))


def show_tally(inspector: Inspector, tally: Tally) -> None:
    """A role's dancers with their shows."""
    section = inspector.section(tally.heading, f"{sum(row[1] for row in tally.rows)} shows")
    rows = Rows()
    section.add(rows)
    most = max((shows for _, shows, _ in tally.rows), default=1)
    for name, shows, debut in tally.rows[:SHOWN]:
        rows.add(TallyRow(name, shows, most, debut=debut))
    if tally.note:
        section.add(Label(tally.note, fonts.TABLE, "note", wrap=True))


def _debuts(inspector: Inspector, counted: Overview) -> None:
    if counted.debuts:
        rows = _rows(inspector, "Debuts", str(len(counted.debuts)))
        for name, role, when in counted.debuts[:SHOWN]:
            rows.add(LineRow(name, role, when, sign="*"))
        _more(rows, len(counted.debuts))


def _missing(
    inspector: Inspector,
    missing: tuple[Missing, ...],
    go: Callable[[tuple[str, int, str]], None],
) -> None:
    ordered = sorted(missing, key=lambda one: ORDER.index(one.state))
    if not ordered:
        inspector.section("Needs attention").add(
            LineRow("Nobody missing, every lead covered", sign="check", tone="t2")
        )
        return
    rows = _rows(inspector, "Needs attention", str(len(ordered)))
    for one in ordered[:SHOWN]:
        severity = one.severity or ("breach" if one.state == OPEN else "warning")
        icon = theme.current().findings[severity].icon
        row = LineRow(one.what, "", one.when, sign=icon, tone=severity, leads=True)
        row.clicked.connect(lambda _=False, place=one.place: go(place))
        rows.add(row)
    _more(rows, len(ordered))


def _close(
    inspector: Inspector, close: tuple[Close, ...], go: Callable[[tuple[str, int, str]], None]
) -> None:
    if not close:
        return
    rows = _rows(inspector, "Close together", str(len(close)))
    for one in close[:SHOWN]:
        row = LineRow(one.who, one.what, one.when, sign="clock-alert", tone="warning", leads=True)
        row.clicked.connect(lambda _=False, place=one.place: go(place))
        rows.add(row)
    _more(rows, len(close))


def _rows(inspector: Inspector, heading: str, aside: str = "") -> Rows:
    rows = Rows()
    inspector.section(heading, aside).add(rows)
    return rows


def _more(rows: Rows, count: int) -> None:
    if count > SHOWN:
        rows.add(Label(f"and {count - SHOWN} more", fonts.TABLE, "t2"))

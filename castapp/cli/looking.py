"""The commands that look and change nothing: check, show, impact, history."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from castapp.cli.answer import FINE, FOUND, Answer, columns
from castapp.cli.findings import finding_row, lines, summary
from castapp.cli.house import House
from castapp.domain.checks import Invalid
from castapp.domain.programme import zone

if TYPE_CHECKING:
    from castapp.services.desk import Desk

DANCED = ("what", "role", "spot", "cover", "cast", "section", "covers")


@contextmanager
def at_desk(house: House, address: str) -> Iterator[Desk]:
    """A desk on a company, let go of in the end. Raises Refused."""
    desk = house.open_desk(address)
    try:
        yield desk
    finally:
        desk.close()


def check(args: Namespace, house: House) -> Answer:
    """Every open finding of the days asked for; of all days that hold anything if none are."""
    from castapp.services.findings import findings
    from castapp.services.show import busy_days

    _check_order(args.first, args.last)
    with at_desk(house, args.file) as desk:
        book = desk.book
    busy = busy_days(book)
    first = args.first or (busy[0] if busy else args.last)
    last = args.last or (busy[-1] if busy else args.first)
    found = findings(book, first, last) if first and last else []
    data = [finding_row(book, one) for one in found]
    nothing = "Nothing stands against the rules."
    text = "\n".join([*lines(data), summary(data)]) if data else nothing
    return Answer({"findings": data}, text, FOUND if data else FINE)


def show(args: Namespace, house: House) -> Answer:
    """What the file holds, as rows."""
    from castapp.services.show import rows

    _check_order(args.first, args.last)
    with at_desk(house, args.file) as desk:
        found = rows(desk.book, args.what, args.first, args.last)
    return Answer(found, columns(found, "There is nothing to show."))


def impact(args: Namespace, house: House) -> Answer:
    """What somebody's absence touches from a moment on."""
    from castapp.services.intake import person_named
    from castapp.services.touched import impact_rows

    day, clock = args.since
    with at_desk(house, args.file) as desk:
        person = person_named(desk.book, args.dancer)
        found = impact_rows(desk.book, person.id, day, clock)
    nothing = f"Nothing of {person.name}'s is touched."
    return Answer(found, _impact_text(found) or nothing, FOUND if found else FINE)


def history(args: Namespace, house: House) -> Answer:
    """The journal, newest first; times are the house's, with their offset from UTC."""
    with at_desk(house, args.file) as desk:
        entries = desk.history(limit=1_000_000)
        house_clock = ZoneInfo(zone(desk.book, None))
    found = [
        {
            "sequence": entry.sequence,
            "at": entry.at.astimezone(house_clock).isoformat(timespec="seconds"),
            "author": entry.author,
            "label": entry.label,
            "takes_back": entry.takes_back,
        }
        for entry in entries
    ]
    return Answer(found, columns(found, "Nothing has been done yet."))


def _check_order(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise Invalid(
            f"The days end on {last.isoformat()}, before they begin on {first.isoformat()}."
        )


def _impact_text(rows: Sequence[dict[str, Any]]) -> str:
    """Shows and roles first, then the calls, those of class in one line."""
    calls = [row for row in rows if row["kind"] not in ("performance", "cast")]
    roles = [row for row in rows if row not in calls]
    classes = [row for row in calls if row["kind"] == "class"]
    if len(classes) > 1:
        calls = [row for row in calls if row not in classes]
    parts = [
        _table("Performances and roles", roles, ("when", "as", *DANCED)),
        _table("Calls", calls, ("when", "as", "what", "role")),
    ]
    if len(classes) > 1:
        first, last = (classes[place]["when"][:10] for place in (0, -1))
        parts.append(f"Class, {len(classes)} times from {first} to {last}")
    return "\n\n".join(part for part in parts if part)


def _table(heading: str, rows: Sequence[dict[str, Any]], names: Sequence[str]) -> str:
    shown = [{name: row[name] for name in names if any(one[name] for one in rows)} for row in rows]
    return f"{heading}\n{columns(shown, '')}" if rows else ""

"""The commands that look and change nothing: check, show, impact, history."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from castapp.cli.answer import FINE, FOUND, Answer, columns
from castapp.cli.house import House
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.finding import Finding
from castapp.domain.people import Person

if TYPE_CHECKING:
    from castapp.services.desk import Desk

MOST_NAMES = 3


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
    from castapp.services.findings import counts, findings
    from castapp.services.show import busy_days

    _check_order(args.first, args.last)
    with at_desk(house, args.file) as desk:
        book = desk.book
    busy = busy_days(book)
    first = args.first or (busy[0] if busy else args.last)
    last = args.last or (busy[-1] if busy else args.first)
    found = findings(book, first, last) if first and last else []
    data = [_finding(book, one) for one in found]
    lines = [_line(one) for one in data]
    total = counts(found).words
    text = "\n".join([*lines, total]) if data else "Nothing stands against the rules."
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
    from castapp.services.show import impact_rows

    day, clock = args.since
    with at_desk(house, args.file) as desk:
        person = person_named(desk.book, args.dancer)
        found = impact_rows(desk.book, person.id, day, clock)
    return Answer(found, columns(found, f"Nothing of {person.name}'s is touched."))


def history(args: Namespace, house: House) -> Answer:
    """The journal, newest first."""
    with at_desk(house, args.file) as desk:
        entries = desk.history(limit=1_000_000)
    found = [
        {
            "sequence": entry.sequence,
            "at": entry.at.isoformat(timespec="seconds"),
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


def _line(finding: dict[str, Any]) -> str:
    names = finding["people"]
    others = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    who = f"{', '.join(names[:MOST_NAMES])}{others}: " if names else ""
    return f"{finding['severity']:8} {finding['when']:16}  {who}{finding['what']}"


def _finding(book: Book, finding: Finding) -> dict[str, Any]:
    from castapp.services.show import moment

    day = finding.day.isoformat()
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "people": [who.name for one in finding.people if (who := book.find(Person, one))],
        "when": day if finding.start is None else moment(finding.day, finding.start),
        "what": finding.what,
        "clause": finding.clause,
    }

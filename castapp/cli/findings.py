"""Findings as the command line prints them: every one for programs, gathered for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.finding import SEVERITIES, Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import Person
from castapp.domain.programme import HALF

MOST_NAMES = 3
OPEN = " open"
_ONE_AND_MANY = {
    "hard": ("clash", "clashes"),
    "breach": ("breach", "breaches"),
    "warning": ("warning", "warnings"),
    "note": ("note", "notes"),
}

Row = dict[str, Any]


def finding_row(book: Book, finding: Finding) -> Row:
    """A finding as plain values; what begins with the half before a show is of its curtain.

    One that somebody lives with has the reason, "accepted".
    """
    from castapp.services.show import moment

    start = _start(book, finding)
    kept = book.where(AcceptedBreach, "key", finding.key)
    day = finding.day.isoformat()
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "people": [who.name for one in finding.people if (who := book.find(Person, one))],
        "when": day if start is None else moment(finding.day, start),
        "what": finding.what,
        "clause": finding.clause,
        **({"accepted": kept[0].reason} if kept else {}),
    }


def named_what(row: Row) -> str:
    """A finding with whom it is about: Grant: off, dances Waltz men."""
    names = row["people"]
    others = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f"{', '.join(names[:MOST_NAMES])}{others}: {row['what']}" if names else str(row["what"])


def lines(rows: Sequence[Row]) -> list[str]:
    """A line for each finding, the open roles of one performance gathered into one."""
    shows: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if _is_open(row):
            shows.setdefault((row["severity"], row["when"]), []).append(row)
    told: list[str] = []
    for row in rows:
        same = shows.get((row["severity"], row["when"]), []) if _is_open(row) else []
        if len(same) < 2:
            told.append(_line(row, row["what"]))
        elif row is same[0]:
            told.append(_line(row, _gathered(same)))
    return told


def summary(rows: Sequence[Row]) -> str:
    """How many of each severity: 1 clash · 6 breaches."""
    severities = [row["severity"] for row in rows]
    counted = ((name, severities.count(name)) for name in SEVERITIES)
    return " · ".join(
        f"{count} {_ONE_AND_MANY[name][count != 1]}" for name, count in counted if count
    )


def _start(book: Book, finding: Finding) -> int | None:
    for ref in finding.refs:
        show = book.find(Performance, ref.id) if ref.kind is Performance else None
        if show and show.day == finding.day and finding.start == show.curtain - HALF:
            return show.curtain
    return finding.start


def _is_open(row: Row) -> bool:
    return row["rule"] == "uncast" and str(row["what"]).endswith(OPEN)


def _gathered(rows: Sequence[Row]) -> str:
    work = rows[0]["what"].partition(": ")[0]
    roles = [row["what"].partition(": ")[2].removesuffix(OPEN) for row in rows]
    more = f" and {len(roles) - MOST_NAMES} more" if len(roles) > MOST_NAMES else ""
    return f"{work}: {len(roles)} roles open: {', '.join(roles[:MOST_NAMES])}{more}"


def _line(row: Row, what: str) -> str:
    kept = f"  (accepted: {row['accepted']})" if row.get("accepted") else ""
    return f"{row['severity']:8} {row['when']:16}  {named_what({**row, 'what': what})}{kept}"

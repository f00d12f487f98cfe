"""Who is away in the sample, and who may do what: from the files and the first story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.record import Record
from castapp.services.sample.data import comeback, day_of, ident, person_id, toml

BALLERINA = "Bektemirova"
GUEST = "Popov"
INJURY_CLOCK = 20 * 60 + 12


def availability(today: date) -> Iterator[Record]:
    """Every absence and every record of participation that is known today."""
    values = toml("health")
    for order, entry in enumerate(values["participation"]):
        yield Participation(
            ident("participation", order),
            person_id(entry["dancer"]),
            today + timedelta(days=entry["since"]),
            entry["status"],
            _restrictions(entry),
            today + timedelta(days=entry["review"]) if "review" in entry else None,
        )
    for order, entry in enumerate(values["absence"]):
        yield Absence(
            ident("absence", order), person_id(entry["dancer"]),
            today + timedelta(days=entry["first"]), today + timedelta(days=entry["last"]),
            entry["kind"], entry.get("where", ""),
        )  # fmt: skip
    yield from _return(today, values["return"])
    yield Absence(
        ident("absence", GUEST), person_id(GUEST), day_of(today, 2, 2), day_of(today, 3, 6),
        "guest engagement", "Palais Garnier, Paris", "Giselle",
    )  # fmt: skip


def injury_day(today: date) -> date:
    """The Thursday nearest to two weeks before today, on which a Giselle was danced."""
    return day_of(today, -2, 3)


def _return(today: date, stages: list[dict[str, Any]]) -> Iterator[Participation]:
    """From off to modified in stages; each is reviewed on the day the next begins."""
    hurt, back = injury_day(today), comeback(today)
    days = [
        hurt + timedelta(days=stage["after"]) if "after" in stage
        else back - timedelta(days=stage["before"])
        for stage in stages
    ]  # fmt: skip
    reviews = [*days[1:], back]
    yield Participation(
        ident("return", "off"), person_id(BALLERINA), hurt, "off", (), days[0],
        since_clock=INJURY_CLOCK,
    )  # fmt: skip
    for stage, since, review in zip(stages, days, reviews, strict=True):
        if since <= today:
            yield Participation(
                ident("return", since - hurt), person_id(BALLERINA), since, stage["status"],
                _restrictions(stage), review,
            )  # fmt: skip


def _restrictions(entry: dict[str, Any]) -> tuple[Restriction, ...]:
    return tuple(
        Restriction(one["code"], float(one.get("amount", 0)))
        for one in entry.get("restrictions", ())
    )

"""The reasons for a place's rank in words: how many people pay what, and what speaks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.roster import inside_name
from castapp.domain.slot import length
from castapp.domain.wording import call_short, short_place
from castapp.rules.limits import Limits
from castapp.services.places.near import Neighbours
from castapp.services.places.place import Cost, Place, Spot
from castapp.services.places.tolls import ALONE, BEFORE_CLASS, WAIT, Tolls

NAMED = 2
_ORDER = (
    "overnight_rest", "free_days", "hours_a_week", "hours_a_day", "span", "two_show_day",
    "show_day", "consecutive", "meal", "travel", "standby", WAIT, BEFORE_CLASS, ALONE,
)  # fmt: skip


def place_told(
    book: Book,
    call: Call,
    spot: Spot,
    each: Iterable[tuple[str, Tolls]],
    hard: Iterable[tuple[str, object]],
    near: Neighbours,
    *,
    outside: str,
    pianist_busy: bool,
    limits: Mapping[str, Limits],
) -> Place:
    """A place with what it costs, for whom, the worst first, and what it gains."""
    sums: dict[str, dict[str, int]] = {}
    for who, tolls in each:
        for what, minutes in tolls:
            people = sums.setdefault(what, {})
            people[who] = max(minutes, people.get(who, 0))
    costs = [
        _cost(book, what, sums[what], limits)
        for what in sorted(sums, key=_ORDER.index)
    ]  # fmt: skip
    if pianist_busy:
        name = inside_name(book, call.pianist_id)
        costs.insert(0, Cost("pianist_twice", f"{name} plays elsewhere", (call.pianist_id or "",)))
    if outside:
        costs.append(Cost("outside", outside))
    away = tuple(
        Cost("away", f"{inside_name(book, who)} is away or off", (who,))
        for who in dict.fromkeys(person for person, _ in hard)
    )
    return Place(spot, spot.start + call.minutes, tuple(costs),
                 tuple(_gains(book, call, spot, near, sums)), away)  # fmt: skip


def _cost(book: Book, what: str, people: Mapping[str, int], limits: Mapping[str, Limits]) -> Cost:
    worst = max(people.values())
    who = _who(book, people)
    words = _WORDS[what](who, worst, limits.get(what), len(people))
    return Cost(what, words, tuple(people), worst)


def _who(book: Book, people: Iterable[str]) -> str:
    ids = list(people)
    if len(ids) <= NAMED:
        return " and ".join(inside_name(book, one) for one in ids)
    return f"{len(ids)} people"


def _gains(
    book: Book, call: Call, spot: Spot, near: Neighbours, sums: Mapping[str, Any]
) -> Iterable[str]:
    beside = near.beside(spot.studio_id, spot.start, spot.start + call.minutes)
    if beside is not None:
        other, same_room = beside
        side = "right after" if other.end <= spot.start else "right before"
        room = "" if same_room else f" ({short_place(book, other.studio_id)})"
        yield f"{side} {call_short(book, other)}{room}"
    if WAIT not in sums and ALONE not in sums:
        yield "nobody waits"
    if call.lead_id:
        yield f"{inside_name(book, call.lead_id)} is free"


_Words = Callable[[str, int, Limits | None, int], str]


def _verb(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def _most(limits: Limits | None, name: str = "hours") -> str:
    return length(limits.minutes(name)) if limits else ""


def _hours(words: str) -> _Words:
    return lambda who, over, limits, _: f"{who} {length(over)} over {_most(limits)} {words}"


def _few_free(limits: Limits | None) -> str:
    wanted, per = (int(limits["days"]), int(limits["per_days"])) if limits else (1, 7)
    return f"no free day in {per}" if wanted < 2 else f"fewer than {wanted} free days in {per}"


_WORDS: Mapping[str, _Words] = {
    WAIT: lambda who, over, _, count: (
        f"{who} {_verb(count, 'waits', 'wait')} {'' if count == 1 else 'up to '}{length(over)}"
    ),
    ALONE: lambda who, _over, _, count: f"{who} {_verb(count, 'comes', 'come')} in for it alone",
    BEFORE_CLASS: lambda who, _over, _, _count: f"before class for {who}",
    "standby": lambda who, _over, _, _count: f"{who} stand by for the show then",
    "travel": lambda who, over, _, _count: f"{length(over)} short for the way of {who}",
    "hours_a_day": _hours("a day"),
    "hours_a_week": _hours("a week"),
    "show_day": _hours("before the show"),
    "two_show_day": lambda who, over, _, _count: f"{length(over)} on a two-show day for {who}",
    "span": lambda who, over, _, _count: f"{length(over)} overtime for {who}",
    "consecutive": lambda who, over, limits, _: (
        f"no pause for {who}: {length(over)} over {_most(limits)} in a row"
    ),
    "meal": lambda who, over, limits, _: (
        f"{who} would have {max(0, int(limits['minutes']) - over) if limits else 0} of "
        f"{int(limits['minutes']) if limits else 0} min for a meal"
    ),
    "overnight_rest": lambda who, over, limits, _: (
        f"{length(over)} short of {_most(limits)} of rest for {who}"
    ),
    "free_days": lambda who, _over, limits, _count: f"{_few_free(limits)} for {who}",
}

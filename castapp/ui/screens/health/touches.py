"""What a dancer's status touches in the coming days, and what of it may be done. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from castapp.domain.availability import FORBIDS, Restriction
from castapp.domain.book import Book
from castapp.domain.casting import Casting
from castapp.domain.finding import Finding
from castapp.domain.impact import CALLED, COVERS, DANCES, Touched, impact
from castapp.domain.programme import parts, title
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.domain.standing import Standing, standing
from castapp.domain.wording import call_title
from castapp.services.coverplace import covers_asked
from castapp.services.findings import accepted_findings, findings
from castapp.ui.reading import short_day
from castapp.ui.screens.health.board import Touch
from castapp.ui.screens.health.limits import words_of

DAYS = 14
"""How many days ahead the board looks, the day shown among them."""

_DAILY = ("class", "warm-up")
_LEFT_TO_THE_DANCER = ("class", "warm-up", "conditioning", "physio", "fitting")
_DEMANDS = {
    "jumps": "jumps",
    "big_jumps": "big jumps",
    "pointe": "pointe",
    "partnering": "partnering",
    "lifting": "lifting",
    "lifted": "being lifted",
    "turns": "turns",
    "kneeling": "kneeling",
    "weight_on_hands": "weight on the hands",
}


class Touching:
    """Answers for many dancers of one day: the findings are looked up once."""

    def __init__(self, book: Book, day: date) -> None:
        self._book = book
        self._day = day
        self._last = day + timedelta(days=DAYS - 1)
        found = [
            *findings(book, day, self._last),
            *(one for one, _ in accepted_findings(book, day, self._last)),
        ]
        self._found: dict[str, list[Finding]] = {}
        for one in found:
            if one.rule == "restriction":
                for person_id in one.people:
                    self._found.setdefault(person_id, []).append(one)

    def count(self, person_id: str) -> str:
        """How much stands in the way, in words: 3 calls, 2 shows; empty for nothing."""
        touched = [one for one in self.touches(person_id) if one.against]
        kinds = ("call", "show", "cover", "day")
        numbers = {kind: sum(1 for one in touched if one.kind == kind) for kind in kinds}
        return ", ".join(
            f"{number} {kind}{'' if number == 1 else 's'}"
            for kind, number in numbers.items()
            if number
        )

    def touches(self, person_id: str) -> tuple[Touch, ...]:
        """Every call and show of the days ahead and days that are over a number, in time order.

        For somebody off, in rehab or away each of them stands in the way; for somebody modified
        those that the rules found against a restriction.
        """
        now = standing(self._book, person_id, self._day)
        touched = self._touched(person_id, now)
        if not now.can_be_called:
            word = "away" if now.absence else now.status
            return tuple(self._touch(one, f"is {word}", against=True) for one in touched)
        found = self._found.get(person_id, [])
        plain = {ref.id for one in found if not one.about for ref in one.refs}
        lines = [(one.order[:2], self._judged(one, now.restrictions, plain)) for one in touched]
        lines.extend(((one.day, 24 * 60), _over(one)) for one in found if one.about)
        lines.sort(key=lambda line: line[0])
        return tuple(touch for _, touch in lines)

    def _touched(self, person_id: str, now: Standing) -> list[Touched]:
        """One entry a call or show, dancing before standing by."""
        last = self._last
        if now.absence and now.absence.last:
            last = min(last, now.absence.last)
        kept: dict[str, Touched] = {}
        for one in impact(self._book, person_id, self._day, now.since_clock or 0, last):
            record = one.call or one.performance
            if one.as_what not in (DANCES, COVERS, CALLED) or record is None:
                continue
            known = kept.get(record.id)
            if known is None or (known.as_what == COVERS and one.as_what == DANCES):
                kept[record.id] = one
        return list(kept.values())

    def _judged(self, one: Touched, restrictions: Sequence[Restriction], plain: set[str]) -> Touch:
        record = one.call or one.performance
        against = record is not None and record.id in plain
        demands = list(dict.fromkeys(self._demands(one)))
        if against:
            asked = [
                _DEMANDS[demand]
                for demand in demands
                if any(limit.forbids(demand) for limit in restrictions)
            ]
            said = f"asks for {_row(asked)}" if asked else "not with these restrictions"
            return self._touch(one, said, against=True)
        if one.call is not None and one.call.kind in _LEFT_TO_THE_DANCER:
            return self._touch(one, "takes it within the limits", against=False)
        go = "may stand by" if one.as_what == COVERS else "may go on"
        free = ", ".join(words_of(limit) for limit in restrictions if limit.code in FORBIDS)
        return self._touch(one, f"{free}: {go}" if free else f"within the limits: {go}",
                           against=False)  # fmt: skip

    def _demands(self, one: Touched) -> Iterable[str]:
        """What a part or a call asks of the dancer: by the role, or all roles danced in it."""
        if one.role_id is not None:
            role = self._book.find(Role, one.role_id)
            return role.asks(max(one.spot, 1)) if role else ()
        call = one.call
        if call is None or call.kind in _LEFT_TO_THE_DANCER:
            return ()
        named = {line.role_id: line.spot for line in self._castings(call.production_id)}
        roles = ((self._book.find(Role, role_id), spot) for role_id, spot in named.items())
        return [demand for role, spot in roles if role for demand in role.asks(spot)]

    def _castings(self, production_id: str | None) -> list[Casting]:
        return [
            casting
            for casting in self._book.all(Casting)
            if casting.cover == 0
            and (role := self._book.find(Role, casting.role_id)) is not None
            and role.production_id == production_id
        ]

    def _touch(self, one: Touched, reason: str, *, against: bool) -> Touch:
        when = f"{short_day(one.day)} {clock(one.start)}" if one.day and one.start else ""
        if one.performance is not None:
            role = self._book.find(Role, one.role_id)
            said = [title(self._book, one.performance), role.name if role else ""]
            kind = "cover" if one.as_what == COVERS else "show"
            named = ", ".join(part for part in said if part)
            if kind == "cover":
                named += ", as cover"
            elif against:
                reason = "; ".join(part for part in (reason, self._cover(one, role)) if part)
            role_id = one.role_id or ""
            return Touch(kind, one.performance.id, named, when, reason, against, role_id)
        call = one.call
        named = call_title(self._book, call).text if call else ""
        daily = call is not None and call.kind in _DAILY
        return Touch("call", call.id if call else "", named, when, reason, against, daily=daily)

    def _cover(self, one: Touched, role: Role | None) -> str:
        """Who would go on: the first cover of the part who can; empty where none is wanted."""
        if one.performance is None or one.day is None or role is None:
            return ""
        covers = sorted(
            (part.cover, part.person_id)
            for part in parts(self._book, one.performance)
            if (part.role_id, part.spot) == (one.role_id, one.spot)
            and part.cover
            and part.person_id
            and standing(self._book, part.person_id, one.day).can_be_called
        )
        if covers:
            return f"cover: {inside_name(self._book, covers[0][1])}"
        return "no cover" if covers_asked(self._book, role) else ""


def _row(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1]


def _over(found: Finding) -> Touch:
    """A day on which a counted restriction is passed."""
    day = found.day
    return Touch("day", day.isoformat(), short_day(day), "", found.what, against=True)

"""The Health screen as data: the board of a day, and one dancer's facts. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import dancers, inside_name, rank
from castapp.domain.standing import Standing, participation, standing
from castapp.ui.reading import short_day
from castapp.ui.screens.health.board import STATUS_ORDER, Board, Full, Row, Touch
from castapp.ui.screens.health.limits import limit
from castapp.ui.screens.health.touches import Touching

RECENT = timedelta(days=7)
"""How long an absence that is over can still be changed in the inspector."""

LISTED = 12
"""Touches named in the inspector before somebody asks for more."""

TOUCH_ORDER = ("show", "cover", "day", "call")

WAY_WORDS = {"off": "no class, no calls", "rehab only": "rehab only, no calls"}


@dataclass(frozen=True, slots=True)
class Facts:
    """One dancer on one day, for the inspector."""

    person_id: str
    name: str
    about: str
    status: str
    away: str
    restrictions: tuple[Restriction, ...]
    since: date | None
    review: date | None
    until: date | None
    due: str
    absences: tuple[Absence, ...]
    touches: tuple[Touch, ...]
    record: Participation | None


def board(book: Book, day: date, asked: Touching | None = None, today: date | None = None) -> Board:
    """Everybody under contract on a day by what they may do.

    `asked` is what the day touches, if that was looked up already. `today` is the real day, by
    which reviews are late; the day shown unless told.
    """
    asked = asked or Touching(book, day)
    rows: list[Row] = []
    full: list[Full] = []
    for who in dancers(book, day):
        now = standing(book, who.id, day)
        if now.word == "full":
            full.append(Full(who.id, _short(who), who.name))
        else:
            rows.append(_row(book, who, day, now, asked.count(who.id), today or day))
    rows.sort(key=lambda row: STATUS_ORDER.index(row.status))
    return Board(tuple(rows), tuple(full))


def facts(
    book: Book,
    person_id: str,
    day: date,
    asked: Touching | None = None,
    today: date | None = None,
) -> Facts:
    """What the inspector shows of one dancer. Raises KeyError if the person is gone."""
    who = book.get(Person, person_id)
    now = standing(book, person_id, day)
    record = participation(book, person_id, day)
    coach = inside_name(book, who.coach_id)
    about = " · ".join(
        part for part in (rank(book, person_id, day), f"coach {coach}" if coach else "") if part
    )
    absences = [
        one
        for one in book.where(Absence, "person_id", person_id)
        if one.last is None or one.last >= day - RECENT
    ]
    return Facts(
        person_id,
        who.name,
        about,
        now.status,
        _away(now.absence) if now.absence else "",
        now.restrictions,
        record.since if record else None,
        record.review if record else None,
        record.until if record else None,
        review_words(now, today or day)[0] if now.status != "full" else "",
        tuple(sorted(absences, key=lambda one: (one.first, one.id))),
        (asked or Touching(book, day)).touches(person_id) if now.word != "full" else (),
        record,
    )


def ordered_touches(touches: Sequence[Touch]) -> tuple[Touch, ...]:
    """What stands in the way before the rest, shows before covers before calls, each in time
    order; classes and warm-ups in one line.
    """
    made: list[Touch] = []
    for against in (True, False):
        here = [one for one in touches if one.against == against]
        daily = [one for one in here if one.daily]
        plain = [one for one in here if not one.daily]
        made += sorted(plain, key=lambda one: TOUCH_ORDER.index(one.kind))
        made += [_in_one(daily)] if len(daily) > 1 else daily
    return tuple(made)


def more_words(hidden: Sequence[Touch]) -> str:
    """How much is not listed yet: 8 more stand in the way, 20 more may be done."""
    against = sum(one.against for one in hidden)
    fine = len(hidden) - against
    said = [f"{against} more stand{'s' * (against == 1)} in the way"] if against else []
    if fine:
        said.append(f"{fine} more may be done")
    return ", ".join(said)


def review_words(now: Standing, today: date) -> tuple[str, bool]:
    """When it is to be looked at again, and whether that is due: today; overdue, 13 Oct.

    Whatever day is looked at, only the real today makes it late.
    """
    due = now.review
    if due is None:
        return "no day set", False
    if now.overdue(today):
        late = min(one for one in (due, now.until) if one is not None)
        return f"overdue, {late.day} {late:%b}", True
    if due == today:
        return "today", True
    return short_day(due), False


def _in_one(daily: Sequence[Touch]) -> Touch:
    """Many classes in one line, which leads to the first."""
    first, last = daily[0], daily[-1]
    title = f"{first.title} and {len(daily) - 1} more of every day"
    until = last.when.rpartition(" ")[0]
    return replace(first, title=title, when=f"until {until}")


def _row(book: Book, who: Person, day: date, now: Standing, touches: str, today: date) -> Row:
    away = now.absence
    status = "away" if away else now.status
    if away is not None:
        last = f"until {short_day(away.last)}" if away.last else "no date of return"
        since, review, due = _since(away.first), last, False
    else:
        since = _since(now.since) if now.since else ""
        review, due = review_words(now, today)
    limits = () if away else tuple(limit(one) for one in now.restrictions)
    if now.status == "off" and not away:
        limits = ()
    plain = away.kind if away else WAY_WORDS.get(now.status, "not said yet")
    return Row(
        who.id,
        who.name,
        rank(book, who.id, day),
        status,
        limits,
        plain,
        since,
        review,
        due,
        touches or "–",
    )


def _away(absence: Absence) -> str:
    last = f" until {short_day(absence.last)}" if absence.last else ", no date of return"
    return f"{absence.kind[:1].upper()}{absence.kind[1:]}{last}"


def _since(day: date) -> str:
    return f"{day.day} {day:%b}"


def _short(who: Person) -> str:
    initial = f"{who.given[:1]}. " if who.given and not who.stage_name else ""
    return f"{initial}{who.stage_name or who.surname}"

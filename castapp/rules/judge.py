"""The judge: what the rules find on some days, and what an edit would newly break."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from operator import is_not

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import Company, Journey, RuleSetting, Site, Studio
from castapp.domain.edit import Edit
from castapp.domain.finding import SEVERITIES, Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import Engagement, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.rules import ALL
from castapp.rules.limits import OFF
from castapp.rules.pack import limits
from castapp.rules.reach import judged_days, reach, rolled_days
from castapp.rules.rule import Rule
from castapp.rules.view import Pool

_READ = (
    Called,
    BillItem,
    Cast,
    Casting,
    Override,
    Company,
    Journey,
    RuleSetting,
    Site,
    Studio,
    Engagement,
    Person,
    Production,
    Role,
    Section,
    Absence,
    Participation,
)
_ROLLING = tuple(rule for rule in ALL if rule.rolling)
_OTHERS = tuple(rule for rule in ALL if not rule.rolling)
_OF_CALLS = tuple(rule for rule in _OTHERS if not rule.of_shows)
_AROUND = tuple(rule for rule in _OF_CALLS if rule.wide)
_CALLS = frozenset((Call, Called, Attendance))
BOOKS_KEPT = 8
"""How many answers about the book as it stands are kept: one for each thing in the hand."""

_Told = tuple[tuple[tuple[date, ...], tuple[Rule, ...]], ...]


def findings(
    book: Book, days: Iterable[date], people: Collection[str] | None = None
) -> list[Finding]:
    """What the rules find on these days, worst first, then in time order; accepted ones too.

    With `people`, only what concerns one of them. What adds up a week is told on its first day;
    what looks back over any days in a row, on the day that breaks it.
    """
    pool = Pool(book)
    found = [one for day in sorted(set(days)) for one in _day(pool, day)]
    if people is not None:
        wanted = frozenset(people)
        found = [one for one in found if wanted.intersection(one.people)]
    return sorted(found, key=lambda one: one.order)


def new_findings(book: Book, edit: Edit) -> list[Finding]:
    """What an edit would newly break or make worse, worst first. Nothing is changed.

    A change of the house's own settings is not judged.
    """
    if not edit:
        return []
    after = book.apply(edit)
    touched = reach(book, after, edit)
    if not touched.days:
        return []
    who = touched.who()
    told = _told_of(book, touched.days, edit)
    return newly(_stands(book, who, told), _told(Pool(after, who, book, touched.days), told))


def newly(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings that are not among those before, or are worse there, worst first."""
    known = _graded(before)
    unknown = (-len(SEVERITIES), 0.0)
    worse = (one for one in after if _grade(one) > known.get(one.key, unknown))
    return sorted(worse, key=lambda one: one.order)


def accepted(book: Book, finding: Finding) -> AcceptedBreach | None:
    """The record by which somebody accepted this finding with a reason, or None."""
    return next(iter(book.where(AcceptedBreach, "key", finding.key)), None)


def _stands(book: Book, who: frozenset[str] | None, told: _Told) -> list[Finding]:
    """What is found as it stands: asked again and again while something is carried about."""
    kept = book.cache("stands", *_READ, Call, Performance)
    key = (who, *((days, len(rules)) for days, rules in told))
    if key not in kept:
        if len(kept) >= BOOKS_KEPT:
            kept.clear()
        kept[key] = _told(Pool(book, who), told)
    found: list[Finding] = kept[key]
    return found


def _told_of(book: Book, touched: set[date], edit: Edit) -> _Told:
    """The days on which something may be told of touched days, and the rules that may tell it."""
    days = judged_days(book, touched)
    rolling = (tuple(rolled_days(touched, _back(book))), _ROLLING)
    if any(one.kind not in _CALLS for one in edit.changes):
        return (tuple(days), _OTHERS), rolling
    around = tuple(day for day in days if day not in touched)
    return (tuple(sorted(touched)), _OF_CALLS), (around, _AROUND), rolling


def _told(pool: Pool, told: _Told) -> list[Finding]:
    return [one for days, rules in told for one in _limited(pool, days, rules)]


def _grade(finding: Finding) -> tuple[int, float]:
    return -SEVERITIES.index(finding.severity), round(finding.over, 6)


def _graded(found: Iterable[Finding]) -> dict[str, tuple[int, float]]:
    grades: dict[str, tuple[int, float]] = {}
    for one in found:
        grade = _grade(one)
        grades[one.key] = max(grade, grades.get(one.key, grade))
    return grades


def _day(pool: Pool, day: date) -> tuple[Finding, ...]:
    """All that is found on one day, kept while what the rules read for it stays the same."""
    return (*_kept(pool, day, _OTHERS), *_kept(pool, day, _ROLLING))


def _kept(pool: Pool, day: date, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    found = _known(pool, day, rules)
    if found is None:
        found = tuple(_judged(pool, day, rules))
        kept = pool.book.cache("findings", *_READ)
        kept[day, rules is _ROLLING] = (_read_for(pool, day, rules), found)
    return found


def _known(pool: Pool, day: date, rules: tuple[Rule, ...]) -> tuple[Finding, ...] | None:
    """What is known to be found on a day, or None."""
    entry = pool.book.cache("findings", *_READ).get((day, rules is _ROLLING))
    if entry is None:
        return None
    read = _read_for(pool, day, rules)
    if len(read) != len(entry[0]) or any(map(is_not, entry[0], read)):
        return None
    found: tuple[Finding, ...] = entry[1]
    return found


def _read_for(pool: Pool, day: date, rules: tuple[Rule, ...]) -> list[object]:
    """The calls and shows a day's findings stand on; the same objects while none of them changes.

    All else the rules read is of the kinds the cache is kept for.
    """
    book = pool.book
    first, last = day - timedelta(days=1), day
    if rules is _ROLLING:
        first = day - timedelta(days=_back(book))
    elif day.weekday() == pool.first_weekday:
        last = day + timedelta(days=6)
    return [
        book.where(kind, "day", first + timedelta(days=n))
        for n in range((last - first).days + 1)
        for kind in (Call, Performance)
    ]


def _judged(pool: Pool, day: date, rules: tuple[Rule, ...]) -> Iterable[Finding]:
    view = pool.view(day)
    for rule in rules:
        bounds = limits(pool.book, rule.name)
        if bounds.severity != OFF:
            yield from rule.check(view, bounds)


def _limited(pool: Pool, days: Iterable[date], rules: tuple[Rule, ...]) -> list[Finding]:
    """The findings of some days that concern the pool's people, or nobody by name."""
    found: list[Finding] = []
    for day in days:
        known = _known(pool, day, rules)
        if known is None:
            found.extend(_judged(pool, day, rules))
        elif rules is _OF_CALLS or rules is _AROUND:
            names = {rule.name for rule in rules}
            found.extend(one for one in known if one.rule in names)
        else:
            found.extend(known)
    who = pool.people
    if who is None:
        return found
    return [one for one in found if not one.people or not who.isdisjoint(one.people)]


def _back(book: Book) -> int:
    """How many days before their own the rolling rules look at."""
    bounds = [limits(book, rule.name) for rule in _ROLLING]
    return max((int(one["per_days"]) - 1 for one in bounds if one.severity != OFF), default=0)

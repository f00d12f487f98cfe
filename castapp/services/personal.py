"""What a person's page says: their week, roles and partners, casts, days away, standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.agenda import AS_CONDUCTOR, AS_LEAD, AS_PIANIST, Stint, stints
from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.domain.career import danced_parts, is_debut
from castapp.domain.casting import Cast, Casting, Performance
from castapp.domain.finding import Ref
from castapp.domain.people import CareerLine, Person
from castapp.domain.programme import title
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import company, is_dancer
from castapp.domain.slot import days_between, length, week_start
from castapp.domain.standing import standing
from castapp.domain.usual import usual
from castapp.domain.wording import call_title, place
from castapp.domain.workload import minutes_between
from castapp.services.known import partnerships, together

KEPT_DAYS = 365
PLAIN_KINDS = ("leave", "guest engagement", "study")
"""Kinds of absence told by name; of the others only that somebody is away."""
_DUTY_WORDS = {AS_LEAD: "takes it", AS_PIANIST: "plays", AS_CONDUCTOR: "conducts"}


@dataclass(frozen=True, slots=True)
class Doing:
    """One call or show of a week, in clock minutes.

    `as_what` where it is not simply called: a cover, or a dancer who takes, plays or conducts.
    """

    target: Ref
    day: date
    start: int
    end: int
    what: str
    where: str
    as_what: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """A person's week: what they are wanted for, how many minutes, how many shows they are in."""

    first: date
    last: date
    doings: tuple[Doing, ...]
    minutes: int
    shows: int


@dataclass(frozen=True, slots=True)
class Danced:
    """A role somebody danced, will dance, or danced elsewhere, known by its ballet and name.

    `here` counts shows before today, `debut` is the first of them if it was the first anywhere,
    `coming` the next show; `coming_debut` says that it would be the first.
    """

    work: str
    role: str
    role_id: str = ""
    order: int = 0
    here: int = 0
    last: date | None = None
    debut: date | None = None
    coming: date | None = None
    coming_debut: bool = False
    elsewhere: tuple[CareerLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody danced with, and in how many shows; no id for one known by name alone."""

    name: str
    shows: int
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class InCast:
    """A place in a cast: which ballet and role, which cast, and as which cover (0 dances)."""

    target: Ref
    work: str
    role: str
    cast: str
    cover: int
    spot: int = 0


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch of days away. `words` never say more of a reason than PLAIN_KINDS."""

    target: Ref
    first: date
    last: date | None
    words: str
    over: bool


@dataclass(frozen=True, slots=True)
class Status:
    """How somebody stands on a day: the word, what is not allowed, when that is looked at."""

    word: str
    not_allowed: tuple[str, ...] = ()
    since: date | None = None
    review: date | None = None
    needs_review: bool = False


def week(book: Book, person_id: str, day: date) -> Week:
    """The company's week a day lies in, for one person. Of a dancer danced minutes are counted."""
    first = week_start(day, company(book).first_weekday)
    last = first + timedelta(days=6)
    wanted = [one for each in days_between(first, last) for one in stints(book, person_id, each)]
    person = book.get(Person, person_id)
    counted = (
        minutes_between(book, person_id, first, last)
        if is_dancer(person)
        else sum(one.minutes for one in wanted)
    )
    shows = sum(1 for one in wanted if one.performance is not None and not one.standby)
    doings = tuple(_doing(book, one, told=is_dancer(person)) for one in wanted)
    return Week(first, last, doings, counted, shows)


def roles_danced(book: Book, person_id: str, today: date) -> tuple[Danced, ...]:
    """Every role of somebody's career, ballet by ballet in billing order."""
    found: dict[tuple[str, str], Danced] = {}
    for show, role in _shows_of(book, person_id):
        work = book.get(Production, role.production_id)
        key = (work.work.casefold(), role.name.casefold())
        known = found.get(key) or Danced(work.work, role.name, role.id, role.order)
        found[key] = _with_show(book, known, show, role, person_id, today)
    for line in book.where(CareerLine, "person_id", person_id):
        key = (line.work.casefold(), line.role.casefold())
        known = found.get(key) or Danced(line.work, line.role, order=999)
        found[key] = replace(known, elsewhere=(*known.elsewhere, line))
    return tuple(sorted(found.values(), key=lambda one: (one.work, one.order, one.role)))


def partners(book: Book, person_id: str, today: date) -> tuple[Partner, ...]:
    """Those somebody danced with as partners before today, most often first."""
    past = [show.id for show in book.all(Performance) if show.day < today]
    met = {other for pair in partnerships(book, past) if person_id in pair for other in pair}
    people = {who.name.casefold(): who for who in book.all(Person)}
    outside: dict[str, int] = {}
    for line in book.where(CareerLine, "person_id", person_id):
        for name in line.partners:
            known = people.get(name.casefold())
            if known is not None:
                met.add(known.id)
            else:
                outside[name] = outside.get(name, 0) + line.times
    mine = book.get(Person, person_id).name.casefold()
    met |= {
        line.person_id
        for line in book.all(CareerLine)
        if mine in (name.casefold() for name in line.partners)
    }
    made = [Partner(name, shows) for name, shows in outside.items()]
    made += [
        Partner(book.get(Person, other).name, together(book, person_id, other, today), other)
        for other in met - {person_id}
    ]
    return tuple(sorted(made, key=lambda one: (-one.shows, one.name)))


def casts_of(book: Book, person_id: str) -> tuple[InCast, ...]:
    """The casts somebody is in now, by ballet and cast."""
    placed = []
    for casting in book.where(Casting, "person_id", person_id):
        role, cast = book.find(Role, casting.role_id), book.find(Cast, casting.cast_id)
        work = book.find(Production, role.production_id) if role else None
        if role and cast and work:
            words = InCast(
                Ref(Casting, casting.id), work.short or work.title, role.name, cast.name,
                casting.cover, casting.spot if role.spots > 2 else 0,
            )  # fmt: skip
            placed.append(((work.title, role.order, cast.order, casting.cover), words))
    return tuple(words for _, words in sorted(placed, key=lambda each: each[0]))


def days_away(book: Book, person_id: str, today: date) -> tuple[Away, ...]:
    """Absences of the last year, of now and to come, the latest first; free days left out."""
    told = [
        Away(Ref(Absence, one.id), one.first, one.last, _away_words(one),
             one.last is not None and one.last < today)
        for one in book.where(Absence, "person_id", person_id)
        if one.kind != "free day"
        and (one.last is None or one.last >= today - timedelta(days=KEPT_DAYS))
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda one: one.first, reverse=True))


def status(book: Book, person_id: str, today: date) -> Status:
    """The word staff use for somebody today, and what is not allowed."""
    now = standing(book, person_id, today)
    if now.absence is not None:
        return Status(now.word, since=now.absence.first)
    allowed = tuple(one.words for one in now.restrictions)
    return Status(now.word, allowed, now.since, now.review, now.needs_review)


def load_words(book: Book, person_id: str, today: date) -> str:
    """The seven days to today against the dancer's own usual; empty unless staff may see it."""
    if not company(book).bands_for_staff or not is_dancer(book.get(Person, person_id)):
        return ""
    found = usual(book, person_id, today, today=today)
    hours = length(round(found.amount))
    return f"{hours} in the seven days to today: {found.note or found.state}"


def _shows_of(book: Book, person_id: str) -> Iterator[tuple[Performance, Role]]:
    """Each show somebody dances in with each role, once, in time order."""
    for show in sorted(book.all(Performance), key=lambda one: (one.day, one.curtain)):
        if show.state == "cancelled":
            continue
        mine = {role_id for who, role_id, _ in danced_parts(book, show) if who == person_id}
        for role_id in sorted(mine):
            role = book.find(Role, role_id)
            if role is not None:
                yield show, role


def _with_show(
    book: Book, known: Danced, show: Performance, role: Role, person_id: str, today: date
) -> Danced:
    first = known.here == 0 and known.coming is None
    debut = first and is_debut(book, show, person_id, role.id)
    if show.day < today:
        began = show.day if debut else known.debut
        return replace(known, here=known.here + 1, last=show.day, debut=began)
    if known.coming is None:
        return replace(known, coming=show.day, coming_debut=debut)
    return known


def _doing(book: Book, stint: Stint, *, told: bool) -> Doing:
    where = place(book, stint.studio_id)
    duty = _DUTY_WORDS.get(stint.duty, "") if told else ""
    as_what = duty or ("cover" if stint.standby or stint.cover else "")
    if stint.call is not None:
        what, target = call_title(book, stint.call).text, Ref(type(stint.call), stint.call.id)
        return Doing(target, stint.day, stint.start, stint.end, what, where or "unplaced", as_what)
    show = stint.performance
    if show is None:
        raise ValueError("a stint is a call or a show")
    names = ", ".join(book.get(Role, one).name for one in stint.roles)
    what = f"{title(book, show)}: {names}" if names else title(book, show)
    return Doing(
        Ref(Performance, show.id), stint.day, show.curtain, stint.end, what, where, as_what
    )


def _away_words(absence: Absence) -> str:
    if absence.kind not in PLAIN_KINDS:
        return "away"
    return f"{absence.kind}, {absence.where}" if absence.where else absence.kind

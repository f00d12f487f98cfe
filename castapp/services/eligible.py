"""Who could dance a spot on a night or in a cast, best first, each with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.career import danced_parts
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.leads import is_lead
from castapp.domain.people import Person
from castapp.domain.programme import Part, cast_parts, parts
from castapp.domain.repertory import Role
from castapp.domain.roster import by_rank, is_dancer, rank, rank_order
from castapp.domain.standing import standing
from castapp.domain.usual import heat
from castapp.domain.workload import minutes_between
from castapp.services.day_limits import allowed
from castapp.services.knowing import KNOWS, NEW, PERFORMED, debut_words, tier
from castapp.services.known import Record, dancers_of, partner_place, rehearsed, rehearsed_with
from castapp.services.rank_meant import rank_meant
from castapp.services.readiness import readiness
from castapp.services.reason import CANNOT, GAP, Question, Reason
from castapp.services.reasons import ALL

RANK, LEAD_RANK = 6, 15
"""What each rank away from the one a role is usually for costs, and for a lead."""
Usuals = Mapping[str, tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot of a role, on one night or in one cast (then `performance_id` is None)."""

    role_id: str
    spot: int
    performance_id: str | None = None
    cast_id: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A dancer and what speaks for and against. `holds` says what they are there already.

    `week` is the minutes of the seven days to that night with the role danced, `week_word` how
    that compares with the dancer's own usual; `suits` is False for the other gender. Who `knows`
    it performed it in the last years or rehearsed it: see `knowing.tier`.
    """

    person_id: str
    status: str
    rank: str
    holds: str
    reasons: tuple[Reason, ...]
    score: float
    week: int | None = None
    week_word: str = ""
    suits: bool = True
    knows: bool = False
    tier: int = NEW

    @property
    def can(self) -> bool:
        """Whether nothing makes it impossible."""
        return all(reason.severity != CANNOT for reason in self.reasons)

    @property
    def gap(self) -> bool:
        """Whether taking it would open something else."""
        return any(reason.severity == GAP for reason in self.reasons)


def eligible(
    book: Book, place: Place, today: date, usuals: Usuals | None = None
) -> tuple[Candidate, ...]:
    """Every dancer of the company on that day, best first: who performed it, who knows it, who
    could learn it, who cannot; last those of another gender than usual. What is known of them is
    what has happened before today.

    `usuals` are the own usual weeks of `usual_weeks`; without them the week is not compared.
    Raises KeyError if the role is gone.
    """
    question = ask(book, place, today)
    held = _holds(book, place)
    usual_rank = rank_meant(question)
    found = [
        _candidate(question, who, held.get(who.id, ""), usual_rank, usuals or {})
        for who in _people(book, question.day)
    ]
    return tuple(sorted(found, key=_order))


def ask(book: Book, place: Place, today: date) -> Question:
    """The question with what it needs looked up once."""
    role = book.get(Role, place.role_id)
    shows = _shows(book, place, today)
    day = shows[0].day if shows else today
    known_by = min(day, today)
    partner_id = partner_of(book, place)
    return Question(
        book,
        role,
        place.spot,
        day,
        shows,
        _records(book, role, shows, known_by),
        rehearsed(book, role, known_by),
        _casts(book, role),
        partner_id,
        _line(book, place, role),
        known_by,
        {one.person_id: one for one in readiness(book, role.id, known_by)},
        rehearsed_with(book, role, partner_id, known_by) if partner_id else {},
        allowed(book).rest,
        None if place.performance_id else place.cast_id,
    )


def _records(
    book: Book, role: Role, shows: tuple[Performance, ...], known_by: date
) -> Mapping[str, Record]:
    """Who danced the role; on a night that was given, whoever did so then among them."""
    found = dancers_of(book, role, known_by)
    if len(shows) != 1 or shows[0].state != "given":
        return found
    show = shows[0]
    then = {who for who, role_id, _ in danced_parts(book, show) if role_id == role.id}
    before = {who: found.get(who, Record()) for who in then}
    return {
        **found,
        **{who: Record(one.times + (show.day >= known_by), show.day.isoformat())
           for who, one in before.items()},
    }  # fmt: skip


def _people(book: Book, day: date) -> list[Person]:
    """The dancers to be asked about: those under contract, or without any contract noted."""
    found = [
        who for who in book.all(Person) if is_dancer(who) and standing(book, who.id, day).engaged
    ]
    return by_rank(book, found, day)


def partner_of(book: Book, place: Place) -> str | None:
    """Who has the spot that partners this one."""
    opposite = partner_place(book, book.get(Role, place.role_id), place.spot)
    for part in _here(book, place) if opposite else ():
        if (part.role_id, part.spot) == opposite and part.cover == 0:
            return part.person_id
    return None


def usual_weeks(book: Book, day: date) -> dict[str, tuple[float | None, float | None]]:
    """Person id → the minutes of a usual week of their own, from and to, as known by a day."""
    people = [who.id for who in _people(book, day)]
    return {
        person_id: (cells[0].usual.low, cells[0].usual.high)
        for person_id, cells in heat(book, people, day, day).items()
    }


def _candidate(
    q: Question, who: Person, holds: str, usual_rank: float, usuals: Usuals
) -> Candidate:
    reasons = _debut_first(q, who, [reason for judge in ALL for reason in judge(q, who)])
    known = tier(q, who.id)
    score = sum(reason.weight for reason in reasons)
    if holds:
        score += 60 if "cover" in holds else 0
    weight = LEAD_RANK if is_lead(q.book, q.role.id) else RANK
    score -= weight * abs(rank_order(q.book, who.id, q.day) - usual_rank)
    week = _week(q, who.id, holds) if q.shows else None
    now = standing(q.book, who.id, q.day)
    return Candidate(
        who.id,
        "away" if not now.engaged or now.absence else now.status,
        rank(q.book, who.id, q.day),
        holds,
        reasons,
        score,
        week,
        _compared(week, usuals.get(who.id, (None, None))),
        all(reason.kind != "gender" for reason in reasons),
        known in (PERFORMED, KNOWS),
        known,
    )


def _debut_first(q: Question, who: Person, reasons: list[Reason]) -> tuple[Reason, ...]:
    """The reasons, with how it is known beginning with a first time ever."""
    words = debut_words(q, who)
    if not words:
        return tuple(reasons)
    return tuple(
        replace(one, text=f"{words} · {one.text[:1].lower()}{one.text[1:]}")
        if one.kind == "knows"
        else one
        for one in reasons
    )


def _order(one: Candidate) -> tuple[bool | float, ...]:
    return (not one.suits, not one.can, one.tier, one.gap and one.knows, -one.score)


def _week(q: Question, person_id: str, holds: str) -> int:
    first = q.day - timedelta(days=6)
    planned = minutes_between(q.book, person_id, first, q.day)
    dances = holds == "has it now" or any(
        part.person_id == person_id and part.cover == 0 for part in parts(q.book, q.shows[0])
    )
    return planned if dances else planned + q.minutes


def _compared(week: int | None, usual: tuple[float | None, float | None]) -> str:
    low, high = usual
    if week is None or low is None or high is None:
        return ""
    return "above usual" if week > high else "below usual" if week < low else "usual"


def _shows(book: Book, place: Place, today: date) -> tuple[Performance, ...]:
    if place.performance_id is not None:
        return (book.get(Performance, place.performance_id),)
    found = (
        book.find(Performance, item.performance_id)
        for item in book.where(BillItem, "cast_id", place.cast_id)
    )
    coming = [one for one in found if one and one.day >= today and one.state != "cancelled"]
    return tuple(sorted(coming, key=lambda one: (one.day, one.curtain)))


def _casts(book: Book, role: Role) -> dict[str, str]:
    """Person id → where they are in the role now: 2nd cast; cover of the 1st cast."""
    found: dict[str, tuple[bool, int, str]] = {}
    for casting in book.where(Casting, "role_id", role.id):
        cast = book.find(Cast, casting.cast_id)
        if cast is not None:
            name = f"{cast.name} cast"
            entry = (casting.cover > 0, cast.order, f"cover, {name}" if casting.cover else name)
            known = found.get(casting.person_id)
            found[casting.person_id] = min(known, entry) if known else entry
    return {person_id: words for person_id, (_, _, words) in found.items()}


def _here(book: Book, place: Place) -> list[Part]:
    """The parts of the column the spot is in."""
    if place.performance_id is not None:
        return list(parts(book, book.get(Performance, place.performance_id)))
    role = book.get(Role, place.role_id)
    return [
        Part(role.production_id, role_id, spot, casting.person_id, cover)
        for (role_id, spot, cover), castings in cast_parts(book, place.cast_id or "").items()
        for casting in castings
    ]


def _holds(book: Book, place: Place) -> dict[str, str]:
    words: dict[str, str] = {}
    for part in _here(book, place):
        if (part.role_id, part.spot) == (place.role_id, place.spot) and part.person_id:
            ordinal = "cover" if part.cover == 1 else f"cover {part.cover}"
            words.setdefault(part.person_id, ordinal if part.cover else "has it now")
    return words


def _line(book: Book, place: Place, role: Role) -> tuple[int, ...]:
    """The heights of the others in a line, where heights should match."""
    if role.kind not in ("group", "corps") or role.spots < 3:
        return ()
    usual = role.gender(place.spot)
    others = (
        book.find(Person, part.person_id)
        for part in _here(book, place)
        if part.role_id == role.id and part.spot != place.spot and part.cover == 0
    )
    return tuple(
        one.height_cm
        for one in others
        if one and one.height_cm and (usual == "X" or one.gender == usual)
    )

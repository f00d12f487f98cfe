"""Impact: everything that somebody's being away touches, in time order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.programme import Part, parts, running_minutes, section_starts
from castapp.domain.repertory import Role
from castapp.domain.standing import standing

DANCES, COVERS, CALLED, TAKES, PLAYS, CONDUCTS, IN_CAST = (
    "dances",
    "covers",
    "called",
    "takes",
    "plays",
    "conducts",
    "in cast",
)
_LAST_ORDER = (date.max, 2000, "")


@dataclass(frozen=True, slots=True)
class Touched:
    """One performance part, call or cast membership of somebody who will not be there.

    `as_what` is one of the words above. For a show that has begun, `from_section_id` is the first
    section of theirs still to come. Day and clock minutes are None for a casting of a cast that
    no coming show has taken yet. `cover` counts from 1 for covers.
    """

    as_what: str
    day: date | None = None
    start: int | None = None
    end: int | None = None
    call: Call | None = None
    performance: Performance | None = None
    casting: Casting | None = None
    production_id: str | None = None
    role_id: str | None = None
    spot: int = 0
    cover: int = 0
    cast_id: str | None = None
    from_section_id: str | None = None

    @property
    def order(self) -> tuple[date, int, str]:
        """In time order; what has no day yet comes last."""
        if self.day is None or self.start is None:
            return _LAST_ORDER
        return (self.day, self.start, self.as_what)


def impact(
    book: Book,
    person_id: str,
    first_day: date,
    first_clock: int = 0,
    last_day: date | None = None,
) -> tuple[Touched, ...]:
    """Every performance part, call and casting somebody would miss, in time order.

    From a clock minute of the first day on, to the end of the last day or for good. A call under
    way counts; a show under way as far as sections of theirs are still to come. Cancelled calls
    and shows are left out, and treatment that somebody off or in rehab comes to. Of an open-ended
    time, the casts not yet on a show are named too.
    """
    found = [
        *_shows(book, person_id, first_day, first_clock, last_day),
        *_calls(book, person_id, first_day, first_clock, last_day),
    ]
    if last_day is None:
        found.extend(_idle_casts(book, person_id))
    return tuple(sorted(found, key=lambda one: one.order))


def person_calls(
    book: Book, person_id: str, first_day: date, last_day: date | None = None
) -> list[Call]:
    """The calls that want somebody, as called, lead or pianist, in no promised order."""
    candidates: dict[str, Call] = {}
    for call in _candidates(book, person_id):
        if first_day <= call.day and (last_day is None or call.day <= last_day):
            candidates[call.id] = call
    return [
        call
        for call in candidates.values()
        if person_id in (call.lead_id, call.pianist_id)
        or any(who.person_id == person_id for who in called_people(book, call))
    ]


def _candidates(book: Book, person_id: str) -> Iterator[Call]:
    """Calls that may want somebody: named, through a role of theirs, as a group, or in full."""
    yield from book.where(Call, "lead_id", person_id)
    yield from book.where(Call, "pianist_id", person_id)
    roles = {one.role_id for one in book.where(Casting, "person_id", person_id)}
    lines = [
        *book.where(Called, "person_id", person_id),
        *(line for role_id in roles for line in book.where(Called, "role_id", role_id)),
        *book.where(Called, "whom", "group"),
        *book.where(Called, "whom", "production"),
    ]
    for line in lines:
        call = book.find(Call, line.call_id)
        if call is not None:
            yield call


def _calls(
    book: Book, person_id: str, first_day: date, first_clock: int, last_day: date | None
) -> Iterator[Touched]:
    for call in person_calls(book, person_id, first_day, last_day):
        if call.state == "cancelled" or call.kind == "free day":
            continue
        for duty, holder in ((TAKES, call.lead_id), (PLAYS, call.pianist_id)):
            if holder == person_id and not _over(call.day, call.end, first_day, first_clock):
                yield Touched(duty, call.day, call.start, call.end, call,
                              production_id=call.production_id)  # fmt: skip
        now = standing(book, person_id, call.day)
        if now.absence is None and now.treated_at(call.kind):
            continue
        for who in called_people(book, call):
            if who.person_id == person_id and not _over(call.day, who.end, first_day, first_clock):
                yield Touched(
                    CALLED,
                    call.day,
                    who.start,
                    who.end,
                    call,
                    production_id=call.production_id,
                    role_id=who.role_id,
                    spot=who.spot,
                    cover=who.cover,
                    cast_id=who.cast_id,
                )


def _shows(
    book: Book, person_id: str, first_day: date, first_clock: int, last_day: date | None
) -> Iterator[Touched]:
    for show in book.all(Performance):
        if show.day < first_day or (last_day is not None and show.day > last_day):
            continue
        if show.state == "cancelled":
            continue
        end = show.curtain + running_minutes(book, show)
        begun = show.day == first_day and show.curtain < first_clock
        for part in parts(book, show):
            if part.person_id == person_id:
                section_id = _next_section(book, show, part, first_clock) if begun else None
                if not begun or section_id:
                    yield _part_touched(show, end, part, section_id)
        if show.conductor_id == person_id and not _over(show.day, end, first_day, first_clock):
            yield Touched(CONDUCTS, show.day, show.curtain, end, performance=show)


def _part_touched(show: Performance, end: int, part: Part, section_id: str | None) -> Touched:
    return Touched(
        COVERS if part.cover else DANCES,
        show.day,
        show.curtain,
        end,
        performance=show,
        production_id=part.production_id,
        role_id=part.role_id,
        spot=part.spot,
        cover=part.cover,
        cast_id=part.cast_id,
        from_section_id=section_id or part.from_section_id,
    )


def _next_section(book: Book, show: Performance, part: Part, clock: int) -> str | None:
    """The first section of a part that begins at or after a clock minute, if it is still theirs."""
    starts = section_starts(book, show)
    role = book.get(Role, part.role_id)
    since = max(clock, starts.get(part.from_section_id or "", 0))
    until = starts.get(part.until_section_id or "", 100_000)
    coming = [
        (starts[place.section_id], place.section_id)
        for place in role.sections
        if since <= starts.get(place.section_id, -1) < until
    ]
    return min(coming)[1] if coming else None


def _idle_casts(book: Book, person_id: str) -> Iterator[Touched]:
    """Castings in casts that no show has taken yet."""
    taken = {item.cast_id for item in book.all(BillItem)}
    for casting in book.where(Casting, "person_id", person_id):
        if casting.cast_id not in taken:
            cast = book.find(Cast, casting.cast_id)
            yield Touched(
                IN_CAST,
                casting=casting,
                production_id=cast.production_id if cast else None,
                role_id=casting.role_id,
                spot=casting.spot,
                cover=casting.cover,
                cast_id=casting.cast_id,
            )


def _over(day: date, end: int, first_day: date, first_clock: int) -> bool:
    """Whether something is over by a clock minute of the first day."""
    return day == first_day and end <= first_clock

"""What the engine says of a request, worked out in one go on the book as it is. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import inside_name
from castapp.services.cover.aftermath import Aftermath, aftermath
from castapp.services.cover.candidates import Candidate, Candidates
from castapp.services.cover.coming_back import ComingBack, coming_back
from castapp.services.cover.openings import Gap, Missed, gaps, missed
from castapp.services.cover.request import Locks, Request, since_words
from castapp.services.cover.setting_off import still_on
from castapp.services.cover.solution import NO_RECASTING, Solution
from castapp.services.cover.solve import solutions
from castapp.services.cover.take import ToTell, told, weighed
from castapp.services.cover.watching import Watch
from castapp.services.eligible import usual_weeks

Tick = Callable[[float, str], None]
Enough = Callable[[], bool]
Key = tuple[str, str, int]
Partly = Callable[["Answer"], None]
SEARCH, AFTER = 0.4, 0.9


@dataclass(frozen=True, slots=True)
class WayOut:
    """A solution with all that follows from it, and who must be told."""

    solution: Solution
    after: Aftermath
    told: tuple[ToTell, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A request with all that follows from it, on the book it was asked of.

    `beyond` and `missed_beyond` are what they hold after the days asked about; `back` holds, per
    person who is off, what can be reversed of what was recast for them; `since` what the records
    say of them already; `on` those who are not off in the records. `stopped` tells that the
    search was ended before its end, `looking` that it goes on.
    """

    book: Book
    request: Request
    locks: Locks
    gaps: tuple[Gap, ...]
    missed: tuple[Missed, ...]
    beyond: tuple[Gap, ...]
    missed_beyond: tuple[Missed, ...]
    people: Mapping[Key, tuple[Candidate, ...]]
    ways: tuple[WayOut, ...]
    back: Mapping[str, ComingBack]
    since: Mapping[str, str]
    on: tuple[str, ...] = ()
    stopped: bool = False
    looking: bool = False

    @property
    def solutions(self) -> tuple[Solution, ...]:
        """The solutions alone, fewest changes first."""
        return tuple(one.solution for one in self.ways)


def _never() -> bool:
    return False


def _unseen(_answer: Answer) -> None:
    """Nobody looks before the end."""


def work_out(
    book: Book,
    request: Request,
    locks: Locks,
    tick: Tick,
    enough: Enough = _never,
    partly: Partly = _unseen,
) -> Answer:
    """Everything the screen shows of a request. Raises Invalid with one sentence.

    Once `enough` answers True, the ways out found so far are all there are. `partly` sees what
    opens at once, and the first way out as soon as it is found.
    """
    tick(0.0, "What opens")
    opened = gaps(book, request)
    beside = missed(book, request)
    later, later_missed = _beyond(book, request, opened, beside)
    found = Answer(
        book,
        request,
        locks,
        opened,
        beside,
        later,
        later_missed,
        {},
        (),
        {one: back for one in request.people if (back := _back(book, one, request)).anything},
        {one: since_words(book, one, request) for one in request.people},
        still_on(book, request),
        looking=True,
    )
    if opened:
        partly(found)
    people = _people(book, request, locks, opened, tick)
    found = replace(found, people=people)

    def told_part(part: float, words: str) -> None:
        tick(SEARCH + (AFTER - SEARCH) * part, words)

    def first(solution: Solution) -> None:
        partly(replace(found, ways=_ways(book, request, locks, (solution,), opened)))

    solved = solutions(book, request, locks, Watch(told_part, enough, first))
    stopped = enough()
    tick(AFTER, "What follows from each")
    ways = _ways(book, request, locks, solved, opened)
    return replace(found, ways=ways, stopped=stopped, looking=False)


def _people(
    book: Book, request: Request, locks: Locks, opened: tuple[Gap, ...], tick: Tick
) -> dict[Key, tuple[Candidate, ...]]:
    """Who could fill each gap."""
    people: dict[Key, tuple[Candidate, ...]] = {}
    asked = Candidates(book, request, opened, locks) if opened else None
    for number, gap in enumerate(opened):
        tick(SEARCH * number / len(opened), "Who could")
        if asked is not None:
            today = gap.day == request.first
            people[key_of(gap)] = asked.of(gap, usual_weeks(book, gap.day) if today else None)
    return people


def key_of(gap: Gap) -> Key:
    """What tells a gap from the others."""
    return (gap.performance_id, gap.role_id, gap.spot)


def settled(answer: Answer) -> str:
    """Why nothing opens, in a sentence."""
    for person_id, words in answer.since.items():
        if words:
            name = answer.book.get(Person, person_id).name
            return f"{name} is {words}; nothing of theirs is left to cover."
    names = " and ".join(inside_name(answer.book, one) for one in answer.request.people)
    if answer.ways:
        return "No part on stage opens. At the right stands what becomes of their calls and covers."
    later = len(answer.beyond) + len(answer.missed_beyond)
    if later:
        return (
            f"Nothing of {names} falls into the time asked about. At the left stands what they"
            " hold later: choose Run to see to it."
        )
    return f"{names} {'hold' if len(answer.request.people) > 1 else 'holds'} nothing to cover."


def _ways(
    book: Book,
    request: Request,
    locks: Locks,
    found: tuple[Solution, ...],
    opened: tuple[Gap, ...],
) -> tuple[WayOut, ...]:
    """The solutions with what follows; where no part opens, what follows alone."""
    ways = [
        WayOut(replace(one, findings=tuple(weighed(book, one, after))), after,
               told(book, request, one, after))
        for one in found
        for after in (aftermath(book, request, one, locks),)
    ]  # fmt: skip
    if not opened:
        after = aftermath(book, request, NO_RECASTING, locks)
        if after.calls or after.covers:
            ways.append(WayOut(NO_RECASTING, after, told(book, request, NO_RECASTING, after)))
    return tuple(ways)


def _beyond(
    book: Book, request: Request, opened: tuple[Gap, ...], beside: tuple[Missed, ...]
) -> tuple[tuple[Gap, ...], tuple[Missed, ...]]:
    """What they hold after the last day asked about."""
    if request.last is None:
        return (), ()
    whole = replace(request, last=None)
    known, known_missed = {key_of(one) for one in opened}, set(beside)
    return (
        tuple(one for one in gaps(book, whole) if key_of(one) not in known),
        tuple(one for one in missed(book, whole) if one not in known_missed),
    )


def _back(book: Book, person_id: str, request: Request) -> ComingBack:
    return coming_back(book, person_id, request.first, request.clock)

"""What a part adds to somebody's days: two shows in one, nights running, hours over the usual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from castapp.domain.agenda import stints
from castapp.domain.casting import Performance
from castapp.domain.slot import clock, length
from castapp.domain.workload import minutes_between
from castapp.services.cover.able import Able
from castapp.services.cover.stage import Post
from castapp.services.eligible import Usuals, usual_weeks
from castapp.services.reasons_of_leads import crowded_words
from castapp.services.reasons_of_night import crowded

TWO_SHOWS, NIGHTS_RUNNING = "two shows", "night after night"
CROWDED, OVER_USUAL = "shows in four days", "hours over usual"
WEIGHS_ON = frozenset((TWO_SHOWS, NIGHTS_RUNNING, CROWDED, OVER_USUAL))
"""The figures that tell how light a way out is for the dancers."""

_NEAR = 3
Changed = Mapping[str, Set[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a price: what it is about, in words, and how much it adds."""

    name: str
    text: str
    value: float


@dataclass
class Facts:
    """What the book says of people around a show, looked up once for all kinds."""

    able: Able
    _nights: dict[tuple[str, str], tuple[Performance, ...]] = field(default_factory=dict)
    _weeks: dict[tuple[str, date], int] = field(default_factory=dict)
    _usuals: Usuals | None = None

    def nights(self, person_id: str, show: Performance) -> tuple[Performance, ...]:
        """The other shows somebody dances within three days of one."""
        key = (person_id, show.id)
        if key not in self._nights:
            book = self.able.book
            self._nights[key] = tuple(
                one.performance
                for by in range(-_NEAR, _NEAR + 1)
                for one in stints(book, person_id, show.day + timedelta(days=by))
                if one.performance and not one.standby and one.performance.id != show.id
            )
        return self._nights[key]

    def week(self, person_id: str, post: Post) -> int:
        """Minutes of the seven days that end with a show, with the post in it."""
        key = (person_id, post.show.day)
        if key not in self._weeks:
            first = post.show.day - timedelta(days=6)
            self._weeks[key] = minutes_between(self.able.book, person_id, first, post.show.day)
        danced = sum(turn.end - turn.start for turn in post.turns)
        on = person_id in self.able.dances(post.show)
        return self._weeks[key] + (0 if on else danced)

    def usual(self, person_id: str) -> float | None:
        """The most minutes of a usual week of somebody's own, as known on the first day."""
        if self._usuals is None:
            self._usuals = usual_weeks(self.able.book, self.able.request.first)
        return self._usuals.get(person_id, (None, None))[1]


def strains(facts: Facts, person_id: str, post: Post, given: Changed, lost: Changed) -> list[Part]:
    """What a post adds to somebody's days, beside shows given to them and lost to others; who
    dances that night already has the night as it is.
    """
    around = _around(facts, person_id, post.show, given, lost)
    on = person_id in facts.able.dances(post.show)
    week, usual = facts.week(person_id, post), facts.usual(person_id)
    found = list(_in_days(post, around, on=on))
    if usual is not None and week > usual:
        over = week - usual
        text = f"{length(week)} in seven days, {length(round(over))} more than usual for them"
        found.append(Part(OVER_USUAL, text, round(over / 60, 2)))
    return found


def _in_days(post: Post, around: list[Performance], *, on: bool) -> Iterator[Part]:
    day = post.show.day
    same = [one for one in around if one.day == day]
    if same and not on:
        at = " and ".join(clock(one.curtain) for one in same)
        yield Part(TWO_SHOWS, f"Two shows that day, also {at}", 6 if post.lead else 3)
    beside = [one for one in around if abs((one.day - day).days) == 1]
    if beside and post.lead:
        said = " and ".join(dict.fromkeys(_night_words(one.day, day) for one in beside))
        yield Part(NIGHTS_RUNNING, f"Show {said}", 5)
    close = [] if on else crowded([one.day for one in around], day)
    if close:
        yield Part(CROWDED, crowded_words(close), 2 * (len(close) - 1))


def _night_words(night: date, day: date) -> str:
    which = "before" if night < day else "after"
    return f"{night:%a} {night.day}, the night {which}"


def _around(
    facts: Facts, person_id: str, show: Performance, given: Changed, lost: Changed
) -> list[Performance]:
    gone = lost.get(person_id, frozenset())
    found = {one.id: one for one in facts.nights(person_id, show) if one.id not in gone}
    for show_id in given.get(person_id, frozenset()) - {show.id}:
        one = facts.able.book.get(Performance, show_id)
        if abs((one.day - show.day).days) <= _NEAR:
            found[one.id] = one
    return sorted(found.values(), key=lambda one: (one.day, one.curtain, one.id))

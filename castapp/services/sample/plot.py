"""What goes wrong in the sample on purpose: one working day with a clash, and open places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Override, Performance
from castapp.services.sample.casts import cast_id, production_id, role_id, section_id
from castapp.services.sample.data import day_of, ident, person_id
from castapp.services.sample.diary import Diary
from castapp.services.sample.fit import may_dance
from castapp.services.sample.health import GUEST
from castapp.services.sample.house import studio_id

SUNDAY = 6
SATURDAY = 5


def next_working_day(today: date) -> date:
    """The day after today, or Monday when that is the free Sunday."""
    after = today + timedelta(days=1)
    return after + timedelta(days=1) if after.weekday() == SUNDAY else after


def open_places(today: date, book: Book) -> Iterator[Override]:
    """Covers that nobody has named yet, and one part that is open."""
    coming = sorted(
        (show for show in book.all(Performance) if show.day >= next_working_day(today)),
        key=lambda show: (show.day, show.curtain),
    )
    by_day = {show.day: show for show in coming}
    away = by_day[day_of(today, 2, SATURDAY)]
    yield _override(away, "giselle", "giselle", 1, cover=1)
    last = by_day[day_of(today, 1, SATURDAY)]
    yield _override(last, "swan_lake", "princesses", 2, cover=0)
    yield _override(last, "swan_lake", "princesses", 2, cover=1)
    first = coming[0]
    if first.day < away.day and first.day != last.day:
        yield _override(first, "swan_lake", "mazurka", 2, cover=1)


def clash_day(diary: Diary, today: date) -> None:
    """The next working day: one dancer called twice, and what a hurried plan overlooks."""
    day = next_working_day(today)
    shows = diary.book.where(Performance, "day", day)
    if len(shows) > 1:
        _pair(diary, day, 11 * 60)
        return
    _wilis(diary, day)
    _pair(diary, day, 14 * 60)
    _hartmann(diary, day, on_show=bool(shows))


def called_while_away(diary: Diary, today: date) -> None:
    """A rehearsal in which the second ballerina is still called though she will be away."""
    day = day_of(today, 2, 3)
    call = _call(day, 13 * 60 + 45, 45, "studio-3", "tidewater", "Duet I", ["duet1"], "Osei", None)
    diary.put(call, _roles("tidewater", ["duet1"], "1st"), [person_id("Delacourt")])


def interview(diary: Diary, today: date) -> None:
    """The second pair talk to the radio after work on next week's Monday."""
    day, pair = day_of(today, 1, 0), [person_id(GUEST), person_id("Kuznetsov")]
    call = Call(ident("call", day, "press"), day, 17 * 60, 30, "press", studio_id("studio-3"),
                title="Radio interview", note="Green room if Studio 3 is wanted.")  # fmt: skip
    diary.put(call, [Called("", "", "person", person_id=one) for one in pair], pair)


def _pair(diary: Diary, day: date, start: int) -> None:
    """A pas de deux, and a duet with another partner a quarter of an hour later."""
    first = _call(day, start, 60, "studio-1", "giselle", "Pas de deux, act II", ["II.pdd"],
                  "Petrova", "Wren")  # fmt: skip
    couple = [person_id(GUEST), person_id("Kuznetsov")]
    cover = person_id("Sorimachi")
    learning = Called("", "", "person", person_id=cover, as_cover=True)
    lines = [*_roles("giselle", ["giselle", "albrecht"], "2nd"), learning]
    diary.put(first, lines, [*couple, cover])
    second = _call(day, start + 15, 60, "studio-3", "tidewater", "Duet I", ["duet1"], "Osei",
                   "Malmqvist")  # fmt: skip
    partners = [person_id(GUEST), person_id("Delacourt")]
    diary.put(second, _roles("tidewater", ["duet1"], "1st"), partners)


def _wilis(diary: Diary, day: date) -> None:
    """Wilis with somebody put in for a place who may not jump."""
    call = _call(day, 11 * 60 + 45, 75, "studio-1", "giselle", "Wilis, act II",
                 ["II.wilis", "II.hilarion", "II.exhaustion"], "Aubert", None)  # fmt: skip
    asked = [*_roles("giselle", ["wilis", "moyna", "zulme"], "1st"),
             *_roles("giselle", ["myrtha"], "1st", joins=12 * 60 + 15)]  # fmt: skip
    people = diary.people(call, asked)
    gone = [one for one, demands in people.items() if not may_dance(diary.book, one, day, demands)]
    put_in = Called("", "", "person", role_id=role_id("giselle", "wilis"), spots=(7,),
                    person_id=person_id("Dufour"))  # fmt: skip
    without = [Called("", "", "person", person_id=one, exclude=True) for one in gone]
    come = [*(one for one in people if one not in gone), person_id("Dufour")]
    diary.put(call, [*asked, *without, put_in], come)


def _hartmann(diary: Diary, day: date, *, on_show: bool) -> None:
    """A soloist fitted in her lunch hour and, on a show day, rehearsed too long."""
    who = person_id("Hartmann")
    own = Called("", "", "person", person_id=who)
    fitting = Call(ident("call", day, "lunch"), day, 13 * 60 + 15, 20, "fitting",
                   studio_id("studio-5"), title="Fitting")  # fmt: skip
    diary.put(fitting, [own], [who])
    swans = _call(day, 14 * 60, 45, "studio-2", "swan_lake", "Two Swans", ["II.two"],
                  "Aubert", None)  # fmt: skip
    lines = list(_roles("swan_lake", ["two_swans"], "1st"))
    diary.put(swans, lines, list(diary.people(swans, lines)))
    if on_show:
        late = _call(day, 15 * 60, 45, "studio-2", "swan_lake", "Hungarian Princess",
                     ["III.princesses"], "Aubert", None, kind="coaching")  # fmt: skip
        diary.put(late, [own], [who])


def _call(
    day: date,
    start: int,
    minutes: int,
    room: str,
    work: str,
    title: str,
    sections: list[str],
    lead: str,
    pianist: str | None,
    kind: str = "rehearsal",
) -> Call:
    return Call(
        ident("call", day, start, room),
        day,
        start,
        minutes,
        kind,
        studio_id(room),
        production_id(work),
        tuple(section_id(work, key) for key in sections),
        title,
        lead_id=person_id(lead),
        pianist_id=person_id(pianist) if pianist else None,
    )


def _roles(work: str, keys: list[str], name: str, joins: int | None = None) -> Iterator[Called]:
    casts = (cast_id(work, name),) if name else ()
    for key in keys:
        yield Called("", "", "role", role_id=role_id(work, key), cast_ids=casts, joins=joins)


def _override(show: Performance, work: str, key: str, spot: int, cover: int) -> Override:
    role = role_id(work, key)
    return Override(ident("override", show.id, role, spot, cover), show.id, role, spot, None, cover)

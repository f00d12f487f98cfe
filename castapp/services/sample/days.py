"""The sample's days around rehearsal: class, stage calls, warm-ups, fittings, physio, crew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Performance
from castapp.domain.people import Person
from castapp.domain.programme import bill, parts, roles
from castapp.domain.standing import standing
from castapp.services.sample.casts import cast_id, production_id
from castapp.services.sample.data import clock_of, ident, person_id
from castapp.services.sample.diary import Diary
from castapp.services.sample.fit import may_dance
from castapp.services.sample.house import studio_id

WARM_UP_MINUTES = 30
WARM_UP_BEFORE = 75
FITTING_MINUTES = 20
PIANISTS = ("Wren", "Malmqvist")
TEACHERS = ("Aubert", "Petrova", "Aubert", "Petrova", "Aubert", "Quiroga")


def classes(diary: Diary, day: date, pattern: dict[str, Any]) -> None:
    """The morning's classes, women and men; on Saturday one for all."""
    can, cannot = diary.there(day)
    start, minutes = clock_of(pattern["at"]), pattern["minutes"]
    together = day.weekday() == 5
    groups = (
        [("company", "", 1, TEACHERS[day.weekday()], 0)]
        if together
        else [
            ("women", "F", 1, TEACHERS[day.weekday()], 0),
            ("men", "M", 2, "Quiroga", 1),
        ]
    )
    for group, gender, room, teacher, pianist in groups:
        call = Call(
            ident("call", day, "class", group), day, start, minutes, "class",
            studio_id(f"studio-{room}"), title="Class" if together else f"Class, {group}",
            lead_id=person_id(teacher), pianist_id=_pianist(diary, day, start, minutes, pianist),
        )  # fmt: skip
        lines = [
            Called("", "", "group", group=group),
            *_without(person for person in cannot if gender in ("", person.gender)),
        ]
        diary.put(call, lines, [one.id for one in can if gender in ("", one.gender)])


def conditioning(diary: Diary, day: date) -> None:
    """Staged return with the physio for those in rehab only, and a booked treatment a day."""
    rehab = [
        person
        for person in diary.there(day)[1]
        if standing(diary.book, person.id, day).status == "rehab only"
        and standing(diary.book, person.id, day).absence is None
    ]
    room, lead = studio_id("studio-5"), person_id("Lyle")
    if rehab:
        call = Call(ident("call", day, "conditioning"), day, 615, 60, "conditioning", room,
                    title="Conditioning", lead_id=lead)  # fmt: skip
        diary.put(call, _persons(rehab), [one.id for one in rehab])
    booked = diary.there(day)[0][day.toordinal() * 11 % 50 :][: day.toordinal() % 2]
    for order, person in enumerate(booked):
        call = Call(ident("call", day, "physio", order), day, 540 + 30 * order, 30, "physio", room,
                    title="Physio", lead_id=lead)  # fmt: skip
        diary.put(call, _persons([person]), [person.id])


def runs(diary: Diary, day: date, entries: list[dict[str, Any]]) -> None:
    """What is called in one piece, on the stage or in the studio, with the casts it takes."""
    for entry in entries:
        work, start, minutes = entry["work"], clock_of(entry["at"]), entry["minutes"]
        played = entry["kind"] != "dress" and entry["kind"] != "stage and orchestra"
        call = Call(
            ident("call", day, entry["at"], "run", work), day, start, minutes, entry["kind"],
            studio_id(entry.get("room", "stage")), production_id(work),
            title=entry.get("title", ""), lead_id=person_id(entry.get("lead", "Petrova")),
            pianist_id=_pianist(diary, day, start, minutes, 0) if played else None,
        )  # fmt: skip
        casts = tuple(cast_id(work, name) for name in entry["casts"])
        covers = entry.get("covers", True)
        _called_out(diary, call, [Called("", "", "production", cast_ids=casts, covers=covers)])


def warm_ups(diary: Diary, shows: list[Performance]) -> None:
    """The warm-up on stage before each show, for those who have not danced that day."""
    done: set[str] = set()
    for show in shows:
        items = bill(diary.book, show.id)
        on_stage = list(
            dict.fromkeys(
                part.person_id
                for part in parts(diary.book, show)
                if part.person_id and part.cover == 0
            )
        )
        call = Call(
            ident("call", show.id, "warm-up"), show.day, show.curtain - WARM_UP_BEFORE,
            WARM_UP_MINUTES, "warm-up", studio_id("stage"), items[0].production_id,
            title="Warm-up", lead_id=person_id("Aubert" if done else "Quiroga"),
            pianist_id=_pianist(diary, show.day, show.curtain - WARM_UP_BEFORE, WARM_UP_MINUTES, 1),
        )  # fmt: skip
        if done:
            fresh = [one for one in on_stage if one not in done]
            diary.put(call, [_person(one) for one in fresh], fresh)
        else:
            lines = _cast_lines(diary, items)
            asked = diary.people(call, lines)
            stand_ins = [_person(one) for one in on_stage if one not in asked]
            _called_out(diary, call, [*lines, *stand_ins])
        done.update(on_stage)


def _cast_lines(diary: Diary, items: tuple[BillItem, ...]) -> list[Called]:
    """The casts of a bill: the first work as a full call, the others role by role."""
    first = Called("", "", "production", cast_ids=(items[0].cast_id or "",))
    return [first] + [
        Called("", "", "role", role_id=role.id, cast_ids=(item.cast_id or "",))
        for item in items[1:]
        for role in roles(diary.book, item.production_id)
    ]


def crew(diary: Diary, day: date, *, show: bool) -> None:
    """The crew's own call on stage, without dancers."""
    start, minutes, title = (630, 150, "Lighting focus") if show else (570, 210, "Stage re-fit")
    call = Call(ident("call", day, "crew"), day, start, minutes, "crew", studio_id("stage"),
                title=title, lead_id=person_id("Tillman"))  # fmt: skip
    if diary.free(call.studio_id, day, call.start, call.end):
        diary.put(call, (), ())


def fittings(diary: Diary, day: date, start: int) -> None:
    """Three dancers with time on their hands, twenty minutes each in the wardrobe's room."""
    room, end = studio_id("studio-5"), start + 3 * FITTING_MINUTES
    if not diary.free(room, day, start, end):
        return
    idle = [one for one in diary.there(day)[0] if diary.free(one.id, day, start, end)]
    first = day.toordinal() * 7 % max(1, len(idle) - 2)
    chosen = idle[first : first + 3]
    lines = [
        Called("", "", "person", person_id=person.id, joins=begin, leaves=begin + FITTING_MINUTES)
        for begin, person in zip(range(start, end, FITTING_MINUTES), chosen, strict=False)
    ]
    call = Call(ident("call", day, "fitting", start), day, start, end - start, "fitting", room,
                title="Fittings")  # fmt: skip
    if chosen:
        diary.put(call, lines, [one.id for one in chosen])


def _called_out(diary: Diary, call: Call, lines: list[Called]) -> None:
    """Enter a call for everybody its lines stand for who may dance it and is free."""
    asked = diary.people(call, lines)
    come = [
        person
        for person, demands in asked.items()
        if may_dance(diary.book, person, call.day, demands)
        and diary.free(person, call.day, call.start, call.end)
        and person != call.lead_id
    ]
    gone = [person for person in asked if person not in come and person != call.lead_id]
    diary.put(call, [*lines, *_excluded(gone)], come)


def _without(people: Iterator[Person]) -> Iterator[Called]:
    return _excluded([person.id for person in people])


def _excluded(people: list[str]) -> Iterator[Called]:
    return (Called("", "", "person", person_id=one, exclude=True) for one in people)


def _persons(people: list[Person]) -> list[Called]:
    return [_person(person.id) for person in people]


def _person(key: str) -> Called:
    return Called("", "", "person", person_id=key)


def _pianist(diary: Diary, day: date, start: int, minutes: int, first: int) -> str | None:
    """The pianist who is free, beginning with the first of the two or the second."""
    players = [person_id(PIANISTS[(first + n) % 2]) for n in range(2)]
    free = (one for one in players if diary.free(one, day, start, start + minutes))
    return next(free, None)

"""A day with everything a call sheet must say, on the small company's books."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Override
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.domain.office import Posting
from castapp.domain.record import Record
from castapp.export.posted import posted_lines
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line, show

SHOW_ID = "show-2026-10-15-1170"
LAKE: dict[str, Any] = {"production_id": "lake", "lead_id": "hall", "pianist_id": "ito"}


def calls() -> list[Record]:
    """A class, five rehearsals, a fitting, a private booking, lights, and a radio talk."""
    women = Called("women", call_id="", whom="group", group="women")
    no_queen = Called("no-queen", call_id="", whom="role", role_id="queen", exclude=True)
    return [
        *call("class", 630, 75, women, kind="class", lead_id="hall", pianist_id="ito"),
        *call("spirits", 720, 60, role_line("all", "spirits", "cast-1", covers=True), no_queen,
              sections=("lake-ii",), **LAKE),
        *call("duet", 720, 60, role_line("one", "couple", "cast-1"),
              role_line("two", "couple", "cast-2", joins=750), studio_id="studio-2",
              sections=("lake-i-2",), **LAKE),
        *call("leads", 840, 60, people=("vega", "okoro"), title="Act II pas de deux", **LAKE),
        *call("open", 840, 45, people=("moss",), studio_id="studio-2", production_id="lake",
              tba=True, title="Fri 16 cast", state="tentative"),
        *call("placing", 930, 45, studio_id="stage", kind="stage call", production_id="lake",
              title="Placing call for tonight", people=("vega", "okoro", "fox")),
        *call("fitting", 915, 15, people=("paz",), kind="fitting", title="Duet bodice",
              studio_id="studio-2"),
        *call("private", 945, 30, people=("moss",), kind="physio", studio_id=None),
        *call("lights", 600, 180, kind="crew", title="Lighting focus", studio_id="stage"),
        *call("radio", 1020, 30, people=("lund",), kind="press", title="radio, Green Room",
              studio_id=None),
        *call("next", 660, 60, people=("vega",), day=FRIDAY, **LAKE),
    ]  # fmt: skip


def availability() -> list[Record]:
    """One dancer off, one modified, one guesting elsewhere."""
    return [
        Participation("off", person_id="orr", since=THURSDAY, status="off", review=FRIDAY),
        Participation("mod", person_id="fox", since=THURSDAY, status="modified",
                      restrictions=(Restriction("no_jumps"),), review=FRIDAY),
        Absence("away", person_id="lund", first=THURSDAY, last=FRIDAY, kind="guest engagement"),
    ]  # fmt: skip


def override() -> list[Record]:
    """Moss dances the queen on Thursday for Vega."""
    return [Override("instead", performance_id=SHOW_ID, role_id="queen", spot=1, person_id="moss")]


def posting(book: Book, issue: int, hour: int = 14) -> Posting:
    """Thursday's call sheet of this book, posted on Wednesday."""
    return Posting(
        f"issue-{issue}", paper="callsheet", day=THURSDAY, issue=issue, by="C. Brady",
        at=f"2026-10-14T{hour}:00:00+00:00", lines=posted_lines(book, THURSDAY),
    )  # fmt: skip


def full_day(*more: Iterable[Record], **house: Any) -> Book:
    """Thursday as a draft that nobody has posted; `house` changes the company's settings."""
    book = company_book(calls(), availability(), show(FRIDAY, cast_id="cast-2"), *more)
    draft = Draft(book)
    draft.set(book.get(Company, COMPANY_ID), **house)
    return book.apply(draft.edit("house"))


def reissued_day(**house: Any) -> Book:
    """Thursday's issue 2: the leads moved, a call added and one taken out, a cast change."""
    before = full_day(
        call("gone", 930, 30, people=("paz",), title="Act I Duet", studio_id="studio-2",
             production_id="lake"),
        **house,
    )  # fmt: skip
    first = posting(before, 1)
    after = full_day(
        override(),
        [first],
        call("extra", 1005, 30, people=("gia-kim",), title="Act I Waltz", **LAKE),
        **house,
    )
    draft = Draft(after)
    draft.put(replace(after.get(Call, "leads"), start=855))
    later = after.apply(draft.edit("move"))
    draft = Draft(later)
    draft.put(posting(later, 2, hour=16))
    return later.apply(draft.edit("post"))

"""The public cast sheet of one performance: what stands on it, unlaid, with what was recast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.company import Site, Studio
from castapp.domain.people import Person
from castapp.domain.programme import bill, running_minutes, sections, title, zone
from castapp.domain.repertory import Production
from castapp.domain.roster import company
from castapp.export.callboard import NO_BREAK
from castapp.export.castsheet_company import Group, company_groups, production_words
from castapp.export.castsheet_roles import CastAct, acts_of
from castapp.export.manner import Manner
from castapp.export.recastings import Recasting, is_billed, recastings

DARK = "Please do not look at this sheet on a lit screen during the performance."
FEW_STRETCHES = 3
COUNTED = ("", "one act", "two acts", "three acts", "four acts", "five acts")


@dataclass(frozen=True, slots=True)
class CastWork:
    """A ballet of the evening: its title where there are several, what is said of it, its acts."""

    title: str
    about: tuple[str, ...]
    acts: tuple[CastAct, ...]


@dataclass(frozen=True, slots=True)
class CastSheet:
    """Everything on the sheet of one performance. `revised` is empty unless somebody is recast."""

    show_id: str
    company: str
    title: str
    when: str
    facts: str
    revised: str
    works: tuple[CastWork, ...]
    timings: tuple[str, ...]
    groups: tuple[Group, ...]
    foot: tuple[str, ...]


def cast_sheet(book: Book, show: Performance, paper: str, at: datetime | None = None) -> CastSheet:
    """The sheet of a performance as it stands `at` a moment (with its zone).

    Raises Invalid if nothing is on the bill.
    """
    manner = Manner(paper)
    works = [book.get(Production, item.production_id) for item in bill(book, show.id)]
    when = f"{manner.long_day(show.day)}, {manner.exact(show.curtain)}"
    if not works:
        raise Invalid(f"Nothing is on the bill of {when}; add a ballet to it first.")
    changes = [one for one in recastings(book, show.day, show.day)
               if one.show.id == show.id and is_billed(book, one)]  # fmt: skip
    house = company(book)
    stamp = _stamp(book, show, manner, at)
    name = works[0].title if len(works) == 1 else title(book, show)
    return CastSheet(
        show.id,
        house.name,
        name,
        when,
        _facts(book, show),
        _revised(changes, stamp),
        tuple(_work(book, show, work, changes, alone=len(works) == 1) for work in works),
        _timings(book, show, works, manner),
        (*production_words(book, works), *company_groups(book, show.day)),
        (_correct(stamp), DARK),
    )


def _work(
    book: Book, show: Performance, work: Production, changes: list[Recasting], *, alone: bool
) -> CastWork:
    about = [_acts_words(book, work)] if alone else []
    if work.choreography:
        about.append(f"Choreography {work.choreography}")
    acts = acts_of(book, show, work.id, changes)
    return CastWork("" if alone else work.title, tuple(filter(None, about)), acts)


def _acts_words(book: Book, work: Production) -> str:
    """Ballet in two acts; nothing where the acts are not counted, as with a prologue."""
    acts = dict.fromkeys(one.act for one in sections(book, work.id) if one.act)
    if not acts:
        return ""
    if len(acts) == 1:
        return "Ballet in one act"
    counted = all(act.startswith("Act ") for act in acts) and len(acts) < len(COUNTED)
    return f"Ballet in {COUNTED[len(acts)]}" if counted else ""


def _facts(book: Book, show: Performance) -> str:
    """The house and who conducts."""
    stage = book.find(Studio, show.venue_id)
    site = book.find(Site, stage.site_id) if stage else None
    conductor = book.find(Person, show.conductor_id)
    where = site.name if site else stage.name if stage else ""
    led = f"Conductor {conductor.name}" if conductor else ""
    return "  ·  ".join(filter(None, (where, led)))


def _revised(changes: list[Recasting], stamp: str) -> str:
    if not changes:
        return ""
    count = "1 change, marked" if len(changes) == 1 else f"{len(changes)} changes, marked"
    return f"Revised {stamp}  ·  {count}" if stamp else f"Revised  ·  {count}"


def _correct(stamp: str) -> str:
    as_of = f" at {stamp}" if stamp else ""
    return f"Casting is correct{as_of} and may change up to the start of the performance."


def _stamp(book: Book, show: Performance, manner: Manner, at: datetime | None) -> str:
    return manner.stamp(at.isoformat(), zone(book, show.venue_id)) if at else ""


def _timings(
    book: Book, show: Performance, works: list[Production], manner: Manner
) -> tuple[str, ...]:
    """Act I 55 minutes, interval 20 minutes; and when it ends. Nothing where no length is known."""
    stretches: list[tuple[str, int]] = []
    for work in works:
        for section in sections(book, work.id):
            named = section.act if len(works) == 1 else work.short or work.title
            label = "interval" if section.interval else named
            if stretches and stretches[-1][0] == label:
                label, minutes = stretches.pop()
                stretches.append((label, minutes + section.minutes))
            else:
                stretches.append((label, section.minutes))
    if not any(minutes for _, minutes in stretches):
        return ()
    end = show.curtain + running_minutes(book, show)
    unit = "minutes" if len(stretches) <= FEW_STRETCHES else "min"
    said = "  ·  ".join(
        f"{label} {minutes} {unit}".strip().replace(" ", NO_BREAK) for label, minutes in stretches
    )
    return said, f"The performance ends at about {manner.exact(end)}"

"""A performance as it will be danced: its bill, its timings, and who has which part."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import Company, Site, Studio
from castapp.domain.nights import basis, kept
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import company

HALF = 35
BILL_INTERVAL = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A spot of a role in a performance and who has it; nobody means it is open.

    `cover` 0 dances, 1 … stand by. `from_section_id` is set for someone who takes over mid-show;
    `until_section_id` for the one who is then replaced.
    """

    production_id: str
    role_id: str
    spot: int
    person_id: str | None
    cover: int = 0
    cast_id: str | None = None
    override: bool = False
    from_section_id: str | None = None
    until_section_id: str | None = None
    why: str = ""


def sections(book: Book, production_id: str) -> tuple[Section, ...]:
    """A production's sections in the order they are danced, intervals among them."""
    found = book.where(Section, "production_id", production_id)
    return tuple(sorted(found, key=lambda section: section.order))


def roles(book: Book, production_id: str) -> tuple[Role, ...]:
    """A production's roles in billing order."""
    return tuple(
        sorted(book.where(Role, "production_id", production_id), key=lambda role: role.order)
    )


def casts(book: Book, production_id: str) -> tuple[Cast, ...]:
    """A production's casts: 1st, 2nd, 3rd …"""
    return tuple(
        sorted(book.where(Cast, "production_id", production_id), key=lambda one: one.order)
    )


def bill(book: Book, performance_id: str) -> tuple[BillItem, ...]:
    """What is danced that night, in order."""
    found = book.where(BillItem, "performance_id", performance_id)
    return tuple(sorted(found, key=lambda item: item.order))


def title(book: Book, performance: Performance) -> str:
    """The name of the evening: the production, or the works of a mixed bill."""
    works = (book.find(Production, item.production_id) for item in bill(book, performance.id))
    return " / ".join(work.short or work.title for work in works if work) or "Performance"


def running_minutes(book: Book, performance: Performance) -> int:
    """From curtain to the end, intervals included; BILL_INTERVAL between works of a mixed bill."""
    items = bill(book, performance.id)
    danced = sum(
        section.minutes for item in items for section in sections(book, item.production_id)
    )
    return danced + BILL_INTERVAL * max(0, len(items) - 1)


def section_starts(book: Book, performance: Performance) -> dict[str, int]:
    """The clock minute at which each section of the evening begins."""
    starts: dict[str, int] = {}
    clock = performance.curtain
    for item in bill(book, performance.id):
        for section in sections(book, item.production_id):
            starts[section.id] = clock
            clock += section.minutes
        clock += BILL_INTERVAL
    return starts


def zone(book: Book, studio_id: str | None) -> str:
    """The time zone of a studio's clock: its site's, else the company's."""
    studio = book.find(Studio, studio_id)
    site = book.find(Site, studio.site_id) if studio else None
    if site and site.zone:
        return site.zone
    return company(book).zone if book.count(Company) else "UTC"


def parts(book: Book, performance: Performance) -> tuple[Part, ...]:
    """Every part of a performance in billing order: the casts' castings with its overrides laid
    over them. Each spot has one dancing part at least, open if nobody is cast.
    """
    known = book.cache("parts", BillItem, Casting, Override, Role, Section)
    found = known.get(performance.id)
    if found is None:
        found = known[performance.id] = kept(
            book.cache("parts_of_night", Role, Section),
            performance.id,
            basis(book, performance.id),
            lambda: tuple(_parts(book, performance)),
        )
    answer: tuple[Part, ...] = found
    return answer


def cast_parts(book: Book, cast_id: str) -> dict[tuple[str, int, int], tuple[Casting, ...]]:
    """A cast's castings by role, spot and cover; more than one means a spot filled twice."""
    kept = book.cache("cast_parts", Casting)
    found = kept.get(cast_id)
    if found is None:
        slots: dict[tuple[str, int, int], tuple[Casting, ...]] = {}
        for casting in book.where(Casting, "cast_id", cast_id):
            slot = (casting.role_id, casting.spot, casting.cover)
            slots[slot] = (*slots.get(slot, ()), casting)
        found = kept[cast_id] = slots
    answer: dict[tuple[str, int, int], tuple[Casting, ...]] = found
    return answer


def _parts(book: Book, performance: Performance) -> list[Part]:
    laid_over: dict[tuple[str, int, int], list[Override]] = {}
    for override in book.where(Override, "performance_id", performance.id):
        slot = (override.role_id, override.spot, override.cover)
        laid_over.setdefault(slot, []).append(override)
    result: list[Part] = []
    for item in bill(book, performance.id):
        slots = cast_parts(book, item.cast_id) if item.cast_id else {}
        by_spot: dict[tuple[str, int], set[int]] = {}
        for role_id, spot, cover in (*slots, *laid_over):
            by_spot.setdefault((role_id, spot), set()).add(cover)
        for role in roles(book, item.production_id):
            for spot in range(1, role.spots + 1):
                for cover in sorted({0} | by_spot.get((role.id, spot), set())):
                    slot = (role.id, spot, cover)
                    result.extend(_slot(item, slot, slots.get(slot, ()), laid_over.get(slot, [])))
    return result


def _slot(
    item: BillItem,
    slot: tuple[str, int, int],
    castings: tuple[Casting, ...],
    overrides: list[Override],
) -> list[Part]:
    role_id, spot, cover = slot
    whole = next((one for one in overrides if one.from_section_id is None), None)
    later = next((one for one in overrides if one.from_section_id is not None), None)
    until = later.from_section_id if later else None
    base = Part(item.production_id, role_id, spot, None, cover, item.cast_id)
    made: list[Part] = []
    if whole:
        if whole.person_id or cover == 0:
            made.append(_part(base, whole.person_id, override=True, until=until, why=whole.why))
    elif castings:
        made.extend(_part(base, casting.person_id, until=until) for casting in castings)
    elif cover == 0:
        made.append(_part(base, None, until=until))
    if later:
        made.append(
            _part(
                base,
                later.person_id,
                override=True,
                start=later.from_section_id,
                why=later.why,
            )
        )
    return made


def _part(
    base: Part,
    person_id: str | None,
    *,
    override: bool = False,
    start: str | None = None,
    until: str | None = None,
    why: str = "",
) -> Part:
    return Part(
        base.production_id,
        base.role_id,
        base.spot,
        person_id,
        base.cover,
        base.cast_id,
        override,
        start,
        until,
        why,
    )

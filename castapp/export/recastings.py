"""Who dances instead of whom: spots that differ from what was announced, or from the cast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.handover import reason_of
from castapp.domain.office import Posting
from castapp.domain.programme import Part, cast_parts, parts
from castapp.domain.repertory import Role, Section
from castapp.domain.slot import days_between
from castapp.domain.standing import standing
from castapp.export.posted import wanted

INDISPOSED, UNAVAILABLE = "indisposed", "unavailable"
UNBILLED = ("corps", "children")


@dataclass(frozen=True, slots=True)
class Recasting:
    """A spot of a role in a show that `in_id` dances instead of `out_id`; nobody in: it is open.

    `off_id` is who cannot dance and set it off, as far as the record tells.
    """

    show: Performance
    role_id: str
    spot: int
    in_id: str | None
    out_id: str | None
    off_id: str | None
    from_section_id: str | None = None

    @property
    def mid_show(self) -> bool:
        """Whether it changes hands during the show."""
        return self.from_section_id is not None


def recastings(book: Book, first: date, last: date) -> list[Recasting]:
    """The recast spots of these days, show by show in billing order.

    Counted are those made because somebody is off, and those that the first posted casting sheet
    said otherwise; what was planned before that sheet went up is no change.
    """
    return [
        one
        for day in days_between(first, last)
        for show in sorted(book.where(Performance, "day", day), key=lambda one: one.curtain)
        if show.state != "cancelled"
        for one in _of_show(book, show)
    ]


def part_name(book: Book, one: Recasting) -> str:
    """A part as a paper names it: Myrtha; Czárdás couple, the spot's name if it has one."""
    role = book.get(Role, one.role_id)
    spot = role.spot_name(one.spot)
    return role.name if spot.isdecimal() else f"{role.name} {spot}".strip()


def inside_part_name(book: Book, one: Recasting) -> str:
    """A part with its number, for inside use: Swans 7."""
    role = book.get(Role, one.role_id)
    return f"{role.name} {role.spot_name(one.spot)}".strip()


def since_words(book: Book, one: Recasting) -> str:
    """From where in the show somebody else dances: from Act III Grand pas on; empty for all."""
    section = book.find(Section, one.from_section_id)
    return f"from {f'{section.act} {section.name}'.strip()} on" if section else ""


def is_billed(book: Book, one: Recasting) -> bool:
    """Whether a public sheet names the part; the corps is Artists of the Company there."""
    return book.get(Role, one.role_id).kind not in UNBILLED


def state_of(book: Book, person_id: str, day: date) -> str:
    """The one public word for why somebody does not dance: never a cause."""
    return UNAVAILABLE if standing(book, person_id, day).absence else INDISPOSED


def _of_show(book: Book, show: Performance) -> list[Recasting]:
    posted = _posted(book, show)
    found = []
    dancing = [part for part in parts(book, show) if part.cover == 0]
    for part in dancing:
        announced = posted.get((part.role_id, part.spot))
        out_id = _before(book, part, dancing, announced)
        reason = reason_of(book, part.why) if part.override else None
        off_id = reason.root_id if reason else None
        mid_show = part.from_section_id is not None
        news = bool(posted) and (part.override or announced is not None)
        news = news and (mid_show or part.person_id != announced)
        if part.person_id != out_id and (off_id or news):
            found.append(
                Recasting(show, part.role_id, part.spot, part.person_id, out_id, off_id,
                          part.from_section_id)
            )  # fmt: skip
    return found


def _before(book: Book, part: Part, dancing: list[Part], announced: str | None) -> str | None:
    """Who had the part: in the first half of the show, as announced, or by the cast."""
    if part.from_section_id:
        return next(
            (
                other.person_id
                for other in dancing
                if (other.role_id, other.spot) == (part.role_id, part.spot)
                and other.until_section_id == part.from_section_id
            ),
            None,
        )
    if announced is not None:
        return announced
    slot = (part.role_id, part.spot, 0)
    held = cast_parts(book, part.cast_id).get(slot, ()) if part.cast_id else ()
    return held[0].person_id if held else None


def _posted(book: Book, show: Performance) -> dict[tuple[str, int], str]:
    """Who dances which spot by the first casting sheet with this show; empty without one."""
    issues = sorted(
        (
            (one.issue, one.id, line)
            for one in book.all(Posting)
            if one.paper == "casting"
            for line in one.lines
            if line.ref_id == show.id
        ),
        key=lambda found: found[:2],
    )
    if not issues:
        return {}
    line = issues[0][2]
    return {(who.role_id, who.spot): who.person_id for who in wanted(line) if not who.cover}

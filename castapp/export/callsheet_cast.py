"""Who dances today's shows, as far as a call sheet says it: the changes, else the leads."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Cast, Performance
from castapp.domain.programme import Part, bill, cast_parts, parts
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name
from castapp.export.callboard import Block, Entry, bold, bound, plain
from castapp.export.callsheet_changes import Changes
from castapp.export.manner import Manner

OPEN = "to be announced"
MOST_LEADS = 4


def cast_block(
    book: Book, shows: list[Performance], changes: Changes, manner: Manner
) -> Block | None:
    """Cast changes of the day's shows; without any, the casts and their leading roles."""
    if not shows:
        return None
    entries: list[Entry] = []
    changed_shows = [show for show in shows if _overridden(book, show)]
    for show in shows:
        name = f"{manner.clock(show.curtain)} " if len(shows) > 1 else ""
        if show in changed_shows:
            entries.extend(_changes(book, show, name, changed=show.id in changes.calls))
        else:
            entries.append(Entry(plain(bound(book, name + _leads(book, show)))))
    if changed_shows:
        entries.append(Entry(plain("All other roles as the cast sheet.")))
    when = "tonight" if len(shows) == 1 else "today"
    return Block(f"Cast changes {when}" if changed_shows else f"Cast {when}", tuple(entries))


def _overridden(book: Book, show: Performance) -> list[Part]:
    return [part for part in parts(book, show) if part.override]


def _changes(book: Book, show: Performance, name: str, *, changed: bool) -> list[Entry]:
    found = _overridden(book, show)
    dancing = [_dancing_word(book, part) for part in found if part.cover == 0]
    covers = [_cover_word(book, part) for part in found if part.cover]
    entries = []
    for words, label in ((dancing, ""), (covers, "New covers: ")):
        if words:
            text = bound(book, name + label + " · ".join(words))
            entries.append(Entry(bold(text) if changed else plain(text), changed=changed))
    return entries


def _dancing_word(book: Book, part: Part) -> str:
    """Giselle: Popov (for Bektemirova); with the section if it is from mid-show on."""
    new = inside_name(book, part.person_id) or OPEN
    before = cast_parts(book, part.cast_id) if part.cast_id else {}
    castings = before.get((part.role_id, part.spot, 0), ())
    old = ", ".join(inside_name(book, casting.person_id) for casting in castings)
    section = book.find(Section, part.from_section_id)
    since = f" from {section.act or section.name}" if section else ""
    instead = f" (for {old})" if old and old != new else ""
    return f"{role_word(book, part)}: {new}{instead}{since}"


def _cover_word(book: Book, part: Part) -> str:
    return f"{role_word(book, part)} {inside_name(book, part.person_id)}"


def role_word(book: Book, part: Part) -> str:
    """A part as it is spoken of: Myrtha; Swans 7."""
    role = book.find(Role, part.role_id)
    return f"{role.name} {role.spot_name(part.spot)}".strip() if role else ""


def _leads(book: Book, show: Performance) -> str:
    said = []
    for item in bill(book, show.id):
        cast = book.find(Cast, item.cast_id)
        if cast:
            said.append(f"{cast.name.removesuffix(' cast')} cast")
    leads = [
        f"{role_word(book, part)} {inside_name(book, part.person_id) or OPEN}"
        for part in parts(book, show)
        if part.cover == 0 and (role := book.find(Role, part.role_id)) and role.kind == "single"
    ][:MOST_LEADS]
    return ". ".join(filter(None, (" / ".join(said), " · ".join(leads)))) or OPEN.capitalize()

"""Taking a solution: one edit with all that follows from it, and who must be told what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.people import Person
from castapp.domain.programme import HALF, parts, title
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import by_rank, inside_name
from castapp.domain.slot import clock
from castapp.rules import judge
from castapp.services.cover.aftermath import Aftermath, laid
from castapp.services.cover.handing import call_words
from castapp.services.cover.judging import FORBIDDING
from castapp.services.cover.price import partner_of_role
from castapp.services.cover.refilling import until_words
from castapp.services.cover.request import Request
from castapp.services.cover.setting_off import set_off
from castapp.services.cover.solution import Move, Solution
from castapp.services.reason import short_day
from castapp.services.telling import NOT_IN_IT, News, casting_words

DESKS = ("stage manager", "conductor", "wardrobe", "company manager")


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody to be told: everything that changed for them, and by when (day, clock minute).

    `matters` are the ids of the shows and calls it is about, each with the words that are kept
    once they are told; no words: what they dance in that show, as the Casting screen tells it.
    """

    person_id: str
    texts: tuple[str, ...]
    day: date
    by: int
    desk: str = ""
    matters: tuple[tuple[str, str], ...] = ()


def take(
    book: Book,
    request: Request,
    solution: Solution,
    after: Aftermath | None = None,
    *,
    off: str = "",
) -> Edit:
    """The solution with all that follows from it as one edit: one step of undo.

    `off` also sets those asked about off: "off", or the kind of a planned absence; "" does not.
    Raises Invalid for a kind there is not.
    """
    draft = Draft(book)
    made = laid(book, solution, after or Aftermath(), _label(book, request, solution))
    draft.take(made)
    if off:
        set_off(book, draft, request, off)
    return draft.edit(made.label)


def weighed(book: Book, solution: Solution, after: Aftermath) -> list[Finding]:
    """What the rules would newly say of the solution and what follows, worst first; notes and
    what stays open left out.
    """
    found = judge.new_findings(book, laid(book, solution, after, ""))
    return [one for one in found if one.severity != "note" and one.rule != "uncast"]


def forbidden(book: Book, solution: Solution, after: Aftermath) -> list[Finding]:
    """What of that nobody may live with; the rest counts hours, and is told."""
    return [
        one
        for one in weighed(book, solution, after)
        if one.rule in FORBIDDING and one.severity in ("hard", "breach")
    ]


def told(book: Book, solution: Solution, after: Aftermath | None = None) -> tuple[ToTell, ...]:
    """Who must be told what: dancers by rank, then the desks. Everybody once.

    Whoever goes on, whoever is taken out of a part, the partners of both, who covers now, and who
    comes to a call.
    """
    texts: dict[str, list[str]] = {}
    first: dict[str, tuple[date, int]] = {}
    matters: dict[str, dict[str, str]] = {}

    def tell(person_id: str, text: str, by: tuple[date, int], ref_id: str, what: str) -> None:
        lines = texts.setdefault(person_id, [])
        if text not in lines:
            lines.append(text)
        first[person_id] = min(first.get(person_id, by), by)
        matters.setdefault(person_id, {}).setdefault(ref_id, what)

    for move in solution.moves:
        show = book.get(Performance, move.performance_id)
        by = (show.day, show.curtain - HALF)
        for person_id, text in _told_of(book, move, show):
            moved = person_id in (move.in_id, move.out_id)
            if moved:
                tell(person_id, text, by, show.id, "")
            else:
                tell(person_id, text, by, slip_ref(show), text)
    for told_one in _told_after(book, after or Aftermath()):
        tell(*told_one)
    if not texts:
        return ()
    day = min(first.values())[0]
    people = by_rank(book, (book.get(Person, one) for one in texts), day)
    found = [
        ToTell(who.id, tuple(texts[who.id]), *first[who.id], "", tuple(matters[who.id].items()))
        for who in people
    ]
    return (*found, *_desks(book, solution))


def news_of(book: Book, one: ToTell) -> tuple[News, ...]:
    """What is noted once somebody is told, in the words of the book as it is."""
    found = []
    for ref_id, said in one.matters:
        show = book.find(Performance, ref_id)
        danced = (casting_words(book, show, one.person_id) or NOT_IN_IT) if show else ""
        found.append(News(one.person_id, ref_id, danced or said))
    return tuple(found)


def slip_ref(show: Performance) -> str:
    """What a note is about when it is the change of a show, not what its owner dances in it."""
    return f"slip {show.id}"


def _told_of(book: Book, move: Move, show: Performance) -> list[tuple[str, str]]:
    part = part_words(book, move.role_id, move.spot)
    section = book.find(Section, move.from_section_id)
    since = f" from {f'{section.act} {section.name}'.strip()} on" if section else ""
    when = f"{title(book, show)}, {short_day(show.day)}, {clock(show.curtain)}"
    new, old = inside_name(book, move.in_id), inside_name(book, move.out_id)
    found: list[tuple[str, str]] = []
    if move.in_id:
        found.append((move.in_id, f"{when}: dances {part}{since}, for {old}"))
    if move.out_id:
        replaced = f"{new} dances it" if new else "it stays open"
        found.append((move.out_id, f"{when}: leaves {part}{since}, {replaced}"))
    partner_id = _partner(book, move)
    if partner_id and partner_id not in (move.in_id, move.out_id):
        found.append((partner_id, f"{when}: {part}{since} is {new or 'open'}, for {old}"))
    return found


def _partner(book: Book, move: Move) -> str | None:
    place = partner_of_role(book, move.role_id, move.spot)
    show = book.get(Performance, move.performance_id)
    found: Sequence[str | None] = [
        part.person_id
        for part in parts(book, show)
        if part.cover == 0 and (part.role_id, part.spot) == place
    ]
    return found[0] if found else None


def _told_after(
    book: Book, after: Aftermath
) -> Iterator[tuple[str, str, tuple[date, int], str, str]]:
    """What follows, to whom: the person, the words, by when, what it is about, what is noted."""
    for place in after.covers:
        show = book.get(Performance, place.performance_id)
        part = part_words(book, place.role_id, place.spot)
        when = f"{title(book, show)}, {short_day(show.day)}, {clock(show.curtain)}"
        by = (show.day, show.curtain - HALF)
        if place.in_id:
            until = until_words(book, place)
            text = f"{when}: covers {part} {until}".rstrip()
            yield place.in_id, f"{text}, for {inside_name(book, place.out_id)}", by, show.id, ""
    for one in after.calls:
        call = book.get(Call, one.call_id)
        by = (call.day, call.start)
        if one.to_id:
            text = f"{call_words(book, one)}: comes for {inside_name(book, one.off_id)}"
            yield one.to_id, text, by, call.id, text
    for put_in in after.put_ins:
        call = put_in.call
        for line in put_in.lines:
            if line.person_id:
                text = put_in.text
                yield line.person_id, text, (call.day, call.start), call.id, text


def _label(book: Book, request: Request, solution: Solution) -> str:
    if solution.moves:
        return ""
    names = " and ".join(book.get(Person, one).surname for one in request.people)
    return f"Cover for {names}: calls handed on"


def part_words(book: Book, role_id: str, spot: int) -> str:
    """A part as it is spoken of: Myrtha; Swans 7."""
    role = book.get(Role, role_id)
    return f"{role.name} {role.spot_name(spot)}".strip()


def _desks(book: Book, solution: Solution) -> list[ToTell]:
    """Those who work with every change: stage management, the conductor of the night, wardrobe."""
    if not solution.moves:
        return []
    shows = {move.performance_id for move in solution.moves}
    nights = sorted((book.get(Performance, one) for one in shows), key=lambda one: one.day)
    texts = tuple(_line(book, move) for move in solution.moves)
    conductors = {show.conductor_id for show in nights}
    by = (nights[0].day, nights[0].curtain - HALF)
    matters = tuple((slip_ref(show), "; ".join(texts)) for show in nights)
    return [
        ToTell(who.id, texts, *by, desk, matters)
        for desk in DESKS
        for who in sorted(book.all(Person), key=lambda one: one.sort_key)
        if desk in who.duties and (desk != "conductor" or who.id in conductors)
    ]


def _line(book: Book, move: Move) -> str:
    show = book.get(Performance, move.performance_id)
    part = part_words(book, move.role_id, move.spot)
    new = inside_name(book, move.in_id) or "open"
    return f"{short_day(show.day)}: {part} {new} for {inside_name(book, move.out_id)}"

"""The right column: each way out in words, its chain, what the rules say, its figures. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding
from castapp.domain.repertory import Section
from castapp.domain.roster import inside_name
from castapp.services.cover.price import FEWEST
from castapp.services.cover.request import section_words
from castapp.services.cover.solution import Move, Solution
from castapp.services.desk import STOPPING
from castapp.services.reason import CARE, short_day
from castapp.ui.screens.cover.answer import Answer, WayOut
from castapp.ui.screens.cover.card_lines import (
    CardLine,
    call_lines,
    cover_lines,
    put_in_lines,
)
from castapp.ui.screens.cover.nights import nights_words
from castapp.ui.screens.cover.places import gap_words

LETTERS = "ABC"
MOST_CARES, MOST_NAMED = 4, 3
_TITLES = {0: "Nothing opens", 1: "One complete solution", 2: "Two complete solutions"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the ranking, and the lines it is added up from."""

    name: str
    value: str
    beneath: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One way out of it. `total` is the sum of its figures; lower is better within its kind.

    `put_ins` is how many calls it would add; `to_tell` how many people must be told. `breaks`
    tells that a rule is broken, `stays_open` what stays open.
    """

    letter: str
    changes: str
    kind: str
    aside: str
    aside_tone: str
    lines: tuple[CardLine, ...]
    total: str
    figures: tuple[Figure, ...]
    takeable: bool
    put_ins: int = 0
    to_tell: int = 0
    recasts: bool = True
    breaks: bool = False
    stays_open: str = ""

    @property
    def spoken(self) -> str:
        """The whole card for a screen reader."""
        head = f"Solution {self.letter}, {self.changes}, {self.kind}, {self.aside}"
        return ". ".join((head, *(line.spoken for line in self.lines)))


def cards(answer: Answer) -> tuple[Card, ...]:
    """A card for each solution, fewest changes first."""
    return tuple(
        _card(answer, letter, one) for letter, one in zip(LETTERS, answer.ways, strict=False)
    )


def column_heading(answer: Answer) -> tuple[str, str]:
    """What the column holds, in words, and how it is ordered."""
    found = answer.solutions
    if answer.stopped:
        return f"Stopped: {len(found)} found so far" if found else "Stopped: none found yet", ""
    if found and not found[0].moves:
        return "Nobody on stage moves", ""
    if found and not found[0].complete:
        left = len(found[0].open)
        return "No complete solution", f"{left} stay{'s' if left == 1 else ''} open"
    title = _TITLES.get(len(found), "Three complete solutions")
    return title, "fewest changes first" if len(found) > 1 else ""


def move_groups(moves: Sequence[Move]) -> list[list[Move]]:
    """Moves that say the same of different nights, together."""
    groups: dict[tuple[object, ...], list[Move]] = {}
    for move in moves:
        key = (move.in_id, move.out_id, move.role_id, move.spot, move.from_section_id)
        groups.setdefault(key, []).append(move)
    return list(groups.values())


def _card(answer: Answer, letter: str, way: WayOut) -> Card:
    book, solution = answer.book, way.solution
    groups = move_groups(solution.moves)
    chain = [_chain(answer, group) for group in groups]
    cares = _shortened(_cares(book, solution))
    told = [_finding(book, one) for one in solution.findings]
    many = solution.changes
    found = len(told) + len(_cares(book, solution))
    aside = f"{found} warning{'s' if found > 1 else ''}" if found else "no finding"
    if not solution.complete:
        aside = f"{len(solution.open)} open"
    return Card(
        letter,
        f"{many} change{'' if many == 1 else 's'}",
        _kind(solution),
        aside,
        "hard" if not solution.complete else "warning" if found else "t2",
        (
            *_also(solution),
            *chain,
            *_covers(answer, way),
            *call_lines(book, way.after.calls),
            *put_in_lines(book, way.after.put_ins),
            *told,
            *cares,
        ),
        f"{solution.price:g}",
        _figures(book, solution),
        bool(many) or not solution.moves,
        len(way.after.put_ins),
        len(way.told),
        bool(solution.moves),
        any(one.severity in STOPPING for one in solution.findings),
        _open_words(book, solution),
    )


def _covers(answer: Answer, way: WayOut) -> list[CardLine]:
    """Who stands by now; then what is left without a cover, the spots of the same nights in one."""
    after = way.after
    filled = tuple(one for one in after.covers if not one.used and (one.in_id or not one.others))
    nights: dict[tuple[str, int], list[str]] = {}
    for one in after.covers:
        if one.used:
            nights.setdefault((one.role_id, one.spot), []).append(one.performance_id)
    alike: dict[tuple[str, ...], list[str]] = {}
    for (role_id, spot), shows in nights.items():
        alike.setdefault(tuple(shows), []).append(gap_words(answer.book, role_id, spot))
    left = [
        CardLine(
            "circle-alert",
            ", ".join(names),
            f"{'has' if len(names) == 1 else 'have'} no cover"
            f" {nights_words(answer.book, list(shows), answer.request.first)}",
            "warning",
        )
        for shows, names in alike.items()
    ]
    return [*cover_lines(answer, replace(way, after=replace(after, covers=filled))), *left]


def _open_words(book: Book, solution: Solution) -> str:
    """What stays open: Swans 9 stays open; 2 parts stay open."""
    left = solution.open
    if len(left) > 1:
        return f"{len(left)} parts stay open"
    return f"{gap_words(book, left[0].role_id, left[0].spot)} stays open" if left else ""


def _also(solution: Solution) -> list[CardLine]:
    """What else is true of it: also the lightest; the pair it keeps, with their history."""
    said = solution.said
    return [CardLine("circle-check", "", f"{said[:1].upper()}{said[1:]}")] if said else []


def _kind(solution: Solution) -> str:
    if not solution.moves:
        return "calls and covers only"
    if solution.kind == FEWEST and solution.complete:
        gaps = sum(move.gap for move in solution.moves)
        return "nobody else moves" if gaps == solution.changes else solution.kind
    return solution.kind if solution.complete else "the best there is"


def _chain(answer: Answer, group: Sequence[Move]) -> CardLine:
    book, move = answer.book, group[0]
    part = gap_words(book, move.role_id, move.spot)
    section = book.find(Section, move.from_section_id)
    since = f" from {section_words(section)} on" if section else ""
    when = nights_words(book, [one.performance_id for one in group], answer.request.first)
    if move.in_id is None:
        why = " ".join(reason.text for reason in move.reasons)
        return CardLine("octagon-x", f"{part}, {when}, stays open.", why, "hard")
    out = inside_name(book, move.out_id)
    text = f"dances {part}{since}" + (f" for {out}" if out else "") + f", {when}"
    icon = "arrow-right" if move.gap else "repeat-2"
    return CardLine(icon, inside_name(book, move.in_id), text)


def _cares(book: Book, solution: Solution) -> list[CardLine]:
    """What speaks against it, said once for each person."""
    found: dict[str, CardLine] = {}
    for move in solution.moves:
        name = inside_name(book, move.in_id)
        for reason in move.reasons:
            if move.in_id and reason.severity == CARE and reason.kind != "where":
                text = f"{name}: {reason.text[:1].lower()}{reason.text[1:]}"
                found.setdefault(text, CardLine("circle-alert", "", text, "warning"))
    return list(found.values())


def _shortened(lines: list[CardLine]) -> list[CardLine]:
    if len(lines) <= MOST_CARES:
        return lines
    more = len(lines) - MOST_CARES + 1
    rest = CardLine("circle-alert", "", f"and {more} more, under the figures", "warning")
    return [*lines[: MOST_CARES - 1], rest]


def _figures(book: Book, solution: Solution) -> tuple[Figure, ...]:
    beneath: dict[str, list[str]] = {}
    for move in solution.moves:
        show = book.get(Performance, move.performance_id)
        part = gap_words(book, move.role_id, move.spot)
        head = f"{short_day(show.day)}, {part}, {inside_name(book, move.in_id)}"
        for one in move.figures:
            line = f"{head}: {one.text[:1].lower()}{one.text[1:]}, {one.value:g}"
            beneath.setdefault(one.name, []).append(line)
    return tuple(
        Figure(f"{one.name[:1].upper()}{one.name[1:]}", f"{one.value:g}", tuple(beneath[one.name]))
        for one in solution.figures
    )


def _finding(book: Book, one: Finding) -> CardLine:
    """What the rules would say, and of whom."""
    names = ", ".join(inside_name(book, person_id) for person_id in one.people[:MOST_NAMED])
    what = f"{one.what[:1].lower()}{one.what[1:]}" if names else one.what
    text = f"{names}: {what}" if names else what
    return CardLine(_sign(one.severity), "", text, one.severity)


def _sign(severity: str) -> str:
    return {"hard": "octagon-x", "breach": "triangle-alert"}.get(severity, "circle-alert")

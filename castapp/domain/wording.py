"""How a call is worded, the same on a card, on paper and in a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Season, Studio
from castapp.domain.programme import bill, sections
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import inside_name
from castapp.domain.who import call_who, joined

__all__ = [
    "CallTitle",
    "act_words",
    "call_short",
    "call_title",
    "call_who",
    "coach_line",
    "kind_word",
    "place",
    "run_place",
    "section_words",
    "short_place",
    "work_code",
]

TBA = "TBA"
BOOKED = "Booked time"
_NAMED = 2
_SAID_BY_KIND = ("stage call", "stage and orchestra", "dress")


@dataclass(frozen=True, slots=True)
class CallTitle:
    """What a call is for: the ballet (empty for a class or a fitting), and what of it."""

    work: str
    what: str

    @property
    def text(self) -> str:
        """Both in one line: Swan Lake Act II swans."""
        return f"{self.work} {self.what}".strip()


def call_title(book: Book, call: Call) -> CallTitle:
    """The ballet and what of it: the call's own title, else its sections, else its roles' acts.

    A private booking is called so and no more.
    """
    if call.kind == "physio":
        return CallTitle("", BOOKED)
    work = book.find(Production, call.production_id)
    if work is None:
        return CallTitle("", call.title or kind_word(call.kind))
    return CallTitle(work.short or work.title, _what(book, call))


def call_short(book: Book, call: Call) -> str:
    """The title for the narrowest places: SL II swans."""
    work = book.find(Production, call.production_id)
    what = re.sub(r"\b[Aa]cts? ", "", call_title(book, call).what)
    return f"{work_code(work)} {what}".strip() if work else what


def work_code(work: Production) -> str:
    """A production's code, or the shortest name it has."""
    return work.code or work.short or work.title


def coach_line(book: Book, call: Call) -> str:
    """Who takes the call and who plays: Hall / Ito."""
    people = (inside_name(book, one) for one in (call.lead_id, call.pianist_id) if one)
    return " / ".join(name for name in people if name)


def place(book: Book, studio_id: str | None) -> str:
    """A studio's name; empty for an unplaced call."""
    studio = book.find(Studio, studio_id)
    return studio.name if studio else ""


def short_place(book: Book, studio_id: str | None) -> str:
    """A studio's short name; empty for an unplaced call."""
    studio = book.find(Studio, studio_id)
    return (studio.short or studio.name) if studio else ""


def kind_word(kind: str) -> str:
    """A kind of call at the head of a line: Stage call."""
    return kind[:1].upper() + kind[1:]


def run_place(book: Book, show: Performance) -> tuple[int, int]:
    """Which performance of its run this is, and of how many (from 1); 0 if it is cancelled.

    A run is every show of the same bill in the season the day lies in.
    """
    season = next((one for one in book.all(Season) if one.first <= show.day <= one.last), None)
    wanted = _works(book, show)
    run = sorted(
        (one.day, one.curtain, one.id)
        for one in book.all(Performance)
        if one.state != "cancelled"
        and (season is None or season.first <= one.day <= season.last)
        and _works(book, one) == wanted
    )
    key = (show.day, show.curtain, show.id)
    return (run.index(key) + 1 if key in run else 0), len(run)


def section_words(book: Book, production_id: str, section_ids: Sequence[str]) -> str:
    """Sections in words: Act II; Acts I & II; Waltz, Duet, act I; whole ballet. Of a ballet in one
    act the act is not named.
    """
    danced = [one for one in sections(book, production_id) if not one.interval]
    chosen = [one for one in danced if one.id in section_ids]
    if not chosen:
        return ""
    if len(chosen) == len(danced) > 1:
        return "whole ballet"
    acts: dict[str, list[Section]] = {}
    for section in chosen:
        acts.setdefault(section.act, []).append(section)
    whole = [act for act in acts if act and _whole(danced, act, acts[act])]
    if len(whole) == len(acts):
        return act_words(whole)
    if len({section.act for section in danced}) == 1:
        return ", ".join(section.name for section in chosen)
    return "; ".join(_act_part(act, found, whole=act in whole) for act, found in acts.items())


def act_words(acts: Iterable[str]) -> str:
    """Acts in a row: Act I; Acts I & II; Acts I, II & IV; Prologue, Act I."""
    named = list(dict.fromkeys(act for act in acts if act))
    if len(named) < 2 or not all(act.startswith("Act ") for act in named):
        return ", ".join(named)
    return f"Acts {joined([act.removeprefix('Act ') for act in named])}"


def _whole(danced: list[Section], act: str, chosen: list[Section]) -> bool:
    return len(chosen) == sum(section.act == act for section in danced)


def _act_part(act: str, chosen: list[Section], *, whole: bool) -> str:
    if whole or not act:
        return act or ", ".join(section.name for section in chosen)
    return _in_act([section.name for section in chosen], act)


def _in_act(names: Sequence[str], act: str) -> str:
    """Names with the act they are of: Wilis, act II; Moyna, Zulme, act II."""
    return f"{', '.join(names)}, {act[:1].lower()}{act[1:]}"


def _what(book: Book, call: Call) -> str:
    if call.tba:
        return f"{TBA} ({call.title})" if call.title else TBA
    if call.title:
        return call.title
    production_id = call.production_id or ""
    what = section_words(book, production_id, call.sections) or _role_acts(book, call)
    if call.kind in _SAID_BY_KIND:
        return f"{what}, {call.kind}" if what else kind_word(call.kind)
    return what


def _role_acts(book: Book, call: Call) -> str:
    """Of one or two roles their names; else the acts the called roles dance in, unless that would
    be nearly all of them.
    """
    roles = [
        role
        for line in called_lines(book, call)
        if line.whom == "role" and not line.exclude and (role := book.find(Role, line.role_id))
    ]
    wanted = {place.section_id for role in roles for place in role.sections}
    names = list(dict.fromkeys(role.name for role in roles))
    all_acts = {section.act for section in sections(book, call.production_id or "") if section.act}
    acts = [
        section.act for section in sections(book, call.production_id or "") if section.id in wanted
    ]
    if 0 < len(names) <= _NAMED:
        one_of_many = len(set(acts)) == 1 and len(all_acts) > 1
        return _in_act(names, acts[0]) if one_of_many else ", ".join(names)
    return act_words(acts) if len(set(acts)) < len(all_acts) else ""


def _works(book: Book, show: Performance) -> tuple[str, ...]:
    return tuple(item.production_id for item in bill(book, show.id))

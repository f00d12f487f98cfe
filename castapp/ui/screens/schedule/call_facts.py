"""A call as the inspector shows it: who is called in chips, who that is by rank, what ails them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calling import CalledPerson, called_people
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.casting import Cast
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import Person
from castapp.domain.programme import casts, sections
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import by_rank, inside_name, rank
from castapp.domain.slot import clock, span
from castapp.domain.standing import standing
from castapp.domain.who import group_words, role_set
from castapp.domain.wording import act_words, call_title, kind_word
from castapp.ui.finding_rows import few_names

MARKED = ("full", "modified", "rehab only", "off", "away")


@dataclass(frozen=True, slots=True)
class LineText:
    """One line of who is called, as a chip."""

    id: str
    text: str
    icon: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class NameRow:
    """A resolved person, or (without an id) the rank above the next ones."""

    person_id: str
    name: str
    role: str = ""
    aside: str = ""
    status: str = "full"
    severity: str = ""
    troubles: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """How it is read out."""
        status = "" if self.status == "full" else self.status
        parts = (self.name, self.role, status, self.aside, *self.troubles)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a rule says, and of whom: Dufour: no jumps, called to Giselle Wilis.

    `findings` are what it was made of; `accepted` says that somebody decided to live with them.
    """

    severity: str
    text: str
    clause: str
    findings: tuple[Finding, ...] = ()
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class CallFacts:
    """What the inspector says of a call, beside the fields that are edited."""

    kicker: str
    title: str
    colour: str
    sets: tuple[LineText, ...]
    exclusions: tuple[LineText, ...]
    timed: tuple[LineText, ...]
    dancers: str
    names: tuple[NameRow, ...]
    coming: str


def call_facts(book: Book, call: Call, findings: Sequence[Finding] = ()) -> CallFacts:
    """Everything the inspector shows of a call."""
    work = book.find(Production, call.production_id)
    named = call_title(book, call)
    kicker = " · ".join(part for part in (named.work, _acts(book, call)) if part)
    kicker = kicker or kind_word(call.kind)
    title = named.what or named.work
    lines = called_lines(book, call)
    people = called_people(book, call)
    asked = [line for line in lines if not line.exclude]
    return CallFacts(
        kicker if kicker != title else "Call",
        title,
        work.colour if work else "",
        tuple(line_text(book, call, line) for line in asked if not _timed(line)),
        tuple(line_text(book, call, line) for line in lines if line.exclude),
        tuple(line_text(book, call, line) for line in asked if _timed(line)),
        _count(len(people), "dancer") if people else "nobody yet",
        tuple(_names(book, call, people, findings)),
        _coming(book, call, people),
    )


def troubles(book: Book, findings: Sequence[Finding]) -> tuple[Trouble, ...]:
    """Findings as sentences, the worst first; the same said of several people is said once."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for one in sorted(findings, key=lambda finding: finding.order):
        alike.setdefault((one.severity, one.what, one.clause), []).append(one)
    told = []
    for (severity, what, clause), group in alike.items():
        some = few_names(book, (who for one in group for who in one.people))
        text = f"{some}: {what}" if some else what
        told.append(Trouble(severity, text, clause, tuple(group)))
    return tuple(told)


def accepted_troubles(
    book: Book, accepted: Sequence[tuple[Finding, AcceptedBreach]]
) -> tuple[Trouble, ...]:
    """What somebody decided to live with, who that was and why; the same said of several people is
    said once.
    """
    reasons: dict[str, list[Finding]] = {}
    for finding, breach in accepted:
        by = f"Accepted by {breach.by}: " if breach.by else "Accepted: "
        reasons.setdefault(f"{by}{breach.reason}", []).append(finding)
    return tuple(
        Trouble("", one.text, said, one.findings, accepted=True)
        for said, found in reasons.items()
        for one in troubles(book, found)
    )


def line_text(book: Book, call: Call, line: Called) -> LineText:
    """One line as a chip: Myrtha 1st + 2nd; no Alder (off); Moss joins 12.30."""
    text = _whom(book, call, line)
    if line.exclude:
        why = standing(book, line.person_id, call.day).word if line.person_id else "full"
        said = "" if why == "full" else f" ({why})"
        return LineText(line.id, f"no {text}{said}", dashed=True)
    if line.covers:
        text += " + covers"
    if line.as_cover:
        text += " as cover"
    if line.joins is not None and line.leaves is not None:
        text += f" {span(line.joins, line.leaves)}"
    elif line.joins is not None:
        text += f" joins {clock(line.joins)}"
    elif line.leaves is not None:
        text += f" released {clock(line.leaves)}"
    icon = "log-in" if line.joins is not None else "log-out" if line.leaves is not None else ""
    return LineText(line.id, text, icon)


def _acts(book: Book, call: Call) -> str:
    """The acts a call's sections lie in."""
    own = sections(book, call.production_id) if call.production_id else ()
    return act_words(one.act for one in own if one.id in call.sections)


def _whom(book: Book, call: Call, line: Called) -> str:
    if line.whom == "person":
        return inside_name(book, line.person_id) or "somebody who is gone"
    if line.whom == "group":
        return group_words(line.group)
    if line.whom == "production":
        return f"Full call{_cast_names(book, call.production_id, line)}"
    role = book.find(Role, line.role_id)
    if role is None:
        return "a role that is gone"
    named = role_set(book, role, line.spots, call.sections)
    return named + _cast_names(book, role.production_id, line)


def _cast_names(book: Book, production_id: str | None, line: Called) -> str:
    known = casts(book, production_id or "")
    if not line.cast_ids:
        return " · all casts" if len(known) > 1 else ""
    return " " + " + ".join(cast.name for cast in known if cast.id in line.cast_ids)


def _timed(line: Called) -> bool:
    return line.joins is not None or line.leaves is not None


def _names(
    book: Book, call: Call, people: Sequence[CalledPerson], findings: Sequence[Finding]
) -> list[NameRow]:
    """The people by rank with a head for each rank, and what the findings say of each."""
    called = {who.person_id: who for who in people}
    persons = [person for one in called if (person := book.find(Person, one))]
    attendance = {mark.person_id: mark.state for mark in book.where(Attendance, "call_id", call.id)}
    rows: list[NameRow] = []
    held: str | None = None
    for person in by_rank(book, persons, call.day):
        title = rank(book, person.id, call.day)
        if title != held:
            rows.append(NameRow("", plural_rank(title) if title else "Others"))
            held = title
        own = [finding for finding in findings if person.id in finding.people]
        rows.append(_name(book, call, called[person.id], person, own, attendance))
    return rows


def _name(
    book: Book,
    call: Call,
    who: CalledPerson,
    person: Person,
    findings: Sequence[Finding],
    attendance: dict[str, str],
) -> NameRow:
    stand = standing(book, person.id, call.day)
    role = _role_words(book, who)
    limits = ", ".join(limit.words for limit in stand.restrictions)
    status = stand.word if stand.word in MARKED else "away"
    worst = min(findings, key=lambda one: one.order) if findings else None
    return NameRow(
        person.id,
        person.name,
        ", ".join(part for part in (role, limits or _status_word(stand.word)) if part),
        attendance.get(person.id) or _times(call, who),
        status,
        worst.severity if worst else "",
        tuple(finding.what for finding in findings),
    )


def _status_word(word: str) -> str:
    return "" if word in ("full", "modified") else word


def _times(call: Call, who: CalledPerson) -> str:
    late, early = who.start > call.start, who.end < call.end
    if late and early:
        return f"{clock(who.start)}–{clock(who.end)}"
    if late:
        return f"from {clock(who.start)}"
    return f"to {clock(who.end)}" if early else ""


def _role_words(book: Book, who: CalledPerson) -> str:
    role = book.find(Role, who.role_id)
    if role is None:
        return "cover" if who.cover else ""
    spot = role.spot_name(who.spot) if who.spot else ""
    cast = book.find(Cast, who.cast_id) if role.spots == 1 else None
    many = cast is not None and len(casts(book, role.production_id)) > 1
    words = " ".join(part for part in (role.name, spot, cast.name if cast and many else "") if part)
    return f"{words}, cover" if who.cover else words


def _coming(book: Book, call: Call, people: Sequence[CalledPerson]) -> str:
    away = sum(not standing(book, who.person_id, call.day).comes_to(call.kind) for who in people)
    late = sum(who.start > call.start for who in people)
    parts = [f"{len(people) - away} come"] if people else []
    if away:
        parts.append(f"{away} cannot")
    if late:
        parts.append(f"{late} {'joins' if late == 1 else 'join'} late")
    return " · ".join(parts)


def plural_rank(title: str) -> str:
    """The rank above several people: Principals, Corps de ballet."""
    return title if title.endswith("s") or title.casefold().startswith("corps") else f"{title}s"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"

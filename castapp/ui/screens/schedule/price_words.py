"""A price in words for the tip: who, what keeps them and until when; one sentence a line. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.finding import Finding
from castapp.domain.programme import HALF, running_minutes, title
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, length
from castapp.domain.wording import call_title
from castapp.ui.screens.schedule.zones import COST, FREE, LOOK, Price, Tip

NAMED, MOST = 3, 4
_HEADS = {
    "hard": "Clash",
    "breach": "Breaks a rule",
    "warning": "No breach, but look",
    "note": "No cost",
}
_VERBS = {
    "meal": "would have",
    "overnight_rest": "would have",
    "free_days": "would have",
    "travel": "would have",
    "consecutive": "would have",
    "hours_a_day": "would be",
    "hours_a_week": "would be",
    "show_day": "would be",
    "two_show_day": "would be",
}
_DUTIES = {"lead_twice": "takes", "pianist_twice": "plays for"}
_Other = Call | Performance


def tip(judged: Price, book: Book, moved: Collection[str] = ()) -> Tip:
    """The price of putting `moved` calls down: a head, and a sentence for each thing it does."""
    told = [*_told(book, judged.findings, moved), *_kept(book, judged), *_outside(judged)]
    shown = told[:MOST]
    if len(told) > MOST:
        more = len(told) - MOST
        shown.append(("", f"and {more} more {'finding' if more == 1 else 'findings'}"))
    clause = judged.findings[0].clause if judged.findings else ""
    lines, signs = tuple(line for _, line in shown), tuple(sign for sign, _ in shown)
    return Tip(judged.severity, _head(judged), lines, clause, signs)


def names(book: Book, people: Iterable[str]) -> str:
    """People by name: up to three, and how many more."""
    found = [inside_name(book, one) or "Somebody" for one in dict.fromkeys(people)]
    if len(found) > NAMED:
        return f"{', '.join(found[:NAMED])} and {len(found) - NAMED} more"
    return " and ".join(part for part in (", ".join(found[:-1]), found[-1]) if part)


def _outside(judged: Price) -> Iterator[tuple[str, str]]:
    if judged.outside:
        yield "warning", _full(judged.outside[0].upper() + judged.outside[1:])


def _kept(book: Book, judged: Price) -> Iterator[tuple[str, str]]:
    """What stays against the rules as it is: As now: Byrne and Ito, 15 min over 6 h, accepted."""
    groups: dict[tuple[str, str, bool], list[str]] = {}
    for one in judged.kept:
        groups.setdefault((one.rule, one.what, one.key in judged.accepted), []).extend(one.people)
    for (_, what, accepted), people in groups.items():
        parts = (names(book, people), what, "accepted" if accepted else "")
        yield "", _full(f"As now: {', '.join(part for part in parts if part)}")


def _head(judged: Price) -> str:
    head = _HEADS[judged.severity]
    if judged.level == FREE and judged.kept and judged.severity == "note":
        return "No more than now"
    if judged.level in (FREE, LOOK) or judged.word == head.lower():
        return head
    longer = [one.over for one in judged.findings if one.rule == "span"]
    if judged.level == COST and judged.findings[0].rule == "span":
        return f"Costs overtime: {_each(longer)}"
    return f"{head}: {judged.word}"


def _each(minutes: Sequence[float]) -> str:
    """How often and how long: 2 × ½ h; 3 × up to 1 h 15."""
    most = round(max(minutes))
    word = "½ h" if most == 30 else length(most)
    same = min(minutes) == max(minutes)
    return f"{len(minutes)} × {'' if same else 'up to '}{word}"


def _told(
    book: Book, findings: Iterable[Finding], moved: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Each thing once for all the people it is so for, with its severity."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        other = _other(book, one, moved)
        groups.setdefault((one.rule, other.id if other else one.what), []).append(one)
    for some in groups.values():
        first = some[0]
        who = sorted({person for one in some for person in one.people},
                     key=lambda person: inside_name(book, person))  # fmt: skip
        yield first.severity, _sentence(book, first, who, _other(book, first, moved))


def _sentence(book: Book, one: Finding, people: Sequence[str], other: _Other | None) -> str:
    if other is not None:
        return _held(book, one, people, other)
    if not people:
        return _full(one.what)
    who = names(book, people)
    if one.rule == "span" and one.what.startswith("ends "):
        return _full(f"{who} would end {one.what.removeprefix('ends ')}")
    if one.rule == "meal":
        return _full(f"{who} would have {one.what.partition(' in the first ')[0]}")
    verb = _VERBS.get(one.rule)
    return _full(f"{who} {verb} {one.what}" if verb else f"{who}: {one.what}")


def _held(book: Book, one: Finding, people: Sequence[str], other: _Other) -> str:
    """Who or what is still held by something else, where and until when."""
    name, where, start, end = _of(book, other)
    until = f"until {clock(end)}" if start < (one.start or 0) else f"{clock(start)}–{clock(end)}"
    still = "still " if start < (one.start or 0) else ""
    if one.rule == "studio_twice":
        return _full(f"{_named(where)} is taken {until}: {name}")
    who = names(book, people)
    if one.rule in _DUTIES:
        return _full(f"{who} {still}{_DUTIES[one.rule]} {name}{where} {until}")
    verb = "is" if len(set(people)) == 1 else "are"
    return _full(f"{who} {verb} {still}{where.strip() or 'wanted'} {until}: {name}")


def _other(book: Book, one: Finding, moved: Collection[str]) -> _Other | None:
    """The one thing that what is moved stands against; None if it is not one."""
    if one.about or one.rule not in ("person_twice", "studio_twice", *_DUTIES):
        return None
    found = [ref for ref in one.refs if ref.id not in moved]
    record = book.find(found[0].kind, found[0].id) if len(found) == 1 else None
    return record if isinstance(record, Call | Performance) else None


def _of(book: Book, other: _Other) -> tuple[str, str, int, int]:
    """Its name, its place as the end of a phrase, when it begins and ends."""
    if isinstance(other, Call):
        return call_title(book, other).text, _place(book, other.studio_id), other.start, other.end
    end = other.curtain + running_minutes(book, other)
    place = _place(book, other.venue_id)
    return f"the show {title(book, other)}", place, other.curtain - HALF, end


def _place(book: Book, studio_id: str | None) -> str:
    studio = book.find(Studio, studio_id)
    if studio is None:
        return ""
    return f" {'on' if studio.kind == 'stage' else 'in'} {studio.name}"


def _named(where: str) -> str:
    return where.strip().partition(" ")[2] or "The place"


def _full(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."

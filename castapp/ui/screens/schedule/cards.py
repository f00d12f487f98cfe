"""What a card says: a call or a show in words, short and long, and how it is read out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.called_lines import called_lines
from castapp.domain.calls import REHEARSAL_KINDS, Call
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import Company, Season, Studio
from castapp.domain.finding import SEVERITIES, Finding, Ref
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import HALF, bill, parts, running_minutes, title
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, length, span
from castapp.domain.wording import call_title, call_who, kind_word, place, run_place
from castapp.ui.screens.schedule.geometry import Stand

QUIET, CALL, SHOW = "quiet", "call", "show"
LEADS = 2
_TEXT_KINDS = (
    Production, Section, Role, Cast, Casting, Person, Engagement, Studio, Company, Season,
    BillItem, Override,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one call or show, whatever its place."""

    work: str
    what: str
    short: str
    who: tuple[str, ...] = ()
    team: str = ""
    colour: str = ""
    look: str = CALL


@dataclass(frozen=True, slots=True)
class Card:
    """One call or show on the board: where it stands, what it says, how it looks."""

    ref: Ref
    stand: Stand
    text: Text
    state: str = "firm"
    severity: str = ""
    troubles: tuple[str, ...] = ()
    changed: bool = False
    was: str = ""
    place: str = ""
    again: bool = False

    @property
    def id(self) -> str:
        return self.ref.id

    @property
    def tentative(self) -> bool:
        return self.state == "tentative"

    @property
    def cancelled(self) -> bool:
        return self.state == "cancelled"

    @property
    def is_call(self) -> bool:
        return self.ref.kind is Call

    @property
    def title(self) -> str:
        """Both halves of the first line."""
        return f"{self.text.work} {self.text.what}".strip()

    @property
    def time(self) -> str:
        """The card's own time: 10.15–11.30."""
        return span(self.stand.start, self.stand.end)

    @property
    def spoken(self) -> str:
        """How it is read out: text, time, place, state, findings."""
        day = self.stand.day
        sentences = [
            self.title,
            f"{day:%A} {day.day} {day:%B}",
            f"{clock(self.stand.start)} to {clock(self.stand.end)}",
            self.place or "no studio yet",
            *self.text.who,
            self.text.team,
            self.state,
            "comes again" if self.again else "",
            self.was or ("changed since posting" if self.changed else ""),
            *self.troubles,
        ]
        return ". ".join(sentence.rstrip(".") for sentence in sentences if sentence) + "."

    @property
    def whole(self) -> str:
        """Everything the card would say if it were high enough: its tool tip."""
        state = "" if self.state in ("firm", "") else self.state
        again = "comes again" if self.again else ""
        said = (self.time, self.place, state, again, self.was)
        when = " · ".join(part for part in said if part)
        return "\n".join(
            part
            for part in (self.title, *self.text.who, self.text.team, when, *self.troubles)
            if part
        )


def capacity(height: int) -> int:
    """How many lines a card of this height holds: 34 px two, 46 three, 58 four, then 14 px each."""
    if height < 34:
        return 1
    return 2 + (height - 34) // 12 if height < 58 else 4 + (height - 58) // 14


def card_lines(card: Card, height: int) -> tuple[str, ...]:
    """The lines below the title that fit: who, then coach and pianist, then the time."""
    room = capacity(height) - 1
    text = card.text
    team = " · ".join(part for part in (text.team, card.was) if part)
    state = "" if card.state in ("firm", "") else f" · {card.state}"
    last = [line for line in (team, card.time + state) if line]
    who = list(text.who)
    if not who or room <= 1:
        return (*who, *last)[:room]
    least_below = min(len(last), max(0, room - 1))
    shown = who[: room - least_below]
    if len(who) > len(shown):
        shown[-1] = ", ".join(who[len(shown) - 1 :])
    return (*shown, *last[: room - len(shown)])


def call_text(book: Book, call: Call) -> Text:
    """The words of a call; kept until it, its lines or the names in it change."""
    kept = book.cache("schedule_text", *_TEXT_KINDS)
    lines = called_lines(book, call)
    entry = kept.get(call.id)
    if entry is None or entry[0] is not call or entry[1] is not lines:
        entry = kept[call.id] = (call, lines, _call_text(book, call))
    found: Text = entry[2]
    return found


def call_card(
    book: Book, call: Call, findings: Sequence[Finding] = (), change: str | None = None
) -> Card:
    """A call as a card. `change` is None if it is as posted, else how it has changed."""
    return Card(
        Ref(Call, call.id),
        Stand(call.day, call.studio_id, call.start, call.end),
        call_text(book, call),
        state=call.state,
        severity=_worst(findings),
        troubles=_troubles(findings),
        changed=change is not None,
        was=change or "",
        place=place(book, call.studio_id),
        again=bool(call.series),
    )


def show_card(book: Book, show: Performance, findings: Sequence[Finding] = ()) -> Card:
    """A performance as a card, from curtain to end."""
    kept = book.cache("schedule_shows", Performance, *_TEXT_KINDS)
    if show.id not in kept:
        kept[show.id] = _show_text(book, show)
    text: Text = kept[show.id]
    end = show.curtain + max(30, running_minutes(book, show))
    return Card(
        Ref(Performance, show.id),
        Stand(show.day, show.venue_id, show.curtain, end),
        text,
        state="cancelled" if show.state == "cancelled" else "",
        severity=_worst(findings),
        troubles=_troubles(findings),
        place=place(book, show.venue_id),
    )


def half_of(card: Card) -> int:
    """When the half of a show is called, in clock minutes."""
    return card.stand.start - HALF


def by_record(findings: Sequence[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    """Findings by the id of each call or show they point at, worst first."""
    found: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: one.order):
        for ref in finding.refs:
            if ref.kind in (Call, Performance):
                found.setdefault(ref.id, []).append(finding)
    return {record_id: tuple(some) for record_id, some in found.items()}


def _worst(findings: Sequence[Finding]) -> str:
    """The worst severity among what was found, "" if nothing was."""
    return min((one.severity for one in findings), key=SEVERITIES.index, default="")


def _troubles(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What was found, in words. A list first: a tuple of unknown length leaves scraps behind."""
    return tuple([one.what for one in findings])


def _call_text(book: Book, call: Call) -> Text:
    named = call_title(book, call)
    work = book.find(Production, call.production_id)
    who = call_who(book, call)
    work_name, what, short = named.work, named.what, named.what or named.work
    if call.kind == "class" and not call.title and len(who) == 1 and not work:
        what = short = f"Class, {who[0][:1].lower()}{who[0][1:]}"
        who = ()
    quiet = call.kind not in REHEARSAL_KINDS or work is None
    if work and quiet:
        short = call.title or kind_word(call.kind)
        work_name, what = "", f"{short}, {work.short or work.title}"
    return Text(
        work_name,
        what or ("" if work else kind_word(call.kind)),
        short or kind_word(call.kind),
        who,
        _team(book, call),
        work.colour if work and not quiet else "",
        QUIET if quiet else CALL,
    )


def _team(book: Book, call: Call) -> str:
    lead, pianist = inside_name(book, call.lead_id), inside_name(book, call.pianist_id)
    return " · ".join(part for part in (lead, f"pno {pianist}" if pianist else "") if part)


def _show_text(book: Book, show: Performance) -> Text:
    number, count = run_place(book, show)
    items = bill(book, show.id)
    work = book.find(Production, items[0].production_id) if items else None
    leads = _leads(book, show)
    conductor = inside_name(book, show.conductor_id)
    name = title(book, show)
    nth = f"Performance {number} of {count}" if number else "Performance"
    who = tuple(line for line in (nth, leads) if line)
    short = f"{name} {number}" if number else name
    return Text(
        "",
        name,
        f"{short} · {leads}" if leads else short,
        who,
        f"Conductor {conductor}" if conductor else "",
        work.colour if work else "slate",
        SHOW,
    )


def _leads(book: Book, show: Performance) -> str:
    names: list[str] = []
    for part in parts(book, show):
        role = book.find(Role, part.role_id)
        if part.cover == 0 and part.person_id and role and role.kind == "single":
            names.append(inside_name(book, part.person_id))
    return ", ".join(list(dict.fromkeys(names))[:LEADS])


def call_length(card: Card) -> str:
    """How long it lasts, as staff say it."""
    return length(card.stand.end - card.stand.start)

"""The rules as a person reads and sets them: words, numbers, clauses, what the pack says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company, RuleSetting
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import SEVERITIES
from castapp.domain.roster import company
from castapp.rules import ALL
from castapp.rules.limits import OFF, Limits
from castapp.rules.pack import HOUSE, RULES, Pack, chosen, limits, load_packs
from castapp.services.company import change_company, set_limit, set_severity

SEVERITY_WORDS = {
    "hard": "Clash",
    "breach": "Asks for a reason",
    "warning": "Warning",
    "note": "Note",
    OFF: "Off",
}
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("One person, one place", ("person_twice", "studio_twice", "lead_twice", "pianist_twice",
                               "travel")),
    ("Who may be called", ("absent", "not_available", "not_under_contract", "restriction")),
    ("Casting", ("two_roles", "uncast", "uncovered", "spot_twice", "leads_in_a_row")),
    ("Hours", ("hours_a_day", "hours_a_week", "span", "consecutive", "meal")),
    ("Rest and show days", ("overnight_rest", "show_day", "two_show_day", "free_days")),
)  # fmt: skip
_TITLES = {
    "person_twice": ("Two places at once", "Somebody is wanted in two places at one time."),
    "studio_twice": ("Studio used twice", "Two calls share a studio at one time."),
    "lead_twice": ("Coach in two places", "Somebody takes two calls at one time."),
    "pianist_twice": ("Pianist in two places", "Somebody plays for two calls at one time."),
    "travel": ("Way between sites", "Too little time from one site to the other."),
    "absent": ("Absent", "Called or cast while on leave or away."),
    "not_available": ("Not available", "Called or cast while off or in rehab only."),
    "not_under_contract": ("No contract", "Called or cast on a day outside every contract."),
    "restriction": ("Restriction", "A role or call asks for what somebody may not do."),
    "two_roles": ("Two roles at once", "Sections overlap or leave too little time to change."),
    "uncast": ("Role open", "A performance has a spot nobody dances."),
    "uncovered": ("No cover", "A role has fewer covers than asked for."),
    "spot_twice": ("Spot filled twice", "Two dancers stand in one spot of a cast."),
    "leads_in_a_row": ("Leads close together", "Two leads in a day, or on two nights running."),
    "hours_a_day": ("Hours a day", "The most hours of work on one day."),
    "hours_a_week": ("Hours a week", "The most hours of work in one week."),
    "span": ("Length of the day", "From the first call of the day to the end of the last."),
    "consecutive": ("Hours without a break", "The most hours in a row."),
    "meal": ("Meal", "A free stretch for a meal, early enough in the day."),
    "overnight_rest": ("Overnight rest", "Free hours between two days."),
    "show_day": ("Rehearsal on a show day", "The most hours of rehearsal before a show."),
    "two_show_day": ("Rehearsal on a two-show day", "The most hours of rehearsal that day."),
    "free_days": ("Free days", "Whole days without work."),
}
_NUMBERS = {
    ("travel", "minutes"): ("at least", "min"),
    ("uncovered", "single"): ("single role", "covers"),
    ("uncovered", "couple"): ("couple", "covers"),
    ("uncovered", "group"): ("group", "covers"),
    ("uncovered", "corps"): ("corps spot", "covers"),
    ("uncovered", "character"): ("character", "covers"),
    ("uncovered", "children"): ("children", "covers"),
    ("span", "overtime_hours"): ("and overtime", "h"),
    ("span", "show_hours"): ("on a show day (0: not judged)", "h"),
    ("consecutive", "pause_minutes"): ("a break lasts", "min"),
    ("meal", "minutes"): ("at least", "min"),
    ("meal", "within_hours"): ("within the first", "h"),
    ("overnight_rest", "hours"): ("at least", "h"),
    ("overnight_rest", "strip_minutes"): ("after a show, added", "min"),
    ("show_day", "dress_hours"): ("with a dress rehearsal", "h"),
    ("free_days", "days"): ("at least", "days"),
    ("free_days", "per_days"): ("in every", "days"),
}
_SWITCHES = {"class": "Class counts", "shows": "Shows count"}


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a rule. `pack` is what the pack says, None where it says nothing.

    A `switch` is a yes or no kept as 1 or 0; `needed` numbers must be there for the rule to speak.
    """

    key: str
    label: str
    unit: str
    value: float | None
    pack: float | None
    own: bool
    switch: bool = False
    needed: bool = False


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule as it stands: its words, severity, numbers, clause and source."""

    name: str
    title: str
    about: str
    severity: str
    pack_severity: str
    own_severity: bool
    numbers: tuple[Number, ...]
    clause: str
    source: str

    @property
    def own(self) -> bool:
        """Whether the company says anything its pack does not."""
        return self.own_severity or any(number.own for number in self.numbers)

    @property
    def pack_words(self) -> str:
        """What the pack says where the company differs: “The pack says 6 h.” Else empty."""
        if self.own and not self.clause:
            return "The pack does not have this rule."
        said = [_pack_word(number) for number in self.numbers if number.own]
        if self.own_severity:
            said.append(SEVERITY_WORDS[self.pack_severity].lower())
        return f"The pack says {', '.join(said)}." if said else ""

    @property
    def missing(self) -> str:
        """Why the rule stays silent though it is switched on, in a sentence; else empty."""
        lacks = [one for one in self.numbers if one.needed and one.value is None]
        if lacks and self.own_severity and self.severity != OFF:
            return "It stays silent until its numbers are given."
        return ""


def packs() -> list[tuple[str, str]]:
    """The packs that ship, key and words, the house's first."""
    found = sorted(load_packs().values(), key=lambda pack: (pack.key != HOUSE, pack.name))
    return [(pack.key, _pack_words(pack)) for pack in found]


def severities() -> list[tuple[str, str]]:
    """What a rule may be, key and words, the worst first."""
    return [(key, SEVERITY_WORDS[key]) for key in (*SEVERITIES, OFF)]


def rule_title(rule: str) -> str:
    """What people call a rule: Studio used twice."""
    return _TITLES[rule][0] if rule in _TITLES else rule.replace("_", " ").capitalize()


def rule_number(rule: str, key: str) -> str:
    """What people call one number of a rule: within the first."""
    return _SWITCHES.get(key) or _words(rule, key)[0]


def rulebook(book: Book) -> tuple[tuple[str, tuple[RuleText, ...]], ...]:
    """Every rule under its heading, as the company has it. Raises Invalid for an unknown pack."""
    bare = Book.of([company(book)])
    return tuple(
        (heading, tuple(_told(book, bare, name) for name in names)) for heading, names in GROUPS
    )


def own_count(book: Book) -> int:
    """How many rules the company has set otherwise than its pack."""
    return len({setting.rule for setting in book.all(RuleSetting)} & {rule.name for rule in ALL})


def choose_pack(book: Book, key: str) -> Edit:
    """Work by another pack; what the company set itself stays above it."""
    return Edit(
        f"Work by the rules {load_packs()[key].name}", change_company(book, rulepack=key).changes
    )


def put_number(book: Book, rule: str, key: str, value: float | None) -> Edit:
    """Give a rule a number; the pack's own, or None, goes back to the pack. Raises Invalid."""
    if value is not None and not 0 <= value <= 10_000:
        raise Invalid(f"{value:g} will not do; give a number from 0 to 10000.")
    said = limits(Book.of([company(book)]), rule).values.get(key)
    return set_limit(book, rule, key, None if value == said else value)


def put_severity(book: Book, rule: str, word: str) -> Edit:
    """Give a rule a severity; the pack's own goes back to the pack."""
    said = limits(Book.of([company(book)]), rule).severity
    return set_severity(book, rule, "" if word == said else word)


def back_to_pack(book: Book, rule: str = "") -> Edit:
    """Take back all the company set of a rule, or of every rule if none is named."""
    draft = Draft(book)
    for setting in book.all(RuleSetting):
        if rule in ("", setting.rule):
            draft.drop(setting)
    return draft.edit(
        f"Back to the pack: {_TITLES[rule][0]}" if rule else "All rules back to the pack"
    )


def _told(book: Book, bare: Book, name: str) -> RuleText:
    now, pack = limits(book, name), limits(bare, name)
    title, about = _TITLES[name]
    own = {one.limit: one for one in book.where(RuleSetting, "rule", name)}
    severity = own[""].word if "" in own else now.severity
    return RuleText(
        name=name,
        title=title,
        about=about,
        severity=severity,
        pack_severity=pack.severity,
        own_severity="" in own,
        numbers=tuple(_numbers(name, now, pack, set(own))),
        clause=pack.clause,
        source=_source(book, name),
    )


def _numbers(name: str, now: Limits, pack: Limits, own: set[str]) -> Iterator[Number]:
    rule = RULES[name]
    for key in (*rule.needs, *rule.defaults):
        switch = key in _SWITCHES
        label, unit = (_SWITCHES[key], "") if switch else _words(name, key)
        yield Number(
            key, label, unit, now.values.get(key), pack.values.get(key), key in own, switch,
            key in rule.needs,
        )  # fmt: skip


def _words(name: str, key: str) -> tuple[str, str]:
    return _NUMBERS.get((name, key), ("at most", "h"))


def _pack_word(number: Number) -> str:
    if number.switch:
        return f"{number.label.lower()}: {'yes' if number.pack else 'no'}"
    return f"{number.pack or 0:g} {number.unit}"


def _source(book: Book, name: str) -> str:
    """Where a rule's figures come from: the agreement's name and the key of the passage."""
    known = load_packs()
    said = chosen(book).rules.get(name)
    if said is None and RULES[name].always:
        said = known[HOUSE].rules.get(name)
    if said is None or said.source in ("", HOUSE):
        return ""
    stem = said.source.partition("-")[0]
    named = next((one.title for one in known.values() if one.source.partition("-")[0] == stem), "")
    return f"{named} [{said.source}]" if named else f"[{said.source}]"


def _pack_words(pack: Pack) -> str:
    when = "" if pack.year in ("undated", "various") else f", {pack.year}"
    return f"{pack.name} · {pack.title}{when}"


def works_by(book: Book) -> str:
    """The key of the pack the company works by."""
    house = book.find(Company, COMPANY_ID)
    return house.rulepack if house else HOUSE

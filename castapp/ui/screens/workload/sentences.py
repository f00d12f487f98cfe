"""What the workload screen says in sentences: attention, never risk. No Qt here."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.usual import MINUTES
from castapp.services.whatif import WhatIf
from castapp.ui.screens.workload.present import amount_words

STAFF_FOOTER = "These figures describe work done and planned. They predict nothing of anybody."
FOOTER = (
    "Load describes work done or planned. It does not predict injury for an individual. "
    "In one ballet company a bigger-than-usual weekly jump was associated with more overuse "
    "injuries (HR 1.27 per SD, 95 % CI 1.06–1.53); high hours by themselves were not."
)
BANDS = "Bands: 1.5 and 2 robust deviations of the own weekly change."
NO_BANDS = (
    "Colours for unusual weeks are switched off for staff; Settings, Company switches them on."
)
LEGEND = "Number: hours. Colour: 7 days against the 7 before"
LEGEND_PLAIN = "Number: hours"
LEGEND_LOAD = "Number: 100 AU. Colour: 7 days against the 7 before"
LOAD_LOCKED = "Load opens with the medical part. Click to unlock it on Health."
LOAD_THERE = "Unlock the medical part at the foot of the right column; Load is then open here too."

_WORDS = {
    "usual": "a usual change",
    "above": "an unusual rise",
    "below": "an unusual drop",
    "far above": "a very unusual rise",
    "far below": "a very unusual drop",
}


def pronoun(who: Person, form: str = "whose") -> str:
    """her, his or their; with "whom" her, him or them."""
    forms = {"F": ("her", "her"), "M": ("his", "him")}.get(who.gender, ("their", "them"))
    return forms[1] if form == "whom" else forms[0]


def tried_sentence(
    book: Book, person_id: str, tried: WhatIf, *, banded: bool, measure: str = MINUTES
) -> str:
    """What a role would do to the seven days, and whether a rule stands against it."""
    who = book.get(Person, person_id)
    whose = pronoun(who)
    before, after = tried.before.usual.amount, tried.after.usual.amount
    more = after - before
    if more <= 0:
        change = "would stay as they are"
    elif before > 0:
        size = "longer" if measure == MINUTES else "higher"
        share = f"about {100 * more / before:.0f} %"
        change = f"would be {share} higher"
        if not banded:
            change = f"would be {amount_words(more, measure)} {size} ({share})"
    else:
        change = f"would be {amount_words(after, measure)}; there is no recent load to compare"
    said = f"{whose.capitalize()} 7 days to {tried.day:%A} {change}"
    if banded and tried.after.usual.state in _WORDS:
        said += f". From the 7 days before, that is {_WORDS[tried.after.usual.state]}"
        said += f" for {pronoun(who, 'whom')}"
    return f"{said}. {_rules(tried)}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 64th."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _rules(tried: WhatIf) -> str:
    found = [one for one in tried.found if one.severity in ("hard", "breach")]
    if not found:
        return "No rule is broken."
    first = found[0].what.rstrip(".")
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return f"It would break a rule: {first}{more}."

"""The rules: each a named function over a day, listed here. No SQL, no Qt, no file but packs."""

from __future__ import annotations

from castapp.rules import availability, casting, clashes, hours, leads, rest, restrictions, showdays
from castapp.rules.rule import Rule

_COUNTED = {"class": 1.0, "shows": 1.0}
_COVERS = {
    "single": 1.0,
    "couple": 1.0,
    "group": 0.0,
    "corps": 0.0,
    "character": 0.0,
    "children": 0.0,
}

ALL: tuple[Rule, ...] = (
    Rule(clashes.person_twice, always=True, wide=True),
    Rule(clashes.studio_twice, always=True),
    Rule(clashes.lead_twice, always=True, wide=True),
    Rule(clashes.pianist_twice, always=True, wide=True),
    Rule(clashes.travel, defaults={"minutes": 0.0}, always=True),
    Rule(availability.absent, always=True),
    Rule(availability.not_available, always=True),
    Rule(availability.not_under_contract, always=True),
    Rule(restrictions.restriction, always=True, wide=True),
    Rule(casting.two_roles, always=True, of_shows=True),
    Rule(casting.uncast, always=True, of_shows=True),
    Rule(casting.uncovered, defaults=_COVERS, always=True, of_shows=True),
    Rule(casting.spot_twice, always=True, of_shows=True),
    Rule(leads.leads_in_a_row, always=True, of_shows=True),
    Rule(hours.hours_a_day, ("hours",), _COUNTED),
    Rule(hours.hours_a_week, ("hours",), _COUNTED, wide=True),
    Rule(hours.span, ("hours",), {"overtime_hours": 0.0, "show_hours": 0.0}),
    Rule(hours.consecutive, ("hours",), {"pause_minutes": 15.0}),
    Rule(hours.meal, ("minutes", "within_hours")),
    Rule(rest.overnight_rest, ("hours",), {"strip_minutes": 0.0}, wide=True),
    Rule(showdays.show_day, ("hours", "dress_hours")),
    Rule(showdays.two_show_day, ("hours",)),
    Rule(rest.free_days, ("days", "per_days"), rolling=True),
)

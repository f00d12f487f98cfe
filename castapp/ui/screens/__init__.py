"""The screens, in the order of the rail. Each is imported only when it is first shown.

A screen's package holds `screen.py` with its widget; screens do not know each other.
"""

from __future__ import annotations

from castapp.domain.availability import Absence, Injury, Participation
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Cast, Casting, Override, Performance
from castapp.domain.company import Company, RuleSetting, Season, Site, Studio
from castapp.domain.office import Posting
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.ui.screen import Screen, ScreenContext, ScreenEntry


def _today(context: ScreenContext) -> Screen:
    from castapp.ui.screens.today.screen import TodayScreen

    return TodayScreen(context)


def _schedule(context: ScreenContext) -> Screen:
    from castapp.ui.screens.schedule.screen import ScheduleScreen

    return ScheduleScreen(context)


def _casting(context: ScreenContext) -> Screen:
    from castapp.ui.screens.casting.screen import CastingScreen

    return CastingScreen(context)


def _company(context: ScreenContext) -> Screen:
    from castapp.ui.screens.company.screen import CompanyScreen

    return CompanyScreen(context)


def _repertory(context: ScreenContext) -> Screen:
    from castapp.ui.screens.repertory.screen import RepertoryScreen

    return RepertoryScreen(context)


def _health(context: ScreenContext) -> Screen:
    from castapp.ui.screens.health.screen import HealthScreen

    return HealthScreen(context)


def _workload(context: ScreenContext) -> Screen:
    from castapp.ui.screens.workload.screen import WorkloadScreen

    return WorkloadScreen(context)


def _callboard(context: ScreenContext) -> Screen:
    from castapp.ui.screens.callboard.screen import CallboardScreen

    return CallboardScreen(context)


def _history(context: ScreenContext) -> Screen:
    from castapp.ui.screens.history.screen import HistoryScreen

    return HistoryScreen(context)


def _settings(context: ScreenContext) -> Screen:
    from castapp.ui.screens.settings.screen import SettingsScreen

    return SettingsScreen(context)


def _cover(context: ScreenContext) -> Screen:
    from castapp.ui.screens.cover.screen import CoverScreen

    return CoverScreen(context)


HOUSE = (Company, RuleSetting, Season, Site)

ENTRIES: tuple[ScreenEntry, ...] = (
    ScreenEntry("today", "Today", "sun", _today),
    ScreenEntry("schedule", "Schedule", "calendar-days", _schedule, (Call, Called, Studio)),
    ScreenEntry(
        "casting", "Casting", "crown", _casting, (Performance, Casting, Cast, Override, Role)
    ),
    ScreenEntry("company", "Company", "users-round", _company, (Person, Engagement, CareerLine)),
    ScreenEntry("repertory", "Repertory", "music", _repertory, (Production, Section, Role)),
    ScreenEntry(
        "health", "Health", "heart-pulse", _health, (Participation, Absence, Injury, Person)
    ),
    ScreenEntry("workload", "Workload", "activity", _workload, (Person,)),
    ScreenEntry("callboard", "Callboard", "clipboard-list", _callboard, (Posting,)),
    ScreenEntry("history", "History", "history", _history),
    ScreenEntry("settings", "Settings", "settings", _settings, HOUSE, at_foot=True),
    ScreenEntry("cover", "Cover tonight", "repeat-2", _cover, under="health"),
)

"""Everything that can be done by menu or shortcut, as data. The window turns rows into QActions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One command. `keys` is a Qt key sequence, `also` a second one; `screen` limits it to one
    screen.

    A `dialog` command's text ends in "…". `menu` is the menu it stands in.
    """

    id: str
    text: str
    menu: str
    keys: str = ""
    icon: str = ""
    screen: str = ""
    rule_before: bool = False
    also: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("file.new", "New company…", "File", icon="plus"),
    Action("file.open", "Open…", "File", "Ctrl+O", "folder-open"),
    Action("file.sample", "Open the sample company", "File", icon="sparkles"),
    Action("file.import", "Bring a spreadsheet…", "File", icon="file-spreadsheet"),
    Action("file.backup", "Back up…", "File", rule_before=True),
    Action("file.restore", "Restore a backup…", "File"),
    Action("file.print", "Print…", "File", "Ctrl+P", "printer"),
    Action("file.quit", "Quit", "File", "Ctrl+Q", rule_before=True),
    Action("edit.undo", "Undo", "Edit", "Ctrl+Z", "undo-2"),
    Action("edit.redo", "Redo", "Edit", "Ctrl+Shift+Z", "redo-2", also="Ctrl+Y"),
    Action("edit.cut", "Cut", "Edit", "Ctrl+X", rule_before=True),
    Action("edit.copy", "Copy", "Edit", "Ctrl+C", "copy"),
    Action("edit.paste", "Paste", "Edit", "Ctrl+V"),
    Action("edit.duplicate", "Duplicate", "Edit", "Ctrl+D"),
    Action("edit.rename", "Rename", "Edit", "F2", "pencil"),
    Action("edit.delete", "Delete", "Edit", "Del", "trash-2"),
    Action("edit.find", "Find on this screen", "Edit", "Ctrl+F", "search", rule_before=True),
    Action("go.search", "Search or do…", "Go", "Ctrl+K", "search"),
    Action("go.today", "Today", "Go", "Ctrl+T", "sun", rule_before=True),
    Action("go.date", "Go to a date…", "Go", "Ctrl+G", "calendar-search"),
    Action("go.back", "Earlier", "Go", "PgUp", "chevron-left"),
    Action("go.forward", "Later", "Go", "PgDown", "chevron-right"),
    Action("go.next_finding", "Next finding", "Go", "F8", rule_before=True),
    Action("go.previous_finding", "Previous finding", "Go", "Shift+F8"),
    Action("view.inspector", "Inspector", "View", "F4"),
    Action("view.findings", "Findings", "View", "Shift+F4"),
    Action("view.part", "Next part of the window", "View", "F6"),
    Action("view.part_before", "Part of the window before", "View", "Shift+F6"),
    Action("view.menu", "Menu bar", "View", "F10"),
    Action("view.system", "Colours of the system", "View", rule_before=True),
    Action("view.light", "Light", "View"),
    Action("view.dark", "Dark", "View"),
    Action("view.strong", "Stronger lines", "View"),
    Action("help.help", "Help", "Help", "F1"),
    Action("help.shortcuts", "Shortcuts", "Help", "Ctrl+/", "keyboard"),
    Action("schedule.new", "New call", "Schedule", "Ctrl+N", "plus", "schedule"),
    Action("schedule.day", "Day", "Schedule", "Ctrl+1", "", "schedule"),
    Action("schedule.week", "Week", "Schedule", "Ctrl+2", "", "schedule"),
    Action("schedule.people", "People", "Schedule", "Ctrl+3", "", "schedule"),
    Action(
        "schedule.side",
        "Sections, roles and people",
        "Schedule",
        "Ctrl+Shift+A",
        "users-round",
        "schedule",
    ),
    Action("schedule.month", "Month", "Schedule", "Ctrl+4", "", "schedule"),
    Action("schedule.fortnight", "Fortnight", "Schedule", "Ctrl+5", "", "schedule"),
    Action(
        "schedule.find",
        "Find a place",
        "Schedule",
        "Ctrl+Shift+F",
        "calendar-search",
        "schedule",
        rule_before=True,
    ),
    Action("schedule.unplace", "Take out of the studio", "Schedule", "Ctrl+U", "", "schedule"),
    Action("schedule.split", "Split in two", "Schedule", "Ctrl+Shift+S", "", "schedule"),
    Action("schedule.join", "Join the two", "Schedule", "Ctrl+J", "", "schedule"),
    Action("schedule.swap", "Swap the two", "Schedule", "Ctrl+R", "", "schedule"),
    Action(
        "schedule.later",
        "Move everything from here 15 min later",
        "Schedule",
        "Ctrl+L",
        "",
        "schedule",
    ),
    Action(
        "schedule.later_here",
        "Move everything from here in this studio 15 min later",
        "Schedule",
        "Ctrl+Shift+L",
        "",
        "schedule",
    ),
    Action(
        "schedule.earlier",
        "Move everything from here 15 min earlier",
        "Schedule",
        "Ctrl+Shift+E",
        "",
        "schedule",
    ),
    Action("schedule.repeat", "Repeat…", "Schedule", "Ctrl+Shift+R", "", "schedule"),
    Action("schedule.free_day", "Free day", "Schedule", "Ctrl+Shift+D", "sun", "schedule", True),
    Action("schedule.travel", "Travel day", "Schedule", "Ctrl+Shift+T", "", "schedule"),
    Action(
        "schedule.copy",
        "Copy to…",
        "Schedule",
        "Ctrl+Shift+C",
        "copy",
        "schedule",
        rule_before=True,
    ),
    Action("schedule.templates", "Templates…", "Schedule", "Ctrl+Shift+K", "", "schedule"),
    Action("schedule.post", "Post the day", "Schedule", "Ctrl+Shift+P", "send", "schedule"),
    Action("casting.performances", "Performances", "Casting", "Ctrl+1", "", "casting"),
    Action("casting.casts", "Casts", "Casting", "Ctrl+2", "", "casting"),
    Action("casting.dancers", "Dancers", "Casting", "Ctrl+3", "", "casting"),
    Action("casting.roles", "Roles", "Casting", "Ctrl+4", "", "casting"),
    Action("casting.stage", "Spot map", "Casting", "Ctrl+5", "", "casting"),
    Action(
        "casting.cover",
        "Choose a cover",
        "Casting",
        "Ctrl+Shift+Return",
        "shield-check",
        "casting",
        rule_before=True,
    ),
    Action("casting.fill_right", "Fill to the right", "Casting", "Ctrl+R", "", "casting"),
    Action("casting.paint", "Paint cast", "Casting", "Ctrl+B", "paintbrush", "casting"),
    Action("casting.new", "New performance", "Casting", "Ctrl+N", "plus", "casting", True),
    Action("casting.new_cast", "New cast", "Casting", "", "plus", "casting"),
    Action("casting.copy_cast", "Copy cast", "Casting", "", "copy", "casting"),
    Action(
        "casting.places", "Move places on the spot map", "Casting", "Ctrl+M", "map-pin", "casting"
    ),
    Action("casting.cast_sheet", "Cast sheet…", "Casting", "", "printer", "casting", True),
    Action("casting.casting_sheet", "Casting sheet…", "Casting", "", "printer", "casting"),
    Action("company.new", "New person", "Company", "Ctrl+N", "user-plus", "company"),
    Action("company.career", "Career record…", "Company", "", "file-text", "company"),
    Action("repertory.new", "New production", "Repertory", "Ctrl+N", "plus", "repertory"),
    Action("callboard.post", "Post", "Callboard", "", "send", "callboard"),
)
"""The window does file.quit, edit.undo/redo, go.*, view.* and help.shortcuts itself.

The screen shown is asked next (`Screen.act`); what it leaves goes out as `MainWindow.wanted`.
"""

MENUS = ("File", "Edit", "Go", "View", "Help")
"""The menus every screen has, in order; a screen's own menu stands before Help."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys that a widget answers itself: told in the sheet of shortcuts only."""

    where: str
    keys: str
    text: str
    screen: str = ""


KEYS: tuple[Keys, ...] = (
    Keys("Anywhere", "Alt", "Menu bar"),
    Keys("Anywhere", "Alt+1 … Alt+9", "Screens"),
    Keys("Anywhere", "Alt+0", "Cover tonight"),
    Keys("Anywhere", "Ctrl+,", "Settings"),
    Keys("Anywhere", "Esc", "Leave, put back, end a drag"),
    Keys("Findings", "Enter", "Show the finding"),
    Keys("Findings", "Ctrl+Enter", "Accept it with a reason, or take that back"),
    Keys("Schedule", "Arrows", "From card to card", "schedule"),
    Keys("Schedule", "Alt+arrows", "Move a call", "schedule"),
    Keys("Schedule", "Alt+Shift+arrows", "Make a call shorter or longer", "schedule"),
    Keys("Schedule", "Enter", "Open in the inspector", "schedule"),
    Keys("Schedule", "Letters", "Type a call where the empty place is", "schedule"),
    Keys("Schedule", "Space", "Choose an empty place; arrows move it", "schedule"),
    Keys("Schedule", "Shift+arrows", "Make the empty place longer or shorter", "schedule"),
    Keys("Schedule", "Tab", "Take the first that was found, while typing a call", "schedule"),
    Keys("Schedule", "Ctrl+wheel", "Zoom", "schedule"),
    Keys("Schedule", "Ctrl+drag", "Copy a call", "schedule"),
    Keys("Lists", "Letters", "Type to search"),
    Keys("Casting", "Letters", "Find a dancer for the cell", "casting"),
    Keys("Casting", "Enter", "Choose a dancer for the cell", "casting"),
    Keys("Casting", "Tab", "Take the dancer, next cell", "casting"),
    Keys("Casting", "Space", "Open or close a role's spots", "casting"),
    Keys("Casting", "Ctrl+Enter", "Take the dancer as cover, or in all chosen cells", "casting"),
    Keys("Spot map", "Arrows", "From spot to spot", "casting"),
    Keys("Spot map", "Space, arrows, Space", "Swap two dancers", "casting"),
    Keys("Spot map", "Letters, Enter", "Find a dancer for the spot", "casting"),
    Keys("Repertory", "Alt+Up, Alt+Down", "Move a section or role", "repertory"),
    Keys("Chips", "Del", "Take the chip away"),
)


def actions_of(screen: str) -> list[Action]:
    """The actions in force while this screen is shown."""
    return [action for action in ACTIONS if action.screen in ("", screen)]

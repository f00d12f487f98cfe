"""What the window itself does for each action, and how Ctrl+K is filled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from castapp.ui.window import MainWindow

Command = Callable[[], object]


def window_commands(window: MainWindow) -> dict[str, Command]:
    """The window's own actions by id; all others are the screen's or the program's."""
    frame, theme = window.frame, window.theme
    return {
        "file.quit": window.close,
        "edit.undo": window.committer.undo,
        "edit.redo": window.committer.redo,
        "go.search": lambda: search(window),
        "go.today": lambda: window.go_to(window.context.today),
        "go.date": lambda: ask_day(window),
        "go.back": lambda: window.step(-1),
        "go.forward": lambda: window.step(1),
        "go.next_finding": lambda: frame.findings.walk(1),
        "go.previous_finding": lambda: frame.findings.walk(-1),
        "view.inspector": frame.fold.toggle,
        "view.findings": lambda: frame.findings.open(not frame.findings.is_open),
        "view.part": frame.focus_next_part,
        "view.part_before": lambda: frame.focus_next_part(-1),
        "view.menu": window.menus.open,
        "view.system": lambda: theme.choose("system", stronger_lines=theme.stronger_lines),
        "view.light": lambda: theme.choose("light", stronger_lines=theme.stronger_lines),
        "view.dark": lambda: theme.choose("dark", stronger_lines=theme.stronger_lines),
        "view.strong": lambda: theme.choose(theme.scheme, stronger_lines=not theme.stronger_lines),
        "help.shortcuts": lambda: window.sheet.open(window.shown),
    }


def ask_day(window: MainWindow) -> None:
    """Open the finder for a date only."""
    from castapp.ui import sources

    window.finder.open(sources.dates(window.context.today, window.jump))


def search(window: MainWindow) -> None:
    """Open Ctrl+K over everything the book and the menus hold."""
    from castapp.ui import sources

    book, today, jump = window.context.book, window.context.today, window.jump
    window.finder.open(
        sources.screens(window.entries, window.do),
        sources.people(book, jump),
        sources.repertory(book, jump),
        sources.performances(book, today, jump),
        sources.calls(book, today, jump),
        sources.dates(today, jump),
        sources.commands(window.shown, window.entries, window.do),
    )

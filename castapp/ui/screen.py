"""What a screen is, and what it is given.

How to write a screen
---------------------
1. Make ``castapp/ui/screens/<name>/`` with three modules: ``present.py`` (pure: book in, rows and
   sentences out, no Qt), ``model.py`` (a Qt model over those rows, if there is a table or a list)
   and ``screen.py`` (the widget). Screens never import each other.
2. ``class ScheduleScreen(Screen)``: the widget itself is the body. Lay out the body in
   ``__init__``, set ``self.tool_row = ToolRow(...)`` and ``self.inspector = Inspector(...)`` if
   there are any: the window puts them in their places (40 px under the top bar; right column)
   and hides them with the screen. Do not read the book in ``__init__``: ``present`` follows.
3. ``heading()`` says what the top bar shows. Emit ``heading_changed`` when it is another.
4. ``present(book, edit)`` shows the book. ``edit`` is None the first time and whenever much may
   have changed; else ask ``edit.touches(Call, Called)`` and leave early when nothing of yours
   changed. Keep the selection by record id. It is called only while the screen is shown; a
   hidden screen gets one ``present(book, None)`` when it comes back.
5. ``show_day(day)`` shows a day or the period it lies in; it comes before the first
   ``present``. To go elsewhere yourself (a click in a
   calendar), call ``self.context.go_to(day)``; the window then calls ``show_day`` on you.
   ``stepped(day, direction)`` answers where the arrows, PgUp and PgDn lead (a week: 7 days).
   ``span(day)`` says which days, and which production, the findings strip is to be about.
6. To change anything: build an edit with a verb of ``castapp.services`` and call
   ``self.context.commit(edit)``. True means written (``present`` has run by then). False means
   a rule asks for a reason, which is shown in the inspector, or the file refused, which is
   shown in the banner: leave what was typed as it is. ``put_back`` is called when the person
   prefers the old state; ``written`` when it is written after all.
7. To point elsewhere: ``self.context.jump(Ref(Person, id))``, ``self.context.jump(day)``, or with
   ``screen="callboard"``. Say which kinds you answer for in ``screens/__init__.py`` and implement
   ``reveal(ref)``: select it, scroll to it, return True.
8. Menu commands and shortcuts are rows in ``castapp/ui/actions.py``; the window hands yours to
   ``act(action_id)``. Return True if you did it. ``edit.copy``, ``edit.paste``, ``edit.cut``,
   ``edit.delete``, ``edit.duplicate``, ``edit.rename``, ``edit.find`` and ``file.print`` come the
   same way.
9. Long work goes through ``self.context.jobs.start(work)``; files, printing and irreversible
   questions through ``self.context.dialogs``; one sentence to the person through
   ``self.context.say(sentence)``.
10. Colours: read ``theme.current()`` inside ``paintEvent`` or a delegate's ``paint``, never keep
    them. Icons: ``icons.paint_icon``. Fonts: ``fonts.font(fonts.TABLE, 500, figures=True)``.
    Group rows, two-line cells and type-to-search come with ``widgets.table.DataTable``. Tool tips
    of names and notes go through ``widgets.tips.plain_tip``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Protocol

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding, Ref
from castapp.domain.record import Record
from castapp.services.desk import Desk
from castapp.ui.desk_signals import DeskSignals
from castapp.ui.dialogs import Dialogs
from castapp.ui.job import Jobs
from castapp.ui.span import Span, week_around


class Commit(Protocol):
    """Writes an edit; see `castapp.ui.commit.Committer`."""

    def __call__(
        self,
        edit: Edit,
        *,
        judged: bool = True,
        written: Callable[[], None] | None = None,
        put_back: Callable[[], None] | None = None,
    ) -> bool: ...


class Accept(Protocol):
    """Asks in the inspector for the reason to live with these findings, and keeps it."""

    def __call__(self, *findings: Finding) -> None: ...


class Jump(Protocol):
    """Shows a record or a day on the screen that answers for it, or on the one named."""

    def __call__(self, target: Ref | date, screen: str = "") -> None: ...


def _stay_as_it_is() -> None:
    """Where there is no column to open, and nothing said."""


def _nothing_asked() -> bool:
    """Where no question can stand."""
    return False


def _leave_it(*_findings: Finding) -> None:
    """Where nobody can be asked for a reason."""


@dataclass(frozen=True, slots=True)
class ScreenContext:
    """All a screen may use of the program around it."""

    desk: Desk
    signals: DeskSignals
    dialogs: Dialogs
    jobs: Jobs
    today: date
    commit: Commit
    jump: Jump
    go_to: Callable[[date], None]
    say: Callable[[str], None]
    clear: Callable[[], None] = _stay_as_it_is
    """Puts away what was said, when what it was about is no longer shown."""
    open_inspector: Callable[[], None] = _stay_as_it_is
    """Opens the right column if it is folded (Enter or a double click on something)."""
    accept: Accept = _leave_it
    """Lives with findings for a reason, which is asked in the inspector."""
    asking: Callable[[], bool] = _nothing_asked
    """Whether an edit that was committed waits for a reason."""
    remember: QSettings | None = None
    """What the person left as they like it (columns, widths), kept beside the window's place.

    A screen's keys begin with its name. None: nothing is kept.
    """
    services: object = None
    """What only app.py can wire and one screen needs; each screen's module says what it expects."""

    @property
    def book(self) -> Book:
        """The book as it is now."""
        return self.desk.book


@dataclass(frozen=True, slots=True)
class Heading:
    """The top bar's left part: the title, the arrows and Today, a production's dot, a menu.

    `colour` names a production's pair; `menu` makes the title a button (see `Screen.open_menu`).
    """

    text: str
    steps: bool = False
    colour: str = ""
    menu: bool = False


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """One line of the rail: how the screen is called, how it is built, which records it shows."""

    name: str
    label: str
    icon: str
    build: Callable[[ScreenContext], Screen]
    reveals: tuple[type[Record], ...] = ()
    at_foot: bool = False
    under: str = ""
    """The screen it belongs to in the rail, where it has no place of its own."""


class Screen(QWidget):
    """The body of a screen. `tool_row` and `inspector` are placed by the window."""

    heading_changed = Signal()

    inspector_width: ClassVar[int] = 328
    shows_findings: ClassVar[bool] = True
    later: ClassVar[tuple[str, ...]] = ()
    """Modules the screen will want but did not need at first; imported while nobody waits."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.tool_row: QWidget | None = None
        self.inspector: QWidget | None = None
        self.parts: tuple[QWidget, ...] = (self,)
        """What F6 stops at in the body, in reading order; notices lie over the first one's foot."""

    def heading(self) -> Heading:
        """What the top bar shows while this screen is up."""
        raise NotImplementedError

    def present(self, book: Book, edit: Edit | None) -> None:
        """Show the book; `edit` is what changed since the last call, None for everything."""
        raise NotImplementedError

    def show_day(self, day: date) -> None:
        """Show this day, or the period it lies in. A screen without days does nothing."""

    def stepped(self, day: date, direction: int) -> date:
        """The day the arrows lead to from `day`; direction is -1 or 1."""
        return day + timedelta(days=direction)

    def span(self, day: date) -> Span:
        """The days the findings strip is about while this screen is up: the week around `day`."""
        return week_around(self.context.book, day)

    def reveal(self, ref: Ref) -> bool:
        """Select the record and bring it into view. False if it is not to be found here."""
        return False

    def set_active(self, active: bool) -> None:
        """The screen has come up, or is about to leave (stop timers, end an open field)."""

    def act(self, action: str) -> bool:
        """Carry out an action of `castapp.ui.actions`. False if it means nothing here now."""
        return False

    def open_menu(self, below: QWidget) -> None:
        """The title was pressed (only with `Heading.menu`): show the chooser under it."""

"""The schedule's tool row: which view, what to do, how far the day is posted, which people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from castapp.ui import fonts, theme
from castapp.ui.screens.schedule.lettering import advance, face, fitting, write
from castapp.ui.screens.schedule.modes import MODES, MONTH, SPANS
from castapp.ui.screens.schedule.people.filters import PRESENCES, Filter
from castapp.ui.screens.schedule.posted import PostState
from castapp.ui.widgets.bar import ToolRow
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.chip import HEIGHT, ChipFlow, ChipText, chip_width, paint_chip
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.segment import Segment
from castapp.ui.widgets.tips import plain_tip

Choices = Sequence[tuple[str, str]]


class Tools(ToolRow):
    """`view_chosen` carries a view; `filter_chosen` whom to show among the people."""

    view_chosen = Signal(str)
    filter_chosen = Signal(object)
    new_wanted = Signal()
    find_wanted = Signal()
    copy_wanted = Signal()
    side_wanted = Signal()
    changes_wanted = Signal()
    post_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.views = Segment([(mode, mode.capitalize()) for mode in MODES], name="View")
        self.spans = Segment([(mode, mode.capitalize()) for mode in SPANS], name="Overview")
        for segment in (self.views, self.spans):
            segment.chosen.connect(self.view_chosen)
        self.new = Button("New call", "plus", height=TOOL_HEIGHT)
        self.new.clicked.connect(self.new_wanted)
        self.place = Button("Find a place", "calendar-search", height=TOOL_HEIGHT)
        self.place.clicked.connect(self.find_wanted)
        self.copy = Button("Copy to…", "copy", height=TOOL_HEIGHT)
        self.copy.clicked.connect(self.copy_wanted)
        self.side = Button(
            icon="users-round", name="Sections, roles and people", height=TOOL_HEIGHT
        )
        self.side.setCheckable(True)
        self.side.clicked.connect(self.side_wanted)
        self._filters: Filters | None = None
        self.state = StateWords()
        self._changes = ChipFlow("Changes since posting")
        self._changes.activated.connect(lambda _key: self.changes_wanted.emit())
        self.post = Button("Post", "send", Kind.FILLED, height=TOOL_HEIGHT)
        self.post.clicked.connect(self.post_wanted)
        self.legend = Legend()
        self.add_left(self.views, self.rule(), self.spans, self.side, self.new, self.place,
                      self.copy)  # fmt: skip
        self.add_right(self.legend, self.state, self._changes, self.post)
        self.spans.hide()

    @property
    def filters(self) -> Filters:
        """Which people are shown; made when people are."""
        if self._filters is None:
            self._filters = Filters()
            self._filters.changed.connect(self.filter_chosen)
            self.add_left(self._filters)
        return self._filters

    def choose(self, mode: str) -> None:
        """Show which view is up."""
        self.views.choose(MONTH if mode in SPANS else mode)
        if mode in SPANS:
            self.spans.choose(mode)

    def show_legend(self, works: Choices) -> None:
        """Say which colour (second) is which production (first); nothing is posted from here."""
        self._tell("")
        self.legend.show_works(works)
        self.legend.show()
        self.copy.show()

    def show_post(self, state: PostState) -> None:
        """Say how far the day is posted, and offer the next issue if there is one to post."""
        self._tell(state.words, state.short)
        chips = [
            ChipText(
                "changes", state.changes, "file-diff", accent=True, does="selects what has changed"
            )
        ]
        self._changes.show_chips(chips if state.changes else [])
        self._changes.setVisible(bool(state.changes))
        self.post.setVisible(bool(state.button))
        self.post.set_text(state.button)
        self.post.setToolTip(plain_tip(state.words))

    def show_people(self, summary: str) -> None:
        """Say how many are called, and let people be chosen."""
        self.show_words(summary)
        self.filters.show()

    def show_overview(self, words: str, works: Choices) -> None:
        """Say what the days come to and which colour is which production; let a fortnight or a
        month be chosen.
        """
        self.show_words(words)
        self.spans.show()
        self.legend.show_works(works)
        self.legend.show()

    def show_words(self, words: str) -> None:
        """Say something of the days shown; nothing is made from here."""
        self._tell(words)
        for button in (self.side, self.new, self.place, self.copy):
            button.hide()

    def _tell(self, words: str, short: str = "") -> None:
        self.state.show_words(words, short)
        for part in (self._changes, self.post, self.legend, self._filters, self.spans):
            if part is not None:
                part.hide()
        for button in (self.side, self.new, self.place):
            button.show()
        self.copy.hide()


class StateWords(QWidget):
    """One line in the longest of its words there is room for; never cut."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, short: str = "") -> None:
        """Show these words, in a narrow place the short ones."""
        self._words = tuple(one for one in (words, short, short.partition(",")[0]) if one)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> str:
        """The words there is room for."""
        return fitting(self._words, self.width(), face(fonts.TABLE))

    def sizeHint(self) -> QSize:
        longest = max((advance(one, face(fonts.TABLE)) for one in self._words), default=0)
        return QSize(longest + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = (0, 0, self.width(), self.height())
        write(QPainter(self), self.shown, face(fonts.TABLE), room, theme.current().t2, right=True)


class Filters(QWidget):
    """Which people: by rank, by what they do today, by ballet and by cast."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rank = ChoiceField(name="Rank")
        self.presence = ChoiceField(PRESENCES, name="Today")
        self.work = ChoiceField(name="Ballet")
        self.cast = ChoiceField(name="Cast")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in (self.rank, self.presence, self.work, self.cast):
            field.setFixedHeight(TOOL_HEIGHT)
            field.chosen.connect(lambda _key: self.changed.emit(self.wanted()))
            row.addWidget(field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def wanted(self) -> Filter:
        """What is chosen now."""
        return Filter(self.rank.key, self.presence.key, self.work.key, self.cast.key)

    def show_choices(self, ranks: Choices, works: Choices, casts: Choices) -> None:
        """Offer these; the casts only where there are some."""
        for field, choices in ((self.rank, ranks), (self.work, works), (self.cast, casts)):
            field.show_choices(choices)
            if field.currentIndex() < 0:
                field.choose("")
            field.updateGeometry()
        if self.presence.currentIndex() < 0:
            self.presence.choose("")
        self.cast.setVisible(len(casts) > 1)


class Legend(QWidget):
    """Which colour is which production: a row of chips that only tell."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[ChipText] = []
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_works(self, works: Choices) -> None:
        """Show these names with their colours."""
        self._chips = [ChipText(name, name, pair=colour) for name, colour in works]
        names = ", ".join(name for name, _ in works)
        self.setAccessibleName(f"Productions: {names}")
        self.setToolTip(names)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(chip_width(chip) + 8 for chip in self._chips)
        return QSize(max(0, width - 8), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0
        for chip in self.shown():
            width = chip_width(chip)
            paint_chip(painter, QRect(x, 0, width, HEIGHT), chip)
            x += width + 8

    def shown(self) -> list[ChipText]:
        """The chips there is room for, and how many more there are: +2."""
        for count in range(len(self._chips), -1, -1):
            left = len(self._chips) - count
            more = [ChipText("more", f"+{left}")] if left else []
            chips = [*self._chips[:count], *more]
            if sum(chip_width(chip) + 8 for chip in chips) - 8 <= self.width():
                return chips
        return []

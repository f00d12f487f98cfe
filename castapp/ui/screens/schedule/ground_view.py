"""The board's ground: time and place to pixels and back, edges, scrolling, zoom, folded days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollBar, QWidget

from castapp.ui.screens.schedule import zoom_memory
from castapp.ui.screens.schedule.axis import SideEdge, TopEdge
from castapp.ui.screens.schedule.fitting import bar_across, board_plan, fitted, usual_hours
from castapp.ui.screens.schedule.folding import Folding
from castapp.ui.screens.schedule.geometry import (
    AXIS,
    HEADER,
    LABEL,
    RULER,
    Geometry,
    WeekGeometry,
)
from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.screens.schedule.present import BoardView
from castapp.ui.screens.schedule.zoom import Zoom

_ZOOM = 1.15
_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class GroundView(QListView):
    """Holds what is shown (`view`) and where it stands (`plan`, `places`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = BoardView((), (), (), ())
        self.plan: Geometry = WeekGeometry((), (), 0)
        self.places = Layout((), self.plan)
        self.sites: Mapping[str | None, str] = {}
        self.zoomed = Zoom()
        self._remember: QSettings | None = None
        self._folding = Folding(self)
        self._room = QSize()
        self._usual = (0, 0)
        self.top, self.side = TopEdge(self, self), SideEdge(self, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    def lay_out(self, view: BoardView) -> None:
        """Show this day or week on the ground. From a day to a week it begins at the top and with
        its usual hours; those stay, however what is shown changes, until other days are shown.
        """
        turned = len(view.days) != len(self.view.days)
        begins = turned or self._at_its_beginning
        if view.days != self.view.days:
            self._usual = usual_hours(view)
        self.view = view
        self._folding.keep_within(view.days)
        self._measure()
        if turned:
            self.verticalScrollBar().setValue(0)
        if begins:
            self._begin()

    def ground(self, point: QPoint) -> QPoint:
        """A point of the viewport in the board's own pixels."""
        return point + QPoint(self.horizontalOffset(), self.verticalOffset())

    def show_sites(self, sites: Mapping[str | None, str]) -> None:
        """Name these sites beside the studios that are there and not at the main one."""
        if dict(sites) != dict(self.sites):
            self.sites = dict(sites)
            self._scrolled()

    def keep_zoom(self, remember: QSettings | None) -> None:
        """Take up the zoom as it was left, and keep it there from now on."""
        self._remember = remember
        self.zoomed = zoom_memory.recall(remember)
        self._measure()

    def zoom(self, factor: float, at: int) -> None:
        """Make the hours larger or smaller; what is `at` this pixel of the time stays there.

        A factor of 0 gives them their usual size.
        """
        down = self.plan.down
        bar = self.verticalScrollBar() if down else self.horizontalScrollBar()
        along = at + bar.value()
        spot = self.plan.spot(0, along) if down else self.plan.spot(along, 0)
        shown = self.plan.pixels(self.plan.first + 60)
        zoomed = (
            self.zoomed.by(factor, shown, down=down) if factor else self.zoomed.reset(down=down)
        )
        if zoomed != self.zoomed:
            self.zoomed = zoomed
            zoom_memory.keep(self._remember, zoomed)
            self._measure()
            bar.setValue(self.plan.pixels(spot.minute) - at)

    def reach(self, point: QPoint) -> None:
        """Something is held over this point of the viewport: a folded day opens its lanes."""
        self._folding.reach(point)

    def measure_around(self, anchor: date) -> None:
        """Measure anew; the upper edge of a day of the week stays where it is on the screen."""
        number, bar = self.view.days.index(anchor), self.verticalScrollBar()
        before = self._top_of(number) - bar.value()
        self._measure()
        bar.setValue(self._top_of(number) - before)

    @property
    def _along(self) -> QScrollBar:
        """The bar that scrolls through the hours."""
        return self.verticalScrollBar() if self.plan.down else self.horizontalScrollBar()

    @property
    def _at_its_beginning(self) -> bool:
        """Whether nobody has scrolled away from the usual hours."""
        bar = self._along
        return bar.value() == min(bar.maximum(), self.plan.pixels(self._usual[0]))

    def _begin(self) -> None:
        """Scroll to the usual hours."""
        self._along.setValue(self.plan.pixels(self._usual[0]))

    def _top_of(self, number: int) -> int:
        return self.plan.tops[number] if isinstance(self.plan, WeekGeometry) else 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            where = event.position().y() if self.plan.down else event.position().x()
            self.zoom(_ZOOM ** (event.angleDelta().y() / 120), round(where))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_0 and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.zoom(0, 0)
        else:
            super().keyPressEvent(event)

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        """Nothing to lay out: the geometry says where everything is."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        area = self._room
        for bar, size, room in (
            (self.verticalScrollBar(), self.plan.height, area.height()),
            (self.horizontalScrollBar(), self.plan.width, area.width()),
        ):
            bar.setPageStep(room)
            bar.setSingleStep(24)
            bar.setRange(0, max(0, size - room))
        place = self.viewport().geometry()
        self.top.setGeometry(0, 0, self.width(), place.top())
        self.side.setGeometry(0, place.top(), place.left(), place.height())
        self._scrolled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        begins = self._at_its_beginning
        self._measure()
        if begins:
            self._begin()

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def _measure(self) -> None:
        """Work the geometry out anew for what is shown and the room there is."""
        if not self.view.days:
            return
        left, top = (LABEL, AXIS) if len(self.view.days) > 1 else (RULER, HEADER)
        self.setViewportMargins(left, top, 0, 0)
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        plan, left_over = fitted(
            lambda size: board_plan(
                self.view, self.zoomed, self._folding.opened, size, self._usual
            ),
            (room.width(), room.height()),
            bar,
            lambda plan, width: bar_across(plan, self._usual, width),
        )
        self.plan, self._room = plan, QSize(*left_over)
        self.setHorizontalScrollBarPolicy(
            _AS_NEEDED if bar_across(plan, self._usual, left_over[0]) else _NEVER
        )
        self.places = Layout(self.view.cards, plan)
        self.updateGeometries()
        self.viewport().update()

    def _scrolled(self) -> None:
        self.top.update()
        self.side.update()
        self.viewport().update()

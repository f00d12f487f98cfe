"""Four weeks of one dancer: the seven-day sums, the own usual, the days themselves."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from castapp.domain.usual import LOAD
from castapp.ui import fonts, theme
from castapp.ui.reading import short_day
from castapp.ui.screens.workload.facts import Curve, Point
from castapp.ui.screens.workload.heat_paint import band_of
from castapp.ui.screens.workload.present import amount_words
from castapp.ui.widgets.drawing import plate, words

HEIGHT = 258
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 56, 22
BARS = 46
SWATCH = 12
_LINES = 4


class Chart(QWidget):
    """Solid is danced, dotted is planned, the breach colour what a role would make of it."""

    def __init__(self) -> None:
        super().__init__()
        self._curve: Curve | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_curve(self, curve: Curve | None, spoken: str = "") -> None:
        """Draw this; `spoken` is what a screen reader says of it."""
        self._curve = curve
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(440, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._curve is not None and self._curve.points:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Drawing(painter, self._curve, self.width()).draw()


class _Drawing:
    """One painting of one curve: scales, then the layers from back to front."""

    def __init__(self, painter: QPainter, curve: Curve, width: int) -> None:
        self._p = painter
        self._curve = curve
        self._tokens = theme.current()
        self._plot = QRect(LEFT, TOP, width - LEFT - RIGHT, HEIGHT - TOP - BOTTOM - BARS)
        self._unit = 60.0 if curve.measure != LOAD else 1.0
        values = [one.week for one in (*curve.points, *curve.tried)]
        values.extend(one for one in (curve.low, curve.high) if one is not None)
        self._low, self._high, self._step = _scale(
            min(values) / self._unit, max(values) / self._unit
        )
        self._alone = max((one.alone for one in (*curve.points, *curve.tried)), default=0.0) or 1.0
        self._days = [one.day for one in curve.points]

    def draw(self) -> None:
        """Everything."""
        self._paint_usual()
        self._paint_grid()
        self._paint_usual_words()
        self._paint_bars()
        self._paint_today()
        danced = [one for one in self._curve.points if not one.planned]
        planned = [one for one in self._curve.points if one.planned]
        self._paint_line(danced, QPen(self._tokens.t1, 2))
        dotted = QPen(self._tokens.t1, 2)
        dotted.setCapStyle(Qt.PenCapStyle.RoundCap)
        dotted.setDashPattern([0.1, 2.2])
        self._paint_line([*danced[-1:], *planned], dotted)
        self._paint_tried()

    def _x(self, day: date) -> float:
        pitch = self._plot.width() / len(self._days)
        return self._plot.left() + ((day - self._days[0]).days + 0.5) * pitch

    def _y(self, amount: float) -> float:
        share = (amount / self._unit - self._low) / (self._high - self._low)
        return self._plot.bottom() - share * self._plot.height()

    def _paint_usual(self) -> None:
        low, high = self._curve.low, self._curve.high
        if low is None or high is None:
            return
        top, bottom = self._y(high), self._y(low)
        box = QRectF(self._plot.left(), top, self._plot.width(), bottom - top)
        band = band_of(self._tokens, "usual")
        self._p.fillRect(box, band.fill)

    def _paint_usual_words(self) -> None:
        """What the band is, on a line of its own above the plot."""
        low, high = self._curve.low, self._curve.high
        if low is None or high is None:
            return
        face = fonts.font(fonts.LABEL)
        ends = " – ".join(_rounded(one, self._curve.measure) for one in (low, high))
        unit = "load" if self._curve.measure == LOAD else "hours"
        said = f"{self._curve.whose} usual {unit}, {ends}"
        box = QRect(self._plot.left(), 3, SWATCH, SWATCH)
        plate(self._p, box, band_of(self._tokens, "usual").fill, self._tokens.line2, radius=2.0)
        room = QRect(box.right() + 7, 1, self._plot.width() - SWATCH - 6, 16)
        words(self._p, room, said, face, self._tokens.t2)

    def _paint_grid(self) -> None:
        face = fonts.font(fonts.LABEL, figures=True)
        right = Qt.AlignmentFlag.AlignRight
        value = self._low
        while value <= self._high + 0.01:
            y = round(self._y(value * self._unit))
            self._p.fillRect(self._plot.left(), y, self._plot.width(), 1, self._tokens.line)
            words(
                self._p, QRect(0, y - 8, LEFT - 8, 16), f"{value:g}", face, self._tokens.t2, right
            )
            value += self._step
        for day in self._days[::7]:
            x = round(self._x(day))
            room = QRect(x - 12, HEIGHT - BOTTOM + 4, 80, 16)
            words(self._p, room, f"{day.day} {day:%b}", face, self._tokens.t2)

    def _paint_bars(self) -> None:
        tried = {one.day: one for one in self._curve.tried}
        foot = HEIGHT - BOTTOM
        pitch = self._plot.width() / len(self._days)
        for one in self._curve.points:
            box = self._bar(one, foot, pitch)
            if not one.planned:
                self._p.fillRect(box, self._tokens.line2)
            elif one.alone:
                self._p.setPen(QPen(self._tokens.line2, 1))
                self._p.setBrush(Qt.BrushStyle.NoBrush)
                self._p.drawRect(box)
            more = tried.get(one.day)
            if more is not None and more.alone > one.alone:
                grown = self._bar(more, foot, pitch)
                grown.setBottom(box.top())
                self._p.setPen(QPen(self._tokens.tone("breach"), 1))
                self._p.setBrush(band_of(self._tokens, "above").fill)
                self._p.drawRect(grown)

    def _bar(self, one: Point, foot: int, pitch: float) -> QRectF:
        height = one.alone / self._alone * (BARS - 10)
        return QRectF(self._x(one.day) - pitch * 0.3, foot - height, pitch * 0.6, height)

    def _paint_today(self) -> None:
        if self._curve.today in self._days:
            pitch = self._plot.width() / len(self._days)
            x = round(self._x(self._curve.today) - pitch / 2)
            ink = self._tokens.accent_t
            self._p.fillRect(x, 22, 1, HEIGHT - BOTTOM - 22, ink)
            words(self._p, QRect(x + 6, 20, 60, 14), "today", fonts.font(fonts.LABEL, 600), ink)

    def _paint_line(self, points: list[Point], pen: QPen) -> None:
        if len(points) < 2:
            return
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._p.setPen(pen)
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.drawPolyline(
            QPolygonF([QPointF(self._x(one.day), self._y(one.week)) for one in points])
        )

    def _paint_tried(self) -> None:
        tried = [one for one in self._curve.tried if one.day in self._days]
        if not tried:
            return
        ink = self._tokens.tone("breach")
        before = [one for one in self._curve.points if one.day < tried[0].day][-1:]
        self._paint_line([*before, *tried], QPen(ink, 2))
        x, y = self._x(tried[0].day), self._y(tried[0].week)
        self._p.setPen(QPen(ink, 2))
        self._p.setBrush(self._tokens.surface)
        self._p.drawEllipse(QPointF(x, y), 4, 4)
        face = fonts.font(fonts.LABEL, 600)
        left = min(max(LEFT, round(x) - 70), self._plot.right() - 150)
        middle = Qt.AlignmentFlag.AlignHCenter
        width = QFontMetrics(face).horizontalAdvance(self._curve.tried_words) + 8
        ground = QRect(left + (150 - width) // 2, round(y) - 24, width, 16)
        plate(self._p, ground, self._tokens.surface, radius=3.0)
        words(
            self._p, QRect(left, round(y) - 24, 150, 16), self._curve.tried_words, face, ink, middle
        )


def curve_words(curve: Curve) -> str:
    """The chart read out: where the line begins, its highest, where it ends."""
    if not curve.points:
        return ""
    top = max(curve.points, key=lambda one: one.week)
    first, last = curve.points[0], curve.points[-1]
    said = [
        f"7 days to {short_day(one.day)} {amount_words(one.week, curve.measure)}"
        for one in dict.fromkeys((first, top, last))
    ]
    return "; ".join([*said, curve.tried_words] if curve.tried else said)


def _rounded(amount: float, measure: str) -> str:
    """An end of the usual, no finer than it is meant: half hours, hundreds of AU."""
    grain = 100 if measure == LOAD else 30
    return amount_words(round(amount / grain) * grain, measure)


def _scale(low: float, high: float) -> tuple[float, float, float]:
    """Lowest and highest line of the grid and the step between them, all round numbers."""
    room = max(high - low, 1.0)
    step = 1.0
    while room / step > _LINES:
        step *= 2.5 if f"{step:g}"[0] == "2" else 2.0
    bottom = max(0.0, (low // step) * step)
    top = bottom + step
    while top < high:
        top += step
    return bottom, top, step

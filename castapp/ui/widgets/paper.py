"""Pages as they will be printed, on a grey ground, white in both palettes; zoom and scroll."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from castapp.ui import theme

GAP = 16
STEPS = (0.25, 0.33, 0.5, 0.67, 0.82, 1.0, 1.25, 1.5, 2.0, 3.0)
_PIXELS_A_POINT = 96 / 72

PaintPage = Callable[[QPainter, int], None]
"""Paints the page of that number (from 0); the unit is a point, 0,0 the paper's corner."""


class PaperView(QAbstractScrollArea):
    """`zoomed` carries the scale (1.0 is life size). Ctrl+wheel, Ctrl+plus, minus and 0 zoom."""

    zoomed = Signal(float)

    def __init__(self, name: str = "Paper", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paint: PaintPage | None = None
        self._sizes: list[QSizeF] = []
        self._zoom = 0.0
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)

    def show_pages(self, sizes: list[QSizeF], paint: PaintPage) -> None:
        """Show pages of these sizes (points), painted by `paint`; the place on them is kept."""
        self._sizes = sizes
        self._paint = paint
        self.setAccessibleDescription(f"{len(sizes)} pages" if len(sizes) != 1 else "1 page")
        self._fit_bars()
        self.viewport().update()

    @property
    def scale(self) -> float:
        """The scale shown; it follows the width until a person zooms."""
        return self._zoom or self._width_scale()

    def zoom_to(self, scale: float) -> None:
        """Show at this scale; 0 follows the width of the window."""
        middle = self._middle()
        self._zoom = scale and min(max(scale, STEPS[0]), STEPS[-1])
        self._fit_bars()
        bar = self.verticalScrollBar()
        total = bar.maximum() + bar.pageStep()
        bar.setValue(round(middle * total - bar.pageStep() / 2))
        self.viewport().update()
        self.zoomed.emit(self.scale)

    def zoom_by(self, direction: int) -> None:
        """Go to the next larger (1) or smaller (-1) step."""
        now = self.scale
        larger = [step for step in STEPS if step > now + 0.01]
        smaller = [step for step in STEPS if step < now - 0.01]
        if direction > 0 and larger:
            self.zoom_to(larger[0])
        elif direction < 0 and smaller:
            self.zoom_to(smaller[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
                self.zoom_by(1)
                return
            if event.key() == Qt.Key.Key_Minus:
                self.zoom_by(-1)
                return
            if event.key() == Qt.Key.Key_0:
                self.zoom_to(0)
                return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()
        if not self._zoom:
            self.zoomed.emit(self.scale)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), tokens.sunken)
        if self._paint is None:
            return
        shown = QRectF(event.rect())
        for number, rect in enumerate(self.page_rects()):
            if not rect.intersects(shown):
                continue
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), tokens.line2)
            painter.fillRect(rect, QColor(Qt.GlobalColor.white))
            painter.save()
            painter.setClipRect(rect)
            painter.translate(rect.topLeft())
            factor = rect.width() / self._sizes[number].width()
            painter.scale(factor, factor)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setPen(QColor(Qt.GlobalColor.black))
            self._paint(painter, number)
            painter.restore()

    def page_rects(self) -> list[QRectF]:
        """Where each page lies in the viewport now."""
        factor = self.scale * _PIXELS_A_POINT
        top = float(GAP - self.verticalScrollBar().value())
        rects: list[QRectF] = []
        for size in self._sizes:
            width, height = round(size.width() * factor), round(size.height() * factor)
            left = max((self.viewport().width() - width) / 2, GAP)
            if self.horizontalScrollBar().maximum():
                left = GAP - self.horizontalScrollBar().value()
            rects.append(QRectF(round(left), top, width, height))
            top += height + GAP
        return rects

    def _width_scale(self) -> float:
        widest = max((size.width() for size in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * GAP
        return min(max(room / (widest * _PIXELS_A_POINT), STEPS[0]), 1.5)

    def _middle(self) -> float:
        bar = self.verticalScrollBar()
        total = bar.maximum() + bar.pageStep()
        return (bar.value() + bar.pageStep() / 2) / total if total else 0.0

    def _fit_bars(self) -> None:
        factor = self.scale * _PIXELS_A_POINT
        height = sum(round(size.height() * factor) + GAP for size in self._sizes) + GAP
        width = max((round(size.width() * factor) for size in self._sizes), default=0) + 2 * GAP
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(0, height - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, width - view.width()))

"""Pages painted with Qt, one painter for the screen, the printer and the file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from castapp.export.sheet import DASHED, DOTTED, Box, Item, Rule, Sheet, Text, Type
from castapp.export.sizes import PT_PER_MM
from castapp.paths import resource

UNITS = 20
RESOLUTION = 72 * UNITS
Painter = QPainter
PageLayout = QPageLayout
FAMILY, FIGURES_FAMILY = "Inter", "Inter Figures"


def measure(text: str, kind: Type) -> float:
    """The width of a text in points."""
    start()
    return _metrics(kind).horizontalAdvance(text) / UNITS


def paint(painter: QPainter, sheet: Sheet, scale: float) -> None:
    """Paint a page with its upper left corner at the painter's origin.

    `scale` is how many of the painter's units a point takes.
    """
    start()
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale / UNITS, scale / UNITS)
    for item in sheet.items:
        _paint_item(painter, item)
    painter.restore()


def as_bytes(sheets: Sequence[Sheet], title: str) -> bytes:
    """The pages as a PDF file with its fonts embedded. Raises OSError if Qt cannot make it."""
    start()
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Castapp")
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(sheets[0]))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError("the page could not be begun")
    for number, sheet in enumerate(sheets):
        if number:
            writer.setPageLayout(page_layout(sheet))
            writer.newPage()
        paint(painter, sheet, UNITS)
    if not painter.end():
        raise OSError("the page could not be finished")
    buffer.close()
    return bytes(made.data())


def unprintable(sheets: Sequence[Sheet]) -> str:
    """The letters on these pages that no typeface of this computer has, each once."""
    start()
    metrics = _metrics(Type(10))
    letters = sorted({letter for sheet in sheets for letter in sheet.words if letter > "\x7f"})
    return "".join(
        letter
        for letter in letters
        if category(letter) not in ("Cf", "Zs") and not metrics.inFontUcs4(ord(letter))
    )


def page_layout(sheet: Sheet) -> QPageLayout:
    """The page as Qt knows it, without margins of its own: for a file or a printer."""
    size = QPageSize(
        QSizeF(sheet.size.width, sheet.size.height),
        QPageSize.Unit.Millimeter,
        sheet.size.name,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def points(sheet: Sheet) -> tuple[float, float]:
    """A page's width and height in points."""
    return sheet.size.width * PT_PER_MM, sheet.size.height * PT_PER_MM


@lru_cache(maxsize=1)
def start() -> None:
    """Have Qt and the typefaces ready; without a window Qt runs without a screen."""
    if QGuiApplication.instance() is None:
        from PySide6.QtWidgets import QApplication

        _APPLICATION.append(QApplication(["castapp", "-platform", "offscreen"]))
    if FIGURES_FAMILY not in QFontDatabase.families():
        for path in sorted(resource("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))


_APPLICATION: list[QGuiApplication] = []


@lru_cache(maxsize=256)
def _font(kind: Type) -> QFont:
    font = QFont(FIGURES_FAMILY if kind.figures else FAMILY)
    font.setPixelSize(round(kind.size * UNITS))
    font.setWeight(QFont.Weight(kind.weight))
    font.setItalic(kind.italic)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind.tracking:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + 100 * kind.tracking)
    return font


@lru_cache(maxsize=256)
def _metrics(kind: Type) -> QFontMetricsF:
    return QFontMetricsF(_font(kind))


def _paint_item(painter: QPainter, item: Item) -> None:
    if isinstance(item, Text):
        painter.setPen(_grey(item.type.grey))
        painter.setFont(_font(item.type))
        painter.drawText(QPointF(item.x * UNITS, item.y * UNITS), item.text)
    elif isinstance(item, Rule):
        painter.setPen(_pen(item.weight, item.grey, item.style))
        painter.drawLine(
            QPointF(item.x1 * UNITS, item.y1 * UNITS), QPointF(item.x2 * UNITS, item.y2 * UNITS)
        )
    else:
        _paint_box(painter, item)


def _paint_box(painter: QPainter, item: Box) -> None:
    frame = item.frame
    painter.setPen(_pen(frame, item.grey, item.style) if frame else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if item.fill is None else _grey(1.0 - item.fill))
    painter.drawRect(
        QRectF(item.x * UNITS, item.y * UNITS, item.width * UNITS, item.height * UNITS)
    )


def _grey(share: float) -> QColor:
    """A grey from 0 (black) to 1 (white)."""
    return QColor.fromRgbF(share, share, share)


def _pen(weight: float, grey: float, style: str) -> QPen:
    pen = QPen(_grey(grey))
    pen.setWidthF(weight * UNITS)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if style == DASHED:
        pen.setDashPattern([3.2, 2.4])
    elif style == DOTTED:
        pen.setDashPattern([1.2, 2.0])
    return pen

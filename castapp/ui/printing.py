"""Printing a paper: the print dialog, and the pages on the printer chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from castapp.domain.checks import Invalid
from castapp.services import papers

if TYPE_CHECKING:
    from castapp.export.sheet import Sheet

POINTS = 72


def print_pages(
    parent: QWidget, pages: Sequence[Sheet], title: str, say: Callable[[str], None]
) -> QPrintDialog:
    """Ask for a printer, then print; `say` is told in one sentence if that fails."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Castapp")
    printer.setFullPage(True)
    printer.setPageLayout(papers.page_layout(pages[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(f"Print {title}")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(pages))

    def go() -> None:
        try:
            paint_pages(printer, chosen(pages, printer.fromPage(), printer.toPage()))
        except Invalid as wrong:
            say(str(wrong))

    dialog.accepted.connect(go)
    QDialog.open(dialog)
    return dialog


def chosen(pages: Sequence[Sheet], first: int, last: int) -> Sequence[Sheet]:
    """The pages from one number to another, counted from 1; 0 to 0 is all of them."""
    return pages[first - 1 : last] if first and last else pages


def paint_pages(printer: QPrinter, pages: Sequence[Sheet]) -> None:
    """Print pages at life size; one too large for the sheet in the printer is made to fit.

    Raises Invalid if the printer does not take them.
    """
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise Invalid("The printer does not take the paper. Nothing was printed.")
    taken = all(_paint_one(printer, painter, page, number) for number, page in enumerate(pages))
    if not painter.end() or not taken:
        raise Invalid("The printer stopped before the last page.")


def _paint_one(printer: QPrinter, painter: QPainter, page: Sheet, number: int) -> bool:
    if number and not printer.newPage():
        return False
    scale = printer.resolution() / POINTS
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    width, height = (side * scale for side in papers.page_points(page))
    fitting = min(room.width() / width, room.height() / height, 1.0)
    papers.paint_page(painter, page, scale * fitting)
    return True

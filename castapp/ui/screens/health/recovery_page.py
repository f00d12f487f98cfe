"""The recovery key on paper and in a file: what the person keeps, and nothing else keeps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QWidget

from castapp.ui import fonts

FILE_NAME = "recovery key.txt"
_ADVICE = (
    "Keep it sealed, away from this computer. It opens the locked part of Castapp if the "
    "passphrase is lost. Without both, what is locked cannot be read again; everything else "
    "stays as it is."
)


def page_text(company: str, key: str) -> str:
    """What stands on the page."""
    return f"Castapp, {company}\n\nRecovery key\n\n{key}\n\n{_ADVICE}\n"


def save_page(path: Path, company: str, key: str) -> str:
    """Write the page to a file; the sentence why not, "" when it was written."""
    try:
        path.write_text(page_text(company, key), encoding="utf-8")
    except OSError as wrong:
        return f"The key could not be saved there: {wrong.strerror}. Choose another place."
    return ""


def print_page(parent: QWidget, company: str, key: str) -> None:
    """Ask for a printer and print the page on it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: paint_page(printer, company, key))
    dialog.setModal(True)
    dialog.show()


def paint_page(device: QPagedPaintDevice, company: str, key: str) -> None:
    """Draw the page."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / 96
    painter.scale(scale, scale)
    painter.setFont(fonts.font(fonts.TITLE, 400))
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    painter.drawText(QRect(40, 40, 560, 600), flags, page_text(company, key))
    painter.end()

"""The recovery key as it is kept by the person: a file, or a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from castapp.ui.screens.health.recovery_page import FILE_NAME, page_text, paint_page, save_page

KEY = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"


def test_the_file_holds_the_key_and_nothing_medical(tmp_path: Path) -> None:
    assert save_page(tmp_path / FILE_NAME, "Meridian Ballet", KEY) == ""
    text = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert KEY in text
    assert "Meridian Ballet" in text
    for word in ("medical", "injur", "diagnos"):
        assert word not in (text + FILE_NAME).casefold()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    said = save_page(tmp_path / "nowhere" / FILE_NAME, "Meridian Ballet", KEY)
    assert said.startswith("The key could not be saved there")


def test_the_page_is_drawn(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "page.pdf"
    paint_page(QPdfWriter(str(path)), "Meridian Ballet", KEY)
    assert path.read_bytes().startswith(b"%PDF")
    assert path.stat().st_size > 1000
    assert KEY in page_text("Meridian Ballet", KEY)

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.checks import Invalid
from castapp.services import papers
from castapp.services.papers import Request
from castapp.ui.printing import chosen, paint_pages, print_pages
from tests.builders import THURSDAY, call, company_book

pytestmark = pytest.mark.usefixtures("qapp")
BOOK = company_book(call("leads", 14 * 60, 60, people=["vega"], production_id="lake"))


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def told(tool: str, path: Path, *more: str) -> str:
    done = subprocess.run([tool, str(path), *more], capture_output=True, text=True, check=True)
    return done.stdout


def test_the_pages_come_out_at_life_size(tmp_path: Path) -> None:
    pages = papers.pages(BOOK, Request("callsheet", THURSDAY))
    path = tmp_path / "sheet.pdf"
    printer = printer_to(path)
    printer.setFullPage(True)
    printer.setPageLayout(papers.page_layout(pages[0]))
    paint_pages(printer, pages)
    facts = told("pdfinfo", path)
    assert f"Pages:           {len(pages)}" in facts
    assert "842 x 595" in facts.replace("841.89", "842").replace("595.28", "595")
    words = told("pdftotext", path, "-")
    assert "Thursday 15 October 2026" in words
    assert "Find your name" in words


def test_a_page_too_large_for_the_sheet_is_made_to_fit(tmp_path: Path) -> None:
    pages = papers.pages(BOOK, Request("casting", THURSDAY, production_id="lake"))
    small = papers.pages(BOOK, Request("callsheet", THURSDAY))[0]
    path = tmp_path / "casting.pdf"
    printer = printer_to(path)
    printer.setFullPage(True)
    printer.setPageLayout(papers.page_layout(small))
    paint_pages(printer, pages)
    boxes = [line for line in told("pdftotext", path, "-bbox", "-").splitlines() if "<word" in line]
    right = max(float(line.split('xMax="')[1].split('"')[0]) for line in boxes)
    bottom = max(float(line.split('yMax="')[1].split('"')[0]) for line in boxes)
    assert boxes
    assert right <= 842
    assert bottom <= 596


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_one_sentence(tmp_path: Path) -> None:
    pages = papers.pages(BOOK, Request("callsheet", THURSDAY))
    with pytest.raises(Invalid, match=r"Nothing was printed\.$"):
        paint_pages(printer_to(tmp_path / "no such folder" / "x.pdf"), pages)
    with pytest.raises(Invalid):
        paint_pages(printer_to(tmp_path / "none.pdf"), ())


def test_only_the_pages_asked_for() -> None:
    pages = papers.pages(BOOK, Request("callsheet", THURSDAY))
    assert chosen(pages, 0, 0) == pages
    assert chosen(pages, 2, 2) == pages[1:2]


def test_the_dialog_asks_and_prints(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    pages = papers.pages(BOOK, Request("callsheet", THURSDAY))
    said: list[str] = []
    dialog = print_pages(parent, pages, "Call sheet", said.append)
    assert parent.findChildren(QPrintDialog) == [dialog]
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, len(pages))
    path = tmp_path / "out.pdf"
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    assert "Thursday 15 October 2026" in told("pdftotext", path, "-")
    assert said == []

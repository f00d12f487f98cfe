from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.export.request import Request
from castapp.services.papers import catalogue, pages, paint_page, write
from tests.builders import THURSDAY
from tests.export.day import full_day, reissued_day

pytestmark = pytest.mark.usefixtures("qapp")
PAPERS = ("callsheet", "week", "casting", "dancer")


def told(*command: str | Path) -> str:
    done = subprocess.run(
        [str(one) for one in command], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def printed(tmp_path: Path, paper: str, size: str = "A4") -> Path:
    book = reissued_day(off_list_on_papers=True)
    request = Request(paper, THURSDAY, person_id="moss", size=size)
    [path] = write(book, request, ["pdf"], tmp_path)
    return path


@pytest.mark.parametrize("paper", PAPERS)
def test_every_typeface_is_embedded(tmp_path: Path, paper: str) -> None:
    lines = told("pdffonts", printed(tmp_path, paper)).splitlines()[2:]
    assert lines
    for line in lines:
        assert "Inter" in line
        assert re.search(r"\byes +(yes|no) +yes\b", line), line


def test_the_text_can_be_read_back(tmp_path: Path) -> None:
    text = told("pdftotext", "-layout", printed(tmp_path, "callsheet"), "-")
    for said in (
        "Thursday 15 October 2026",
        "Meridian Ballet",
        "14.15–15.15",
        "LAKE Act II pas de deux",
        "Vega, Okoro [moved, was 14.00]",
        "Spirits 1–2, 1st cast w. covers, no",
        "LUNCH",
        "Queen: Moss (for Vega)",
        "Thu 15 Oct · issue 2 · page 1/2",
    ):
        assert said in text, said


def test_a_card_is_read_from_its_time_to_its_people(tmp_path: Path) -> None:
    text = told("pdftotext", printed(tmp_path, "callsheet"), "-")
    times = [text.index(said) for said in ("14.15–15.15", "LAKE Act II pas de deux", "Vega, Okoro")]
    assert times == sorted(times)


@pytest.mark.parametrize(
    ("paper", "size", "points"),
    [
        ("callsheet", "A4", "841.89 x 595.276"),
        ("callsheet", "Letter", "792 x 612"),
        ("casting", "A4", "841.89 x 595.276"),
        ("casting", "Letter", "792 x 612"),
        ("dancer", "A4", "419.528 x 595.276"),
    ],
)
def test_the_page_has_the_size_of_its_paper(
    tmp_path: Path, paper: str, size: str, points: str
) -> None:
    said = told("pdfinfo", printed(tmp_path, paper, size))
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", said)
    assert found
    wide, high = (float(one) for one in points.split(" x "))
    assert float(found.group(1)) == pytest.approx(wide, abs=1.0)
    assert float(found.group(2)) == pytest.approx(high, abs=1.0)


def test_the_same_painter_paints_on_a_screen() -> None:
    from PySide6.QtGui import QColor, QImage, QPainter

    [first, *_] = pages(full_day(), Request("callsheet", THURSDAY))
    image = QImage(842, 596, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_page(painter, first, 1.0)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    dark = sum(
        grey.pixelColor(x, y).value() < 128 for x in range(0, 842, 2) for y in range(0, 596, 2)
    )
    assert 1000 < dark < 40000
    colours = (image.pixelColor(x, y) for x in range(0, 842, 5) for y in range(0, 596, 5))
    assert all(one.saturation() == 0 for one in colours)


def test_a_command_without_a_display_can_print(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; import sys\n"
        "from castapp.export.request import Request\n"
        "from castapp.services.papers import write\n"
        "from tests.builders import THURSDAY\n"
        "from tests.export.day import full_day\n"
        "write(full_day(), Request('callsheet', THURSDAY), ['pdf'], Path(sys.argv[1]))\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        check=True, cwd=root, env={"PATH": "", "PYTHONPATH": str(root)},
    )  # fmt: skip
    [path] = tmp_path.glob("*.pdf")
    assert path.read_bytes().startswith(b"%PDF")


def test_the_catalogue_names_every_paper() -> None:
    names = (*PAPERS, "slip", "cast-sheet", "told", "career")
    assert tuple(paper.name for paper in catalogue()) == names
    assert all("pdf" in paper.formats for paper in catalogue())


def test_a_name_written_from_the_right_turns_nothing_round_it(tmp_path: Path) -> None:
    book = full_day()
    draft = Draft(book)
    draft.set(book.get(Person, "moss"), given="نور", family="الحسن")
    book = book.apply(draft.edit("name"))
    request = Request("dancer", THURSDAY, person_id="moss")
    [sheet] = pages(book, request)
    [foot] = [line for line in sheet.words.split("\n") if "page 1/1" in line]
    assert foot == "\u2068الحسن\u2069 · 12–18 October 2026 · page 1/1"
    [path] = write(book, request, ["pdf"], tmp_path)
    assert path.name == "schedule-نور-الحسن-2026-10-12.pdf"
    assert "12–18 October 2026 · page 1/1" in told("pdftotext", "-layout", path, "-")

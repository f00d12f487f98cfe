"""export and import of the papers of one show and one dancer, on the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from castapp.cli.house import Order
from castapp.cli.run import run
from castapp.domain.book import Book
from castapp.services.papers import Request, write
from tests.cli.houses import HOUSE

CURTAIN = "2026-10-15 19:30"
SHOW_ID = "show-2026-10-15-1170"


class Line:
    """The command line on one file, with a house that really writes papers."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self.file = str(folder / "house.castapp")
        self.out = folder / "papers"
        self.orders: list[Order] = []
        self.house = replace(HOUSE, export=self._export)

    def __call__(self, command: str, *argv: str, status: int = 0) -> str:
        assert run([command, self.file, *argv], self.house) == status
        printed = self._capsys.readouterr()
        assert (printed.out == "") == (status == 2)
        return (printed.err if status else printed.out).removeprefix("castapp: ").strip()

    def export(self, paper: str, *argv: str, status: int = 0) -> str:
        return self("export", "--paper", paper, "--out", str(self.out), *argv, status=status)

    def _export(self, book: Book, order: Order) -> list[Path]:
        self.orders.append(order)
        request = Request(
            order.paper, order.first, order.last, order.dancer_id or "",
            performance_id=order.performance_id,
        )  # fmt: skip
        return write(book, request, (order.form,), order.folder)


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Line:
    made = Line(capsys, tmp_path)
    made("new", "--sample", "--today", "2026-10-12")
    return made


@pytest.mark.usefixtures("qapp")
def test_the_cast_sheet_of_one_performance(line: Line) -> None:
    path = Path(line.export("cast-sheet", "--performance", CURTAIN))
    assert path.name == "cast-sheet-2026-10-15-1930-the-lake.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert line.orders[0].performance_id == SHOW_ID


@pytest.mark.usefixtures("qapp")
def test_somebody_off_brings_slip_told_list_and_a_revised_sheet(line: Line) -> None:
    line("cover", "--dancer", "Vega", "--from", CURTAIN, "--until", "2026-10-15", "--take", "1")
    text = Path(line.export("cast-sheet", "--performance", CURTAIN, "--format", "txt")).read_text(
        encoding="utf-8"
    )
    assert "Queen: Cleo Moss [replaces Ada Vega]" in text
    assert "1 change, marked" in text
    assert Path(line.export("slip", "--performance", CURTAIN)).exists()
    assert Path(line.export("slip", "--from", "2026-10-15", "--format", "txt")).exists()
    assert Path(line.export("told", "--from", "2026-10-15")).exists()


def test_a_career_goes_from_one_file_into_another(line: Line, tmp_path: Path) -> None:
    table = line.export("career", "--dancer", "Hall", "--format", "csv")
    other = str(tmp_path / "other.castapp")
    people = tmp_path / "people.csv"
    people.write_text("Name,Duties\nRosa Hall,répétiteur\n", encoding="utf-8")
    assert run(["import", other, str(people), "--name", "Other"], line.house) == 0
    assert run(["import", other, table, "--kind", "career"], line.house) == 0
    line.file = other
    assert "Myrtha" in line("show", "career")
    assert line("import", table, "--kind", "career").startswith("Everything in it was known")
    again = Path(line.export("career", "--format", "csv"))
    assert "Myrtha" in again.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("paper", "argv", "sentence"),
    [
        ("cast-sheet", (), 'Say which performance: --performance "D HH:MM", or --from D.'),
        ("cast-sheet", ("--performance", "2026-10-15 19:00"),
         "There is no performance on Thu 15 Oct, 19.00; that day at 19.30."),
        ("cast-sheet", ("--performance", "2026-10-16 19:30"),
         "There is no performance on Fri 16 Oct, 19.30."),
        ("cast-sheet", ("--performance", CURTAIN, "--from", "2026-10-15"),
         "Give --performance or --from, not both."),
        ("cast-sheet", ("--performance", CURTAIN, "--format", "xlsx"),
         "The cast sheet comes as pdf or txt, not as xlsx."),
        ("week", ("--performance", CURTAIN),
         "--performance goes with --paper cast-sheet or slip; give --from D."),
        ("slip", (), "Say of which day: --from D."),
        ("slip", ("--performance", CURTAIN),
         "Nobody is replaced in a billed part on Thu 15 Oct; there is no slip to print."),
        ("career", ("--dancer", "Vegas"), "Nobody here is called “Vegas”; nearest: Ada Vega."),
        ("career", ("--dancer", "Ito"),
         "Ken Ito has not danced any role yet; there is no career to print."),
        ("week", ("--to", "2026-10-15"), "Say from which day on: --from D."),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_one_sentence_and_leaves_nothing(
    line: Line, paper: str, argv: tuple[str, ...], sentence: str
) -> None:
    assert line.export(paper, *argv, status=2) == sentence
    assert not line.out.exists()


def test_an_unknown_dancer_in_a_career_is_named_with_the_nearest(line: Line) -> None:
    table = Path(line.file).with_name("career.csv")
    table.write_text("Dancer;Ballet;Role;Times\nAda Vegas;Lake;Queen;3\n", encoding="cp1252")
    said = line("import", str(table), "--kind", "career", status=2)
    assert "line 2, Dancer: nobody here is called “Ada Vegas”; nearest: Ada Vega" in said
    assert said.endswith("Nothing was written.")

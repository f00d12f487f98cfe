from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from castapp.cli.house import Order
from castapp.cli.run import run
from castapp.domain.book import Book
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.edit import Edit
from castapp.services.desk import Desk, Refused
from tests.cli.houses import HOUSE
from tests.importers.tables import NIGHTS, PAIRS, VENUE, madrid, written


class Line:
    """The command line as a person meets it: what it printed, what it complained of."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self.folder = folder
        self.file = str(folder / "house.castapp")

    def fine(self, *argv: str, status: int = 0) -> str:
        """Run a command that ends with this status and complains of nothing."""
        assert run(argv, HOUSE) == status
        printed = self._capsys.readouterr()
        assert printed.err == ""
        return printed.out

    def data(self, *argv: str, status: int = 0) -> Any:
        """The same, read back from --json."""
        return json.loads(self.fine(*argv, "--json", status=status))

    def wrong(self, *argv: str) -> str:
        """Run a command that fails; its one sentence, nothing on stdout."""
        assert run(argv, HOUSE) == 2
        printed = self._capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith("castapp: ")
        assert "Traceback" not in printed.err
        return printed.err.removeprefix("castapp: ").strip()

    def printed(self) -> str:
        """What was printed since the last look."""
        return self._capsys.readouterr().out

    def input(self, content: bytes, name: str = "casting.csv") -> str:
        """A file to bring in."""
        path = self.folder / name
        path.write_bytes(content)
        return str(path)


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Line:
    return Line(capsys, tmp_path)


@pytest.fixture
def small(line: Line) -> Line:
    """A file with the small company of the builders in it."""
    line.fine("new", line.file, "--sample", "--today", "2026-10-12")
    return line


@pytest.fixture
def run_of_eight(line: Line) -> Line:
    """A new company made by importing the Madrid run."""
    line.fine("import", line.file, line.input(written(madrid())))
    return line


def test_one_command_brings_the_run_into_a_new_company(line: Line) -> None:
    found = line.data("import", line.file, line.input(written(madrid())))
    assert found["written"] is True
    assert found["new"]["performances"] == 8
    assert found["new"]["people"] == 8
    rows = line.data("show", line.file, "casting")
    assert [(row["performance"], row["role"], row["dancer"]) for row in rows] == [
        (f"{day}T{time}", role, dancer)
        for day, time, pair in NIGHTS
        for role, dancer in zip(("Odette/Odile", "Prince Siegfried"), PAIRS[pair], strict=True)
    ]
    assert rows[0] == {
        "performance": "2024-10-15T19:30",
        "production": "Swan Lake",
        "role": "Odette/Odile",
        "spot": 1,
        "dancer": "Sasha De Sola",
        "cast": "1st",
        "cover": 0,
        "override": False,
        "debut": False,
    }
    shows = line.data("show", line.file, "performances")
    assert {show["zone"] for show in shows} == {"Europe/Madrid"}
    assert {show["venue"] for show in shows} == {"Teatro Real, Madrid"}


def test_the_days_may_be_limited(run_of_eight: Line) -> None:
    rows = run_of_eight.data(
        "show", run_of_eight.file, "casting", "--from", "19.10.2024", "--to", "19 oct 2024"
    )
    assert [row["performance"][-5:] for row in rows] == ["17:00", "17:00", "21:00", "21:00"]


def test_a_bad_row_leaves_no_file(line: Line) -> None:
    rows = madrid()
    rows[4][1] = "25:00"
    sentence = line.wrong("import", line.file, line.input(written(rows)))
    assert "casting.csv, line 5, Time: “25:00” is not a time of day." in sentence
    assert not Path(line.file).exists()


def test_a_bad_row_leaves_the_file_as_it_was(run_of_eight: Line) -> None:
    before = run_of_eight.data("history", run_of_eight.file)
    rows = madrid()
    rows[4][0] = "30 February 2024"
    run_of_eight.wrong("import", run_of_eight.file, run_of_eight.input(written(rows)))
    assert run_of_eight.data("history", run_of_eight.file) == before


def test_a_dry_run_writes_nothing(line: Line) -> None:
    said = line.fine("import", line.file, line.input(written(madrid())), "--dry-run")
    assert said.startswith("Would bring in 8 people")
    assert not Path(line.file).exists()


def test_the_history_of_a_first_import_begins_with_the_company(run_of_eight: Line) -> None:
    labels = [one["label"] for one in run_of_eight.data("history", run_of_eight.file)]
    assert labels == ["Import casting.csv", "New company House"]


def test_a_first_import_that_is_stopped_leaves_no_file(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("castapp.store.copying.settle", stopped)
    assert line.wrong("import", line.file, line.input(written(madrid()))) == "Stopped."
    assert [one.name for one in line.folder.iterdir()] == ["casting.csv"]


def test_of_two_who_make_one_file_both_bring_theirs_in(line: Line) -> None:
    mine = line.input(b"Name,Rank\nAda Vega,Corps\n", "mine.csv")
    theirs = line.input(b"Name,Rank\nBo Okoro,Corps\n", "theirs.csv")
    faster = iter([theirs])

    def found(address: str, edits: Sequence[Edit]) -> Desk:
        for table in faster:
            assert run(("import", address, table), HOUSE) == 0
        return HOUSE.found(address, edits)

    assert run(("import", line.file, mine), replace(HOUSE, found=found)) == 0
    line.printed()
    assert {one["name"] for one in line.data("show", line.file, "people")} == {
        "Ada Vega", "Bo Okoro",
    }  # fmt: skip
    labels = [one["label"] for one in line.data("history", line.file)]
    assert labels == ["Import mine.csv", "Import theirs.csv", "New company House"]


def test_a_company_is_named_and_given_a_zone(line: Line) -> None:
    argv = ("new", line.file, "--name", "Ballet  de Lyon", "--zone", "Europe/Paris")
    told = {"file": line.file, "name": "Ballet de Lyon", "zone": "Europe/Paris"}
    assert line.data(*argv) == told
    other = str(line.folder / "other.castapp")
    assert "it has no time zone yet" not in line.fine("new", other, "--zone", "Europe/Rome")
    third = str(line.folder / "third.castapp")
    said = line.fine("new", third)
    assert "The company has no time zone yet; its clock is UTC. Set it with --zone" in said


def test_a_clock_nothing_tells_is_said_and_one_that_is_told_stays(line: Line) -> None:
    rows = [[text.replace(VENUE, "Palais Garnier") for text in row] for row in madrid()]
    table = line.input(written(rows))
    doubts = line.data("import", line.file, table, "--dry-run")["doubts"]
    assert any("its clock is UTC. Set it with --zone" in one for one in doubts)
    line.fine("import", line.file, table)
    line.fine("import", line.file, table, "--zone", "Europe/Paris", "--name", "Paris")
    shows = line.data("show", line.file, "performances")
    assert {one["zone"] for one in shows} == {"Europe/Paris"}
    other = str(line.folder / "other.castapp")
    table = line.input(written(madrid()))
    told = line.data("import", other, table, "--dry-run")
    assert told["changed"] == 0
    clocks = [one for one in told["doubts"] if "The company's clock" in one]
    assert clocks == ["The company's clock is set to Europe/Madrid, like its first venue's."]
    argv = ("import", other, table, "--zone", "Europe/Lisbon")
    assert not any("The company's clock" in one for one in line.data(*argv)["doubts"])


def test_help_names_the_headings_of_every_table(line: Line) -> None:
    said = line.fine("import", "--help")
    for start in ("people: Name", "performances: Date", "casting: Date", "calls: Date", "absences"):
        assert f"\n  {start}" in said
    assert "Lead" in said


def test_strangers_come_in_when_that_is_said(small: Line) -> None:
    table = small.input(b"Date,Time,Minutes,Kind,Studio\n15.10.2026,10:00,60,class,Studio 9\n")
    said = small.wrong("import", small.file, table)
    assert said.endswith("New people and rooms come in with --newcomers.")
    assert "is new among the studios" in small.fine("import", small.file, table, "--newcomers")


def test_what_was_brought_up_to_date_is_named(small: Line) -> None:
    table = small.input(b"Name,Rank\nAda Vega,Soloist\n")
    said = small.fine("import", small.file, table)
    assert said == "Brought up to date: Ada Vega.\n"


def test_what_is_known_already_is_said(run_of_eight: Line) -> None:
    said = run_of_eight.fine("import", run_of_eight.file, run_of_eight.input(written(madrid())))
    assert said == "Everything in it was known already.\n"


def test_check_tells_findings_by_its_status(small: Line) -> None:
    text = "Date,Time,End,Kind,Studio,Who\n15.10.2026,10:00,11:00,class,Studio 1,Ada Vega\n"
    text += "15.10.2026,10:30,11:30,coaching,Studio 2,Ada Vega\n"
    small.fine("import", small.file, small.input(text.encode()))
    found = small.data("check", small.file, status=1)["findings"]
    twice = next(one for one in found if one["rule"] == "person_twice")
    assert set(twice) == {"rule", "severity", "people", "when", "what", "clause"}
    assert twice["people"] == ["Ada Vega"]
    assert twice["when"] == "2026-10-15T10:30"
    said = small.fine("check", small.file, "--from", "2026-10-15", status=1)
    assert f"2026-10-15T10:30  Ada Vega: {twice['what']}" in said
    assert small.data("check", small.file, "--from", "2030-01-01", "--to", "2030-01-07") == {
        "findings": []
    }


def test_a_company_without_days_has_no_findings(line: Line) -> None:
    line.fine("new", line.file)
    assert line.fine("check", line.file) == "Nothing stands against the rules.\n"


def test_hours_have_minutes_and_performances(run_of_eight: Line) -> None:
    rows = run_of_eight.data("show", run_of_eight.file, "hours", "--to", "2024-10-15")
    assert {row["dancer"] for row in rows} == set(PAIRS[0])
    assert [row["performances"] for row in rows] == [1, 1]
    assert all(row["day"] == "2024-10-15" and row["minutes"] > 0 for row in rows)


def test_calls_and_people_are_shown(small: Line) -> None:
    text = "Date,Time,Minutes,Kind,Studio,Who\n15.10.2026,10:00,60,class,S1,Ada Vega; Bo Okoro\n"
    small.fine("import", small.file, small.input(text.encode()))
    (call,) = small.data("show", small.file, "calls")
    assert (call["start"], call["end"], call["kind"]) == ("10:00", "11:00", "class")
    assert call["people"] == ["Ada Vega", "Bo Okoro"]
    people = small.data("show", small.file, "people", "--to", "2026-10-15")
    assert people[0]["rank"] == "Principal"
    assert len(people) == 13


@pytest.mark.parametrize("name", ["Wona Park", "park", "PARK", "Wona Pàrk", "W. Park"])
def test_impact_takes_a_name_however_it_is_written(run_of_eight: Line, name: str) -> None:
    rows = run_of_eight.data(
        "impact", run_of_eight.file, "--dancer", name, "--from", "2024-10-16 12:00", status=1
    )
    assert [(row["when"], row["as"]) for row in rows] == [
        ("2024-10-16T19:30", "dances"),
        ("2024-10-19T21:00", "dances"),
    ]


def test_an_unknown_dancer_is_offered_the_nearest(run_of_eight: Line) -> None:
    argv = ("impact", run_of_eight.file, "--dancer", "Vona Park", "--from", "2024-10-16")
    said = run_of_eight.wrong(*argv)
    assert said.startswith("Nobody here is called “Vona Park”; nearest: Wona Park")


def test_history_and_undo(run_of_eight: Line) -> None:
    entries = run_of_eight.data("history", run_of_eight.file)
    assert entries[0]["label"] == "Import casting.csv"
    assert entries[0]["author"] == "Ada"
    assert run_of_eight.data("undo", run_of_eight.file) == {"undone": "Import casting.csv"}
    assert run_of_eight.data("show", run_of_eight.file, "casting") == []
    assert len(run_of_eight.data("history", run_of_eight.file)) == len(entries) + 1


def test_what_is_undone_is_redone(run_of_eight: Line) -> None:
    file = run_of_eight.file
    assert run_of_eight.wrong("redo", file) == "There is nothing to redo."
    run_of_eight.fine("undo", file)
    assert run_of_eight.fine("redo", file) == "Redone: Import casting.csv.\n"
    assert len(run_of_eight.data("show", file, "casting")) == 16


def test_the_history_has_the_time_of_the_house(line: Line) -> None:
    line.fine("new", line.file, "--zone", "Asia/Tokyo")
    (entry,) = line.data("history", line.file)
    assert entry["at"].endswith("+09:00")


def test_the_paper_may_have_another_size(run_of_eight: Line) -> None:
    papers: list[str] = []

    def export(book: Book, order: Order) -> list[Path]:
        papers.append(book.get(Company, COMPANY_ID).paper)
        return []

    house = replace(HOUSE, export=export)
    argv = ["export", run_of_eight.file, "--paper", "week", "--format", "pdf"]
    argv += ["--from", "2024-10-15", "--out", str(run_of_eight.folder)]
    assert run(argv, house) == 0
    assert run([*argv, "--size", "Letter"], house) == 0
    assert papers == ["A4", "Letter"]
    run_of_eight.printed()
    assert len(run_of_eight.data("history", run_of_eight.file)) == 2


def test_impact_reads_shows_first_and_classes_in_one_line(small: Line) -> None:
    rows = ["Date,Time,Minutes,Kind,Studio,Who"]
    rows += [f"{day}.10.2026,10:00,75,class,S1,women" for day in (13, 14, 15)]
    rows += ["14.10.2026,12:00,60,fitting,S2,Ada Vega"]
    small.fine("import", small.file, small.input("\n".join(rows).encode()))
    argv = ("impact", small.file, "--dancer", "Vega", "--from", "2026-10-12")
    said = small.fine(*argv, status=1)
    first, second, third = said.split("\n\n")
    assert first.startswith("Performances and roles\n")
    assert "Cleo Moss" in first
    assert second.splitlines()[0] == "Calls"
    assert len(second.splitlines()) == 3
    assert third == "Class, 3 times from 2026-10-13 to 2026-10-15\n"
    assert small.fine(*argv[:-1], "2030-01-01", status=1).startswith("Performances and roles")
    argv = ("impact", small.file, "--dancer", "Reyes", "--from", "2030-01-01")
    assert small.fine(*argv) == "Nothing of Leo Reyes's is touched.\n"


def test_the_open_roles_of_a_show_stand_in_one_line(line: Line) -> None:
    line.fine("import", line.file, line.input(written(madrid())))
    found = line.data("check", line.file, "--to", "2024-10-15", status=1)["findings"]
    open_roles = [one for one in found if one["what"].endswith(" open")]
    assert len(open_roles) > 5
    assert {one["when"] for one in open_roles} == {"2024-10-15T19:30"}
    *said, total = line.fine("check", line.file, "--to", "2024-10-15", status=1).splitlines()
    (gathered,) = (one for one in said if "open" in one)
    assert f"Swan Lake: {len(open_roles)} roles open: " in gathered
    breaches = sum(one["severity"] == "breach" for one in found)
    assert "rule" not in total
    assert breaches == 0 or f"{breaches} breach" in total


def test_export_writes_what_the_house_makes(run_of_eight: Line) -> None:
    out = run_of_eight.folder / "papers" / "today"
    argv = ("--paper", "dancer", "--format", "ics", "--from", "2024-10-15", "--out", str(out))
    found = run_of_eight.data("export", run_of_eight.file, *argv, "--dancer", "Park")
    (path,) = found["files"]
    assert Path(path).read_text(encoding="utf-8").startswith("2024-10-15 2024-10-15 ")
    assert "--dancer NAME" in run_of_eight.wrong("export", run_of_eight.file, *argv)


def test_backup_verify_restore(run_of_eight: Line) -> None:
    file = run_of_eight.file
    (copy,) = run_of_eight.data("backup", file, str(run_of_eight.folder / "safe"))["files"]
    run_of_eight.fine("undo", file)
    kept = run_of_eight.data("restore", copy, file)["kept"]
    assert Path(kept).exists()
    assert len(run_of_eight.data("show", file, "casting")) == 16
    assert run_of_eight.data("verify", file) == {"whole": True}


def test_demo_and_bench(line: Line) -> None:
    out = line.folder / "demo"
    assert line.data("demo", "--out", str(out)) == {"files": [str(out / "board.png")]}
    assert line.data("bench") == {"load": {"value": 3.1, "unit": "×", "within": True}}


def test_the_window_is_opened_with_and_without_a_file(line: Line) -> None:
    assert line.fine() == "window on None\n"
    assert line.fine("open") == "window on None\n"
    assert line.fine("open", "a.castapp") == "window on a.castapp\n"
    line.fine("new", line.file)
    assert line.fine(line.file) == f"window on {line.file}\n"


def test_help_and_version_are_fine(line: Line) -> None:
    assert "COMMAND" in line.fine("--help")
    assert line.fine("--version").startswith("castapp ")


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("dance",), "invalid choice: 'dance'"),
        (("show", "FILE"), "required: what"),
        (("show", "FILE", "shoes"), "invalid choice: 'shoes'"),
        (("check", "FILE", "--from", "2024-02-30"), "“2024-02-30” is not a day of the calendar"),
        (("check", "FILE", "--from", "2024-02-03", "--to", "2024-02-01"), "end on 2024-02-01"),
        (("impact", "FILE", "--dancer", "X", "--from", "1.1.2026 25:00"), "“25:00” is not a time"),
        (("impact", "FILE", "--from", "2026-01-01"), "required: --dancer"),
        (("import", "FILE", "none.csv"), "There is no file none.csv"),
        (("new", "FILE", "--today", "2026-01-01"), "--today belongs to --sample"),
        (("show", "missing.castapp", "people"), "missing.castapp"),
        (("verify", "missing.castapp"), "missing.castapp"),
        (("restore", "missing.castapp", "FILE"), "There is no file missing.castapp in /"),
        (("backup", "missing.castapp", "."), "There is no file missing.castapp in /"),
        (("new", "FILE", "--zone", "Paris"), "“Paris” is not a time zone"),
        (("new", "FILE", "--sample", "--name", "X"), "leave --name and --zone out"),
        (("redo", "missing.castapp"), "missing.castapp"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_told_in_a_sentence(
    line: Line, argv: tuple[str, ...], sentence: str
) -> None:
    said = line.wrong(*(line.file if word == "FILE" else word for word in argv))
    assert sentence in said
    assert "\n" not in said


@pytest.mark.parametrize("content", [b"", b"hello\n", b"SQLite format 3\0" + b"\0" * 40])
@pytest.mark.parametrize("command", [("show", "people"), ("check",), ("verify",), ("undo",)])
def test_what_is_no_company_file_is_refused_and_kept(
    line: Line, content: bytes, command: tuple[str, ...]
) -> None:
    path = Path(line.input(content, "odd.castapp"))
    name, *rest = command
    assert "odd.castapp" in line.wrong(name, str(path), *rest)
    assert path.read_bytes() == content


def test_a_new_company_is_never_written_over(run_of_eight: Line) -> None:
    assert "is there already" in run_of_eight.wrong("new", run_of_eight.file)
    assert len(run_of_eight.data("show", run_of_eight.file, "casting")) == 16


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (Refused("The disk is full."), "The disk is full."),
        (PermissionError(13, "Permission denied", "a.castapp"), "a.castapp: Permission denied."),
        (KeyboardInterrupt(), "Stopped."),
        (KeyError("x"), "Something went wrong inside Castapp (KeyError)"),
    ],
)
def test_trouble_ends_in_a_sentence_never_in_a_traceback(
    capsys: pytest.CaptureFixture[str], trouble: BaseException, sentence: str
) -> None:
    def fails(address: str) -> Desk:
        raise trouble

    assert run(("history", "a.castapp"), replace(HOUSE, open_desk=fails)) == 2
    assert sentence in capsys.readouterr().err

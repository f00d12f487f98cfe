"""cover and cast on the command line, on a real company file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from castapp.cli.run import run
from castapp.services.casting import record_danced
from tests.cli.houses import HOUSE, open_desk
from tests.importers.tables import madrid, written

CURTAIN = "2026-10-15 19:30"


class Line:
    """The command line on one file."""

    def __init__(self, capsys: pytest.CaptureFixture[str], file: Path) -> None:
        self._capsys = capsys
        self.file = str(file)

    def __call__(self, command: str, *argv: str, status: int = 0) -> tuple[str, str]:
        assert run([command, self.file, *argv], HOUSE) == status
        printed = self._capsys.readouterr()
        return printed.out, printed.err.removeprefix("castapp: ").strip()

    def data(self, command: str, *argv: str, status: int = 0) -> Any:
        return json.loads(self(command, *argv, "--json", status=status)[0])

    def wrong(self, command: str, *argv: str) -> str:
        out, err = self(command, *argv, status=2)
        assert out == ""
        assert "\n" not in err
        return err


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Line:
    made = Line(capsys, tmp_path / "house.castapp")
    made("new", "--sample", "--today", "2026-10-12")
    return made


def test_gaps_candidates_and_solutions(line: Line) -> None:
    found = line.data("cover", "--dancer", "Vega", "--from", CURTAIN, "--until", "2026-10-15")
    assert list(found) == ["gaps", "solutions"]
    (gap,) = found["gaps"]
    assert list(gap)[:5] == ["performance", "role", "spot", "from_section", "candidates"]
    assert (gap["performance"], gap["role"], gap["spot"]) == ("2026-10-15T19:30", "Queen", 1)
    assert gap["from_section"] is None
    (moss,) = gap["candidates"]
    assert list(moss) == ["dancer", "reasons", "leaves"]
    assert (moss["dancer"], moss["leaves"]) == ("Cleo Moss", [])
    best = found["solutions"][0]
    assert list(best)[:3] == ["kind", "complete", "changes"]
    assert (best["kind"], best["complete"]) == ("fewest changes", True)
    (change,) = best["changes"]
    assert list(change) == [
        "performance", "production", "role", "spot", "out", "in", "from_section", "reasons",
    ]  # fmt: skip
    assert (change["production"], change["out"], change["in"]) == (
        "The Lake", "Ada Vega", "Cleo Moss",
    )  # fmt: skip
    assert change["reasons"][0] == "Cover that night"


def test_it_is_told_to_people_too(line: Line) -> None:
    out, _ = line("cover", "--dancer", "Vega", "--from", CURTAIN)
    assert "2026-10-15T19:30  Queen 1: Cleo Moss" in out
    assert "1. fewest changes" in out
    assert "Cleo Moss for Ada Vega" in out


def test_hurt_after_a_section(line: Line) -> None:
    found = line.data(
        "cover", "--dancer", "Vega", "--performance", CURTAIN, "--after-section", "Act I"
    )
    assert found["gaps"][0]["from_section"] == "Act II Spirits"
    assert found["solutions"][0]["changes"][0]["from_section"] == "Act II Spirits"


def test_take_commits_one_step_of_undo(line: Line) -> None:
    argv = ("--dancer", "Vega", "--from", CURTAIN)
    found = line.data("cover", *argv, "--take", "1")
    assert found["taken"] == "Cover for Vega: 1 change, 1 performance"
    rows = line.data("show", "casting")
    assert [row["dancer"] for row in rows if row["role"] == "Queen" and not row["cover"]] == [
        "Cleo Moss"
    ]
    assert "already off since Thu 15 Oct; nothing of theirs" in line.wrong("cover", *argv)
    line("undo")
    assert line.data("cover", *argv)["gaps"]


def test_locks(line: Line) -> None:
    argv = ("--dancer", "Vega", "--from", CURTAIN)
    found = line.data("cover", *argv, "--without", "Moss", status=1)
    assert found["gaps"][0]["candidates"] == []
    (solution,) = found["solutions"]
    assert solution["complete"] is False
    (change,) = solution["changes"]
    assert change["in"] is None
    assert change["reasons"] == ["Nobody left who can dance Queen: Moss: left out by your wish."]
    kept = line.data("cover", *argv, "--keep", "Okoro")
    changes = [one for solution in kept["solutions"] for one in solution["changes"]]
    assert "Bo Okoro" not in {one["out"] for one in changes}


def test_nobody_left_is_said_and_nothing_written(line: Line) -> None:
    argv = ("--dancer", "Vega", "--from", CURTAIN, "--without", "Moss")
    _, err = line("cover", *argv, status=1)
    assert err == "Nobody left who can dance Queen: Moss: left out by your wish."
    before = line.data("history")
    assert line.wrong("cover", *argv, "--take", "1") == err
    assert line.data("history") == before


WRONG = [
    (("--dancer", "Vega", "--from", CURTAIN, "--until", "2026-10-14"), "before it begins"),
    (("--dancer", "Vego", "--from", CURTAIN), "nearest: Ada Vega"),
    (("--dancer", "Vega", "--dancer", "Ada Vega", "--from", CURTAIN), "Ada Vega is named twice."),
    (("--dancer", "Vega", "--performance", CURTAIN, "--performance", CURTAIN), "is named twice."),
    (("--dancer", "Vega", "--performance", "2026-10-15 20:00"), "There is no performance on"),
    (("--dancer", "Vega"), "Say since when"),
    (("--dancer", "Vega", "--from", "soon"), "is not a day"),
    (("--dancer", "Vega", "--from", CURTAIN, "--take", "9"), "There is no solution 9"),
    (("--dancer", "Vega", "--from", CURTAIN, "--keep", "Vega"), "is off and cannot be kept."),
    (("--dancer", "Vega", "--performance", CURTAIN, "--after-section", "Act V"), "has no section"),
]


@pytest.mark.parametrize(("argv", "words"), WRONG, ids=[words for _, words in WRONG])
def test_bad_input_is_one_sentence(line: Line, argv: tuple[str, ...], words: str) -> None:
    before = line.data("history")
    assert words in line.wrong("cover", *argv)
    assert line.data("history") == before


def test_cast_puts_somebody_in(line: Line) -> None:
    out, _ = line("cast", "--performance", CURTAIN, "--role", "queen", "--dancer", "Moss")
    assert out.strip() == "Moss dances Queen, Thu 15 Oct."
    rows = line.data("show", "casting")
    assert ("Queen", "Cleo Moss", True) in {
        (row["role"], row["dancer"], row["override"]) for row in rows if not row["cover"]
    }
    again = line.wrong("cast", "--performance", CURTAIN, "--role", "Queen", "--dancer", "Moss")
    assert again == "Cleo Moss has that place already; nothing was changed."


def test_cast_names_covers_and_spots(line: Line) -> None:
    argv = ("--performance", CURTAIN, "--role", "Spirits", "--dancer", "Hana Kim")
    line("cast", *argv, "--spot", "1", "--cover", "1")
    rows = line.data("show", "casting")
    assert ("Spirits", 1, "Hana Kim", 1) in {
        (row["role"], row["spot"], row["dancer"], row["cover"]) for row in rows
    }


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("--role", "Quen", "--dancer", "Moss"), "Lake has no role “Quen”; nearest: Queen"),
        (("--role", "Queen", "--spot", "2", "--dancer", "Moss"), "Queen has no spot 2"),
        (("--role", "Queen", "--dancer", "Mass"), "nearest: Cleo Moss"),
        (("--role", "Spirits", "--dancer", "Moss"), "Spirits has 2 spots; say which one: --spot N"),
        (("--role", "Queen", "--dancer", "Vega", "--cover", "5"), "nobody covers themselves"),
        (("--role", "Couple", "--dancer", "Moss", "--cover", "12"), "has no role “Couple”"),
    ],
)
def test_cast_refuses_in_one_sentence(line: Line, argv: tuple[str, ...], words: str) -> None:
    assert words in line.wrong("cast", "--performance", CURTAIN, *argv)


def test_a_dancer_in_two_parts_at_once_is_not_written(line: Line) -> None:
    said = line.wrong("cast", "--performance", CURTAIN, "--role", "Queen", "--dancer", "Fox")
    assert said.startswith("Nothing was written: ")
    assert said.endswith("Add --accept REASON to keep it all the same.")
    argv = ("--performance", CURTAIN, "--role", "Queen", "--dancer", "Fox")
    out, _ = line("cast", *argv, "--accept", "nobody else is here")
    assert out.splitlines() == [
        "Fox dances Queen, Thu 15 Oct.",
        "Accepted (nobody else is here): Isa Fox: Lake: Queen and Spirits 1 overlap in Spirits.",
    ]


def test_a_cover_who_is_on_stage_then_is_taken_and_said_so(line: Line) -> None:
    argv = ("--performance", CURTAIN, "--role", "Queen", "--cover", "1", "--dancer")
    said = "Fox could not go on for Queen: dances Spirits 1 then."
    out, _ = line("cast", *argv, "Fox")
    assert out.splitlines() == ["Fox covers Queen, Thu 15 Oct.", said]
    assert "could not" not in line("cast", *argv, "Moss")[0]


def test_covers_are_numbered_without_gaps(line: Line) -> None:
    argv = ("--performance", CURTAIN, "--role", "Queen", "--dancer")
    line("cast", *argv, "Paz", "--cover", "5")
    line("cast", *argv, "Moss")
    rows = line.data("show", "casting")
    assert {
        (row["dancer"], row["cover"]) for row in rows if row["role"] == "Queen" and row["cover"]
    } >= {("Eva Paz", 1)}


def test_partners_career_and_readiness_are_shown(line: Line) -> None:
    partners = line.data("show", "partners")
    assert partners[0] == {
        "dancers": ["Eva Paz", "Finn Orr"],
        "roles": ["Duet"],
        "shows": 1,
        "last": "2026-10-15",
        "rehearsals": 0,
    }
    ready = line.data("show", "readiness", "--to", "2026-10-20")
    assert {"dancer", "production", "role", "state", "by_hand", "shows"} <= set(ready[0])
    assert ("Ada Vega", "Queen", "performed") in {
        (row["dancer"], row["role"], row["state"]) for row in ready
    }
    assert isinstance(line.data("show", "career"), list)


def test_a_run_brought_in_from_a_table_can_be_covered(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = tmp_path / "casting.csv"
    table.write_bytes(written(madrid()))
    line = Line(capsys, tmp_path / "madrid.castapp")
    line("import", str(table))
    found = line.data("cover", "--dancer", "Sasha De Sola", "--from", "2024-10-15")
    assert {gap["role"] for gap in found["gaps"]} == {"Odette/Odile"}
    assert all(solution["complete"] for solution in found["solutions"])
    career = line.data("show", "career")
    assert {"dancer", "ballet", "role", "where", "when", "partner", "times"} < set(career[0])


def test_take_hands_calls_on_and_sets_off_unless_told_not_to(line: Line) -> None:
    argv = ("--dancer", "Vega", "--from", CURTAIN, "--until", "2026-10-16", "--take", "1")
    line("cover", *argv, "--stays-on")
    line("undo")
    line("cover", *argv, "--absence", "guest engagement")
    again = line.wrong("cover", "--dancer", "Vega", "--from", CURTAIN)
    assert again == "Ada Vega is already away since Thu 15 Oct; nothing of theirs is left to cover."
    line("undo")
    wrong = line.wrong("cover", *argv, "--absence", "holiday")
    assert "kind of absence" in wrong
    assert line.data("cover", *argv[:4])["gaps"]


def test_a_show_that_was_danced_is_corrected_only_on_purpose(line: Line, tmp_path: Path) -> None:
    desk = open_desk(str(tmp_path / "house.castapp"))
    desk.commit(record_danced(desk.book, "show-2026-10-15-1170"))
    desk.close()
    argv = ("--performance", CURTAIN, "--role", "Queen", "--dancer", "Moss")
    said = line.wrong("cast", *argv)
    assert said == (
        "Thu 15 Oct has been danced; this corrects the record. Add --given to do so; "
        "nothing was changed."
    )
    out, _ = line("cast", *argv, "--given")
    assert out.strip() == "Moss dances Queen, Thu 15 Oct."

from __future__ import annotations

import json

from castapp.cli.answer import Answer, columns


def test_rows_stand_in_columns() -> None:
    rows = [
        {"dancer": "Zoë Ohm", "cover": 0, "override": False},
        {"dancer": "Bo", "cover": 1, "override": True, "people": ["a", "b"], "to": None},
    ]
    assert columns(rows, "").splitlines() == [
        "dancer   cover  override  people  to",
        "Zoë Ohm  0",
        "Bo       1      yes       a, b",
    ]


def test_no_rows_are_said_in_words() -> None:
    assert columns([], "There is nothing to show.") == "There is nothing to show."


def test_long_words_are_cut() -> None:
    assert columns([{"what": "x" * 99}], "").splitlines()[1] == "x" * 59 + "…"


def test_values_for_programs_keep_their_letters() -> None:
    printed = Answer([{"dancer": "Zoë"}], "").printed(as_json=True)
    assert "Zoë" in printed
    assert json.loads(printed) == [{"dancer": "Zoë"}]

"""show, as far as it prints templates, on a real company file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from castapp.cli.run import run
from castapp.services.board import keep_template
from tests.builders import THURSDAY, call, company_book
from tests.cli.houses import HOUSE, found, whole

BOOK = company_book(call("class", 615, 75, kind="class", title="Class"))


@pytest.fixture
def file(tmp_path: Path) -> str:
    address = str(tmp_path / "small.castapp")
    found(address, [whole(BOOK), keep_template(BOOK, "Class and lunch", [THURSDAY])]).close()
    return address


def test_templates_are_shown_as_values_and_as_a_table(
    capsys: pytest.CaptureFixture[str], file: str
) -> None:
    assert run(["show", file, "templates", "--json"], HOUSE) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["template"], row["start"], row["studio"]) == (
        "Class and lunch",
        "10:15",
        "Studio 1",
    )
    assert run(["show", file, "templates"], HOUSE) == 0
    assert "Class and lunch" in capsys.readouterr().out

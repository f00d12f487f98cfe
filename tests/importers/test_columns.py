from __future__ import annotations

import re

import pytest

from castapp.importers.columns import TAKES, headings
from castapp.importers.kinds import KINDS
from castapp.importers.words import FIELDS, field_of
from castapp.paths import resource

HELP = resource("help") / "tables.md"


def test_every_kind_has_its_columns_and_every_column_is_known() -> None:
    assert set(TAKES) == set(KINDS)
    assert {one for taken in TAKES.values() for one in taken} <= set(FIELDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_headings_named_are_taken(kind: str) -> None:
    named = headings(kind)
    assert len(named) == len(set(named))
    assert {field_of(heading) for heading in named} <= set(TAKES[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_the_help_names_every_heading(kind: str) -> None:
    (line,) = re.findall(
        rf"^\*\*{kind.capitalize()}\*\*: (.+)$", HELP.read_text(encoding="utf-8"), re.MULTILINE
    )
    for heading in headings(kind):
        assert re.search(rf"\b{heading}\b", line), heading

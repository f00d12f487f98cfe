from __future__ import annotations

import pytest

from castapp.importers.words import FIELDS, field_of, fold, is_blank


def test_no_word_stands_for_two_headings() -> None:
    seen: dict[str, str] = {}
    for field, words in FIELDS.items():
        for word in words:
            assert seen.setdefault(fold(word), field) == field, word


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("DATE", "date"), ("Uhrzeit ", "time"), ("Répétiteur", "lead"), ("repetiteur", "lead"),
        ("Bailarín", "dancer"), ("Time (local)", "time"), ("E-Mail", "email"),
        ("Odette/Odile", None), ("", None),
    ],
)  # fmt: skip
def test_headings(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize("text", ["", "TBA", "tbc", "—", "?", "N/A", "N.N."])
def test_what_says_nothing(text: str) -> None:
    assert is_blank(text)

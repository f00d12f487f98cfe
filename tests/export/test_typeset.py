from __future__ import annotations

import pytest

from castapp.export.callboard import BAR, NO_BREAK, Run, plain
from castapp.export.sheet import Type
from castapp.export.typeset import (
    BAR_WIDTH,
    Measure,
    Pen,
    broken,
    elided,
    fitted_name,
    line_width,
)

KIND = Type(8)  # a letter is four points wide


def lines(text: str, letters: int, measure: Measure) -> list[str]:
    set_in = broken(plain(text), KIND, letters * 4.0, measure)
    return ["".join(piece.text for piece in line) for line in set_in]


@pytest.mark.parametrize(
    ("text", "letters", "said"),
    [
        ("Vega, Okoro, Moss", 12, ["Vega, Okoro,", "Moss"]),
        ("Kim" + NO_BREAK + "S., Bellamy", 8, ["Kim" + NO_BREAK + "S.,", "Bellamy"]),
        ("Fitzgerald-Okonkwo", 12, ["Fitzgerald-", "Okonkwo"]),
        ("van" + NO_BREAK + "der" + NO_BREAK + "Westhuizen", 11,
         ["van" + NO_BREAK + "der", "Westhuizen"]),
        ("Donaudampfschiff", 6, ["Donaud", "ampfsc", "hiff"]),
        ("12.00–13.00", 4, ["12.0", "0–13", ".00"]),
        ("", 5, []),
    ],
)  # fmt: skip
def test_words_break_between_people(
    text: str, letters: int, said: list[str], even: Measure
) -> None:
    assert lines(text, letters, even) == said


def test_no_line_is_wider_than_asked(even: Measure) -> None:
    words = (Run("Swans 1–24,"), Run(" w. covers", 700), Run(", no Odette"))
    for width in range(28, 200, 7):
        for line in broken(words, KIND, width, even):
            assert line_width(line) <= width + 0.01


def test_runs_of_one_kind_stay_one_text(even: Measure) -> None:
    [line] = broken((Run("a b"), Run(" c"), Run(" d", 700)), KIND, 100, even)
    assert [piece.text for piece in line] == ["a b c", "d"]
    assert line[1].x == 24.0


def test_a_word_is_not_parted_from_its_comma_by_a_change_of_weight(even: Measure) -> None:
    words = (Run("w. covers", 700), Run(", no Odette"))
    said = [["".join(p.text for p in line)] for line in broken(words, KIND, 9 * 4, even)]
    assert said[0] == ["w."]


def test_a_bar_is_drawn_and_takes_its_width(even: Measure) -> None:
    pen = Pen(even)
    pen.words(0, 0, (Run("", sign=BAR), Run(" changed")), KIND, 100, 10)
    box, text = pen.items
    assert (box.x, getattr(box, "width", 0)) == (0, BAR_WIDTH)  # type: ignore[union-attr]
    assert getattr(text, "x", 0) == BAR_WIDTH + 4


def test_cutting_to_a_width(even: Measure) -> None:
    assert elided("Studio", KIND, 24, even) == "Studio"
    assert elided("Studio one", KIND, 24, even) == "Studi…"
    assert fitted_name("Fitzgerald-Okonkwo", KIND, 13 * 4, even) == "Fitzgerald-O."
    assert fitted_name("Fitzgerald-Okonkwo", KIND, 18 * 4, even) == "Fitzgerald-Okonkwo"

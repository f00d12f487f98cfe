from __future__ import annotations

from datetime import UTC, datetime

import pytest

from castapp.domain.edit import Edit
from castapp.store.entry import Entry, pack, unpack
from castapp.store.trouble import Trouble
from tests.builders import company_book
from tests.store.places import founding


def entry(packed: bytes) -> Entry:
    return Entry(1, "id", "Moved a call", "Ada", "desk", datetime.now(UTC), None, packed)


def test_changes_come_back_as_they_were() -> None:
    edit = founding(company_book())
    assert unpack(pack(edit.changes)) == edit.changes
    assert unpack(pack(edit.inverse().changes)) == edit.inverse().changes
    few = edit.changes[:1]
    assert pack(few).startswith(b"[")
    assert entry(pack(few)).edit == Edit("Moved a call", few)


@pytest.mark.parametrize(
    "packed", [b"", b"[", b"\x78\x01rubbish", b'[[null,{"kind":"Tutu"}]]', b"[[null,null,1]]"]
)
def test_what_another_version_wrote_is_named_not_guessed(packed: bytes) -> None:
    with pytest.raises(Trouble, match="“Moved a call” was written by another version"):
        _ = entry(packed).edit
